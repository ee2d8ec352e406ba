"""A kept note as one reader may see it now: every source is looked up again, whoever asks.

A quotation is shown where its document may be read, and either still stands there word for word, or was for an
audience of the reader's. What the desk made of several papers is shown to who reads all those audiences. The owner
sees the place of what he may no longer read; a colleague who may not read all of a note sees nothing of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Final

from desk.brief import leads, quotes
from desk.note import Entry, Note, Part, Section, unrepeated
from desk.notes import notes, versions
from desk.notes.content import LONGEST_TITLE, Content, Piece, Place, Unreadable, new_id
from desk.notes.rows import NOT_THERE, Head
from search import KnowledgeBase, whereabouts
from search.errors import NotFound
from search.types import Document, DocumentId, Reader

WITHHELD: Final = "Hier staat een bron die u niet (meer) mag lezen, of die er niet meer is."
CHANGED: Final = "De bron is gewijzigd sinds dit citaat werd overgenomen: zo staat het er nu niet meer."


class State(Enum):
    """What became of a piece since it was put in a note."""

    STANDS = auto()
    CHANGED = auto()  # its words no longer stand on that page
    WITHHELD = auto()  # it is not for this reader, or no longer there


@dataclass(frozen=True, slots=True)
class OpenedPiece:
    """A piece as a reader may see it; of one that is withheld only that it is there."""

    id: str
    entry: Entry
    state: State
    is_own: bool  # quotes nothing, and so may be written anew


@dataclass(frozen=True, slots=True)
class OpenedChapter:
    """Pieces under one heading."""

    id: str
    part: Part
    heading: str
    pieces: tuple[OpenedPiece, ...]


@dataclass(frozen=True, slots=True)
class OpenedNote:
    """A note as a reader may see it."""

    head: Head
    is_own: bool
    content: Content  # without texts and titles that are withheld; only for what stands around the chapters
    chapters: tuple[OpenedChapter, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is withheld."""
        return all(piece.state is not State.WITHHELD for chapter in self.chapters for piece in chapter.pieces)

    def note(self) -> Note:
        """Return it as it is read and taken along: what is withheld or changed is told, empty chapters are left out."""
        sections = [
            Section(each.part, each.heading, tuple(map(_told, each.pieces))) for each in self.chapters if each.pieces
        ]
        about = self.content
        day = self.head.changed_at.astimezone().date()
        return Note(about.title, about.theme, day, about.since, about.until, about.municipalities, tuple(sections))


def opened(kb: KnowledgeBase, reader: Reader, owner: str | None, note: str, data: Path) -> OpenedNote | None:
    """Return a note as `reader` may see it; None where a colleague shared it and this reader may not read all of it.

    Args:
        kb: Where its sources are looked up.
        reader: Who looks: what he may read.
        owner: Who looks: whose notes are his.
        note: Its id.
        data: The folder in which it is kept.

    Raises:
        NotFound: There is none, or it is neither his nor shared: deliberately the same.
        Unreadable: Its present version is damaged, and it is his.
    """
    head = notes.seen(data, owner, note)
    is_own = head.owner == owner
    try:
        content = versions.content(data, head)
    except Unreadable:
        if is_own:
            raise
        return None  # nothing can be said of what it holds, so nothing is said
    found = OpenedNote(head, is_own, replace(content, chapters=()), _chapters(kb, reader, content))
    return found if is_own or found.is_whole else None


def copied(kb: KnowledgeBase, reader: Reader, owner: str, note: str, data: Path, title: str, what: str) -> Head:
    """Keep a copy of a note for this owner, without its versions.

    Args:
        kb: Where its sources are looked up.
        reader: Who copies: what he may read.
        owner: Who copies: whose the copy is.
        note: The id of what is copied.
        data: The folder in which notes are kept.
        title: Of the copy, with {title} for that of the note.
        what: How it came about, in Dutch, for the list of versions.

    Raises:
        NotFound: There is none, or it is neither his nor shared, or this reader may not read all of it.
        TooMuch: The owner has too many notes.
    """
    found = opened(kb, reader, owner, note, data)
    if found is None:
        raise NotFound(NOT_THERE)
    whole = versions.content(data, found.head)
    chapters = tuple(
        replace(chapter, id=new_id(), pieces=tuple(replace(each, id=new_id()) for each in chapter.pieces))
        for chapter in whole.chapters
    )
    name = title.format(title=whole.title)[:LONGEST_TITLE]
    return notes.create(data, owner, replace(whole, title=name, chapters=chapters), what)


def _chapters(kb: KnowledgeBase, reader: Reader, content: Content) -> tuple[OpenedChapter, ...]:
    places = [piece.place for piece in content.pieces() if piece.place]
    documents = whereabouts.by_path(kb.db, (place.path for place in places), reader)
    wanted = ((document.id, place.page) for place in places for document in documents.get(place.path, ()))
    texts = whereabouts.texts(kb.db, wanted, reader)
    opened_chapters = []
    for chapter in content.chapters:
        pieces = [
            _piece(each, documents.get(each.place.path, ()) if each.place else (), texts, reader)
            for each in chapter.pieces
        ]
        entries = unrepeated(_led(each.entry for each in pieces))
        told = tuple(replace(each, entry=entry) for each, entry in zip(pieces, entries, strict=True))
        opened_chapters.append(OpenedChapter(chapter.id, chapter.part, chapter.heading, told))
    return tuple(opened_chapters)


def _led(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries that each say whose words they are, of notes too that were kept when only the first of several did.

    What followed the first went on with it; where it follows another document by now, its own document is named.
    """
    before = Entry("")
    for entry in entries:
        at, last = entry.source, before.source
        if at and not entry.lead:
            follows = bool(last and last.document_id == at.document_id and before.lead)
            entry = replace(entry, lead=before.lead if follows else leads.titled(at, at.title))
        yield entry
        before = entry


def _piece(
    piece: Piece, documents: Sequence[Document], texts: dict[tuple[DocumentId, int], str], reader: Reader
) -> OpenedPiece:
    withheld = OpenedPiece(piece.id, Entry(""), State.WITHHELD, is_own=False)
    if not reader.audiences.issuperset(piece.audiences):
        return withheld
    if piece.place is None:
        entry = Entry(piece.text, None, piece.lead, piece.remark, piece.label)
        return OpenedPiece(piece.id, entry, State.STANDS, is_own=True)
    place = piece.place
    standing = [each for each in documents if _stands(piece, texts.get((each.id, place.page)))]
    document = _best(standing or documents, place)
    if document is None or not (standing or place.audience in reader.audiences):
        return withheld
    source = quotes.at_page(document, place.page, place.spans)
    entry = Entry(piece.text, source, piece.lead, piece.remark, piece.label)
    return OpenedPiece(piece.id, entry, State.STANDS if standing else State.CHANGED, is_own=False)


def _stands(piece: Piece, page: str | None) -> bool:
    """Whether a quotation stands on a page word for word; one without words only needs the page."""
    return page is not None and (not piece.text or quotes.standing_in(piece.text, page))


def _best(documents: Iterable[Document], place: Place) -> Document | None:
    """Return the very file, else the oldest of that path."""
    return min(documents, key=lambda each: (each.sha256 != place.sha256, each.id), default=None)


def _told(piece: OpenedPiece) -> Entry:
    if piece.state is State.WITHHELD:
        return Entry("", remark=WITHHELD)
    if piece.state is State.CHANGED:
        return replace(piece.entry, remark=" ".join(filter(None, (piece.entry.remark, CHANGED))))
    return piece.entry
