"""The notes that people keep: made, listed, shared, put away and brought back. Knows nothing of what is in them.

Each person has one current note, in which what he collects is put. What was removed can be brought back for a while.
"""

import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from desk.kept.database import reading, writing
from desk.notes import packing
from desk.notes.content import Content, TooMuch, checked
from desk.notes.rows import HEAD, IS_ID, NOT_THERE, SCHEMA, Head, head, now, own
from search.errors import NotFound

MOST: Final = 500  # notes of one person, those included that were removed and can still be brought back
KEPT_FOR: Final = timedelta(days=30)  # that something removed can be brought back


def listed(data: Path, owner: str) -> list[Head]:
    """Return the notes of a person, the last changed first."""
    with reading(data, SCHEMA) as db:
        found = db.execute(
            f"SELECT {HEAD} WHERE n.owner = ? AND n.removed_at IS NULL ORDER BY n.changed_at DESC, n.id", [owner]
        )
        return [head(row) for row in found]


def removed(data: Path, owner: str) -> list[Head]:
    """Return the notes that a person removed and can bring back, the last removed first."""
    with reading(data, SCHEMA) as db:
        found = db.execute(
            f"SELECT {HEAD} WHERE n.owner = ? AND n.removed_at > ? ORDER BY n.removed_at DESC, n.id",
            [owner, _oldest()],
        )
        return [head(row) for row in found]


def seen(data: Path, owner: str | None, note: str) -> Head:
    """Return a note of this person, or one that somebody shared.

    Raises:
        NotFound: There is none, or it is neither his nor shared: deliberately the same.
    """
    if not IS_ID.fullmatch(note):
        raise NotFound(NOT_THERE)
    with reading(data, SCHEMA) as db:
        found = db.execute(
            f"SELECT {HEAD} WHERE n.id = ? AND n.removed_at IS NULL AND (n.owner = ? OR n.is_shared = 1)",
            [note, owner or ""],
        ).fetchone()
    if found is None:
        raise NotFound(NOT_THERE)
    return head(found)


def basket(data: Path, owner: str) -> Head | None:
    """Return the note that a person collects in; None where he has none."""
    with reading(data, SCHEMA) as db:
        return _basket(db, owner)


def basket_in(db: Database, owner: str, title: str) -> Head:
    """Return the note that a person collects in, making one under this title where he has none."""
    return _basket(db, owner) or _created(db, owner, Content(title), "", is_basket=True)


def create(data: Path, owner: str, content: Content, what: str, *, is_basket: bool = False) -> Head:
    """Keep a new note.

    Args:
        data: The folder of the knowledge base.
        owner: Whose it is.
        content: What it holds.
        what: How it came about, in Dutch, for the list of versions.
        is_basket: Whether what is collected goes into this one from now on.

    Raises:
        TooMuch: It is too large, or the person has too many.
    """
    with writing(data, SCHEMA) as db:
        return _created(db, owner, content, what, is_basket=is_basket)


def remove(data: Path, owner: str, note: str) -> None:
    """Put a note away; it can be brought back for `KEPT_FOR`. Links to it no longer work.

    Raises:
        NotFound: It is not this person's, or not there.
    """
    with writing(data, SCHEMA) as db:
        own(db, owner, note)
        db.execute("UPDATE notes SET removed_at = ?, is_basket = 0 WHERE id = ?", [now(), note])


def bring_back(data: Path, owner: str, note: str) -> Head:
    """Bring back a note that was removed.

    Raises:
        NotFound: There is none of this person that was removed so lately.
    """
    with writing(data, SCHEMA) as db:
        done = db.execute(
            "UPDATE notes SET removed_at = NULL WHERE id = ? AND owner = ? AND removed_at > ?",
            [note, owner, _oldest()],
        )
        if not done.rowcount:
            raise NotFound(NOT_THERE)
        return own(db, owner, note)


def share(data: Path, owner: str, note: str, *, is_shared: bool) -> None:
    """Let colleagues who have its link read a note, as far as they may read all of it; or no longer.

    Raises:
        NotFound: It is not this person's, or not there.
    """
    with writing(data, SCHEMA) as db:
        own(db, owner, note)
        db.execute("UPDATE notes SET is_shared = ? WHERE id = ?", [int(is_shared), note])


def collect_in(data: Path, owner: str, note: str) -> None:
    """Make this the note in which a person collects.

    Raises:
        NotFound: It is not this person's, or not there.
    """
    with writing(data, SCHEMA) as db:
        own(db, owner, note)
        _make_basket(db, owner, note)


def _created(db: Database, owner: str, content: Content, what: str, *, is_basket: bool) -> Head:
    db.execute("DELETE FROM notes WHERE removed_at <= ?", [_oldest()])
    if db.execute("SELECT count(*) FROM notes WHERE owner = ?", [owner]).fetchone()[0] >= MOST:
        raise TooMuch(f"U kunt {MOST} nota's bewaren. Verwijder eerst wat u niet meer nodig hebt.")
    stored, moment, note = packing.encoded(checked(content)), now(), secrets.token_urlsafe(16)
    db.execute("INSERT INTO notes (id, owner, version, changed_at) VALUES (?, ?, 1, ?)", [note, owner, moment])
    db.execute(
        "INSERT INTO versions (note, number, parent, made_at, what, title, pieces, content)"
        " VALUES (?, 1, NULL, ?, ?, ?, ?, ?)",
        [note, moment, what, content.title, content.count, stored],
    )
    if is_basket:
        _make_basket(db, owner, note)
    return own(db, owner, note)


def _make_basket(db: Database, owner: str, note: str) -> None:
    db.execute("UPDATE notes SET is_basket = 0 WHERE owner = ? AND is_basket = 1", [owner])
    db.execute("UPDATE notes SET is_basket = 1 WHERE id = ?", [note])


def _basket(db: Database, owner: str) -> Head | None:
    row = db.execute(f"SELECT {HEAD} WHERE n.owner = ? AND n.is_basket = 1", [owner]).fetchone()
    return head(row) if row else None


def _oldest() -> str:
    """Return the moment before which what was removed is gone."""
    return (datetime.now(UTC) - KEPT_FOR).isoformat(timespec="seconds")
