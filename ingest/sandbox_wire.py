"""What was parsed as bytes and back, between the process that parsed a hostile file and the one that trusts nobody.

No pickle: decoding can build nothing but a Parsed, and every number and text in it is checked. The text of a passage
is not sent at all: it is taken from the pages again, so that it is what stands there.
"""

import json
import re
import struct
import zlib
from datetime import date
from itertools import pairwise
from typing import Any

from ingest.split import text_of
from ingest.types import Facts, Parsed, Piece
from search.rows import GRID, word_numbers
from search.types import Kind, Outcome, PageRow, Span

_SIGN = b"SGX2"
_HEAD = struct.Struct("<4sI")
_MOST_PAGES = 20_000
_MOST_PIECES = 200_000
_LONGEST_PAGE = 5_000_000  # characters
_LONGEST_REMARK = 2_000  # characters of a title, message, heading or context
_LARGEST_SIDE = 200_000.0  # points; PDF allows 14,400 times a user unit
_MOST_WORDS = 24 * 2_500_000  # bytes of the words of one page, six numbers each
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def encode(parsed: Parsed) -> bytes:
    """Return the bytes of what was parsed: a JSON head, then the words of each page, then the rendition."""
    facts = parsed.facts
    head = {
        "outcome": str(parsed.outcome),
        "message": parsed.message[:_LONGEST_REMARK],
        "failed_page": parsed.failed_page,
        "pages": [[p.number, p.width, p.height, p.text, len(p.words)] for p in parsed.pages],
        "facts": facts
        and [
            facts.title[:_LONGEST_REMARK], str(facts.kind), facts.municipality, facts.body,
            facts.date.isoformat() if facts.date else None,
        ],
        "pieces": [
            [
                [[s.page, s.start, s.end] for s in piece.spans],
                [heading[:_LONGEST_REMARK] for heading in piece.headings],
                piece.context[:_LONGEST_REMARK],
            ]
            for piece in parsed.pieces
        ],
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
        _text(head["message"]),
        failed,
        reader.take(_count(head["rendition"])),
    )


def _text(value: object, longest: int = _LONGEST_REMARK) -> str:
    if not isinstance(value, str) or len(value) > longest or _FORBIDDEN.search(value):
        raise ValueError("not a clean text")
    return value


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("not a count")
    return value


def _side(value: object) -> float:
    if not isinstance(value, int | float) or not 0.0 < value <= _LARGEST_SIDE:
        raise ValueError("not a length")
    return float(value)


def _page(row: list[Any], reader: _Reader) -> PageRow:
    number, width, height, text, length = row
    text = _text(text, _LONGEST_PAGE)
    packed = reader.take(_count(length))
    _check_words(packed, len(text))
    return PageRow(_count(number), text, _side(width), _side(height), packed)


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
        _text(title),
        Kind(str(kind)),
        None if municipality is None else _text(municipality),
        None if body is None else _text(body),
        None if day is None else date.fromisoformat(_text(day)),
    )


def _piece(row: list[Any], texts: dict[int, str]) -> Piece:
    spans, headings, context = row
    found = tuple(Span(*map(_count, span)) for span in spans)
    if not found or any(not span.start <= span.end <= len(texts[span.page]) for span in found):
        raise ValueError("passage off the page")
    return Piece(found, text_of(found, texts), tuple(_text(heading) for heading in headings), _text(context))
