"""The nouns of reading a file: what every format yields, and what structure is found in it.

Every format yields the same type, so that formats differ at the door only.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ingest.publication import Publication
from search.registers.agreements import Fact
from search.registers.treatments import Treatment
from search.types import Kind, Outcome, Page, PageRow, Span


class Role(StrEnum):
    """What a line is, as far as the file format itself declares it (PDF declares nothing: all TEXT)."""

    TEXT = "text"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    FURNITURE = "furniture"  # running header or footer, page number: never part of a passage


@dataclass(frozen=True, slots=True)
class Line:
    """The characters [start, end) of one page's text: a printed line of a PDF, a paragraph of other formats.

    `text[end]` is the line break (or the end of the page). `left` and `top` are fractions of the page.
    """

    start: int
    end: int
    role: Role = Role.TEXT
    level: int = 0  # of a heading, 1 is the outermost; 0 for anything else
    size: float = 0.0  # of the type, in points; 0 where unknown
    bold: bool = False
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page and its lines, in reading order."""

    page: Page
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one file. `rendition` is a PDF of the text, for formats that have no page images."""

    outcome: Outcome
    pages: tuple[ReadPage, ...] = ()
    title: str = ""  # as the file's own metadata say; may be empty or nonsense
    message: str = ""  # Dutch: what went wrong and what to do; empty when all went well
    failed_page: int | None = None  # the first page that could not be read
    rendition: bytes = b""
    publication: Publication | None = None  # what RDFa in the file tells


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says of itself; None where neither content nor name tells."""

    title: str
    kind: Kind
    municipality: str | None
    body: str | None
    date: date | None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item or table row: one or more spans (it may cross a page)."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A run of blocks under one heading. A passage never crosses the border between two sections."""

    headings: tuple[str, ...]  # outermost first; the last is this section's own
    item: str  # number and title of the agenda item it belongs to; empty outside items
    blocks: tuple[Block, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Structured:
    """A document's facts and its sections, in order. What no section holds is furniture, attendance or votes."""

    facts: Facts
    sections: tuple[Section, ...]
    treatments: tuple[Treatment, ...] = ()
    said: tuple[Fact, ...] = ()  # of a contract or a position


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage before it has an id. Character i of `text` stands at a known place of a page: see `ingest.split`."""

    spans: tuple[Span, ...]
    text: str
    headings: tuple[str, ...]
    context: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file yielded. `facts` is None only where nothing of it can be shown."""

    outcome: Outcome
    pages: tuple[PageRow, ...] = ()
    facts: Facts | None = None
    pieces: tuple[Piece, ...] = ()
    message: str = ""  # Dutch: what went wrong and what to do; empty when all went well
    failed_page: int | None = None  # the first page that could not be read
    rendition: bytes = b""  # a PDF of the text, for formats that have no page images
    treatments: tuple[Treatment, ...] = ()  # the items of a sitting, in order
    said: tuple[Fact, ...] = ()  # facts of a contract or a position
