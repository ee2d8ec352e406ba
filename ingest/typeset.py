"""Gives text without pages of its own a place to point at: A4 pages, a PDF of them, and where each word stands.

No layout of the original is imitated: it is a reading copy. Same blocks, same bytes.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

from ingest.typeface import BOLD, PLAIN, drawable, register, width
from ingest.types import Line, ReadPage, Role
from search.types import Box, Page, Word

MOST_CHARACTERS = 3_000_000  # some 1,000 pages, 8 s of typesetting
_WIDTH, _HEIGHT = 595.28, 841.89  # A4 in points
_SIDE, _TOP, _BOTTOM = 62.0, 56.0, 64.0
_TALLEST = 4 * _HEIGHT  # of a page that stands for a page of the source
_SIZES = {Role.FURNITURE: 7.5, Role.TABLE: 9.0}
_HEADING_SIZES = {1: 15.0, 2: 13.0, 3: 11.5}
_LEADING = 1.4
_INDENT = 16.0
_MOST_COLUMNS = 6
_BULLET = re.compile(r"[•\-–—*▪]|\(?(\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)°]")
CELL = " | "


class TooLong(ValueError):
    """The text is longer than MOST_CHARACTERS."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a format hands over: text on one line; the cells of a table row are divided by CELL."""

    text: str
    role: Role = Role.TEXT
    level: int = 0
    starts_page: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters [start, end) of a paragraph, placed in a row at `left` points."""

    start: int
    end: int
    left: float
    right: float


@dataclass(slots=True)
class _Sheet:
    """A page under construction, in points from its top left corner."""

    y: float = _TOP
    height: float = _HEIGHT
    parts: list[str] = field(default_factory=list)
    length: int = 0
    words: list[tuple[int, int, float, float, float, float]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    strings: list[tuple[float, float, str, str, float, bool]] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)


def typeset(blocks: Sequence[Paragraph], title: str) -> tuple[tuple[ReadPage, ...], bytes]:
    """Set the blocks in type, one Line for each, in order.

    Where the source has pages of its own (`starts_page`), each becomes one page of whatever height it needs, so
    that the numbers are the source's; but if one of them would be taller than four A4 pages, the source did not
    record its page breaks, and A4 pages are filled instead.

    Args:
        blocks: Paragraphs; empty ones are left out.
        title: Name of the file, for the foot of every page.

    Returns:
        The pages and a PDF that shows them.

    Raises:
        TooLong: The blocks hold more than MOST_CHARACTERS.
    """
    if sum(len(block.text) for block in blocks) > MOST_CHARACTERS:
        raise TooLong
    register()
    sheets = _flowed(blocks, is_tall=any(block.starts_page for block in blocks))
    if any(sheet.height > _TALLEST for sheet in sheets):
        sheets = _flowed(blocks, is_tall=False)
    pages = tuple(_read(number, sheet) for number, sheet in enumerate(sheets, start=1))
    return pages, _drawn(sheets, title)


def _flowed(blocks: Sequence[Paragraph], is_tall: bool) -> list[_Sheet]:
    sheets = [_Sheet()]
    for block in blocks:
        if not block.text.strip():
            if block.starts_page:
                sheets.append(_Sheet())
            continue
        sheet = sheets[-1]
        if block.starts_page:
            sheets.append(sheet := _Sheet())
        sheet.y += _space_before(block) if sheet.parts else 0.0
        for rows, has_rule in _portions(block):
            need = len(rows) * _leading(block) + (2 * _leading(block) if block.role is Role.HEADING else 0)
            if not is_tall and sheet.parts and sheet.y + need > _HEIGHT - _BOTTOM:
                sheets.append(sheet := _Sheet())
            _place(sheet, block, rows, has_rule)
    return sheets


def _size(block: Paragraph) -> float:
    if block.role is Role.HEADING:
        return _HEADING_SIZES.get(block.level, 10.5)
    return _SIZES.get(block.role, 10.0)


def _font(block: Paragraph) -> str:
    return BOLD if block.bold or block.role is Role.HEADING else PLAIN


def _leading(block: Paragraph) -> float:
    return _size(block) * _LEADING


def _space_before(block: Paragraph) -> float:
    if block.role is Role.HEADING:
        return 10.0
    return 2.0 if block.role in (Role.TABLE, Role.LIST, Role.FURNITURE) else 6.0


def _portions(block: Paragraph) -> Iterator[tuple[list[list[_Piece]], bool]]:
    """Yield the rows of a block, at most a page at a time; and whether a rule follows."""
    full = int((_HEIGHT - _TOP - _BOTTOM) / _leading(block)) - 3
    rows = _columns(block) if block.role is Role.TABLE else None
    if rows is None or len(rows) > full:
        indent = _INDENT if block.role is Role.LIST else 0.0
        rows = _broken(block, 0, len(block.text), _SIDE + indent, _WIDTH - _SIDE)
    for first in range(0, len(rows), full):
        yield rows[first : first + full], block.role is Role.TABLE and first + full >= len(rows)


def _columns(block: Paragraph) -> list[list[_Piece]] | None:
    """Set the cells of a table row beside each other; None where there are too many for it."""
    cells = block.text.split(CELL)
    if not 2 <= len(cells) <= _MOST_COLUMNS:
        return None
    wide = (_WIDTH - 2 * _SIDE) / len(cells)
    rows: list[list[_Piece]] = []
    start = 0
    for number, cell in enumerate(cells):
        left = _SIDE + number * wide
        for row, pieces in enumerate(_broken(block, start, start + len(cell), left, left + wide - 8)):
            if row == len(rows):
                rows.append([])
            rows[row].extend(pieces)
        start += len(cell) + len(CELL)
    return rows


def _broken(block: Paragraph, start: int, end: int, left: float, right: float) -> list[list[_Piece]]:
    """Break characters [start, end) into rows, first fit; a word wider than the row is cut."""
    font, size = _font(block), _size(block)
    space = width(" ", font) * size
    rows: list[list[_Piece]] = [[]]
    x = left
    for found in re.compile(r"\S+").finditer(block.text, start, end):
        for first, last, wide in _cut(block.text, found.start(), found.end(), font, size, right - left):
            if rows[-1] and x + wide > right:
                rows.append([])
                x = left
            rows[-1].append(_Piece(first, last, x, x + wide))
            x += wide + space
    return rows


def _cut(text: str, start: int, end: int, font: str, size: float, room: float) -> Iterator[tuple[int, int, float]]:
    wide = width(text[start:end], font) * size if end - start < 200 else room + 1
    if wide <= room:
        yield start, end, wide
        return
    most = max(1, int(room / (size * 1.0)))  # no letter of Vera is wider than its size
    for first in range(start, end, most):
        last = min(end, first + most)
        yield first, last, width(text[first:last], font) * size


def _place(sheet: _Sheet, block: Paragraph, rows: list[list[_Piece]], has_rule: bool) -> None:
    pieces = [piece for row in rows for piece in row]
    first, last = min(piece.start for piece in pieces), max(piece.end for piece in pieces)
    if sheet.parts:
        sheet.parts.append("\n")
        sheet.length += 1
    start, font, size, top = sheet.length, _font(block), _size(block), sheet.y
    sheet.parts.append(block.text[first:last])
    sheet.length += last - first
    if block.role is Role.LIST and first == 0 and not _BULLET.match(block.text):
        sheet.strings.append((_SIDE + 4, top + size, "•", PLAIN, size, False))
    words = []
    for row in rows:
        words += [(p.start - first + start, p.end - first + start, p.left, sheet.y, p.right) for p in row]
        for left, first_sign, last_sign in _runs(row, 1.5 * width(" ", font) * size):
            text = drawable(block.text[first_sign:last_sign], font)
            sheet.strings.append((left, sheet.y + size, text, font, size, block.role is Role.FURNITURE))
        sheet.y += _leading(block)
    sheet.words += [(s, e, left, y, right, y + 1.25 * size) for s, e, left, y, right in sorted(words)]
    lefts, rights = min(p.left for p in pieces), max(p.right for p in pieces)
    sheet.lines.append(
        Line(start, sheet.length, block.role, block.level, size, font == BOLD, lefts, top, rights, sheet.y)
    )
    if has_rule:
        sheet.rules.append(sheet.y + 1)
        sheet.y += 3
    sheet.height = max(sheet.height, sheet.y + _BOTTOM)


def _runs(row: list[_Piece], gap: float) -> Iterator[tuple[float, int, int]]:
    """Yield left edge, start and end of what a row draws in one go: words that stand a space apart."""
    begin = 0
    for number in range(1, len(row) + 1):
        if number == len(row) or not 0 < row[number].left - row[number - 1].right < gap:
            yield row[begin].left, row[begin].start, row[number - 1].end
            begin = number


def _read(number: int, sheet: _Sheet) -> ReadPage:
    """Turn points into fractions, now that the height is known."""
    high = sheet.height
    words = tuple(
        Word(start, end, Box(left / _WIDTH, top / high, min(1.0, right / _WIDTH), bottom / high))
        for start, end, left, top, right, bottom in sheet.words
    )
    lines = tuple(
        Line(
            line.start,
            line.end,
            line.role,
            line.level,
            line.size,
            line.bold,
            line.left / _WIDTH,
            line.top / high,
            min(1.0, line.right / _WIDTH),
            line.bottom / high,
        )
        for line in sheet.lines
    )
    return ReadPage(Page(number, "".join(sheet.parts), _WIDTH, high, words), lines)


def _drawn(sheets: Sequence[_Sheet], title: str) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    for number, sheet in enumerate(sheets, start=1):
        canvas.setPageSize((_WIDTH, sheet.height))
        _draw(canvas, sheet, f"Leesversie van {title}", f"{number} / {len(sheets)}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw(canvas: Canvas, sheet: _Sheet, foot: str, number: str) -> None:
    text = canvas.beginText()
    state: tuple[str, float, bool] | None = None
    for left, baseline, string, font, size, is_pale in sheet.strings:
        if state != (font, size, is_pale):
            text.setFont(font, size)
            text.setFillGray(0.45 if is_pale else 0.0)
            state = font, size, is_pale
        text.setTextOrigin(round(left, 2), round(sheet.height - baseline, 2))
        text.textOut(string)
    canvas.drawText(text)
    canvas.setStrokeGray(0.8)
    canvas.setLineWidth(0.4)
    for y in sheet.rules:
        canvas.line(_SIDE, sheet.height - y, _WIDTH - _SIDE, sheet.height - y)
    canvas.setFillGray(0.5)
    canvas.setFont(PLAIN, 7)
    canvas.drawString(_SIDE, 30, drawable(foot[:110], PLAIN))
    canvas.drawRightString(_WIDTH - _SIDE, 30, number)
