"""The SQLite file of what people make: beside the knowledge base, so that reading files in never keeps anyone waiting.

Truth, like the knowledge base; knows nothing of who may read what it quotes: whoever loads a row asks that again.
"""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from search.database import connect
from search.errors import NoKnowledgeBase

FILE: Final = "bureau.sqlite"
_making: Final = threading.Lock()  # two threads that both find no tables make them once


def reading(data: Path, schema: Migrations) -> AbstractContextManager[Database]:
    """Open the file in folder `data`, with the tables of one room, as they are at one moment.

    A connection each time: opening takes 1 ms, and no connection is ever shared between threads.

    Raises:
        NoKnowledgeBase: There is no such folder.
    """
    return _opened(data, schema, "BEGIN")


def writing(data: Path, schema: Migrations) -> AbstractContextManager[Database]:
    """Open it to write: all that is written becomes true together, or none of it; one writer at a time.

    Raises:
        NoKnowledgeBase: There is no such folder.
    """
    return _opened(data, schema, "BEGIN IMMEDIATE")


@contextmanager
def _opened(data: Path, schema: Migrations, begin: str) -> Iterator[Database]:
    if not data.is_dir():
        raise NoKnowledgeBase(f"Er is nog geen kennisbank in {data}. Lees eerst een map in: streekgeheugen ingest MAP")
    file = data / FILE
    if not file.exists():
        file.touch(mode=0o600)
    db = connect(file.resolve().as_uri())
    try:
        if schema.pending(db):
            _make_tables(db, schema)
        db.execute(begin)
        try:
            yield db
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
    finally:
        db.close()


def _make_tables(db: Database, schema: Migrations) -> None:
    with _making, db.atomic():
        schema.apply(db)
