"""The vector index: derived from the stored vectors, thrown away and made again whenever the two disagree."""

from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from sqlite_utils import Database

from search import manifest, store, vectors
from search.types import Embedder, Ids, VectorIndex

ENGINE = "faiss_flat"
FILE = "vectors.faiss"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What an index was made from. Any difference means: make it again."""

    engine: str
    embedder: str
    dim: int
    passages: int
    highest_id: int
    revision: str  # changes with every write to the knowledge base


@dataclass(frozen=True, slots=True)
class LoadedIndex:
    """A vector index in memory, and to which document each of its passages belongs."""

    fingerprint: Fingerprint
    vectors: VectorIndex
    passages: Ids  # ascending, shape (n,)
    owners: Ids  # the document of each passage, shape (n,)


def fingerprint(db: Database, embedder: Embedder) -> Fingerprint:
    """Return the fingerprint that an index of the present content has, made with this model."""
    return _fingerprint(db, embedder.name, embedder.dim)


def stored_fingerprint(db: Database) -> Fingerprint:
    """Return the fingerprint that an index of the present content has, made with the model that is noted there."""
    return _fingerprint(db, store.made_by(db) or "", int(store.setting(db, "dim") or 0))


def _fingerprint(db: Database, embedder: str, dim: int) -> Fingerprint:
    count, highest = db.execute("SELECT count(*), coalesce(max(passage_id), 0) FROM vectors").fetchone()
    revision = store.setting(db, "revision") or ""
    return Fingerprint(ENGINE, embedder, dim, count, highest, revision)


def load(db: Database, data: Path, embedder: Embedder) -> LoadedIndex:
    """Return the index of the present content: read from its file where that fits, else made again in memory."""
    wanted = fingerprint(db, embedder)
    file = intact_file(data, wanted)
    if file is None:
        return build(db, embedder, wanted)
    rows = db.execute("SELECT id, document_id FROM passages WHERE id IN (SELECT passage_id FROM vectors) ORDER BY id")
    pairs = np.array(rows.fetchall(), dtype=np.int64).reshape(-1, 2)
    return LoadedIndex(wanted, vectors.read(ENGINE, str(file)), pairs[:, 0].copy(), pairs[:, 1].copy())


def build(db: Database, embedder: Embedder, wanted: Fingerprint) -> LoadedIndex:
    """Make the index in memory from the stored vectors."""
    made = vectors.build(ENGINE, embedder.dim)
    ids, owners = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for some_ids, some_owners, some_vectors in store.every_vector(db, embedder.dim):
        made.add(some_ids, some_vectors)
        ids.append(some_ids)
        owners.append(some_owners)
    return LoadedIndex(wanted, made, np.concatenate(ids), np.concatenate(owners))


def intact_file(data: Path, wanted: Fingerprint) -> Path | None:
    """Return the index file if it was made from the present content and not a bit of it has changed since."""
    return manifest.intact_file(data, FILE, asdict(wanted))
