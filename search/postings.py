"""Where each stem stands, for a search: from the inverted index, or from the FTS5 tables while that lags behind.

Adding arrays is several times quicker than FTS5's own bm25(), which counts word by word, and lets us weigh words by
how rare they are in what the reader may read. Knows nothing of questions.
"""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from cachetools import LRUCache
from sqlite_utils import Database

from search import inverted, manifest
from search.database import folder_of
from search.inverted import Inverted
from search.occurrences import LEVELS, NOWHERE, Level, Places, Units, Weights, read_places, read_units

MOST_KEPT = 64_000_000  # bytes of places in memory that no file holds: of the words asked last
BASES = 2  # knowledge bases, or states of one, that are kept at hand


class _Kept:
    """What was read last. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._places: LRUCache[tuple[object, ...], Places] = LRUCache(MOST_KEPT, getsizeof=lambda places: places.size)
        self._units: LRUCache[tuple[object, ...], Units] = LRUCache(BASES * len(LEVELS))
        self._inverted: LRUCache[tuple[object, ...], Inverted | None] = LRUCache(BASES)

    def places(
        self, keys: Sequence[tuple[object, ...]], read: Callable[[Sequence[int]], Sequence[Places]]
    ) -> list[Places]:
        """Return the places of each key; `read` gets the numbers of those that are not at hand."""
        with self._lock:
            found = [self._places.get(key) for key in keys]
        missing = [i for i, places in enumerate(found) if places is None]
        fresh = read(missing) if missing else ()
        with self._lock:
            for i, places in zip(missing, fresh, strict=True):
                found[i] = places
                if places.size <= self._places.maxsize:
                    self._places[keys[i]] = places
        return [places for places in found if places is not None]

    def units(self, key: tuple[object, ...], read: Callable[[], Units]) -> Units:
        """Return what can match, from memory where it is there."""
        found: Units = self._get(self._units, key, read)
        return found

    def inverted(self, key: tuple[object, ...], read: Callable[[], Inverted | None]) -> Inverted | None:
        """Return the opened file, or that there is none."""
        found: Inverted | None = self._get(self._inverted, key, read)
        return found

    def _get(self, cache: LRUCache[tuple[object, ...], Any], key: tuple[object, ...], read: Callable[[], Any]) -> Any:
        with self._lock:
            if key in cache:
                return cache[key]
        made = read()
        with self._lock:
            cache[key] = made
        return made


_kept = _Kept()


def units(db: Database, level: Level) -> Units:
    """Return all that can match on this level, whoever may read it."""
    revision = _revision(db)
    return _kept.units((revision, level.name), lambda: read_units(db, level)) if revision else read_units(db, level)


def places(db: Database, level: Level, stems: Sequence[str], weights: Weights) -> dict[str, Places]:
    """Return where each of these stems stands, whoever may read it; a stem that stands nowhere is missing."""
    revision = _revision(db)
    if not revision:
        return read_places(db, level, stems, units(db, level), weights)
    if file := _inverted(db, revision, weights):
        return file.places(level, stems)
    keys = [(revision, level.name, weights, stem) for stem in stems]

    def read(missing: Sequence[int]) -> list[Places]:
        found = read_places(db, level, [stems[i] for i in missing], units(db, level), weights)
        return [found.get(stems[i], NOWHERE) for i in missing]

    found = zip(stems, _kept.places(keys, read), strict=True)
    return {stem: places for stem, places in found if len(places.rows)}


def _inverted(db: Database, revision: str, weights: Weights) -> Inverted | None:
    """Return the inverted index of the present content; None while files are being read in, or where it is damaged."""
    data = folder_of(db)

    def read() -> Inverted | None:
        file = manifest.intact_file(data, inverted.FILE, {"revision": revision})
        return inverted.read(db, file, weights) if file else None

    return _kept.inverted((revision, manifest.version(data), weights), read)


def _revision(db: Database) -> str:
    """Return what names the present content, of this knowledge base alone; empty where it was never finished."""
    row = db.execute("SELECT value FROM settings WHERE key = 'revision'").fetchone()
    return str(row[0]) if row else ""
