"""The reference: every vector in float32, compared one by one in NumPy.

What the other engines must agree with; not meant to be fast or small.
"""

from pathlib import Path

import numpy as np

from ..types import Hit, Ids, Vectors


class Exact:
    """A VectorIndex that is right by construction."""

    def __init__(self, dim: int) -> None:
        self._ids: Ids = np.empty(0, dtype=np.int64)
        self._vectors: Vectors = np.empty((0, dim), dtype=np.float32)

    def add(self, ids: Ids, vectors: Vectors, /) -> None:
        """Add vectors under ids, ascending and above those already there."""
        joined = np.concatenate([self._ids, ids])
        if np.any(np.diff(joined) <= 0):
            raise ValueError("ids must be ascending, and above those that are there")
        self._vectors = np.concatenate([self._vectors, np.asarray(vectors, dtype=np.float32)])
        self._ids = joined

    def search(self, vector: Vectors, k: int, allowed: Ids | None, /) -> list[Hit]:
        """Return at most `k` of the allowed, best first, ties by id."""
        rows = np.arange(len(self._ids)) if allowed is None else np.flatnonzero(np.isin(self._ids, allowed))
        scores = np.einsum("ij,j->i", self._vectors[rows], vector)
        best = np.lexsort((self._ids[rows], -scores))[: max(k, 0)]
        return [Hit(int(self._ids[rows[i]]), float(scores[i])) for i in best]

    def write(self, path: str, /) -> None:
        """Write ids and vectors to a new file."""
        with Path(path).open("wb") as file:
            np.savez(file, ids=self._ids, vectors=self._vectors)


def build(dim: int) -> Exact:
    """Return an empty index."""
    return Exact(dim)


def read(path: str) -> Exact:
    """Return the index in the file. Raises ValueError when the file is damaged."""
    with Path(path).open("rb") as file:
        try:
            with np.load(file, allow_pickle=False) as stored:
                ids, vectors = stored["ids"], stored["vectors"]
            index = Exact(vectors.shape[1])
            index.add(ids.astype(np.int64, casting="safe"), vectors)
        except Exception as error:  # zip, zlib and NumPy each have errors of their own
            raise ValueError(f"{path}: not a readable index of the engine 'exact'") from error
    return index
