"""The notes of whoever looks: a list of them, or the one that the address names, to edit or to read."""

from functools import partial
from typing import Final

import streamlit as st

from desk.notes import editing as notes_editing
from desk.notes import notes
from desk.notes import versions as notes_versions
from desk.notes.content import Content
from desk.notes.rows import Head
from search.errors import KnowledgeBaseError
from views import session
from views.address import BRIEF, SEARCH
from views.notes import current, screen, texts
from views.notes import ways as note_ways
from views.pieces import acts, dutch, widgets
from views.pieces.markup import anchor, element, escaped

_PLACE: Final = "notas"
_UNDO: Final = "sg_notas_terug"  # the id of what was just removed
_RENAMING: Final = "sg_notas_naam"  # the id of what is given another name
_NEW: Final = "sg-notas-titel"


def show() -> None:
    """Show the note that the address names, or all notes of this person."""
    if asked := note_ways.asked():
        screen.show(asked)
        return
    current.show()
    owner = session.owner()
    widgets.show(element("h1", escaped(texts.PAGE)))
    if owner is None:
        widgets.show(widgets.notice([texts.NO_COOKIES], ""))
        return
    _said(owner)
    every = notes.listed(session.data_folder(), owner)
    if every:
        widgets.show(element("p", escaped(texts.INTRO), {"class": "sg-lead"}))
    _new(owner)
    if not every:
        widgets.show(_empty())
    for head in every:
        _row(owner, head)
    if every:
        widgets.show(element("p", anchor(BRIEF, escaped(texts.COMPOSE))))
    _removed(owner)


def _said(owner: str) -> None:
    """Say what was just done, with the way to undo a removal."""
    with st.container(key="sg-notas-gezegd", horizontal=True, vertical_alignment="center"):
        acts.said(_PLACE)
        if undo := st.session_state.pop(_UNDO, ""):
            st.button(texts.UNDO, key="sg-notas-terug", on_click=_bring_back, args=(owner, undo))


def _new(owner: str) -> None:
    with st.container(key="sg-notas-nieuw", horizontal=True, vertical_alignment="bottom"):
        st.text_input(texts.NEW_LABEL, key=_NEW, placeholder=texts.NEW_PLACEHOLDER, width="stretch")
        if st.button(texts.NEW, key="sg-notas-maak", type="primary"):
            title = notes_editing.on_one_line(str(st.session_state.get(_NEW, ""))) or texts.NEW_MADE
            try:
                made = notes.create(session.data_folder(), owner, Content(title), texts.FIRST, is_basket=True)
            except KnowledgeBaseError as error:
                widgets.show(widgets.notice([str(error)], ""))
            else:
                note_ways.go(made.id)


def _empty() -> str:
    ways = (
        anchor(SEARCH, escaped(texts.EMPTY_SEARCH)) + escaped(texts.EMPTY_SEARCH_MORE),
        anchor(BRIEF, escaped(texts.EMPTY_BRIEF)) + escaped(texts.EMPTY_BRIEF_MORE),
        escaped(texts.EMPTY_NEW),
    )
    items = "".join(element("li", each) for each in ways)
    head = element("h2", escaped(texts.EMPTY_HEADING)) + element("p", escaped(texts.EMPTY))
    return element("div", head + element("ul", items), {"class": "sg-nothing"})


def _row(owner: str, head: Head) -> None:
    with st.container(key=f"sg-notas-{head.id}", horizontal=True, vertical_alignment="center"):
        widgets.show(row(head))
        options = [texts.COLLECT_HERE, texts.RENAME, texts.COPY, texts.REMOVE][head.is_basket :]
        key = f"sg-notas-acties-{head.id}"
        st.menu_button(texts.ACTIONS, options, key=key, on_click=_act, args=(owner, head, key))
    if st.session_state.get(_RENAMING) == head.id:
        _rename(owner, head)


def row(head: Head) -> str:
    """Return a note in the list: its title as a link, how much is in it, when it was changed, whether it is shared."""
    title = element("h2", anchor(note_ways.way(head.id), escaped(head.title), {"class": "sg-title"}))
    changed = texts.CHANGED_AT.format(when=note_ways.when(head.changed_at))
    parts = [element("span", escaped(f"{dutch.counted(head.pieces, texts.PIECES)} · {changed}"))]
    parts += [element("span", escaped(texts.IS_CURRENT), {"class": "sg-pill sg-pill-place"})] if head.is_basket else []
    parts += [element("span", escaped(texts.SHARED), {"class": "sg-pill"})] if head.is_shared else []
    return element("article", title + element("p", " ".join(parts), {"class": "sg-meta"}), {"class": "sg-nota-row"})


def _rename(owner: str, head: Head) -> None:
    key = f"sg-notas-naam-{head.id}"
    with st.container(key=f"sg-notas-hernoem-{head.id}", horizontal=True, vertical_alignment="bottom"):
        st.text_input(texts.NAME_LABEL, head.title, key=key, width="stretch")
        st.button(texts.SAVE, key=f"{key}-bewaar", type="primary", on_click=_renamed, args=(owner, head, key))
        st.button(texts.CANCEL, key=f"{key}-niet", on_click=lambda: st.session_state.pop(_RENAMING, None))


def _removed(owner: str) -> None:
    gone = notes.removed(session.data_folder(), owner)
    if not gone:
        return
    with st.expander(texts.REMOVED_HEADING.format(n=len(gone))):
        st.text(texts.REMOVED_INTRO)
        for head in gone:
            with st.container(key=f"sg-notas-weg-{head.id}", horizontal=True, vertical_alignment="center"):
                widgets.show(element("p", escaped(head.title), {"class": "sg-nota-row"}))
                st.button(texts.BRING_BACK, key=f"sg-notas-haal-{head.id}", on_click=_bring_back, args=(owner, head.id))


def _act(owner: str, head: Head, key: str) -> None:
    chosen, data = st.session_state.get(key), session.data_folder()
    if chosen == texts.RENAME:
        st.session_state[_RENAMING] = head.id
    elif chosen == texts.COLLECT_HERE:
        acts.do(_PLACE, partial(notes.collect_in, data, owner, head.id), texts.NOW_CURRENT.format(title=head.title))
    elif chosen == texts.REMOVE:
        acts.do(_PLACE, partial(_remove, owner, head), texts.REMOVED.format(title=head.title))
    elif chosen == texts.COPY:
        title = texts.COPY_TITLE.format(title=head.title)
        acts.do(_PLACE, partial(screen.copy, owner, head.id), texts.COPIED.format(title=title))


def _remove(owner: str, head: Head) -> None:
    notes.remove(session.data_folder(), owner, head.id)
    st.session_state[_UNDO] = head.id


def _renamed(owner: str, head: Head, key: str) -> None:
    title = str(st.session_state.get(key, ""))

    def rename() -> None:
        notes_versions.edit(
            session.data_folder(), owner, head.id, head.version,
            lambda content: notes_editing.titled(content, title), texts.DID_TITLE,
        )  # fmt: skip
        st.session_state.pop(_RENAMING, None)  # a title that is too long stays in its field

    acts.do(_PLACE, rename, texts.RENAMED)


def _bring_back(owner: str, note: str) -> None:
    acts.do(_PLACE, lambda: texts.BROUGHT_BACK.format(title=notes.bring_back(session.data_folder(), owner, note).title))
