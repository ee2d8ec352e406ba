"""The inverted index: where every stem stands, in one file. Derived from the FTS5 tables, made again by itself.

Reading the same from the FTS5 tables costs 0.3 µs an occurrence, 70 ms of a search among 100,000 passages; the file
holds 8 bytes for each passage or document that has a word, 98 MB for 100,000 passages, in memory as well, and takes
9 s to make.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from safetensors.numpy import save_file
from sqlite_utils import Database

from search.occurrences import LEVELS, Floats, Level, Places, Units, Weights, every_place, read_units

FILE = "words.safetensors"


@dataclass(frozen=True, slots=True)
class _OfLevel:
    """Stem number i stands in rows[offsets[i]:offsets[i + 1]]."""

    numbers: dict[str, int]
    offsets: NDArray[np.int64]
    rows: NDArray[np.int32]
    counts: Floats


class Inverted:
    """An inverted index that was written to a file. Safe to use from several threads."""

    def __init__(self, levels: dict[str, _OfLevel]) -> None:
        self._levels = levels

    def places(self, level: Level, stems: Sequence[str]) -> dict[str, Places]:
        """Return where these stems stand; one that stands nowhere is missing."""
        of = self._levels[level.name]
        found = {}
        for stem in stems:
            if (number := of.numbers.get(stem)) is not None:
                span = slice(int(of.offsets[number]), int(of.offsets[number + 1]))
                if span.start < span.stop:
                    found[stem] = Places(of.rows[span], of.counts[span])
        return found


def write(db: Database, file: Path, weights: Weights) -> None:
    """Write where every stem stands now."""
    tensors: dict[str, NDArray[Any]] = {}
    for level in LEVELS:
        tensors |= {f"{level.name}.{name}": tensor for name, tensor in _tensors(db, level, weights).items()}
    save_file(tensors, str(file), metadata=_made_of(db, weights))


def read(db: Database, file: Path, weights: Weights) -> Inverted | None:
    """Return the index in this file, or None where it does not fit the present content, analysis or weights."""
    # Not kept mapped: whoever puts another file in its place byte by byte would end every process that has it open.
    opened: Any = safe_open(str(file), framework="numpy")
    if opened.metadata() != _made_of(db, weights):
        return None
    levels = {}
    for level in LEVELS:
        stems = opened.get_tensor(f"{level.name}.stems").tobytes().decode().splitlines()
        levels[level.name] = _OfLevel(
            {stem: number for number, stem in enumerate(stems)},
            opened.get_tensor(f"{level.name}.offsets"),
            opened.get_tensor(f"{level.name}.rows"),
            opened.get_tensor(f"{level.name}.counts"),
        )
    return Inverted(levels)


def _tensors(db: Database, level: Level, weights: Weights) -> dict[str, NDArray[Any]]:
    units: Units = read_units(db, level)
    stems, rows, counts, ends = [], [np.empty(0, np.int32)], [np.empty(0, np.float32)], [0]
    for stem, places in every_place(db, level, units, weights):
        stems.append(stem)
        rows.append(places.rows)
        counts.append(places.counts)
        ends.append(ends[-1] + len(places.rows))
    return {
        "stems": np.array(bytearray("\n".join(stems).encode()), np.uint8),
        "offsets": np.array(ends, np.int64),
        "rows": np.concatenate(rows),
        "counts": np.concatenate(counts),
    }


def _made_of(db: Database, weights: Weights) -> dict[str, str]:
    known = dict(db.execute("SELECT key, value FROM settings WHERE key IN ('revision', 'analysis')").fetchall())
    return {"revision": known.get("revision", ""), "analysis": known.get("analysis", ""), "weights": repr(weights)}
