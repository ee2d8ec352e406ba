"""The schema, as the steps that made it. A step that has shipped is never edited; the next one is added below.

A vector is stored as little-endian float32, `words` of a page as the columns of `search.rows.pack_words`.
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

SCHEMA = Migrations("streekgeheugen")


@SCHEMA()
def m001_create_tables(db: Database) -> None:
    """Documents, their pages and passages, the vectors beside the passages, and the words of both."""
    for statement in (
        "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        "CREATE TABLE sources (id INTEGER PRIMARY KEY, root TEXT NOT NULL UNIQUE) STRICT",
        # AUTOINCREMENT: an id that stands in somebody's link is never given to another document
        """CREATE TABLE documents (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source_id INTEGER NOT NULL REFERENCES sources,
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            size INTEGER NOT NULL,
            title TEXT NOT NULL,
            kind TEXT NOT NULL,
            municipality TEXT,
            body TEXT,
            date TEXT,
            dossier TEXT,
            pages INTEGER NOT NULL,
            audience TEXT NOT NULL,
            outcome TEXT NOT NULL,
            message TEXT NOT NULL,
            failed_page INTEGER,
            has_rendition INTEGER NOT NULL,
            reader_version INTEGER NOT NULL,
            read_at TEXT NOT NULL,
            UNIQUE (source_id, path)) STRICT""",
        "CREATE INDEX documents_by_audience ON documents (audience, id)",
        "CREATE INDEX documents_by_sha256 ON documents (sha256)",
        """CREATE TABLE pages (
            document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            number INTEGER NOT NULL,
            text TEXT NOT NULL,
            width REAL NOT NULL,
            height REAL NOT NULL,
            words BLOB NOT NULL,
            PRIMARY KEY (document_id, number)) STRICT""",
        """CREATE TABLE passages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            position INTEGER NOT NULL,
            spans TEXT NOT NULL,
            text TEXT NOT NULL,
            headings TEXT NOT NULL,
            context TEXT NOT NULL,
            checksum BLOB NOT NULL,
            UNIQUE (document_id, position)) STRICT""",
        """CREATE TABLE vectors (
            passage_id INTEGER PRIMARY KEY REFERENCES passages ON DELETE CASCADE,
            vector BLOB NOT NULL) STRICT""",
        """CREATE VIRTUAL TABLE words USING fts5(
            heading, body, content='', contentless_delete=1, tokenize="ascii tokenchars '_'")""",
        """CREATE VIRTUAL TABLE document_words USING fts5(
            body, content='', contentless_delete=1, tokenize="ascii tokenchars '_'")""",
        "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'row')",
        "CREATE VIRTUAL TABLE document_vocabulary USING fts5vocab(document_words, 'row')",
        """CREATE TRIGGER forget_words AFTER DELETE ON passages
           BEGIN DELETE FROM words WHERE rowid = old.id; END""",
        """CREATE TRIGGER forget_document_words AFTER DELETE ON documents
           BEGIN DELETE FROM document_words WHERE rowid = old.id; END""",
        """CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            started TEXT NOT NULL,
            seconds REAL NOT NULL,
            added INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            unchanged INTEGER NOT NULL,
            removed INTEGER NOT NULL,
            failed INTEGER NOT NULL) STRICT""",
    ):
        db.execute(statement)


@SCHEMA()
def m002_parts_of_compounds(db: Database) -> None:
    """The parts of compounds beside the words, where each word stands, and how long each passage is in words."""
    fts = "USING fts5(body, content='', contentless_delete=1, tokenize=\"ascii tokenchars '_'\")"
    for statement in (
        f"CREATE VIRTUAL TABLE parts {fts}",
        f"CREATE VIRTUAL TABLE document_parts {fts}",
        *(
            f"CREATE VIRTUAL TABLE {table}_places USING fts5vocab({table}, 'instance')"
            for table in ("words", "parts", "document_words", "document_parts")
        ),
        """CREATE TABLE word_counts (
            passage_id INTEGER PRIMARY KEY REFERENCES passages ON DELETE CASCADE,
            document_id INTEGER NOT NULL,
            words INTEGER NOT NULL) STRICT""",
        """CREATE TRIGGER forget_parts AFTER DELETE ON passages
           BEGIN DELETE FROM parts WHERE rowid = old.id; END""",
        """CREATE TRIGGER forget_document_parts AFTER DELETE ON documents
           BEGIN DELETE FROM document_parts WHERE rowid = old.id; END""",
    ):
        db.execute(statement)


@SCHEMA()
def m003_vectors_of_words(db: Database) -> None:
    """What each word means: it depends on the word and the model alone, not on where the word stands."""
    db.execute("CREATE TABLE word_vectors (stem TEXT PRIMARY KEY, vector BLOB NOT NULL) STRICT, WITHOUT ROWID")


@SCHEMA()
def m004_what_papers_tell(db: Database) -> None:
    """Items of sittings, facts of contracts and positions, what belongs together, and what people decided of that."""
    for statement in (
        """CREATE TABLE tellings (
            id INTEGER PRIMARY KEY,
            document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            position INTEGER NOT NULL,
            is_item INTEGER NOT NULL,
            number TEXT NOT NULL,
            code TEXT NOT NULL,
            title TEXT NOT NULL,
            is_public INTEGER,
            effect TEXT,
            confidence REAL NOT NULL,
            votes TEXT NOT NULL,
            articles TEXT NOT NULL,
            decision TEXT NOT NULL,
            spans TEXT NOT NULL,
            title_spans TEXT NOT NULL,
            uri TEXT NOT NULL,
            own_key TEXT NOT NULL,
            key TEXT NOT NULL,
            UNIQUE (document_id, position)) STRICT""",
        "CREATE INDEX matters_by_key ON tellings (key)",
        """CREATE TABLE facts (
            id INTEGER PRIMARY KEY,
            document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            position INTEGER NOT NULL,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            said TEXT NOT NULL,
            detail TEXT NOT NULL,
            spans TEXT NOT NULL,
            confidence REAL NOT NULL,
            UNIQUE (document_id, position)) STRICT""",
        """CREATE TABLE links (
            one TEXT NOT NULL,
            one_document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            other TEXT NOT NULL,
            other_document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            reason TEXT NOT NULL,
            said TEXT NOT NULL,
            strength REAL NOT NULL) STRICT""",
        """CREATE TABLE changes (
            of_key TEXT NOT NULL,
            by_key TEXT NOT NULL,
            document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            state TEXT NOT NULL,
            since TEXT,
            said TEXT NOT NULL) STRICT""",
        """CREATE TABLE themes (
            key TEXT NOT NULL,
            theme TEXT NOT NULL,
            score REAL NOT NULL,
            document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            PRIMARY KEY (key, theme)) STRICT, WITHOUT ROWID""",
        "CREATE TABLE title_vectors (title TEXT PRIMARY KEY, vector BLOB NOT NULL) STRICT, WITHOUT ROWID",
        """CREATE TABLE edits (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            made_at TEXT NOT NULL,
            made_by TEXT NOT NULL,
            what TEXT NOT NULL,
            subject TEXT NOT NULL,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            is_undone INTEGER NOT NULL DEFAULT 0) STRICT""",
    ):
        db.execute(statement)


@SCHEMA()
def m005_what_items_say(db: Database) -> None:
    """What was made of the text of each item by itself, so that it is made once: gone when its paper is read again."""
    db.execute(
        """CREATE TABLE gists (
            telling_id INTEGER NOT NULL REFERENCES tellings ON DELETE CASCADE,
            sort TEXT NOT NULL,
            packed TEXT NOT NULL,
            PRIMARY KEY (telling_id, sort)) STRICT, WITHOUT ROWID"""
    )
