"""The versions of a note: each change makes a new one, none is ever changed, and one can always go back.

Undoing only shows the version before; what is done then starts from there, and what was undone stays in the list.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from desk.kept.database import reading, writing
from desk.notes import notes, packing
from desk.notes.content import Changed, Content, checked
from desk.notes.rows import SCHEMA, Head, now, own
from search.errors import NotFound

KEPT: Final = 250  # versions of one note, the last ones, and the one that is shown
_ELSEWHERE: Final = (
    "Deze nota is intussen elders gewijzigd, in een ander tabblad of op een ander toestel. Uw laatste wijziging is niet"
    " bewaard; hieronder staat de nota zoals ze nu is."
)
_NO_VERSION: Final = "Deze versie is er niet meer."
_NO_EARLIER: Final = "Er is niets meer om ongedaan te maken."
_NO_LATER: Final = "Er is niets om opnieuw te doen."


@dataclass(frozen=True, slots=True)
class Version:
    """A version as it stands in a list."""

    number: int
    made_at: datetime
    what: str  # that was done, in Dutch
    title: str
    pieces: int


def versions(data: Path, owner: str, note: str) -> list[Version]:
    """Return the versions of a note, the last made first.

    Raises:
        NotFound: It is not this person's, or not there.
    """
    with reading(data, SCHEMA) as db:
        own(db, owner, note)
        found = db.execute(
            "SELECT number, made_at, what, title, pieces FROM versions WHERE note = ? ORDER BY number DESC", [note]
        )
        return [Version(n, datetime.fromisoformat(at), what, title, pieces) for n, at, what, title, pieces in found]


def content(data: Path, head: Head) -> Content:
    """Return what a note holds.

    Raises:
        Unreadable: That version is damaged, or made by a newer program.
    """
    with reading(data, SCHEMA) as db:
        return _content(db, head.id, head.version)


def edit(data: Path, owner: str, note: str, base: int, change: Callable[[Content], Content], what: str) -> Head:
    """Change a note, as a new version; where nothing changes, none is made.

    Args:
        data: The folder of the knowledge base.
        owner: Whose it is.
        note: Its id.
        base: The version that whoever changes it saw.
        change: Returns the content as it is to be.
        what: What is done, in Dutch, for the list of versions.

    Raises:
        NotFound: It is not this person's, or not there.
        Changed: The note was changed since `base`.
        TooMuch: It would become too large.
        Unreadable: The version that it starts from is damaged.
    """
    with writing(data, SCHEMA) as db:
        head = _at(db, owner, note, base)
        before = _content(db, note, base)
        after = change(before)
        return head if after == before else _added(db, head, after, what)


def collect(data: Path, owner: str, title: str, change: Callable[[Content], Content], what: str) -> tuple[Head, bool]:
    """Change the note that a person collects in, whatever its version; make one under `title` where he has none.

    Returns:
        The note, and whether it was changed.

    Raises:
        TooMuch: It would become too large.
        Unreadable: It is damaged.
    """
    with writing(data, SCHEMA) as db:
        head = notes.basket_in(db, owner, title)
        before = _content(db, head.id, head.version)
        after = change(before)
        return (head, False) if after == before else (_added(db, head, after, what), True)


def undo(data: Path, owner: str, note: str, base: int) -> Head:
    """Show the version from which the present one was made.

    Raises:
        NotFound: It is not this person's, or not there.
        Changed: The note was changed since `base`, or there is nothing before it.
    """
    with writing(data, SCHEMA) as db:
        _at(db, owner, note, base)
        row = db.execute(
            "SELECT b.number FROM versions a JOIN versions b ON b.note = a.note AND b.number = a.parent"
            " WHERE a.note = ? AND a.number = ?",
            [note, base],
        ).fetchone()
        return _shown(db, owner, note, row, _NO_EARLIER)


def redo(data: Path, owner: str, note: str, base: int) -> Head:
    """Show the version that was last made from the present one.

    Raises:
        NotFound: It is not this person's, or not there.
        Changed: The note was changed since `base`, or nothing was made from it.
    """
    with writing(data, SCHEMA) as db:
        _at(db, owner, note, base)
        return _shown(db, owner, note, _after(db, note, base), _NO_LATER)


def can_redo(data: Path, head: Head) -> bool:
    """Whether something was undone that can be done again."""
    with reading(data, SCHEMA) as db:
        return _after(db, head.id, head.version) is not None


def restore(data: Path, owner: str, note: str, base: int, number: int, what: str) -> Head:
    """Make an earlier version the present one, as a new version: that too can be undone.

    Raises:
        NotFound: It is not this person's, or there is no such version.
        Changed: The note was changed since `base`.
        Unreadable: That version is damaged.
    """
    with writing(data, SCHEMA) as db:
        head = _at(db, owner, note, base)
        return head if number == base else _added(db, head, _content(db, note, number), what)


def _at(db: Database, owner: str, note: str, base: int) -> Head:
    """Return a note that is still as it was seen."""
    head = own(db, owner, note)
    if head.version != base:
        raise Changed(_ELSEWHERE)
    return head


def _content(db: Database, note: str, number: int) -> Content:
    row = db.execute("SELECT content FROM versions WHERE note = ? AND number = ?", [note, number]).fetchone()
    if row is None:
        raise NotFound(_NO_VERSION)
    return packing.decoded(row[0])


def _added(db: Database, head: Head, content: Content, what: str) -> Head:
    stored = packing.encoded(checked(content))
    number = 1 + db.execute("SELECT max(number) FROM versions WHERE note = ?", [head.id]).fetchone()[0]
    db.execute(
        "INSERT INTO versions (note, number, parent, made_at, what, title, pieces, content)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [head.id, number, head.version, now(), what, content.title, content.count, stored],
    )
    db.execute("DELETE FROM versions WHERE note = ? AND number <= ?", [head.id, number - KEPT])
    return _show(db, head.owner, head.id, number)


def _after(db: Database, note: str, number: int) -> tuple[int] | None:
    found: tuple[int] | None = db.execute(
        "SELECT number FROM versions WHERE note = ? AND parent = ? ORDER BY number DESC LIMIT 1", [note, number]
    ).fetchone()
    return found


def _shown(db: Database, owner: str, note: str, row: tuple[int] | None, otherwise: str) -> Head:
    if row is None:
        raise Changed(otherwise)
    return _show(db, owner, note, row[0])


def _show(db: Database, owner: str, note: str, number: int) -> Head:
    db.execute("UPDATE notes SET version = ?, changed_at = ? WHERE id = ?", [number, now(), note])
    return own(db, owner, note)
