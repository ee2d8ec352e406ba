"""One document, open at the cited page: the page with the passage marked, its text, and the way back and on."""

from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from search.answer import Answer, Result, Source
from search.errors import NotFound
from search.types import Document, Outcome, Page, Passage
from views import dutch, session, texts, widgets
from views.address import DOCUMENT, MOST_SHOWN, OVERVIEW, SEARCH, Address, link
from views.markup import anchor, attributes_text, breakable, element, escaped, marked


@dataclass(frozen=True, slots=True)
class Opened:
    """What the screen shows: a document at a page, and what led there."""

    address: Address
    document: Document
    page: Page | None  # None: the file has no page that can be shown
    passages: tuple[Passage, ...]  # of the whole document
    results: tuple[Result, ...]  # of the question, around this document

    @property
    def result(self) -> Result | None:
        """The result that this document is, or is a source of, if it was found by a question."""
        of_it = [result for result in self.results if self.document.id in {d.id for d in _papers(result)}]
        return next((result for result in of_it if result.rank == self.address.place), of_it[0] if of_it else None)

    @property
    def found(self) -> tuple[Passage, ...]:
        """The passages of this document that match the question, best first."""
        if self.result is None:
            return ()
        if self.result.document.id == self.document.id:
            return (self.result.passage, *self.result.others)
        return tuple(source.passage for source in self.result.sources if source.document.id == self.document.id)

    @property
    def copies(self) -> tuple[Source, ...]:
        """The other papers in which the same item stands."""
        if self.result is None:
            return ()
        every = (Source(self.result.document, self.result.passage), *self.result.sources)
        return tuple(source for source in every if source.document.id != self.document.id)

    @property
    def passage(self) -> Passage | None:
        """The passage that is marked."""
        return next((passage for passage in self.passages if passage.id == self.address.passage), None)

    @property
    def number(self) -> int:
        """The page that is shown, from 1."""
        return self.page.number if self.page else 1


def _papers(result: Result) -> tuple[Document, ...]:
    return (result.document, *(source.document for source in result.sources))


def show() -> None:
    """Show the document that the address names, or say that there is none."""
    address, problems = session.read_address()
    if address.document is None:
        widgets.show(element("h1", escaped(texts.PAGE_DOCUMENT)), _back(address), _said(texts.NONE_OPEN))
        return
    try:
        opened = _open(address)
    except NotFound:
        widgets.show(_back(address), element("h1", escaped(texts.NOT_THERE_HEADING)), _said(texts.NOT_THERE))
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
        widgets.show(_cited(opened), _copies(opened), _also(opened), _facts(opened), _all_pages(opened))


def _open(address: Address) -> Opened:
    kb, reader = session.knowledge_base(), session.reader()
    document = kb.document(address.document or 0, reader)
    passages = tuple(kb.passages(document.id, reader))
    results: tuple[Result, ...] = ()
    if address.query.text and address.place:
        results = _answer(address).results
    cited = next((passage.page for passage in passages if passage.id == address.passage), 1)
    wanted = address.page or cited
    page = None
    for number in dict.fromkeys((wanted, cited, 1)):
        try:
            page = kb.page(document.id, number, reader)
            break
        except NotFound:
            continue
    return Opened(address, document, page, passages, results)


def _answer(address: Address) -> Answer:
    """Return the answer to the question, at least as far as the hit after this one."""
    return session.answer(address.query, min(max(address.shown, (address.place or 0) + 1), MOST_SHOWN))


def _said(sentence: str) -> str:
    return element("p", escaped(sentence))


def _back(address: Address) -> str:
    label, path = (texts.BACK, SEARCH) if address.query.text else (texts.BACK_TO_CONTENT, OVERVIEW)
    href = link(address.in_list, path)
    return element("p", anchor(href, f"← {escaped(label)}"), {"class": "sg-back"})


def _top(opened: Opened) -> None:
    with st.container(key="sg-top", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        widgets.show(_back(opened.address))
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
        answer = _answer(opened.address)
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
    marks = ""
    is_marked = passage is not None and any(span.page == page.number for span in passage.spans)
    if passage and is_marked:
        marks = f"?fragment={passage.id}"
        if result and result.passage.id == passage.id and result.sentence:
            marks += f"&zin={result.sentence.start}-{result.sentence.end}"
    alt = texts.PAGE_IMAGE_MARKED if is_marked else texts.PAGE_IMAGE
    attributes = {
        "src": f"/pagina/{opened.document.id}/{page.number}{marks}",
        "alt": alt.format(number=page.number, title=opened.document.title),
        "width": round(page.width) or None,
        "height": round(page.height) or None,
        "class": "sg-page-image",
    }
    return f"<img{attributes_text(attributes)}>"


def _text(page: Page) -> str:
    body = element("div", escaped(page.text), {"class": "sg-text"}) if page.text.strip() else _said(texts.NO_PAGE_TEXT)
    return element("details", element("summary", escaped(texts.PAGE_TEXT)) + body, {"class": "sg-page-text"})


def _cited(opened: Opened) -> str:
    """Return the marked passage as text, with its page as a link when another page is open."""
    passage, result = opened.passage, opened.result
    if passage is None:
        return ""
    html = element("h2", escaped(texts.CITED)) + widgets.heading_path(passage)
    if result and result.passage.id == passage.id:
        text = marked(passage.text, result.sentence, result.words)
    else:
        text = marked(passage.text, None, ())
    html += element("blockquote", text, {"class": "sg-cite sg-cite-whole"})
    if all(span.page != opened.number for span in passage.spans):
        page = anchor(
            link(replace(opened.address, page=passage.page), DOCUMENT),
            escaped(texts.PAGE_LONG.format(number=passage.page)),
        )
        html += element("p", escaped(texts.CITED_ELSEWHERE).replace("{page}", page))
    return element("section", html)


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
    found = {span.page for passage in opened.found for span in passage.spans}
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
