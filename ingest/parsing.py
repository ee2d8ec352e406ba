"""The bytes of one file -> all that is stored of it: extract, structure, split.

Runs in the process that parses hostile files, so that a text made to tire a pattern tires only that process.
"""

from dataclasses import dataclass
from pathlib import Path

from ingest.formats import extract
from ingest.split import Piece, split
from ingest.structure import structure
from ingest.types import Facts
from search.rows import pack_words
from search.types import Outcome, PageRow


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


def parse(path: Path, data: bytes, place: str) -> Parsed:
    """Parse one file; `place` is where it lay, from the name of the folder that was read, with forward slashes."""
    found = extract(path, data)
    if found.outcome.has_failed:
        return Parsed(found.outcome, message=found.message, failed_page=found.failed_page)
    structured = structure(found, place)
    pages = [read.page for read in found.pages]
    return Parsed(
        outcome=found.outcome,
        pages=tuple(PageRow(p.number, p.text, p.width, p.height, pack_words(p.words)) for p in pages),
        facts=structured.facts,
        pieces=tuple(split(structured, pages)),
        message=found.message,
        failed_page=found.failed_page,
        rendition=found.rendition,
    )
