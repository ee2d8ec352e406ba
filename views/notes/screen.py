"""One kept note: to edit for its owner, to read for a colleague, or why it cannot be shown."""

import streamlit as st

from desk.notes import opened as notes_opened
from desk.notes.content import Unreadable
from desk.notes.opened import OpenedNote
from desk.notes.rows import Head
from search.errors import KnowledgeBaseError, NotFound
from views import session
from views.address import NOTES
from views.notes import body, current, editing, texts, versions, ways
from views.pieces import widgets
from views.pieces.markup import element, escaped


def show(note: str) -> None:
    """Show the note of this id as whoever looks may see it."""
    current.show()
    widgets.show(widgets.back_to(NOTES, texts.BACK))
    kb, owner = session.knowledge_base(), session.owner()
    try:
        opened = notes_opened.opened(kb, session.reader(), owner, note, kb.data)
    except NotFound:
        _sorry(texts.NOT_THERE_HEADING, texts.NOT_THERE)
        return
    except Unreadable as error:
        _sorry(texts.DAMAGED_HEADING, str(error))
        versions.show_damaged(note)
        return
    if opened is None:
        _sorry(texts.NOT_WHOLE_HEADING, texts.NOT_WHOLE)
    elif opened.is_own:
        editing.show(opened)
    else:
        _read(opened)


def copy(owner: str, note: str) -> Head:
    """Keep a copy of a note, of this person or shared by a colleague, in the name of the reader."""
    kb = session.knowledge_base()
    return notes_opened.copied(kb, session.reader(), owner, note, kb.data, texts.COPY_TITLE, texts.DID_COPY)


def _sorry(heading: str, sentence: str) -> None:
    widgets.show(element("h1", escaped(heading)), element("p", escaped(sentence), {"role": "status"}))


def _read(opened: OpenedNote) -> None:
    """Show the note to a colleague, who may read all of it."""
    session.name_screen(opened.content.title)
    widgets.show(
        element("h1", escaped(opened.content.title)), element("p", escaped(texts.SHARED_BY), {"class": "sg-lead"})
    )
    with st.container(key="sg-nota-meenemen", horizontal=True, vertical_alignment="bottom"):
        widgets.show(body.files({"nota": [opened.head.id]}))
        wanted = st.button(texts.MAKE_COPY, key="sg-nota-kopie", type="primary")
    if wanted and (owner := session.owner()) is None:
        widgets.show(widgets.notice([texts.NO_COOKIES], ""))
    elif wanted and owner:
        try:
            made = copy(owner, opened.head.id)
        except KnowledgeBaseError as error:
            widgets.show(widgets.notice([str(error)], ""))
        else:
            ways.go(made.id)
    widgets.show(body.body(opened.note()))
