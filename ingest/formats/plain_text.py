"""Plain text: paragraphs by blank lines, set in type as a reading copy.

Guesses no structure beyond a heading that stands alone in capitals or underlined.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from ingest.cleaning import flat
from ingest.encoding import decode, is_binary
from ingest.types import Extraction, Role
from ingest.typeset import Paragraph, typeset
from search.types import Outcome

EXTENSIONS = (".txt", ".text", ".asc")

BINARY = "Dit is geen tekst, maar een ander soort bestand onder de naam .txt. Geef het zijn eigen extensie terug."
EMPTY = "Het bestand is leeg. Controleer of het juiste bestand bewaard is."

_UNDERLINE = re.compile(r"\s*([=\-_~*])\1{2,}\s*")
_ITEM = re.compile(r"\s*(?:[-*•–▪o]|\d{1,3}[.)]|[a-z][.)])\s+\S")
_LONGEST_HEADING = 90
_WRAPPED = 45  # characters; lines of a paragraph that was broken by hand are at least this long but for the last


def extract(path: Path, data: bytes) -> Extraction:
    """Read a text from its bytes; `path` only names it."""
    if is_binary(data):
        return Extraction(Outcome.UNSUPPORTED, message=BINARY)
    blocks = list(_blocks(decode(data).replace("\r\n", "\n").replace("\r", "\n")))
    if not any(block.text for block in blocks):
        return Extraction(Outcome.EMPTY, message=EMPTY)
    pages, rendition = typeset(blocks, path.name)
    return Extraction(Outcome.OK, pages, rendition=rendition)


def _blocks(text: str) -> Iterator[Paragraph]:
    for number, page in enumerate(text.rstrip("\f \n").split("\f")):
        if number:
            yield Paragraph("", starts_page=True)
        for group in re.split(r"\n[ \t]*\n", page):
            rows = [row for row in group.split("\n") if row.strip()]
            yield from _paragraphs(rows)


def _paragraphs(rows: list[str]) -> Iterator[Paragraph]:
    """Yield one group of lines between blank lines: a heading with what follows, items, or a broken paragraph."""
    if len(rows) > 1 and _UNDERLINE.fullmatch(rows[1]):
        yield Paragraph(flat(rows[0]), Role.HEADING, 1 if "=" in rows[1] else 2)
        rows = rows[2:]
    elif len(rows) == 1 and _is_shouted(rows[0]):
        yield Paragraph(flat(rows[0]), Role.HEADING, 1)
        return
    part: list[str] = []
    for row in rows:
        is_item = bool(_ITEM.match(row))
        if part and (is_item or len(part[-1].rstrip()) < _WRAPPED):
            yield _joined(part)
            part = []
        if not _UNDERLINE.fullmatch(row):
            part.append(row)
    if part:
        yield _joined(part)


def _joined(rows: list[str]) -> Paragraph:
    return Paragraph(flat(" ".join(rows)), Role.LIST if _ITEM.match(rows[0]) else Role.TEXT)


def _is_shouted(row: str) -> bool:
    letters = [sign for sign in row if sign.isalpha()]
    return len(row.strip()) <= _LONGEST_HEADING and len(letters) > 3 and row.upper() == row
