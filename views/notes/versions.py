"""Undoing, doing again, and the list of versions of a note, each of which can be put back."""

from functools import partial

import streamlit as st

from desk.notes import notes
from desk.notes import versions as notes_versions
from desk.notes.rows import Head
from desk.notes.versions import Version
from search.errors import KnowledgeBaseError
from views import session
from views.notes import changes, texts, ways
from views.pieces import dutch


def undo_and_redo(head: Head) -> None:
    """Show the buttons that go one version back and on."""
    data = session.data_folder()
    st.button(
        texts.UNDO, key="sg-nota-ongedaan", disabled=not head.can_undo, on_click=changes.act,
        args=(head.id, lambda owner, base: notes_versions.undo(data, owner, head.id, base)),
    )  # fmt: skip
    st.button(
        texts.REDO, key="sg-nota-opnieuw", disabled=not notes_versions.can_redo(data, head), on_click=changes.act,
        args=(head.id, lambda owner, base: notes_versions.redo(data, owner, head.id, base)),
    )  # fmt: skip


def show(note: str, shown: int) -> None:
    """Show the versions of a note of this person, folded."""
    owner = session.owner() or ""
    every = notes_versions.versions(session.data_folder(), owner, note)
    with st.expander(texts.VERSIONS.format(n=len(every))):
        st.text(texts.VERSIONS_INTRO)
        _choose(note, every, shown)


def show_damaged(note: str) -> None:
    """Show the versions of a note whose present one cannot be shown."""
    owner, data = session.owner() or "", session.data_folder()
    try:
        head = next(each for each in notes.listed(data, owner) if each.id == note)
        every = notes_versions.versions(data, owner, note)
    except (KnowledgeBaseError, StopIteration):
        return
    changes.begin(head)
    changes.failed()
    _choose(note, [each for each in every if each.number != head.version], head.version)


def _choose(note: str, every: list[Version], shown: int) -> None:
    chosen = st.selectbox(
        texts.VERSION_LABEL, every, format_func=partial(_named, shown=shown), key=f"sg-nota-versie-{note}"
    )
    if chosen:
        st.button(texts.RESTORE, key="sg-nota-terugzetten", on_click=_restore, args=(note, chosen),
                  disabled=chosen.number == shown)  # fmt: skip


def _named(version: Version, shown: int) -> str:
    pieces = dutch.counted(version.pieces, texts.PIECES)
    name = texts.VERSION.format(when=ways.when(version.made_at), what=version.what or texts.FIRST, pieces=pieces)
    return name + (texts.VERSION_NOW if version.number == shown else "")


def _restore(note: str, version: Version) -> None:
    what = texts.RESTORED.format(when=ways.when(version.made_at))
    changes.act(
        note,
        lambda owner, base: notes_versions.restore(session.data_folder(), owner, note, base, version.number, what),
    )
