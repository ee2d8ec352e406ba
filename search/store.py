"""What is stored and what is derived from all of it: the only SQL that writes content. Never serves a reader."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_hex

import numpy as np
from sqlite_utils import Database

from search import rows, words
from search.errors import ModelMismatch
from search.registers import tellings
from search.registers.agreements import Fact
from search.registers.treatments import Treatment
from search.types import Document, DocumentId, Embedder, Ids, Outcome, PageRow, Passage, PassageId, Vectors


@dataclass(frozen=True, slots=True)
class Received:
    """Everything that one file yielded and that is stored of it. Row i of `vectors` belongs to passage i.

    The ids of `document` and `passages` are not looked at: the knowledge base gives them.
    """

    document: Document
    size: int  # bytes
    failed_page: int | None
    has_rendition: bool
    reader_version: int
    pages: Sequence[PageRow]
    passages: Sequence[Passage]
    vectors: Vectors
    treatments: Sequence[Treatment] = ()
    said: Sequence[Fact] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What is stored of a file, to see whether it changed."""

    id: DocumentId
    path: str
    sha256: str
    reader_version: int
    audience: str
    outcome: Outcome
    message: str
    failed_page: int | None


def claim(db: Database, embedder: Embedder) -> None:
    """Note which model makes the vectors of this knowledge base."""
    model = embedder.name.rpartition("@")[0] or embedder.name
    for key, value in (("model", model), ("embedder", embedder.name), ("dim", str(embedder.dim))):
        set_setting(db, key, value)


def made_by(db: Database) -> str | None:
    """Return the name of the model that made the vectors; None before the first."""
    return setting(db, "embedder")


def check_model(db: Database, embedder: Embedder) -> None:
    """Make sure that `embedder` made the vectors, or nobody did yet.

    Raises:
        ModelMismatch: Another model made them.
    """
    if made_by(db) not in (None, embedder.name):
        raise ModelMismatch(
            f"Deze kennisbank is gemaakt met het model {made_by(db)}, niet met {embedder.name}."
            " Maak ze opnieuw met: streekgeheugen rebuild --model NAAM"
        )


def roots(db: Database) -> list[str]:
    """Return the folders that files were read from."""
    return [root for (root,) in db.execute("SELECT root FROM sources ORDER BY root")]


def source(db: Database, root: str) -> int:
    """Return the id of the folder that files are read from, noting it at first sight."""
    db.execute("INSERT OR IGNORE INTO sources (root) VALUES (?)", [root])
    return int(db.execute("SELECT id FROM sources WHERE root = ?", [root]).fetchone()[0])


def known(db: Database, root: str) -> list[Known]:
    """Return what is stored of every file that was read from a folder."""
    found = db.execute(
        "SELECT d.id, d.path, d.sha256, d.reader_version, d.audience, d.outcome, d.message, d.failed_page"
        " FROM documents d JOIN sources s ON s.id = d.source_id WHERE s.root = ? ORDER BY d.path",
        [root],
    )
    return [
        Known(i, path, sha256, version, audience, Outcome(outcome), message, page)
        for i, path, sha256, version, audience, outcome, message, page in found
    ]


def checksums(db: Database) -> set[str]:
    """Return the checksums of all stored files."""
    return {sha256 for (sha256,) in db.execute("SELECT DISTINCT sha256 FROM documents")}


def flag(db: Database, document_id: DocumentId, message: str) -> None:
    """Say of a document what its reader should know; nothing else of it changes."""
    db.execute("UPDATE documents SET message = ? WHERE id = ?", [message, document_id])


def set_audience(db: Database, document_id: DocumentId, audience: str) -> None:
    """Change who may read a document."""
    db.execute("UPDATE documents SET audience = ? WHERE id = ?", [audience, document_id])


def note_run(db: Database, started: str, seconds: float, counts: tuple[int, int, int, int, int]) -> None:
    """Note that files were read in: how many were added, changed, unchanged, removed and failed."""
    db.execute(
        "INSERT INTO runs (started, seconds, added, changed, unchanged, removed, failed) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [started, seconds, *counts],
    )


def put(db: Database, source_id: int, received: Received) -> DocumentId:
    """Store a file and all that was read from it, in place of what was stored under its path before."""
    document = received.document
    document_id = _put_row(db, _row(source_id, received))
    db.execute("DELETE FROM passages WHERE document_id = ?", [document_id])
    db.execute("DELETE FROM pages WHERE document_id = ?", [document_id])
    _put_pages(db, document_id, received.pages)
    _put_passages(db, document_id, received.passages, received.vectors)
    words.put_document(db, document_id, document.title, received.passages)
    if not document.outcome.has_failed:
        tellings.put(db, document_id, document, received.treatments, received.said)
    return document_id


def _row(source_id: int, received: Received) -> dict[str, object]:
    document = received.document
    return {
        "source_id": source_id,
        "path": document.path,
        "sha256": document.sha256,
        "size": received.size,
        "title": document.title,
        "kind": str(document.kind),
        "municipality": document.municipality,
        "body": document.body,
        "date": document.date.isoformat() if document.date else None,
        "dossier": document.dossier,
        "pages": document.pages,
        "audience": document.audience,
        "outcome": str(document.outcome),
        "message": document.message,
        "failed_page": received.failed_page,
        "has_rendition": int(received.has_rendition),
        "reader_version": received.reader_version,
        "read_at": datetime.now(UTC).isoformat(timespec="microseconds"),
    }


def _put_row(db: Database, row: dict[str, object]) -> DocumentId:
    columns = ", ".join(row)
    marks = ", ".join("?" * len(row))
    updates = ", ".join(f"{column} = excluded.{column}" for column in row)
    done = db.execute(
        f"INSERT INTO documents ({columns}) VALUES ({marks})"
        f" ON CONFLICT (source_id, path) DO UPDATE SET {updates} RETURNING id",
        list(row.values()),
    )
    return int(done.fetchone()[0])


def _put_pages(db: Database, document_id: DocumentId, pages: Sequence[PageRow]) -> None:
    db.conn.executemany(
        "INSERT INTO pages (document_id, number, text, width, height, words) VALUES (?, ?, ?, ?, ?, ?)",
        [(document_id, p.number, p.text, p.width, p.height, p.words) for p in pages],
    )


def _put_passages(db: Database, document_id: DocumentId, passages: Sequence[Passage], vectors: Vectors) -> None:
    for passage, vector in zip(passages, vectors, strict=True):
        blob = vector.astype("<f4").tobytes()
        cursor = db.execute(
            "INSERT INTO passages (document_id, position, spans, text, headings, context, checksum)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                document_id,
                passage.position,
                json.dumps([[s.page, s.start, s.end] for s in passage.spans]),
                passage.text,
                json.dumps(passage.headings, ensure_ascii=False),
                passage.context,
                rows.checksum(passage.text, blob),
            ],
        )
        assert cursor.lastrowid is not None
        db.execute("INSERT INTO vectors (passage_id, vector) VALUES (?, ?)", [cursor.lastrowid, blob])
        words.put_passage(db, cursor.lastrowid, document_id, passage)


def remove(db: Database, document_ids: Iterable[DocumentId]) -> None:
    """Forget documents with all that was read from them."""
    db.conn.executemany("DELETE FROM documents WHERE id = ?", [(i,) for i in document_ids])


def touch(db: Database) -> None:
    """Mark the content as changed: whatever was derived from it no longer fits."""
    grow(db)
    set_setting(db, "revision", token_hex(16))


def grow(db: Database) -> None:
    """Mark that something else is to be shown than before, though nothing that is searched has changed."""
    set_setting(db, "generation", str(int(setting(db, "generation") or 0) + 1))


def setting(db: Database, key: str) -> str | None:
    """Return a stored setting, None where it was never set."""
    row = db.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
    return None if row is None else str(row[0])


def set_setting(db: Database, key: str, value: str) -> None:
    """Store a setting."""
    db.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", [key, value])


def every_passage(db: Database) -> Iterator[Passage]:
    """Yield every passage by id, for what is derived from them; never for a reader."""
    return (rows.passage(row) for row in db.execute(f"SELECT {rows.PASSAGE} FROM passages p ORDER BY id"))


def every_vector(db: Database, dim: int, batch: int = 10_000) -> Iterator[tuple[Ids, Ids, Vectors]]:
    """Yield (passage ids, document ids, vectors of shape (n, dim)) by passage id, some `batch` at a time."""
    last = 0
    while found := db.execute(
        "SELECT v.passage_id, p.document_id, v.vector FROM vectors v JOIN passages p ON p.id = v.passage_id"
        " WHERE v.passage_id > ? ORDER BY v.passage_id LIMIT ?",
        [last, batch],
    ).fetchall():
        last = found[-1][0]
        ids = np.array([row[0] for row in found], dtype=np.int64)
        owners = np.array([row[1] for row in found], dtype=np.int64)
        yield ids, owners, np.frombuffer(b"".join(row[2] for row in found), dtype="<f4").reshape(-1, dim)


def vectors(db: Database, ids: Sequence[PassageId], dim: int) -> dict[PassageId, Vectors]:
    """Return the stored vectors, each of shape (dim,), of these passages."""
    found = db.execute(
        "SELECT passage_id, vector FROM vectors WHERE passage_id IN (SELECT value FROM json_each(?))",
        [json.dumps([int(i) for i in ids])],
    )
    return {i: np.frombuffer(blob, dtype="<f4", count=dim) for i, blob in found}
