"""What a person does to a note on the screen, handed on with the version that he saw; and what came of it."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from desk.notes import versions as notes_versions
from desk.notes.content import Content, TooMuch
from desk.notes.rows import Head
from search.errors import KnowledgeBaseError, NotFound
from views import session
from views.notes import texts
from views.pieces import widgets
from views.pieces.markup import element, escaped

_BASE: Final = "sg_nota_versie_"
_FAILED: Final = "sg_nota_mislukt"
_TOO_LONG: Final = "sg_nota_te_lang"  # why what stands in a field could not be kept, by the key of the field


def begin(head: Head) -> None:
    """Note which version is on the screen: what is done there, is done to that one."""
    st.session_state[_BASE + head.id] = head.version


def edit(note: str, change: Callable[[Content], Content], what: str, field: str = "") -> None:
    """Change a note.

    Args:
        note: Its id.
        change: Returns its content as it is to be.
        what: What is done, in Dutch, for the list of versions.
        field: The key of the field in which the person typed. Where there is too much of it, it stays there; where
            it could not be kept for another reason, it is handed back to him.
    """
    act(note, lambda owner, base: notes_versions.edit(session.data_folder(), owner, note, base, change, what), field)


def act(note: str, action: Callable[[str, int], object], field: str = "") -> None:
    """Do something to a note, given its owner and the version on the screen; keep why it could not be done."""
    too_long: dict[str, str] = st.session_state.setdefault(_TOO_LONG, {})
    too_long.pop(field, None)
    try:
        owner = session.owner()
        if owner is None:
            raise NotFound(texts.NO_COOKIES)
        action(owner, int(st.session_state.get(_BASE + note, 0)))
    except KnowledgeBaseError as error:
        if field and isinstance(error, TooMuch):
            too_long[field] = str(error)
        else:
            st.session_state[_FAILED] = (str(error), typed(field))


def failed() -> None:
    """Say why the last change could not be kept, and hand back what was typed; nothing where it could."""
    sentence, handed_back = st.session_state.pop(_FAILED, ("", ""))
    if not sentence:
        return
    widgets.show(widgets.notice([sentence], ""))
    if handed_back:
        widgets.show(
            element("p", escaped(texts.NOT_SAVED)), element("blockquote", escaped(handed_back), {"class": "sg-cite"})
        )


def follow(key: str, stored: str) -> None:
    """Let a text field show what is stored, whatever it showed before; of what is too much nothing is taken away."""
    if is_too_long(key):
        return
    if st.session_state.get(key) != stored:
        st.session_state[key] = stored


def is_too_long(key: str) -> bool:
    """Whether more stands in a text field than can be kept."""
    return key in st.session_state and key in st.session_state.get(_TOO_LONG, {})


def too_long(key: str) -> None:
    """Say under a text field that what stands in it is too much to be kept; nothing where it is not."""
    if is_too_long(key):
        widgets.show(widgets.notice([f"{st.session_state[_TOO_LONG][key]} {texts.NOT_LOST}"], ""))


def typed(key: str) -> str:
    """Return what stands in a text field."""
    return str(st.session_state.get(key) or "")
