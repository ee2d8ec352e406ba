from datetime import date

import pytest

from search.registers.citations import Citation, Cited, body_key, find
from tests.growth import is_in_proportion


def only(text: str) -> Citation:
    (found,) = find(text)
    return found


def test_a_reference_number_is_one_whatever_joins_its_parts() -> None:
    assert [cited.number for cited in find("Zie 2020_GR_00057 en besluit 2021/CBS/01204.")] == [
        "2020_GR_00057",
        "2021_CBS_01204",
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Het bestek 2020/LM/014 wordt goedgekeurd.", "2020/LM/014"),
        ("De lastvoorwaarden met nummer TD/2016/09 voor het plaatsen", "TD/2016/09"),
        ("sluit aan bij de raamovereenkomst van de stad (SB-2023-012)", "SB-2023-012"),
        ("Het bestek met nr. TECH2023-013 wordt goedgekeurd", "TECH2023-013"),
        ("bestek 2024-08 en de raming", "2024-08"),
    ],
)
def test_a_contract_is_known_by_the_number_of_its_bestek(text: str, number: str) -> None:
    assert [cited.number for cited in find(text) if cited.what is Cited.CONTRACT] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Verordening (EU) 2016/679 van 27 april 2016",
        "Ministeriële omzendbrief MOB/2009/01 over de aanvullende reglementen",
        "de wet van 17 juni 2016 inzake overheidsopdrachten",
        "Decreet lokaal bestuur van 22 december 2017, artikel 40",
        "Besluit van de Vlaamse Regering van 30 maart 2018",
        "loopt tot en met 31 augustus 2020",
        "het bestek, de plannen en de raming",
        "actie AC-2.3.4 en een ketel van 500 kW",
        "",
    ],
)
def test_laws_and_terms_are_no_decisions_of_ours(text: str) -> None:
    assert find(text) == ()


def test_a_decision_is_cited_by_its_body_and_day() -> None:
    cited = only("Gelet op het besluit van de gemeenteraad van Damme van 24 februari 2020;")
    assert (cited.what, cited.day, cited.body) == (Cited.DECISION, date(2020, 2, 24), "gemeenteraad")
    assert cited.municipality == "Damme"
    assert cited.said == "gemeenteraad van Damme van 24 februari 2020"


def test_the_verb_may_stand_behind_the_day() -> None:
    cited = only("In zitting van 26 november 2018 werd dit punt verdaagd.")
    assert (cited.what, cited.day) == (Cited.DECISION, date(2018, 11, 26))
    assert cited.said == "26 november 2018 werd dit punt verdaagd"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Over windmolens geldt het standpunt van 16 juni 2010 onverkort.", Cited.POSITION),
        ("de raamovereenkomst die de stad Brugge d.d. 1 september 2016 sloot", Cited.CONTRACT),
        ("De stad Brugge sloot op 1 oktober 2020 een raamovereenkomst", Cited.CONTRACT),
        ("gelet op het gemeenteraadsbesluit van 29 januari 2024 m.b.t. het platform", Cited.DECISION),
        ("zoals besproken op het burgemeestersoverleg van 9 december 2009", Cited.DECISION),
    ],
)
def test_it_tells_what_is_cited(text: str, what: Cited) -> None:
    assert only(text).what is what


def test_a_thing_cited_twice_is_named_once() -> None:
    assert len(find("bestek 2020/LM/014; het bestek 2020/LM/014 ligt ter inzage")) == 1


def test_what_a_sentence_before_says_is_not_about_this_day() -> None:
    assert find("Het college besliste. De werken starten 3 mei 2021") == ()


def test_a_body_is_one_however_it_is_written() -> None:
    assert body_key("College van Burgemeester en Schepenen") == body_key("college")
    assert body_key("Burgemeestersoverleg Brugge") == "burgemeestersoverleg"
    assert body_key("Werkgroep bibliotheken") != body_key("Werkgroep vrije tijd")
    assert body_key(None) == ""


@pytest.mark.parametrize("piece", ["raad van ", "A-2020-1/", "bestek ", "2020_GR_", "3 mei 2020 ", "d.d. "])
def test_a_text_made_to_tire_it_takes_no_longer_than_its_length_asks(piece: str) -> None:
    assert is_in_proportion(lambda count: find(piece * count), 40_000)


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("de vergadering van Lumivia ov (voorheen Zwalmgas ov) op 3 mei", "Lumivia ov", "Zwalmgas ov"),
        ("toelage aan vzw Kompas (vroeger vzw De Brug).", "vzw Kompas", "vzw De Brug"),
        ("Lumivia (voorheen een intercommunale)", "", ""),
        ("de weg (voorheen Zandweg)", "", ""),
    ],
)
def test_a_former_name_stands_in_brackets_behind_the_new_one(text: str, now: str, before: str) -> None:
    found = [(each.body, each.number) for each in find(text) if each.what is Cited.FORMER]
    assert found == ([(now, before)] if now else [])


@pytest.mark.parametrize("piece", ["Aa ", "A (voorheen ", "vzw A ", "A (voorheen A ", "Aaaa"])
def test_a_text_made_to_tire_the_search_for_names_takes_no_longer_than_its_length_asks(piece: str) -> None:
    assert is_in_proportion(lambda count: find(piece * count), 30_000)
