"""Dossiers as a reader may know them: decisions, reports and contracts that belong together, and why. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from search.registers import regional, threads, titling
from search.registers.decisions import Decision
from search.registers.edits import Edit, What
from search.registers.linking import Link
from search.registers.matters import read_title
from search.registers.threads import Act, Thread
from search.types import Kind

_ACTS = {What.MERGE: Act.MERGE, What.SPLIT: Act.SPLIT, What.RENAME: Act.RENAME, What.PIN: Act.PIN}

CENTRAL = 0.5  # share of the links of the best linked matter from which a matter's title may name the dossier
_CHANGES = frozenset({Kind.ADDENDUM, Kind.ACCESSION})


@dataclass(frozen=True, slots=True)
class Dossier:
    """Matters that belong together over bodies and years."""

    key: str  # of its oldest matter; any key of its matters leads to it
    title: str
    is_named: bool  # by a person
    is_pinned: bool
    decisions: tuple[Decision, ...]  # oldest first, undated last
    links: tuple[Link, ...]  # among them, the surest first

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Whose matters they are, those with most of them first."""
        return _by_count(each.municipality for each in self.decisions if each.municipality)

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies and partnerships, those with most of them first."""
        return _by_count(each.body for each in self.decisions if each.body)

    @property
    def themes(self) -> tuple[str, ...]:
        """What they are about, what most of them are about first."""
        return _by_count(theme for each in self.decisions for theme in each.themes)

    @property
    def first(self) -> date | None:
        """The day of the oldest matter."""
        return min((each.date for each in self.decisions if each.date), default=None)

    @property
    def last(self) -> date | None:
        """The day of the newest matter."""
        return max((each.date for each in self.decisions if each.date), default=None)

    def reasons(self, key: str) -> tuple[Link, ...]:
        """Return why a matter is in it, the surest first."""
        return tuple(link for link in self.links if key in (link.one, link.other))


def assembled(decisions: Mapping[str, Decision], links: Sequence[Link], edits: Iterable[Edit]) -> list[Dossier]:
    """Return the dossiers of two matters and more, and what was pinned; pinned ones first, then the newest."""
    asked = [threads.Edit(_ACTS[e.what], e.subject, e.value) for e in edits if e.what in _ACTS]
    own = {paper.telling.own_key: key for key, each in decisions.items() for paper in each.papers}
    known = [threads.Edit(e.act, own.get(e.subject, e.subject), own.get(e.value, e.value)) for e in asked]
    links = regional.that_hold(links, {key: (each.municipality, each.body) for key, each in decisions.items()})
    found = threads.threads(decisions, links, known)
    of_thread: dict[str, int] = {key: at for at, thread in enumerate(found) for key in thread.keys}
    within: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.one in of_thread and of_thread[link.one] == of_thread.get(link.other):
            within[of_thread[link.one]].append(link)
    kept = [
        _dossier(thread, [decisions[key] for key in thread.keys], within[at])
        for at, thread in enumerate(found)
        if len(thread.keys) > 1 or thread.is_pinned
    ]
    return sorted(kept, key=lambda each: (not each.is_pinned, -(each.last or date.min).toordinal(), each.key))


def _dossier(thread: Thread, members: Sequence[Decision], links: Sequence[Link]) -> Dossier:
    ordered = sorted(members, key=_in_order)
    ranked = tuple(sorted(links, key=lambda link: (-link.strength, link.one, link.other)))
    return Dossier(
        ordered[0].key,
        thread.name or _title(ordered, ranked),
        bool(thread.name),
        thread.is_pinned,
        tuple(ordered),
        ranked,
    )


def _in_order(decision: Decision) -> tuple[bool, date, int, int, str]:
    """By day; those of one sitting as they stand in its paper."""
    place = decision.papers[0].telling.treatment.position
    return decision.date is None, decision.date or date.min, decision.document.id, place, decision.key


def _title(members: Sequence[Decision], links: Sequence[Link]) -> str:
    """Return a name by the titles of those that most others are linked to; of changes only for want of others."""
    weight: dict[str, float] = defaultdict(float)
    for link in links:
        weight[link.one] += link.strength
        weight[link.other] += link.strength
    own = [e for e in members if e.document.kind not in _CHANGES and not read_title(e.title).is_routine] or list(
        members
    )
    least = CENTRAL * max(weight[each.key] for each in own)
    central = [each for each in own if weight[each.key] >= least]
    return titling.name([each.title for each in central], [each.title for each in members]) or central[0].title


def _by_count(values: Iterable[str]) -> tuple[str, ...]:
    counts: dict[str, int] = defaultdict(int)
    for value in values:
        counts[value] += 1
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))
