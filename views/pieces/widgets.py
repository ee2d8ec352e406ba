"""Pieces of screen that two screens or more use: result card, citation, chips, lists. They return HTML.

Everything that a document says goes through markup.escaped; every link goes through address.link.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

import streamlit as st

from search.answer import Query, Result, Source
from search.types import Document, Outcome, Passage
from views import texts
from views.address import DOCUMENT, FIRST_SHOWN, MOST_SHOWN, OVERVIEW, SEARCH, Address, link
from views.pieces import dutch
from views.pieces.markup import anchor, element, escaped, excerpt, marked

Value = TypeVar("Value")
_HEADINGS = 3  # shown above a passage; the outermost of more only repeat the title


def show(*parts: str) -> None:
    """Put pieces of HTML on the screen; nothing where all of them are empty, which Streamlit refuses."""
    if whole := "".join(parts):
        st.html(whole)


def said(sentence: str) -> str:
    """Return a sentence that only a screen reader says, as soon as it appears."""
    return element("p", escaped(sentence), {"class": "sg-hidden", "role": "status"})


def notice(sentences: Sequence[str], heading: str = texts.NOT_APPLIED_HEADING) -> str:
    """Return a box that says what was not applied, or nothing where there is nothing to say."""
    if not sentences:
        return ""
    items = "".join(element("li", escaped(sentence)) for sentence in sentences)
    title = element("p", escaped(heading), {"class": "sg-notice-title"})
    return element("div", title + element("ul", items), {"class": "sg-notice", "role": "status"})


def done(sentence: str) -> str:
    """Return a box that says what was done, as it was asked."""
    return element("p", escaped(sentence), {"class": "sg-done", "role": "status"})


def choices(options: Iterable[tuple[str, str, bool]], label: str, more: str = "") -> str:
    """Return a choice of which one holds, as links.

    Args:
        options: Of each the address, what it is called, and whether it holds.
        label: What is chosen, for a screen reader.
        more: A further class.
    """
    links = ""
    for href, name, is_current in options:
        current = {"aria-current": "true"} if is_current else {}
        links += element("li", anchor(href, escaped(name), {"class": "sg-choice", **current}))
    return element("ul", links, {"class": f"sg-choices {more}".rstrip(), "aria-label": label})


def back(address: Address) -> str:
    """Return the way back to the results of the question, or to all documents where nothing was asked."""
    label, path = (texts.BACK, SEARCH) if address.query.text else (texts.BACK_TO_CONTENT, OVERVIEW)
    return back_to(link(address.in_list, path), label)


def back_to(href: str, label: str) -> str:
    """Return a way back."""
    return element("p", anchor(href, f"← {escaped(label)}"), {"class": "sg-back"})


def when(day: date | None, today: date) -> str:
    """Return a date with its age, or that it is unknown."""
    if day is None:
        return element("span", escaped(texts.NO_DATE), {"class": "sg-date"})
    words = f"{dutch.day(day)} ({dutch.age(day, today)})"
    return element("time", escaped(words), {"class": "sg-date", "datetime": day.isoformat()})


def meta(document: Document, today: date) -> str:
    """Return municipality, kind, body and date of a document in one row."""
    place = document.municipality or document.body or texts.NO_MUNICIPALITY
    parts = [
        element("span", escaped(place), {"class": "sg-pill sg-pill-place"}),
        element("span", escaped(dutch.kind(document.kind)), {"class": "sg-pill"}),
    ]
    badge = {
        Outcome.OK: "",
        Outcome.NO_TEXT: texts.NO_TEXT_BADGE,
        Outcome.PARTIAL: texts.PARTIAL_BADGE,
    }.get(document.outcome, texts.UNREAD_BADGE)
    if badge:
        parts.append(element("span", escaped(badge), {"class": "sg-pill sg-pill-warning"}))
    if document.body and document.body != place:
        parts.append(element("span", escaped(document.body), {"class": "sg-body"}))
    parts.append(when(document.date, today))
    return element("p", " ".join(parts), {"class": "sg-meta"})


def heading_path(passage: Passage) -> str:
    """Return the nearest headings above a passage, outermost first, and its page."""
    page = texts.PAGE_SHORT.format(number=passage.page)
    number = element("span", escaped(page), {"class": "sg-page"})
    path = "".join(element("span", escaped(heading)) for heading in passage.headings[-_HEADINGS:])
    return element("p", element("span", path, {"class": "sg-headings"}) + number, {"class": "sg-path"})


def citation(result: Result) -> str:
    """Return the passage that was found: the sentence that answers emphasised, the matched words marked."""
    shown = excerpt(result.passage.text, result.sentence)
    text = marked(result.passage.text, result.sentence, result.words, shown)
    return element("blockquote", text, {"class": "sg-cite"})


def at_result(address: Address, result: Result) -> Address:
    """Return the address at which a result opens."""
    document, passage = result.document, result.passage
    place = result.rank
    return replace(address.in_list, document=document.id, page=passage.page, passage=passage.id, place=place)


def other_passages(address: Address, document: Document, passages: Sequence[Passage], heading: str) -> str:
    """Return links to further matching passages of a document, one for each page, in order of pages."""
    first_on_page: dict[int, Passage] = {}
    for passage in passages:
        first_on_page.setdefault(passage.page, passage)
    links = []
    for number, passage in sorted(first_on_page.items()):
        target = replace(address, document=document.id, page=number, passage=passage.id)
        label = f"{texts.PAGE_LONG.format(number=number)}: {passage.text[:120]}"
        shown = escaped(texts.PAGE_SHORT.format(number=number))
        links.append(anchor(link(target, DOCUMENT), shown, {"title": label, "class": "sg-other"}))
    if not links:
        return ""
    return element("p", f"{escaped(heading)} " + " ".join(links), {"class": "sg-others"})


def source_links(address: Address, sources: Sequence[Source]) -> list[str]:
    """Return a link to each other paper on the same decision, at the page and passage where it stands there."""
    links = []
    for source in sources:
        document, passage = source.document, source.passage
        target = replace(address, document=document.id, page=passage.page, passage=passage.id)
        shown = texts.SOURCE.format(kind=dutch.kind(document.kind).lower(), number=passage.page)
        links.append(anchor(link(target, DOCUMENT), escaped(shown), {"title": document.title}))
    return links


def card(address: Address, result: Result, today: date, ruled: str = "", count: int | None = None) -> str:
    """Return one result; its title is the link to the document, at the cited page.

    Args:
        address: Of the list.
        result: What was found.
        today: For the age.
        ruled: What became of the item that was found, and the way to it, as HTML.
        count: How many results there are, for a screen reader: buttons stand between them, so they are no list.
    """
    target = at_result(address, result)
    title = anchor(link(target, DOCUMENT), escaped(result.document.title), {"class": "sg-title"})
    others = [passage for passage in result.others if passage.page != result.passage.page]
    sources = ", ".join(source_links(target, result.sources))
    body = (
        meta(result.document, today)
        + element("h3", title)
        + heading_path(result.passage)
        + citation(result)
        + ruled
        + (element("p", f"{escaped(texts.SOURCES)} {sources}", {"class": "sg-others"}) if sources else "")
        + other_passages(target, result.document, others, texts.OTHER_PAGES)
    )
    return element("article", body, {"class": "sg-card", "aria-posinset": result.rank, "aria-setsize": count})


def document_row(address: Address, document: Document, today: date) -> str:
    """Return one document in a list without a question."""
    target = replace(address.in_list, document=document.id)
    title = anchor(link(target, DOCUMENT), escaped(document.title), {"class": "sg-title"})
    return element("li", element("article", meta(document, today) + element("h3", title), {"class": "sg-card"}))


def chips(address: Address, path: str = SEARCH) -> str:
    """Return the chosen filters, each with a link that takes it away."""
    query = address.query
    chosen: list[tuple[str, Query]] = [
        *((name, replace(query, municipalities=_without(query.municipalities, name))) for name in query.municipalities),
        *((dutch.kind(kind), replace(query, kinds=_without(query.kinds, kind))) for kind in query.kinds),
        *((name, replace(query, bodies=_without(query.bodies, name))) for name in query.bodies),
    ]
    if period := dutch.period(query):
        chosen.append((period, replace(query, since=None, until=None)))
    if not chosen:
        return ""
    links = [_chip(label, link(address.with_query(rest), path)) for label, rest in chosen]
    if len(chosen) > 1:
        all_off = link(address.with_query(Query(query.text)), path)
        links.append(element("li", anchor(all_off, escaped(texts.REMOVE_ALL))))
    return element("ul", "".join(links), {"class": "sg-chips", "aria-label": texts.CHOSEN})


def more(address: Address, left: int, path: str = SEARCH) -> str:
    """Return the link to the next results, or nothing where all are shown."""
    if not left:
        return ""
    if address.shown >= MOST_SHOWN:
        return element("p", escaped(texts.MOST_REACHED.format(most=MOST_SHOWN)), {"class": "sg-muted"})
    further = replace(address.in_list, shown=min(address.shown + FIRST_SHOWN, MOST_SHOWN))
    label = f"{texts.MORE} ({texts.MORE_LEFT.format(documents=dutch.counted(left, texts.DOCUMENTS))})"
    return element("p", anchor(link(further, path), escaped(label), {"class": "sg-more"}))


def _chip(label: str, href: str) -> str:
    cross = element("span", "×", {"aria-hidden": "true", "class": "sg-cross"})
    name = {"class": "sg-chip", "aria-label": texts.REMOVE.format(value=label)}
    return element("li", anchor(href, f"{escaped(label)} {cross}", name))


def _without(values: Sequence[Value], value: Value) -> tuple[Value, ...]:
    return tuple(other for other in values if other != value)
