"""What people decide of what was read: corrections, and which decisions belong to one dossier. Truth, never derived.

Nothing is written over: an edit is noted with who made it and when, and can be undone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from sqlite_utils import Database

from search import store
from search.database import open_for_writing
from search.errors import NotFound
from search.registers.agreements import Fact
from search.types import Reader


class What(StrEnum):
    """What an edit does."""

    EFFECT = "effect"  # subject: a telling's own key; value: an Effect, or empty for none
    FACT = "fact"  # subject: the path of a paper; field: see `name_of`; value: the right one, empty for none
    MERGE = "merge"  # subject and value: keys that belong to one dossier
    SPLIT = "split"  # subject: a key that does not belong where it was put; value: a key that stays there
    RENAME = "rename"  # subject: a key of the dossier; value: its name
    PIN = "pin"  # subject: a key of the dossier


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that a person decided."""

    id: int
    made_at: datetime
    made_by: str
    what: What
    subject: str
    field: str
    value: str


def note(data: Path, reader: Reader, what: What, subject: str, value: str = "", field: str = "") -> int:
    """Note what a person decided and return its id, by which it can be undone.

    Raises:
        search.errors.Locked: Files are being read in now.
    """
    with open_for_writing(data) as db, db.atomic():
        cursor = db.execute(
            "INSERT INTO edits (made_at, made_by, what, subject, field, value) VALUES (?, ?, ?, ?, ?, ?)",
            [datetime.now(UTC).isoformat(timespec="seconds"), reader.name, str(what), subject, field, value],
        )
        store.grow(db)
        assert cursor.lastrowid is not None
        return int(cursor.lastrowid)


def undo(data: Path, edit: int) -> None:
    """Take back what a person decided.

    Raises:
        NotFound: There is no such edit, or it was taken back already.
        search.errors.Locked: Files are being read in now.
    """
    with open_for_writing(data) as db, db.atomic():
        done = db.execute("UPDATE edits SET is_undone = 1 WHERE id = ? AND is_undone = 0", [edit])
        if not done.rowcount:
            raise NotFound("Deze wijziging bestaat niet, of is al ongedaan gemaakt.")
        store.grow(db)


def standing(db: Database) -> list[Edit]:
    """Return what people decided and nobody took back, in the order in which they did."""
    found = db.execute(
        "SELECT id, made_at, made_by, what, subject, field, value FROM edits WHERE is_undone = 0 ORDER BY id"
    )
    return [
        Edit(i, datetime.fromisoformat(made_at), made_by, What(what), subject, field, value)
        for i, made_at, made_by, what, subject, field, value in found
    ]


def name_of(fact: Fact) -> str:
    """Return how an edit names a fact: by what was read, so that it is met again when its paper is read again."""
    return f"{fact.field}={fact.value}"


def corrected(facts: Sequence[Fact], path: str, made: Sequence[Edit]) -> list[Fact]:
    """Return the facts of a paper as people corrected them."""
    given = {edit.field: edit.value for edit in made if edit.what is What.FACT and edit.subject == path}
    found = [(fact, given.get(name_of(fact))) for fact in facts]
    return [
        fact if value is None else replace(fact, value=value, confidence=1.0) for fact, value in found if value != ""
    ]
