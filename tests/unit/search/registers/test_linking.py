"""Which matters are linked, and why."""

import random
from datetime import date

import numpy as np
import pytest

from search.registers.linking import Reason, links
from search.registers.matters import Matter, about, read_title, telling
from search.registers.threads import threads
from search.registers.treatments import Effect
from search.types import Kind
from tests.growth import is_in_proportion
from tests.unit.search.registers.drawn import formed, matter, of_region, reasons, titled

SOLAR = (
    matter("Zonnepanelen op openbare gebouwen", None, "2009-12-09", body="Burgemeestersoverleg Brugge",
           kind=Kind.MEETING_REPORT),
    matter("2020_GR_00057 - Leefmilieu - raamovereenkomst zonnepanelen op daken - bestek en raming", "Brugge",
           "2020-02-24", text="Het bestek 2020/LM/014 wordt goedgekeurd."),
    matter("Zonnestroom op gemeentelijke daken. Toetreding tot de raamovereenkomst. Goedkeuring.", "Jabbeke",
           "2021-09-06", text="Zij treedt toe tot de raamovereenkomst (bestek 2020/LM/014)."),
    matter("Toetredingsovereenkomst", "Jabbeke", "2021-09-20", kind=Kind.ACCESSION, body="College",
           text="De gemeente verklaart het bestek 2020/LM/014 te kennen."),
)  # fmt: skip


def test_one_dossier_goes_over_bodies_municipalities_and_years() -> None:
    assert formed(SOLAR) == [{titled(each) for each in SOLAR}]


def test_two_subjects_of_one_sitting_stay_apart() -> None:
    lamps = [matter("Openbare verlichting. Doven na middernacht"), of_region("Straatverlichting. Doven")]
    assert formed([*SOLAR, *lamps]) == [{titled(each) for each in SOLAR}, {titled(each) for each in lamps}]


@pytest.mark.parametrize(
    "title",
    ["Goedkeuring notulen vorige zitting", "Mondelinge vragen van raadsleden", "Varia", "Verslag van 3 mei 2020"],
)
def test_what_is_on_every_agenda_belongs_nowhere(title: str) -> None:
    text = "Een raadslid vraagt naar de zonnepanelen op het dak van de sporthal."
    routine = [
        matter(title, place, day, text=text) for place in ("Damme", "Brugge") for day in ("2020-01-27", "2020-02-24")
    ]
    assert formed([*routine, *SOLAR]) == [{titled(each) for each in SOLAR}]


def test_a_church_council_has_its_own_dossier_in_its_own_municipality() -> None:
    found = formed(
        [
            matter("Kerkfabriek Sint-Jan. Rekening 2019. Advies.", day="2020-04-01"),
            matter("Kerkfabriek Sint-Jan. Budget 2021. Aktename.", day="2020-11-01"),
            matter("Kerkfabriek Sint-Amandus. Rekening 2019. Advies.", day="2020-04-01"),
            matter("Kerkfabriek Sint-Jan. Rekening 2020. Advies.", "Beernem"),
        ]
    )
    assert found == [{"Kerkfabriek Sint-Jan. Rekening 2019. Advies.", "Kerkfabriek Sint-Jan. Budget 2021. Aktename."}]


def test_the_accounts_of_two_municipalities_are_two_dossiers() -> None:
    found = formed([matter(f"Jaarrekening {year}. Vaststelling.", place, f"{year}-06-01")
                    for place in ("Damme", "Brugge") for year in (2020, 2021)])  # fmt: skip
    assert len(found) == 2


def test_works_in_two_streets_are_two_dossiers() -> None:
    assert not formed(
        [matter("Rioleringswerken Koekoekstraat. Raming."), matter("Rioleringswerken Vlierstraat. Raming.")]
    )


def test_a_postponed_item_comes_back() -> None:
    first = matter("Uitbreiding warmtenet. Aandeel van de stad.", day="2018-11-26", effect=Effect.POSTPONED)
    again = matter("Uitbreiding warmtenet. Aandeel van de stad.", day="2019-03-25")
    assert reasons(first, again) == [Reason.RETURNS]
    assert "26 november 2018" in links([first, again])[0].said


def test_a_postponed_item_does_not_come_back_before_it_was_postponed() -> None:
    first = matter("Uitbreiding warmtenet. Aandeel van de stad.", day="2018-11-26")
    later = matter("Uitbreiding warmtenet. Aandeel van de stad.", day="2019-03-25", effect=Effect.POSTPONED)
    assert Reason.RETURNS not in reasons(first, later)


def test_a_cited_day_means_the_item_of_that_sitting_on_the_same_subject() -> None:
    lamps = matter("Openbare verlichting. Doven na middernacht", day="2019-11-28")
    church = matter("Kerkfabriek Sint-Jan. Budget", day="2019-11-28")
    again = matter("Straatverlichting. Omschakeling naar led", day="2020-02-27",
                   text="Gelet op het besluit van de gemeenteraad van 28 november 2019.")  # fmt: skip
    (link,) = [each for each in links([lamps, church, again]) if each.reason is Reason.CITATION]
    assert {link.one, link.other} == {lamps.key, again.key}
    assert link.said == "gemeenteraad van 28 november 2019"


def test_a_number_belongs_to_the_municipality_that_gave_it() -> None:
    decided = matter("Subsidie jeugdkamp", "Brugge", "2020-02-24", code="2020_GR_00057")
    ours = matter("Wijziging premie scouts", "Brugge", "2021-02-24", text="zie 2020_GR_00057")
    theirs = matter("Aankoop vrachtwagen", "Damme", "2021-02-24", text="zie 2020_GR_00057")
    (link,) = links([decided, ours, theirs])
    assert (link.one, link.other, link.reason) == (*sorted((decided.key, ours.key)), Reason.REFERENCE)


def test_a_list_of_contracts_ties_no_dossiers_together() -> None:
    contracts = [
        matter(f"Raamovereenkomst {what}", "Brugge", "2020-10-01", kind=Kind.FRAMEWORK_CONTRACT, body="College",
               text=f"Bestek 2020/LM/0{at}.")
        for at, what in enumerate(("zonnepanelen", "strooizout", "kopieerpapier"))
    ]  # fmt: skip
    register = matter("Register van lopende overeenkomsten", None, "2022-01-01", body="Burgemeestersoverleg Brugge",
                      text="Lopend: 2020/LM/00, 2020/LM/01 en 2020/LM/02.")  # fmt: skip
    assert all(len({"zonnepanelen", "strooizout", "kopieerpapier"} & set(" ".join(group).split())) < 2
               for group in formed([*contracts, register]))  # fmt: skip


def test_the_order_in_which_matters_are_given_changes_nothing() -> None:
    many = [*SOLAR, *(matter(f"{what}. Goedkeuring.", place) for what in ("Laadpalen", "Autodelen", "Strooizout")
                      for place in ("Damme", "Torhout", "Beernem"))]  # fmt: skip
    expected = links(many), threads([each.key for each in many], links(many))
    for seed in range(3):
        shuffled = random.Random(seed).sample(many, len(many))
        mixed = random.Random(seed).sample(links(shuffled), len(expected[0]))
        assert (links(shuffled), threads([each.key for each in shuffled], mixed)) == expected


def test_a_matter_given_twice_counts_once() -> None:
    assert links([*SOLAR, *SOLAR]) == links(SOLAR)


@pytest.mark.parametrize("title", ["", "   ", "1.", "…", "2020_GR_00057", "raad " * 20_000])
def test_a_title_that_says_nothing_is_no_reason(title: str) -> None:
    assert formed([matter(title), matter(title, "Brugge")]) == []


def test_a_title_without_end_is_read_to_its_four_hundredth_character() -> None:
    assert len(read_title("zon" * 100_000).words[0].stem) <= 400


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aanpak zwerfvuil", "Aanpak leegstand winkelstraat"),  # little in common
        ("Contract Zwalmgas. Laadpalen", "Zwalmgas. Aankoop bestelwagen"),  # a company
        ("Cultuurregio Mandel Schelde. Jaarrekening", "Wijkwerking Mandel en Schelde. Jaarrekening"),  # a region
        ("Politiezone Mandel-Schelde. Camera's", "Politiezone Mandel-Schelde. Begroting"),  # a body
        ("Ingebruikname domein - Blikvanger - Zomerfeest", "Ingebruikname domein - Blikvanger - Kerstboom"),  # a brand
        ("Onbewoonbaarverklaring Vlierstraat 11", "Onbewoonbaarverklaring Vlierstraat 40"),
    ],
)
def test_a_name_or_too_little_in_common_joins_nothing(one: str, other: str) -> None:
    assert not formed([matter(one, day="2021-03-29"), matter(other, day="2021-09-27")])


def test_a_formula_of_one_sitting_joins_nothing() -> None:
    formula = "Toelichting bij het beleid door een bestuurder benoemd door de raad"
    assert not formed(
        [matter(f"{name}. {formula}") for name in ("Zwalmgas", "Mandelnet", "Polderkracht", "Duinstroom")]
    )


def test_the_same_words_twice_are_one_matter_though_all_are_of_a_formula() -> None:
    sites = [matter(f"Geluid - Bouwgroep Zwaan - {at}") for at in ("Kermis", "Winterdorp", "Zwaluwbal")]
    twice = [matter("Geluid - Bouwgroep Zwaan"), matter("Geluid - Bouwgroep Zwaan.")]
    assert formed([*sites, *twice]) == [{titled(each) for each in twice}]


def test_two_municipalities_have_one_matter_where_a_body_over_both_spoke_of_it() -> None:
    towns = [matter("Aankoop strooizout", "Damme"), matter("Aankoop strooizout", "Torhout")]
    assert not formed(towns)
    assert len(formed([*towns, of_region("Strooizout")])[0]) == 2  # the titles; three matters
    assert len(links([*towns, of_region("Strooizout")])) == 3


def test_one_house_is_one_dossier_also_where_its_street_is_misspelled() -> None:
    one = matter("Ongeschiktverklaring Emiel Zwaluwenhoflaan 23 bus 12")
    other = matter("Codex - Overbewoond Zwaluwenhofflaan 23 bus 12", day="2021-06-28")
    (found,) = links([one, other])
    assert (found.reason, found.said[-2:]) == (Reason.ADDRESS, "23")


def test_a_house_is_not_one_matter_for_ever_nor_in_another_municipality() -> None:
    sloop = "Sloop schuur Vlierstraat 12"
    assert not formed([matter(sloop), matter("Terras horecazaak Vlierstraat 12", day="2031-03-29")])
    assert not formed([matter(sloop), matter("Terras horecazaak Vlierstraat 12", "Brugge")])


def test_a_regulation_keeps_its_dossier_whatever_is_changed_in_it() -> None:
    changes = [
        matter("Algemeen retributiereglement. Aanpassing i.f.v. afvalinzameling. Goedkeuring."),
        matter("Algemeen retributiereglement. Wijziging. Goedkeuring.", day="2022-03-28"),
        matter("Algemeen retributiereglement. Wijziging i.f.v. naamplaatjes.", day="2023-03-27"),
    ]
    assert len(formed(changes)) == 1
    assert len(formed(changes)[0]) == 3


@pytest.mark.parametrize(
    "begin", ["Retributiereglement", "Zwalmgas", "Politiezone Mandel-Schelde", "Leefmilieu", "BESTUUR EN ZAKEN"]
)
def test_a_beginning_that_names_no_regulation_or_project_ties_nothing(begin: str) -> None:
    assert not formed(
        [matter(f"{begin}. Wijziging kampvervoer."), matter(f"{begin}. Aanpassing muziekboeken.", day="2022-03-28")]
    )


def test_a_day_in_figures_means_the_decision_on_the_same_matter() -> None:
    first = matter("AG Damme. Aanpassen prijssubsidie.", day="2023-12-18")
    church = matter("Kerkfabriek Sint-Jan. Budget", day="2023-12-18")
    again = matter("Prijssubsidiereglement AG Damme - verlenging.", day="2024-12-16",
                   text="De factor werd door de gemeenteraad goedgekeurd op 18/12/2023.")  # fmt: skip
    (found,) = links([first, church, again])
    assert {found.one, found.other} == {first.key, again.key}
    assert (found.reason, found.said) == (Reason.CITATION, "goedgekeurd op 18/12/2023")


def test_a_postponed_item_is_decided_among_others_of_its_sort() -> None:
    first = matter("Wijzigen straatnaam 'Oude Zwaluwstraat'.", day="2024-08-26", effect=Effect.POSTPONED)
    decided = matter("Wijzigingen straatnamen. Definitieve vaststelling.", day="2024-09-30")
    other = matter("Wijzigen straatnaam 'Vlierstraat'.", day="2024-09-30")
    (found,) = links([first, decided, other])
    assert ({found.one, found.other}, found.reason) == ({first.key, decided.key}, Reason.RETURNS)


def test_what_ties_is_told_in_the_words_of_the_titles() -> None:
    first = matter("Fietsers Aangenomen Kind. Ontwerp van plan", day="2020-01-27")
    (link,) = links([first, matter("Het Aangenomen Kind en de fietsers. Advies")])
    assert link.said == "Fietsers Aangenomen Kind"


def test_words_that_tie_are_told_as_people_write_them() -> None:
    (link,) = links([matter("Laadpunten voor elektrische voertuigen"), of_region("Laadpunten")])
    assert link.said == "laadpunten"


def test_places_dates_and_form_are_no_subject() -> None:
    assert read_title("3. Goedkeuring notulen van 24 februari 2020 te Damme").is_routine
    assert [word.stem for word in read_title("Stad Brugge - warmtenet - goedkeuring").words] == ["warmtenet"]


def test_a_policy_field_inside_a_word_is_its_subject() -> None:
    assert {word.stem for word in read_title("ICT-materiaal. Raamovereenkomst.").words} == {"ict", "materiaal"}
    assert {word.stem for word in read_title("ICT - printers - raamovereenkomst").words} == {"printer"}
    assert len(formed([matter("ICT-materiaal. Opvolging."), of_region("Raamovereenkomst ICT-hardware")])) == 1


def test_names_of_months_in_a_text_tell_nothing_of_its_subject() -> None:
    assert telling("Het warmtenet op 3 sept. en 12 nov. en het warmtenet op 2 febr.") == ("warmtenet",)


@pytest.mark.parametrize("number", [2_000, 8_000])  # in the many, a word that all have links them no longer
def test_links_of_many_matters_take_no_longer_than_their_number_asks(number: int) -> None:
    chosen = random.Random(1)
    vectors = np.random.default_rng(1).standard_normal((300, 64)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    what = (
        "zonnepanelen",
        "laadpalen",
        "strooizout",
        "kopieerpapier",
        "warmtenet",
        "speeltuin",
        "fietspad",
        "riolering",
    )
    many = [
        Matter(
            f"k{at}", "Damme", "Gemeenteraad", date(2020, 1, 1), "", Kind.MINUTES, None, (),
            about(f"{chosen.choice(what)} {chosen.choice(what)}. Lot {at}.", None, ""), vectors[at % 300],
        )
        for at in range(number)
    ]  # fmt: skip
    assert is_in_proportion(lambda count: threads([each.key for each in many[:count]], links(many[:count])), number)
