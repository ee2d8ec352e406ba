"""Typed text -> what is looked for. Nothing that a person may type raises an error here."""

import re
from dataclasses import dataclass

from search.language.boilerplate import strip_boilerplate
from search.language.dutch import analyse
from search.types import Kind, Query

LONGEST = 500  # characters of a question that are looked at

FITTING: dict[str, frozenset[Kind]] = {
    "decision": frozenset(
        {Kind.MINUTES, Kind.DECISION_LIST, Kind.EXTRACT, Kind.ACCESSION, Kind.REGULATION, Kind.POSITION}
    ),
    "position": frozenset({Kind.POSITION}),
    "contract": frozenset({Kind.FRAMEWORK_CONTRACT, Kind.CONTRACT, Kind.ACCESSION, Kind.ADDENDUM}),
    "experience": frozenset(),
}
"""The kinds of document that a question of each intent asks for."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is searched: without "wat hebben we beslist over", and taken apart into stems."""

    query: Query
    core: str  # embedded
    words: tuple[str, ...]  # matched: stems, each once
    intent: str | None  # a key of FITTING


def parse(query: Query) -> Question:
    """Read a question. An empty or senseless text yields a question without words."""
    text = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]+", " ", query.text)[:LONGEST].strip()
    core, intent = strip_boilerplate(text)
    words = tuple(dict.fromkeys(analyse(core)))
    return Question(query, core, words, intent)


def understood(question: Question) -> dict[str, object]:
    """Return what was made of the question, for a person to check."""
    query = question.query
    return {
        "subject": question.core,
        "words": list(question.words),
        "intent": question.intent,
        "municipalities": list(query.municipalities),
        "kinds": [str(kind) for kind in query.kinds],
        "bodies": list(query.bodies),
        "from": query.since.isoformat() if query.since else None,
        "to": query.until.isoformat() if query.until else None,
    }
