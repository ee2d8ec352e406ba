"""Watch lists: what somebody follows, under which name, in whose name it looks, and the secrets that lead to it.

Knows nothing of what is found; `desk.watches.news` keeps that, and `desk.watches.watching` looks for it.
"""

import logging
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from desk.kept.database import reading, writing
from desk.kept.queries import as_text, cleaned, from_text
from desk.watches.schema import SCHEMA
from search.answer import Query
from search.errors import NotFound, QueryError

MOST: Final = 50  # of one owner
LONGEST_NAME: Final = 120
KEPT_DELETED: Final = timedelta(days=30)  # so long can a deletion be undone
_LOG: Final = logging.getLogger(__name__)
_TOKEN: Final = re.compile(r"[0-9a-f]{32}")
_GONE: Final = "Deze volglijst is er niet (meer)."
_COLUMNS: Final = (
    "w.id, w.owner, w.reader, w.name, w.what, w.query, w.made_at, w.token, w.stop, w.looked, w.address,"
    " a.confirmed_at, w.trouble"
)
_FROM: Final = "watches w LEFT JOIN watch_addresses a ON a.owner = w.owner AND a.address = w.address"


class What(StrEnum):
    """What is followed."""

    SEARCH = "zoekopdracht"
    CONTRACTS = "overeenkomsten"  # the days on which something of them ends; of the query only the municipalities count


@dataclass(frozen=True, slots=True)
class Watch:
    """Something that somebody follows."""

    id: str
    owner: str
    reader: str  # the name in which it looks; what that name may read is asked at each look
    name: str
    what: What
    query: Query
    made_at: datetime
    token: str  # leads to its feed and calendar, whoever has it
    stop: str  # stands in each mail, and ends the mails
    looked: int  # the round of papers up to which it looked
    address: str  # where mail goes; empty: nowhere
    is_confirmed: bool  # by who reads mail there
    trouble: str  # why the last mail did not leave; empty when it did

    @property
    def mails(self) -> bool:
        """Whether what is new is mailed."""
        return bool(self.address) and self.is_confirmed


def make(
    data: Path, owner: str, reader: str, what: What, query: Query, *, looked: int, name: str = "", now: datetime
) -> Watch:
    """Follow something; return it, or what already follows the very same.

    Raises:
        QueryError: There is nothing to follow, or there are too many already.
    """
    if what is What.SEARCH and not query.text.strip():
        raise QueryError("Typ eerst wat u wilt volgen.")
    kept = as_text(cleaned(query))
    identity, named = secrets.token_hex(8), _name(name) or _name(query.text) or str(what).capitalize()
    with writing(data, SCHEMA) as db:
        own = db.execute(
            "SELECT id, what, query, reader FROM watches WHERE owner = ? AND removed_at IS NULL", [owner]
        ).fetchall()
        same = next((i for i, *rest in own if rest == [str(what), kept, reader]), None)
        if same is None and len(own) >= MOST:
            raise QueryError(f"U hebt al {MOST} volglijsten. Verwijder er eerst een.")
        if same is None:
            db.execute(
                "INSERT INTO watches (id, owner, reader, name, what, query, made_at, token, stop, looked)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    *(identity, owner, reader, named, str(what), kept, _moment(now)),
                    *(secrets.token_hex(16), secrets.token_hex(16), looked),
                ],
            )
    return of(data, owner, same or identity)


def listed(data: Path, owner: str) -> list[Watch]:
    """Return what somebody follows, the newest first."""
    return _found(data, "w.owner = ? AND w.removed_at IS NULL ORDER BY w.made_at DESC, w.id", [owner])


def every(data: Path) -> list[Watch]:
    """Return what anybody follows, in one order."""
    return _found(data, "w.removed_at IS NULL ORDER BY w.made_at, w.id", [])


def of(data: Path, owner: str, watch: str) -> Watch:
    """Return one of somebody's watches, or raise NotFound."""
    return _one(data, "w.id = ? AND w.owner = ? AND w.removed_at IS NULL", [watch, owner])


def by_token(data: Path, token: str) -> Watch:
    """Return the watch that a private address leads to, or raise NotFound."""
    if not _TOKEN.fullmatch(token):
        raise NotFound(_GONE)
    return _one(data, "w.token = ? AND w.removed_at IS NULL", [token])


def by_stop(data: Path, stop: str) -> Watch:
    """Return the watch that the link in its mails leads to, or raise NotFound."""
    if not _TOKEN.fullmatch(stop):
        raise NotFound(_GONE)
    return _one(data, "w.stop = ? AND w.removed_at IS NULL", [stop])


def removed(data: Path, owner: str, now: datetime) -> list[Watch]:
    """Return what somebody stopped following and can take back, the last first."""
    since = _moment(now - KEPT_DELETED)
    return _found(data, "w.owner = ? AND w.removed_at >= ? ORDER BY w.removed_at DESC, w.id", [owner, since])


def rename(data: Path, owner: str, watch: str, name: str) -> None:
    """Give a watch another name.

    Raises:
        QueryError: The name is empty.
        NotFound: It is not there, or somebody else's.
    """
    if not (named := _name(name)):
        raise QueryError("Geef de volglijst een naam.")
    _change(
        data, "UPDATE watches SET name = ? WHERE id = ? AND owner = ? AND removed_at IS NULL", [named, watch, owner]
    )


def ask(data: Path, owner: str, watch: str, query: Query, looked: int) -> None:
    """Let a watch follow another question, from now on; what the earlier question found is forgotten.

    Raises:
        QueryError: The question is empty.
        NotFound: It is not there, or somebody else's.
    """
    if not query.text.strip():
        raise QueryError("Typ eerst wat u wilt volgen.")
    kept = as_text(cleaned(query))
    with writing(data, SCHEMA) as db:
        done = db.execute(
            "UPDATE watches SET query = ?, looked = ? WHERE id = ? AND owner = ? AND removed_at IS NULL",
            [kept, looked, watch, owner],
        )
        if not done.rowcount:
            raise NotFound(_GONE)
        db.execute("DELETE FROM watch_news WHERE watch = ?", [watch])


def renew(data: Path, owner: str, watch: str) -> None:
    """Give a watch another private address; the earlier one leads nowhere from now on."""
    token = secrets.token_hex(16)
    _change(
        data, "UPDATE watches SET token = ? WHERE id = ? AND owner = ? AND removed_at IS NULL", [token, watch, owner]
    )


def mail_to(data: Path, owner: str, watch: str, address: str) -> None:
    """Let what is new be mailed to an address, once that is confirmed; to nobody where it is empty."""
    order = "UPDATE watches SET address = ?, trouble = '' WHERE id = ? AND owner = ? AND removed_at IS NULL"
    _change(data, order, [address, watch, owner])


def stop_mail(data: Path, stop: str) -> None:
    """End the mails of a watch, by the link that stands in each; NotFound where there is no such watch."""
    _change(data, "UPDATE watches SET address = '', trouble = '' WHERE stop = ? AND removed_at IS NULL", [stop])


def note_trouble(data: Path, watch: str, trouble: str) -> None:
    """Note why the last mail did not leave; empty when it did."""
    with writing(data, SCHEMA) as db:
        db.execute("UPDATE watches SET trouble = ? WHERE id = ?", [trouble, watch])


def remove(data: Path, owner: str, watch: str, now: datetime) -> None:
    """Stop following; its addresses lead nowhere at once. Can be undone for KEPT_DELETED."""
    order = "UPDATE watches SET removed_at = ? WHERE id = ? AND owner = ? AND removed_at IS NULL"
    _change(data, order, [_moment(now), watch, owner])


def undo_removal(data: Path, owner: str, watch: str) -> None:
    """Follow again what somebody stopped following."""
    order = "UPDATE watches SET removed_at = NULL WHERE id = ? AND owner = ? AND removed_at IS NOT NULL"
    _change(data, order, [watch, owner])


def purge(data: Path, now: datetime) -> None:
    """Forget for good what was removed too long ago to be taken back."""
    with writing(data, SCHEMA) as db:
        db.execute("DELETE FROM watches WHERE removed_at < ?", [_moment(now - KEPT_DELETED)])


def _change(data: Path, order: str, values: Sequence[str]) -> None:
    with writing(data, SCHEMA) as db:
        if not db.execute(order, values).rowcount:
            raise NotFound(_GONE)


def _one(data: Path, condition: str, values: Sequence[str]) -> Watch:
    found = _found(data, condition, values)
    if not found:
        raise NotFound(_GONE)
    return found[0]


def _found(data: Path, condition: str, values: Sequence[str]) -> list[Watch]:
    with reading(data, SCHEMA) as db:
        rows = db.execute(f"SELECT {_COLUMNS} FROM {_FROM} WHERE {condition}", values).fetchall()
    return list(_read(rows))


def _read(rows: Iterable[tuple[Any, ...]]) -> Iterable[Watch]:
    for i, owner, reader, name, what, query, made_at, token, stop, looked, address, confirmed_at, trouble in rows:
        try:
            told = What(what), _query(query), datetime.fromisoformat(made_at)
        except ValueError:
            _LOG.error("Watch %s is damaged and is passed over", i)
            continue
        yield Watch(i, owner, reader, name, *told, token, stop, looked, address, confirmed_at is not None, trouble)


def _query(text: str) -> Query:
    """Return the question that was kept; ValueError where another hand wrote it: no filter falls away unseen."""
    query = from_text(text)
    if as_text(query) != text:
        raise ValueError("not as it was kept")
    return query


def _name(text: str) -> str:
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return " ".join("".join(c if c.isprintable() else " " for c in whole).split())[:LONGEST_NAME].rstrip()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
