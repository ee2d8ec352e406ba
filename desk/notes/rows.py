"""The tables of notes, and a row as a head. A note is asked for by its id and its owner, never by its id alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from search.errors import NotFound

SCHEMA: Final = Migrations("notas")
IS_ID: Final = re.compile(r"[A-Za-z0-9_-]{16,40}")
NOT_THERE: Final = "Deze nota bestaat niet, of is niet voor u."
HEAD: Final = (
    "n.id, n.owner, v.title, n.version, v.pieces, n.is_shared, n.is_basket, n.changed_at, n.removed_at,"
    " EXISTS (SELECT 1 FROM versions b WHERE b.note = n.id AND b.number = v.parent)"
    " FROM notes n JOIN versions v ON v.note = n.id AND v.number = n.version"
)


@SCHEMA()
def m001_create_tables(db: Database) -> None:
    """Notes, and their versions: a version is never changed; `notes.version` is the one that is shown."""
    for statement in (
        """CREATE TABLE notes (
            id TEXT PRIMARY KEY,
            owner TEXT NOT NULL,
            version INTEGER NOT NULL,
            is_shared INTEGER NOT NULL DEFAULT 0,
            is_basket INTEGER NOT NULL DEFAULT 0,
            changed_at TEXT NOT NULL,
            removed_at TEXT) STRICT""",
        "CREATE INDEX notes_by_owner ON notes (owner)",
        "CREATE UNIQUE INDEX one_basket ON notes (owner) WHERE is_basket = 1",
        """CREATE TABLE versions (
            note TEXT NOT NULL REFERENCES notes ON DELETE CASCADE,
            number INTEGER NOT NULL,
            parent INTEGER,
            made_at TEXT NOT NULL,
            what TEXT NOT NULL,
            title TEXT NOT NULL,
            pieces INTEGER NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY (note, number)) STRICT""",
    ):
        db.execute(statement)


@dataclass(frozen=True, slots=True)
class Head:
    """A note as it stands in a list."""

    id: str
    owner: str
    title: str
    version: int
    pieces: int  # how many there are
    is_shared: bool
    is_basket: bool  # what is collected goes into this one
    changed_at: datetime
    removed_at: datetime | None
    can_undo: bool


def own(db: Database, owner: str, note: str) -> Head:
    """Return a note of this owner.

    Raises:
        NotFound: There is none of his under that id.
    """
    if not IS_ID.fullmatch(note):
        raise NotFound(NOT_THERE)
    found = db.execute(
        f"SELECT {HEAD} WHERE n.id = ? AND n.owner = ? AND n.removed_at IS NULL", [note, owner]
    ).fetchone()
    if found is None:
        raise NotFound(NOT_THERE)
    return head(found)


def head(row: Sequence[Any]) -> Head:
    """Make a head of the columns HEAD."""
    note, owner, title, version, pieces, is_shared, is_basket, changed_at, removed_at, can_undo = row
    return Head(
        note, owner, title, version, pieces, bool(is_shared), bool(is_basket), datetime.fromisoformat(changed_at),
        datetime.fromisoformat(removed_at) if removed_at else None, bool(can_undo),
    )  # fmt: skip


def now() -> str:
    """Return this moment as it is stored."""
    return datetime.now(UTC).isoformat(timespec="seconds")
