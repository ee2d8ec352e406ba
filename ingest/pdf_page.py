"""What pdfium reads of one page of a PDF: printed lines of cleaned words, and where each word stands.

Opens no file and knows nothing of documents. Speed decides the form: two library calls per word instead of one
per character (7 ms a page of 425 words, of which pdfium 1.6; 2026-11-23, the council files).
"""

import ctypes
import re
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium

from ingest.cleaning import clean
from ingest.pdf_lines import Edges, Gathered, Printed, Token

MOST_CHARACTERS = 400_000
"""Of one page; the longest council page has 9,000. More is read no further."""

_LONGEST_SIDE = 100_000.0  # points
_LARGEST_TYPE = 2_000.0  # points

_TOKEN = re.compile("[\x02\ufffe]|[\r\n]+|[^\\s\x02\ufffe]+")
_HYPHENS = "\x02\ufffe"  # pdfium's signs for a hyphen at a line end, which it joins: by its two ways of asking
_OWN_HYPHEN = re.compile(r"(?:[^\W\d]\xad|\d-)$")  # what it does not join: soft hyphens, and "2024-" above "2025"
_BOLD_NAME = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # PDF 32000-1, table 123
_FILL_AND_STROKE = 2  # how Word prints a bold that the font lacks

Handle: TypeAlias = Any
"""An open page, or its text, of pdfium: ctypes pointers, which have no types of their own here."""


def gather(page: Handle, number: int) -> Gathered:
    """Take what is needed from an open page; the page stays open."""
    width, height = _sides(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return Gathered(number, width, height)
    try:
        printed = _printed_lines(text_page)
        _locate(page, text_page, printed)
        shown = _visible(printed)
        for line in shown:
            sample = next((token for token in line.tokens if token.text[0].isalpha()), line.tokens[0])
            line.size, line.bold = _size(text_page, sample.first), _is_bold(text_page, sample.first)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return Gathered(number, width, height, tuple(shown))


def _sides(page: Handle) -> tuple[float, float]:
    """Return width and height in points, of A4 where the file says something impossible (0, or 2^31)."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if 0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE:
        return width, height
    return 595.0, 842.0


def _characters(text_page: Handle) -> str:
    """Return the page's characters, one per pdfium text index."""
    count = min(pdfium.FPDFText_CountChars(text_page), MOST_CHARACTERS)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 2))()  # a character may take two units
    units = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    return bytes(buffer)[: 2 * max(0, units - 1)].decode("utf-16-le", "replace")


def _printed_lines(text_page: Handle) -> list[Printed]:
    raw = _characters(text_page)
    # Characters without a Unicode value have a number but no text: then the two must be mapped.
    is_same = pdfium.FPDFText_CountChars(text_page) == len(raw)
    printed, current, divided = [], Printed([]), -1
    for found in _TOKEN.finditer(raw):
        piece, start, end = found.group(), found.start(), found.end()
        if piece in _HYPHENS:
            divided = end if current.tokens and current.tokens[-1].last >= 0 else -1
            printed.append(current)
            current = Printed([])
        elif piece[0] in "\r\n":
            divided = end if divided == start else -1
            if current.tokens:
                if _is_divided(raw, start, end):
                    divided = end
                    current.tokens[-1].text = current.tokens[-1].text.removesuffix("-")
                printed.append(current)
                current = Printed([])
        else:
            current.divided |= divided == start and not current.tokens
            first, last = start, end - 1
            if not is_same:
                first = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, first)
                last = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, last)
            if cleaned := clean(piece):
                current.tokens.append(Token(cleaned, first, last))
    printed.append(current)
    return [line for line in printed if line.tokens]


def _is_divided(raw: str, start: int, end: int) -> bool:
    """Tell whether the line break [start, end) divides a word or a period that pdfium left in two."""
    found = _OWN_HYPHEN.search(raw[max(0, start - 2) : start])
    if not found or start < 3 or not raw[start - 3].isalnum():
        return False
    after = raw[end : end + 1]
    return after.isdigit() if found.group().endswith("-") else after.islower()


def _locate(page: Handle, text_page: Handle, printed: list[Printed]) -> None:
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


def _tight(text_page: Handle, token: Token) -> Edges:
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


def _visible(printed: list[Printed]) -> list[Printed]:
    """Leave out words that stand wholly beside the page, unless that would leave nothing; cut the rest to the page."""
    for keep_all in (False, True):
        shown = []
        for line in printed:
            tokens = [token for token in line.tokens if keep_all or _is_on_page(token.edges)]
            if tokens:
                shown.append(Printed(tokens, line.divided and tokens[0] is line.tokens[0]))
        if shown:
            break
    for line in shown:
        for token in line.tokens:
            left, top, right, bottom = token.edges
            if not (left >= 0.0 <= top and left <= right <= 1.0 and top <= bottom <= 1.0):
                left, top, right, bottom = (min(1.0, max(0.0, edge)) for edge in token.edges)
                token.edges = left, top, max(left, right), max(top, bottom)
    return shown


def _is_on_page(edges: Edges) -> bool:
    left, top, right, bottom = edges
    return left < 1.0 and right > 0.0 and top < 1.0 and bottom > 0.0


def _size(text_page: Handle, index: int) -> float:
    """Return the printed size: programs write "1 pt" and scale it by the matrix."""
    matrix = pdfium.FS_MATRIX()
    size = abs(float(pdfium.FPDFText_GetFontSize(text_page, index)))  # turned text has a negative one
    if pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix)):
        size *= (float(matrix.c) ** 2 + float(matrix.d) ** 2) ** 0.5
    return round(size, 1) if size < _LARGEST_TYPE else 0.0  # also of not-a-number


def _is_bold(text_page: Handle, index: int) -> bool:
    flags, name = ctypes.c_int(), ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text_page, index, name, 128, ctypes.byref(flags))
    if _BOLD_NAME.search(name.value) or flags.value & _FORCE_BOLD:
        return True
    item = pdfium.FPDFText_GetTextObject(text_page, index)
    return bool(item) and pdfium.FPDFTextObj_GetTextRenderMode(item) == _FILL_AND_STROKE
