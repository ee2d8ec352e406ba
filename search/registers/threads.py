"""Dossiers that form by themselves: decisions, reports and contracts put together over bodies and years. Pure.

`links` says which two belong together and why; `threads` puts them together, and where a person said how, does that.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from search.registers.linking import Link as Link
from search.registers.linking import Reason as Reason
from search.registers.linking import links as links
from search.registers.matters import Matter as Matter

SURE = 0.8  # strength from which one link is enough
NEAR = 0.34  # mean strength of the links of each member to the nearest of the other group, for two groups to be one
PAIR = 0.5  # and strength of the link of two that stand alone: no other says that they are right
NEAREST = 5  # of those: a dossier of twenty years does not end as it began


class Act(StrEnum):
    """What a person did to a dossier."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    PIN = "pin"


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person said of dossiers, by the keys of matters: those stay the same when links change."""

    act: Act
    subject: str  # a key; SPLIT: the one that does not belong where it was put
    value: str = ""  # MERGE: a key that belongs with it; SPLIT: a key that stays there; RENAME: the name


@dataclass(frozen=True, slots=True)
class Thread:
    """A dossier: matters that belong together."""

    keys: tuple[str, ...]  # in their order
    name: str = ""  # as a person named it; empty where nobody did
    is_pinned: bool = False


def threads(keys: Iterable[str], links: Iterable[Link], edits: Sequence[Edit] = ()) -> list[Thread]:
    """Put together what belongs together, by the first key; a matter that belongs with no other stands alone.

    One link that is sure is enough. Others must be many: a matter that is near to two dossiers does not make them one.

    Args:
        keys: Of all matters.
        links: Those of which a key is not among `keys` are passed over.
        edits: What people said, the earliest first. Of two that contradict each other the later one counts.
    """
    groups = _Groups(sorted(set(keys)))
    usable = [link for link in links if link.one in groups.of and link.other in groups.of]
    usable.sort(key=lambda link: (-link.strength, link.one, link.other))
    taken_out = groups.obey([edit for edit in edits if edit.subject in groups.of])
    # What a person took out of a dossier is placed last, so that it draws nothing with it.
    if taken_out:
        _join(groups, [link for link in usable if link.one not in taken_out and link.other not in taken_out])
    _join(groups, usable)
    return _named(groups, edits)


def _join(groups: "_Groups", links: Sequence[Link]) -> None:
    """Join groups by links, the strongest first, until no more can be joined."""
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        near[link.one][link.other] = near[link.other][link.one] = link.strength
        if link.strength >= SURE:
            groups.join(link.one, link.other)
    left = [link for link in links if link.strength < SURE]
    refused: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    while True:
        left = [link for link in left if groups.of[link.one] != groups.of[link.other]]
        has_joined = False
        for link in left:
            pair = groups.state(link.one), groups.state(link.other)
            if pair in refused or pair[0] == pair[1]:
                continue
            if groups.nearness(link, near) >= (PAIR if pair[0][1] == pair[1][1] == 1 else NEAR) and groups.join(
                link.one, link.other
            ):
                has_joined = True
            else:
                refused.update((pair, pair[::-1]))
        if not has_joined:
            return


def _named(groups: "_Groups", edits: Sequence[Edit]) -> list[Thread]:
    names: dict[int, str] = {}
    pinned: set[int] = set()
    for edit in edits:
        group = groups.of.get(edit.subject)
        if group is not None and edit.act is Act.RENAME:
            names[group] = edit.value
        elif group is not None and edit.act is Act.PIN:
            pinned.add(group)
    found = [
        Thread(tuple(sorted(keys)), names.get(group, ""), group in pinned) for group, keys in groups.members.items()
    ]
    return sorted(found, key=lambda thread: thread.keys)


class _Groups:
    """Keys in groups that only grow, and which keys are never in one group."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.of = {key: at for at, key in enumerate(keys)}
        self.members = {at: [key] for at, key in enumerate(keys)}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def obey(self, edits: Sequence[Edit]) -> set[str]:
        """Do as people said, the latest first; return the keys that were taken out of a dossier, and all with them."""
        taken_out: set[str] = set()
        for edit in reversed(edits):
            if edit.value not in self.of or edit.value == edit.subject:
                continue
            if edit.act is Act.MERGE:
                self.join(edit.subject, edit.value)
            elif edit.act is Act.SPLIT and self.of[edit.subject] != self.of[edit.value]:
                self._apart[edit.subject].add(edit.value)
                self._apart[edit.value].add(edit.subject)
                taken_out.add(edit.subject)
        return {key for subject in taken_out for key in self.members[self.of[subject]]}

    def join(self, one: str, other: str) -> bool:
        """Make one group of those that hold these keys; return whether that was done now."""
        into, gone = sorted((self.of[one], self.of[other]), key=lambda group: (-len(self.members[group]), group))
        if into == gone or any(self.of[key] == into for member in self.members[gone] for key in self._apart[member]):
            return False
        for key in self.members.pop(gone):
            self.of[key] = into
            self.members[into].append(key)
        return True

    def state(self, key: str) -> tuple[int, int]:
        """Return the group that holds a key, as it is now."""
        return self.of[key], len(self.members[self.of[key]])

    def nearness(self, link: Link, near: Mapping[str, Mapping[str, float]]) -> float:
        """Return how near the members of the smaller of two groups are to the NEAREST of the other, on average."""
        few, many = sorted(
            (self.of[link.one], self.of[link.other]), key=lambda group: (len(self.members[group]), group)
        )
        count = min(NEAREST, len(self.members[many]))
        total = 0.0
        for member in self.members[few]:
            strengths = (strength for key, strength in near[member].items() if self.of[key] == many)
            total += sum(sorted(strengths, reverse=True)[:count]) / count
        return total / len(self.members[few])
