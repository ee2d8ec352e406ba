"""The current note of whoever looks: what is in it, and what just became of it. Looked up once for each screen drawn.

The bar that `show` draws stays in sight; buttons that collect ask `current` whether their thing is in already.
"""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from desk.notes import collect, notes
from desk.notes import versions as notes_versions
from desk.notes.content import Unreadable
from desk.notes.rows import Head
from search.errors import KnowledgeBaseError
from views import session
from views.notes import texts, ways
from views.pieces import widgets
from views.pieces.markup import anchor, element, escaped

_CURRENT: Final = "sg_nota_huidige"
_SAID: Final = "sg_nota_gezegd"


@dataclass(frozen=True, slots=True)
class Current:
    """The note that is collected in; None before the first."""

    head: Head | None = None
    origins: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Said:
    """What just became of it, and what can be done about that."""

    sentence: str
    head: Head | None = None
    can_undo: bool = False
    origin: str = ""  # of what can be taken out


def show() -> None:
    """Look what is in the current note, and show the bar with the way to it. To be called first on a screen."""
    current = st.session_state[_CURRENT] = _look()
    said: Said = st.session_state.pop(_SAID, Said(""))
    with st.container(key="sg-nota-balk", horizontal=True, vertical_alignment="center", gap="small"):
        widgets.show(_bar(current, said))
        if said.can_undo and said.head:
            st.button(texts.UNDO, key="sg-nota-terug", type="tertiary", on_click=_undo, args=(said.head,))
        elif said.origin:
            st.button(texts.TAKE_OUT, key="sg-nota-uit", type="tertiary", on_click=_take_out, args=(said.origin,))


def current() -> Current:
    """Return what `show` saw; an empty one where this screen does not show it."""
    found: Current = st.session_state.get(_CURRENT, Current())
    return found


def say(said: Said) -> None:
    """Let the bar say something when it is drawn next."""
    st.session_state[_SAID] = said


def _look() -> Current:
    owner = session.owner()
    head = notes.basket(session.data_folder(), owner) if owner else None
    if head is None:
        return Current()
    try:
        return Current(head, notes_versions.content(session.data_folder(), head).origins)
    except Unreadable:
        return Current(head)


def _bar(current: Current, said: Said) -> str:
    sentence = element("p", escaped(said.sentence), {"role": "status", "class": "sg-nota-said"})
    links = ""
    if said.head:
        links += anchor(ways.way(said.head.id), escaped(texts.OPEN))
    if current.head and (current.head.pieces or said.head):
        name = {"title": texts.COUNTER_TITLE.format(title=current.head.title), "class": "sg-nota-count"}
        links += anchor(ways.way(current.head.id), escaped(texts.COUNTER.format(n=current.head.pieces)), name)
    return sentence + links


def _undo(head: Head) -> None:
    owner = session.owner()
    try:
        if owner:
            notes_versions.undo(session.data_folder(), owner, head.id, head.version)
            say(Said(texts.UNDONE))
    except KnowledgeBaseError as error:
        say(Said(str(error)))


def _take_out(origin: str) -> None:
    owner = session.owner()
    try:
        if owner and (head := collect.take_out(session.knowledge_base(), owner, origin)):
            say(Said(texts.TAKEN_OUT, head, can_undo=True))
    except KnowledgeBaseError as error:
        say(Said(str(error)))
