"""The SQLite file that holds the truth: where it stands, how it is opened and brought up to date.

SQLite comes from the package pysqlite3 (sqlite-utils picks it up by itself): Debian 12 ships 3.40.1, which has
the WAL-reset corruption bug (fixed in 3.51.3) and no FTS5 contentless-delete or secure-delete.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite3
from sqlite_utils import Database

from search import words
from search.errors import Locked, NoKnowledgeBase, SchemaTooNew
from search.migrations import SCHEMA

FILE = "kennisbank.sqlite"
LOCK = "schrijfslot"
SQLITE_FLOOR = (3, 51, 3)
LOCK_PATIENCE = 0.5  # seconds; an open app that looks whether somebody writes holds the lock for a moment
BUSY_TIMEOUT = 5_000  # milliseconds that a connection waits for another one's commit
CACHE = 64_000  # kibibytes of page cache per connection: the whole FTS index of some 100,000 passages


def open_for_reading(data: Path) -> Database:
    """Open the knowledge base in folder `data`; any write through it fails.

    Raises:
        NoKnowledgeBase: There is none in that folder.
        SchemaTooNew: A newer version of this program made it.
    """
    file = data / FILE
    if not file.is_file():
        raise NoKnowledgeBase(f"Er is nog geen kennisbank in {data}. Lees eerst een map in: streekgeheugen ingest MAP")
    db = connect(f"{file.resolve().as_uri()}?mode=ro")
    _refuse_newer(db)
    if SCHEMA.pending(db) or not words.are_current(db):  # made by an older version: writing brings it up to date
        db.close()
        with open_for_writing(data):
            pass
        db = connect(f"{file.resolve().as_uri()}?mode=ro")
    db.execute("PRAGMA query_only = ON")
    return db


@contextmanager
def open_for_writing(data: Path) -> Iterator[Database]:
    """Open the knowledge base in folder `data`, making it where there is none. One process at a time.

    Raises:
        Locked: Another process is writing.
        SchemaTooNew: A newer version of this program made it.
    """
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    with write_lock(data):
        db = connect((data / FILE).resolve().as_uri())
        try:
            _refuse_newer(db)
            SCHEMA.apply(db)
            words.bring_up_to_date(db)
            yield db
        finally:
            db.close()


@contextmanager
def write_lock(data: Path) -> Iterator[None]:
    """Hold the one right to write. The kernel lets go of it when the process dies, however it dies."""
    descriptor = os.open(data / LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        deadline = time.monotonic() + LOCK_PATIENCE
        while not _locks(descriptor, fcntl.LOCK_EX):
            if time.monotonic() > deadline:
                raise Locked(f"Een ander proces schrijft nu in {data}. Wacht tot het klaar is en probeer opnieuw.")
            time.sleep(0.02)
        yield
    finally:
        os.close(descriptor)


def is_being_written(data: Path) -> bool:
    """Whether some process holds the right to write at this moment."""
    try:
        descriptor = os.open(data / LOCK, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        return not _locks(descriptor, fcntl.LOCK_SH)
    finally:
        os.close(descriptor)


def folder_of(db: Database) -> Path:
    """Return the folder of the knowledge base that this connection has open."""
    return Path(db.execute("PRAGMA database_list").fetchone()[2]).parent


def _locks(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class Connections:
    """One read-only connection per thread: SQLite connections are not shared between threads."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._local = threading.local()

    def get(self) -> Database:
        """Return this thread's connection, opening it at first use."""
        db: Database | None = getattr(self._local, "db", None)
        if db is None:
            db = self._local.db = open_for_reading(self._data)
        return db


def connect(uri: str) -> Database:
    """Open an SQLite file by its address, safe against a crash and against a damaged or hostile file."""
    if sqlite3.sqlite_version_info < SQLITE_FLOOR:
        raise RuntimeError(f"SQLite {sqlite3.sqlite_version} is too old; install the package pysqlite3")
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
    db = Database(connection)
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT}",
        "foreign_keys = ON",
        "secure_delete = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        f"cache_size = -{CACHE}",
    ):
        db.execute(f"PRAGMA {pragma}")
    if "mode=ro" not in uri:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
    return db


def _refuse_newer(db: Database) -> None:
    ours = {step.name for step in SCHEMA.pending(Database(memory=True))}
    if {step.name for step in SCHEMA.applied(db)} - ours:
        raise SchemaTooNew("Deze kennisbank is gemaakt met een nieuwere versie. Werk eerst het programma bij.")
