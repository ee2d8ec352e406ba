"""Who takes part in a contract, who may join and until when, in the words of many hands. All invented."""

# ruff: noqa: E501  (one case a line)

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure.contracts.joining.accession import joiner
from ingest.structure.contracts.joining.joining import joining_of
from ingest.structure.contracts.text.clauses import sentences_of
from ingest.structure.rows import rows_of
from search.registers.agreements import Field
from search.types import Kind
from tests.growth import is_in_proportion


def found(text: str, field: Field, kind: Kind = Kind.FRAMEWORK_CONTRACT) -> list[str]:
    sentences = sentences_of(rows_of(plain_text.extract(Path("x.txt"), text.encode())), ())
    return [each.value for each in joining_of(sentences, kind) if each.field is field]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sinds mei is de gemeente Retie deelnemer aan dit raamcontract.", ["Retie"]),
        ("De gemeente Olen is er bij vanaf het tweede jaar.", ["Olen"]),
        ("Bij de start tekenden in: stad Aarschot, gemeente Tremelo en OCMW Aarschot.", ["Aarschot", "Tremelo", "OCMW Aarschot"]),
        ("Op de raamovereenkomst wordt ingetekend door de gemeente Wichelen.", ["Wichelen"]),
        ("Aan Zulte en Kruisem wordt toegang verleend tot de raamovereenkomst.", ["Zulte", "Kruisem"]),
        ("Politiezone Grasdal neemt met ingang van 1.3.2023 deel aan de raamovereenkomst.", ["Politiezone Grasdal"]),
        ("Nieuwe leden: gemeente Kasterlee, kerkfabriek Sint-Pieter.", ["Kasterlee", "kerkfabriek Sint-Pieter"]),
        ("Wie doet mee: Niel, Rumst, OCMW Niel", ["Niel", "Rumst", "OCMW Niel"]),
        ("Deelnemerslijst\n\n- stad Geel\n- gemeente Meerhout, uitgestapt op 31/12/2022\n- gemeente Balen\n", ["Geel", "Balen"]),
        ("Met de stad Lier is gesproken; de gemeente Berlaar stapt in het contract.", ["Berlaar"]),
    ],
)  # fmt: skip
def test_who_takes_part_is_read_in_many_wordings(text: str, names: list[str]) -> None:
    assert found(text, Field.JOINED) == names


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente Retie neemt sinds mei niets meer af van dit raamcontract.",
        "De gemeente Olen stapte op 1 mei 2022 uit de raamovereenkomst.",
        "De gemeente Wichelen overweegt toe te treden tot de raamovereenkomst.",
        "De raamovereenkomst van de stad Aarschot wordt opgenomen in de bijlage.",
        "De gemeente Zulte kan later aansluiten bij de raamovereenkomst.",
        "Deelnemers\n\nCentrale: stad Geel\n",
        "Stopzetting van de deelname\nBestuur: gemeente Balen\n",
    ],
)
def test_who_leaves_hesitates_or_only_may_takes_no_part(text: str) -> None:
    assert found(text, Field.JOINED) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("De raad voor maatschappelijk welzijn beslist om met OCMW Retie aan te sluiten bij de raamovereenkomst.", "OCMW Retie"),
        ("Goedgekeurd wordt de toetreding van politiezone Grasdal tot de raamovereenkomst van de stad Geel.", "politiezone Grasdal"),
        ("De gemeente Olen treedt toe tot de raamovereenkomst van de stad Geel.", "Olen"),
    ],
)  # fmt: skip
def test_whoever_a_decision_names_joins_and_not_whose_contract_it_is(text: str, who: str) -> None:
    assert joiner(text) == who


def test_a_form_names_who_fills_it_in() -> None:
    text = "Formulier voor toetreding\nOrganisatie: gemeente Retie\nGekozen contract: strooizout\n"
    assert found(text, Field.JOINED, Kind.ACCESSION) == ["Retie"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Toetreding\n\nLokale besturen uit de Kempen kunnen instappen.", ["lokale besturen uit de Kempen"]),
        ("Toetreding\n\nAlle gemeenten en OCMW's van Limburg zijn welkom.", ["gemeenten en OCMW's van Limburg"]),
        ("Naast de stad Geel zelf mogen ook Balen en Meerhout bij dit raamcontract aansluiten.", ["Balen", "Meerhout"]),
        (
            "Het raamcontract kan afgenomen worden door politiezones en kerkfabrieken.",
            ["politiezones", "kerkfabrieken"],
        ),
        ("Wie nog: Hemiksem, Aartselaar", ["Hemiksem", "Aartselaar"]),
        ("Toetreding van scholengroepen wordt aanvaard zolang de overeenkomst loopt.", ["scholengroepen"]),
        ("De raamovereenkomst staat open voor inwoners van Ternat.", []),
        ("De gemeente Bornem kan bij de raamovereenkomst aansluiten als waarnemer.", []),
    ],
)
def test_who_may_join_is_read_in_many_wordings(text: str, names: list[str]) -> None:
    assert found(text, Field.MAY_JOIN) == names


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Laatste dag om mee te doen: 24 mei 2019.", ["2019-05-24"]),
        ("Aanmeldingen na 1 mei 2024 worden niet meer aanvaard.", ["2024-05-01"]),
        ("De lijst wordt afgesloten op 3 juni 2022. Wie zich wil aanmelden, schrijft ons.", ["2022-06-03"]),
        ("Besturen konden zich tot uiterlijk vrijdag 18 maart 2022 melden als deelnemer.", ["2022-03-18"]),
        ("U kunt instappen. Stuur daarvoor het formulier terug, ten laatste op 3 juni 2022.", ["2022-06-03"]),
        ("12 juni 2023 is de laatste dag om in te stappen in het raamcontract.", ["2023-06-12"]),
        ("De toetreding geldt tot uiterlijk 16 april 2024.", []),
        ("Toetredingsdatum: 1 april 2024", []),
        ("De afnemers melden hun schade voor 1 juli 2024.", []),
    ],
)
def test_the_last_day_to_join_is_read_in_many_wordings(text: str, days: list[str]) -> None:
    assert found(text, Field.JOIN_UNTIL) == days


@pytest.mark.parametrize("kind", [Kind.FRAMEWORK_CONTRACT, Kind.ACCESSION])
@pytest.mark.parametrize(
    "part", ["kunnen neemt sluit stapt ", "Geel, ", "alle gemeenten en ", "( , / ", "toetreding van de "]
)
def test_a_hostile_sentence_takes_no_longer_than_its_length(part: str, kind: Kind) -> None:
    assert is_in_proportion(lambda count: found(part * count + "raamovereenkomst.", Field.JOINED, kind), 3_200)


def test_of_two_sentences_on_one_who_joined_the_one_that_says_since_when_counts() -> None:
    text = (
        "De gemeenteraad van Beernem besliste op 28 april 2022 om toe te treden tot de overeenkomst.\n\n"
        "De gemeente Beernem treedt toe tot de overeenkomst met ingang van 1 september 2022.\n"
    )
    sentences = sentences_of(rows_of(plain_text.extract(Path("x.txt"), text.encode())), ())
    told = [each for each in joining_of(sentences, Kind.ADDENDUM) if each.field is Field.JOINED]
    assert [(each.value, each.detail) for each in told] == [("Beernem", "2022-09-01")]
