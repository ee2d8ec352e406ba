"""The list of dossiers, narrowed down by municipality and theme."""

from datetime import date

import streamlit as st

from search.registers.dossiers import Dossier
from views import session
from views.address import DOSSIERS, FIRST_SHOWN, Address
from views.dossiers import matters
from views.dossiers import texts as words
from views.pieces import dutch, take_along, widgets
from views.pieces.markup import element, escaped


def show() -> None:
    """Show the dossiers that pass the choice, pinned ones first, then those with the newest matter."""
    address, problems = session.read_address()
    every = session.registers().register(session.reader()).dossiers
    widgets.show(
        element("h1", escaped(words.DOSSIERS_HEADING)),
        element("p", escaped(words.DOSSIERS_INTRO), {"class": "sg-lead"}),
    )
    if problems:
        widgets.show(widgets.notice(problems))
    if not every:
        widgets.show(element("p", escaped(words.NO_DOSSIERS), {"role": "status"}))
        return
    _choose(address, every)
    found = [each for each in every if _passes(each, address)]
    if not found:
        widgets.show(element("p", escaped(words.NO_DOSSIERS_HERE), {"role": "status"}))
        return
    line = element("p", escaped(dutch.counted(len(found), words.DOSSIER_COUNT)), {"class": "sg-count-line"})
    cards = "".join(matters.dossier_card(each, date.today()) for each in found[: address.shown])
    more = widgets.more(address, max(0, len(found) - address.shown), DOSSIERS)
    files = take_along.links(address, take_along.List.DOSSIERS)
    widgets.show(line, element("ol", cards, {"class": "sg-list"}), more, files)


def _choose(address: Address, every: tuple[Dossier, ...]) -> None:
    """Show the choice of municipality and theme; what is chosen goes into the address."""
    places = sorted({name for each in every for name in each.municipalities})
    themes = sorted({name for each in every for name in each.themes})
    chosen_place = address.query.municipalities[0] if address.query.municipalities else None
    left, right = st.columns(2)
    place = left.selectbox(
        words.CHOOSE_MUNICIPALITY,
        [None, *places],
        index=places.index(chosen_place) + 1 if chosen_place in places else 0,
        format_func=lambda name: name or words.ALL_MUNICIPALITIES,
    )
    theme = right.selectbox(
        words.CHOOSE_THEME,
        [None, *themes],
        index=themes.index(address.theme) + 1 if address.theme in themes else 0,
        format_func=lambda name: name or words.ALL_THEMES,
    )
    if (place, theme or "") != (chosen_place, address.theme):
        query = type(address.query)("", municipalities=(place,) if place else ())
        session.write_address(Address(query, FIRST_SHOWN, theme=theme or ""))
        st.rerun()


def _passes(dossier: Dossier, address: Address) -> bool:
    wanted = address.query.municipalities
    return (not wanted or not set(wanted).isdisjoint(dossier.municipalities)) and (
        not address.theme or address.theme in dossier.themes
    )
