"""What a watch found and has to tell: where it stands, whether it was seen in the app, whether it was mailed.

Says nothing of who may read it now: whoever tells it asks that again.
"""

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, TypeAlias

from desk.kept.database import reading, writing
from desk.watches.schema import SCHEMA

MOST: Final = 1_000  # kept of one watch, the newest: more than anybody reads through
_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Find:
    """A paper that answers: which, and the passage of it. Places are characters of that passage's text."""

    content: str  # of the paper: its SHA-256, which stays when it is moved
    path: str
    passage: str  # a digest of its text
    page: int
    words: tuple[tuple[int, int], ...]
    sentence: tuple[int, int] | None
    is_changed: bool  # another version of this paper stood there before


@dataclass(frozen=True, slots=True)
class Reminder:
    """A day of a contract that comes near."""

    contract: str  # its key
    what: str  # value of a `desk.registers.board.What`
    day: date
    days: int  # the step that was crossed: 180, 90 or 30

    @property
    def key(self) -> str:
        """What is told once: a day that is moved comes near anew."""
        return f"{self.contract}-{self.what}-{self.day.isoformat()}-{self.days}"


Told: TypeAlias = Find | Reminder


@dataclass(frozen=True, slots=True)
class News:
    """Something to tell, once."""

    key: str
    found_at: datetime
    told: Told
    is_seen: bool = False
    is_mailed: bool = False


def keep(data: Path, watch: str, found: Sequence[News], looked: int | None = None) -> list[News]:
    """Keep what a watch found, and up to which round of papers it looked; return what was not kept yet."""
    with writing(data, SCHEMA) as db:
        added = []
        for each in found:
            done = db.execute(
                "INSERT OR IGNORE INTO watch_news (watch, key, found_at, told) SELECT id, ?, ?, ? FROM watches"
                " WHERE id = ?",
                [each.key, _moment(each.found_at), _packed(each.told), watch],
            )
            if done.rowcount == 1:
                added.append(each)
        if looked is not None:
            db.execute("UPDATE watches SET looked = max(looked, ?) WHERE id = ?", [looked, watch])
        db.execute(
            "DELETE FROM watch_news WHERE watch = ? AND id NOT IN"
            " (SELECT id FROM watch_news WHERE watch = ? ORDER BY id DESC LIMIT ?)",
            [watch, watch, MOST],
        )
    return added


def listed(data: Path, watch: str) -> list[News]:
    """Return what a watch found, the newest first, and in the order of its answer what was found together."""
    with reading(data, SCHEMA) as db:
        rows = db.execute(
            "SELECT key, found_at, told, is_seen, is_mailed FROM watch_news WHERE watch = ? ORDER BY found_at DESC, id",
            [watch],
        ).fetchall()
    return list(_read(rows))


def mark_seen(data: Path, owner: str, watch: str, keys: Iterable[str]) -> None:
    """Note that its owner saw what a watch told."""
    with writing(data, SCHEMA) as db:
        db.conn.executemany(
            "UPDATE watch_news SET is_seen = 1 WHERE watch = ? AND key = ?"
            " AND EXISTS (SELECT 1 FROM watches WHERE id = watch AND owner = ?)",
            [(watch, key, owner) for key in keys],
        )


def mark_mailed(data: Path, watch: str, keys: Iterable[str]) -> None:
    """Note that a mail server took what a watch told."""
    with writing(data, SCHEMA) as db:
        rows = [(watch, key) for key in keys]
        db.conn.executemany("UPDATE watch_news SET is_mailed = 1 WHERE watch = ? AND key = ?", rows)


def _read(rows: Iterable[tuple[str, str, str, int, int]]) -> Iterable[News]:
    for key, found_at, told, is_seen, is_mailed in rows:
        try:
            yield News(key, datetime.fromisoformat(found_at), _unpacked(told), bool(is_seen), bool(is_mailed))
        except (ValueError, KeyError, TypeError):
            _LOG.warning("What a watch found is damaged and is passed over: %s", key)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _packed(told: Told) -> str:
    return json.dumps(asdict(told), default=date.isoformat)


def _unpacked(text: str) -> Told:
    values: dict[str, Any] = json.loads(text)
    if "contract" in values:
        return Reminder(
            str(values["contract"]), str(values["what"]), date.fromisoformat(values["day"]), int(values["days"])
        )
    sentence = values["sentence"]
    return Find(
        str(values["content"]),
        str(values["path"]),
        str(values["passage"]),
        int(values["page"]),
        tuple((int(start), int(end)) for start, end in values["words"]),
        (int(sentence[0]), int(sentence[1])) if sentence else None,
        bool(values["is_changed"]),
    )
