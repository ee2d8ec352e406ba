"""Which two matters belong together, and why: by what they cite, by their titles, by what they mean. Pure.

Puts nothing together: that is for `search.threads`. The order in which matters are given changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from search.citations import Citation, Cited, body_key
from search.language.dates import in_words
from search.matters import Matter, Title, title_of
from search.nearness import Pairs, pairs
from search.treatments import Effect
from search.types import Kind

CONTRACTS = frozenset({Kind.FRAMEWORK_CONTRACT, Kind.CONTRACT, Kind.ADDENDUM, Kind.ACCESSION})
SAME_WORDS = 0.35  # weight of the words of two equal titles: "Personeel. Aanwerving" says too little
COMES_BACK = timedelta(days=3 * 365)  # within which a postponed item returns
RETURNED = 0.55  # nearness of its title
MANY = 3  # numbers or days of contracts that one matter cites: a list of running contracts is about none of them
MOST_OF_NUMBER = 200  # matters that cite one number; a number that more of them cite is no contract
OTHER_NAME = 0.6  # what is left of the nearness of two titles that each have a name that the other lacks


class Reason(StrEnum):
    """Why two matters belong together."""

    REFERENCE = "reference"  # one names the number of the other, or both have it
    CITATION = "citation"  # one names the body and day of the other
    RETURNS = "returns"  # one was postponed and came back as the other
    SAME_TITLE = "same_title"
    CONTRACT = "contract"  # both are on one contract
    MEANING = "meaning"  # their titles share rare words and mean nearly the same


@dataclass(frozen=True, slots=True)
class Link:
    """Two matters that belong together, by their keys, one < other."""

    one: str
    other: str
    reason: Reason
    said: str  # the evidence, word for word: "2020_GR_00057", "besluit van 24 februari 2020", "laadpalen"
    strength: float  # in [0, 1]


STRENGTHS: Mapping[Reason, float] = {
    Reason.REFERENCE: 1.0, Reason.CONTRACT: 0.95, Reason.RETURNS: 0.95, Reason.CITATION: 0.9, Reason.SAME_TITLE: 0.85,
}  # fmt: skip
"""How sure each reason is, but MEANING: that is as sure as the titles are near, and never as sure as these."""


@dataclass(frozen=True, slots=True)
class _Context:
    matters: Sequence[Matter]  # by key
    titles: Sequence[Title]
    pairs: Pairs
    near: Mapping[tuple[int, int], float]

    def nearness(self, one: int, other: int) -> float:
        """Return how near two matters are; 0 where their titles share no word."""
        return self.near.get((min(one, other), max(one, other)), 0.0)


def links(matters: Sequence[Matter]) -> list[Link]:
    """Return which matters belong together: the surest link of each two, by their keys.

    Args:
        matters: One for each decision, whatever number of papers tell of it.
    """
    matters = sorted({matter.key: matter for matter in matters}.values(), key=lambda matter: matter.key)
    titles = [title_of(matter) for matter in matters]
    found = pairs(matters, titles)
    near = {
        (i, j): n for i, j, n in zip(found.first.tolist(), found.second.tolist(), found.nearness.tolist(), strict=True)
    }
    context = _Context(matters, titles, found, near)
    surest: dict[tuple[str, str], Link] = {}
    for find in (_by_code, _by_contract, _by_day, _returning, _by_title):
        for link in find(context):
            known = surest.get((link.one, link.other))
            if known is None or (-link.strength, link.said) < (-known.strength, known.said):
                surest[link.one, link.other] = link
    return [surest[keys] for keys in sorted(surest)]


def _link(context: _Context, i: int, j: int, reason: Reason, said: str, strength: float | None = None) -> Link:
    one, other = sorted((context.matters[i].key, context.matters[j].key))
    return Link(one, other, reason, said, STRENGTHS[reason] if strength is None else round(strength, 4))


def _by_code(context: _Context) -> Iterator[Link]:
    """Numbers are given by one body of one municipality: "2024_GR_00061" of Damme is not that of Brugge."""
    having: dict[str, list[int]] = defaultdict(list)
    for i, matter in enumerate(context.matters):
        if matter.code:
            having[_norm(matter.code)].append(i)
    for i, matter in enumerate(context.matters):
        for cited in (each for each in matter.cites if each.what is Cited.CODE):
            for j in having.get(_norm(cited.number), ()):
                same = _is_ours(context, i, j)
                if i != j and (same or context.nearness(i, j) > 0):
                    yield _link(context, i, j, Reason.REFERENCE, cited.said)


def _is_ours(context: _Context, i: int, j: int) -> bool:
    return context.matters[i].municipality == context.matters[j].municipality is not None


def _by_contract(context: _Context) -> Iterator[Link]:
    citing: dict[tuple[str, str | None], list[tuple[int, str]]] = defaultdict(list)
    for i, matter in enumerate(context.matters):
        for cited in (each for each in matter.cites if each.what is Cited.CONTRACT and each.number):
            # "2021-17" is given by many; "2020/LM/014" by one
            own = None if any(letter.isalpha() for letter in cited.number) else matter.municipality or ""
            citing[_norm(cited.number), own].append((i, cited.said))
    for some in citing.values():
        if not 2 <= len(some) <= MOST_OF_NUMBER:
            continue
        first, _ = min(some, key=lambda pair: _age(context.matters[pair[0]]))
        for i, said in some:
            if i != first and _is_about(context, i, first):
                yield _link(context, i, first, Reason.CONTRACT, said)


def _age(matter: Matter) -> tuple[bool, date, str]:
    return matter.kind not in CONTRACTS, matter.date or date.max, matter.key


def _is_about(context: _Context, i: int, j: int) -> bool:
    """Whether a matter that cites a contract is about it, not a list of contracts."""
    several = max(_count_contracts(context.matters[i]), _count_contracts(context.matters[j]))
    return several < MANY or context.nearness(i, j) > 0


def _count_contracts(matter: Matter) -> int:
    return len({cited.number for cited in matter.cites if cited.what is Cited.CONTRACT and cited.number})


def _by_day(context: _Context) -> Iterator[Link]:
    on: dict[date, list[int]] = defaultdict(list)
    for i, matter in enumerate(context.matters):
        if matter.date:
            on[matter.date].append(i)
    for i, matter in enumerate(context.matters):
        for cited in (each for each in matter.cites if each.day and each.day != matter.date):
            meant = (
                [j for j in on.get(cited.day, ()) if _may_mean(matter, cited, context.matters[j])] if cited.day else []
            )
            j = _meant(context, i, cited, meant)
            if j is not None:
                postponed = context.matters[j].effect is Effect.POSTPONED
                yield _link(context, i, j, Reason.RETURNS if postponed else Reason.CITATION, cited.said)


def _may_mean(matter: Matter, cited: Citation, other: Matter) -> bool:
    if cited.what is Cited.CONTRACT:
        fits = other.kind in CONTRACTS
    elif cited.what is Cited.POSITION:
        fits = other.kind is Kind.POSITION
    else:
        fits = not cited.body or body_key(other.body).startswith(cited.body)
    is_partnership = other.municipality is None
    ours = cited.municipality or (matter.municipality if cited.what is Cited.DECISION else None)
    return fits and (is_partnership or ours is None or other.municipality == ours)


def _meant(context: _Context, i: int, cited: Citation, among: Sequence[int]) -> int | None:
    """Return the one that shares most with the matter; the only contract of that day, if its own title tells nothing."""
    best = max(among, key=lambda j: (context.nearness(i, j), context.matters[j].key), default=None)
    if best is None or context.nearness(i, best) > 0:
        return best
    is_only = len(among) == 1 and cited.what is not Cited.DECISION
    return best if is_only and context.titles[i].is_routine else None


def _returning(context: _Context) -> Iterator[Link]:
    later: dict[int, list[int]] = defaultdict(list)
    found = context.pairs
    for i, j, near in zip(found.first.tolist(), found.second.tolist(), found.nearness.tolist(), strict=True):
        if near >= RETURNED:
            for one, other in ((i, j), (j, i)):
                if context.matters[one].effect is Effect.POSTPONED and _comes_later(context, one, other):
                    later[one].append(other)
    for i, some in sorted(later.items()):
        first = min(some, key=lambda j: (context.matters[j].date or date.max, context.matters[j].key))
        day = context.matters[i].date
        yield _link(context, i, first, Reason.RETURNS, f"verdaagd op {in_words(day)}" if day else "verdaagd")


def _comes_later(context: _Context, i: int, j: int) -> bool:
    one, other = context.matters[i], context.matters[j]
    if one.date is None or other.date is None or not timedelta(0) < other.date - one.date <= COMES_BACK:
        return False
    return (one.municipality, body_key(one.body)) == (other.municipality, body_key(other.body))


def _by_title(context: _Context) -> Iterator[Link]:
    found = context.pairs
    columns = (found.first, found.second, found.evidence, found.smaller, found.nearness)
    for i, j, evidence, smaller, near in zip(*(column.tolist() for column in columns), strict=True):
        one, other = context.titles[i], context.titles[j]
        if (one.own or other.own) and not _is_ours(context, i, j):
            continue
        said = ", ".join(sorted({w.stem for w in one.words} & {w.stem for w in other.words}))
        is_other = bool(one.names - other.names) and bool(other.names - one.names)
        if smaller >= 0.999 and evidence >= SAME_WORDS and one.own == other.own:
            yield _link(context, i, j, Reason.SAME_TITLE, said)
        else:
            yield _link(context, i, j, Reason.MEANING, said, min(near * (OTHER_NAME if is_other else 1.0), 0.84))
    yield from _by_own(context)


def _by_own(context: _Context) -> Iterator[Link]:
    """What recurs without any other word ("Jaarrekening 2022") is one dossier of one body, as long as it is the same."""
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, (matter, title) in enumerate(zip(context.matters, context.titles, strict=True)):
        if title.own and not title.words and matter.municipality:
            same[matter.municipality, body_key(matter.body), title.own].append(i)
    for (*_, own), some in same.items():
        for i, j in zip(some, some[1:], strict=False):
            yield _link(context, i, j, Reason.SAME_TITLE, ", ".join(sorted(own)))  # type: ignore[call-overload]


def _norm(number: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in number.upper())
