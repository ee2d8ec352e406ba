"""Markdown: headings, paragraphs, lists and tables, set in type as a reading copy.

Follows no link and shows no picture; HTML inside it is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class _Place:
    """Where in the text the next token stands."""

    level: int = 0  # of the heading around it
    numbers: list[int | None] = field(default_factory=list)  # of the lists around it; None for bullets
    items: int = 0
    label: str = ""
    cells: list[str] | None = None

    def move(self, kind: str, token: Token) -> None:
        """Go past a token that opens or closes something."""
        if kind in ("bullet_list_open", "ordered_list_open"):
            self.numbers.append(int(token.attrGet("start") or 1) if kind.startswith("ordered") else None)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.numbers.pop()
        elif kind == "list_item_open":
            self.items += 1
            number = self.numbers[-1]
            self.label = "" if number is None else f"{number}. "
            self.numbers[-1] = None if number is None else number + 1
        elif kind == "list_item_close":
            self.items -= 1
        elif kind in ("heading_open", "heading_close"):
            self.level = int(token.tag[1]) if kind.endswith("open") else 0

    @property
    def role(self) -> Role:
        if self.level:
            return Role.HEADING
        return Role.LIST if self.items else Role.TEXT


def _blocks(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    place = _Place()
    for token in tokens:
        kind = token.type
        if kind == "tr_open":
            place.cells = []
        elif kind == "tr_close":
            if row := CELL.join(filter(None, place.cells or ())):
                yield Paragraph(row, Role.TABLE)
            place.cells = None
        elif kind == "inline" and place.cells is not None:
            place.cells.append(flat(" ".join(_lines(token))))
        elif kind in ("inline", "fence", "code_block"):
            rows = _lines(token) if kind == "inline" else token.content.split("\n")
            for row in [" ".join(rows)] if place.level else rows:
                if row.strip():
                    yield Paragraph(flat(place.label + row), place.role, place.level)
                    place.label = ""
        else:
            place.move(kind, token)


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
