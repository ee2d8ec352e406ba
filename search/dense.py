"""Question -> passages by meaning: the nearest vectors. Knows nothing of words."""

from sqlite_utils import Database

from search import permissions, store
from search.answer import Query
from search.index import LoadedIndex
from search.types import Ids, PassageId, Reader, Vectors


def readable(db: Database, index: LoadedIndex, reader: Reader, query: Query | None) -> Ids | None:
    """Return the passages of the index that `reader` may read and that pass the filters; None means all of them."""
    mask = permissions.readable(db, index.owners, reader, query)
    return None if bool(mask.all()) else index.passages[mask]


def cosines(db: Database, vector: Vectors, ids: list[PassageId]) -> dict[PassageId, float]:
    """Return the exact cosine of each of these passages with `vector`, shape (dim,)."""
    return {i: float(stored @ vector) for i, stored in store.vectors(db, ids, len(vector)).items()}
