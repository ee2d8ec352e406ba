"""The search screen: ask, narrow down, read the passages that answer. Finds nothing itself."""

from dataclasses import replace
from datetime import date

import streamlit as st

from search.answer import Answer, Facets, Order, Query, Searched
from views import session, texts
from views.about import feedback_buttons
from views.address import OVERVIEW, SEARCH, TROUBLED, Address, link
from views.decisions import decision
from views.notes import current as note_current
from views.pieces import browse, dutch, facets, take_along, widgets
from views.pieces.markup import anchor, element, escaped
from views.search import card_actions, understood
from views.watches import button as watch_button


def show() -> None:
    """Show the question field and, once something is asked, the filters and the results."""
    note_current.show()
    address, problems = session.read_address()
    heading = texts.SEARCH_HEADING if not address.query.text else texts.PAGE_SEARCH
    widgets.show(element("h1", escaped(heading), {"class": "sg-h1" if not address.query.text else "sg-h1 sg-hidden"}))
    _ask(address)
    if problems:
        widgets.show(widgets.notice(problems))
    if address.query.text:
        _results(address)
    elif address.is_filtered:
        browse.show(address, SEARCH)
    else:
        _start(address)


def _ask(address: Address) -> None:
    session.follow_address(address.query.text)
    with st.container(key="sg-ask", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            texts.QUESTION_LABEL,
            key=session.QUESTION,
            type="search",
            placeholder=texts.QUESTION_PLACEHOLDER,
            on_change=_asked,
            width="stretch",
        )
        st.button(texts.SEARCH_BUTTON, type="primary", on_click=_asked, key="sg-zoek")


def _asked() -> None:
    """Put the typed question into the address; the chosen filters stay."""
    address, _ = session.read_address()
    session.write_address(Address(replace(address.query, text=session.typed_question(), literal=())))


def _start(address: Address) -> None:
    overview = session.overview()
    asked = [Address(Query(text)) for text in texts.EXAMPLES]
    examples = "".join(
        element("li", anchor(link(example), escaped(example.query.text), {"class": "sg-example"}))
        for example in asked
        if session.answer(example.query, example.shown).results  # an example that finds nothing here teaches nothing
    )
    content = texts.CONTENT_LINE.format(
        documents=dutch.counted(overview.documents, texts.DOCUMENTS),
        pages=dutch.counted(overview.pages, texts.PAGES),
    )
    widgets.show(
        element("p", escaped(texts.SEARCH_INTRO), {"class": "sg-lead"}),
        element("h2", escaped(texts.EXAMPLES_HEADING)) if examples else "",
        element("ul", examples, {"class": "sg-examples"}) if examples else "",
        element("p", f"{escaped(content)} {anchor(OVERVIEW, escaped(texts.TRY_CONTENT))}.", {"class": "sg-muted"}),
    )


def _results(address: Address) -> None:
    session.name_screen(address.query.text)
    answer = session.answer(address.query, address.shown, address.order)
    if answer.facets == Facets() and not address.is_filtered:
        widgets.show(understood.line(address, answer), _nothing(address, answer))
        feedback_buttons.when_nothing(address)
        watch_button.show(address)
        return
    if line := understood.line(address, answer):
        widgets.show(line)
    beside, main = st.columns([1, 3], gap="large")
    with beside:
        widgets.show(facets.block(address, answer.facets))
    with main:
        if answer.abstained or not answer.results:
            widgets.show(widgets.chips(address), _nothing(address, answer))
            feedback_buttons.when_nothing(address)
            watch_button.show(address)
        else:
            widgets.show(widgets.chips(address))
            with st.container(key="sg-telling", horizontal=True, vertical_alignment="center"):
                widgets.show(_count(answer), _order(address, answer))
                watch_button.show(address)
            _cards(address, answer)
            widgets.show(widgets.more(address, answer.more))
            widgets.show(take_along.links(Address(address.query, order=address.order), take_along.List.RESULTS))


def _count(answer: Answer) -> str:
    """Return how much was found, as a heading, and for a screen reader as soon as it is there."""
    shown = len(answer.results)
    count = shown + answer.more
    documents = dutch.counted(max(count, answer.documents), texts.DOCUMENTS)
    found = texts.FOUND.format(documents=documents)
    if answer.documents > count:  # copies of one decision are one result
        found = texts.FOUND_IN.format(results=dutch.counted(count, texts.RESULTS), documents=documents)
    line = texts.SHOWN_OF.format(found=found, shown=shown) if answer.more else found
    return element("h2", escaped(line), {"class": "sg-count-line"}) + widgets.said(line)


def _order(address: Address, answer: Answer) -> str:
    """Return the choice of the order, as links; nothing where there is one result."""
    if len(answer.results) < 2:
        return ""
    labels = {Order.BEST: texts.ORDER_BEST, Order.NEWEST: texts.ORDER_NEWEST}
    options = [
        (link(Address(address.query, order=order)), label, order is address.order) for order, label in labels.items()
    ]
    return widgets.choices(options, texts.ORDER_LABEL, "sg-order")


def _cards(address: Address, answer: Answer) -> None:
    """Show the results, each with its own row of buttons: so the keyboard goes from a result to its buttons."""
    today, count = date.today(), len(answer.results) + answer.more
    ruled = decision.lines(address, [result.passage for result in answer.results])
    said = feedback_buttons.said_of(address.query)
    with st.container(key="sg-resultaten", gap=None):
        for result, became in zip(answer.results, ruled, strict=True):
            widgets.show(widgets.card(address, result, today, became, count))
            card_actions.under(result, address, said)


def _nothing(address: Address, answer: Answer) -> str:
    """Return the honest "not found": what was searched, what comes near, what to do."""
    said = texts.NOTHING_FOR.format(question=address.query.text)
    html = element("h2", escaped(texts.NOTHING_HEADING)) + element("p", escaped(said), {"role": "status"})
    html += element("p", escaped(_searched(answer.searched, address.query)))
    if missing := answer.searched.without_text:
        form = texts.WITHOUT_TEXT_ONE if missing == 1 else texts.WITHOUT_TEXT
        sentence = form.format(documents=dutch.counted(missing, texts.DOCUMENTS))
        html += element("p", f"{escaped(sentence)} {anchor(OVERVIEW + TROUBLED, escaped(texts.WITHOUT_TEXT_LINK))}.")
    if answer.suggestions:
        near = "".join(
            element("li", anchor(link(Address(replace(address.query, text=text))), escaped(text)))
            for text in answer.suggestions
        )
        html += element("h3", escaped(texts.NEAREST)) + element("ul", near, {"class": "sg-examples"})
    return element("div", html + _what_to_do(address), {"class": "sg-nothing"})


def _searched(searched: Searched, query: Query) -> str:
    if not searched.documents:
        return texts.SEARCHED_NOTHING if Address(query).is_filtered else texts.NEVER_INGESTED
    parts = [
        texts.SEARCHED_IN.format(
            documents=dutch.counted(searched.documents, texts.DOCUMENTS),
            passages=dutch.counted(searched.passages, texts.PASSAGES),
        )
    ]
    names = query.municipalities or tuple(sorted(session.overview().municipalities))
    if names:
        parts.append(texts.SEARCHED_MUNICIPALITIES.format(municipalities=dutch.joined(names)))
    if searched.since and searched.until:
        since, until = dutch.day(searched.since), dutch.day(searched.until)
        parts.append(texts.SEARCHED_PERIOD.format(since=since, until=until))
    return f"{', '.join(parts)}."


def _what_to_do(address: Address) -> str:
    advice = []
    if address.is_filtered:
        without = link(Address(Query(address.query.text)))
        advice.append(anchor(without, escaped(texts.TRY_WITHOUT_FILTERS)))
    advice.append(escaped(texts.TRY_BROADER))
    advice.append(anchor(OVERVIEW, escaped(texts.TRY_CONTENT)))
    advice.append(escaped(texts.TRY_ASK))
    items = "".join(element("li", piece) for piece in advice)
    return element("h3", escaped(texts.WHAT_TO_DO)) + element("ul", items)
