"""Which two matters belong together, and why: by what they cite, by their titles, by what they mean. Pure.

Puts nothing together: that is for `search.registers.threads`. The order in which matters are given changes nothing.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from search.registers import by_body, by_office, by_text, by_title, by_works, formulas, likeness, regional
from search.registers.bonds import Context
from search.registers.bonds import Link as Link
from search.registers.bonds import Reason as Reason
from search.registers.matters import Matter
from search.registers.nearness import pairs

_WAYS = (by_text, by_title, by_body, by_office, by_works)


def links(matters: Sequence[Matter]) -> list[Link]:
    """Return which matters belong together: the surest link of each two, by their keys.

    Args:
        matters: One for each decision, whatever number of papers tell of it.
    """
    matters = sorted({matter.key: matter for matter in matters}.values(), key=lambda matter: matter.key)
    told = by_body.known_by_name(matters, formulas.without(matters))
    found = pairs(told)
    titles = [matter.about for matter in matters]
    context = Context(matters, titles, told, found, likeness.nearness(told, found))
    surest: dict[tuple[str, str], Link] = {}
    for link in chain.from_iterable(each.find(context) for each in _WAYS):
        known = surest.get((link.one, link.other))
        if known is None or _rank(link) < _rank(known):
            surest[link.one, link.other] = link
    whose = {matter.key: (matter.municipality, matter.body) for matter in matters}
    return [_with_words(told, link) for link in regional.that_hold([surest[keys] for keys in sorted(surest)], whose)]


def _with_words(matters: Sequence[Matter], link: Link) -> Link:
    """Return a link with the words that two titles share, where nothing else is said of it."""
    if link.said:
        return link
    one, other = (matters[bisect_left(matters, key, key=lambda matter: matter.key)] for key in (link.one, link.other))
    return replace(link, said=likeness.shared(one, other))


def _rank(link: Link) -> tuple[float, bool, str]:
    return -link.strength, not link.said, link.said
