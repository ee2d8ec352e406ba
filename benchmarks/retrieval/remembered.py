"""An embedder that remembers, so that a second run over the same sets embeds nothing: an ablation costs seconds."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import numpy as np

from search.types import Embedder, Vectors

FOLDER = Path(__file__).resolve().parents[2] / "build" / "vectors"
"""Ignored by git; may be thrown away at any time. A set of 16,000 passages takes some 35 MB for each model."""


class Remembering:
    """An Embedder that keeps each vector in a file, under a checksum of its text; several processes may share it."""

    def __init__(self, embedder: Embedder, folder: Path = FOLDER) -> None:
        self._embedder = embedder
        self.name, self.dim = embedder.name, embedder.dim
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / f"{sha256(self.name.encode()).hexdigest()[:16]}.sqlite"
        with closing(self._open()) as db, db:
            db.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID")

    def embed_passages(self, texts: Sequence[str], /) -> Vectors:
        """Return one unit vector per text, shape (n, dim)."""
        keys = [_key("passage", text) for text in texts]
        with closing(self._open()) as db:
            known = {key: vector for key in keys if (vector := _look_up(db, key)) is not None}
            new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
            if new:
                made = self._embedder.embed_passages(list(new.values()))
                known |= dict(zip(new, made, strict=True))
                with db:
                    _keep(db, {key: known[key] for key in new})
        return np.array([known[key] for key in keys], dtype=np.float32).reshape(len(keys), self.dim)

    def embed_query(self, text: str, /) -> Vectors:
        """Return a unit vector, shape (dim,)."""
        key = _key("question", text)
        with closing(self._open()) as db:
            vector = _look_up(db, key)
            if vector is None:
                vector = self._embedder.embed_query(text)
                with db:
                    _keep(db, {key: vector})
        return vector

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._file, timeout=120)
        db.execute("PRAGMA synchronous = OFF")  # what a crash takes is embedded again
        return db


def _key(use: str, text: str) -> bytes:
    """Models may treat a question and a passage differently, so the same text has a vector for each."""
    return sha256(f"{use}\0{text}".encode("utf-8", "replace")).digest()


def _look_up(db: sqlite3.Connection, key: bytes) -> Vectors | None:
    row = db.execute("SELECT vector FROM vectors WHERE key = ?", [key]).fetchone()
    return None if row is None else np.frombuffer(row[0], dtype="<f4")


def _keep(db: sqlite3.Connection, vectors: dict[bytes, Vectors]) -> None:
    db.executemany(
        "INSERT OR REPLACE INTO vectors (key, vector) VALUES (?, ?)",
        [(key, vector.astype("<f4").tobytes()) for key, vector in vectors.items()],
    )
