"""One contract: its dates, everything that its papers say of it with the page, and what a person should confirm."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from desk.registers import board, durations
from desk.registers.board import Row, What
from search.errors import NotFound
from search.registers.agreements import Field
from search.registers.contracts import Contract, Evidence
from search.types import Document
from views import session
from views import texts as shared
from views.address import CONTRACTS
from views.notes import button as note_button
from views.notes import current as note_current
from views.pieces import dutch, sources, widgets
from views.pieces.markup import anchor, element, escaped
from views.registers import contract_edits, texts

_ELSEWHERE: Final = frozenset({Field.JOINED, Field.MAY_JOIN})  # have a place of their own


def show() -> None:
    """Show the contract that the address names, or say that there is none."""
    note_current.show()
    address, problems = session.read_address()
    back = element("p", anchor(CONTRACTS, escaped(texts.BACK)), {"class": "sg-back"})
    if address.contract is None:
        widgets.show(back, element("h1", escaped(texts.PAGE_CONTRACT)), element("p", escaped(texts.NONE_OPEN)))
        return
    try:
        contract = session.registers().contract(address.contract, session.reader())
    except NotFound:
        sentence = element("p", escaped(texts.NOT_THERE), {"role": "status"})
        widgets.show(back, element("h1", escaped(texts.NOT_THERE_HEADING)), sentence)
        return
    today = date.today()
    row = board.row(contract, today)
    session.name_screen(row.name)
    widgets.show(back, top(row, today))
    note_button.for_contract(contract)
    if problems:
        widgets.show(widgets.notice(problems))
    main, beside = st.columns([5, 3], gap="large")
    with main:
        contract_edits.to_look_at(row)
        widgets.show(facts(contract))
        contract_edits.correct(contract)
    with beside:
        widgets.show(dates(row, today), members(row), papers(contract, today))
        contract_edits.made(contract)


def top(row: Row, today: date) -> str:
    """Return name and state of a contract, how long each thing still lasts, and the way to its first page."""
    document = row.contract.document
    parts = [
        sources.phase(row.phase),
        element("span", escaped(dutch.kind(document.kind)), {"class": "sg-pill"}),
        *(element("span", escaped(each)) for each in still(row, today)),
    ]
    return (
        element("h1", escaped(row.name), {"class": "sg-document-title"})
        + element("p", " ".join(parts), {"class": "sg-meta"})
        + element("p", sources.page_link(document, 1, escaped(texts.OPEN_PAPER)), {"class": "sg-lead"})
    )


def still(row: Row, today: date) -> list[str]:
    """Return what can be done until when, by day, each with the days that are left; of what is over only the end."""
    return [
        texts.STILL[each.what].format(left=sources.left((each.day - today).days))
        for each in row.deadlines
        if each.day >= today or each.what is What.END
    ]


def facts(contract: Contract) -> str:
    """Return what the papers say, a line for each field, each value a link to its page."""
    lines = [
        _line(label, contract.facts[field])
        for field, label in texts.FIELDS.items()
        if field not in _ELSEWHERE and contract.facts.get(field)
    ]
    heading = element("h2", escaped(texts.FACTS_HEADING))
    intro = element("p", escaped(texts.FACTS_INTRO), {"class": "sg-muted"})
    return element("section", heading + intro + element("dl", "".join(lines), {"class": "sg-facts sg-wide"}))


def _line(label: str, found: Sequence[Evidence]) -> str:
    values = "<br>".join(_with_page(each) for each in found)
    return element("div", element("dt", escaped(label)) + element("dd", values))


def _with_page(evidence: Evidence) -> str:
    number = element("span", escaped(shared.PAGE_SHORT.format(number=evidence.page)), {"class": "sg-muted sg-page"})
    return f"{sources.fact_link(evidence)} {number}"


def dates(row: Row, today: date) -> str:
    """Return the days on which something ends, and the calendar file with them."""
    heading = element("h2", escaped(texts.DATES_HEADING))
    if not row.deadlines:
        return element("section", heading + element("p", escaped(texts.DATES_NONE)))
    items = ""
    for each in row.deadlines:
        how = ""
        if each.end is not None:
            duration = durations.in_words(each.evidence.fact.value)
            how = element("div", escaped(texts.COUNTED_BACK.format(duration=duration)), {"class": "sg-under"})
        day = sources.fact_link(each.evidence, dutch.day(each.day))
        left = element("div", escaped(sources.left((each.day - today).days)), {"class": "sg-under"})
        items += element("div", element("dt", escaped(texts.WHAT[each.what])) + element("dd", day + left + how))
    take = ""
    if any(each.day >= today for each in row.deadlines):
        take = sources.exports("/export/overeenkomsten", {"overeenkomst": row.contract.key}, ("ics",))
    return element("section", heading + element("dl", items, {"class": "sg-facts sg-wide"}) + take)


def members(row: Row) -> str:
    """Return who takes part as equals, who joined and since when, who may, and who left."""
    heading = element("h2", escaped(texts.MEMBERS_HEADING))
    may = sources.may_join(row.contract, date.today())
    parts = _named(texts.PARTNERS, row.partners) + _named(texts.JOINED, row.joined)
    if row.may_join:
        parts += element("p", f"{escaped(may)} " + ", ".join(sources.fact_link(each) for each in row.may_join))
    parts += _named(texts.WHO_LEFT, row.contract.left)
    return element("section", heading + (parts or element("p", escaped(texts.MEMBERS_NONE))))


def _named(label: str, found: Sequence[Evidence]) -> str:
    """Return names with their pages under a label; nothing where there are none."""
    items = "".join(element("li", _with_page(each)) for each in found)
    return element("p", escaped(label)) + element("ul", items) if items else ""


def papers(contract: Contract, today: date) -> str:
    """Return the papers of a contract, itself first."""
    told = [each for facts in (*contract.facts.values(), contract.left) for each in facts]
    items = "".join(element("li", _paper(paper, told, today)) for paper in contract.papers)
    list_ = element("ul", items, {"class": "sg-also"})
    return element("section", element("h2", escaped(texts.PAPERS_HEADING)) + list_)


def _paper(paper: Document, told: Sequence[Evidence], today: date) -> str:
    """Return a paper as a link to the first page on which it says something of the contract."""
    pages = [each.page for each in told if each.document.id == paper.id]
    name = sources.page_link(paper, min(pages, default=1), escaped(paper.title))
    kind = element("span", escaped(dutch.kind(paper.kind)), {"class": "sg-pill"})
    return f"{name}<br>{kind} {widgets.when(paper.date, today)}"
