"""The bytes of one file -> all that is stored of it: extract, structure, split.

Runs in the process that parses hostile files, so that a text made to tire a pattern tires only that process.
"""

from pathlib import Path

from ingest.formats import extract
from ingest.split import split
from ingest.structure import structure
from ingest.types import Parsed
from search.rows import pack_words
from search.types import PageRow


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
        treatments=structured.treatments,
        said=structured.said,
    )
