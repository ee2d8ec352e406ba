"""The nouns of a kept note, and what of it may be how long. Pure; knows nothing of rows, readers or screens.

A kept note names documents by their path, and keeps with each text for whom it was: what may be shown of it is
decided anew at every look, see `desk.notes.opened`.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desk.note import Part
from search.errors import QueryError
from search.types import Span

MOST_PIECES: Final = 400  # of one note: seven times a complete draft; a screen looks into the current one each time
MOST_CHAPTERS: Final = 60
LONGEST_TITLE: Final = 200  # characters, as of a heading
LONGEST_REMARK: Final = 2_000
LONGEST_TEXT: Final = 20_000  # some six pages
MOST_TEXT: Final = 2_000_000  # characters of a whole note: some 600 pages


class Changed(QueryError):
    """The note is no longer as whoever changes it saw it."""


class Unreadable(QueryError):
    """A stored version is damaged, or was made by a newer program."""


class TooMuch(QueryError):
    """More than a note may hold."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stood when it was taken."""

    path: str
    sha256: str  # of the file: tells apart two of one path
    page: int  # from 1
    spans: tuple[Span, ...]
    audience: str  # for whom the document was


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing in a chapter: a quotation, a sentence that the desk made, or a person's own text."""

    id: str
    text: str
    place: Place | None = None
    lead: str = ""  # of each piece, whatever stands before it; it is shown once where several follow each other
    remark: str = ""
    audiences: tuple[str, ...] = ()  # of all else that lead, remark or text was made of; empty for what a person wrote
    origin: str = ""  # what was collected: the same for all its pieces
    label: str = ""  # which part of what `lead` names

    @property
    def is_own(self) -> bool:
        """Whether a person may write it anew: it quotes nothing."""
        return self.place is None


@dataclass(frozen=True, slots=True)
class Chapter:
    """Pieces under one heading."""

    id: str
    part: Part
    heading: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What a version of a note holds."""

    title: str
    chapters: tuple[Chapter, ...] = ()
    theme: str = ""
    since: date | None = None
    until: date | None = None
    municipalities: tuple[str, ...] = field(default=())

    def pieces(self) -> Iterator[Piece]:
        """Yield all pieces in order."""
        for chapter in self.chapters:
            yield from chapter.pieces

    @property
    def count(self) -> int:
        """How many pieces there are."""
        return sum(len(chapter.pieces) for chapter in self.chapters)

    @property
    def origins(self) -> frozenset[str]:
        """What was collected in it."""
        return frozenset(piece.origin for piece in self.pieces() if piece.origin)


def new_id() -> str:
    """Return an id for a piece or a chapter: unique within a note, and it stays when the piece moves."""
    return secrets.token_hex(6)


def checked(content: Content) -> Content:
    """Return the content, or say that it is too much.

    Raises:
        TooMuch: It has too many pieces or chapters, or a text is too long.
    """
    if content.count > MOST_PIECES:
        raise TooMuch(f"Een nota kan {MOST_PIECES} stukken bevatten. Begin een nieuwe nota, of laat iets weg.")
    if len(content.chapters) > MOST_CHAPTERS:
        raise TooMuch(f"Een nota kan {MOST_CHAPTERS} onderdelen bevatten.")
    if sum(map(_length, content.pieces())) > MOST_TEXT:
        raise TooMuch("Deze nota is vol. Begin een nieuwe nota, of laat iets weg.")
    lengths = [("Deze titel", content.title, LONGEST_TITLE)]
    lengths += [("Dit opschrift", chapter.heading, LONGEST_TITLE) for chapter in content.chapters]
    for piece in content.pieces():
        lengths += [("Deze tekst", piece.text, LONGEST_TEXT), ("Deze opmerking", piece.remark, LONGEST_REMARK)]
    for what, text, most in lengths:
        if len(text) > most:
            raise TooMuch(f"{what} is te lang: {_digits(len(text))} tekens, en er is plaats voor {_digits(most)}.")
    return content


def _digits(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _length(piece: Piece) -> int:
    return len(piece.text) + len(piece.lead) + len(piece.label) + len(piece.remark)
