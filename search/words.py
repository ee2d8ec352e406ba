"""What makes passages and documents findable by their words: stems, and the parts of compounds. Derived, never read.

Heading and text of a passage stand apart, so that a word in a heading can count for more; the parts of compounds
stand in tables of their own, so that a search for a word as it stands ("-school") does not meet them.
"""

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from search import rows
from search.language.compounds import parts
from search.language.dutch import analyse
from search.types import DocumentId, Passage, PassageId

ANALYSIS = "5"
"""Changes with every change to what a text is turned into here; words of another analysis are made again."""

_KEY = "analysis"


def put_passage(db: Database, passage_id: PassageId, document_id: DocumentId, passage: Passage) -> None:
    """Make a passage findable: the words of its context and headings apart from those of its text."""
    heading, body = analyse(" ".join((passage.context, *passage.headings))), analyse(passage.text)
    db.execute(
        "INSERT INTO words (rowid, heading, body) VALUES (?, ?, ?)", [passage_id, " ".join(heading), " ".join(body)]
    )
    db.execute("INSERT INTO parts (rowid, body) VALUES (?, ?)", [passage_id, _inside((*heading, *body))])
    db.execute(
        "INSERT INTO word_counts (passage_id, document_id, words) VALUES (?, ?, ?)",
        [passage_id, document_id, len(heading) + len(body)],
    )


def put_document(db: Database, document_id: DocumentId, title: str, passages: Sequence[Passage]) -> None:
    """Make a whole document findable: its title, its headings once, its text, in place of what stood there."""
    headings = dict.fromkeys(heading for passage in passages for heading in passage.headings)
    body = analyse(" ".join((title, *headings, *(passage.text for passage in passages))))
    for table, text in (("document_words", " ".join(body)), ("document_parts", _inside(body))):
        db.execute(f"DELETE FROM {table} WHERE rowid = ?", [document_id])
        db.execute(f"INSERT INTO {table} (rowid, body) VALUES (?, ?)", [document_id, text])


def make_again(db: Database) -> None:
    """Make the words of everything that is stored again, from its stored text."""
    for table in ("words", "parts", "document_words", "document_parts"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    db.execute("DELETE FROM word_counts")
    for document_id, title in db.execute("SELECT id, title FROM documents ORDER BY id").fetchall():
        passages = _passages(db, document_id)
        put_document(db, document_id, title, passages)
        for passage in passages:
            put_passage(db, passage.id, document_id, passage)
    db.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", [_KEY, ANALYSIS])


def bring_up_to_date(db: Database) -> None:
    """Make all words again where an older version of this program made them: half a minute for 100,000 passages."""
    if not are_current(db):
        with db.atomic():
            make_again(db)


def are_current(db: Database) -> bool:
    """Whether the words are those that this version of the program makes."""
    row = db.execute("SELECT value FROM settings WHERE key = ?", [_KEY]).fetchone()
    return row is not None and row[0] == ANALYSIS


def _passages(db: Database, document_id: DocumentId) -> list[Passage]:
    found = db.execute(
        f"SELECT {rows.PASSAGE} FROM passages p WHERE p.document_id = ? ORDER BY p.position", [document_id]
    )
    return [rows.passage(row) for row in found]


def _inside(stems: Iterable[str]) -> str:
    return " ".join(part for stem in stems for part in parts(stem))
