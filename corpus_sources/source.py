"""Reads one source of the sample corpus: front matter between --- lines, then Markdown as plain blocks."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml  # type: ignore[import-untyped, unused-ignore]
from markdown_it import MarkdownIt
from markdown_it.token import Token

FICTITIOUS = "Fictief voorbeeld - geen echt document"
STYLES = frozenset(
    {"verslag", "notulen", "notulen-oud", "besluitenlijst", "agenda", "uittreksel", "standpunt", "nota"}
    | {"raamovereenkomst", "toetreding", "overeenkomst", "addendum"}
)
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
          "oktober", "november", "december")  # fmt: skip
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

Kind = Literal["heading", "paragraph", "bullets", "numbers", "table", "box"]
_FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_NUMBERED = re.compile(r"^(\d+[a-z]?)\.\s+(.*)$", re.DOTALL)
_NEW_LINE_STARTS = re.compile(r"^(Stemming:|Art(ikel|\.)\s*\d)")


class SourceError(ValueError):
    """A source file that cannot be built; the message names the file and what to change."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one weight and slope."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list, table or box; list items are rows of one cell."""

    kind: Kind
    runs: Runs = ()
    level: int = 0
    rows: tuple[tuple[Runs, ...], ...] = ()

    @property
    def text(self) -> str:
        """The block's own text without weight or slope."""
        return plain(self.runs)


@dataclass(frozen=True)
class Item:
    """An agenda item: its number (may be empty), its title and what stands below."""

    number: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Source:
    """A document of the sample corpus, before it is rendered."""

    origin: Path
    file: str
    style: str
    municipality: str
    body: str
    date: dt.date
    title: str
    dossiers: tuple[str, ...]
    look: int
    scan: bool
    blocks: tuple[Block, ...]

    @property
    def suffix(self) -> str:
        """The ending of the document, which decides its format."""
        return Path(self.file).suffix.lower()

    @property
    def heading(self) -> str:
        """The title shown at the top of the document: its own level-1 heading, else the title."""
        return next((b.text for b in self.blocks if b.kind == "heading" and b.level == 1), self.title)

    @property
    def owner(self) -> str:
        """Who publishes the document, in the words of a letterhead."""
        if not self.municipality:
            return self.body
        kind = "Stad" if self.municipality in {"Brugge", "Blankenberge", "Torhout", "Damme"} else "Gemeente"
        return f"{kind} {self.municipality}"

    @property
    def preamble(self) -> tuple[Block, ...]:
        """What stands before the first agenda item, without the level-1 heading."""
        return tuple(_before_items(self.blocks))

    @property
    def items(self) -> tuple[Item, ...]:
        """The agenda items, in order: every level-2 heading with what stands below it."""
        return tuple(_items(self.blocks))

    def long_date(self, weekday: bool = False) -> str:
        """The date written out in Dutch."""
        day = f"{DAYS[self.date.weekday()]} " if weekday else ""
        return f"{day}{self.date.day} {MONTHS[self.date.month - 1]} {self.date.year}"


def plain(runs: Runs) -> str:
    """The text of runs without weight or slope."""
    return "".join(run.text for run in runs)


def starts_bold(block: Block) -> bool:
    """Whether a paragraph opens in bold, as `**Artikel 1.**` does."""
    return block.kind == "paragraph" and bool(block.runs) and block.runs[0].bold


def read(path: Path) -> Source:
    """Read one source file; raises SourceError with what to change."""
    match = _FRONT.match(path.read_text(encoding="utf-8").replace("\r\n", "\n"))
    if not match:
        raise SourceError(f"{path}: no front matter between two lines with ---")
    try:
        front = yaml.safe_load(match[1])
    except yaml.YAMLError as error:
        raise SourceError(f"{path}: front matter is not YAML ({error})") from error
    if not isinstance(front, dict):
        raise SourceError(f"{path}: front matter is not a list of fields")
    return _source(path, front, match[2])


def _source(path: Path, front: dict[str, object], body: str) -> Source:
    words = {key: str(value).strip() if value is not None else "" for key, value in front.items()}
    missing = [key for key in ("file", "style", "body", "date", "title") if not words.get(key)]
    if missing:
        raise SourceError(f"{path}: missing in front matter: {', '.join(missing)}")
    if words["style"] not in STYLES:
        raise SourceError(f"{path}: unknown style {words['style']!r}")
    if Path(words["file"]).suffix not in {".pdf", ".docx", ".html"} or ".." in words["file"]:
        raise SourceError(f"{path}: file must end in .pdf, .docx or .html and lie under corpus/")
    try:
        date = dt.date.fromisoformat(words["date"])
    except ValueError as error:
        raise SourceError(f"{path}: date must be written 2016-05-23") from error
    return Source(
        origin=path,
        file=words["file"],
        style=words["style"],
        municipality=words.get("municipality", ""),
        body=words["body"],
        date=date,
        title=words["title"],
        dossiers=tuple(name.strip() for name in words.get("dossier", "").split(",") if name.strip()),
        look=min(max(int(words.get("look") or 1), 1), 5),
        scan=words.get("scan", "").lower() == "true",
        blocks=tuple(_blocks(MarkdownIt("commonmark").enable("table").parse(body))),
    )


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    position = 0
    while position < len(tokens):
        token = tokens[position]
        end = _closing(tokens, position)
        inside = tokens[position + 1 : end]
        if token.type == "heading_open":
            yield Block("heading", _lines(inside[0])[0], int(token.tag[1]))
        elif token.type == "paragraph_open":
            yield from (Block("paragraph", line) for line in _lines(inside[0]))
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            kind: Kind = "bullets" if token.type.startswith("bullet") else "numbers"
            yield Block(kind, rows=tuple((cell,) for cell in _cells(inside, "list_item_open")))
        elif token.type == "table_open":
            yield Block("table", rows=tuple(_rows(inside)))
        elif token.type == "blockquote_open":
            inline = (t for t in inside if t.type == "inline")
            yield Block("box", rows=tuple((line,) for t in inline for line in _lines(t)))
        position = end + 1


def _closing(tokens: list[Token], start: int) -> int:
    """The index of the token that closes tokens[start]."""
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position
    return len(tokens) - 1


def _cells(tokens: list[Token], opening: str) -> Iterator[Runs]:
    for position, token in enumerate(tokens):
        if token.type == opening and token.level == tokens[0].level:
            inside = tokens[position : _closing(tokens, position)]
            lines = [line for t in inside if t.type == "inline" for line in _lines(t)]
            yield tuple(run for n, line in enumerate(lines) for run in ((Run(" "), *line) if n else line))


def _rows(tokens: list[Token]) -> Iterator[tuple[Runs, ...]]:
    for position, token in enumerate(tokens):
        if token.type == "tr_open":
            inside = tokens[position : _closing(tokens, position)]
            yield tuple(_lines(t)[0] if t.content else () for t in inside if t.type == "inline")


def _lines(token: Token) -> list[Runs]:
    """The runs of an inline token, cut before a line that opens an article or a vote."""
    lines: list[list[Run]] = [[]]
    bold = italic = False
    fresh = False
    for child in token.children or []:
        if child.type in {"strong_open", "strong_close"}:
            bold = child.type.endswith("open")
        elif child.type in {"em_open", "em_close"}:
            italic = child.type.endswith("open")
        elif child.type in {"softbreak", "hardbreak"}:
            fresh = True
        elif child.content:
            if fresh and (_NEW_LINE_STARTS.match(child.content) or not lines[-1]):
                lines.append([])
            elif fresh:
                lines[-1].append(Run(" "))
            fresh = False
            lines[-1].append(Run(child.content, bold, italic))
    return [tuple(line) for line in lines]


def _before_items(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "heading" and block.level == 2:
            return
        if not (block.kind == "heading" and block.level == 1):
            yield block


def _items(blocks: tuple[Block, ...]) -> Iterator[Item]:
    starts = [n for n, b in enumerate(blocks) if b.kind == "heading" and b.level == 2]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        numbered = _NUMBERED.match(blocks[start].text)
        number, title = (numbered[1], numbered[2]) if numbered else ("", blocks[start].text)
        yield Item(number, title, blocks[start + 1 : end])
