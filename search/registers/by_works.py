"""Links by a street: the works in it, and what one firm does there. Pure.

"Rioleringswerken Koekoekstraat" and "Koekoekstraat. Heraanleg voetpaden" are one dossier; a feast there is another.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from search.language.dutch import analyse
from search.registers import addresses, deeds, formal, likeness, naming
from search.registers.bonds import Context, Link, Reason, link
from search.registers.formal import TITLES_KEPT
from search.registers.matters import Matter

WORKS_LAST = timedelta(days=5 * 365)  # between two steps of works
ONE_SITE = timedelta(days=2 * 365)  # and of what a firm does in one street
Dated = Sequence[tuple[date, int]]
_NAMED = re.compile(r"(?<![\w-])[A-Z][\w&'-]{1,30}(?: (?:& )?[A-Z][\w&'-]{0,30}){1,5}(?![\w-])")


def find(context: Context) -> Iterator[Link]:
    """Yield the links between what is done in one street of a municipality."""
    at: dict[tuple[str, tuple[str, str]], list[tuple[date, int]]] = defaultdict(list)
    sites: dict[tuple[str, tuple[str, str], str], list[tuple[date, int]]] = defaultdict(list)
    for i, matter in enumerate(context.matters):
        if matter.municipality and matter.date:
            for street in addresses.streets(matter.title):
                if is_of_works(matter.title):
                    at[matter.municipality, street].append((matter.date, i))
                for firm in firms(matter.title):
                    sites[matter.municipality, street, firm].append((matter.date, i))
    yield from _chained(context, at.values(), WORKS_LAST, _are_apart)
    yield from _chained(context, sites.values(), ONE_SITE, _are_at_two_houses)


def _chained(
    context: Context, groups: Iterable[Dated], within: timedelta, are_apart: Callable[[Matter, Matter], bool]
) -> Iterator[Link]:
    for some in groups:
        for (day, i), (next_day, j) in pairwise(sorted(some)):
            one, other = context.matters[i], context.matters[j]
            if next_day - day <= within and i != j and not are_apart(one, other):
                yield link(context, i, j, Reason.SAME_TITLE, likeness.shared(one, other))


@lru_cache(maxsize=TITLES_KEPT)
def is_of_works(title: str) -> bool:
    """Whether a title is about works on a street itself, not at a house in it."""
    return deeds.Deed.WORKS in deeds.of(title) and not addresses.find(title)


@lru_cache(maxsize=TITLES_KEPT)
def firms(title: str) -> frozenset[str]:
    """Return the names of several words that a title has, but those of streets and of what is in any title."""
    found = set()
    for match in _NAMED.finditer(title):
        words = [word for word in match[0].split() if not all(formal.is_formal(stem) for stem in analyse(word))]
        if len(words) > 1 and not any(naming.is_street(word) for word in words):
            found.add(" ".join(words).casefold())
    return frozenset(found)


def _are_apart(one: Matter, other: Matter) -> bool:
    return likeness.are_named_apart(one.about, other.about) or _are_at_two_houses(one, other)


def _are_at_two_houses(one: Matter, other: Matter) -> bool:
    return addresses.are_apart(one.title, other.title)
