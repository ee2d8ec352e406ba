"""A question that is being typed -> subjects to choose from: titles and item headings that its reader may see."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlite_utils import Database

from search.language.boilerplate import subject
from search.language.dutch import analyse
from search.language.wishes import plain
from search.nearest import readable
from search.permissions import allowed
from search.types import Reader

MOST = 8
SHORTEST = 2  # characters typed before anything is suggested
LONGEST = 100  # characters of what is typed that are looked at
MOST_SUBJECTS = 50_000  # of the newest documents; some 30 MB
WITHIN = 4  # letters from which a word may stand inside another: "panelen" in "zonnepanelen"
FUZZY = 5  # letters from which one may be wrong
VERY_FUZZY = 9  # letters from which two may be wrong


@dataclass(frozen=True, slots=True)
class Subjects:
    """Subjects, the most frequent first, and in which of them each word stands."""

    texts: tuple[str, ...]
    folded: tuple[str, ...]  # the same for comparing, a space at both ends
    words: tuple[str, ...]  # all different words, in order of the alphabet
    places: tuple[tuple[int, ...], ...]  # of each word, the subjects it stands in


def load(db: Database, reader: Reader) -> Subjects:
    """Return the subjects of all that `reader` may read."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for text in _headings(db, reader):
        subject = readable(text)
        if len(set(analyse(subject))) > 1:  # "Aanleiding", "Artikel 1": no subject
            counts[plain(subject)] += 1
            written.setdefault(plain(subject), subject)
        if len(counts) == MOST_SUBJECTS:
            break
    folded = tuple(sorted(counts, key=lambda each: (-counts[each], each)))
    places: dict[str, list[int]] = defaultdict(list)
    for i, each in enumerate(folded):
        for word in dict.fromkeys(each.split()):
            places[word].append(i)
    words = tuple(sorted(places))
    return Subjects(
        tuple(written[each] for each in folded), folded, words, tuple(tuple(places[word]) for word in words)
    )


def _headings(db: Database, reader: Reader) -> Iterator[str]:
    """Yield the headings of items and sections, those of the newest documents first, and then the titles."""
    condition, parameters = allowed(reader)
    found = db.execute(
        "SELECT DISTINCT p.document_id, p.context FROM documents d CROSS JOIN passages p ON p.document_id = d.id"
        f" WHERE {condition} AND p.headings != '[]' ORDER BY d.date IS NULL, d.date DESC, d.id",
        parameters,
    )
    for _, context in found:
        yield context.rpartition(" | ")[2]
    titles = db.execute(f"SELECT d.title FROM documents d WHERE {condition} ORDER BY d.date DESC, d.id", parameters)
    yield from (title for (title,) in titles)


def matching(subjects: Subjects, typed: str) -> tuple[str, ...]:
    """Return at most MOST subjects in which every word of `typed` begins a word; the last may be half written.

    Where there are too few, also those that have a word inside a longer one, or written a little differently.
    """
    asked = plain(subject(typed[:LONGEST]).core).split()
    if sum(map(len, asked)) < SHORTEST:
        return ()
    found: dict[int, None] = {}
    for finder in (_beginning, _inside, _nearly):
        if len(found) < MOST:
            every = [set().union(*(subjects.places[i] for i in finder(subjects.words, word))) for word in asked]
            together = set.intersection(*every) if every else set()
            start = f" {' '.join(asked)}"
            found |= dict.fromkeys(sorted(together, key=lambda i: (not subjects.folded[i].startswith(start), i)))
    return tuple(subjects.texts[i] for i in list(found)[:MOST])


def _beginning(words: Sequence[str], start: str) -> range:
    return range(bisect_left(words, start), bisect_left(words, f"{start}\uffff"))


def _inside(words: Sequence[str], part: str) -> Sequence[int]:
    return [i for i, word in enumerate(words) if part in word] if len(part) >= WITHIN else _beginning(words, part)


def _nearly(words: Sequence[str], typed: str) -> Sequence[int]:
    """Return the words that begin nearly as `typed`, the first letter the same."""
    if len(typed) < FUZZY:
        return _beginning(words, typed)
    same = _beginning(words, typed[0])
    most = 2 if len(typed) >= VERY_FUZZY else 1
    near: dict[int, None] = {}
    for length in (len(typed), len(typed) + 1):  # a letter too many or wrong, a letter left out
        starts = [words[i][:length] for i in same]
        found = process.extract(typed, starts, scorer=OSA.distance, score_cutoff=most, limit=None)
        near |= dict.fromkeys(same[place] for _, _, place in found)
    return list(near)
