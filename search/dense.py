"""Question -> passages by meaning: the nearest vectors. Knows nothing of words."""

import numpy as np
from sqlite_utils import Database

from search import store
from search.answer import Query
from search.index import LoadedIndex
from search.permissions import allowed
from search.types import Ids, PassageId, Reader, Vectors


def readable(db: Database, index: LoadedIndex, reader: Reader, query: Query | None) -> Ids | None:
    """Return the passages of the index that `reader` may read and that pass the filters; None means all of them."""
    condition, parameters = allowed(reader, query)
    documents = db.execute(f"SELECT d.id FROM documents d WHERE {condition}", parameters).fetchall()
    mask = np.isin(index.owners, np.array(documents, dtype=np.int64).ravel())
    return None if bool(mask.all()) else index.passages[mask]


def cosines(db: Database, vector: Vectors, ids: list[PassageId]) -> dict[PassageId, float]:
    """Return the exact cosine of each of these passages with `vector`, shape (dim,)."""
    return {i: float(stored @ vector) for i, stored in store.vectors(db, ids, len(vector)).items()}
