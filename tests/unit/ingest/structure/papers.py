"""Small hand-made extractions: each line is its text, or (text, hints)."""

from ingest.types import Extraction, Line, ReadPage, Role
from search.types import Outcome, Page

BOLD = {"bold": True}
HEADING = {"role": Role.HEADING, "level": 2}


def printed(*pages, rendition=b""):
    """An extraction as of a PDF: 10 point lines from the left margin, a gap of a line where a line is empty."""
    return Extraction(Outcome.OK, tuple(_page(n, lines) for n, lines in enumerate(pages, 1)), rendition=rendition)


def flowing(*lines):
    """An extraction as of a Word file: one paragraph a line."""
    return printed(list(lines), rendition=b"%PDF")


def _page(number, lines):
    text, kept, top = "", [], 0.1
    for line in lines:
        words, hints = line if isinstance(line, tuple) else (line, {})
        top += 0.014
        if not words:
            continue
        right = min(0.1 + 0.009 * len(words), 0.9)
        place = {"size": 10.0, "left": 0.1, "right": right, "top": top, "bottom": top + 0.013} | hints
        kept.append(Line(len(text), len(text) + len(words), **place))
        text += words + "\n"
    return ReadPage(Page(number, text.rstrip("\n"), 595, 842), tuple(kept))


def passages(extraction, path="x.pdf"):
    from ingest.split import split
    from ingest.structure import structure

    found = structure(extraction, path)
    return found, split(found, [read.page for read in extraction.pages])
