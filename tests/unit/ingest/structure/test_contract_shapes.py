"""Shapes of clauses and of positions that papers of other hands showed. All of it is invented."""

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure import structure
from ingest.structure.contracts.joining.joining import joining_of
from ingest.structure.contracts.parties.parties import parties_of
from ingest.structure.contracts.parties.suppliers import suppliers_of
from ingest.structure.contracts.text.clauses import Sentence, sentences_of
from ingest.structure.contracts.times.notice import notices_of
from ingest.structure.contracts.times.renewal import renewal_of
from ingest.structure.contracts.times.signing import signed_on
from ingest.structure.contracts.times.validity import validity_of
from ingest.structure.rows import rows_of
from search.registers.agreements import Fact, Field
from search.types import Kind


def sentences(text: str) -> list[Sentence]:
    return sentences_of(rows_of(plain_text.extract(Path("x.txt"), text.encode())), ())


def said(text: str, name: str) -> tuple[Fact, ...]:
    return structure(plain_text.extract(Path("x.txt"), text.encode()), name).said


def values(facts: tuple[Fact, ...], field: Field) -> list[str]:
    return [each.value for each in facts if each.field is field]


def test_the_firm_that_got_the_contract_supplies() -> None:
    found = suppliers_of(sentences("Zonnedak bv kreeg de opdracht op 3 mei 2021."))
    assert [each.value for each in found] == ["Zonnedak bv"]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Wie niet wil verderdoen, laat dat uiterlijk drie maanden voor het einde weten.", "P3M"),
        ("Wie de verlenging niet wenst, zegt op ten laatste drie maanden voor het einde van de periode.", "P3M"),
        ("Stapt een gemeente eruit, dan laat zij dat drie maanden vooraf weten.", "P3M"),
    ],
)
def test_notice_is_read_of_who_does_not_go_on(text: str, length: str) -> None:
    assert [each.value for each in notices_of(sentences(text))] == [length]


def test_a_contract_that_is_renewed_unless_somebody_stops_is_so_tacitly() -> None:
    text = "Tenzij een partij zes maanden vooraf laat weten dat zij wenst te stoppen, wordt de overeenkomst vernieuwd."
    found = renewal_of(sentences(text))
    assert found
    assert found.value == "tacit"
    assert not joining_of(sentences(text.replace("zes maanden vooraf", "uiterlijk op 1 mei 2025")), Kind.CONTRACT)


def test_the_last_day_that_a_clause_recites_gives_way_to_the_new_one() -> None:
    text = "De looptijd, die eindigt op 31 januari 2023, wordt verlengd tot en met 31 januari 2025."
    assert [each.value for each in validity_of(sentences(text)) if each.field is Field.END] == ["2025-01-31"]


def test_the_day_of_signing_stands_behind_that_of_approval() -> None:
    found = signed_on(sentences("Goedgekeurd door de raad op 26 maart 2024 en ondertekend op 8 april 2024."))
    assert found
    assert found.value == "2024-04-08"


def test_those_for_whom_a_central_buys_are_no_party() -> None:
    text = (
        "Tussen:\n\nDe stad Tongeren, handelend als aankoopcentrale voor de gemeenten Hoeselt en Riemst;\n\n"
        "en\n\nPapyrus Limburg nv, leverancier;\n\nis overeengekomen:\n"
    )
    found = tuple(parties_of(sentences(text), Kind.FRAMEWORK_CONTRACT))
    assert values(found, Field.BUYER) == ["Tongeren"]


def test_who_may_order_may_join_whatever_else_the_sentence_names() -> None:
    text = "Ook het OCMW van Diest en het AGB Diest kunnen bestellen onder dezelfde voorwaarden."
    found = tuple(joining_of(sentences(text), Kind.FRAMEWORK_CONTRACT))
    assert values(found, Field.MAY_JOIN) == ["OCMW van Diest", "AGB Diest"]


def test_the_day_from_which_others_join_is_not_the_first_of_the_contract() -> None:
    found = said(
        'Addendum nr. 1\n\nbij de raamovereenkomst "Onderhoud" van 12 januari 2019\n\n'
        "De gemeente Olen treedt met ingang van 1 februari 2023 toe als afnemer.\n\n"
        "Opgemaakt te Geel op 15 december 2022.\n",
        "geel/overeenkomsten/addendum.txt",
    )
    assert values(found, Field.JOINED) == ["Olen"]
    assert values(found, Field.START) == []


def test_the_town_that_writes_a_letter_of_award_buys() -> None:
    found = said(
        "Stad Diest\nGrote Markt 1\n\nPrintwerk Hageland nv\nLeuvensesteenweg 210\n\nDiest, 3 mei 2022\n\n"
        'Betreft: gunning raamovereenkomst "Drukwerk"\n\nGeachte heer,\n\nWij gunnen u de raamovereenkomst. '
        "Zij eindigt op 31 mei 2025.\n",
        "diest/raamovereenkomsten/brief.txt",
    )
    assert values(found, Field.BUYER) == ["Diest"]
    assert values(found, Field.SUBJECT) == ["Drukwerk"]


def test_numbered_points_of_a_position_are_statements_and_what_stands_below_them_is_not() -> None:
    found = said(
        "Standpunt over de verbrandingsoven\n\nOnze bezwaren en vragen\n\n1) De oven is te groot voor de streek.\n\n"
        "2) Beperk de vergunning tot 20 jaar.\n\nBesluit\n\nWij vragen de vergunning te weigeren.\n\n"
        "Opgemaakt door het secretariaat\n\nBijlagen: kaart van de routes\n",
        "streek/standpunt_oven.txt",
    )
    assert values(found, Field.STATEMENT) == [
        "De oven is te groot voor de streek.",
        "Beperk de vergunning tot 20 jaar.",
        "Wij vragen de vergunning te weigeren.",
    ]


def test_the_articles_of_a_resolution_are_stated_without_their_number() -> None:
    found = said(
        "Resolutie over buslijn 42\n\nDe gemeenteraad van Olen,\n\nbesluit:\n\n"
        "Artikel 1. De raad spreekt zich uit tegen de afschaffing.\n\nArtikel 2. De raad vraagt een pendelbus.\n",
        "olen/standpunt_buslijn.txt",
    )
    assert values(found, Field.STATEMENT) == [
        "De raad spreekt zich uit tegen de afschaffing.",
        "De raad vraagt een pendelbus.",
    ]


def test_a_memorandum_tells_others_what_to_do() -> None:
    found = said(
        "Memorandum van de Kempense besturen\n\nMobiliteit\n\nInvesteer in de fietsostrade.\n\n"
        "De streek telt drie stations.\n",
        "streek/standpunt_memorandum.txt",
    )
    assert values(found, Field.STATEMENT) == ["Investeer in de fietsostrade."]


def test_the_body_in_a_title_states_a_position_and_not_all_who_endorse_it() -> None:
    found = said(
        "Standpunt van het Welzijnsoverleg Pajottenland over de kinderopvang\n\nWij vragen meer plaatsen.\n\n"
        "Onderschreven door: gemeente Galmaarden, gemeente Gooik\n",
        "streek/standpunt_opvang.txt",
    )
    assert values(found, Field.HOLDER) == ["Welzijnsoverleg Pajottenland"]
