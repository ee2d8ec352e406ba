"""What titles of items and words of themes mean: a vector for each, made when it is first met, kept while it stands."""

from collections.abc import Iterable, Mapping

import numpy as np
from sqlite_utils import Database

from search.types import Embedder, Vectors

LONGEST = 400  # characters of a title that are embedded
BATCH = 2_000


def bring_up_to_date(db: Database, titles: Iterable[str], embedder: Embedder) -> Mapping[str, Vectors]:
    """Return the vector of each title, shape (dim,), as it is stored; forget those of titles that are gone."""
    wanted = {title[:LONGEST] for title in titles}
    found = {
        title: np.frombuffer(vector, "<f2").astype(np.float32)
        for title, vector in db.execute("SELECT title, vector FROM title_vectors")
        if len(vector) == 2 * embedder.dim
    }
    gone = sorted(found.keys() - wanted)
    with db.atomic():
        db.conn.executemany("DELETE FROM title_vectors WHERE title = ?", [(title,) for title in gone])
    new = sorted(wanted - found.keys())
    for first in range(0, len(new), BATCH):
        some = new[first : first + BATCH]
        made = embedder.embed_passages(some).astype("<f2")
        rows = [(title, vector.tobytes()) for title, vector in zip(some, made, strict=True)]
        with db.atomic():
            db.conn.executemany("INSERT OR REPLACE INTO title_vectors (title, vector) VALUES (?, ?)", rows)
        found |= dict(zip(some, made.astype(np.float32), strict=True))
    return {title: found[title] for title in wanted}


def forget(db: Database) -> None:
    """Forget all of them: another model makes others."""
    db.execute("DELETE FROM title_vectors")
