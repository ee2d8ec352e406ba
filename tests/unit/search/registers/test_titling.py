import pytest

from search.registers.titling import LONGEST_OF_ALL, name
from tests.growth import is_in_proportion


def named(*titles: str) -> str:
    return name(titles, titles)


CASES = [
    # the year, day and flat of one of them
    ("Jaarrekening 2022 - deel OCMW. Vaststelling.", "Jaarrekening 2023 - deel OCMW. Vaststelling.",
     "Jaarrekening - deel OCMW"),
    ("Waterweelde ov. Algemene vergadering op 16 juni 2023. Agenda. Goedkeuring.",
     "Waterweelde ov. Algemene vergadering op 21 juni 2024. Agenda. Goedkeuring.",
     "Waterweelde ov. Algemene vergadering"),
    ("Ongeschikt Vlierstraat 12 bus 4, 8000 Brugge", "Ongeschikt Vlierstraat 12 bus 7, 8000 Brugge",
     "Ongeschikt Vlierstraat 12"),
    # what all have stays
    ("Bekrachtiging besluit 2022 zwembad", "Opheffing besluit 2022 zwembad", "Besluit 2022 zwembad"),
    ("Verbod tot betreden - Vlierstraat 12", "Verbod tot betreden - Vlierstraat 12 - opheffing",
     "Verbod tot betreden - Vlierstraat 12"),
    # the words of one of them
    ("Inschrijvingsgeld Academie voor muziek en dans. Retributiereglement",
     "Huur van instrumenten Academie voor muziek en dans. Retributiereglement",
     "Academie voor muziek en dans. Retributiereglement"),
    ("Kerkfabriek Sint-Elooi Houthulst. Jaarrekening 2022.", "Kerkfabriek Sint-Elooi Houthulst. Budget 2024.",
     "Kerkfabriek Sint-Elooi Houthulst"),
    # a heading of the agenda, and a field of policy
    ("INTERGEMEENTELIJKE SAMENWERKING. Wegenhulp Polder", "INTERGEMEENTELIJKE SAMENWERKING. Wegenhulp Polder. Statuten",
     "Wegenhulp Polder"),
    ("Onderwijs. Basisschool De Zwaan. Schoolreglement.", "Onderwijs. Basisschool De Zwaan. Schoolreglement. Wijziging",
     "Basisschool De Zwaan. Schoolreglement"),
    # nothing in common: the shortest of them, whole
    ("Zonnestroom op daken", "Fotovoltaïsche installaties van de stad", "Zonnestroom op daken"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "wanted"), CASES)
def test_a_dossier_is_named_by_what_its_matters_share(one: str, other: str, wanted: str) -> None:
    assert named(one, other) == wanted
    assert named(other, one) == wanted


def test_a_body_under_its_old_and_new_name_is_called_by_one_of_them() -> None:
    titles = (
        "Zwalmgas. Algemene vergadering van 3 juni 2021", "Zwalmgas. Algemene vergadering van 5 december 2022",
        "Lumivia. Algemene vergadering van 9 mei 2023", "Lumivia. Algemene vergadering van 2 april 2024",
    )  # fmt: skip
    assert named(*titles) in ("Zwalmgas. Algemene vergadering", "Lumivia. Algemene vergadering")


def test_a_name_that_says_only_whose_it_is_is_told_whole() -> None:
    assert named("AG Houthulst. Aanpassen prijssubsidie.", "Prijssubsidiereglement AG Houthulst.") != "AG Houthulst"


def test_a_house_whose_street_is_spelled_in_two_ways_is_told() -> None:
    titles = "Codex Wonen - Ongeschikt Emiel Zwaluwenhoflaan 23 bus 12", "Codex Wonen - Zwaluwenhofflaan 23 bus 12"
    assert "23" in named(*titles)


def test_a_long_title_is_told_by_what_it_is_and_whom_it_concerns_and_is_not_cut() -> None:
    title = (
        "Vraag tot afwijking bouwstop binnen de toeristische zone van Bouwgroep Zwaan voor het afwerken van de"
        " voorgevel in natuursteen van het pand gelegen Graaf d'Ooievaarslaan 28."
    )
    assert named(title, title) == "Vraag tot afwijking bouwstop - Bouwgroep Zwaan, Graaf d'Ooievaarslaan 28"


def test_a_long_title_without_names_ends_before_a_clause() -> None:
    title = (
        "Dringende politieverordening houdende toestemming tot systematische controle tijdens de feesten van het"
        " einde van het jaar ter handhaving van de openbare orde en veiligheid"
    )
    found = named(title, title)
    assert len(found) <= LONGEST_OF_ALL
    assert title.startswith(f"{found} ")
    assert not found.endswith("…")


@pytest.mark.parametrize(
    "title",
    [
        "",
        "   ",
        "…",
        "1.",
        "GOEDKEURING NOTULEN VORIGE ZITTING",
        "a" * 100_000,
        "- . : ",
        "de " * 50_000,
        " -" * 50_000,
    ],
)
def test_a_title_that_says_nothing_gives_a_name_or_none(title: str) -> None:
    assert len(named(title, title)) <= 200


def test_a_name_for_many_titles_takes_no_longer_than_their_number_asks() -> None:
    titles = [f"Retributiereglement parkeren zone {at}. Wijziging." for at in range(32_000)]
    assert named(*titles) == "Retributiereglement parkeren zone"
    assert is_in_proportion(lambda count: named(*titles[:count]), 32_000)
