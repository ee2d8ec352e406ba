"""By which a person says what he thinks of an answer: under a result, on a document, where nothing is found.

Keeps what is said through `desk.kept.feedback`. Nothing that is searched with changes by it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeGuard

import streamlit as st

from desk.kept import feedback, judgements
from desk.kept.feedback import About, Judgement, Verdict
from search.answer import Query, Result
from search.errors import KnowledgeBaseError
from search.types import Document, Passage
from views import session
from views.about import texts_feedback as texts
from views.address import LONGEST_QUESTION, OVERVIEW, Address, link
from views.pieces import widgets
from views.pieces.markup import anchor, element, escaped

_EARLIER: Final = 20  # judgements of a person among which questions are looked for
_LIST: Final = "#lijst"  # where the documents stand on the overview


def said_of(query: Query) -> Sequence[Judgement]:
    """Return what this person said of the answers to a question; looked up once for all cards of a list."""
    owner = session.owner()
    return feedback.of_question(session.data_folder(), owner, query) if owner else ()


def under_card(result: Result, address: Address, said_before: Sequence[Judgement]) -> None:
    """Show under a result the buttons that say whether it answers; what was said, once something was.

    Args:
        result: What was found.
        address: Of the list that it stands in.
        said_before: Of the answers to its question.
    """
    owner = session.owner()
    judged = feedback.about(result.document, result.passage.page, result.passage, result.rank)
    said = _same(said_before, judged)
    name = f"{result.rank}-{result.passage.id}"
    with st.container(key=f"sg-oordeel-{name}", horizontal=True, gap="small", vertical_alignment="center"):
        if said and owner:
            _undo(owner, said, texts.SAID[said.verdict], name)
            return
        for verdict, label, why in (
            (Verdict.ANSWERS, texts.ANSWERS, None),
            (Verdict.DOES_NOT, texts.DOES_NOT, texts.DOES_NOT_WHY),
        ):
            if st.button(label, help=why, type="tertiary", key=f"sg-{verdict}-{name}") and _may(owner):
                _do(partial(_judge, owner, address.query, verdict, judged))


def on_document(address: Address, document: Document, page: int, passage: Passage | None) -> None:
    """Ask, under the facts of a document, for which question the open page should have been found.

    Args:
        address: Of the document; the question that led there is filled in.
        document: That is open.
        page: That is open, from 1.
        passage: That is marked, if any.
    """
    marked = passage if passage and any(span.page == page for span in passage.spans) else None
    judged = feedback.about(document, page, marked)
    with st.expander(texts.MISSED_HEADING, key="sg-gemist"):
        widgets.show(element("p", escaped(texts.MISSED_INTRO), {"class": "sg-muted"}))
        owner = session.owner()
        query = _asked(address, owner, f"{document.id}-{page}")
        said = _same(said_of(query), judged) if query.text else None
        if said and owner:
            _undo(owner, said, texts.SAID[said.verdict], "gemist")
        elif st.button(texts.MISSED_BUTTON, key="sg-gemist-knop") and _may(owner):
            _do(partial(_judge, owner, query, Verdict.MISSED, judged))
        widgets.show(element("p", escaped(texts.CHANGES_NOTHING), {"class": "sg-muted"}))


def when_nothing(address: Address) -> None:
    """Ask, where nothing was found, what should have stood there, and tell how to point it out."""
    owner = session.owner()
    said = next((each for each in said_of(address.query) if each.verdict is Verdict.UNANSWERED), None)
    with st.expander(texts.NOTHING_HEADING, expanded=said is not None, key="sg-niets"):
        there = anchor(link(Address(Query(address.query.text)), OVERVIEW) + _LIST, escaped(texts.NOTHING_LINK))
        widgets.show(element("p", escaped(texts.NOTHING_KNOWN).replace("{link}", there)))
        if said and owner:
            wanted = " " + texts.WANTED.format(words=said.words) if said.words else ""
            _undo(owner, said, texts.SAID[said.verdict] + wanted, "niets")
            return
        words = st.text_area(
            texts.NOTHING_WORDS,
            placeholder=texts.NOTHING_PLACEHOLDER,
            max_chars=feedback.LONGEST_WORDS,
            height=80,
            key="sg-niets-woorden",
        )
        if st.button(texts.NOTHING_BUTTON, key="sg-niets-knop") and _may(owner):
            made_with = judgements.made_with(session.knowledge_base())
            _do(partial(feedback.miss, session.data_folder(), owner, address.query, words or "", made_with))
        widgets.show(element("p", escaped(texts.CHANGES_NOTHING), {"class": "sg-muted"}))


def _asked(address: Address, owner: str | None, name: str) -> Query:
    """Return the question that led here with its filters, or the one that is chosen or typed instead."""
    typed = address.query.text
    given: str | None
    if typed or not (earlier := _earlier(owner)):
        given = st.text_input(
            texts.MISSED_QUESTION, typed, LONGEST_QUESTION, f"sg-gemist-vraag-{name}",
            placeholder=texts.MISSED_PLACEHOLDER,
        )  # fmt: skip
    else:
        given = st.selectbox(
            texts.MISSED_QUESTION, earlier, None, key=f"sg-gemist-vraag-{name}",
            placeholder=texts.MISSED_EARLIER, accept_new_options=True,
        )  # fmt: skip
    question = " ".join((given or "").split())[:LONGEST_QUESTION]
    return address.query if question == typed else Query(question)


def _earlier(owner: str | None) -> list[str]:
    """Return the questions of which this person said something lately, the newest first."""
    if owner is None:
        return []
    said = feedback.listed(session.data_folder(), owner, _EARLIER)
    return [asked.query.text for asked in judgements.by_question(said)]


def _same(said: Sequence[Judgement], judged: About) -> Judgement | None:
    return next((each for each in said if each.about and each.about.is_same(judged)), None)


def _undo(owner: str, said: Judgement, sentence: str, name: str) -> None:
    st.html(element("span", escaped(sentence), {"class": "sg-muted", "role": "status"}), width="content")
    if st.button(texts.UNDO, type="tertiary", key=f"sg-terug-{name}"):
        _do(partial(feedback.withdraw, session.data_folder(), owner, said.id))


def _may(owner: str | None) -> TypeGuard[str]:
    """Whether what a person says can be kept; say kindly why it cannot."""
    if owner is None:
        st.html(element("p", escaped(texts.NO_COOKIES), {"class": "sg-muted", "role": "status"}))
    return owner is not None


def _judge(owner: str, query: Query, verdict: Verdict, judged: About) -> None:
    made_with = judgements.made_with(session.knowledge_base())
    feedback.judge(session.data_folder(), owner, query, verdict, judged, made_with)


def _do(action: Callable[[], object]) -> None:
    """Keep what was said and show the screen as it is then; say in Dutch why it cannot be kept."""
    try:
        action()
    except KnowledgeBaseError as error:
        widgets.show(widgets.notice([str(error)]))
        return
    st.rerun()
