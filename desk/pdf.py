"""A briefing note as PDF: what the Word file says, with its sources in a list at the end."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.platypus import Flowable, Paragraph, Spacer, Table
from reportlab.platypus.tableofcontents import TableOfContents

from desk import wording
from desk.note import Entry, Note, Part, Source
from desk.pdf_letters import markup
from desk.pdf_pages import MARGIN, Pages
from desk.pdf_styles import LABEL_WIDTH, STYLES
from desk.wording import Link

_AT: Final = "bron-{number}"  # where a source stands in the list
_LONGEST: Final = 4_000
"""Characters in one paragraph: reportlab lays out what is left of a paragraph again on every page that it fills."""


def write(note: Note, file: Path | BinaryIO, link: Link | None = None) -> None:
    """Write a note as PDF.

    Args:
        note: What is written.
        file: Where to.
        link: Gives the address of the page that a source stands on; without it sources are not linked.
    """
    content = made(note, link)
    if isinstance(file, Path):
        file.write_bytes(content)
    else:
        file.write(content)


def made(note: Note, link: Link | None = None) -> bytes:
    """Return a note as the bytes of a PDF: the same ones for the same note; else as `write`."""
    file = io.BytesIO()
    pages = Pages(file, wording.title(note), wording.line(note.theme))
    pages.multiBuild(list(_story(note, link)))
    return file.getvalue()
