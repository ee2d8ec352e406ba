"""Markdown: headings, paragraphs, lists and tables, set in type as a reading copy.

Follows no link and shows no picture; HTML inside it is left out.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.cleaning import flat
from ingest.encoding import decode, is_binary
from ingest.types import Extraction, Role
from ingest.typeset import CELL, Paragraph, typeset
from search.types import Outcome

EXTENSIONS = (".md", ".markdown")

BINARY = "Dit is geen tekst, maar een ander soort bestand onder de naam .md. Geef het zijn eigen extensie terug."
EMPTY = "Het bestand is leeg. Controleer of het juiste bestand bewaard is."

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_TITLE = re.compile(r"^(?:title|titel)\s*:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)


def extract(path: Path, data: bytes) -> Extraction:
    """Read a Markdown text from its bytes; `path` only names it."""
    if is_binary(data):
        return Extraction(Outcome.UNSUPPORTED, message=BINARY)
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    named = _FRONT_TITLE.search(front.group(1)) if front else None
    tokens = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").parse(text[front.end() :] if front else text)
    blocks = list(_blocks(tokens))
    if not blocks:
        return Extraction(Outcome.EMPTY, message=EMPTY)
    pages, rendition = typeset(blocks, path.name)
    heading = next((block.text for block in blocks if block.role is Role.HEADING and block.level == 1), "")
    return Extraction(Outcome.OK, pages, flat(named.group(1)) if named else heading, rendition=rendition)


def _blocks(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    level, items = 0, 0
    numbers: list[int | None] = []
    label = ""
    cells: list[str] | None = None
    for token in tokens:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            numbers.append(int(token.attrGet("start") or 1) if kind.startswith("ordered") else None)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif kind == "list_item_open":
            items += 1
            label = "" if numbers[-1] is None else f"{numbers[-1]}. "
            numbers[-1] = None if numbers[-1] is None else numbers[-1] + 1
        elif kind == "list_item_close":
            items -= 1
        elif kind in ("heading_open", "heading_close"):
            level = int(token.tag[1]) if kind.endswith("open") else 0
        elif kind == "tr_open":
            cells = []
        elif kind == "tr_close":
            if cells and (row := CELL.join(filter(None, cells))):
                yield Paragraph(row, Role.TABLE)
            cells = None
        elif kind == "inline" and cells is not None:
            cells.append(flat(" ".join(_lines(token))))
        elif kind in ("inline", "fence", "code_block"):
            role = Role.HEADING if level else Role.LIST if items else Role.TEXT
            rows = _lines(token) if kind == "inline" else token.content.split("\n")
            for row in rows if not level else [" ".join(rows)]:
                if shown := flat(label + row) if row.strip() else "":
                    label = ""
                    yield Paragraph(shown, role, level)


def _lines(token: Token) -> list[str]:
    """Return the visible text of an inline token; a hard break ends a line, a soft one is a space."""
    text = ""
    for part in token.children or ():
        if part.type in ("text", "code_inline"):
            text += part.content
        elif part.type == "softbreak":
            text += " "
        elif part.type == "hardbreak":
            text += "\n"
    return text.split("\n")
