"""What stands beside an open page: the cited passage, other finds, the item, facts, all pages, what can be done."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from search.registers.decisions import MEETINGS
from search.types import Outcome, Span
from views import texts
from views.about import feedback_buttons
from views.address import DECISION, DOCUMENT, link
from views.decisions import items
from views.decisions import texts as words
from views.notes import button as note_button
from views.notes import texts as texts_note
from views.pieces import dutch, widgets
from views.pieces.markup import anchor, breakable, element, escaped, marked
from views.search.opened import Opened

_ITEMS_OPEN: Final = 8  # items of a paper that are shown without unfolding


def show(opened: Opened) -> None:
    """Show all that is told of the page and its document, and what can be done with it."""
    _collect(opened)
    widgets.show(_cited(opened), _copies(opened), _also(opened), _items(opened), _facts(opened), _all_pages(opened))
    if opened.page:
        feedback_buttons.on_document(opened.address, opened.document, opened.number, opened.passage)


def _collect(opened: Opened) -> None:
    """Show the button that puts what is marked in the current note, or else the page that is open."""
    if opened.is_at_decision and opened.decision:
        note_button.for_decision(opened.decision)
    elif opened.passage:
        note_button.for_passage(opened.document, opened.passage, texts_note.PUT_PASSAGE)
    elif opened.page:
        note_button.for_page(opened.document, opened.number)


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
