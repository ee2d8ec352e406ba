"""What a click does to what is kept: done before the screen is drawn again, so that no next click takes its place.

Streamlit tells a script of a click only until the next one: of three within a tenth of a second, two never reached
their line `if st.button(...):`. A callback is called first, whatever comes after.
"""

from collections.abc import Callable
from typing import Final

import streamlit as st

from search.errors import KnowledgeBaseError
from views.pieces import widgets

_SAID: Final = "sg_gezegd_"


def do(place: str, change: Callable[[], object], done: str = "") -> None:
    """Make a change, and keep what is to be said of it. For a button, as its `on_click`.

    A change that depends on what stands in a field reads it from the session when it is called: what was in it when
    the button was drawn is old by then.

    Args:
        place: Where `said` says it.
        change: Makes it; a sentence that it returns is said, and why it could not be made.
        done: What to say where it returns none.
    """
    try:
        made = change()
    except KnowledgeBaseError as error:
        st.session_state[_SAID + place] = widgets.notice([str(error)], "")
        return
    sentence = made if isinstance(made, str) else done
    if sentence:
        st.session_state[_SAID + place] = widgets.done(sentence)


def said(place: str) -> None:
    """Say once what came of the last change there."""
    widgets.show(st.session_state.pop(_SAID + place, ""))
