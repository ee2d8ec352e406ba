"""A briefing note on a theme: typed, made, read, taken along as a file. Made of quotations, each with its page."""

from collections.abc import Iterable
from datetime import date
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from desk.brief import compose
from desk.note import Entry, Note, Section, Source
from search import KnowledgeBase
from search.answer import Query
from search.types import Reader
from views import address as addresses
from views import session, widgets
from views import texts_brief as texts
from views.address import DOCUMENT, Address, link
from views.markup import anchor, attributes_text, element, escaped
from views.remembered import remembered

_KEPT: Final = 16


def show() -> None:
    """Show the form and, once there is a theme, the note."""
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
    widgets.show(files(address), body(note))


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


def files(address: Address) -> str:
    """Return the links to the note as a file."""
    query = urlencode(addresses.parameters(Address(address.query)), doseq=True)
    links = " ".join(
        element("a", escaped(name), {"href": f"/export/nota.{ending}?{query}", "download": True, "class": "sg-button"})
        for ending, name in texts.FORMS.items()
    )
    return element("p", f"{escaped(texts.TAKE)} {links}", {"class": "sg-exports"})


def body(note: Note) -> str:
    """Return the note: sections, and the list of sources that their numbers lead to."""
    numbers = {source: number for number, source in enumerate(note.sources(), 1)}
    sections = "".join(_section(note, section) for section in note.sections if section.entries)
    rows = "".join(element("li", _named(source), {"id": f"bron-{number}"}) for source, number in numbers.items())
    sources = element("h2", escaped(texts.SOURCES)) + element("ol", rows) if rows else ""
    return element("article", sections + sources, {"class": "sg-note"})


def _section(note: Note, section: Section) -> str:
    entries = "".join(_entry(note, entry) for entry in section.entries)
    return element("h2", escaped(section.heading)) + entries


def _entry(note: Note, entry: Entry) -> str:
    lead = element("p", element("strong", escaped(entry.lead))) if entry.lead else ""
    number = note.number(entry)
    remark = element("p", escaped(entry.remark), {"class": "sg-muted"}) if entry.remark else ""
    if entry.source is None or number is None:
        return lead + element("p", escaped(entry.text)) + remark
    to_page = anchor(_page(entry.source), f"[{number}]", {"title": _title(entry.source)})
    return lead + element("blockquote", f"{escaped(entry.text)} {to_page}", {"class": "sg-cite"}) + remark


def _named(source: Source) -> str:
    return anchor(_page(source), escaped(_title(source)))


def _title(source: Source) -> str:
    return texts.ON_PAGE.format(title=source.title, page=source.page)


def _page(source: Source) -> str:
    return link(Address(document=source.document_id, page=source.page), DOCUMENT)
