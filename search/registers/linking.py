"""Which two matters belong together, and why: by what they cite, by their titles, by what they mean. Pure.

Puts nothing together: that is for `search.registers.threads`. The order in which matters are given changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from search.language.compounds import written
from search.language.dates import in_words
from search.registers.citations import Citation, Cited, body_key
from search.registers.matters import Matter, Title
from search.registers.nearness import Pairs, pairs
from search.registers.treatments import Effect
from search.types import Kind

CONTRACTS = frozenset({Kind.FRAMEWORK_CONTRACT, Kind.CONTRACT, Kind.ADDENDUM, Kind.ACCESSION})
SAME = 0.999  # part of the words of a title that the other has, for both to be the same
SAME_WORDS = 0.35  # weight of the words of two equal titles: "Personeel. Aanwerving" says too little
COMES_BACK = timedelta(days=3 * 365)  # within which a postponed item returns
RETURNED = 0.55  # nearness of its title
MOST = 0.79  # strength by meaning: below that of any other reason
MANY = 3  # numbers or days of contracts that one matter cites: a list of running contracts is about none of them
MOST_OF_NUMBER = 200  # matters that cite one number; a number that more of them cite is no contract
SHARES = 0.3  # nearness from which what is cited on a day, or by the number of a contract, may be what is meant
MOST_SAID = 4  # words
OTHER = 0.3  # what is left of the nearness of two titles that are alike but for what each is about: see `_is_other`


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
    titles = [matter.about for matter in matters]
    found = pairs(matters)
    context = _Context(matters, titles, found, _nearness(matters, titles, found))
    surest: dict[tuple[str, str], Link] = {}
    for find in (_by_code, _by_contract, _by_day, _returning, _by_title):
        for link in find(context):
            known = surest.get((link.one, link.other))
            if known is None or (-link.strength, link.said) < (-known.strength, known.said):
                surest[link.one, link.other] = link
    return [surest[keys] for keys in sorted(surest)]


def _nearness(matters: Sequence[Matter], titles: Sequence[Title], found: Pairs) -> Mapping[tuple[int, int], float]:
    """Return how near pairs are, less where they are about two things; two municipalities' own budgets are not near."""
    near: dict[tuple[int, int], float] = {}
    for i, j, value in zip(found.first.tolist(), found.second.tolist(), found.nearness.tolist(), strict=True):
        is_own = bool(titles[i].own or titles[j].own)
        if not is_own or matters[i].municipality == matters[j].municipality:
            near[i, j] = value * OTHER if _is_other(titles[i], titles[j]) else value
    return near


def _link(context: _Context, i: int, j: int, reason: Reason, said: str, strength: float | None = None) -> Link:
    one, other = context.matters[min(i, j)].key, context.matters[max(i, j)].key
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
                if i != j and (same or context.nearness(i, j) >= SHARES):
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
    """Whether a matter that cites a contract is about it: not a list of contracts, nor what cites a circular."""
    if context.nearness(i, j) >= SHARES:
        return True
    several = max(_count_contracts(context.matters[i]), _count_contracts(context.matters[j]))
    return several < MANY and any(_tells_nothing(context.titles[at]) for at in (i, j))


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
    ours = cited.municipality or (matter.municipality if cited.what is Cited.DECISION else None)
    return fits and (ours is None or other.municipality in (None, ours))


def _meant(context: _Context, i: int, cited: Citation, among: Sequence[int]) -> int | None:
    """Return the one that shares most with the matter; the only contract of that day, if its title tells nothing."""
    best = max(among, key=lambda j: (context.nearness(i, j), context.matters[j].key), default=None)
    if best is None or context.nearness(i, best) >= SHARES:
        return best
    is_only = len(among) == 1 and cited.what is not Cited.DECISION
    return best if is_only and _tells_nothing(context.titles[i]) else None


def _tells_nothing(title: Title) -> bool:
    """Whether the number or day of a contract is all there is to go by: "Toetredingsovereenkomst"."""
    return title.is_routine and not title.is_closed


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
    columns = (found.first, found.second, found.evidence, found.smaller)
    for i, j, evidence, smaller in zip(*(column.tolist() for column in columns), strict=True):
        near = context.near.get((i, j))
        if near is None:
            continue
        one, other = context.titles[i], context.titles[j]
        said = _shared(one, other)
        if smaller >= SAME and evidence >= SAME_WORDS and one.own == other.own:
            yield _link(context, i, j, Reason.SAME_TITLE, said)
        else:
            yield _link(context, i, j, Reason.MEANING, said, min(near, MOST))
    yield from _by_own(context)


def _is_other(one: Title, other: Title) -> bool:
    """Whether each names something that the other does not, or they share a name and nothing of what is said of it.

    "Kerkfabriek Sint-Jan" is not "Kerkfabriek Sint-Amandus", the police zone of a river not the library of that river.
    """
    if one.names - other.names and other.names - one.names:
        return True
    names = one.names | other.names
    if any(not word.marks.isdisjoint(other.marks) for word in one.words if word.stem not in names):
        return False
    if one.own or other.own:
        return not one.own & other.own
    return all(any(word.stem not in names for word in each.words) for each in (one, other))


def _shared(one: Title, other: Title) -> str:
    """Return the words that tie two titles, as a person writes them: "buurtnetwerk, buurtplatform"."""
    same = one.stems & other.stems
    if same:
        return _shown(same)
    alike = {
        stem
        for mine, theirs in ((one, other), (other, one))
        for word in mine.words
        for each in (*theirs.words, *theirs.told)
        if not word.marks.isdisjoint(each.marks)  # one is inside the other, or both stand for one subject
        for stem in (word.stem, each.stem)
    }
    return _shown(frozenset(sorted(alike)[:MOST_SAID]))


@lru_cache(maxsize=50_000)
def _shown(stems: frozenset[str]) -> str:
    return ", ".join(map(_written, sorted(stems)))


_written = lru_cache(maxsize=50_000)(written)


def _by_own(context: _Context) -> Iterator[Link]:
    """What recurs without any other word ("Jaarrekening 2022") is one dossier of one body."""
    same: dict[tuple[str, str, frozenset[str]], list[int]] = defaultdict(list)
    for i, (matter, title) in enumerate(zip(context.matters, context.titles, strict=True)):
        if title.own and not title.words and matter.municipality:
            same[matter.municipality, body_key(matter.body), title.own].append(i)
    for (*_, own), some in same.items():
        for i, j in pairwise(some):
            yield _link(context, i, j, Reason.SAME_TITLE, _shown(own))


def _norm(number: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in number.upper())
