"""The screen of watch lists: what somebody follows, what is new of it, and its settings. Finds nothing itself."""

from datetime import datetime
from functools import partial
from typing import Final

import streamlit as st

from desk.watches import news as watch_news
from desk.watches import watches, watching
from desk.watches.watches import Watch, What
from search.answer import Query
from views import session
from views.address import SEARCH
from views.pieces import acts, dutch, widgets
from views.pieces.markup import anchor, element, escaped
from views.watches import settings, texts
from views.watches import told as watches_told

_OF: Final = "sg-volg-gemeenten"


def show() -> None:
    """Show what this person follows."""
    widgets.show(element("h1", escaped(texts.HEADING)))
    owner = session.owner()
    if owner is None:
        widgets.show(element("p", escaped(texts.NO_COOKIES), {"role": "status"}))
        return
    now, followed = datetime.now().astimezone(), of_reader(owner)
    acts.said(settings.PLACE)
    if followed:
        widgets.show(element("p", escaped(texts.INTRO), {"class": "sg-lead"}))
    else:
        widgets.show(_empty())
    is_busy = False
    for watch in followed:
        is_busy |= _watch(watch, now)
    if is_busy:
        widgets.show(element("p", escaped(texts.BUSY), {"role": "status"}))
    _removed(owner, now)
    _follow_contracts(owner)


def of_reader(owner: str) -> list[Watch]:
    """Return what somebody follows in the name in which he looks now: what another name may read is not his to see."""
    name = session.reader().name
    return [watch for watch in watches.listed(session.data_folder(), owner) if watch.reader == name]


def _watch(watch: Watch, now: datetime) -> bool:
    """Show one watch; return whether it could not be looked for, as files are being read in."""
    kb, data, today = session.knowledge_base(), session.data_folder(), now.date()
    found = watching.look(kb, data, watch, now)
    told = watching.told(kb, data, watch, today)
    new = [each.news.key for each in told if not each.news.is_seen]
    with st.container(border=True, key=f"sg-volg-{watch.id}"):
        widgets.show(watches_told.head(watch, len(new)), watches_told.told(kb, watch, told, today))
        if watch.what is What.CONTRACTS:
            widgets.show(watches_told.coming(watching.contracts(kb, watch, today), today))
        if new:
            seen = partial(watch_news.mark_seen, data, watch.owner, watch.id, new)
            st.button(texts.SEEN, key=f"sg-gezien-{watch.id}", on_click=acts.do, args=(settings.PLACE, seen))
        settings.show(watch)
    return found is None


def _empty() -> str:
    head = element("h2", escaped(texts.EMPTY_HEADING)) + element("p", escaped(texts.EMPTY), {"role": "status"})
    way = element("p", anchor(SEARCH, escaped(texts.TO_SEARCH), {"class": "sg-button"}))
    return element("div", head + way, {"class": "sg-nothing"})


def _removed(owner: str, now: datetime) -> None:
    """Offer to take back what was removed, the last three."""
    name, data = session.reader().name, session.data_folder()
    for watch in [each for each in watches.removed(data, owner, now) if each.reader == name][:3]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"sg-weg-{watch.id}"):
            widgets.show(element("p", escaped(texts.DELETED.format(name=watch.name)), {"class": "sg-muted"}))
            undo = (settings.PLACE, partial(watches.undo_removal, data, owner, watch.id))
            done = texts.UNDONE.format(name=watch.name)
            st.button(texts.UNDO, key=f"sg-terug-{watch.id}", on_click=acts.do, args=(*undo, done))


def _follow_contracts(owner: str) -> None:
    widgets.show(
        element("h2", escaped(texts.CONTRACTS_HEADING)),
        element("p", escaped(texts.CONTRACTS_INTRO), {"class": "sg-muted"}),
    )
    known = sorted(session.overview().municipalities)
    st.multiselect(texts.CONTRACTS_OF, known, key=_OF, placeholder="")
    st.button(
        texts.CONTRACTS_FOLLOW, key="sg-volg-data", on_click=acts.do, args=(settings.PLACE, partial(_follow, owner))
    )


def _follow(owner: str) -> None:
    chosen = tuple(st.session_state.get(_OF, ()))
    named = texts.CONTRACTS_NAME_OF.format(municipalities=dutch.joined(chosen)) if chosen else texts.CONTRACTS_NAME
    kb, reader, now = session.knowledge_base(), session.reader(), datetime.now().astimezone()
    watching.follow(kb, session.data_folder(), owner, reader, What.CONTRACTS, Query(named, municipalities=chosen), now)
