"""A note to be read: its sections, each quotation with the link to its page, and the numbered list of sources. HTML."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from desk.note import Entry, Note, Section, Source, unrepeated
from views.address import DOCUMENT, Address, link
from views.notes import texts_brief as texts
from views.pieces import sources as file_links
from views.pieces.markup import anchor, element, escaped

Number: TypeAlias = Callable[[Entry], int | None]


def body(note: Note) -> str:
    """Return the note: sections, and the list of sources that their numbers lead to."""
    number = numbers(note)
    sections = "".join(_section(section, number) for section in note.sections if section.entries)
    return element("article", sections + sources(note), {"class": "sg-note"})


def sources(note: Note) -> str:
    """Return the numbered list of the pages that a note stands on; nothing where there are none."""
    rows = "".join(
        element("li", anchor(page(source), escaped(title(source))), {"id": f"bron-{number}"})
        for number, source in enumerate(note.sources(), 1)
    )
    return element("h2", escaped(texts.SOURCES)) + element("ol", rows) if rows else ""


def files(parameters: Mapping[str, Sequence[str]]) -> str:
    """Return the links to a note as a file; `parameters` say which."""
    return file_links.exports("/export/nota", parameters, ("docx", "pdf", "md"), texts.TAKE)


def said(entry: Entry, number: int | None) -> str:
    """Return lead, label and text of an entry, with the number of its source as a link behind the last of them."""
    parts = [element("strong", escaped(entry.lead)) if entry.lead else "", escaped(entry.label)]
    before = [each for each in parts if each]
    to_page = ""
    if entry.source and number is not None:
        to_page = " " + anchor(page(entry.source), f"[{number}]", {"title": title(entry.source)})
    if before and to_page and not entry.text:
        before[-1] += to_page
    above = "".join(element("p", each) for each in before)
    if entry.text and to_page:
        return above + element("blockquote", escaped(entry.text) + to_page, {"class": "sg-cite"})
    said = escaped(entry.text) or ("" if before else to_page)
    return above + (element("p", said, {"class": "sg-note-text"}) if said else "")


def title(source: Source) -> str:
    """Return the name of a source with its page."""
    return texts.ON_PAGE.format(title=source.title, page=source.page)


def page(source: Source) -> str:
    """Return the address of the page of a source."""
    return link(Address(document=source.document_id, page=source.page), DOCUMENT)


def numbers(note: Note) -> Number:
    """Return a function that gives the number of an entry's source; None where it has none."""
    known = note.numbers()
    return lambda entry: known.get(entry.page)


def _section(section: Section, number: Number) -> str:
    entries = "".join(_entry(entry, number(entry)) for entry in unrepeated(section.entries))
    return element("h2", escaped(section.heading)) + entries


def _entry(entry: Entry, number: int | None) -> str:
    remark = element("p", escaped(entry.remark), {"class": "sg-muted"}) if entry.remark else ""
    return said(entry, number) + remark
