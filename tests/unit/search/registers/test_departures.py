from datetime import date

import pytest

from search.registers import departures
from search.registers.agreements import Field
from search.registers.treatments import Article, Effect, Treatment
from search.types import Document, Kind, Outcome, Span

PLACE = (Span(2, 10, 90),)


def left(*articles: str, effect: Effect | None = Effect.APPROVED, municipality: str | None = "Damme"):
    document = Document(
        1, "1.pdf", "1", "Notulen", Kind.MINUTES, municipality, "Gemeenteraad", date(2024, 2, 26), None, 3, "iedereen",
        Outcome.OK, "",
    )  # fmt: skip
    told = tuple(Article(str(number), text, PLACE) for number, text in enumerate(articles, start=1))
    treatment = Treatment(0, "3", "", "Deelfietsen. Uitstap.", True, effect, 1.0, (), told, (), (), ())
    return departures.of(document, treatment)


@pytest.mark.parametrize(
    ("article", "who", "since"),
    [
        ("De deelname van de stad aan het stelsel deelfietsen wordt stopgezet op 31 mei 2024.", "Damme", "2024-05-31"),
        ("De overeenkomst van 1 juni 2019 over deelfietsen wordt opgezegd vanaf 1 juli 2024.", "Damme", "2024-07-01"),
        ("De gemeente zegt haar deelname aan de overeenkomst deelfietsen op.", "Damme", "2024-02-26"),
        ("De raad beslist uit te treden uit de samenwerking deelfietsen.", "Damme", "2024-02-26"),
        ("De gemeente neemt met ingang van 1 januari 2025 niet langer deel aan het stelsel.", "Damme", "2025-01-01"),
        ("De uittreding van de gemeente Jabbeke uit de overeenkomst wordt goedgekeurd.", "Jabbeke", "2024-02-26"),
    ],
)  # fmt: skip
def test_a_decision_to_leave_says_who_and_from_when(article: str, who: str, since: str):
    about, fact = left("Het verslag wordt goedgekeurd.", article)
    assert (fact.field, fact.value, fact.detail, fact.spans) == (Field.LEFT, who, since, PLACE)
    assert fact.said == article
    assert (about.field, about.value) == (Field.AMENDS, "Deelfietsen. Uitstap.")


@pytest.mark.parametrize(
    "article",
    [
        "Elke deelnemer kan uit de overeenkomst stappen met een opzegtermijn van zes maanden.",
        "De afname mag worden stopgezet indien de leverancier tekortschiet.",
        "De deelname aan de overeenkomst deelfietsen wordt goedgekeurd. Het oude systeem wordt stopgezet.",
        "De gemeente treedt toe tot de overeenkomst deelfietsen.",
        "Dit reglement treedt in werking op 1 april 2024.",
    ],
)
def test_what_may_be_or_is_something_else_is_no_departure(article: str):
    assert left(article) == []


@pytest.mark.parametrize("effect", [None, Effect.REJECTED, Effect.POSTPONED, Effect.NOTED])
def test_what_was_not_decided_is_no_departure(effect: Effect | None):
    assert left("De deelname aan de overeenkomst deelfietsen wordt stopgezet.", effect=effect) == []


def test_nobody_leaves_by_a_paper_of_no_municipality():
    assert left("De deelname aan de overeenkomst deelfietsen wordt stopgezet.", municipality=None) == []


@pytest.mark.parametrize("article", ["deelname " * 20_000, "zegt " * 20_000, "overeenkomst" * 20_000, ""])
def test_a_text_without_end_is_read_in_no_time(article: str):
    assert left(article) == []
