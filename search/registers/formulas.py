"""Words of a formula that one sitting repeats for case after case: "Uitzondering politieverordening - Geluid". Pure.

They say what is done, not to whom or where, so they tell no case from another.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from search.registers import addresses
from search.registers.citations import body_key
from search.registers.matters import Matter, Title

CASES = 3  # different cases of one sitting in whose titles a word stands, for it to be of a formula


def without(matters: Sequence[Matter]) -> list[Matter]:
    """Return the matters, their titles and texts without the words of formulas of their sitting."""
    found = dict(_formulas(matters))
    return [
        replace(each, about=_less(each.about, found[at])) if at in found else each for at, each in enumerate(matters)
    ]


def _formulas(matters: Sequence[Matter]) -> Iterator[tuple[int, frozenset[str]]]:
    of_sitting: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, matter in enumerate(matters):
        # A working group adds what it is for to each of its titles, and the report of a region has no cases.
        if matter.municipality and matter.date:
            of_sitting[matter.municipality, body_key(matter.body), matter.date].append(at)
    for some in of_sitting.values():
        if len(some) >= CASES:
            said = _repeated([matters[at] for at in some])
            yield from ((at, said) for at in some if said)


def _repeated(sitting: Sequence[Matter]) -> frozenset[str]:
    """Return the words that stand in CASES titles and more, each of which has words or a house of its own besides."""
    counted = Counter(stem for each in sitting for stem in each.about.stems)
    often = {stem for stem, count in counted.items() if count >= CASES}
    if not often:
        return frozenset()
    cases: Mapping[str, set[object]] = defaultdict(set)
    for each in sitting:
        own = frozenset(each.about.stems - often), _houses(each.title)
        if any(own):
            for stem in each.about.stems & often:
                cases[stem].add(own)
    return frozenset(stem for stem, own in cases.items() if len(own) >= CASES)


def _houses(title: str) -> tuple[tuple[str, int], ...]:
    return tuple((each.street, each.first) for each in addresses.find(title))


def _less(title: Title, stems: Iterable[str]) -> Title:
    gone = frozenset(stems)
    words, told = (tuple(word for word in some if word.stem not in gone) for some in (title.words, title.told))
    return replace(title, words=words, told=told, names=title.names - gone)
