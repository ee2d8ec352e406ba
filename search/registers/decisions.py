"""Decisions as a reader may know them: what all papers on one of them tell, put together. Pure.

Of everything that is said of a decision, the richest paper that says it counts: minutes before the decision list,
that before the agenda. What a person corrected counts before all of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from search.copies import RICHEST
from search.registers.tellings import Telling
from search.registers.treatments import Article, Effect, Treatment, Vote
from search.types import Document, Kind

MEETINGS = frozenset({Kind.MEETING_REPORT, Kind.SESSION_REPORT})
SURE = 0.7  # confidence of an outcome below which a person is asked to confirm it


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper on a decision, and what it tells of it."""

    document: Document
    telling: Telling

    @property
    def page(self) -> int:
        """The page on which the item begins there, from 1."""
        places = self.telling.treatment.title_spans or self.telling.treatment.spans
        return places[0].page if places else 1


class State(StrEnum):
    """Whether a decision still holds, in the field's Dutch terms."""

    HOLDS = "geldig"
    AMENDED = "gewijzigd"
    REPLACED = "vervangen"
    REPEALED = "opgeheven"
    EXPIRED = "verlopen"
    NEVER = "niet aangenomen"  # rejected, postponed or withdrawn


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a decision still holds, since when not, and which other decision says so."""

    state: State
    since: date | None = None
    by: str | None = None  # key of the decision that amends, replaces or repeals it
    said: str = ""  # word for word where it is said


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of a governing body, a matter of a meeting, or a paper that has no items."""

    key: str
    municipality: str | None
    body: str | None
    date: date | None
    number: str
    code: str
    title: str
    is_public: bool | None
    effect: Effect | None
    confidence: float
    is_confirmed: bool  # by a person
    votes: tuple[Vote, ...]
    articles: tuple[Article, ...]
    papers: tuple[Paper, ...]  # richest first; never empty
    standing: Standing | None = None  # None where nothing can be said: an agenda, a report, a note
    themes: tuple[str, ...] = ()

    @property
    def document(self) -> Document:
        """The richest paper on it."""
        return self.papers[0].document

    @property
    def page(self) -> int:
        """The page of the richest paper on which it begins."""
        return self.papers[0].page

    @property
    def is_decided(self) -> bool:
        """Whether a governing body did something with it."""
        return self.effect is not None and self.document.kind not in MEETINGS

    @property
    def is_stated(self) -> bool:
        """Whether it is a position, which holds until another takes its place."""
        return self.document.kind is Kind.POSITION and not self.papers[0].telling.is_item

    @property
    def needs_a_look(self) -> bool:
        """Whether the outcome was read with so little certainty that a person should confirm it."""
        return self.effect is not None and not self.is_confirmed and self.confidence < SURE


def assembled(
    told: Iterable[tuple[Document, Telling]], effects: Mapping[str, Effect | None], themes: Mapping[str, Sequence[str]]
) -> dict[str, Decision]:
    """Return the decisions that papers tell of, by key, in the order of their first paper.

    Args:
        told: What a reader may read.
        effects: Outcomes that persons gave, by the key of any telling.
        themes: The themes of each decision, by its key.
    """
    groups: dict[str, list[Paper]] = {}
    for document, telling in told:
        groups.setdefault(telling.key, []).append(Paper(document, telling))
    return {key: _decision(key, papers, effects, tuple(themes.get(key, ()))) for key, papers in groups.items()}


def _decision(
    key: str, papers: Sequence[Paper], effects: Mapping[str, Effect | None], themes: tuple[str, ...]
) -> Decision:
    ordered = tuple(sorted(papers, key=_rank))
    first, about = ordered[0].telling.treatment, ordered[0].document
    told = [paper.telling.treatment for paper in ordered]
    outcome = _outcome(told)
    given = next((own for paper in ordered if (own := paper.telling.own_key) in effects), None)
    decision = Decision(
        key=key,
        municipality=about.municipality,
        body=about.body,
        date=about.date,
        number=first.number,
        code=next((t.code for t in told if t.code), ""),
        title=first.title,
        is_public=next((t.is_public for t in told if t.is_public is not None), None),
        effect=outcome.effect if outcome else None,
        confidence=outcome.confidence if outcome else 0.0,
        is_confirmed=False,
        votes=next((t.votes for t in told if t.votes), ()),
        articles=next((t.articles for t in told if t.articles), ()),
        papers=ordered,
        themes=themes,
    )
    return replace(decision, effect=effects[given], confidence=1.0, is_confirmed=True) if given else decision


def _outcome(told: Sequence[Treatment]) -> Treatment | None:
    """Return what tells the outcome: the surest, of equally sure ones the richest paper."""
    saying = [treatment for treatment in told if treatment.effect is not None]
    return max(saying, key=lambda treatment: treatment.confidence) if saying else None


def _rank(paper: Paper) -> tuple[int, bool, int]:
    return RICHEST.get(paper.document.kind, 0), not paper.telling.is_item, paper.document.id
