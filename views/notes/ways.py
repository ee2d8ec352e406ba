"""What the screens of notes share: which note the address asks for, the way to one, a moment as text."""

from datetime import datetime
from typing import NoReturn

import streamlit as st

from views.address import NOTES
from views.notes import texts
from views.pieces import dutch


def asked() -> str | None:
    """Return the id in the address; None where there is none."""
    return st.query_params.get("nota") or None


def way(note: str) -> str:
    """Return the address at which a note opens."""
    return f"{NOTES}?nota={note}"


def when(moment: datetime) -> str:
    """Return a moment as text: "25 november 2026, 14:03"."""
    local = moment.astimezone()
    return f"{dutch.day(local.date())}, {local:%H:%M}"


def go(note: str) -> NoReturn:
    """Open a note now."""
    page = st.Page(_never, title=texts.PAGE, url_path=NOTES.strip("/"))  # known by its path: see views.screens
    st.switch_page(page, query_params={"nota": note})


def _never() -> None:
    """Stand in for the screen: Streamlit finds the page by its path and calls the one that is registered."""
