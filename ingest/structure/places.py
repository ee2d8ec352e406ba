"""Where a text stands among the rows of a document, by its letters and digits alone.

White space, punctuation and the borders of rows and pages do not count. Knows nothing of what the texts are.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ingest.structure.rows import Row
from search.types import Span

_WORD = re.compile(r"[^\W_]+")
_CLOSING = re.compile(r"[^\w\s]+")
_OPENING = re.compile(r"[^\w\s]+$")
# Characters to be searched in one document. The largest council publication needs 15 million; searching 500 million
# takes 0.3 s.
_BUDGET = 500_000_000


def squashed(text: str) -> str:
    """Return the letters and digits of a text, in lower case where that is as long."""
    return "".join(map(_lower, _WORD.findall(text)))


class Places:
    """The letters and digits of rows, each known by its place."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Read the rows once."""
        self.rows = rows
        self.starts: list[int] = []  # of each row in `text`
        self._words: list[tuple[int, int]] = []  # where each begins: in `text`, on its page
        self._budget = _BUDGET
        parts: list[str] = []
        length = 0
        for row in rows:
            self.starts.append(length)
            for found in _WORD.finditer(row.text):
                self._words.append((length, row.start + found.start()))
                parts.append(_lower(found.group()))
                length += found.end() - found.start()
        self.text = "".join(parts)

    def row_at(self, place: int) -> int:
        """Return which row holds a place in `text`."""
        return bisect_right(self.starts, place) - 1

    def bounds(self, row: int) -> tuple[int, int]:
        """Return where a row begins and ends in `text`."""
        return self.starts[row], self.starts[row + 1] if row + 1 < len(self.starts) else len(self.text)

    def before(self, place: int) -> str:
        """Return what stands before a place in its row, as written."""
        row = self.rows[self.row_at(place)]
        return row.text[: self._on_page(place) - row.start]

    def find(self, needle: str, start: int = 0, end: int | None = None) -> int:
        """Return the first place of squashed text; -1 where there is none, or too much was searched already."""
        end = len(self.text) if end is None else end
        if not needle or self._budget < 0:
            return -1
        found = self.text.find(needle, start, end)
        self._budget -= (end if found < 0 else found) - start + len(needle)
        return found

    def all_of(self, needle: str, most: int) -> Iterator[int]:
        """Yield the places of squashed text, at most so many."""
        place = -1
        for _ in range(most):
            place = self.find(needle, place + 1)
            if place < 0:
                return
            yield place

    def rows_in(self, text: str, start: int, end: int) -> list[int]:
        """Return the rows within [start, end) whose letters all stand in squashed text."""
        found = []
        for row in range(bisect_left(self.starts, start), len(self.rows)):
            first, last = self.bounds(row)
            if last > end or self._budget < 0:
                break
            self._budget -= len(text)
            if last > first and self.text[first:last] in text:
                found.append(row)
        return found

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return where the characters [start, end) of `text` stand, with the punctuation that they carry."""
        found = []
        for row in range(self.row_at(start), len(self.rows)):
            first, last = self.bounds(row)
            if first >= end:
                break
            if last > first:
                found.append(self._span(row, max(start, first), min(end, last)))
        return joined(found)

    def spans_of_rows(self, rows: Sequence[int]) -> tuple[Span, ...]:
        """Return where whole rows stand."""
        return joined([self.rows[row].span for row in rows])

    def _span(self, number: int, start: int, end: int) -> Span:
        row, (first, last) = self.rows[number], self.bounds(number)
        begin = row.start if start == first else self._on_page(start)
        stop = row.end if end == last else self._on_page(end - 1) + 1
        if start != first and (carried := _OPENING.search(row.text, 0, begin - row.start)):
            begin -= len(carried.group())
        if end != last and (carried := _CLOSING.match(row.text, stop - row.start)):
            stop += len(carried.group())
        return Span(row.page, begin, stop)

    def _on_page(self, place: int) -> int:
        start, on_page = self._words[bisect_right(self._words, (place, 1 << 60)) - 1]
        return on_page + place - start


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap or have only a line break between them as one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.page, each.start, each.end)):
        last = found[-1] if found else None
        if last and last.page == span.page and span.start <= last.end + 1:
            found[-1] = Span(last.page, last.start, max(last.end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _lower(word: str) -> str:
    low = word.lower()
    return low if len(low) == len(word) else word
