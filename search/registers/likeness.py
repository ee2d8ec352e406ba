"""What two titles have in common and what sets them apart: how near, about one thing or two, and in which words. Pure.

Knows nothing of texts, citations or contracts.
"""

from collections.abc import Collection, Sequence

from search.registers import wording
from search.registers.formal import organs
from search.registers.matters import Matter, Title
from search.registers.nearness import Pairs
from search.registers.regional import is_regional

OTHER = 0.3  # what is left of the nearness of two titles that are alike but for what each is about: see `is_other`
# Nearness from which meaning alone joins two matters of one municipality. 91 dossiers of real councils, labelled by
# hand and used to choose this: from 0, 0.5, 0.6, 0.72, 0.77 on wrong items 49, 37, 30, 24, 20, and right pairs (of 206)
# 206, 196, 192, 192, 188. In the sample papers it costs nothing.
FLOOR = 0.72


def nearness(matters: Sequence[Matter], found: Pairs) -> dict[tuple[int, int], float]:
    """Return how near pairs are, less where they are about two things; two municipalities' own budgets are not near."""
    near: dict[tuple[int, int], float] = {}
    for i, j, value in zip(found.first.tolist(), found.second.tolist(), found.nearness.tolist(), strict=True):
        one, other = matters[i], matters[j]
        is_own = bool(one.about.own or other.about.own)
        if not is_own or one.municipality == other.municipality:
            near[i, j] = value * OTHER if is_other(one.about, other.about) else value
    return near


def is_other(one: Title, other: Title) -> bool:
    """Whether each names something that the other does not, or they share a name and nothing of what is said of it.

    "Kerkfabriek Sint-Jan" is not "Kerkfabriek Sint-Amandus", the police zone of a river not the library of that river,
    and the budget of that zone not its cameras.
    """
    if are_named_apart(one, other):
        return True
    names = one.names | other.names
    if any(not word.marks.isdisjoint(other.marks) for word in one.words if word.stem not in names):
        return False
    says_more = [any(word.stem not in names for word in each.words) for each in (one, other)]
    same = one.own & other.own
    if (one.own or other.own) and not same:
        return True
    return any(says_more) if same <= organs() else all(says_more)


def are_named_apart(one: Title, other: Title) -> bool:
    """Whether each has a name that the other has not."""
    return bool(one.names - other.names and other.names - one.names)


def is_too_far(one: Matter, other: Matter, near: float) -> bool:
    """Whether two titles of one municipality are too little alike; what a region discusses is told in two words."""
    regional = (is_regional(each.municipality, each.body) for each in (one, other))
    return near < FLOOR and one.municipality == other.municipality and not any(regional)


def shared(one: Matter, other: Matter) -> str:
    """Return the words that tie two titles, as these write them: "buurtnetwerk, buurtplatform"."""
    same = one.about.stems & other.about.stems
    if same:
        return said((one, other), same)
    alike = [
        [word.stem for word in mine.about.words if not word.marks.isdisjoint(theirs.about.marks)]
        for mine, theirs in ((one, other), (other, one))
    ]
    found = dict.fromkeys([*_told(one, alike[0]), *_told(other, alike[1])])
    return ", ".join(list(found)[: wording.MOST])


def said(matters: Sequence[Matter], stems: Collection[str]) -> str:
    """Return words that matters share, as the one whose title tells them in the fewest phrases writes them."""
    told = [_told(matter, stems) for matter in matters]
    return min(
        (", ".join(some) for some in told if some), key=lambda text: (text.count(","), len(text), text), default=""
    )


def _told(matter: Matter, stems: Collection[str]) -> tuple[str, ...]:
    in_title = wording.phrases(matter.title, stems, matter.about.names)
    left = set(wording.missing(matter.title, stems))
    words = (*matter.about.words, *matter.about.told)
    return (*in_title, *dict.fromkeys(word.written for word in words if word.stem in left and word.written))
