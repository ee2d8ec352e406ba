"""Where each stem stands, as arrays, read from the FTS5 tables: 0.3 µs an occurrence. Knows nothing of questions."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from search.types import Ids

Floats = NDArray[np.float32]


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
LEVELS = (PASSAGES, DOCUMENTS)


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


NOWHERE = Places(np.empty(0, np.int32), np.empty(0, np.float32))


def read_units(db: Database, level: Level) -> Units:
    """Return all that can match on this level, whoever may read it."""
    # One row of text is four times quicker than a row for each unit.
    text = db.execute(f"SELECT group_concat(i || ',' || d || ',' || n) FROM ({level.units})").fetchone()[0]
    table = _numbers(text).reshape(-1, 3)
    table = table[table[:, 0].argsort()]
    return Units(table[:, 0].copy(), table[:, 1].copy(), table[:, 2].astype(np.float32))


def read_places(db: Database, level: Level, stems: Sequence[str], units: Units, weights: Weights) -> dict[str, Places]:
    """Return where these stems stand; one that stands nowhere is missing."""
    given = "WHERE term IN (SELECT value FROM json_each(?))"
    parts = _occurrences(db, level.parts, _PART, given, [json.dumps(list(stems))])
    found = _occurrences(db, level.words, _WORD[level], given, [json.dumps(list(stems))])
    return dict(_gathered(found, dict(parts), units, weights))


def every_place(db: Database, level: Level, units: Units, weights: Weights) -> Iterator[tuple[str, Places]]:
    """Yield each stem of this level and where it stands; those that stand only within compounds last."""
    parts = dict(_occurrences(db, level.parts, _PART))
    yield from _gathered(_occurrences(db, level.words, _WORD[level]), parts, units, weights)


# An occurrence is 4 * id + where it stands: 0 in the text, 1 in a heading, 2 within a compound.
_WORD = {PASSAGES: "4 * doc + (col = 'heading')", DOCUMENTS: "4 * doc"}
_PART = "4 * doc + 2"


def _occurrences(
    db: Database, table: str, place: str, condition: str = "", parameters: Sequence[str] = ()
) -> Iterator[tuple[str, Ids]]:
    sql = f"SELECT term, group_concat({place}) FROM {table}_places {condition} GROUP BY term"
    for term, text in db.execute(sql, list(parameters)):
        yield term, _numbers(text)


def _gathered(
    words: Iterator[tuple[str, Ids]], parts: dict[str, Ids], units: Units, weights: Weights
) -> Iterator[tuple[str, Places]]:
    worth = np.array([1.0, weights.heading, weights.part], np.float32)
    for stem, found in words:
        inside = parts.pop(stem, None)
        yield stem, _gather(found if inside is None else np.concatenate([found, inside]), units.ids, worth)
    for stem, inside in parts.items():
        yield stem, _gather(inside, units.ids, worth)


def _gather(occurrences: Ids, ids: Ids, worth: Floats) -> Places:
    if not len(ids):
        return NOWHERE
    occurrences = np.sort(occurrences)
    found = occurrences >> 2
    first = np.flatnonzero(np.concatenate([[True], found[1:] != found[:-1]]))
    counts = np.add.reduceat(worth[occurrences & 3], first)
    rows = np.searchsorted(ids, found[first])
    is_known = ids[np.minimum(rows, len(ids) - 1)] == found[first]  # what came while we read waits for its turn
    return Places(rows[is_known].astype(np.int32), counts[is_known].astype(np.float32))


def _numbers(text: str | None) -> Ids:
    return np.fromstring(text or "", dtype=np.int64, sep=",")
