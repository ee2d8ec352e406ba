"""One page of a PDF as pdfium reads it: cleaned text, printed lines, and where each word stands.

Opens no file and knows nothing of documents. Speed decides the form: two library calls per word instead of one
per character (measured 2026-11-23 on the council files, see docs of ingest.formats.pdf).
"""

import ctypes
import re
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium

from ingest.cleaning import clean, junction
from ingest.types import Line, ReadPage
from search.types import Box, Page, Word

MOST_CHARACTERS = 400_000
"""Of one page; the longest council page has 9,000. More is read no further."""

_TOKEN = re.compile(r"\x02|[\r\n]+|[^\s\x02]+")
_HYPHEN = "\x02"  # pdfium's sign for a hyphen at a line end
_BOLD_NAME = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # PDF 32000-1, table 123
_FILL_AND_STROKE = 2  # how Word prints a bold that the font lacks

Handle: TypeAlias = Any
"""An open page, or its text, of pdfium: ctypes pointers, which have no types of their own here."""

Edges: TypeAlias = tuple[float, float, float, float]


@dataclass(slots=True)
class _Token:
    """A printed run of characters between two spaces; first and last are pdfium's character numbers."""

    text: str
    first: int
    last: int
    edges: Edges = (0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class _Printed:
    """A printed line. `divided`: a hyphen at the end of the line before belongs to its first word."""

    tokens: list[_Token]
    divided: bool = False


@dataclass(slots=True)
class _Composed:
    """The text under construction."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    words: list[Word] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def add(self, text: str, edges: Edges) -> None:
        """Append a word where the text ends now."""
        self.parts.append(text)
        start, self.length = self.length, self.length + len(text)
        self.words.append(Word(start, self.length, Box(*edges)))

    def put(self, text: str) -> None:
        """Append characters that stand nowhere on the page by themselves."""
        self.parts.append(text)
        self.length += len(text)


def read_page(page: Handle, number: int) -> ReadPage:
    """Read an open page (a pdfium handle); the page stays open."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return ReadPage(Page(number, "", width, height), ())
    try:
        printed = _printed_lines(text_page)
        _locate(page, text_page, printed)
        composed = _compose(text_page, _visible(printed))
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    text = "".join(composed.parts)
    return ReadPage(Page(number, text, width, height, tuple(composed.words)), tuple(composed.lines))


def _characters(text_page: Handle) -> str:
    """Return the page's characters, one per pdfium text index."""
    count = min(pdfium.FPDFText_CountChars(text_page), MOST_CHARACTERS)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 2))()  # a character may take two units
    units = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    return bytes(buffer)[: 2 * max(0, units - 1)].decode("utf-16-le", "replace")


def _printed_lines(text_page: Handle) -> list[_Printed]:
    raw = _characters(text_page)
    # Characters without a Unicode value have a number but no text: then the two must be mapped.
    is_same = pdfium.FPDFText_CountChars(text_page) == len(raw)
    printed, current, divided = [], _Printed([]), -1
    for found in _TOKEN.finditer(raw):
        piece, start, end = found.group(), found.start(), found.end()
        if piece == _HYPHEN:
            divided = end if current.tokens and current.tokens[-1].last >= 0 else -1
            printed.append(current)
            current = _Printed([])
        elif piece[0] in "\r\n":
            divided = end if divided == start else -1
            if current.tokens:
                printed.append(current)
                current = _Printed([])
        else:
            current.divided |= divided == start and not current.tokens
            first, last = start, end - 1
            if not is_same:
                first = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, first)
                last = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, last)
            if cleaned := clean(piece):
                current.tokens.append(_Token(cleaned, first, last))
    printed.append(current)
    return [line for line in printed if line.tokens]


def _locate(page: Handle, text_page: Handle, printed: list[_Printed]) -> None:
    """Give every token its edges as fractions of the page as shown: cropped and turned."""
    box, rect = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    wide, high = (box.right - box.left) or 1.0, (box.top - box.bottom) or 1.0
    turns, reference = pdfium.FPDFPage_GetRotation(page), ctypes.byref(rect)
    loose = pdfium.FPDFText_GetLooseCharBox
    for line in printed:
        for token in line.tokens:
            loose(text_page, token.first, reference)
            left, low, right, high_edge = rect.left, rect.bottom, rect.right, rect.top
            if token.last != token.first:
                loose(text_page, token.last, reference)
                left, right = min(left, rect.left), max(right, rect.right)
                low, high_edge = min(low, rect.bottom), max(high_edge, rect.top)
            if high_edge - low <= 0.01:  # a font without ascent and descent
                left, low, right, high_edge = _tight(text_page, token)
            token.edges = _turned(
                (left - box.left) / wide,
                (low - box.bottom) / high,
                (right - box.left) / wide,
                (high_edge - box.bottom) / high,
                turns,
            )


def _tight(text_page: Handle, token: _Token) -> Edges:
    """Return the union of the drawn shapes, in page coordinates: left, bottom, right, top."""
    values = [ctypes.c_double() for _ in range(4)]
    edges: list[Edges] = []
    for index in {token.first, token.last}:
        pdfium.FPDFText_GetCharBox(text_page, index, *(ctypes.byref(value) for value in values))
        left, right, low, top = (value.value for value in values)
        edges.append((left, low, right, top))
    lefts, lows, rights, tops = zip(*edges, strict=True)
    return min(lefts), min(lows), max(rights), max(tops)


def _turned(left: float, low: float, right: float, top: float, turns: int) -> Edges:
    """Turn fractions from the bottom left by quarters, clockwise, into left, top, right, bottom as shown."""
    if turns == 0:
        return left, 1 - top, right, 1 - low
    if turns == 1:
        return low, left, top, right
    if turns == 2:
        return 1 - right, low, 1 - left, top
    return 1 - top, 1 - right, 1 - low, 1 - left


def _visible(printed: list[_Printed]) -> list[_Printed]:
    """Leave out words that stand wholly beside the page, unless that would leave nothing; cut the rest to the page."""
    for keep_all in (False, True):
        shown = []
        for line in printed:
            tokens = [token for token in line.tokens if keep_all or _is_on_page(token.edges)]
            if tokens:
                shown.append(_Printed(tokens, line.divided and tokens[0] is line.tokens[0]))
        if shown:
            break
    for line in shown:
        for token in line.tokens:
            left, top, right, bottom = (min(1.0, max(0.0, edge)) for edge in token.edges)
            token.edges = left, top, max(left, right), max(top, bottom)
    return shown


def _is_on_page(edges: Edges) -> bool:
    left, top, right, bottom = edges
    return left < 1.0 and right > 0.0 and top < 1.0 and bottom > 0.0


def _compose(text_page: Handle, printed: list[_Printed]) -> _Composed:
    composed = _Composed()
    for line in printed:
        tokens = line.tokens
        if line.divided and composed.words and _is_joined(composed, tokens[0]):
            tokens = tokens[1:]
        if tokens:
            if composed.lines:
                composed.put("\n")
            start = composed.length
            for number, token in enumerate(tokens):
                if number:
                    composed.put(" ")
                composed.add(token.text, token.edges)
            composed.lines.append(_line(text_page, line, start, composed.length))
    return composed


def _is_joined(composed: _Composed, token: _Token) -> bool:
    """Put the first word of a line behind the divided word before it, if they are one; tell whether they are."""
    left = composed.parts[-1]
    how = junction(left, token.text)
    composed.put(how.replace(" ", "-"))
    if how != " ":
        composed.add(token.text, token.edges)
    composed.lines[-1] = replace(composed.lines[-1], end=composed.length)
    return how != " "


def _line(text_page: Handle, line: _Printed, start: int, end: int) -> Line:
    lefts, tops, rights, bottoms = zip(*(token.edges for token in line.tokens), strict=True)
    sample = next((token for token in line.tokens if token.text[0].isalpha()), line.tokens[0])
    return Line(
        start,
        end,
        size=_size(text_page, sample.first),
        bold=_is_bold(text_page, sample.first),
        left=min(lefts),
        top=min(tops),
        right=max(rights),
        bottom=max(bottoms),
    )


def _size(text_page: Handle, index: int) -> float:
    """Return the printed size: programs write "1 pt" and scale it by the matrix."""
    matrix = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(text_page, index))
    if pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix)):
        size *= (float(matrix.c) ** 2 + float(matrix.d) ** 2) ** 0.5
    return round(size, 1)


def _is_bold(text_page: Handle, index: int) -> bool:
    flags, name = ctypes.c_int(), ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text_page, index, name, 128, ctypes.byref(flags))
    if _BOLD_NAME.search(name.value) or flags.value & _FORCE_BOLD:
        return True
    item = pdfium.FPDFText_GetTextObject(text_page, index)
    return bool(item) and pdfium.FPDFTextObj_GetTextRenderMode(item) == _FILL_AND_STROKE
