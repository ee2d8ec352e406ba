"""The lines of all pages in one list, each with its text: what the other files here work on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from ingest.types import Extraction, Role
from search.types import Span


@dataclass(frozen=True, slots=True)
class Row:
    """The characters [start, end) of a page: one line, or what is left of it, without surrounding white space."""

    page: int
    start: int
    end: int
    text: str
    role: Role = Role.TEXT
    level: int = 0
    size: float = 0.0
    bold: bool = False
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    is_printed: bool = False  # a printed line, wrapped by the page, rather than a paragraph of a flowing format
    is_remainder: bool = False  # what stood before it on the line, or just above, was cut out of the same sentence

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.page, self.start, self.end)


def rows_of(extraction: Extraction) -> list[Row]:
    """Every line that has text, in reading order; what the format itself calls furniture included."""
    rows: list[Row] = []
    # A format without page images was set in type by us, a paragraph a line; sizes without that are a printer's.
    is_flowing = bool(extraction.rendition)
    for read in extraction.pages:
        text = read.page.text
        for line in read.lines:
            raw = text[line.start : line.end]
            stripped = raw.strip()
            if not stripped:
                continue
            start = line.start + len(raw) - len(raw.lstrip())
            rows.append(
                Row(read.page.number, start, start + len(stripped), stripped, line.role, line.level, line.size,
                    line.bold, line.left, line.top, line.right, line.bottom, line.size > 0 and not is_flowing)
            )  # fmt: skip
    return rows


def cut(row: Row, start: int, end: int) -> list[Row]:
    """What is left of a row when the characters [start, end) of its text go."""
    left = row.text[:start].rstrip(" ,;(")
    right = row.text[end:].lstrip(" ,;)")
    kept: list[Row] = []
    if left:
        kept.append(replace(row, end=row.start + len(left), text=left))
    if right:
        begin = row.end - len(right)
        kept.append(replace(row, start=begin, text=right, is_remainder=True))
    return kept


def body_size(rows: Sequence[Row]) -> float:
    """The size of the running text, in points; 0 where sizes are unknown."""
    sizes = [row.size for row in rows if row.size >= 3 and len(row.text) > 40] or [r.size for r in rows if r.size]
    return median(sizes) if sizes else 0.0


def bold_share(rows: Sequence[Row]) -> float:
    """Which part of the long lines is bold, in [0, 1]."""
    long = [row for row in rows if len(row.text) > 40]
    return sum(row.bold for row in long) / len(long) if long else 0.0


def right_margin(rows: Sequence[Row]) -> float:
    """Where full lines end, as a fraction of the page's width; 0 where unknown."""
    rights = sorted(row.right for row in rows if row.is_printed)
    return rights[int(len(rights) * 0.95)] if rights else 0.0
