"""What is new between two days, for one reader: per municipality and partnership, contracts, themes that rose.

Finds nothing by search: all of it is what papers tell, by its day. Every function takes the Reader.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from desk.news import contracts, matters, meetings, themes
from desk.news.contracts import Event
from desk.news.matters import Ended, Sort
from desk.news.meetings import Period
from desk.news.themes import Rise
from desk.registers import region
from desk.registers.finding import owner
from search import KnowledgeBase, arrivals
from search.registers import belonging
from search.registers.decisions import Decision
from search.registers.register import Register
from search.types import Reader

_New: TypeAlias = tuple[Decision, Sort]


@dataclass(frozen=True, slots=True)
class Place:
    """What is new of a municipality or a partnership."""

    name: str
    is_municipality: bool
    matters: Mapping[Sort, tuple[Decision, ...]]  # newest first
    ended: tuple[Ended, ...]
    contracts: tuple[Event, ...]  # of its own; what it may only join is told once, with all contracts
    late: tuple[Decision, ...]  # of before the period, of which papers came in during it

    @property
    def count(self) -> int:
        """How many things are told of it."""
        told = sum(map(len, self.matters.values()))
        return told + len(self.ended) + len(self.contracts) + len(self.late)

    def of(self, sort: Sort) -> tuple[Decision, ...]:
        """Return its matters of one sort."""
        return self.matters.get(sort, ())


@dataclass(frozen=True, slots=True)
class News:
    """All that is new."""

    period: Period
    today: date
    next_meeting: date | None  # after the period; None where it is not known
    municipalities: tuple[str, ...]  # that were asked for; empty: all
    theme: str  # that was asked for; empty: all
    places: tuple[Place, ...]  # of which there is news: municipalities, then partnerships
    silent: tuple[str, ...]  # municipalities of which something was read in, and nothing is new
    unread: tuple[str, ...]  # municipalities of the region of which nothing was read in
    contracts: tuple[Event, ...]  # each once, by day
    rises: tuple[Rise, ...]  # in all that the reader may know, whatever was asked for
    themes: Mapping[str, int]  # of the matters that are new, before a theme is chosen

    @property
    def horizon(self) -> date:
        """Until when the days are told on which something of a contract ends: what ends before the next meeting."""
        return _horizon(self.next_meeting, self.period.until)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is new."""
        return not self.places and not self.contracts


def news(
    kb: KnowledgeBase,
    reader: Reader,
    since: date,
    until: date,
    *,
    today: date,
    municipalities: Sequence[str] = (),
    theme: str = "",
) -> News:
    """Return what is new between two days, of what `reader` may read.

    Args:
        kb: Where it is looked up.
        reader: Who asks.
        since: The first day: mostly that of the last meeting.
        until: The last day: today or that of the next meeting.
        today: Themes are counted up to it.
        municipalities: Those that it is about; all, and partnerships, unless given.
        theme: What it is about; anything unless given.

    Raises:
        QueryError: The period ends before it begins.
    """
    period, register = Period(since, until), kb.registers.register(reader)
    next_meeting = meetings.after(meetings.calendar(kb, reader), period)
    events = contracts.events(register.contracts, since, until, _horizon(next_meeting, until))
    new = _new(register, period)
    asked = _Asked(tuple(municipalities), theme, register)
    read_in = kb.overview(reader).municipalities
    members = municipalities or region.places(region.members(kb.data), read_in)
    places = _places(members, asked, new, *_before(kb, reader, period), events)
    return News(
        period, today, next_meeting, tuple(municipalities), theme, places, *_absent(members, read_in, places),
        tuple(each for each in events if asked.has_event(each)),
        themes.rises(register.decisions.values(), since, max(since, min(until, today))),
        _counted(each for each, _ in new if asked.is_of_place(each)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for, and whether something is of it."""

    municipalities: tuple[str, ...]
    theme: str
    register: Register

    def has(self, decision: Decision) -> bool:
        return self.is_of_place(decision) and (not self.theme or self.theme in decision.themes)

    def is_of_place(self, decision: Decision) -> bool:
        return not self.municipalities or decision.municipality in self.municipalities

    def has_event(self, event: Event) -> bool:
        own = self.register.decisions.get(event.contract.key)
        is_about = not self.theme or (own is not None and self.theme in own.themes)
        return is_about and (not self.municipalities or not set(self.municipalities).isdisjoint(event.who))


def _new(register: Register, period: Period) -> list[_New]:
    """Return the matters of a period, newest first, each with its sort."""
    signed = {paper.id for contract in register.contracts for paper in contract.papers}
    inside = (
        each
        for each in register.decisions.values()
        if matters.within(each, period.since, period.until) and not matters.is_slot(each)
    )
    sorts = ((each, matters.sort_of(each, signed)) for each in matters.newest_first(inside))
    return [(each, sort) for each, sort in sorts if sort]


def _horizon(next_meeting: date | None, until: date) -> date:
    return next_meeting or meetings.usual_after(until)


def _absent(
    members: Sequence[str], read_in: Collection[str], places: Sequence[Place]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return of whom nothing is new, and of whom nothing was read in."""
    told = {each.name for each in places}
    absent = [name for name in members if name not in told]
    return tuple(name for name in absent if name in read_in), tuple(name for name in absent if name not in read_in)


def _before(kb: KnowledgeBase, reader: Reader, period: Period) -> tuple[tuple[Ended, ...], tuple[Decision, ...]]:
    """Return what is told of before a period: what was changed or ended in it, and of which papers came in late."""
    since, until = period.since, period.until
    decisions = kb.registers.register(reader).decisions
    changed = matters.ended(decisions, belonging.changes(kb.db, reader), since, until)
    arrived = arrivals.arrived(kb.db, reader, since, until)
    return changed, matters.late(decisions.values(), arrived, since)


def _places(
    members: Sequence[str],
    asked: _Asked,
    new: Sequence[_New],
    changes: Sequence[Ended],
    late: Sequence[Decision],
    events: Sequence[Event],
) -> tuple[Place, ...]:
    """Return the places of which there is news: municipalities in the order of the region, then partnerships."""
    of_new: dict[str, dict[Sort, list[Decision]]] = {}
    for each, sort in new:
        if asked.has(each):
            of_new.setdefault(owner(each.document) or "", {}).setdefault(sort, []).append(each)
    of_late = matters.of_place(each for each in late if asked.has(each))
    told = [each for each in changes if asked.has(each.decision)]
    about = [each for each in events if asked.has_event(each)]
    others = {*of_new, *of_late, *(owner(each.decision.document) or "" for each in told)} - set(members)
    names = [*members, *sorted(others)]
    made = [
        Place(
            name,
            name in members,
            {sort: tuple(own[sort]) for sort in Sort if sort in (own := of_new.get(name, {}))},
            tuple(each for each in told if (owner(each.decision.document) or "") == name),
            tuple(each for each in about if name in each.of),
            tuple(of_late.get(name, ())),
        )
        for name in names
    ]
    return tuple(each for each in made if each.count)


def _counted(decisions: Iterable[Decision]) -> dict[str, int]:
    """Return the themes of matters and how many are about each, those with most first."""
    counts: dict[str, int] = {}
    for each in decisions:
        for theme in each.themes:
            counts[theme] = counts.get(theme, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
