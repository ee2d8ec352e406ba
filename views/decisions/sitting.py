"""One sitting of a governing body, or one meeting: its items with what became of them, its papers, the ones around it.

The pieces are made by pure functions of what is known; only `show` asks for anything.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from search.errors import NotFound
from search.registers.decisions import Decision
from search.registers.sittings import Sitting, sitting_of
from search.types import Document
from views import session, texts
from views.address import DOCUMENT, SITTING, Address, link
from views.decisions import items
from views.decisions import texts as words
from views.dossiers import texts as texts_dossier
from views.pieces import dutch, take_along, widgets
from views.pieces.markup import anchor, element, escaped


def show() -> None:
    """Show the sitting of the decision that the address names, or say that there is none."""
    address, problems = session.read_address()
    if address.decision is None:
        _nothing(address, words.PAGE_SITTING, words.NO_SITTING_CHOSEN)
        return
    registers, reader = session.registers(), session.reader()
    try:
        named = registers.decision(address.decision, reader)
    except NotFound:
        _nothing(address, words.SITTING_NOT_THERE_HEADING, texts.NOT_THERE)
        return
    sitting = sitting_of(named.document)
    if sitting is None:
        _nothing(address, words.PAGE_SITTING, words.NO_SITTING)
        return
    keys = [each.key for each in registers.of_sitting(sitting, reader)]
    every = registers.whole(keys, reader)
    session.name_screen(title(named))
    widgets.show(widgets.back(address))
    widgets.show(head(named, every, date.today()), widgets.notice(problems))
    main, beside = st.columns([5, 3], gap="large")
    with main:
        files = take_along.links(Address(decision=named.key), take_along.List.DECISIONS)
        widgets.show(agenda(address, every), files if any(map(_is_item, every)) else "")
    with beside:
        others = around(sitting, registers.register(reader).decisions.values())
        widgets.show(papers(address, registers.papers_of_sitting(sitting, reader)), ways(address, named, others))


def _nothing(address: Address, heading: str, sentence: str) -> None:
    widgets.show(widgets.back(address), element("h1", escaped(heading)), element("p", escaped(sentence)))


def title(named: Decision) -> str:
    """Return the name of a sitting: its body and day."""
    day = dutch.day(named.date) if named.date else texts.NO_DATE
    return words.SITTING_TITLE.format(body=named.body, day=day)


def head(named: Decision, every: Sequence[Decision], today: date) -> str:
    """Return whose sitting it is, when, and its items in numbers."""
    place = element("span", escaped(named.municipality or texts.NO_MUNICIPALITY), {"class": "sg-pill sg-pill-place"})
    age = element("span", escaped(dutch.age(named.date, today)), {"class": "sg-date"}) if named.date else ""
    return (
        element("p", f"{place} {age}", {"class": "sg-meta"})
        + element("h1", escaped(title(named)), {"class": "sg-document-title"})
        + element("p", escaped(counted([each for each in every if _is_item(each)])), {"class": "sg-lead"})
    )


def counted(found: Sequence[Decision]) -> str:
    """Return "12 punten: 10 goedgekeurd, 1 verdaagd, 1 zonder uitkomst. 2 punten in besloten zitting."."""
    if not found:
        return ""
    outcomes = Counter(each.effect for each in found)
    parts = [
        words.COUNTED_OUTCOME.format(n=dutch.number(n), outcome=texts_dossier.OUTCOMES[effect].lower())
        for effect, n in outcomes.most_common()
        if effect
    ]
    if parts and outcomes[None]:
        parts.append(words.COUNTED_WITHOUT.format(n=dutch.number(outcomes[None])))
    line = ": ".join(filter(None, (dutch.counted(len(found), words.COUNTED), ", ".join(parts)))) + "."
    closed = sum(each.is_public is False for each in found)
    return f"{line} {dutch.counted(closed, words.COUNTED_CLOSED)}" if closed else line


def agenda(address: Address, every: Sequence[Decision]) -> str:
    """Return the items of a sitting in order, or that none could be told apart."""
    found = [each for each in every if _is_item(each)]
    if not found:
        return element("p", escaped(words.NO_ITEMS))
    heading = words.ITEMS_HEADING_MEETING if items.is_meeting(found[0]) else words.ITEMS_HEADING
    rows = "".join(items.rows_of(address, found))
    return element("section", element("h2", escaped(heading)) + element("ol", rows, {"class": "sg-items"}))


def papers(address: Address, documents: Sequence[Document]) -> str:
    """Return the papers of a sitting, each with its length."""
    rows = []
    for document in documents:
        there = link(replace(address.in_list, document=document.id), DOCUMENT)
        name = anchor(there, escaped(dutch.kind(document.kind)), {"title": document.title})
        pages = element("span", escaped(dutch.counted(document.pages, texts.PAGES)), {"class": "sg-muted"})
        rows.append(element("li", f"{name} {pages}"))
    return element(
        "section", element("h2", escaped(words.PAPERS_HEADING)) + element("ul", "".join(rows), {"class": "sg-also"})
    )


def around(sitting: Sitting, every: Iterable[Decision]) -> tuple[Decision | None, Decision | None]:
    """Return an item of the sitting before and of the one after, of the same body; None where there is none."""
    days: dict[str, Decision] = {}
    for each in every:
        other = sitting_of(each.document)
        if other and other[:2] == sitting[:2]:
            days.setdefault(other[2], each)
    before = max((day for day in days if day < sitting[2]), default="")
    after = min((day for day in days if day > sitting[2]), default="")
    return days.get(before), days.get(after)


def ways(address: Address, named: Decision, others: tuple[Decision | None, Decision | None]) -> str:
    """Return links to the sitting before and the one after."""
    forms = (words.PREVIOUS_SITTING, words.NEXT_SITTING)
    rows = "".join(
        element("li", anchor(link(address.at_decision(each.key), SITTING), escaped(form.format(day=dutch.day(day)))))
        for each, form in zip(others, forms, strict=True)
        if each and (day := each.date)
    )
    if not rows:
        return ""
    heading = words.OTHERS_HEADING_MEETING if items.is_meeting(named) else words.OTHERS_HEADING
    return element("section", element("h2", escaped(heading)) + element("ul", rows, {"class": "sg-also"}))


def _is_item(decision: Decision) -> bool:
    return decision.papers[0].telling.is_item
