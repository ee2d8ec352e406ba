"""Which links between two municipalities hold: where a body over both had the matter on its table too. Pure.

"Aankoop strooizout" of two towns is two matters; after the mayors of the region spoke of it, it is one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from search.registers.bonds import Link, Reason
from search.registers.citations import body_key

_BY_TITLE = frozenset({Reason.MEANING, Reason.SAME_TITLE})
_COUNCILS = frozenset({"gemeenteraad", "college", "vast bureau", "raad voor maatschappelijk welzijn"})

Whose = tuple[str | None, str | None]
"""The municipality and the body of a matter."""


def is_regional(municipality: str | None, body: str | None) -> bool:
    """Whether a body is one of several municipalities, and not a council whose municipality was not read."""
    return municipality is None and bool(body) and body_key(body) not in _COUNCILS


def that_hold(links: Sequence[Link], whose: Mapping[str, Whose]) -> list[Link]:
    """Leave out the links by titles of two municipalities that are not linked to one matter of their region.

    Asked of all links when they are made, and of those of a reader when he looks: what he may not read ties nothing.

    Args:
        links: Between matters of `whose`; others are left out.
        whose: Of each matter, by its key.
    """
    regional = {key for key, of in whose.items() if is_regional(*of)}
    spoken: dict[str, set[str]] = defaultdict(set)
    known = [link for link in links if link.one in whose and link.other in whose]
    for link in known:
        for key, other in ((link.one, link.other), (link.other, link.one)):
            if other in regional:
                spoken[key].add(other)

    def holds(link: Link) -> bool:
        is_one_town = whose[link.one][0] == whose[link.other][0]
        is_sure = link.reason not in _BY_TITLE or link.one in regional or link.other in regional
        return is_one_town or is_sure or not spoken[link.one].isdisjoint(spoken[link.other])

    return [link for link in known if holds(link)]
