"""Links between who leaves an office, who takes it and what that changes: resignation, oath, rank of members. Pure.

By what titles say and when; which persons they are is looked at only to tell two successions of one sitting apart.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from search.language.dutch import analyse, tokens
from search.registers import formal, occasions
from search.registers.bonds import Context, Link, Reason, link
from search.registers.citations import body_key
from search.registers.formal import TITLES_KEPT
from search.registers.matters import Matter, plain

FOLLOWED = timedelta(days=120)  # within which an office is taken again


def _stems(words: str) -> frozenset[str]:
    return frozenset(analyse(words))


_LEAVES = _stems("ontslag ontslagaanbieding ontslagname ontslagneming verhindering afwezigheid overlijden")
_TAKES = _stems("eedaflegging geloofsbrieven opvolger opvolging opvolgend installatie")
_RANKS = _stems("rangorde ranglijst")
_OFFICES = {
    **dict.fromkeys(analyse("raadslid raadsleden gemeenteraadslid gemeenteraadsleden"), "raadslid"),
    **dict.fromkeys(analyse("schepen schepenen"), "schepen"),
}
_NAMED = re.compile(r"raadsl[ei]d|schepen", re.IGNORECASE)  # without it a title need not be read: 2 s for 20,000
# "Ontslag raadslid als lid van de raad van bestuur van IVLA": another office than the one that is named.
_ELSEWHERE = _stems(
    "bestuur bestuurder commissie raadscommissie comité vertegenwoordiger afgevaardigde politieraad als"
)
_WITHOUT_SUBJECT = _stems(
    "verkiezing onderzoek tijdelijk tijdelijke plaatsvervangend vervangend vervanger ouderschapsverlof"
)
_KNOWN = _LEAVES | _TAKES | _RANKS | _WITHOUT_SUBJECT | frozenset(_OFFICES)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a title says of an office."""

    office: str
    leaves: bool
    takes: bool
    ranks: bool
    persons: frozenset[str]  # stems of their names


@lru_cache(maxsize=TITLES_KEPT)
def turn(title: str) -> Turn | None:
    """Return what a title says of one office of a council; None where it says nothing of it, or more."""
    if not _NAMED.search(title):
        return None
    said: set[str] = set()
    persons: set[str] = set()
    for word, _, _ in tokens(plain(occasions.without(title))):
        stems = analyse(word)
        said.update(stems)
        if not all(formal.is_formal(stem) or stem in _KNOWN for stem in stems) and not word.isdigit():
            if not word[0].isupper():
                return None
            persons.update(stems)
    offices = {_OFFICES[stem] for stem in said if stem in _OFFICES}
    leaves, takes, ranks = (not said.isdisjoint(some) for some in (_LEAVES, _TAKES, _RANKS))
    if len(offices) != 1 or not (leaves or takes or ranks) or not said.isdisjoint(_ELSEWHERE):
        return None
    return Turn(offices.pop(), leaves, takes, ranks, frozenset(persons))


def are_two(one: Matter, other: Matter) -> bool:
    """Whether two matters are of two successions, though their titles be the same: "Eedaflegging raadslid"."""
    if one.date is None or other.date is None or abs(one.date - other.date) <= FOLLOWED:
        return False
    return turn(one.title) is not None and turn(other.title) is not None


def find(context: Context) -> Iterator[Link]:
    """Yield the links between the turns of one office of one council."""
    turns: dict[tuple[str, str, str], list[tuple[date, int, Turn]]] = defaultdict(list)
    for i, matter in enumerate(context.matters):
        found = turn(matter.title) if matter.municipality and matter.date else None
        if found and matter.municipality and matter.date:
            turns[matter.municipality, body_key(matter.body), found.office].append((matter.date, i, found))
    for (*_, office), some in turns.items():
        for i, j in _followed(sorted(some, key=lambda each: each[:2])):
            yield link(context, i, j, Reason.SAME_TITLE, office)


def _followed(turns: Sequence[tuple[date, int, Turn]]) -> Iterator[tuple[int, int]]:
    """Yield who leaves with who takes the office next, and the rank of members with who took one that day."""
    taken: dict[date, list[tuple[int, Turn]]] = defaultdict(list)
    left: dict[date, list[tuple[int, Turn]]] = defaultdict(list)
    for day, i, each in turns:
        if each.takes:
            taken[day].append((i, each))
    for day, i, each in turns:
        next_day = min((other for other in taken if day <= other <= day + FOLLOWED), default=None)
        if each.leaves and not each.takes and next_day:
            left[next_day].append((i, each))
    for day, takers in taken.items():
        yield from _paired(left[day], takers)
        if _is_one(takers):
            ranked = (i for when, i, each in turns if when == day and each.ranks and not each.takes)
            yield from ((takers[0][0], i) for i in ranked)


def _paired(leavers: Sequence[tuple[int, Turn]], takers: Sequence[tuple[int, Turn]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a person; of one who leaves alone all that is said of one who follows."""
    for i, leaver in leavers:
        same = [j for j, taker in takers if len(leaver.persons & taker.persons) > 1]
        if same or (len(leavers) == 1 and _is_one(takers)):
            yield from ((i, j) for j in same or [j for j, _ in takers])


def _is_one(takers: Collection[tuple[int, Turn]]) -> bool:
    """Whether all may be of one person: two steps of one succession."""
    named = {taker.persons for _, taker in takers if taker.persons}
    return len(named) < 2
