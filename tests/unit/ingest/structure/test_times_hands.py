"""Days, lengths, renewal and notice of contracts in words of many hands. All of it is invented."""

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure.contracts.text.clauses import Sentence, sentences_of
from ingest.structure.contracts.text.written_days import days_in
from ingest.structure.contracts.times.notice import notices_of
from ingest.structure.contracts.times.renewal import renewal_of
from ingest.structure.contracts.times.signing import signed_on
from ingest.structure.contracts.times.validity import validity_of
from ingest.structure.rows import rows_of
from search.registers.agreements import SURE, Fact, Field


def sentences(text: str) -> list[Sentence]:
    return sentences_of(rows_of(plain_text.extract(Path("x.txt"), text.encode())), ())


def told(text: str, field: Field) -> list[str]:
    read = sentences(text)
    one = [each for each in (signed_on(read), renewal_of(read)) if each]
    return [each.value for each in (*validity_of(read), *notices_of(read), *one) if each.field is field]


@pytest.mark.parametrize(
    "text",
    [
        "De afspraken zijn van toepassing met ingang van 1 mei 2021.",
        "Op 1 mei 2021 treedt de overeenkomst in werking.",
        "Op 1 mei 2021 neemt de samenwerking een aanvang.",
        "De overeenkomst wordt van kracht op zaterdag 1 mei 2021.",
        "De gemeente Olen is met ingang van 1 mei 2021 deelnemer aan de groepsaankoop.",
        "Onze gemeente wenst vanaf 1 mei 2021 in te stappen.",
        "Deelname vanaf: 1 mei 2021",
        "Het zwembad wordt ter beschikking gesteld van 1 mei 2021 tot 30 juni 2021.",
    ],
)
def test_a_first_day_is_read_whatever_its_verb_and_wherever_that_stands(text: str) -> None:
    assert told(text, Field.START) == ["2021-05-01"]


@pytest.mark.parametrize(
    "text",
    [
        "De overeenkomst loopt op 30 april 2025 ten einde.",
        "Op 30 april 2025 eindigt de overeenkomst zonder opzegging.",
        "De raamovereenkomst blijft van kracht tot 30 april 2025.",
        "De laatste dag van de overeenkomst is 30 april 2025.",
        "De deelname van de gemeente Olen stopt op 30 april 2025.",
        "De gemeente Olen treedt op 30 april 2025 uit de vereniging.",
        "De samenwerking wordt stopgezet per 30 april 2025.",
        "De nieuwe vervaldag is 30 april 2025.",
        "De einddatum verschuift van 31 mei 2021 naar 30 april 2025.",
        "Geldig van 1 mei 2021 tot en met 30 april 2025",
    ],
)
def test_a_last_day_is_read_before_or_after_its_verb_and_the_new_one_of_two(text: str) -> None:
    assert told(text, Field.END) == ["2025-04-30"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Partijen verbinden zich voor een periode van vier jaar.", "P48M"),
        ("De overeenkomst is er een van vier jaar.", "P48M"),
        ("De samenwerking is niet beperkt in de tijd.", ""),
        ("De overeenkomst heeft geen einddatum.", ""),
        ("De overeenkomst kent geen vaste duur.", ""),
    ],
)
def test_a_term_or_that_there_is_none_is_read_in_other_words(text: str, value: str) -> None:
    assert told(text, Field.TERM) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Zonder opzegging wordt de overeenkomst telkens met een jaar verlengd.", "tacit"),
        ("De overeenkomst loopt daarna automatisch een jaar verder.", "tacit"),
        ("Bij gebreke aan opzeg loopt de overeenkomst verder voor een jaar.", "tacit"),
        ("Indien geen van de partijen opzegt, gaat het contract een jaar langer door.", "tacit"),
        ("Zonder tegenbericht schuift de overeenkomst een jaar door.", "tacit"),
        ("Een verlenging vergt een nieuwe beslissing van de gemeenteraden.", "explicit"),
        ("De stad behoudt zich het recht voor om de opdracht te hernieuwen.", "explicit"),
        ("Het wordt telkens met drie jaar verlengd, maar alleen wanneer beide raden dat beslissen.", "explicit"),
        ("Na twee seizoenen dooft de regeling vanzelf uit.", "none"),
        ("De overeenkomst is aangegaan met uitsluiting van elke stilzwijgende verlenging.", "none"),
    ],
)
def test_renewal_is_told_by_going_on_and_by_who_must_act_for_it(text: str, value: str) -> None:
    assert told(text, Field.RENEWAL) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("De opzeg gaat in drie maanden na ontvangst van de brief.", "P3M"),
        ("Elk bestuur kan zijn deelname stopzetten na 90 dagen aanzegging.", "P90D"),
        ("De huurder kan van de overeenkomst afzien, mits hij de stad twee maanden te voren verwittigt.", "P2M"),
        ("Volgens artikel 9 bedraagt de vooropzeg acht weken.", "P56D"),
    ],
)
def test_notice_is_read_by_the_words_after_its_length_too(text: str, value: str) -> None:
    assert told(text, Field.NOTICE) == [value]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Zo gedaan in drievoud te Olen, op vijftien maart tweeduizend eenentwintig.", "2021-03-15"),
        ("Op 15 maart 2021 ondertekend door de burgemeester en de algemeen directeur.", "2021-03-15"),
        ("Getekend door de stad op 15 maart 2021, door de gemeente Olen op 16 maart 2021.", "2021-03-16"),
        ("Handtekening en datum: 15/03/2021", "2021-03-15"),
        ("De gemeenteraad van Olen, in zitting van 15 maart 2021, beslist toe te treden.", "2021-03-15"),
        ("Datum besluit: 15 maart 2021", "2021-03-15"),
    ],
)
def test_the_last_signature_or_the_sitting_of_a_decision_is_its_day(text: str, day: str) -> None:
    assert told(text, Field.SIGNED) == [day]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Partijen beëindigen de overeenkomst in onderling akkoord met ingang van 30 april 2025.", Field.START),
        ("De overeenkomst vervalt samen met het contract over het zwembad van 4 mei 2009.", Field.END),
        ("De overeenkomst loopt telkens automatisch door met 1 jaar, behoudens opzeg in maart.", Field.NOTICE),
        ("Het college besliste om de overeenkomst met een jaar te verlengen.", Field.RENEWAL),
        ("Geachte leden, op 31 maart 2026 stopt de overeenkomst over het depot.", Field.SIGNED),
    ],
)
def test_a_day_or_length_of_something_else_is_no_fact(text: str, field: Field) -> None:
    assert told(text, field) == []


def test_a_signature_is_surer_than_the_sitting_that_a_contract_recites() -> None:
    signature, sitting = "Opgemaakt te Geel op 9 april 2021.", "Zitting van 15 maart 2021"
    both, alone = signed_on(sentences(f"{signature}\n\n{sitting}")), signed_on(sentences(sitting))
    assert both is not None
    assert alone is not None
    assert both.value == "2021-04-09"
    assert alone.confidence < SURE < both.confidence


def test_a_day_told_aside_gives_no_last_day_by_the_term_of_another_contract() -> None:
    text = "De gemeente Olen neemt vanaf 1 mei 2021 deel.\n\nDe raamovereenkomst heeft een looptijd van vier jaar."
    read: list[Fact] = validity_of(sentences(text))
    assert [each.value for each in read if each.field is Field.START] == ["2021-05-01"]
    assert not any(each.field is Field.END for each in read)


def test_a_deed_may_name_its_year_before_its_day() -> None:
    found = days_in("Het jaar tweeduizend eenentwintig, op de vijftiende maart, zijn verschenen")
    assert [day.isoformat() for day, _, _ in found] == ["2021-03-15"]
