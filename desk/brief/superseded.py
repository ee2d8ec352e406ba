"""Positions that later ones of the same body replaced, and sentences that rest on one. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from search.language import dates
from search.registers.agreements import Fact, Field
from search.registers.citations import body_key
from search.types import Document, DocumentId

_NAMED = "standpunt"  # a day alone may be that of anything


@dataclass(frozen=True, slots=True)
class Superseded:
    """Which positions were replaced, each by the last that did."""

    older: Mapping[DocumentId, Document] = field(default_factory=dict)
    heirs: Mapping[DocumentId, Document] = field(default_factory=dict)  # by the id of what was replaced

    def rested_on(self, sentence: str, document: Document) -> tuple[Document, Document] | None:
        """Return the position that a sentence names and that was replaced since, and what replaced it.

        Args:
            sentence: Of a paper, which names positions by their day.
            document: The paper; it speaks of its own body.
        """
        if _NAMED not in sentence.casefold():
            return None
        days = {day for day, _, _ in dates.find(sentence)}
        for key, heir in self.heirs.items():
            older = self.older[key]
            if older.date in days and _is_of_one(older, document) and _before(document.date, heir.date):
                return older, heir
        return None


def superseded(papers: Iterable[Document], facts: Mapping[DocumentId, Sequence[Fact]]) -> Superseded:
    """Return which of these positions were replaced.

    Args:
        papers: Positions that the reader may read.
        facts: What they say; a day of a position that they replace is one of these.
    """
    ordered = sorted((each for each in papers if each.date), key=lambda each: (each.date or date.min, each.id))
    older: dict[DocumentId, Document] = {}
    heirs: dict[DocumentId, Document] = {}
    for paper in ordered:
        days = {day for f in facts.get(paper.id, ()) if f.field is Field.REPLACES for day, _, _ in dates.find(f.value)}
        for other in ordered:
            if other.date in days and _is_of_one(other, paper) and _before(other.date, paper.date):
                older[other.id], heirs[other.id] = other, paper
    return Superseded(older, {key: _last(heir, heirs) for key, heir in heirs.items()})


def _last(heir: Document, heirs: Mapping[DocumentId, Document]) -> Document:
    """Return the last of a row of positions; each is later than the one before, so that it ends."""
    while heir.id in heirs:
        heir = heirs[heir.id]
    return heir


def _is_of_one(paper: Document, other: Document) -> bool:
    return paper.municipality == other.municipality and body_key(paper.body) == body_key(other.body)


def _before(day: date | None, later: date | None) -> bool:
    return day is not None and later is not None and day < later
