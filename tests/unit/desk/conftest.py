"""Builders of invented papers, contracts, decisions and results."""

from collections.abc import Callable
from datetime import date

import pytest

from search.answer import Answer, Facets, Query, Result, Searched
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract, Evidence
from search.registers.decisions import Decision, Paper
from search.registers.tellings import Telling
from search.registers.treatments import Effect, Treatment
from search.types import EVERYONE, Document, Kind, Outcome, Passage, Span

TODAY = date(2026, 11, 25)


def make_document(
    number: int = 1,
    *,
    kind: Kind = Kind.FRAMEWORK_CONTRACT,
    title: str = "Raamovereenkomst strooizout",
    of: str | None = "Brugge",
    day: date | None = date(2024, 9, 1),
    body: str | None = None,
) -> Document:
    named = (f"map/{number}.pdf", f"{number:064}", title, kind, of, body, day, None)
    return Document(number, *named, 9, EVERYONE, Outcome.OK, "")


def make_fact(field: Field, value: str, detail: str = "", page: int = 2, confidence: float = 0.95) -> Fact:
    return Fact(field, value, f"zo staat het: {value}", detail, (Span(page, 0, 9),), confidence)


def make_contract(
    *facts: Fact, document: Document | None = None, key: str = "", papers: tuple[Document, ...] = ()
) -> Contract:
    base = document or make_document()
    held: dict[Field, list[Evidence]] = {}
    for fact in facts:
        held.setdefault(fact.field, []).append(Evidence(base, fact))
    return Contract(key or f"{base.id:016x}", (base, *papers), {field: tuple(each) for field, each in held.items()})


def make_decision(
    document: Document,
    title: str = "Strooizout. Aankoop. Goedkeuring.",
    *,
    effect: Effect | None = Effect.APPROVED,
    page: int = 1,
    start: int = 0,
    key: str = "",
    themes: tuple[str, ...] = (),
    is_item: bool = True,
) -> Decision:
    spans = (Span(page, start, start + 10),)
    treatment = Treatment(0, "3", "", title, True, effect, 1.0, (), (), (), spans, spans)
    key = key or f"{document.id:08x}{page:04x}{start:04x}"
    papers = (Paper(document, Telling(1, document.id, is_item, key, key, treatment)),)
    about = (document.municipality, document.body, document.date, "3", "", title, True, effect)
    return Decision(key, *about, 1.0, False, (), (), papers, None, themes)


def make_result(
    document: Document, score: float = 0.5, *, page: int = 1, start: int = 20, text: str = "Het zout ligt klaar."
) -> Result:
    span = Span(page, start, start + len(text))
    passage = Passage(document.id * 10 + page, document.id, 0, (span,), text, (), "")
    return Result(1, score, document, passage, None, (), ())


def make_answer(*results: Result, more: int = 0) -> Answer:
    searched = Searched(9, 99, 0, None, None)
    return Answer(Query("zout"), {}, results, not results, Facets(), searched, more=more)


@pytest.fixture
def document() -> Callable[..., Document]:
    return make_document


@pytest.fixture
def fact() -> Callable[..., Fact]:
    return make_fact


@pytest.fixture
def contract() -> Callable[..., Contract]:
    return make_contract


@pytest.fixture
def decision() -> Callable[..., Decision]:
    return make_decision


@pytest.fixture
def result() -> Callable[..., Result]:
    return make_result


@pytest.fixture
def answer() -> Callable[..., Answer]:
    return make_answer
