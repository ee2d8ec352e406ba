"""One document, open at the cited page: the page with the passage marked, its text, and the way back and on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from search import rendering
from search.errors import NotFound
from search.registers.decisions import MEETINGS
from search.types import Box, Outcome, Page, Span
from views import dutch, items, session, texts, widgets
from views import texts_decision as words
from views.address import DECISION, DOCUMENT, Address, link
from views.markup import anchor, attributes_text, breakable, element, escaped, marked
from views.opened import Opened, answer_to, look_up

_ITEMS_OPEN: Final = 8  # items of a paper that are shown without unfolding


def show() -> None:
    """Show the document that the address names, or say that there is none."""
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
        widgets.show(_cited(opened), _copies(opened), _also(opened), _items(opened), _facts(opened), _all_pages(opened))


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


def _cited(opened: Opened) -> str:
    """Return the marked passage as text, with its page as a link when another page is open."""
    passage, result = opened.passage, opened.result
    if opened.is_at_decision:
        return _cited_decision(opened)
    if passage is None:
        return ""
    html = element("h2", escaped(texts.CITED)) + widgets.heading_path(passage)
    if result and result.passage.id == passage.id:
        text = marked(passage.text, result.sentence, result.words)
    else:
        text = marked(passage.text, None, ())
    html += element("blockquote", text, {"class": "sg-cite sg-cite-whole"})
    line = items.line(opened.address, opened.decision) if opened.decision else ""
    return element("section", html + _elsewhere(opened, passage.spans, texts.CITED_ELSEWHERE) + line)


def _cited_decision(opened: Opened) -> str:
    """Return the article that is marked as text, or the title of the decision, with the way to all of it."""
    decided, article = opened.decision, opened.article
    if decided is None:
        return ""
    name = escaped(words.ARTICLE_UNNUMBERED if article and not article.number else words.MARKED)
    if article and article.number:
        name = escaped(words.ARTICLE.format(number=article.number))
    text = article.text if article else decided.title
    html = element("h2", name) + element("blockquote", escaped(text), {"class": "sg-cite sg-cite-whole"})
    line = items.line(opened.address, decided)
    return element("section", html + _elsewhere(opened, opened.marks, words.MARKED_ELSEWHERE) + line)


def _elsewhere(opened: Opened, spans: Sequence[Span], sentence: str) -> str:
    """Return the link to the page on which these characters stand; nothing where that is open."""
    if not spans or any(span.page == opened.number for span in spans):
        return ""
    number = spans[0].page
    href = link(replace(opened.address, page=number), DOCUMENT)
    page = anchor(href, escaped(texts.PAGE_LONG.format(number=number)))
    return element("p", escaped(sentence).replace("{page}", page))


def _items(opened: Opened) -> str:
    """Return the items of a sitting that this document tells of, and the way to that sitting."""
    if not opened.items:
        return ""
    rows = []
    for telling in opened.items:
        is_open = bool(opened.decision and opened.decision.key == telling.key)
        target = link(opened.address.at_decision(telling.key), DECISION)
        title = anchor(target, escaped(telling.treatment.title), {"aria-current": "true" if is_open else None})
        number = element("span", escaped(telling.treatment.number), {"class": "sg-item-number"})
        rows.append(element("li", number + element("div", title), {"class": "sg-current" if is_open else None}))
    summary = element("summary", element("h2", escaped(words.ITEMS_HERE.format(count=len(rows)))))
    list_ = element("ol", "".join(rows), {"class": "sg-items"})
    folded = element("details", summary + list_, {"class": "sg-runs", "open": len(rows) <= _ITEMS_OPEN})
    sitting = items.way_to_sitting(opened.address, opened.document, opened.items[0].key)
    name = escaped(words.OF_MEETING if opened.document.kind in MEETINGS else words.OF_SITTING)
    return element("section", folded + (element("p", f"{name} {sitting}", {"class": "sg-others"}) if sitting else ""))


def _copies(opened: Opened) -> str:
    """Return links to the other papers in which the same item stands."""
    links = widgets.source_links(opened.address, opened.copies)
    if not links:
        return ""
    rows = element("ul", "".join(element("li", copy) for copy in links), {"class": "sg-also"})
    return element("section", element("h2", escaped(texts.SAME_ITEM)) + rows)


def _also(opened: Opened) -> str:
    """Return the other passages of this document that match the question."""
    found = [passage for passage in opened.found if passage.id != opened.address.passage]
    if not found:
        return ""
    rows = []
    for passage in found:
        target = replace(opened.address, page=passage.page, passage=passage.id)
        page = anchor(link(target, DOCUMENT), escaped(texts.PAGE_SHORT.format(number=passage.page)))
        short = passage.text[:140] + ("…" if len(passage.text) > 140 else "")
        rows.append(element("li", f"{page} {element('span', escaped(short), {'class': 'sg-muted'})}"))
    rows_html = element("ul", "".join(rows), {"class": "sg-also"})
    return element("section", element("h2", escaped(texts.ALSO_HERE)) + rows_html)


def _facts(opened: Opened) -> str:
    document = opened.document
    facts = [
        (texts.MUNICIPALITY, document.municipality),
        (texts.KIND, dutch.kind(document.kind)),
        (texts.FACT_BODY, document.body),
        (texts.FACT_DATE, dutch.day(document.date) if document.date else texts.NO_DATE),
        (texts.FACT_DOSSIER, document.dossier),
        (texts.FACT_PAGES, dutch.number(document.pages)),
        (texts.FACT_STATE, None if document.outcome == Outcome.OK else texts.OUTCOMES[document.outcome]),
    ]
    rows = "".join(
        element("div", element("dt", escaped(name)) + element("dd", escaped(value))) for name, value in facts if value
    )
    rows += element("div", element("dt", escaped(texts.FACT_FILE)) + element("dd", breakable(document.path)))
    download = {"href": f"/origineel/{document.id}", "download": True, "class": "sg-button"}
    copy = {
        "type": "button", "class": "sg-button", "data-copy-address": True,
        "data-done": texts.COPIED, "data-failed": texts.COPY_FAILED,
    }  # fmt: skip
    actions = element("a", escaped(texts.DOWNLOAD), download) + element("button", escaped(texts.COPY_LINK), copy)
    said = element("p", "", {"class": "sg-said", "role": "status"})
    keys = element("p", escaped(texts.SHORTCUTS), {"class": "sg-muted sg-shortcuts"})
    return element(
        "section",
        element("h2", escaped(texts.FACTS)) + element("dl", rows, {"class": "sg-facts"})
        + element("p", actions, {"class": "sg-actions"}) + said + keys,
        {"aria-label": texts.LINKS_LABEL},
    )  # fmt: skip


def _all_pages(opened: Opened) -> str:
    """Return a link to every page of the document."""
    count = opened.document.pages
    if count < 2:
        return ""
    found = {span.page for passage in opened.found for span in passage.spans} | {span.page for span in opened.marks}
    links = []
    for number in range(1, count + 1):
        attributes = {
            "aria-label": texts.PAGE_LONG.format(number=number),
            "aria-current": "page" if number == opened.number else None,
            "class": "sg-found" if number in found else None,
        }
        href = link(replace(opened.address, page=number), DOCUMENT)
        links.append(element("li", anchor(href, str(number), attributes)))
    summary = element("summary", escaped(f"{texts.ALL_PAGES} ({count})"))
    pages = element("ol", "".join(links), {"class": "sg-all-pages"})
    return element("details", summary + pages, {"open": count <= 30})
