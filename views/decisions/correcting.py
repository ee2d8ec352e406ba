"""The outcome of a decision as a person confirms or corrects it, and takes that back again."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from search.registers import edits
from search.registers.decisions import MEETINGS, Decision
from search.registers.edits import Edit, What
from search.registers.treatments import Effect
from search.types import EVERYONE
from views import session
from views.decisions import texts as words
from views.dossiers import texts as texts_dossier
from views.pieces import acts, dutch
from views.pieces.markup import element, escaped

_PLACE: Final = "besluit"
_LAST: Final = "besluit-verbeteren"  # what is chosen in the form under all the rest is answered there


def made_on(decision: Decision, made: Sequence[Edit]) -> Edit | None:
    """Return what a person last decided of the outcome: that on the richest paper counts, as in the register."""
    for paper in decision.papers:
        own = [edit for edit in made if edit.what is What.EFFECT and edit.subject == paper.telling.own_key]
        if own:
            return own[-1]
    return None


def show_near(decision: Decision, edit: Edit | None) -> None:
    """Show beside the outcome what a person decided of it, or that it was not read with certainty."""
    with st.container():  # a place of its own, empty or not: the form below it stays open
        acts.said(_PLACE)
        if edit:
            _undo(edit)
        elif decision.needs_a_look:
            _form(decision, words.DOUBT, words.CONFIRM, _PLACE)


def show_last(decision: Decision, edit: Edit | None) -> None:
    """Show, under all the rest, where a person corrects what was read with certainty."""
    is_an_item = decision.papers[0].telling.is_item and decision.document.kind not in MEETINGS
    if edit is None and is_an_item and not decision.needs_a_look:
        with st.expander(words.WRONG):
            _form(decision, words.OUTCOME_LABEL, words.SAVE, _LAST)
            with st.container():
                acts.said(_LAST)


def _form(decision: Decision, label: str, button: str, place: str) -> None:
    choices = ["", *map(str, Effect)]
    key = f"sg-uitkomst-{decision.key}"
    form = st.form(f"{key}-vraag", border=False)
    with form, st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            label,
            choices,
            choices.index(str(decision.effect or "")),
            format_func=lambda value: texts_dossier.OUTCOMES[Effect(value)] if value else words.WITHOUT_OUTCOME,
            key=key,
            width=260,
        )
        note = partial(_note, decision.papers[0].telling.own_key, key)
        st.form_submit_button(button, on_click=acts.do, args=(place, note))


def _note(subject: str, field: str) -> None:
    chosen = str(st.session_state.get(field) or "")
    edits.note(session.data_folder(), session.reader(), What.EFFECT, subject, chosen)


def _undo(edit: Edit) -> None:
    day = dutch.day(edit.made_at.astimezone().date())
    said = words.CONFIRMED if edit.made_by == EVERYONE else words.CONFIRMED_BY
    with st.container(key="sg-nagekeken", horizontal=True, vertical_alignment="center"):
        line = element("p", escaped(said.format(name=edit.made_by, day=day)), {"class": "sg-muted", "role": "status"})
        st.html(line, width="content")
        undo = partial(edits.undo, session.data_folder(), edit.id)
        st.button(words.UNDO, key="sg-terugnemen", on_click=acts.do, args=(_PLACE, undo))
