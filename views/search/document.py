"""One document, open at the cited page: the page with the passage marked, its text, and the way back and on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from search import rendering
from search.errors import NotFound
from search.types import Box, Page
from views import session, texts
from views.address import Address
from views.decisions import items
from views.decisions import texts as words
from views.notes import current as note_current
from views.pieces import widgets
from views.pieces.markup import attributes_text, element, escaped
from views.search import document_beside
from views.search.opened import Opened, answer_to, look_up


def show() -> None:
    """Show the document that the address names, or say that there is none."""
    note_current.show()
    address, problems = session.read_address()
    if address.document is None:
        widgets.show(element("h1", escaped(texts.PAGE_DOCUMENT)), widgets.back(address), _said(texts.NONE_OPEN))
        return
    try:
        opened = look_up(address)
    except NotFound:
        widgets.show(widgets.back(address), element("h1", escaped(texts.NOT_THERE_HEADING)), _said(texts.NOT_THERE))
        return
    session.name_screen(opened.document.title)
    if address.page is not None and address.page != opened.number and opened.page:
        wrong = texts.NO_SUCH_PAGE.format(number=address.page, shown=opened.number)
        problems = (*problems, wrong)
    if opened.document.message and opened.page:
        problems = (*problems, opened.document.message)
    _top(opened)
    if problems:
        widgets.show(widgets.notice(problems))
    pages, beside = st.columns([5, 3], gap="large")
    with pages:
        _page(opened)
    with beside:
        document_beside.show(opened)


def _said(sentence: str) -> str:
    return element("p", escaped(sentence))


def _back(opened: Opened) -> str:
    if opened.decision is None or not opened.is_at_decision:
        return widgets.back(opened.address)
    label = words.BACK_TO_DECISION if opened.decision.is_decided else words.BACK_TO_ITEM
    return widgets.back_to(items.way(opened.address, opened.decision), label)


def _top(opened: Opened) -> None:
    with st.container(key="sg-top", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        widgets.show(_back(opened))
        if opened.address.place and len(opened.results) > 1:
            _hits(opened)
    widgets.show(
        widgets.meta(opened.document, date.today()),
        element("h1", escaped(opened.document.title), {"class": "sg-document-title"}),
    )


def _hits(opened: Opened) -> None:
    """Show where this hit stands in the list, and the buttons to the one before and after."""
    place = opened.address.place or 1
    by_place = {result.rank: result for result in opened.results}
    before, after = by_place.get(place - 1), by_place.get(place + 1)
    with st.container(key="sg-hits", horizontal=True, vertical_alignment="center", width="content", gap="small"):
        if st.button(texts.PREVIOUS_HIT, key="sg-vorig", shortcut="Left", disabled=before is None) and before:
            _go(widgets.at_result(opened.address, before))
        answer = answer_to(opened.address)
        count = len(answer.results) + answer.more
        widgets.show(element("span", escaped(texts.HIT_OF.format(place=place, count=count)), {"class": "sg-muted"}))
        if st.button(texts.NEXT_HIT, key="sg-volgend", shortcut="Right", disabled=after is None) and after:
            _go(widgets.at_result(opened.address, after))


def _go(address: Address) -> None:
    session.write_address(address)
    st.rerun()


def _page(opened: Opened) -> None:
    """Show the page as an image, with the buttons to turn pages and its text for who cannot see it."""
    if opened.page is None:
        widgets.show(_said(opened.document.message or texts.ACTIONS[opened.document.outcome]))
        return
    if opened.document.pages > 1:
        _turn(opened)
    widgets.show(_image(opened, opened.page), _text(opened.page))


def _turn(opened: Opened) -> None:
    number, count = opened.number, opened.document.pages
    with st.container(key="sg-pages", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        if st.button(texts.PREVIOUS_PAGE, key="sg-terug", shortcut="Shift+Left", disabled=number <= 1):
            _go(replace(opened.address, page=number - 1))
        said = texts.PAGE_OF.format(number=number, count=count)
        widgets.show(element("p", escaped(said), {"class": "sg-page-of", "role": "status"}))
        if st.button(texts.NEXT_PAGE, key="sg-verder", shortcut="Shift+Right", disabled=number >= count):
            _go(replace(opened.address, page=number + 1))


def _image(opened: Opened, page: Page) -> str:
    passage, result = opened.passage, opened.result
    boxes = rendering.boxes(page, opened.marks)
    marks = ""
    is_marked = not opened.is_at_decision and passage is not None and any(s.page == page.number for s in passage.spans)
    if passage and is_marked:
        marks = f"?fragment={passage.id}"
        if result and result.passage.id == passage.id and result.sentence:
            marks += f"&zin={result.sentence.start}-{result.sentence.end}"
    alt = texts.PAGE_IMAGE_MARKED if is_marked else words.PAGE_IMAGE_MARKED if boxes else texts.PAGE_IMAGE
    attributes = {
        "src": f"/pagina/{opened.document.id}/{page.number}{marks}",
        "alt": alt.format(number=page.number, title=opened.document.title),
        "width": round(page.width) or None,
        "height": round(page.height) or None,
        "class": "sg-page-image",
    }
    return element("div", f"<img{attributes_text(attributes)}>{_marked(boxes)}", {"class": "sg-page-frame"})


def _marked(boxes: Sequence[Box]) -> str:
    """Return marks to lay over the image of a page, one for each printed line."""
    return "".join(
        element(
            "span",
            "",
            {
                "class": "sg-page-mark",
                "style": f"left: {box.left:.2%}; top: {box.top:.2%}; width: {box.right - box.left:.2%};"
                f" height: {box.bottom - box.top:.2%}",
            },
        )
        for box in boxes
    )


def _text(page: Page) -> str:
    body = element("div", escaped(page.text), {"class": "sg-text"}) if page.text.strip() else _said(texts.NO_PAGE_TEXT)
    return element("details", element("summary", escaped(texts.PAGE_TEXT)) + body, {"class": "sg-page-text"})
