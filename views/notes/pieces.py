"""The chapters of a note with their pieces, and the fields and buttons that change them."""

from dataclasses import replace
from typing import Final

import streamlit as st

from desk.notes import editing as notes_editing
from desk.notes.opened import OpenedChapter, OpenedNote, OpenedPiece, State
from views.notes import body, changes, texts
from views.notes.body import Number
from views.pieces import widgets
from views.pieces.markup import element, escaped

_WRITING: Final = "sg_nota_schrijft"  # the id of the chapter that gets a text
_NAMING: Final = "sg_nota_noemt"  # the id of the chapter that gets another heading
_OPEN: Final = "sg_nota_open"  # the chapter and block that is being edited
_ALL_OPEN: Final = 15  # pieces of a note up to which all can be edited at once
_BLOCK: Final = 20  # pieces that are edited together: 59 at once kept a browser busy for 4 s, each change for 1.6 s
_ACTS: Final = (texts.CHAPTER_RENAME, texts.CHAPTER_UP, texts.CHAPTER_DOWN, texts.CHAPTER_REMOVE)


def show(opened: OpenedNote) -> None:
    """Show all chapters."""
    number = body.numbers(opened.note())
    for chapter in opened.chapters:
        with st.container(key=f"sg-onderdeel-{chapter.id}"):
            _heading(opened.head.id, chapter)
            if not chapter.pieces:
                widgets.show(element("p", escaped(texts.CHAPTER_EMPTY), {"class": "sg-muted"}))
            every = range(0, len(chapter.pieces), _BLOCK)
            closed = [first for first in every if not _block(opened, chapter, first, number)]
            with st.container(key=f"sg-onderdeel-doen-{chapter.id}", horizontal=True):
                for first in closed:
                    _edit_button(chapter, first)
                _write_button(chapter)
            _write(opened.head.id, chapter)


def _block(opened: OpenedNote, chapter: OpenedChapter, first: int, number: Number) -> bool:
    """Show some pieces: to be edited where these are chosen, or where the note is short; else to be read.

    Returns:
        Whether they can be edited.
    """
    last = min(first + _BLOCK, len(chapter.pieces))
    if opened.head.pieces > _ALL_OPEN and st.session_state.get(_OPEN) != f"{chapter.id}-{first}":
        widgets.show("".join(_to_read(each, number) for each in chapter.pieces[first:last]))
        return False
    for place in range(first, last):
        piece = chapter.pieces[place]
        with st.container(key=f"sg-stuk-{piece.id}", gap=None):
            _piece(opened.head.id, piece, number)
            _buttons(opened, chapter, place)
    return True


def _edit_button(chapter: OpenedChapter, first: int) -> None:
    name, last = f"{chapter.id}-{first}", min(first + _BLOCK, len(chapter.pieces))
    label = texts.EDIT if len(chapter.pieces) <= _BLOCK else texts.EDIT_SOME.format(first=first + 1, last=last)
    st.button(label, key=f"sg-bewerk-{name}", on_click=_open, args=(name,))


def _open(name: str) -> None:
    st.session_state[_OPEN] = name


def _to_read(piece: OpenedPiece, number: Number) -> str:
    """Return what a piece says, with the remark on it."""
    if piece.state is State.WITHHELD:
        return element("p", escaped(texts.WITHHELD), {"class": "sg-notice"})
    remark = element("p", escaped(piece.entry.remark), {"class": "sg-muted"}) if piece.entry.remark else ""
    return body.said(piece.entry, number(piece.entry)) + _badge(piece) + remark


def _badge(piece: OpenedPiece) -> str:
    """Return that a source changed, where it did."""
    if piece.state is not State.CHANGED:
        return ""
    badge = {"class": "sg-pill sg-pill-warning", "title": texts.SOURCE_CHANGED_WHY}
    return element("p", element("span", escaped(texts.SOURCE_CHANGED), badge))


def _heading(note: str, chapter: OpenedChapter) -> None:
    with st.container(key=f"sg-opschrift-{chapter.id}", horizontal=True, vertical_alignment="center"):
        widgets.show(element("h2", escaped(chapter.heading), {"class": "sg-nota-heading"}))
        key = f"sg-onderdeel-acties-{chapter.id}"
        st.menu_button(
            texts.CHAPTER, _ACTS, key=key, type="tertiary", on_click=_act_on_chapter, args=(note, chapter.id, key)
        )
    if st.session_state.get(_NAMING) != chapter.id:
        return
    key = f"sg-opschrift-veld-{chapter.id}"
    with st.container(key=f"sg-opschrift-nieuw-{chapter.id}", horizontal=True, vertical_alignment="bottom"):
        st.text_input(texts.CHAPTER_LABEL, chapter.heading, key=key, width="stretch")
        st.button(texts.SAVE, key=f"{key}-bewaar", type="primary", on_click=_named, args=(note, chapter.id, key))
        st.button(texts.CANCEL, key=f"{key}-niet", on_click=_close)
    changes.too_long(key)


def _act_on_chapter(note: str, chapter: str, key: str) -> None:
    chosen = st.session_state.get(key)
    if chosen == texts.CHAPTER_RENAME:
        st.session_state[_NAMING] = chapter
    elif chosen in (texts.CHAPTER_UP, texts.CHAPTER_DOWN):
        by = -1 if chosen == texts.CHAPTER_UP else 1
        changes.edit(note, lambda content: notes_editing.chapter_moved(content, chapter, by), texts.DID_CHAPTER_MOVE)
    elif chosen == texts.CHAPTER_REMOVE:
        changes.edit(note, lambda content: notes_editing.without_chapter(content, chapter), texts.DID_CHAPTER_REMOVE)


def _named(note: str, chapter: str, key: str) -> None:
    heading = changes.typed(key)
    changes.edit(note, lambda c: notes_editing.renamed(c, chapter, heading), texts.DID_CHAPTER_RENAME, key)
    if not changes.is_too_long(key):
        _close()


def _close() -> None:
    st.session_state.pop(_NAMING, None)
    st.session_state.pop(_WRITING, None)


def _piece(note: str, piece: OpenedPiece, number: Number) -> None:
    """Show what a piece says: a quotation as it is, an own text in a field, of what is withheld only that."""
    if piece.state is State.WITHHELD:
        widgets.show(element("p", escaped(texts.WITHHELD), {"class": "sg-notice"}))
        return
    if piece.is_own:
        widgets.show(body.said(replace(piece.entry, text=""), None))
        key = f"sg-tekst-{piece.id}"
        changes.follow(key, piece.entry.text)
        st.text_area(
            texts.OWN_TEXT, key=key, height="content", label_visibility="collapsed", on_change=_reworded,
            args=(note, piece.id, key),
        )  # fmt: skip
        changes.too_long(key)
        return
    widgets.show(body.said(piece.entry, number(piece.entry)) + _badge(piece))


def _buttons(opened: OpenedNote, chapter: OpenedChapter, place: int) -> None:
    """Show the remark on a piece, and the buttons that move it or leave it out."""
    note, piece = opened.head.id, chapter.pieces[place]
    key = f"sg-opmerking-{piece.id}"
    with st.container(key=f"sg-stuk-doen-{piece.id}", horizontal=True, vertical_alignment="center", gap="small"):
        if piece.state is not State.WITHHELD:
            changes.follow(key, piece.entry.remark)
            st.text_input(
                texts.REMARK, key=key, placeholder=texts.REMARK_PLACEHOLDER, width="stretch",
                label_visibility="collapsed", on_change=_remarked, args=(note, piece.id, key),
            )  # fmt: skip
        for label, by, cannot in (
            (texts.UP, -1, place == 0), (texts.DOWN, 1, place == len(chapter.pieces) - 1),
        ):  # fmt: skip
            st.button(label, key=f"sg-{label}-{piece.id}", type="tertiary", disabled=cannot, on_click=_moved,
                      args=(note, piece.id, by))  # fmt: skip
        others = {each.id: each.heading for each in opened.chapters if each.id != chapter.id}
        if others:
            where = f"sg-naar-{piece.id}"
            st.menu_button(
                texts.MOVE_TO, list(others), format_func=others.__getitem__, key=where, type="tertiary",
                on_click=_moved_to, args=(note, piece.id, where),
            )  # fmt: skip
        st.button(texts.DROP, key=f"sg-weg-{piece.id}", type="tertiary", on_click=_dropped, args=(note, piece.id))
    changes.too_long(key)


def _write_button(chapter: OpenedChapter) -> None:
    if st.session_state.get(_WRITING) != chapter.id:
        st.button(texts.WRITE, key=f"sg-schrijf-{chapter.id}", on_click=_begin_writing, args=(chapter.id,))


def _write(note: str, chapter: OpenedChapter) -> None:
    """Show the field by which a text of one's own is added to a chapter, where that is wanted."""
    if st.session_state.get(_WRITING) != chapter.id:
        return
    key = f"sg-nieuwe-tekst-{chapter.id}"
    st.text_area(texts.WRITE_LABEL.format(heading=chapter.heading), key=key)
    changes.too_long(key)
    with st.container(key=f"sg-schrijven-{chapter.id}", horizontal=True):
        st.button(texts.SAVE, key=f"{key}-bewaar", type="primary", on_click=_written, args=(note, chapter.id, key))
        st.button(texts.CANCEL, key=f"{key}-niet", on_click=_close)


def _begin_writing(chapter: str) -> None:
    st.session_state[_WRITING] = chapter


def _written(note: str, chapter: str, key: str) -> None:
    text = changes.typed(key)
    changes.edit(note, lambda content: notes_editing.written(content, chapter, text), texts.DID_WRITE, key)
    if not changes.is_too_long(key):
        _close()


def _reworded(note: str, piece: str, key: str) -> None:
    text = changes.typed(key)
    changes.edit(note, lambda content: notes_editing.reworded(content, piece, text), texts.DID_TEXT, key)


def _remarked(note: str, piece: str, key: str) -> None:
    text = changes.typed(key)
    changes.edit(note, lambda content: notes_editing.remarked(content, piece, text), texts.DID_REMARK, key)


def _moved(note: str, piece: str, by: int) -> None:
    changes.edit(note, lambda content: notes_editing.moved(content, piece, by), texts.DID_MOVE)


def _moved_to(note: str, piece: str, key: str) -> None:
    chapter = changes.typed(key)
    if chapter:
        changes.edit(note, lambda content: notes_editing.moved_to(content, piece, chapter), texts.DID_MOVE)


def _dropped(note: str, piece: str) -> None:
    changes.edit(note, lambda content: notes_editing.dropped(content, piece), texts.DID_DROP)
