"""What a person does to a note on the screen, handed on with the version that he saw; and what came of it."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from desk.notes import versions as notes_versions
from desk.notes.content import Content
from desk.notes.rows import Head
from search.errors import KnowledgeBaseError, NotFound
from views import session
from views.notes import texts
from views.pieces import widgets
from views.pieces.markup import element, escaped

_BASE: Final = "sg_nota_versie_"
_FAILED: Final = "sg_nota_mislukt"


def begin(head: Head) -> None:
    """Note which version is on the screen: what is done there, is done to that one."""
    st.session_state[_BASE + head.id] = head.version


def edit(note: str, change: Callable[[Content], Content], what: str, typed: str = "") -> None:
    """Change a note.

    Args:
        note: Its id.
        change: Returns its content as it is to be.
        what: What is done, in Dutch, for the list of versions.
        typed: What the person typed: handed back to him where it could not be kept.
    """
    act(note, lambda owner, base: notes_versions.edit(session.data_folder(), owner, note, base, change, what), typed)


def act(note: str, action: Callable[[str, int], object], typed: str = "") -> None:
    """Do something to a note, given its owner and the version on the screen; keep why it could not be done."""
    try:
        owner = session.owner()
        if owner is None:
            raise NotFound(texts.NO_COOKIES)
        action(owner, int(st.session_state.get(_BASE + note, 0)))
    except KnowledgeBaseError as error:
        st.session_state[_FAILED] = (str(error), typed)


def failed() -> None:
    """Say why the last change could not be kept, and hand back what was typed; nothing where it could."""
    sentence, typed = st.session_state.pop(_FAILED, ("", ""))
    if not sentence:
        return
    widgets.show(widgets.notice([sentence], ""))
    if typed:
        widgets.show(
            element("p", escaped(texts.NOT_SAVED)), element("blockquote", escaped(typed), {"class": "sg-cite"})
        )


def follow(key: str, stored: str) -> None:
    """Let a text field show what is stored, whatever it showed before."""
    if st.session_state.get(key) != stored:
        st.session_state[key] = stored


def typed(key: str) -> str:
    """Return what stands in a text field."""
    return str(st.session_state.get(key) or "")
