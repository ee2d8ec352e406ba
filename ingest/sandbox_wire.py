"""What was parsed as bytes and back, between the process that parsed a hostile file and the one that trusts nobody.

No pickle: decoding can build nothing but a Parsed, and every number and text in it is checked. The text of a passage
is not sent at all: it is taken from the pages again, so that it is what stands there.
"""

import json
import struct
import zlib
from datetime import date
from itertools import pairwise
from typing import Any

from ingest import wire_facts
from ingest.types import Facts, Parsed, Piece
from ingest.wire_checks import LONGEST_REMARK, clean_text, count, packed_spans, spans
from search.rows import GRID, word_numbers
from search.spans import text_of
from search.types import Kind, Outcome, PageRow

_SIGN = b"SGX3"
_HEAD = struct.Struct("<4sI")
_MOST_PAGES = 20_000
_MOST_PIECES = 200_000
_LONGEST_PAGE = 5_000_000  # characters
_LARGEST_SIDE = 200_000.0  # points; PDF allows 14,400 times a user unit
_MOST_WORDS = 24 * 2_500_000  # bytes of the words of one page, six numbers each


def encode(parsed: Parsed) -> bytes:
    """Return the bytes of what was parsed: a JSON head, then the words of each page, then the rendition."""
    facts = parsed.facts
    head = {
        "outcome": str(parsed.outcome),
        "message": parsed.message[:LONGEST_REMARK],
        "failed_page": parsed.failed_page,
        "pages": [[p.number, p.width, p.height, p.text, len(p.words)] for p in parsed.pages],
        "facts": facts
        and [
            facts.title[:LONGEST_REMARK], str(facts.kind), facts.municipality, facts.body,
            facts.date.isoformat() if facts.date else None,
        ],
        "pieces": [
            [
                packed_spans(piece.spans),
                [heading[:LONGEST_REMARK] for heading in piece.headings],
                piece.context[:LONGEST_REMARK],
            ]
            for piece in parsed.pieces
        ],
        "treatments": wire_facts.packed_treatments(parsed.treatments),
        "said": wire_facts.packed_facts(parsed.said),
        "rendition": len(parsed.rendition),
    }  # fmt: skip
    packed = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    words = (page.words for page in parsed.pages)
    return b"".join([_HEAD.pack(_SIGN, len(packed)), packed, *words, parsed.rendition])


def decode(data: bytes) -> Parsed:
    """Return what the bytes hold.

    Raises:
        ValueError: They hold nothing, or something that breaks a promise of ingest.parsing.
    """
    if len(data) < _HEAD.size:
        raise ValueError("no head")
    sign, length = _HEAD.unpack_from(data)
    start = _HEAD.size + length
    if sign != _SIGN or start > len(data):
        raise ValueError("damaged head")
    try:
        head = json.loads(data[_HEAD.size : start])
        reader = _Reader(data, start)
        found = _checked(head, reader)
    except (KeyError, TypeError, RecursionError, zlib.error) as error:
        raise ValueError("damaged head") from error
    if reader.at != len(data):
        raise ValueError("bytes left over")
    return found


class _Reader:
    """Takes pieces off the bytes, front to back."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def take(self, length: int) -> bytes:
        if not 0 <= length <= len(self.data) - self.at:
            raise ValueError("shorter than it says")
        self.at += length
        return self.data[self.at - length : self.at]


def _checked(head: Any, reader: _Reader) -> Parsed:
    if len(head["pages"]) > _MOST_PAGES or len(head["pieces"]) > _MOST_PIECES:
        raise ValueError("too many pages or pieces")
    pages = tuple(_page(row, reader) for row in head["pages"])
    if any(after.number <= before.number for before, after in pairwise(pages)):
        raise ValueError("pages out of order")
    outcome = Outcome(head["outcome"])
    facts = None if head["facts"] is None else _facts(*head["facts"])
    if (facts is None) != outcome.has_failed:
        raise ValueError("facts and outcome disagree")
    failed = head["failed_page"]
    if failed is not None and not (type(failed) is int and failed > 0):
        raise ValueError("failed page")
    texts = {page.number: page.text for page in pages}
    return Parsed(
        outcome,
        pages,
        facts,
        tuple(_piece(row, texts) for row in head["pieces"]),
        clean_text(head["message"]),
        failed,
        reader.take(count(head["rendition"])),
        wire_facts.treatments(head["treatments"], texts),
        wire_facts.facts(head["said"], texts),
    )


def _side(value: object) -> float:
    if not isinstance(value, int | float) or not 0.0 < value <= _LARGEST_SIDE:
        raise ValueError("not a length")
    return float(value)


def _page(row: list[Any], reader: _Reader) -> PageRow:
    number, width, height, text, length = row
    text = clean_text(text, _LONGEST_PAGE)
    packed = reader.take(count(length))
    _check_words(packed, len(text))
    return PageRow(count(number), text, _side(width), _side(height), packed)


def _check_words(packed: bytes, length: int) -> None:
    """Refuse words that stand outside the text or the page, or that unpack to more than a page can hold."""
    unpacker = zlib.decompressobj()
    unpacked = unpacker.decompress(packed, _MOST_WORDS + 1)
    if len(unpacked) > _MOST_WORDS or not unpacker.eof or unpacker.unused_data or len(unpacked) % 24:
        raise ValueError("damaged words")
    numbers = word_numbers(unpacked)
    starts, ends = numbers[::6], numbers[1::6]
    edges = [edge for side in range(2, 6) for edge in numbers[side::6]]
    if edges and not (min(edges) >= 0 and max(edges) <= GRID):
        raise ValueError("position off the page")
    last = 0
    for start, end in zip(starts, ends, strict=True):
        if not last <= start <= end <= length:
            raise ValueError("words out of order")
        last = end


def _facts(title: object, kind: object, municipality: object, body: object, day: object) -> Facts:
    return Facts(
        clean_text(title),
        Kind(str(kind)),
        None if municipality is None else clean_text(municipality),
        None if body is None else clean_text(body),
        None if day is None else date.fromisoformat(clean_text(day)),
    )


def _piece(row: list[Any], texts: dict[int, str]) -> Piece:
    packed, headings, context = row
    found = spans(packed, texts)
    if not found:
        raise ValueError("passage without a place")
    return Piece(found, text_of(found, texts), tuple(clean_text(heading) for heading in headings), clean_text(context))
