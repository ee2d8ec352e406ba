"""What a reader may look up: documents, pages, passages. Every function here takes the Reader."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from search import rows
from search.answer import Query
from search.errors import NotFound
from search.permissions import allowed
from search.types import Document, DocumentId, Page, Passage, PassageId, Reader, Snippet

HEADINGS_KEPT = 20_000  # distinct ones, some 4 MB; the same stand above several passages, and come back with a question


def document(db: Database, document_id: DocumentId, reader: Reader) -> Document:
    """Return a document that `reader` may read.

    Raises:
        NotFound: There is none, or it is not for this reader.
    """
    condition, parameters = allowed(reader)
    row = db.execute(
        f"SELECT {rows.DOCUMENT} FROM documents d WHERE d.id = ? AND {condition}",
        [document_id, *parameters],
    ).fetchone()
    if row is None:
        raise NotFound("Dit document bestaat niet, of u mag het niet lezen.")
    return rows.document(row)


def documents(db: Database, reader: Reader, query: Query | None = None) -> list[Document]:
    """Return the documents that `reader` may read and that pass the filters, newest first, undated last."""
    condition, parameters = allowed(reader, query)
    found = db.execute(
        f"SELECT {rows.DOCUMENT} FROM documents d WHERE {condition} ORDER BY d.date IS NULL, d.date DESC, d.path, d.id",
        parameters,
    )
    return [rows.document(row) for row in found]


def passages(db: Database, ids: Sequence[PassageId], reader: Reader) -> dict[PassageId, Passage]:
    """Return those of the passages that `reader` may read."""
    condition, parameters = allowed(reader)
    found = db.execute(
        f"SELECT {rows.PASSAGE} FROM passages p JOIN documents d ON d.id = p.document_id WHERE {condition}"
        " AND p.id IN (SELECT value FROM json_each(?))",
        [*parameters, json.dumps([int(i) for i in ids])],
    )
    return {row[0]: rows.passage(row) for row in found}


def snippets(db: Database, ids: Sequence[PassageId], reader: Reader) -> dict[PassageId, Snippet]:
    """Return what those of the passages say that `reader` may read; a fifth of the time that `passages` takes."""
    condition, parameters = allowed(reader)
    found = db.execute(
        "SELECT p.id, p.document_id, p.text, p.headings, p.context FROM passages p JOIN documents d"
        f" ON d.id = p.document_id WHERE {condition} AND p.id IN (SELECT value FROM json_each(?))",
        [*parameters, json.dumps([int(i) for i in ids])],
    )
    return {row[0]: _snippet(row) for row in found}


def snippets_beside(db: Database, snippet: Snippet, reader: Reader) -> list[Snippet]:
    """Return all that its document says under the same context line, in order: of one item, where it has items."""
    condition, parameters = allowed(reader)
    found = db.execute(
        "SELECT p.id, p.document_id, p.text, p.headings, p.context FROM passages p JOIN documents d"
        f" ON d.id = p.document_id WHERE {condition} AND p.document_id = ? AND p.context = ? ORDER BY p.position",
        [*parameters, snippet.document_id, snippet.context],
    )
    return [_snippet(row) for row in found]


def passages_of(db: Database, document_id: DocumentId, reader: Reader) -> list[Passage]:
    """Return the passages of a document in order; empty where `reader` may not read it."""
    condition, parameters = allowed(reader)
    found = db.execute(
        f"SELECT {rows.PASSAGE} FROM passages p JOIN documents d ON d.id = p.document_id WHERE {condition}"
        " AND p.document_id = ? ORDER BY p.position",
        [*parameters, document_id],
    )
    return [rows.passage(row) for row in found]


def page(db: Database, document_id: DocumentId, number: int, reader: Reader) -> Page:
    """Return one page of a document that `reader` may read.

    Raises:
        NotFound: There is no such page, or it is not for this reader.
    """
    condition, parameters = allowed(reader)
    row = db.execute(
        "SELECT p.number, p.text, p.width, p.height, p.words FROM pages p JOIN documents d ON d.id = p.document_id"
        f" WHERE p.document_id = ? AND p.number = ? AND {condition}",
        [document_id, number, *parameters],
    ).fetchone()
    if row is None:
        raise NotFound("Deze bladzijde bestaat niet, of u mag ze niet lezen.")
    found, text, width, height, words = row
    return Page(found, text, width, height, rows.unpack_words(words))


def owners(db: Database, ids: Sequence[PassageId], reader: Reader) -> dict[PassageId, DocumentId]:
    """Return to which document each of the passages belongs, leaving out what `reader` may not read."""
    condition, parameters = allowed(reader)
    found = db.execute(
        f"SELECT p.id, p.document_id FROM passages p JOIN documents d ON d.id = p.document_id WHERE {condition}"
        " AND p.id IN (SELECT value FROM json_each(?))",
        [*parameters, json.dumps([int(i) for i in ids])],
    )
    return dict(found.fetchall())


def by_id(db: Database, ids: Sequence[DocumentId], reader: Reader) -> dict[DocumentId, Document]:
    """Return those of the documents that `reader` may read."""
    condition, parameters = allowed(reader)
    found = db.execute(
        f"SELECT {rows.DOCUMENT} FROM documents d WHERE {condition} AND d.id IN (SELECT value FROM json_each(?))",
        [*parameters, json.dumps(list(ids))],
    )
    return {row[0]: rows.document(row) for row in found}


def _snippet(row: Sequence[Any]) -> Snippet:
    i, document_id, text, headings, context = row
    return Snippet(i, document_id, text, _headings(headings), context)


@lru_cache(maxsize=HEADINGS_KEPT)
def _headings(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))
