"""What is derived from what is stored, made to fit it: vectors of words, the vector index, the inverted index."""

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from search import index, inverted, lexical, manifest, vocabulary
from search.index import Fingerprint
from search.registers import belonging
from search.types import Embedder


def are_current(db: Database, data: Path, wanted: Fingerprint) -> bool:
    """Whether both indexes were made from the present content and are whole, and themes by the present list."""
    if index.intact_file(data, wanted) is None or not belonging.are_current(db, data):
        return False
    file = manifest.intact_file(data, inverted.FILE, {"revision": wanted.revision})
    return file is not None and inverted.read(db, file, lexical.WEIGHTS) is not None


def make(db: Database, data: Path, embedder: Embedder) -> None:
    """Make all of it from what is stored now."""
    vocabulary.bring_up_to_date(db, embedder)
    belonging.bring_up_to_date(db, embedder, data)
    wanted = index.fingerprint(db, embedder)
    makers: dict[str, Callable[[Path], None]] = {
        index.FILE: lambda path: index.build(db, embedder, wanted).vectors.write(str(path)),
        inverted.FILE: partial(inverted.write, db, weights=lexical.WEIGHTS),
    }
    manifest.write(data, asdict(wanted), makers)
