"""Which papers of a sitting tell of the same decision: agenda, decision list, minutes, extracts. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from search.copies import RICHEST
from search.items import Item, named
from search.registers.tellings import Telling, TellingId
from search.types import Document, DocumentId

ALIKE = 0.75  # least share of their words that two titles under one number have in common to be one item
Sitting = tuple[str, str, str]


def sitting_of(document: Document) -> Sitting | None:
    """Return municipality, body and day of the sitting or meeting that a paper is of; None where it is of none."""
    if document.kind not in RICHEST or document.body is None or document.date is None:
        return None
    return document.municipality or "", document.body, document.date.isoformat()


def keyed(told: Iterable[tuple[Document, Telling]]) -> dict[TellingId, str]:
    """Return for each telling the key of its decision: the same for all that tell of one.

    A number alone tells little: items shift when one is added (21 sittings of a council: 82 of 951 pairs with the same
    title have another number). A title alone tells little where it stands there twice.
    """
    keys: dict[TellingId, str] = {}
    of_sitting: dict[Sitting, dict[DocumentId, _Paper]] = defaultdict(dict)
    for document, telling in told:
        keys[telling.id] = telling.own_key
        sitting = sitting_of(document)
        if sitting and telling.is_item:
            papers = of_sitting[sitting]
            papers.setdefault(document.id, _Paper(RICHEST[document.kind], document.id)).add(telling)
    for papers in of_sitting.values():
        if len(papers) > 1:
            for group in _groups(sorted(papers.values(), key=lambda paper: (paper.rank, paper.id))):
                key = min(entry.telling.own_key for entry in group)
                keys |= {entry.telling.id: key for entry in group}
    return keys


@dataclass(frozen=True, slots=True)
class _Entry:
    telling: Telling
    item: Item | None

    @property
    def number(self) -> str:
        return self.telling.treatment.number

    @property
    def code(self) -> str:
        return self.telling.treatment.code

    @property
    def words(self) -> frozenset[str]:
        return self.item.words if self.item else frozenset([self.telling.treatment.title.casefold()])


@dataclass(slots=True)
class _Paper:
    rank: int
    id: DocumentId
    entries: list[_Entry] = field(default_factory=list)

    def add(self, telling: Telling) -> None:
        self.entries.append(_Entry(telling, named(telling.treatment.title)))

    def titles(self) -> Counter[frozenset[str]]:
        return Counter(entry.words for entry in self.entries)


def _groups(papers: Sequence[_Paper]) -> list[list[_Entry]]:
    groups: list[list[_Entry]] = []
    for paper in papers:
        left = list(paper.entries)
        free = list(range(len(groups)))
        titles = paper.titles()
        known = Counter(entry.words for group in groups for entry in group[:1])
        for rule in (_same_code, _same_title_and_number, _same_title, _same_number):
            for entry in list(left):
                found = next((i for i in free if rule(groups[i][0], entry, known, titles)), None)
                if found is not None:
                    groups[found].append(entry)
                    free.remove(found)
                    left.remove(entry)
        groups += [[entry] for entry in left]
    return groups


Titles = Counter[frozenset[str]]


def _same_code(one: _Entry, other: _Entry, known: Titles, titles: Titles) -> bool:
    return bool(one.code) and one.code == other.code


def _same_title_and_number(one: _Entry, other: _Entry, known: Titles, titles: Titles) -> bool:
    return _may_be_one(one, other) and one.words == other.words and one.number == other.number


def _same_title(one: _Entry, other: _Entry, known: Titles, titles: Titles) -> bool:
    is_alone = known[one.words] == 1 and titles[other.words] == 1
    return _may_be_one(one, other) and one.words == other.words and is_alone


def _same_number(one: _Entry, other: _Entry, known: Titles, titles: Titles) -> bool:
    """Whether titles under one number are nearly alike, or one is the other cut short, and neither stands elsewhere."""
    if not (one.number and one.number == other.number and _may_be_one(one, other)):
        return False
    if titles[one.words] or known[other.words]:
        return False
    common = len(one.words & other.words)
    return common == min(len(one.words), len(other.words)) or common >= ALIKE * len(one.words | other.words)


def _may_be_one(one: _Entry, other: _Entry) -> bool:
    return not (one.code and other.code)
