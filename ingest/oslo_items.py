"""Which subjects of a page are told of one item: Agendapunt, BehandelingVanAgendapunt and Besluit belong together.

By the links that the mark-up makes; where it makes none by what stands in what; where nothing has a name by titles.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container
from dataclasses import dataclass, field

from ingest.oslo_graph import Facts

POINT, HANDLING, DECISION = "besluit:Agendapunt", "besluit:BehandelingVanAgendapunt", "besluit:Besluit"
_PARTS = (POINT, HANDLING, DECISION)
_DEEPEST = 20  # elements with a type between one and the item it stands in


@dataclass(slots=True)
class Group:
    """The subjects of one item, by what they are."""

    order: int
    points: list[str] = field(default_factory=list)
    handlings: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    title: tuple[str, str] = ("", "")  # with its number before it
    named: set[str] = field(default_factory=set)  # what of it has a name of its own, and is no blank node

    @property
    def nodes(self) -> list[str]:
        """All of them."""
        return [*self.points, *self.handlings, *self.decisions]

    @property
    def parts(self) -> tuple[bool, bool, bool]:
        """Which parts of an item are told here."""
        return bool(self.points), bool(self.handlings), bool(self.decisions)


def groups_of(facts: Facts, title: Callable[[Group], tuple[str, str]]) -> list[Group]:
    """Return the items of a page in its order.

    Args:
        facts: What the page says.
        title: Number and title of an item; either may be empty.
    """
    kinds = _kinds(facts)
    roots: dict[str, str] = {node: node for node in kinds}
    for one, other in _links(facts, kinds):
        _join(roots, one, other)
    found: dict[str, Group] = {}
    for node in sorted(kinds, key=lambda node: facts.order.get(node, len(facts.order))):
        group = found.setdefault(_root(roots, node), Group(facts.order.get(node, len(facts.order))))
        {POINT: group.points, HANDLING: group.handlings, DECISION: group.decisions}[kinds[node]].append(node)
    for group in found.values():
        group.title = title(group)
        group.named = {kinds[node] for node in group.nodes if not node.startswith("_:")}
    groups = [group for group in found.values() if group.handlings or group.decisions or group.title[1]]
    return sorted(_by_title(groups), key=lambda group: group.order)


def owner(facts: Facts, node: str, kinds: Container[str]) -> str:
    """Return the nearest subject of `kinds` that a node stands in; empty where there is none."""
    for _ in range(_DEEPEST):
        tellings = facts.tellings.get(node)
        node = tellings[0].outer if tellings else ""
        if not node or node in kinds:
            return node
    return ""


def _kinds(facts: Facts) -> dict[str, str]:
    """Return what each subject is, by its types or else by the property that names it."""
    kinds: dict[str, str] = {}
    for node, types in facts.types.items():
        kind = next((part for part in _PARTS if part in types), None)
        if kind and node in facts.order:
            kinds[node] = kind
    for name, kind in (("besluit:behandelt", POINT), ("prov:generated", DECISION)):
        for subject, thing in facts.named(name):
            is_ours = name == "besluit:behandelt" or kinds.get(subject) == HANDLING
            if is_ours and thing not in kinds and not _is_other(facts.types.get(thing)):
                kinds[thing] = kind
    return kinds


def _is_other(types: set[str] | None) -> bool:
    return any(name.startswith("besluit:") or name.endswith("Document") for name in types or ())


def _links(facts: Facts, kinds: dict[str, str]) -> list[tuple[str, str]]:
    found = [(s, t) for s, t in facts.named("dct:subject") if kinds.get(s) == HANDLING and kinds.get(t) == POINT]
    found += [(s, t) for s, t in facts.named("prov:generated") if s in kinds and kinds.get(t) == DECISION]
    found += [(s, t) for s, t in facts.named("prov:wasGeneratedBy") if kinds.get(s) == DECISION and t in kinds]
    linked = {(node, kinds[other]) for pair in found for node, other in (pair, pair[::-1])}
    for node, kind in kinds.items():
        around = owner(facts, node, kinds)
        if around and kinds[around] != kind and not _is_linked(node, around, kinds, linked):
            found.append((node, around))
    return found


def _is_linked(node: str, around: str, kinds: dict[str, str], linked: set[tuple[str, str]]) -> bool:
    """Tell whether the mark-up itself says where a subject belongs, so that where it stands does not count."""
    if kinds[node] == DECISION:
        return (node, HANDLING) in linked or (node, POINT) in linked
    return (node, kinds[around]) in linked or (around, kinds[node]) in linked


def _root(roots: dict[str, str], node: str) -> str:
    while roots[node] != node:
        roots[node] = roots[roots[node]]
        node = roots[node]
    return node


def _join(roots: dict[str, str], one: str, other: str) -> None:
    roots[_root(roots, other)] = _root(roots, one)


def _by_title(groups: list[Group]) -> list[Group]:
    """Put groups together that tell of one item and say so by their titles only.

    Such a page has listings (agenda, treatments) that each tell every item, without names or under different ones.
    The n-th of a title in one is the n-th of it in another.
    """
    listings: dict[tuple[bool, ...], list[Group]] = defaultdict(list)
    for group in groups:
        listings[group.parts].append(group)
    told: dict[str, list[Group]] = defaultdict(list)
    result = []
    for listing in sorted(listings.values(), key=lambda each: (-sum(each[0].parts), each[0].order)):
        times, seen = _repeats(listing), Counter[str]()
        keys = [_key(group.title[1]) for group in listing]
        counts = Counter(keys)
        for group, key in zip(listing, keys, strict=True):
            at = seen[key] % max(1, counts[key] // times)
            seen[key] += 1
            same = told[key]
            if key and at < len(same) and not same[at].named & group.named:
                _merge(same[at], group)
            else:
                same.append(group)
                result.append(group)
    return result


def _repeats(listing: list[Group]) -> int:
    """Return how many times a page tells the same items without names: every title then comes so many times."""
    if any(group.named for group in listing):
        return 1
    return min(Counter((group.title[0], _key(group.title[1])) for group in listing).values(), default=1)


def _key(title: str) -> str:
    return re.sub(r"\W+", "", title).casefold()


def _merge(group: Group, other: Group) -> None:
    group.order = min(group.order, other.order)
    group.named |= other.named
    group.points += other.points
    group.handlings += other.handlings
    group.decisions += other.decisions
