"""What has a name in a text: laws, companies, bodies, places, municipalities; and no persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.registers.entities import EntityKind, entities_of
from tests.growth import is_in_proportion

DLB = "Decreet van 22 december 2017 over het lokaal bestuur"
PROCUREMENT = "Wet van 17 juni 2016 inzake overheidsopdrachten"


def names(text, kind):
    return [entity.name for entity in entities_of(text) if entity.kind is kind]


@pytest.mark.parametrize(
    ("text", "name", "articles"),
    [
        ("Gelet op het decreet lokaal bestuur;", DLB, ()),
        ("Decreet over het lokaal bestuur van 22 december 2017, artikelen 40, 41 en 392 tot en met 395", DLB,
         ("40", "41", "392-395")),
        ("Gelet op artikel 41, §1, 2° van het DLB", DLB, ("41",)),
        ("artikel 56, § 3, 5° en 6° van het decreet van 22 december 2017", DLB, ("56",)),
        ("de wet van 17 juni 2016 inzake overheidsopdrachten, meer bepaald artikel 42", PROCUREMENT, ("42",)),
        ("Wet overheidsopdrachten van 17/06/2016", PROCUREMENT, ()),
        ("wet van 17 juni 2016 betreffende de concessieovereenkomsten",
         "Wet van 17 juni 2016 betreffende de concessieovereenkomsten", ()),
        ("het gemeentedecreet van 15 juli 2005, artikelen 172 tot en met 175", "Gemeentedecreet van 15 juli 2005",
         ("172-175",)),
        ("decreet lokaal bestuur, meer bepaald de artikelen 345/1 en 346", DLB, ("345/1", "346")),
        ("artikel 2.2.21 van de VCRO", "Vlaamse Codex Ruimtelijke Ordening", ("2.2.21",)),
        ("K.B. van 16 november 2001", "Koninklijk besluit van 16 november 2001", ()),
        ("het ministerieel besluit van 3 mei 1999 tot goedkeuring", "Ministerieel besluit van 3 mei 1999", ()),
        ("besluit van de Vlaamse Regering van 1 juni 2012", "Besluit van de Vlaamse Regering van 1 juni 2012", ()),
        ("omzendbrief BA/2001/13 van 7 september 2001", "Omzendbrief BA/2001/13", ()),
    ],
)  # fmt: skip
def test_a_law_has_one_name_however_it_is_cited_and_its_articles_are_told(text, name, articles):
    found = [entity for entity in entities_of(text) if entity.kind is EntityKind.LAW]
    assert [(entity.name, entity.detail) for entity in found] == [(name, articles)]


@pytest.mark.parametrize(
    "text",
    [
        "het decreet dat in werking treedt op 1 januari 2019",
        "de wet werd besproken in de zitting van 3 mei 2019",
        "een natte en koude winter, wetens en willens",
        "het avg. bedrag per maand",
    ],
)
def test_a_law_that_is_not_told_is_not_made_up(text):
    assert names(text, EntityKind.LAW) == []


def test_articles_on_the_line_above_belong_to_the_law_that_stands_there():
    text = "De nieuwe gemeentewet en in het bijzonder artikel 134\nDe wet van 24 juni 2013"
    assert [entity.detail for entity in entities_of(text)] == [("134",), ()]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De opdracht gaat naar Zonnedak West bv (opdrachtnemer).", ["Zonnedak West bv"]),
        ("gunning aan de nv Voorbeeldwater, Kaai 3", ["Voorbeeldwater nv"]),
        ("De N.V. Baggerij De Golf voert uit", ["Baggerij De Golf nv"]),
        ("Firma Kustbin Solutions BV levert", ["Kustbin Solutions bv"]),
        ("overeenkomst met Groep Zomer vzw. De raad", ["Groep Zomer vzw"]),
        ("VZW De Kring en Rondrit cvba", ["De Kring vzw", "Rondrit cvba"]),
        ("Comm.V Jansen & Zonen plaatst de kasten", ["Jansen & Zonen Comm.V"]),
        ("Overeenkomst Rondrit cvba", ["Rondrit cvba"]),
        ("Begroting 2024 vzw Kring", ["Kring vzw"]),
        ("enkele werken, bv kapvergunningen, bv. Brugge of bv Brugge", []),
        ("stuur een CV naar de dienst OV", []),
    ],
)
def test_a_company_is_told_by_its_legal_form_which_comes_last_in_its_name(text, wanted):
    assert names(text, EntityKind.COMPANY) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De gemeenteraad en het college beslissen.", ["Gemeenteraad", "College van Burgemeester en Schepenen"]),
        ("Het vast bureau, het CBS en de OCMW-raad",
         ["Vast Bureau", "College van Burgemeester en Schepenen", "Raad voor Maatschappelijk Welzijn"]),
        ("Kerkfabriek Sint-Jan. Jaarrekening 2019.", ["Kerkfabriek Sint-Jan"]),
        ("kerkfabriek St. Amandus Jaarrekening 2019", ["Kerkfabriek St. Amandus"]),
        ("Politiezone Damme/Knokke-Heist. Dotatie", ["Politiezone Damme/Knokke-Heist"]),
        ("Hulpverleningszone 1. Begroting 2024.", ["Hulpverleningszone 1"]),
        ("Hulpverleningszone 2024", []),
        ("een schoolcollege en de burgemeester", []),
    ],
)  # fmt: skip
def test_bodies_are_named_as_the_field_does(text, wanted):
    assert names(text, EntityKind.BODY) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Herinrichting Kursaalstraat fase 2", ["Kursaalstraat"]),
        ("in de Baron Ruzettelaan en de Torhoutse Steenweg 12", ["Baron Ruzettelaan", "Torhoutse Steenweg"]),
        ("Parkeerverbod Koning Albertstraat", ["Koning Albertstraat"]),
        ("tussen Godelieve Van Molenstraat en Grote Markt", ["Godelieve Van Molenstraat", "Grote Markt"]),
        ("Verplaatsing van voetweg nr. 38", ["Voetweg 38"]),
        ("Fietsstraat. Rijbaan. Een straat met een plein", []),
    ],
)
def test_places_are_streets_and_squares_without_house_numbers(text, wanted):
    assert names(text, EntityKind.PLACE) == wanted


def test_a_part_of_a_municipality_counts_for_the_whole():
    assert names("De stad Brugge en Assebroek", EntityKind.MUNICIPALITY) == ["Brugge", "Brugge"]


def test_persons_are_no_entities():
    assert entities_of("Raadslid Jan Peeters en schepen Mieke De Smet ondertekenen; de voorzitter sluit.") == ()


def test_of_two_that_overlap_one_is_kept_and_each_stands_where_it_says():
    text = "Zonnedak Brugge nv werkt voor de Politiezone Brugge in de Bruggestraat te Brugge."
    found = entities_of(text)
    assert [(entity.kind, text[entity.start : entity.end]) for entity in found] == [
        (EntityKind.COMPANY, "Zonnedak Brugge nv"),
        (EntityKind.BODY, "Politiezone Brugge"),
        (EntityKind.PLACE, "Bruggestraat"),
        (EntityKind.MUNICIPALITY, "Brugge"),
    ]


@given(st.text(alphabet="aA vVnNzZwW.1§°,-\n(&é", max_size=80))
def test_any_text_gives_entities_that_lie_within_it_and_apart(text):
    last = 0
    for entity in entities_of(text):
        assert last <= entity.start < entity.end <= len(text)
        last = entity.end


@pytest.mark.parametrize(
    "piece", ["A nv ", "Aastraat ", "artikel 1, ", "decreet van ", "kerkfabriek A ", "A", "  ", "§ 1 "]
)
def test_a_hostile_text_takes_time_in_proportion_to_its_length(piece):
    assert is_in_proportion(lambda length: entities_of((piece * length)[:length]), 160_000)
