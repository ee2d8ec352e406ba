"""Confirming and correcting what was read of a contract, and taking that back. Writes edits only."""

from functools import partial
from typing import Final

import streamlit as st

from desk import texts as desk_texts
from desk.registers import corrections
from desk.registers.board import Row
from search.registers import edits
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract, Evidence
from search.registers.edits import Edit, What
from search.types import EVERYONE
from views import session
from views import texts as shared
from views.pieces import acts, dutch, sources, widgets
from views.pieces.markup import element, escaped
from views.registers import texts

_PLACE: Final = "overeenkomst"
_FORM: Final = "overeenkomst-verbeteren"  # what is typed there is answered there


def to_look_at(row: Row) -> None:
    """Say why a change could not be made; ask to confirm what was read with little certainty, if there is any."""
    # In a place of its own, empty or not: what stands below keeps its place on the screen, and with it stays open.
    with st.container():
        acts.said(_PLACE)
        if row.uncertain:
            _uncertain(row)


def _uncertain(row: Row) -> None:
    with st.container(border=True, key="sg-nakijken"):
        heading = element("h2", escaped(texts.LOOK_HEADING))
        widgets.show(heading, element("p", escaped(texts.LOOK_INTRO), {"class": "sg-muted"}))
        for i, each in enumerate(row.uncertain):
            with st.container(horizontal=True, vertical_alignment="center", key=f"sg-nakijken-{i}"):
                widgets.show(_asked(each))
                key = f"sg-klopt-{each.document.id}-{edits.name_of(each.fact)}"
                st.button(
                    texts.CONFIRM, key=key, on_click=acts.do, args=(_PLACE, partial(_note, each, each.fact.value))
                )


def _asked(evidence: Evidence) -> str:
    label = element("strong", escaped(texts.FIELDS[evidence.fact.field]))
    said = element("span", escaped(texts.SAID.format(said=evidence.fact.said)), {"class": "sg-muted"})
    page = escaped(shared.PAGE_SHORT.format(number=evidence.page))
    link = sources.page_link(evidence.document, evidence.page, escaped(sources.value(evidence.fact)))
    return element("p", f"{label}: {link} {page}<br>{said}")


def correct(contract: Contract) -> None:
    """Offer to correct any fact; one that was corrected already is first taken back."""
    done = {(edit.subject, edit.value) for edit in _edits(contract)}
    every = [
        each
        for field in texts.FIELDS
        for each in contract.facts.get(field, ())
        if (each.document.path, each.fact.value) not in done
    ]
    if not every:
        return
    with st.expander(texts.CORRECT_HEADING):
        which = f"sg-welk-{contract.key}"
        chosen = st.selectbox(texts.CORRECT_WHICH, every, format_func=_named, key=which)
        _value(chosen)
        with st.container():
            acts.said(_FORM)
        with st.container(horizontal=True):
            save, drop = ((_FORM, partial(change, which), texts.CORRECTED) for change in (_correct, _drop))
            st.button(texts.CORRECT_SAVE, type="primary", key="sg-bewaren", on_click=acts.do, args=save)
            st.button(texts.CORRECT_DROP, key="sg-weglaten", on_click=acts.do, args=drop)


def _value(chosen: Evidence) -> None:
    """Show the field in which the right value is typed or chosen."""
    key = _key(chosen)
    if chosen.fact.field is Field.RENEWAL:
        known = list(desk_texts.RENEWALS)
        at = known.index(chosen.fact.value) if chosen.fact.value in known else 0
        st.selectbox(texts.CORRECT_VALUE, known, at, format_func=lambda name: desk_texts.RENEWALS[name], key=key)
        return
    st.text_input(texts.CORRECT_VALUE, placeholder=texts.CORRECT_HELP, max_chars=corrections.LONGEST, key=key)


def _key(chosen: Evidence) -> str:
    return f"sg-waarde-{chosen.document.id}-{edits.name_of(chosen.fact)}"


def _correct(which: str) -> None:
    chosen: Evidence = st.session_state[which]
    _note(chosen, corrections.checked(chosen.fact.field, str(st.session_state.get(_key(chosen)) or "")))


def _drop(which: str) -> None:
    _note(st.session_state[which], "")


def _named(evidence: Evidence) -> str:
    page = shared.PAGE_SHORT.format(number=evidence.page)
    return f"{texts.FIELDS[evidence.fact.field]}: {sources.value(evidence.fact)} ({page})"


def made(contract: Contract) -> None:
    """Show what people confirmed and corrected, each with a button that takes it back."""
    found = _edits(contract)
    if not found:
        return
    widgets.show(element("h2", escaped(texts.EDITS_HEADING)))
    for edit in found:
        with st.container(key=f"sg-wijziging-{edit.id}"):
            widgets.show(element("p", described(edit)))
            undo = partial(edits.undo, session.data_folder(), edit.id)
            st.button(texts.UNDO, key=f"sg-terug-{edit.id}", on_click=acts.do, args=(_PLACE, undo))


def described(edit: Edit) -> str:
    """Return what was confirmed or corrected, by whom and when."""
    field, old = corrections.field_of(edit)
    label = texts.FIELDS[field] if field else edit.field
    form = texts.EDIT_CONFIRMED if edit.value == old else texts.EDIT_CHANGED if edit.value else texts.EDIT_DROPPED
    day = dutch.day(edit.made_at.astimezone().date())
    is_known = edit.made_by not in ("", EVERYONE)  # without sign-in all are one reader
    who = texts.EDIT_BY_NAME.format(name=edit.made_by, day=day) if is_known else texts.EDIT_BY.format(day=day)
    what = form.format(field=label, old=_shown(field, old), value=_shown(field, edit.value))
    return f"{escaped(what)} " + element("span", escaped(who), {"class": "sg-muted"})


def _shown(field: Field | None, value: str) -> str:
    return sources.value(Fact(field, value, "", "", (), 1.0)) if field else value


def _edits(contract: Contract) -> list[Edit]:
    return corrections.of_contract(session.registers().register(session.reader()).edits, contract)


def _note(evidence: Evidence, value: str) -> None:
    name, path = edits.name_of(evidence.fact), evidence.document.path
    edits.note(session.data_folder(), session.reader(), What.FACT, path, value, name)
