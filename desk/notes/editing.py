"""What a person can do to a note: each function returns the note as it is then. Pure.

Raises `Changed` wherever a piece or chapter that is named is no longer there.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desk.note import Part
from desk.notes.content import Changed, Chapter, Content, Piece, new_id
from desk.texts import printable

_ORDER = tuple(Part)
_GONE = "Dit stuk staat niet meer in de nota. Kijk eerst hoe ze er nu uitziet."


def on_one_line(text: str) -> str:
    """Return what a person typed for a title or a heading, without what no file can hold."""
    return " ".join(printable(text).split())


def in_lines(text: str) -> str:
    """Return what a person typed for a text, with its line breaks, without what no file can hold."""
    return "\n".join(printable(line).rstrip() for line in text.splitlines()).strip()


def titled(content: Content, title: str) -> Content:
    """Return the note under another title; an empty one changes nothing."""
    return replace(content, title=on_one_line(title) or content.title)


def moved(content: Content, piece: str, by: int) -> Content:
    """Return the note with a piece so many places further on in its chapter; not beyond its ends."""
    chapter, at = _where(content, piece)
    pieces = list(chapter.pieces)
    taken = pieces.pop(at)
    pieces.insert(min(max(at + by, 0), len(pieces)), taken)
    return _with(content, replace(chapter, pieces=tuple(pieces)))


def moved_to(content: Content, piece: str, chapter: str) -> Content:
    """Return the note with a piece at the end of another chapter."""
    found = next(each for each in _chapter(content, None, piece).pieces if each.id == piece)
    rest = dropped(content, piece)
    target = _chapter(rest, chapter)
    return _with(rest, replace(target, pieces=(*target.pieces, found)))


def dropped(content: Content, piece: str) -> Content:
    """Return the note without a piece."""
    chapter, at = _where(content, piece)
    return _with(content, replace(chapter, pieces=(*chapter.pieces[:at], *chapter.pieces[at + 1 :])))


def remarked(content: Content, piece: str, remark: str) -> Content:
    """Return the note with another remark on a piece."""
    return _changed(content, piece, lambda each: replace(each, remark=on_one_line(remark)))


def reworded(content: Content, piece: str, text: str) -> Content:
    """Return the note with another own text; quotations stay word for word, and an emptied text is dropped."""
    said = in_lines(text)
    if not said:
        return dropped(content, piece)
    return _changed(content, piece, lambda each: replace(each, text=said) if each.is_own else each)


def written(content: Content, chapter: str, text: str) -> Content:
    """Return the note with an own text at the end of a chapter; an empty one changes nothing."""
    found, said = _chapter(content, chapter), in_lines(text)
    return _with(content, replace(found, pieces=(*found.pieces, Piece(new_id(), said)))) if said else content


def with_chapter(content: Content, heading: str) -> Content:
    """Return the note with a chapter of one's own at the end; an empty heading changes nothing."""
    name = on_one_line(heading)
    return replace(content, chapters=(*content.chapters, Chapter(new_id(), Part.OWN, name))) if name else content


def renamed(content: Content, chapter: str, heading: str) -> Content:
    """Return the note with another heading above a chapter; an empty one changes nothing."""
    found = _chapter(content, chapter)
    return _with(content, replace(found, heading=on_one_line(heading) or found.heading))


def chapter_moved(content: Content, chapter: str, by: int) -> Content:
    """Return the note with a chapter so many places further on."""
    chapters = list(content.chapters)
    at = chapters.index(_chapter(content, chapter))
    taken = chapters.pop(at)
    chapters.insert(min(max(at + by, 0), len(chapters)), taken)
    return replace(content, chapters=tuple(chapters))


def without_chapter(content: Content, chapter: str) -> Content:
    """Return the note without a chapter and all that stands in it."""
    found = _chapter(content, chapter)
    return replace(content, chapters=tuple(each for each in content.chapters if each is not found))


def collected(content: Content, part: Part, heading: str, pieces: Sequence[Piece]) -> Content:
    """Return the note with pieces at the end of the first chapter on their part; what it quotes already is left out."""
    there = {_quoted(each) for each in content.pieces() if each.place}
    new = [each for each in pieces if each.place is None or _quoted(each) not in there]
    if not new:
        return content
    found = next((each for each in content.chapters if each.part is part and _fits(each, heading)), None)
    if found:
        return _with(content, replace(found, pieces=(*found.pieces, *new)))
    before = sum(_ORDER.index(each.part) <= _ORDER.index(part) for each in content.chapters)
    chapters = list(content.chapters)
    chapters.insert(before, Chapter(new_id(), part, heading, tuple(new)))
    return replace(content, chapters=tuple(chapters))


def without_origin(content: Content, origin: str) -> Content:
    """Return the note without all that was collected at once."""
    chapters = tuple(
        replace(chapter, pieces=tuple(each for each in chapter.pieces if each.origin != origin))
        for chapter in content.chapters
    )
    return replace(content, chapters=chapters)


def _fits(chapter: Chapter, heading: str) -> bool:
    return chapter.part is not Part.OWN or chapter.heading == heading


def _quoted(piece: Piece) -> tuple[object, ...]:
    assert piece.place is not None
    return piece.place.path, piece.place.page, piece.place.spans, piece.text


def _changed(content: Content, piece: str, change: Callable[[Piece], Piece]) -> Content:
    chapter, at = _where(content, piece)
    pieces = (*chapter.pieces[:at], change(chapter.pieces[at]), *chapter.pieces[at + 1 :])
    return _with(content, replace(chapter, pieces=pieces))


def _where(content: Content, piece: str) -> tuple[Chapter, int]:
    """Return the chapter of a piece, and its place there."""
    chapter = _chapter(content, None, piece)
    return chapter, next(i for i, each in enumerate(chapter.pieces) if each.id == piece)


def _chapter(content: Content, chapter: str | None, piece: str = "") -> Chapter:
    """Return a chapter by its id, or the one that holds a piece."""
    for each in content.chapters:
        if each.id == chapter or any(held.id == piece for held in each.pieces):
            return each
    raise Changed(_GONE)


def _with(content: Content, chapter: Chapter) -> Content:
    return replace(content, chapters=tuple(chapter if each.id == chapter.id else each for each in content.chapters))
