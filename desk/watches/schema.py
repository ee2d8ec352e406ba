"""The tables of watch lists: what is followed, what was found, which papers were there already, which mail addresses.

Nothing of a document is kept here but where it stands: title, text and page are looked up again, in the name of the
reader, whenever something of it is told.
"""

from typing import Final

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

SCHEMA: Final = Migrations("volglijsten")


@SCHEMA()
def m001_create_tables(db: Database) -> None:
    """Watches with what they found, the papers that were there, and the addresses to which mail may go."""
    for statement in (
        # `token` is kept as it is: its owner must see it again at every look, and whoever can read this file can read
        # the knowledge base beside it, which holds all that a feed could tell
        """CREATE TABLE watches (
            id TEXT PRIMARY KEY,
            owner TEXT NOT NULL,
            reader TEXT NOT NULL,
            name TEXT NOT NULL,
            what TEXT NOT NULL,
            query TEXT NOT NULL,
            made_at TEXT NOT NULL,
            token TEXT NOT NULL UNIQUE,
            stop TEXT NOT NULL UNIQUE,
            looked INTEGER NOT NULL,
            address TEXT NOT NULL DEFAULT '',
            trouble TEXT NOT NULL DEFAULT '',
            removed_at TEXT) STRICT""",
        "CREATE INDEX watches_by_owner ON watches (owner)",
        """CREATE TABLE watch_news (
            id INTEGER PRIMARY KEY,
            watch TEXT NOT NULL REFERENCES watches ON DELETE CASCADE,
            key TEXT NOT NULL,
            found_at TEXT NOT NULL,
            told TEXT NOT NULL,
            is_seen INTEGER NOT NULL DEFAULT 0,
            is_mailed INTEGER NOT NULL DEFAULT 0,
            UNIQUE (watch, key)) STRICT""",
        """CREATE TABLE watch_papers (
            audience TEXT NOT NULL,
            content TEXT NOT NULL,
            place TEXT NOT NULL,
            round INTEGER NOT NULL,
            PRIMARY KEY (audience, content)) STRICT, WITHOUT ROWID""",
        "CREATE INDEX watch_papers_by_round ON watch_papers (round)",
        "CREATE TABLE watch_audiences (audience TEXT PRIMARY KEY, revision TEXT NOT NULL) STRICT",
        """CREATE TABLE watch_addresses (
            owner TEXT NOT NULL,
            address TEXT NOT NULL,
            secret TEXT NOT NULL UNIQUE,
            asked_at TEXT NOT NULL,
            confirmed_at TEXT,
            PRIMARY KEY (owner, address)) STRICT""",
        "CREATE INDEX watch_addresses_by_day ON watch_addresses (asked_at)",
    ):
        db.execute(statement)
