"""To which mail addresses somebody's watches may write: those where a person clicked the link that was sent there.

Without sign-in anyone can type somebody else's address, so nothing but that one link goes to an address that nobody
confirmed, and few of these.
"""

import hashlib
import re
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from desk.kept.database import reading, writing
from desk.watches.schema import SCHEMA
from search.errors import NotFound, QueryError

VALID: Final = timedelta(days=7)  # how long the link can be clicked
_DAY: Final = timedelta(days=1)
MOST_A_DAY: Final = 200  # links to all addresses: a region has some hundred people who will ever ask for one
MOST_TO_ONE: Final = 3  # a day, whoever asks
_LONGEST: Final = 254  # RFC 5321, section 4.5.3.1.3
_LABEL: Final = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS: Final = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_LABEL}(?:\.{_LABEL}){{1,10}}", re.ASCII)
"""What HTML's <input type=email> takes, with a domain of two labels or more."""
_SECRET: Final = re.compile(r"[0-9a-f]{32}")


def checked(typed: str) -> str:
    """Return a mail address as it is kept.

    Raises:
        QueryError: It is none.
    """
    address = typed.strip()
    if len(address) > _LONGEST or not _ADDRESS.fullmatch(address):
        raise QueryError("Dat is geen mailadres dat we kennen. Schrijf bijvoorbeeld naam@gemeente.be.")
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"


def is_confirmed(data: Path, owner: str, address: str) -> bool:
    """Whether somebody who reads mail there said that this owner's watches may write."""
    with reading(data, SCHEMA) as db:
        found = db.execute(
            "SELECT 1 FROM watch_addresses WHERE owner = ? AND address = ? AND confirmed_at IS NOT NULL",
            [owner, address],
        )
        return found.fetchone() is not None


def is_asked(data: Path, owner: str, address: str, now: datetime) -> bool:
    """Whether a link was sent there today on behalf of this owner, and still waits to be clicked."""
    with reading(data, SCHEMA) as db:
        found = db.execute(
            "SELECT 1 FROM watch_addresses WHERE owner = ? AND address = ? AND confirmed_at IS NULL AND asked_at >= ?",
            [owner, address, _moment(now - _DAY)],
        )
        return found.fetchone() is not None


def ask(data: Path, owner: str, address: str, now: datetime) -> str:
    """Return the secret of a new link that confirms an address, to be mailed there and shown nowhere.

    Raises:
        QueryError: A link was sent there today already, or too many were.
    """
    secret = secrets.token_hex(16)
    with writing(data, SCHEMA) as db:
        _refuse_too_many(db, owner, address, _moment(now - _DAY))
        db.execute(
            "INSERT INTO watch_addresses (owner, address, secret, asked_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (owner, address) DO UPDATE SET secret = excluded.secret, asked_at = excluded.asked_at"
            " WHERE confirmed_at IS NULL",
            [owner, address, _digest(secret), _moment(now)],
        )
    return secret


def take_back(data: Path, owner: str, address: str) -> None:
    """Forget that a link was asked for: its mail did not leave, so it may be asked for again."""
    with writing(data, SCHEMA) as db:
        order = "DELETE FROM watch_addresses WHERE owner = ? AND address = ? AND confirmed_at IS NULL"
        db.execute(order, [owner, address])


def asked_for(data: Path, secret: str, now: datetime) -> str:
    """Return the address that a link confirms; NotFound where it was never sent, or too long ago."""
    with reading(data, SCHEMA) as db:
        found = db.execute(
            "SELECT address FROM watch_addresses WHERE secret = ? AND (asked_at >= ? OR confirmed_at IS NOT NULL)",
            [_digest(secret), _moment(now - VALID)],
        ).fetchone()
    if found is None or not _SECRET.fullmatch(secret):
        raise NotFound("Deze link is niet (meer) geldig.")
    return str(found[0])


def confirm(data: Path, secret: str, now: datetime) -> str:
    """Confirm the address to which a link was sent, and return it; NotFound as `asked_for`."""
    address = asked_for(data, secret, now)
    with writing(data, SCHEMA) as db:
        db.execute(
            "UPDATE watch_addresses SET confirmed_at = coalesce(confirmed_at, ?) WHERE secret = ?",
            [_moment(now), _digest(secret)],
        )
    return address


def purge(data: Path, now: datetime) -> None:
    """Forget the addresses that nobody confirmed in time."""
    with writing(data, SCHEMA) as db:
        order = "DELETE FROM watch_addresses WHERE confirmed_at IS NULL AND asked_at < ?"
        db.execute(order, [_moment(now - VALID)])


def _refuse_too_many(db: Database, owner: str, address: str, since: str) -> None:
    asked = db.execute("SELECT owner, address FROM watch_addresses WHERE asked_at >= ?", [since]).fetchall()
    if (owner, address) in asked:
        raise QueryError("Vandaag is al een mail met een link naar dit adres gestuurd. Kijk ook bij ongewenste mail.")
    if len(asked) >= MOST_A_DAY or sum(other == address for _, other in asked) >= MOST_TO_ONE:
        raise QueryError("Er zijn vandaag te veel zulke mails gestuurd. Probeer het morgen opnieuw.")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
