"""A briefing note on a theme: typed, made, read, taken along as a file. Made of quotations, each with its page."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import streamlit as st

from desk.brief.note import compose
from desk.note import Note
from desk.notes import collect, notes
from search import KnowledgeBase
from search.answer import Query
from search.errors import KnowledgeBaseError
from search.types import Reader
from views import address as addresses
from views import session
from views.address import Address
from views.notes import body, current, summary, ways
from views.notes import texts as texts_note
from views.notes import texts_brief as texts
from views.pieces import widgets
from views.pieces.markup import attributes_text, element, escaped
from views.pieces.remembered import remembered

_KEPT: Final = 16


def show() -> None:
    """Show the form and, once there is a theme, the note."""
    current.show()
    address, problems = session.read_address()
    widgets.show(element("h1", escaped(texts.HEADING)), form(address.query, session.overview().municipalities))
    if problems:
        widgets.show(widgets.notice(problems))
    if not address.query.text:
        widgets.show(element("p", escaped(texts.INTRO), {"class": "sg-lead"}))
        return
    session.name_screen(address.query.text)
    with st.spinner(texts.WORKING):
        note = made(address.query)
    with st.container(key="sg-nota-meenemen", horizontal=True, vertical_alignment="bottom"):
        widgets.show(body.files(addresses.parameters(Address(address.query))))
        if st.button(texts_note.KEEP, help=texts_note.KEEP_WHY, type="primary", key="sg-nota-bewaar"):
            _keep(note)
    summary.show(note)
    widgets.show(body.body(note))


@remembered(_KEPT)
def made(opened: KnowledgeBase, reader: Reader, query: Query) -> Note:
    """Return the note on what is asked."""
    return compose(opened, reader, query.text, query.since, query.until, query.municipalities, today=date.today())


def form(query: Query, municipalities: Iterable[str]) -> str:
    """Return the fields in which theme, period and municipalities are chosen."""
    theme = {
        "type": "search", "name": "vraag", "value": query.text, "maxlength": 500, "required": True,
        "placeholder": texts.PLACEHOLDER,
    }  # fmt: skip
    fields = element("label", f"{escaped(texts.THEME)}<input{attributes_text(theme)}>")
    for name, label, day in (("van", texts.SINCE, query.since), ("tot", texts.UNTIL, query.until)):
        year = {"type": "number", "name": name, "min": 1900, "max": 2100, "value": day.year if day else None}
        fields += element("label", f"{escaped(label)}<input{attributes_text(year)}>")
    options = "".join(
        element("option", escaped(name), {"value": name, "selected": name in query.municipalities})
        for name in sorted(municipalities)
    )
    places = element("select", options, {"name": "gemeente", "multiple": True, "size": 4})
    fields += element("label", escaped(texts.MUNICIPALITIES) + places)
    button = element("button", escaped(texts.BUTTON), {"type": "submit", "class": "sg-button"})
    attributes = {"action": addresses.BRIEF, "data-intern": True, "class": "sg-pick sg-ask-form"}
    return element("form", fields + button, attributes)


def _keep(note: Note) -> None:
    """Keep what was composed as a note of this person, and open it."""
    owner = session.owner()
    if owner is None:
        widgets.show(widgets.notice([texts_note.NO_COOKIES], ""))
        return
    kb = session.knowledge_base()
    try:
        content = collect.draft(kb, session.reader(), note)
        kept = notes.create(kb.data, owner, content, texts_note.DID_DRAFT)
    except KnowledgeBaseError as error:
        widgets.show(widgets.notice([str(error)], ""))
        return
    ways.go(kept.id)
