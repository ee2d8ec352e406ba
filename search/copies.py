"""Which of the papers that were found tell of the same decision, and which of them to show. Pure.

Agenda, decision list, minutes and extracts of one sitting all hold the same items. A paper joins a result by the item
that it was found by best; the others of its sitting that hold that item as well are named as sources.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.items import Item, share_in_common
from search.types import Document, Hit, Kind, Snippet

NEAR = 0.5  # least score of a passage, as a share of the best one's, to be shown in its place for what it holds
SAME_TEXT = 0.7  # least share of common words of two passages that must say the same to be copies

RICHEST: Mapping[Kind, int] = {
    Kind.EXTRACT: 0, Kind.ACCESSION: 0, Kind.REGULATION: 0, Kind.MINUTES: 1, Kind.SESSION_REPORT: 2,
    Kind.MEETING_REPORT: 2, Kind.DECISION_LIST: 3, Kind.AGENDA: 4,
}  # fmt: skip
"""How much of a decision each kind of paper holds: the lower, the more. Kinds that are not here hold no items."""


@dataclass(frozen=True, slots=True)
class Find:
    """One passage that was found, and the item it belongs to."""

    hit: Hit
    snippet: Snippet
    item: Item | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that was found, by at least one passage, the best first."""

    document: Document
    score: float
    finds: tuple[Find, ...]

    @property
    def best(self) -> Find:
        """The passage that it was found by best; one on an item rather than the head of the paper, if that is near."""
        least = NEAR * self.finds[0].hit.score
        return next((find for find in self.finds if find.item and find.hit.score >= least), self.finds[0])

    @property
    def has_items(self) -> bool:
        """Whether any passage that was found of it belongs to an item."""
        return any(find.item for find in self.finds)

    def on(self, item: Item | None) -> tuple[Find, ...]:
        """Return what was found of it on an item as this paper names it."""
        return tuple(find for find in self.finds if find.item == item)


@dataclass(frozen=True, slots=True)
class Told:
    """One decision or subject, as it will be shown: by which paper, and where else it stands."""

    score: float
    paper: Paper
    finds: tuple[Find, ...]  # of that paper on this decision, best first
    sources: tuple[tuple[Paper, Find], ...]  # other papers on it, the richest first


def gather(papers: Sequence[Paper]) -> list[list[Paper]]:
    """Put the papers on one decision together, in the order of the first of each."""
    groups: list[list[Paper]] = []
    of_sitting: dict[tuple[object, ...], list[list[Paper]]] = {}
    for paper in papers:
        sitting = _sitting(paper.document)
        alike = of_sitting.setdefault(sitting, []) if sitting else []
        group = next((g for g in alike if all(is_copy(m, m.best, paper, paper.best) for m in g)), None)
        if group is None:
            group = []
            groups.append(group)
            alike.append(group)
        group.append(paper)
    return groups


def tell(group: Sequence[Paper], found: Iterable[Paper], fitting: Collection[Kind] = frozenset()) -> Told:
    """Make one result of the papers on one decision.

    Args:
        group: What `gather` put together.
        found: All papers; those of the same sitting that hold that decision as well are named as sources.
        fitting: Kinds that are asked for: of two papers on one decision the one that fits is shown.
    """
    first = group[0]
    on_it = [(member, member.best) for member in group]
    known = {member.document.id for member in group}
    sitting = _sitting(first.document)
    for paper in found:
        if sitting and paper.document.id not in known and _sitting(paper.document) == sitting:
            find = next((f for f in paper.finds if is_copy(first, first.best, paper, f)), None)
            if find:
                on_it.append((paper, find))
    on_it.sort(key=lambda pair: (*_rank(pair[0].document.kind, fitting), -pair[1].hit.score, pair[0].document.id))
    least = NEAR * max(find.hit.score for _, find in on_it)
    paper, find = next(pair for pair in on_it if pair[1].hit.score >= least)
    sources = tuple(pair for pair in on_it if pair[0] is not paper)
    finds = paper.on(find.item) if find.item else paper.finds
    return Told(max(member.score for member in group), paper, finds, sources)


def is_copy(one: Paper, found: Find, other: Paper, find: Find) -> bool:
    """Whether two passages of papers of one sitting tell of the same decision.

    A number alone tells little: items shift when one is added (21 sittings of a council: 82 of 951 pairs with the same
    title have another number). A title alone tells little where it stands there twice.
    """
    a, b = found.item, find.item
    if a is None or b is None:
        has_none = not one.has_items or not other.has_items
        return has_none and share_in_common(found.snippet.text, find.snippet.text) >= SAME_TEXT
    if not _same_title(one, a, other, b):
        return False
    is_talk = a.is_talk or b.is_talk  # several subjects under one title
    return not is_talk or share_in_common(found.snippet.text, find.snippet.text) >= SAME_TEXT


def _same_title(one: Paper, a: Item, other: Paper, b: Item) -> bool:
    if a.code and b.code:
        return a.code == b.code
    if a.words == b.words:
        return a.number == b.number or (_names(one, a.words) == 1 and _names(other, b.words) == 1)
    has_same_number = bool(a.number) and a.number == b.number
    contained = a.words <= b.words or b.words <= a.words
    return has_same_number and contained and not (_names(one, b.words) or _names(other, a.words))


def _names(paper: Paper, words: frozenset[str]) -> int:
    """Under how many numbers a title stands among what was found of a paper."""
    return len({find.item.number for find in paper.finds if find.item and find.item.words == words})


def _sitting(document: Document) -> tuple[object, ...] | None:
    if document.kind not in RICHEST or document.body is None or document.date is None:
        return None
    return document.municipality, document.body, document.date


def _rank(kind: Kind, fitting: Collection[Kind]) -> tuple[bool, int]:
    return kind not in fitting, RICHEST.get(kind, 0)
