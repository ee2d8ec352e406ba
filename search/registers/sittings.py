"""Which papers of a sitting tell of the same decision: agenda, decision list, minutes, extracts. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from search.copies import RICHEST
from search.items import Item, named
from search.registers.matters import read_title
from search.registers.tellings import Telling, TellingId
from search.types import Document, DocumentId

ALIKE = 0.75  # least share of their words that two titles under one number have in common to be one item
REWORDED = 0.5  # and where nothing else fits either of them, and they do not name two things
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

    @property
    def telling_apart(self) -> frozenset[str]:
        figures = (word for word in self.words if any(letter.isdigit() for letter in word))
        return read_title(self.telling.treatment.title).names.union(figures)


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
        for rule in (_same_code, _same_title_and_number, _same_title, _same_number, _reworded):
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
    common = len(one.words & other.words)
    is_alike = common == min(len(one.words), len(other.words)) or common >= ALIKE * len(one.words | other.words)
    return is_alike and _are_alone_under_a_number(one, other, known, titles)


def _reworded(one: _Entry, other: _Entry, known: Titles, titles: Titles) -> bool:
    """Whether the rest of two papers holds one number in other words: "voor mindervaliden", "met een handicap".

    21 sittings of a council: all of the 5 items (of 640) that the minutes had reworded, no other. Of 35,122 pairs of
    different items of one paper 68 are as near, which then have each their own number and mostly their own title.
    """
    common = len(one.words & other.words)
    is_alike = common >= REWORDED * len(one.words | other.words) and not _are_told_apart(one, other)
    return is_alike and _are_alone_under_a_number(one, other, known, titles)


def _are_alone_under_a_number(one: _Entry, other: _Entry, known: Titles, titles: Titles) -> bool:
    has_same = bool(one.number) and one.number == other.number and _may_be_one(one, other)
    return has_same and not titles[one.words] and not known[other.words]


def _are_told_apart(one: _Entry, other: _Entry) -> bool:
    """Whether each title has a name or a figure that the other has not: two streets, two houses, two years."""
    return bool(one.telling_apart - other.telling_apart) and bool(other.telling_apart - one.telling_apart)


def _may_be_one(one: _Entry, other: _Entry) -> bool:
    return not (one.code and other.code)
