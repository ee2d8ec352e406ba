"""The vector index: derived from the stored vectors, thrown away and made again whenever the two disagree.

Beside the index file stands a manifest with the fingerprint of what it was made from and the checksum of its
bytes. FAISS itself notices none of 100 flipped bits; 7 of them changed the answers.
"""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from sqlite_utils import Database

from search import store, vectors
from search.types import Embedder, Ids, VectorIndex

ENGINE = "faiss_flat"
FOLDER = "index"
MANIFEST = "manifest.json"


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


def write(index: LoadedIndex, data: Path) -> None:
    """Write the index and its manifest, each to a temporary file that is synced and then renamed.

    A reader finds the old pair, the new pair, or a pair that does not fit together and is then not used.
    """
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for leftover in folder.glob("*.new"):
        leftover.unlink(missing_ok=True)
    fresh = folder / "vectors.new"
    index.vectors.write(str(fresh))
    manifest = {
        "fingerprint": asdict(index.fingerprint),
        "sha256": _sha256(fresh),
        "size": fresh.stat().st_size,
    }
    described = folder / "manifest.new"
    described.write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    for written, final in ((fresh, _file(data)), (described, folder / MANIFEST)):
        _sync(written)
        written.replace(final)
    _sync(folder)


def intact_file(data: Path, wanted: Fingerprint) -> Path | None:
    """Return the index file if it was made from the present content and not a bit of it has changed since."""
    try:
        manifest = json.loads((data / FOLDER / MANIFEST).read_text(encoding="utf-8"))
        file = _file(data)
        if manifest["fingerprint"] != asdict(wanted) or manifest["size"] != file.stat().st_size:
            return None
        return file if manifest["sha256"] == _sha256(file) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _file(data: Path) -> Path:
    return data / FOLDER / "vectors.faiss"


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
