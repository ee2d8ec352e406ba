"""Stored rows to types and back: nothing here asks the database for anything."""

import hashlib
import json
import sys
import zlib
from array import array
from collections.abc import Sequence
from datetime import date

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
    """Pack words as compressed int32 rows of six: start, end, left, top, right, bottom (edges in steps of GRID)."""
    flat = array("i", [number for word in words for number in _six(word)])
    if sys.byteorder == "big":
        flat.byteswap()
    return zlib.compress(flat.tobytes(), level=1)


def _six(word: Word) -> tuple[int, ...]:
    box = word.box
    edges = (round(edge * GRID) for edge in (box.left, box.top, box.right, box.bottom))
    return (word.start, word.end, *edges)


def unpack_words(packed: bytes) -> tuple[Word, ...]:
    """Undo `pack_words`."""
    flat = word_numbers(zlib.decompress(packed))
    edges = [edge / GRID for edge in flat]
    boxes = map(Box, edges[2::6], edges[3::6], edges[4::6], edges[5::6])
    return tuple(map(Word, flat[::6], flat[1::6], boxes))


def word_numbers(unpacked: bytes) -> "array[int]":
    """Return the numbers of packed words, six for each, once decompressed."""
    flat = array("i")
    flat.frombytes(unpacked)
    if sys.byteorder == "big":
        flat.byteswap()
    return flat


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
