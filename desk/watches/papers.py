"""Which papers were there when somebody looked last, so that only what came since is new.

A paper is known by its content and by who may read it: read again or moved to another folder it is no news, and a
changed ranking brings no old paper back. What is kept are checksums; nothing can be read from them.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from desk.kept.database import reading, writing
from desk.watches.schema import SCHEMA
from search.types import Document, Outcome

_WITH_TEXT: Final = frozenset({Outcome.OK, Outcome.PARTIAL})
"""A scan without text can be found by nobody: it is new on the day that its text is recognised."""
_BASELINE: Final = 0


def notice(data: Path, documents: Callable[[], Iterable[Document]], audiences: Collection[str], revision: str) -> int:
    """Note which papers there are now; return the number of the latest round in which any was added.

    Args:
        data: The folder of the knowledge base.
        documents: Returns all that these audiences may read; called only where it may have changed.
        audiences: Whose papers.
        revision: Of the knowledge base, as it is now.
    """
    with reading(data, SCHEMA) as db:
        at = dict(db.execute("SELECT audience, revision FROM watch_audiences"))
        if all(at.get(audience) == revision for audience in audiences):
            return _latest(db)
    found = list(documents())
    with writing(data, SCHEMA) as db:
        met = {audience for (audience,) in db.execute("SELECT audience FROM watch_audiences")}
        known = set(db.execute("SELECT audience, content FROM watch_papers"))
        fresh = _latest(db) + 1
        rows = [
            (document.audience, content, place, fresh if document.audience in met else _BASELINE)
            for document, content, place in map(_named, found)
            if document.outcome in _WITH_TEXT and (document.audience, content) not in known
        ]
        db.conn.executemany("INSERT OR IGNORE INTO watch_papers VALUES (?, ?, ?, ?)", rows)
        db.conn.executemany(
            "INSERT OR REPLACE INTO watch_audiences VALUES (?, ?)", [(audience, revision) for audience in audiences]
        )
        return _latest(db)


def new(data: Path, audiences: Collection[str], after: int) -> dict[str, bool]:
    """Return what came after a round: the content of each paper, and whether it takes the place of an older one.

    What these audiences could read before in any way is not new: a paper that was opened to more people, say.
    """
    own = "audience IN (SELECT value FROM json_each(?))"
    names = json.dumps(sorted(audiences))
    with reading(data, SCHEMA) as db:
        found = db.execute(
            f"SELECT content, place FROM watch_papers WHERE round > ? AND {own} AND content NOT IN"
            f" (SELECT content FROM watch_papers WHERE round <= ? AND {own})",
            [after, names, after, names],
        ).fetchall()
        places = {place for _, place in found}
        older = db.execute(
            f"SELECT DISTINCT place FROM watch_papers WHERE round <= ? AND {own}"
            " AND place IN (SELECT value FROM json_each(?))",
            [after, names, json.dumps(sorted(places))],
        )
        stood = {place for (place,) in older}
    return {content: place in stood for content, place in found}


def _named(document: Document) -> tuple[Document, str, str]:
    return document, document.sha256, hashlib.sha256(document.path.encode()).hexdigest()[:16]


def _latest(db: Database) -> int:
    return int(db.execute("SELECT coalesce(max(round), 0) FROM watch_papers").fetchone()[0])
