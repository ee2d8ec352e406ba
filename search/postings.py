"""Where each stem stands, as arrays: read from the FTS5 tables at first use and kept while the content stays as it is.

Adding arrays is several times quicker than FTS5's own bm25(), which counts word by word, and lets us weigh words by
how rare they are in what the reader may read. Knows nothing of questions.
"""

import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from search.types import Ids

Floats = NDArray[np.float32]
MOST_KEPT = 64_000_000  # bytes of postings in memory: 8 for each passage that holds a word, of the words asked last


@dataclass(frozen=True, slots=True)
class Level:
    """What is matched: passages, or documents as a whole."""

    name: str
    words: str  # the FTS5 table of the words; beside it stands `{words}_places`
    parts: str  # the same for the parts of compounds
    units: str  # SQL: i, the id, d, its document, and n, its number of words


PASSAGES = Level("passages", "words", "parts", "SELECT passage_id AS i, document_id AS d, words AS n FROM word_counts")
DOCUMENTS = Level(
    "documents",
    "document_words",
    "document_parts",
    "SELECT document_id AS i, document_id AS d, sum(words) AS n FROM word_counts GROUP BY document_id",
)


@dataclass(frozen=True, slots=True)
class Units:
    """The passages or documents that can match: row i of each array is one of them."""

    ids: Ids  # ascending
    documents: Ids
    lengths: Floats  # in words


@dataclass(frozen=True, slots=True)
class Places:
    """Which units have a stem, by row in `Units`, ascending, and how often, heading and compounds weighed."""

    rows: NDArray[np.int32]
    counts: Floats

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return int(self.rows.nbytes + self.counts.nbytes)


@dataclass(frozen=True, slots=True)
class Weights:
    """What one occurrence counts for, against one in the text."""

    heading: float
    part: float


class _Kept:
    """The most recently used arrays, `MOST_KEPT` bytes of them. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._places: OrderedDict[tuple[object, ...], Places] = OrderedDict()
        self._units: OrderedDict[tuple[str, str], Units] = OrderedDict()
        self._size = 0

    def places(self, keys: Sequence[tuple[object, ...]]) -> dict[tuple[object, ...], Places]:
        with self._lock:
            found = {key: self._places[key] for key in keys if key in self._places}
            for key in found:
                self._places.move_to_end(key)
            return found

    def keep(self, places: dict[tuple[object, ...], Places]) -> None:
        with self._lock:
            for key, value in places.items():
                if key not in self._places:
                    self._places[key] = value
                    self._size += value.size
            while self._size > MOST_KEPT:
                self._size -= self._places.popitem(last=False)[1].size

    def units(self, key: tuple[str, str], read: Callable[[], Units]) -> Units:
        with self._lock:
            found = self._units.get(key)
        if found is None:
            found = read()
            with self._lock:
                self._units[key] = found
                while len(self._units) > 2 * len((PASSAGES, DOCUMENTS)):  # of two states of the content, or two bases
                    self._units.popitem(last=False)
        return found


_kept = _Kept()


def units(db: Database, level: Level) -> Units:
    """Return all that can match on this level, whoever may read it."""
    revision = _revision(db)
    return _kept.units((revision, level.name), lambda: _read_units(db, level)) if revision else _read_units(db, level)


def places(db: Database, level: Level, stems: Sequence[str], weights: Weights) -> dict[str, Places]:
    """Return where each of these stems stands, whoever may read it; a stem that stands nowhere is missing."""
    revision = _revision(db)
    keys: dict[str, tuple[object, ...]] = {stem: (revision, level.name, weights, stem) for stem in stems}
    found = _kept.places(list(keys.values())) if revision else {}
    missing = [stem for stem, key in keys.items() if key not in found]
    if missing:
        read = _read_places(db, level, missing, weights)
        fresh = {keys[stem]: read.get(stem, _NOWHERE) for stem in missing}
        found |= fresh
        if revision:
            _kept.keep(fresh)
    return {stem: found[key] for stem, key in keys.items() if len(found[key].rows)}


_NOWHERE = Places(np.empty(0, np.int32), np.empty(0, np.float32))


def _revision(db: Database) -> str:
    """Return what names the present content, of this knowledge base alone; empty where it was never finished."""
    row = db.execute("SELECT value FROM settings WHERE key = 'revision'").fetchone()
    return str(row[0]) if row else ""


def _read_units(db: Database, level: Level) -> Units:
    # One row of text is four times quicker than a row for each unit.
    text = db.execute(f"SELECT group_concat(i || ',' || d || ',' || n) FROM ({level.units})").fetchone()[0]
    table = _numbers(text).reshape(-1, 3)
    table = table[table[:, 0].argsort()]
    return Units(table[:, 0].copy(), table[:, 1].copy(), table[:, 2].astype(np.float32))


def _read_places(db: Database, level: Level, stems: Sequence[str], weights: Weights) -> dict[str, Places]:
    """Read postings. An occurrence is 4 * id + where it stands: 0 in the text, 1 in a heading, 2 in a compound."""
    found = db.execute(
        "SELECT term, group_concat(place) FROM ("
        f"SELECT term, 4 * doc + (col = 'heading') AS place FROM {level.words}_places"
        " WHERE term IN (SELECT value FROM json_each(:stems))"
        f" UNION ALL SELECT term, 4 * doc + 2 FROM {level.parts}_places"
        " WHERE term IN (SELECT value FROM json_each(:stems))) GROUP BY term",
        {"stems": json.dumps(list(stems))},
    )
    ids = units(db, level).ids
    worth = np.array([1.0, weights.heading, weights.part, 0.0], np.float32)
    return {stem: _gather(_numbers(text), ids, worth) for stem, text in found}


def _gather(occurrences: Ids, ids: Ids, worth: Floats) -> Places:
    if not len(ids):
        return _NOWHERE
    rows = np.searchsorted(ids, occurrences >> 2)
    is_known = ids[np.minimum(rows, len(ids) - 1)] == occurrences >> 2  # what came while we read waits for its turn
    counts = np.bincount(rows[is_known], weights=worth[occurrences[is_known] & 3], minlength=0)
    present = np.flatnonzero(counts)
    return Places(present.astype(np.int32), counts[present].astype(np.float32))


def _numbers(text: str | None) -> Ids:
    return np.fromstring(text or "", dtype=np.int64, sep=",")
