"""The calendar of meetings: those that stand in the papers, and those that people added. Pure, but for `calendar`.

A meeting of one partnership on one day is one meeting, whether a person added it, its report was read in, or both.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from desk.kept import meetings as kept_meetings
from desk.kept.meetings import Kept
from search import KnowledgeBase
from search.errors import QueryError
from search.registers.decisions import MEETINGS, Decision
from search.types import Document, Kind, Reader

USUAL: Final = timedelta(days=73)  # between two meetings: five a year
PAPERS: Final = frozenset({*MEETINGS, Kind.AGENDA, Kind.MINUTES, Kind.DECISION_LIST})


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a partnership, past or to come."""

    day: date
    name: str
    partnership: str
    document: Document | None = None  # a paper of it
    kept: Kept | None = None  # as a person added it

    @property
    def uid(self) -> str:
        """Its identity in the calendar that it came from; empty where it came from none."""
        return self.kept.uid if self.kept else ""

    @property
    def key(self) -> str:
        """Its identity here: of partnership and day, or of what a person added, so that it can move."""
        about = f"{self.kept.id}" if self.kept else f"{self.partnership}\0{self.day.isoformat()}"
        return f"vergadering-{hashlib.sha256(about.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Period:
    """From one meeting to the next, both days included.

    Raises:
        QueryError: It ends before it begins.
    """

    since: date
    until: date

    def __post_init__(self) -> None:
        if self.since > self.until:
            raise QueryError("De periode eindigt voor ze begint.")


def calendar(kb: KnowledgeBase, reader: Reader) -> list[Meeting]:
    """Return the meetings that `reader` may know of: those of his papers, and all that people added; by day."""
    return joined(found(kb.registers.register(reader).decisions.values()), kept_meetings.kept(kb.data))


def found(decisions: Iterable[Decision]) -> list[Meeting]:
    """Return the meetings of partnerships of which a paper was read in."""
    papers = {paper.document.id: paper.document for each in decisions for paper in each.papers}
    known: dict[tuple[str, date], Document] = {}
    for document in sorted(papers.values(), key=lambda each: (each.kind is Kind.AGENDA, each.id)):
        if document.kind in PAPERS and document.municipality is None and document.body and document.date:
            known.setdefault((document.body, document.date), document)
    return [Meeting(day, body, body, document) for (body, day), document in known.items()]


def joined(of_papers: Iterable[Meeting], kept: Iterable[Kept]) -> list[Meeting]:
    """Return both as one calendar, by day."""
    every = {(each.partnership.casefold(), each.day): each for each in of_papers}
    for each in kept:
        place = (each.partnership.casefold(), each.day)
        told = every.get(place, Meeting(each.day, each.name, each.partnership))
        every[place] = replace(told, name=each.name, kept=each)
    return sorted(every.values(), key=lambda each: (each.day, each.partnership, each.name))


def partnerships(meetings: Iterable[Meeting]) -> list[str]:
    """Return who meets, those with most meetings first."""
    counts = Counter(each.partnership for each in meetings)
    return sorted(counts, key=lambda name: (-counts[name], name))


def usual(meetings: Sequence[Meeting], today: date) -> Period | None:
    """Return from the last meeting of whoever meets most to their next one, else to today; None where none met yet."""
    for name in partnerships(each for each in meetings if each.day < today):
        own = [each.day for each in meetings if each.partnership == name]
        last = max(day for day in own if day < today)
        return Period(last, min((day for day in own if day >= today), default=today))
    return None


def after(meetings: Sequence[Meeting], period: Period) -> date | None:
    """Return the first meeting after a period, of whoever meets at its ends, else of whoever meets most."""
    ends = [each.partnership for each in meetings if each.day in (period.until, period.since)]
    name = next(
        iter([*partnerships(each for each in meetings if each.partnership in ends), *partnerships(meetings)]), None
    )
    return min((each.day for each in meetings if each.partnership == name and each.day > period.until), default=None)


def usual_after(day: date) -> date:
    """Return when the next meeting would be, where none is known."""
    return min(day, date.max - USUAL) + USUAL
