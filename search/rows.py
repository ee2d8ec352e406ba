"""Stored rows to types and back: nothing here asks the database for anything."""

import hashlib
import json
import zlib
from collections.abc import Sequence
from datetime import date

import numpy as np

from search.types import Box, Document, Kind, Outcome, Passage, Span, Word

GRID = 20_000  # a page's width and height in steps of the stored word boxes: 0.03 mm on A4

DOCUMENT = (
    "d.id, d.path, d.sha256, d.title, d.kind, d.municipality, d.body, d.date, d.dossier, d.pages,"
    " d.audience, d.outcome, d.message"
)
PASSAGE = "p.id, p.document_id, p.position, p.spans, p.text, p.headings, p.context"


def checksum(text: str, vector: bytes) -> bytes:
    """Return what a passage's text and vector must still hash to: SQLite itself notices no flipped letter."""
    return hashlib.blake2b(text.encode() + b"\0" + vector, digest_size=16).digest()


def pack_words(words: Sequence[Word]) -> bytes:
    """Pack words as compressed little-endian int32 rows: start, end, left, top, right, bottom (in steps of GRID)."""
    rows = [
        (w.start, w.end, *(round(edge * GRID) for edge in (w.box.left, w.box.top, w.box.right, w.box.bottom)))
        for w in words
    ]
    return zlib.compress(np.array(rows, dtype="<i4").tobytes(), level=1)


def unpack_words(packed: bytes) -> tuple[Word, ...]:
    """Undo `pack_words`."""
    rows = np.frombuffer(zlib.decompress(packed), dtype="<i4").reshape(-1, 6).tolist()
    return tuple(Word(row[0], row[1], Box(*(edge / GRID for edge in row[2:]))) for row in rows)


def document(row: Sequence[object]) -> Document:
    """Make a document of the columns DOCUMENT."""
    i, path, sha256, title, kind, municipality, body, day, dossier, pages_, audience, outcome, message = row
    return Document(  # the schema is STRICT: the types are those of the columns
        i, path, sha256, title, Kind(str(kind)), municipality, body,  # type: ignore[arg-type]
        date.fromisoformat(str(day)) if day else None,
        dossier, pages_, audience, Outcome(str(outcome)), message,  # type: ignore[arg-type]
    )  # fmt: skip


def passage(row: Sequence[object]) -> Passage:
    """Make a passage of the columns PASSAGE."""
    i, document_id, position, spans, text, headings, context = row
    return Passage(
        i, document_id, position,  # type: ignore[arg-type]
        tuple(Span(*span) for span in json.loads(str(spans))),
        text,  # type: ignore[arg-type]
        tuple(json.loads(str(headings))),
        context,  # type: ignore[arg-type]
    )  # fmt: skip
