"""Links by titles: the same words, the same house, the same regulation, or nearly the same meaning. Pure."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from itertools import combinations, pairwise

from search.language.dutch import analyse
from search.registers import addresses, beginnings, by_body, by_office, deeds, formal, likeness, occasions
from search.registers.addresses import Address
from search.registers.bonds import STRENGTHS, Context, Link, Reason, link
from search.registers.citations import body_key
from search.registers.matters import Matter, Title, read_title

SAME = 0.999  # part of the words of a title that the other has, for both to be the same
SAME_WORDS = 0.35  # weight of the words of two equal titles: "Personeel. Aanwerving" says too little
ONE_TIME = timedelta(days=3 * 365)  # within which what is decided of one house is one matter
MOST = 0.79  # strength by meaning: below that of any other reason

_PHRASES = re.compile(r"[.:;]\s+|\s[–-]\s")


def find(context: Context) -> Iterator[Link]:
    """Yield the links that titles say; two matters may have several.

    What is said of those by likeness is empty: it takes longer than all else, and most of them join nothing.
    """
    for by in (_by_title, _by_own, _by_words, _by_house, _by_beginning):
        yield from by(context)


def _by_title(context: Context) -> Iterator[Link]:
    found = context.pairs
    columns = (found.first, found.second, found.evidence, found.smaller)
    for i, j, evidence, smaller in zip(*(column.tolist() for column in columns), strict=True):
        near = context.near.get((i, j))
        one, other = context.told[i], context.told[j]
        is_same = smaller >= SAME and evidence >= SAME_WORDS and _recur_alike(one, other)
        if near is None or (not is_same and likeness.is_too_far(one, other, near)):
            continue
        if not _are_two(one, other):
            strength = STRENGTHS[Reason.SAME_TITLE] if is_same else min(near, MOST)
            reason = Reason.SAME_TITLE if is_same else Reason.MEANING
            yield link(context, i, j, reason, "", strength)


def _are_two(one: Matter, other: Matter) -> bool:
    """Whether two titles of the same words are of two things: two houses, bodies, successions, deeds in one street."""
    if addresses.are_apart(one.title, other.title):
        return True
    if one.municipality != other.municipality:
        return False
    return deeds.are_two(one, other) or by_body.are_two(one.title, other.title) or by_office.are_two(one, other)


def _recur_alike(one: Matter, other: Matter) -> bool:
    """Whether the same recurs in two titles, or they are of measures for one event: "Geluid" and "Inname" of a race."""
    if one.about.own == other.about.own:
        return True
    stems = one.about.stems
    is_named = len(stems) > 1 and stems <= one.about.names | other.about.names
    are_measures = one.about.own ^ other.about.own <= formal.sorts()["measure"]
    return is_named and are_measures and stems.isdisjoint(addresses.stems_of_streets(one.title))


def _by_words(context: Context) -> Iterator[Link]:
    """Titles with the same words are about one thing, though all of these are of a formula: of one house, if any."""
    same: dict[object, list[int]] = defaultdict(list)
    for i, (matter, told) in enumerate(zip(context.matters, context.told, strict=True)):
        if matter.about.stems != told.about.stems and matter.municipality:
            houses = addresses.find(matter.title)
            same[matter.municipality, matter.about.stems, matter.about.own, houses].append(i)
    for some in same.values():
        yield from _chained(context, some, context.titles[some[0]].stems)


def _by_own(context: Context) -> Iterator[Link]:
    """What recurs without any other word ("Jaarrekening 2022") is one dossier of one body."""
    same: dict[tuple[str, str, frozenset[str]], list[int]] = defaultdict(list)
    for i, (matter, title) in enumerate(zip(context.matters, context.titles, strict=True)):
        own = _recurring(matter.title, title) if matter.municipality else frozenset()
        if own and matter.municipality:
            same[matter.municipality, body_key(matter.body), own].append(i)
    for (*_, own), some in same.items():
        yield from _chained(context, some, own)


def _recurring(text: str, title: Title) -> frozenset[str]:
    """Return what recurs where a title says nothing else, but on what occasion and for which field of policy."""
    if title.own and title.words and title.own.isdisjoint(formal.sorts()["measure"]):
        title = read_title(occasions.without(text))
    if not title.own or title.words:
        return frozenset()
    fields = (word for phrase in _PHRASES.split(text) if not formal.is_field(phrase) for word in analyse(phrase))
    return title.own | {stem for stem in fields if stem in formal.sorts()["field"]}


def _chained(context: Context, some: Sequence[int], stems: Collection[str]) -> Iterator[Link]:
    for i, j in pairwise(sorted(some, key=lambda at: (str(context.matters[at].date), at))):
        if by_office.are_two(context.matters[i], context.matters[j]):
            continue
        said = likeness.said((context.matters[i], context.matters[j]), stems)
        yield link(context, i, j, Reason.SAME_TITLE, said)


def _by_house(context: Context) -> Iterator[Link]:
    """What is decided of one house within some years is one dossier, also where its street is written another way.

    "Dorpslaan 42" is "Dorpslaan 42-48"; whoever writes "Dorpslaan 44" may mean a house beside it.
    """
    at: dict[tuple[str, int], list[tuple[int, Address]]] = defaultdict(list)
    for i, matter in enumerate(context.matters):
        if matter.municipality and matter.date:
            for house in addresses.find(matter.title):
                at[matter.municipality, house.first].append((i, house))
    for some in at.values():
        for (i, one), (j, other) in combinations(some, 2):
            if i != j and addresses.is_same(one, other) and _are_of_one_time(context, i, j):
                yield link(context, i, j, Reason.ADDRESS, one.said)


def _are_of_one_time(context: Context, i: int, j: int) -> bool:
    one, other = context.matters[i].date, context.matters[j].date
    return one is not None and other is not None and abs(one - other) <= ONE_TIME


def _by_beginning(context: Context) -> Iterator[Link]:
    """Titles that begin with one regulation or project and go on with what is done to it are about that."""
    begins: dict[tuple[str, str, str], list[tuple[int, str]]] = defaultdict(list)
    for i, matter in enumerate(context.matters):
        first = beginnings.first_part(matter.title) if matter.municipality else ""
        if first and matter.municipality:
            begins[matter.municipality, body_key(matter.body), first.casefold()].append((i, first))
    for some in begins.values():
        for (i, first), (j, other) in pairwise([each for each in some if len(some) > 1 and _is_told(context, *each)]):
            one, two = context.matters[i], context.matters[j]
            if not likeness.are_named_apart(one.about, two.about) and not _are_two(one, two):
                yield link(context, i, j, Reason.SAME_TITLE, min(first, other))


def _is_told(context: Context, i: int, first: str) -> bool:
    """Whether a beginning is of no formula: "Codex Wonen. Opheffing ..." stands before case after case."""
    return bool(beginnings.subject(first) & (context.told[i].about.stems | context.told[i].about.own))
