"""A list of documents without a question: the newest first, narrowed down by the same filters as a search."""

from dataclasses import replace
from datetime import date

import streamlit as st

from search.answer import Query
from search.present import facets as count_facets
from views import session, texts
from views.address import Address
from views.pieces import dutch, facets, widgets
from views.pieces.markup import element, escaped


def show(address: Address, path: str) -> None:
    """Show the filters and the documents that pass them; `path` is the screen that the links lead to."""
    query = replace(address.query, text="")
    everything = session.documents(Query(""))
    passing = session.documents(query)
    beside, main = st.columns([1, 3], gap="large")
    with beside:
        widgets.show(facets.block(address, count_facets(everything, query), path))
    with main:
        widgets.show(widgets.chips(address, path), _list(address, path, len(passing)))


def _list(address: Address, path: str, count: int) -> str:
    if not count:
        return element("p", escaped(texts.NOTHING_FILTERED), {"role": "status"})
    today = date.today()
    shown = session.documents(replace(address.query, text=""))[: address.shown]
    rows = "".join(widgets.document_row(address, document, today) for document in shown)
    line = texts.NEWEST_FIRST.format(documents=dutch.counted(count, texts.DOCUMENTS))
    return (
        element("p", escaped(line), {"class": "sg-count-line", "role": "status"})
        + element("ol", rows, {"class": "sg-list"})
        + widgets.more(address, count - len(shown), path)
    )
