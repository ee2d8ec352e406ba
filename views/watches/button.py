"""The button that saves a search as a watch list. It shows that the search is followed already."""

from datetime import UTC, datetime
from functools import partial

import streamlit as st

from desk.kept.queries import cleaned
from desk.watches import watching
from desk.watches.watches import What
from search.answer import Query
from views import session
from views.address import WATCHES, Address
from views.pieces import acts, widgets
from views.pieces.markup import anchor, element, escaped
from views.watches import texts
from views.watches.settings import PLACE
from views.watches.watches import of_reader


def show(address: Address) -> None:
    """Show the button for the question and filters of an address; nothing where nothing is asked."""
    if not address.query.text:
        return
    acts.said(PLACE)
    owner, wanted = session.owner(), cleaned(address.query)
    if owner is None:
        widgets.show(element("p", escaped(texts.NO_COOKIES), {"class": "sg-muted"}))
    elif any(watch.what is What.SEARCH and watch.query == wanted for watch in of_reader(owner)):
        widgets.show(element("p", anchor(WATCHES, escaped(texts.FOLLOWED)), {"class": "sg-muted"}))
    else:
        follow = (PLACE, partial(_follow, owner, address.query), texts.FOLLOWING)
        st.button(texts.FOLLOW, key="sg-volg", type="tertiary", help=texts.FOLLOW_WHY, on_click=acts.do, args=follow)


def _follow(owner: str, query: Query) -> None:
    kb, data, reader = session.knowledge_base(), session.data_folder(), session.reader()
    watching.follow(kb, data, owner, reader, What.SEARCH, query, datetime.now(UTC))
