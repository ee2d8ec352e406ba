"""The matrix: what each municipality last decided on each subject: a decision with its page, or an honest gap."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from desk.registers import finding, matrix, region
from desk.registers.finding import Items
from desk.registers.matrix import LONGEST_SUBJECT, MOST_SUBJECTS, Cell, State
from search import KnowledgeBase
from search.answer import Query
from search.registers.decisions import Decision
from search.types import Reader
from views import session
from views import texts as shared
from views.address import MATRIX, SEARCH, Address, link
from views.dossiers import matters
from views.pieces import dutch, sources, widgets
from views.pieces.markup import anchor, element, escaped
from views.pieces.remembered import remembered
from views.registers import texts

_ROWS_KEPT: Final = 128
Row = tuple[Cell, ...]
"""What all municipalities decided on one subject."""


def show() -> None:
    """Show the subjects that the address names, or the usual ones, for all municipalities."""
    address, problems = session.read_address()
    widgets.show(element("h1", escaped(texts.MATRIX_HEADING)), element("p", escaped(texts.MATRIX_INTRO)))
    if problems:
        widgets.show(widgets.notice(problems))
    if not session.overview().municipalities:
        widgets.show(sources.nothing(texts.MATRIX_EMPTY_HEADING, texts.MATRIX_EMPTY))
        return
    subjects = address.subjects or _usual()
    widgets.show(form(subjects))
    found = _asked(subjects)
    given = {"onderwerp": subjects}
    widgets.show(table(found), _line(found), sources.exports("/export/matrix", given, ("xlsx", "csv")))


def _asked(subjects: Sequence[str]) -> list[Row]:
    """Find all subjects, and show how far that is; what was found before comes at once."""
    busy = st.empty()
    found = []
    for i, subject in enumerate(subjects):
        busy.progress(i / len(subjects), texts.MATRIX_BUSY.format(subject=subject))
        found.append(row_of(subject))
    busy.empty()
    return found


@remembered(_ROWS_KEPT)
def row_of(opened: KnowledgeBase, reader: Reader, subject: str) -> Row:
    """Return what each municipality decided on a subject."""
    read_in = opened.overview(reader).municipalities
    places = region.places(region.members(opened.data), read_in)
    return matrix.cells(
        subject, places, read_in, lambda query, k: opened.search(query, reader, k), items(), decisions()
    )


@remembered(4)
def decisions(opened: KnowledgeBase, reader: Reader) -> Sequence[Decision]:
    """Return all that a reader may know, newest first."""
    return opened.registers.decisions(reader)


@remembered(4)
def items(opened: KnowledgeBase, reader: Reader) -> Items:
    """Return where each decision begins in its papers."""
    return finding.items(decisions())


def _usual() -> tuple[str, ...]:
    return matrix.usual_subjects(decisions(), texts.SUBJECTS)


def form(subjects: Sequence[str]) -> str:
    """Return the form in which other subjects are typed."""
    attributes = {
        "name": "onderwerp", "rows": max(3, len(subjects) + 1), "maxlength": (LONGEST_SUBJECT + 1) * MOST_SUBJECTS,
    }  # fmt: skip
    area = element("textarea", "\n" + escaped("\n".join(subjects)), attributes)
    label = element("label", escaped(texts.SUBJECTS_LABEL.format(most=MOST_SUBJECTS)) + area)
    button = element("button", escaped(texts.SHOW), {"type": "submit", "class": "sg-button"})
    typed = element("form", label + button, {"action": MATRIX, "data-intern": True, "class": "sg-pick sg-subjects"})
    return element("details", element("summary", escaped(texts.CHANGE_SUBJECTS)) + typed)


def table(found: Sequence[Row]) -> str:
    """Return the matrix: a row for each municipality of which something was read in, a column for each subject."""
    head = element("th", escaped(texts.MATRIX_COLUMN), {"scope": "col"})
    head += "".join(element("th", escaped(row[0].subject), {"scope": "col"}) for row in found if row)
    lines = ""
    for cells in _read_in(found):
        name = element("th", escaped(cells[0].municipality), {"scope": "row"})
        lines += element("tr", name + "".join(_cell(each) for each in cells))
    caption = element("caption", escaped(texts.MATRIX_HEADING), {"class": "sg-hidden"})
    made = element("table", caption + element("thead", element("tr", head)) + element("tbody", lines))
    attributes = {"class": "sg-table sg-matrix", "tabindex": 0, "role": "region", "aria-label": texts.MATRIX_HEADING}
    return element("div", made, attributes)


def _read_in(found: Sequence[Row]) -> list[Row]:
    """Return what each municipality decided, without those of which nothing was read in."""
    rows = zip(*found, strict=True)
    return [cells for cells in rows if any(cell.state is not State.NOT_READ for cell in cells)]


def _cell(cell: Cell) -> str:
    if cell.document is None:
        attributes = {"class": "sg-gap", "data-label": cell.subject}
        return element("td", escaped(texts.NOT_FOUND), attributes)
    day = element("time", escaped(_short(cell.day)), {"datetime": cell.day.isoformat()}) if cell.day else ""
    what = matters.outcome(cell.decision) if cell.decision else ""
    what = what or element("span", escaped(dutch.kind(cell.document.kind)), {"class": "sg-pill"})
    title = sources.page_link(cell.document, cell.page, escaped(cell.title), cell.passage)
    page = element("span", escaped(shared.PAGE_SHORT.format(number=cell.page)), {"class": "sg-muted sg-page"})
    head = element("div", f"{day} {what}", {"class": "sg-cell-head"})
    return element("td", head + f"{title} {page}" + _more(cell), {"data-label": cell.subject})


def _more(cell: Cell) -> str:
    if not cell.more:
        return ""
    shown = dutch.counted(cell.more, texts.MORE_HERE)
    label = texts.MORE_LABEL.format(more=shown, municipality=cell.municipality, subject=cell.subject)
    target = link(Address(Query(cell.subject, (cell.municipality,))), SEARCH)
    return element("div", anchor(target, escaped(shown), {"aria-label": label}), {"class": "sg-under"})


def _short(day: date | None) -> str:
    return f"{day.day}/{day.month}/{day.year}" if day else ""


def _line(found: Sequence[Row]) -> str:
    cells = [cell for row in _read_in(found) for cell in row]
    full = sum(cell.state is State.FOUND for cell in cells)
    unread = [cell.municipality for row in found[:1] for cell in row if cell.state is State.NOT_READ]
    said = texts.MATRIX_LINE.format(found=full, all=len(cells))
    if unread:
        said += " " + texts.MATRIX_UNREAD.format(places=dutch.joined(unread))
    return element("p", escaped(said), {"role": "status"})
