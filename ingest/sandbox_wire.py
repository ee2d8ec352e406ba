"""An Extraction as bytes and back, between the process that parsed a hostile file and the one that trusts nobody.

No pickle: decoding can build nothing but an Extraction, and every number and text in it is checked.
"""

import json
import math
import re
import struct
from array import array
from itertools import pairwise
from typing import Any

from ingest.types import Extraction, Line, ReadPage, Role
from search.types import Box, Outcome, Page, Word

_SIGN = b"SGX1"
_HEAD = struct.Struct("<4sI")
_ROLES = tuple(Role)
_MOST_PAGES = 20_000
_LONGEST_REMARK = 2_000  # characters of a title or message
_LARGEST_SIDE = 200_000.0  # points; PDF allows 14,400 times a user unit
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def encode(extraction: Extraction) -> bytes:
    """Return the bytes of an extraction: a JSON head, then arrays of positions, then the rendition."""
    pages, body = [], []
    for read in extraction.pages:
        page = read.page
        pages.append([page.number, page.width, page.height, page.text, len(page.words), len(read.lines)])
        body.append(array("i", [x for word in page.words for x in (word.start, word.end)]).tobytes())
        body.append(array("f", [x for w in page.words for x in _edges(w.box)]).tobytes())
        body.append(array("i", [x for line in read.lines for x in _integers(line)]).tobytes())
        body.append(array("f", [x for line in read.lines for x in (line.size, *_edges(line))]).tobytes())
    head = {
        "outcome": extraction.outcome.value,
        "title": extraction.title[:_LONGEST_REMARK],
        "message": extraction.message[:_LONGEST_REMARK],
        "failed_page": extraction.failed_page,
        "pages": pages,
        "rendition": len(extraction.rendition),
    }
    packed = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return b"".join([_HEAD.pack(_SIGN, len(packed)), packed, *body, extraction.rendition])


def _edges(box: Box | Line) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


def _integers(line: Line) -> tuple[int, int, int, int, int]:
    return line.start, line.end, _ROLES.index(line.role), line.level, line.bold


def decode(data: bytes) -> Extraction:
    """Return the extraction that the bytes hold.

    Raises:
        ValueError: They hold none, or one that breaks a promise of ingest.types.
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
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("damaged head") from error
    if reader.at != len(data):
        raise ValueError("bytes left over")
    return found


class _Reader:
    """Takes arrays off the bytes, front to back."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def take(self, length: int) -> bytes:
        if not 0 <= length <= len(self.data) - self.at:
            raise ValueError("shorter than it says")
        self.at += length
        return self.data[self.at - length : self.at]

    def integers(self, count: int) -> "array[int]":
        return array("i", self.take(4 * count))

    def fractions(self, count: int, most: float = 1.0) -> "array[float]":
        found = array("f", self.take(4 * count))
        if found and not (math.isfinite(sum(found)) and min(found) >= 0.0 and max(found) <= most):
            raise ValueError("position off the page")
        return found


def _checked(head: Any, reader: _Reader) -> Extraction:
    if len(head["pages"]) > _MOST_PAGES:
        raise ValueError("too many pages")
    pages = tuple(_page(row, reader) for row in head["pages"])
    if any(after.page.number <= before.page.number for before, after in pairwise(pages)):
        raise ValueError("pages out of order")
    failed = head["failed_page"]
    if failed is not None and not (type(failed) is int and failed > 0):
        raise ValueError("failed page")
    return Extraction(
        Outcome(head["outcome"]),
        pages,
        _text(head["title"], _LONGEST_REMARK),
        _text(head["message"], _LONGEST_REMARK),
        failed,
        reader.take(_count(head["rendition"])),
    )


def _text(value: object, longest: int) -> str:
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


def _page(row: list[Any], reader: _Reader) -> ReadPage:
    number, width, height, text, words, lines = row
    text = _text(text, 5_000_000)
    page = Page(_count(number), text, _side(width), _side(height), _words(reader, _count(words), len(text)))
    return ReadPage(page, _lines(reader, _count(lines), len(text)))


def _words(reader: _Reader, count: int, length: int) -> tuple[Word, ...]:
    ends, edges = reader.integers(2 * count), reader.fractions(4 * count)
    if ends and (any(b < a for a, b in pairwise(ends)) or ends[0] < 0 or ends[-1] > length):
        raise ValueError("words out of order")
    boxes = map(Box, edges[::4], edges[1::4], edges[2::4], edges[3::4])
    return tuple(map(Word, ends[::2], ends[1::2], boxes))


def _lines(reader: _Reader, count: int, length: int) -> tuple[Line, ...]:
    integers, floats = reader.integers(5 * count), reader.fractions(5 * count, most=100_000.0)
    found, last = [], 0
    for number in range(count):
        start, end, role, level, bold = integers[5 * number : 5 * number + 5]
        size, *edges = floats[5 * number : 5 * number + 5]
        if not (last <= start <= end <= length and 0 <= level <= 9 and 0 <= role < len(_ROLES) and max(edges) <= 1.0):
            raise ValueError("damaged line")
        found.append(Line(start, end, _ROLES[role], level, size, bool(bold), *edges))
        last = end
    return tuple(found)
