"""Subjects, numbers and bodies of contracts in the words of besteks, forms, decisions and letters. All invented."""

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure import structure
from search.registers.agreements import SURE, Field
from search.types import Kind


def read(text: str, name: str = "proef.txt") -> tuple[dict[str, list[str]], Kind]:
    """The values of each field that is found in a text, and its kind."""
    found = structure(plain_text.extract(Path("x.txt"), text.encode()), name)
    values: dict[str, list[str]] = {}
    for fact in found.said:
        values.setdefault(str(fact.field), []).append(fact.value)
    return values, found.facts.kind


BESTEK = """BIJZONDER BESTEK 2021-ZOUT-03
Deel I - Administratieve bepalingen

Opdracht van leveringen: raamovereenkomst voor strooizout en pekel

I.1   Aanbestedende overheid
      De opdracht wordt geplaatst door de stad Damme. Zij handelt als aankoopcentrale in de zin
      van de wet, voor zichzelf en voor de deelnemende besturen.

I.2   Deelnemende besturen
      Damme, Jabbeke en Zedelgem. Een bestuur dat hier niet vermeld is, kan geen beroep doen op de overeenkomst.

I.3   Duur
      De raamovereenkomst treedt in werking op de eerste dag van de maand die volgt op de
      betekening van de gunning, zijnde 1 mei 2021, en heeft een looptijd van 24 maanden.

I.4   Gunning
      Perceel 1 is toegewezen aan Zoutwest nv, perceel 2 aan Pekelhuis bv.
"""
LETTER = """GEMEENTEBESTUUR JABBEKE
team aankoop

Aan de stad Damme
aankoopcentrale

Jabbeke, 3 februari 2023

Betreft: bevestiging van onze toetreding - raamovereenkomst schoolmeubilair

Geachte collega's,

De gemeenteraad van Jabbeke besliste om in te stappen in jullie raamovereenkomst "schoolmeubilair"
(bestek DAM-22/07), waarvan Stoelwest nv de leverancier is.

Volgens artikel 6 staat de overeenkomst tot 30 juni 2023 open voor de besturen van de streek.

We willen vanaf 1 maart 2023 bestellen.
"""
POSITION = """Burgemeestersoverleg Zuidrand
p/a gemeentehuis Damme

Damme, 15 november 2024

Betreft: geluid van het spoor - herzien standpunt

De burgemeesters namen op 8 november 2024 een nieuw standpunt in over het spoor. Dat
standpunt komt in de plaats van onze nota van 21 januari 2017 over de treinen.

Wij vragen daarom het volgende.

Ten eerste: tussen 23 en 6 uur rijden er geen goederentreinen meer.

Ten tweede: elke nieuwe lijn wordt vooraf aan de gemeenten voorgelegd.
"""


def test_a_bestek_names_its_subject_below_its_own_heading_and_its_body_in_two_sentences():
    values, _ = read(BESTEK)
    assert values["subject"] == ["strooizout en pekel"]
    assert values["purchasing_body"] == values["buyer"] == ["Damme"]
    assert values["supplier"] == ["Zoutwest nv", "Pekelhuis bv"]
    assert values["start"] == ["2021-05-01"]
    assert values["end"] == ["2023-04-30"]
    assert "may_join" not in values


def test_a_letter_that_joins_jullie_raamovereenkomst_is_written_to_the_purchasing_body():
    values, kind = read(LETTER)
    assert kind is Kind.ACCESSION
    assert values["purchasing_body"] == ["Damme"]
    assert values["reference"] == ["DAM-22/07"]
    assert values["joined"] == ["Jabbeke"]
    assert values["start"] == ["2023-03-01"]
    assert values["join_until"] == ["2023-06-30"]
    assert "end" not in values


def test_a_position_without_headings_states_the_points_that_it_announces():
    values, kind = read(POSITION)
    assert kind is Kind.POSITION
    assert values["holder"] == ["Burgemeestersoverleg Zuidrand"]
    assert values["signed"] == ["2024-11-08"]
    assert values["replaces"] == ["nota van 21 januari 2017 over de treinen"]
    assert values["statement"] == [
        "Ten eerste: tussen 23 en 6 uur rijden er geen goederentreinen meer.",
        "Ten tweede: elke nieuwe lijn wordt vooraf aan de gemeenten voorgelegd.",
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Nummer: RO-2019-044", "RO-2019-044"),
        ("Dossiernummer klant: DAM-ICT-2021-15", "DAM-ICT-2021-15"),
        ("De gunning gebeurde op basis van de leidraad C-2019-BUS.", "C-2019-BUS"),
        ("Ons kenmerk: TOR-2021-15", "TOR-2021-15"),
        ("Het contract zout, referte DI-2009-21, wordt uitgevoerd.", "DI-2009-21"),
    ],
)
def test_a_number_is_read_behind_the_words_that_name_it(line, number):
    values, _ = read(f"Raamovereenkomst strooizout\n\n{line}\n\nEen laatste zin.\n")
    assert values["reference"] == [number]


def test_a_line_with_a_bare_number_is_no_reference():
    values, _ = read("Raamovereenkomst strooizout\n\nNummer: 050123456\n\nEen laatste zin.\n")
    assert "reference" not in values


@pytest.mark.parametrize(
    "text",
    [
        "Fiche raamovereenkomst\n\nTitel: Poetsen van ramen\nNummer: RO-2019-044\n",
        "Lastvoorwaarden - poetsen van ramen\nReferentie: W/2017/331\n\nDe raamovereenkomst loopt vier jaar.\n",
        "STAD DAMME\nDienst aankoop\n\nVoorwerp: raamovereenkomst voor poetsen van ramen\n",
    ],
)
def test_the_heading_of_a_form_or_letter_is_not_what_a_contract_is_about(text):
    values, _ = read(text, "raamovereenkomsten/proef.txt")
    assert [each.casefold() for each in values["subject"]] == ["poetsen van ramen"]


def test_a_fiche_says_what_part_its_buyer_plays_and_names_a_firm_for_each_lot():
    text = (
        "Fiche raamovereenkomst\n\nTitel: Poetsen\nAanbestedende overheid: gemeente Damme\n"
        "Rol: aankoopcentrale voor de streek\nOpdrachtnemer: Poetswest bv (perceel ramen) en Net cv (perceel vloer)\n"
        "Gunningsdatum: 9 oktober 2019\nDatum van sluiting: 24 oktober 2019\n"
        "Opzeg: aankoopcentrale, drie maanden, na ingebrekestelling\n"
    )
    found = structure(plain_text.extract(Path("x.txt"), text.encode()), "proef.txt")
    said = {(fact.field, fact.value, fact.detail) for fact in found.said}
    assert {(Field.SUPPLIER, "Poetswest bv", "perceel ramen"), (Field.SUPPLIER, "Net cv", "perceel vloer")} <= said
    values, _ = read(text)
    assert values["purchasing_body"] == ["Damme"]
    assert values["signed"] == ["2019-10-24"]
    assert values["notice"] == ["P3M"]


@pytest.mark.parametrize(
    "parties",
    [
        "Partijen:\n- de stad Torhout, penvoerder\n- de gemeente Jabbeke\n- de gemeente Zedelgem\n",
        "Deelnemende partijen\n• Stad Torhout (penvoerder)\n• Gemeente Jabbeke\n• Gemeente Zedelgem\n",
        "Partijen\n\nDe stad Torhout neemt deel als penvoerder. Jabbeke en Zedelgem nemen deel als partner.\n",
    ],
)
def test_parties_are_read_from_a_list_and_from_what_they_take_part_as(parties):
    values, _ = read(f"Samenwerkingsovereenkomst bibliotheek\n\n{parties}\nArtikel 1. Doel\nZij delen een catalogus.\n")
    assert values["party"] == ["Torhout", "Jabbeke", "Zedelgem"]
    assert values["subject"] == ["bibliotheek"]
    assert "joined" not in values


def test_those_for_whom_a_town_acts_take_part_and_are_no_buyers():
    values, _ = read(
        "CONCESSIEOVEREENKOMST BUSHOKJES\n\n1 PARTIJEN\n\n"
        "1.1 De stad Torhout, concessiegever, die mede optreedt voor de gemeenten Jabbeke en Zedelgem.\n"
        "1.2 Hokjes NV, concessiehouder, gevestigd te Gent.\n\n2 DUUR\n\n2.1 De concessie gaat in op 1 mei 2019.\n"
    )
    assert values["buyer"] == ["Torhout"]
    assert values["joined"] == ["Jabbeke", "Zedelgem"]


def test_an_accession_that_ends_with_its_contract_is_not_open_until_then():
    values, _ = read(
        "TOETREDINGSOVEREENKOMST\n\nPartij 1: IGS Heidebos, als aankoopcentrale\nPartij 2: gemeente Damme\n\n"
        "Artikel 1 - Voorwerp\nDe gemeente Damme treedt toe tot het raamcontract energiescans.\n\n"
        "Artikel 2 - Einde\nDe toetreding neemt een einde samen met het raamcontract en uiterlijk op 31 maart 2026.\n"
    )
    assert values["end"] == ["2026-03-31"]
    assert "join_until" not in values
    assert values["purchasing_body"] == ["IGS Heidebos"]


def test_a_college_that_decides_in_one_article_joins_the_contract_in_its_title():
    values, kind = read(
        "STAD DAMME\n\nCollege van burgemeester en schepenen\nZitting van dinsdag 4 mei 2010\n\n"
        "13. DRUKWERK. AANSLUITING BIJ HET CONTRACT VAN DE STAD TORHOUT.\n\nHet college,\n\n"
        "Gelet op het contract, dat door de stad Torhout als opdrachtencentrale werd afgesloten;\n\nBESLIST:\n\n"
        "Enig artikel: de stad Damme sluit zich met ingang van 1 juni 2010 aan bij het contract drukwerk van de stad "
        "Torhout.\n"
    )
    assert kind is Kind.MINUTES
    assert values["joined"] == ["Damme"]


def test_a_purchasing_body_that_only_a_letterhead_names_is_unsure():
    found = structure(plain_text.extract(Path("x.txt"), LETTER.encode()), "proef.txt")
    bodies = [fact for fact in found.said if fact.field is Field.PURCHASING_BODY]
    assert bodies
    assert all(fact.confidence < SURE for fact in bodies)
