"""The meetings that people add to the calendar: of the site, not of one person; each with who added it.

Truth. Nothing is written over: each change is a new version, and the last change of a meeting can be taken back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from desk.kept.database import reading, writing
from desk.texts import printable
from search.errors import NotFound, QueryError

MOST: Final = 2_000  # meetings: five partnerships that meet every month, for thirty years
LONGEST: Final = 120  # characters of a name
FIRST: Final = date(1900, 1, 1)
LAST: Final = date(2100, 12, 31)
SHOWN: Final = 8  # changes that are offered to be taken back
NOT_THERE: Final = "Deze vergadering staat niet (meer) in de kalender."
ALREADY: Final = "Deze wijziging is al ongedaan gemaakt, of de vergadering is sindsdien nog gewijzigd."
SCHEMA: Final = Migrations("vergaderkalender")
_COLUMNS: Final = "v.id, v.meeting, v.act, v.made_at, v.owner, v.day, v.name, v.partnership, v.uid, v.is_removed"
_LAST: Final = "SELECT max(id) FROM meeting_versions WHERE is_undone = 0 GROUP BY meeting"


class NotAccepted(QueryError):
    """What was given is no meeting; the message is in Dutch and says what to do."""


class Act(StrEnum):
    """What somebody did to the calendar."""

    ADDED = "toegevoegd"
    CHANGED = "gewijzigd"
    REMOVED = "verwijderd"


@dataclass(frozen=True, slots=True)
class Kept:
    """A meeting as it was last written."""

    id: int
    day: date
    name: str
    partnership: str
    owner: str  # who wrote it so
    made_at: datetime
    uid: str = ""  # of the calendar that it came from; empty where it was typed


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that somebody did, to one meeting or to those of one file."""

    act: int
    what: Act
    owner: str
    made_at: datetime
    meetings: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A meeting to add."""

    day: date
    name: str
    partnership: str
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the meetings of a file."""

    added: int = 0
    changed: int = 0
    known: int = 0
    removed: int = 0  # that somebody removed here before, and so were left out


@SCHEMA()
def m001_versions(db: Database) -> None:
    """Versions of meetings; `meeting` is the id of its first version, `act` that of the first version of one change."""
    db.execute(
        """CREATE TABLE meeting_versions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            meeting INTEGER NOT NULL,
            act INTEGER NOT NULL,
            made_at TEXT NOT NULL,
            owner TEXT NOT NULL,
            day TEXT NOT NULL,
            name TEXT NOT NULL,
            partnership TEXT NOT NULL,
            uid TEXT NOT NULL,
            is_removed INTEGER NOT NULL,
            is_undone INTEGER NOT NULL DEFAULT 0) STRICT"""
    )
    db.execute("CREATE INDEX meeting_versions_by_meeting ON meeting_versions (meeting, id)")


def kept(data: Path) -> list[Kept]:
    """Return the meetings that people added, by day."""
    with reading(data, SCHEMA) as db:
        return _kept(db)


def changes(data: Path, most: int = SHOWN) -> list[Change]:
    """Return the last changes that can be taken back, the newest first."""
    with reading(data, SCHEMA) as db:
        found = db.execute(
            f"SELECT {_COLUMNS}, v.meeting = v.id FROM meeting_versions v WHERE v.id IN ({_LAST}) AND v.act IN"
            f" (SELECT DISTINCT act FROM meeting_versions WHERE id IN ({_LAST}) ORDER BY act DESC LIMIT ?)"
            " ORDER BY v.act DESC, v.day, v.id",
            [most],
        ).fetchall()
    of_act: dict[int, list[tuple[Kept, bool, bool]]] = {}
    for row in found:
        of_act.setdefault(row[2], []).append((_meeting(row), bool(row[9]), bool(row[10])))
    return [_change(act, told) for act, told in of_act.items()]


def add(data: Path, owner: str, day: date, name: str, partnership: str) -> int:
    """Add a meeting and return the change, by which it can be taken back.

    Raises:
        NotAccepted: It has no name, the day is impossible, it is there already, or the calendar is full.
    """
    given = checked(Given(day, name, partnership))
    with writing(data, SCHEMA) as db:
        there = _kept(db)
        if _place(given) in map(_place, there):
            raise NotAccepted("Deze vergadering staat al in de kalender.")
        _check_room(len(there) + 1)
        return _put(db, owner, [(None, given, False)])


def change(data: Path, owner: str, meeting: int, day: date, name: str, partnership: str) -> int:
    """Give a meeting another day, name or partnership; return the change.

    Raises:
        NotAccepted: It is no meeting as it is given.
        NotFound: There is none, or somebody removed it.
    """
    with writing(data, SCHEMA) as db:
        old = _one(db, meeting)
        return _put(db, owner, [(meeting, checked(Given(day, name, partnership, old.uid)), False)])


def remove(data: Path, owner: str, meeting: int) -> int:
    """Take a meeting out of the calendar; return the change.

    Raises:
        NotFound: There is none, or somebody removed it before.
    """
    with writing(data, SCHEMA) as db:
        old = _one(db, meeting)
        return _put(db, owner, [(meeting, Given(old.day, old.name, old.partnership, old.uid), True)])


def undo(data: Path, act: int) -> None:
    """Take back a change, for those of its meetings that were not changed since.

    Raises:
        NotFound: It was taken back before, or all of its meetings were changed since.
    """
    with writing(data, SCHEMA) as db:
        done = db.execute(f"UPDATE meeting_versions SET is_undone = 1 WHERE act = ? AND id IN ({_LAST})", [act])
        if not done.rowcount:
            raise NotFound(ALREADY)


def take_in(data: Path, owner: str, given: Iterable[Given]) -> Taken:
    """Add the meetings of a calendar file as one change; those that came from it before are brought up to date.

    Raises:
        NotAccepted: One is no meeting, or there is no room for them. Nothing was added.
    """
    wanted = list(dict.fromkeys(checked(each) for each in given))
    with writing(data, SCHEMA) as db:
        there = _kept(db)
        by_uid = {each.uid: each for each in there if each.uid}
        gone = _removed_uids(db) - set(by_uid)
        left = [each for each in wanted if each.uid not in gone]
        places = {_place(each) for each in there}
        moved: list[tuple[int | None, Given, bool]] = []
        new: dict[tuple[date, str], Given] = {}
        for each in left:
            known = by_uid.get(each.uid)
            if known and _differs(each, known):
                moved.append((known.id, each, False))
            elif not known and _place(each) not in places:
                new.setdefault(_place(each), each)
        _check_room(len(there) + len(new))
        if moved or new:
            _put(db, owner, [*moved, *((None, each, False) for each in new.values())])
    return Taken(len(new), len(moved), len(left) - len(new) - len(moved), len(wanted) - len(left))


def checked(given: Given) -> Given:
    """Return a meeting with its names on one line.

    Raises:
        NotAccepted: It has no partnership, a name is too long, or its day is impossible.
    """
    partnership = " ".join(printable(given.partnership).split())
    name = " ".join(printable(given.name).split()) or partnership
    if not partnership:
        raise NotAccepted("Van welk overleg is de vergadering? Vul dat eerst in.")
    if max(len(name), len(partnership)) > LONGEST:
        raise NotAccepted(f"Een naam is hoogstens {LONGEST} tekens lang.")
    if not FIRST <= given.day <= LAST:
        raise NotAccepted(f"Kies een dag tussen {FIRST.year} en {LAST.year}.")
    return Given(given.day, name, partnership, " ".join(printable(given.uid).split())[:500])


def _put(db: Database, owner: str, versions: Sequence[tuple[int | None, Given, bool]]) -> int:
    """Write versions as one change, and return it."""
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    act = int(db.execute("SELECT coalesce(max(id), 0) + 1 FROM meeting_versions").fetchone()[0])
    for meeting, given, is_removed in versions:
        row = [made_at, owner, given.day.isoformat(), given.name, given.partnership, given.uid, int(is_removed)]
        cursor = db.execute(
            "INSERT INTO meeting_versions (meeting, act, made_at, owner, day, name, partnership, uid, is_removed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [meeting or 0, act, *row],
        )
        if meeting is None:
            db.execute("UPDATE meeting_versions SET meeting = id WHERE id = ?", [cursor.lastrowid])
    return act


def _kept(db: Database) -> list[Kept]:
    found = db.execute(
        f"SELECT {_COLUMNS} FROM meeting_versions v WHERE v.id IN ({_LAST}) AND v.is_removed = 0 ORDER BY v.day, v.id"
    )
    return [_meeting(row) for row in found]


def _one(db: Database, meeting: int) -> Kept:
    found = next((each for each in _kept(db) if each.id == meeting), None)
    if found is None:
        raise NotFound(NOT_THERE)
    return found


def _removed_uids(db: Database) -> set[str]:
    found = db.execute(f"SELECT uid FROM meeting_versions WHERE id IN ({_LAST}) AND is_removed = 1 AND uid != ''")
    return {uid for (uid,) in found}


def _meeting(row: Sequence[object]) -> Kept:
    _, meeting, _, made_at, owner, day, name, partnership, uid, *_ = row
    return Kept(
        int(str(meeting)), date.fromisoformat(str(day)), str(name), str(partnership), str(owner),
        datetime.fromisoformat(str(made_at)), str(uid),
    )  # fmt: skip


def _change(act: int, told: Sequence[tuple[Kept, bool, bool]]) -> Change:
    _, is_removed, is_new = told[-1]
    what = Act.REMOVED if is_removed else Act.ADDED if is_new else Act.CHANGED
    first = told[0][0]
    return Change(act, what, first.owner, first.made_at, tuple(meeting for meeting, _, _ in told))


def _place(meeting: Given | Kept) -> tuple[date, str]:
    return meeting.day, meeting.partnership.casefold()


def _differs(given: Given, known: Kept) -> bool:
    return (given.day, given.name, given.partnership) != (known.day, known.name, known.partnership)


def _check_room(meetings: int) -> None:
    if meetings > MOST:
        raise NotAccepted(f"De kalender is vol: er is plaats voor {MOST} vergaderingen.")
