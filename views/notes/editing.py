"""Editing one note: title, chapters and pieces, sharing, versions. Each change is kept at once: see changes."""

from typing import Final

import streamlit as st

from desk.notes import editing as notes_editing
from desk.notes import notes
from desk.notes.opened import OpenedNote
from desk.notes.rows import Head
from views import session
from views.notes import body, changes, pieces, texts, versions
from views.pieces import widgets
from views.pieces.markup import attributes_text, element, escaped

_NEW: Final = "sg-nota-onderdeel"


def show(opened: OpenedNote) -> None:
    """Show a note of this person with all that he can do to it."""
    head = opened.head
    changes.begin(head)
    session.name_screen(opened.content.title)
    widgets.show(element("h1", escaped(opened.content.title), {"class": "sg-hidden"}))
    changes.failed()
    _title(head, opened.content.title)
    with st.container(key="sg-nota-meenemen", horizontal=True, vertical_alignment="center"):
        versions.undo_and_redo(head)
        widgets.show(body.files({"nota": [head.id]}))
    _which(head)
    if not opened.chapters:
        widgets.show(element("p", escaped(texts.NOTE_EMPTY), {"class": "sg-lead"}))
    pieces.show(opened)
    _new_chapter(head.id)
    widgets.show(element("article", body.sources(opened.note()), {"class": "sg-note"}))
    _share(head)
    versions.show(head.id, head.version)


def _title(head: Head, title: str) -> None:
    key = f"sg-nota-titel-{head.id}"
    changes.follow(key, title)
    st.text_input(texts.TITLE_LABEL, key=key, on_change=_titled, args=(head.id, key))
    changes.too_long(key)


def _titled(note: str, key: str) -> None:
    title = changes.typed(key)
    changes.edit(note, lambda content: notes_editing.titled(content, title), texts.DID_TITLE, key)


def _which(head: Head) -> None:
    """Say where what is collected goes, where that is not this note, and offer to change that."""
    if head.is_basket:
        return
    with st.container(key="sg-nota-welke", horizontal=True, vertical_alignment="center"):
        widgets.show(element("p", escaped(texts.NOT_CURRENT), {"class": "sg-muted"}))
        st.button(
            texts.COLLECT_HERE, key="sg-nota-verzamel", type="tertiary", on_click=changes.act,
            args=(head.id, lambda owner, base: notes.collect_in(session.data_folder(), owner, head.id)),
        )  # fmt: skip


def _new_chapter(note: str) -> None:
    with st.container(key="sg-nota-nieuw", horizontal=True, vertical_alignment="bottom"):
        st.text_input(texts.CHAPTER_NEW, key=_NEW, width="stretch")
        st.button(texts.CHAPTER_ADD, key="sg-nota-onderdeel-maak", on_click=_chapter, args=(note,))
    changes.too_long(_NEW)


def _chapter(note: str) -> None:
    heading = changes.typed(_NEW)
    changes.edit(note, lambda content: notes_editing.with_chapter(content, heading), texts.DID_CHAPTER, _NEW)
    if not changes.is_too_long(_NEW):
        st.session_state[_NEW] = ""


def _share(head: Head) -> None:
    """Show whether colleagues may read it, and the button that copies its address."""
    key = f"sg-nota-deel-{head.id}"
    if st.session_state.get(key) != head.is_shared:
        st.session_state[key] = head.is_shared
    st.toggle(texts.SHARE, key=key, help=texts.SHARE_WHY, on_change=_shared, args=(head.id, key))
    if head.is_shared:
        copy = {
            "type": "button", "class": "sg-button", "data-copy-address": True,
            "data-done": texts.COPY_DONE, "data-failed": texts.COPY_FAILED,
        }  # fmt: skip
        button = f"<button{attributes_text(copy)}>{escaped(texts.COPY_LINK)}</button>"
        said = element("p", "", {"class": "sg-said", "role": "status"})
        why = element("p", escaped(texts.SHARE_WHY), {"class": "sg-muted"})
        widgets.show(element("section", why + button + said))


def _shared(note: str, key: str) -> None:
    is_shared = bool(st.session_state.get(key))
    changes.act(note, lambda owner, base: notes.share(session.data_folder(), owner, note, is_shared=is_shared))
