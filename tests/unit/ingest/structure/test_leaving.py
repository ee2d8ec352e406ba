"""Who leaves a contract, as contracts, letters and lists tell it. All of it is invented."""

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure import structure
from ingest.structure.contracts.joining.leaving import leaving_of
from ingest.structure.contracts.text.clauses import sentences_of
from ingest.structure.rows import rows_of
from search.registers.agreements import Field
from search.types import Kind


def left(text: str, kind: Kind = Kind.ADDENDUM) -> list[tuple[str, str]]:
    read = sentences_of(rows_of(plain_text.extract(Path("x.txt"), text.encode())), ())
    return [(each.value, each.detail) for each in leaving_of(read, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente Olen treedt met ingang van 1 mei 2021 uit de vereniging.",
        "Gemeente Olen wenst vanaf 1 mei 2021 niet langer af te nemen.",
        "De gemeenteraad beëindigt de deelname van Olen aan het raamcontract per 1 mei 2021.",
        "De stad Olen maakt met ingang van 1 mei 2021 geen deel meer uit van het verband.",
        "De uittreding van de gemeente Olen op 1 mei 2021 wordt goedgekeurd.",
        "De gemeente Olen verlaat het contract op 1 mei 2021.",
        "Gelieve gemeente Olen te schrappen als deelnemer vanaf 1 mei 2021.",
        "Uitgetreden: gemeente Olen (vanaf 1 mei 2021)",
        "Gemeente Olen | lid, uitgestapt op 1 mei 2021",
    ],
)
def test_who_leaves_is_read_with_the_day_however_it_is_said(text: str) -> None:
    assert left(text) == [("Olen", "2021-05-01")]


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente Olen kan uittreden met een opzeg van zes maanden.",
        "Indien de gemeente Olen uittreedt, dragen de andere gemeenten haar deel.",
        "De gemeente Olen haakte tijdens de voorbereiding af.",
        "Een gemeente die niet langer deelneemt, meldt dat aan Olen.",
        "De gemeente Olen treedt toe op 1 mei 2021.",
        "De firma Zonnedak bv neemt niet langer deel aan het overleg met Olen.",
    ],
)
def test_a_right_a_condition_or_another_verb_tells_of_nobody_who_leaves(text: str) -> None:
    assert left(text) == []


def test_the_day_of_the_decision_is_not_the_day_from_which_somebody_leaves() -> None:
    text = "De gemeente Olen besliste op 3 maart 2021 haar deelname stop te zetten met ingang van 1 mei 2021."
    assert left(text) == [("Olen", "2021-05-01")]


def test_a_letter_of_one_who_leaves_tells_that_he_does_and_not_that_he_joins() -> None:
    text = (
        "Gemeente Olen\n\nAan Intercommunale Veneco dv\n\nOlen, 14 november 2022\n\nOpzegging deelname\n\nGeachte\n\n"
        'Onze gemeenteraad besliste om de deelname aan de raamovereenkomst "Groenafval" op te zeggen.\n'
    )
    found = structure(plain_text.extract(Path("x.txt"), text.encode()), "olen/toetredingen/brief_opzeg_deelname.txt")
    assert found.facts.kind is Kind.ACCESSION
    assert [each.value for each in found.said if each.field is Field.LEFT] == ["Olen"]
    assert not [each for each in found.said if each.field is Field.JOINED]
