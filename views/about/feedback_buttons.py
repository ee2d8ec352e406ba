"""By which a person says what he thinks of an answer: under a result, on a document, where nothing is found.

Keeps what is said through `desk.kept.feedback`. Nothing that is searched with changes by it.
"""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from desk.kept import feedback, judgements
from desk.kept.feedback import About, Judgement, Verdict
from search.answer import Query, Result
from search.errors import NotFound
from search.types import Document, Passage
from views import session
from views.about import texts_feedback as texts
from views.address import LONGEST_QUESTION, OVERVIEW, Address, link
from views.pieces import acts, widgets
from views.pieces.markup import anchor, element, escaped

_EARLIER: Final = 20  # judgements of a person among which questions are looked for
_WORDS: Final = "sg-niets-woorden"
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
        acts.said(name)
        if said and owner:
            _undo(owner, said, texts.SAID[said.verdict], name)
            return
        for verdict, label, why in (
            (Verdict.ANSWERS, texts.ANSWERS, None),
            (Verdict.DOES_NOT, texts.DOES_NOT, texts.DOES_NOT_WHY),
        ):
            judge = partial(_judge, owner, address.query, verdict, judged)
            key = f"sg-{verdict}-{name}"
            st.button(label, help=why, type="tertiary", key=key, on_click=acts.do, args=(name, judge))


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
        field = f"sg-gemist-vraag-{document.id}-{page}"
        _ask(address, owner, field)
        query = _asked(address, field)
        acts.said("gemist")
        said = _same(said_of(query), judged) if query.text else None
        if said and owner:
            _undo(owner, said, texts.SAID[said.verdict], "gemist")
        else:
            missed = partial(_missed, owner, address, field, judged)
            st.button(texts.MISSED_BUTTON, key="sg-gemist-knop", on_click=acts.do, args=("gemist", missed))
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
        st.text_area(
            texts.NOTHING_WORDS,
            placeholder=texts.NOTHING_PLACEHOLDER,
            max_chars=feedback.LONGEST_WORDS,
            height=80,
            key=_WORDS,
        )
        acts.said("niets")
        nothing = partial(_nothing, owner, address.query)
        st.button(texts.NOTHING_BUTTON, key="sg-niets-knop", on_click=acts.do, args=("niets", nothing))
        widgets.show(element("p", escaped(texts.CHANGES_NOTHING), {"class": "sg-muted"}))


def _ask(address: Address, owner: str | None, field: str) -> None:
    """Show the question that led here, or the choice of an earlier one; another can be typed instead."""
    typed = address.query.text
    if typed or not (earlier := _earlier(owner)):
        st.text_input(texts.MISSED_QUESTION, typed, LONGEST_QUESTION, field, placeholder=texts.MISSED_PLACEHOLDER)
    else:
        st.selectbox(
            texts.MISSED_QUESTION, earlier, None, key=field,
            placeholder=texts.MISSED_EARLIER, accept_new_options=True,
        )  # fmt: skip


def _asked(address: Address, field: str) -> Query:
    """Return the question that led here with its filters, or the one that is chosen or typed instead."""
    question = " ".join(str(st.session_state.get(field) or "").split())[:LONGEST_QUESTION]
    return address.query if question == address.query.text else Query(question)


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
    undo = partial(feedback.withdraw, session.data_folder(), owner, said.id)
    st.button(texts.UNDO, type="tertiary", key=f"sg-terug-{name}", on_click=acts.do, args=(name, undo))


def _judge(owner: str | None, query: Query, verdict: Verdict, judged: About) -> None:
    made_with = judgements.made_with(session.knowledge_base())
    feedback.judge(session.data_folder(), _known(owner), query, verdict, judged, made_with)


def _missed(owner: str | None, address: Address, field: str, judged: About) -> None:
    _judge(owner, _asked(address, field), Verdict.MISSED, judged)


def _nothing(owner: str | None, query: Query) -> None:
    words = str(st.session_state.get(_WORDS) or "")
    feedback.miss(session.data_folder(), _known(owner), query, words, judgements.made_with(session.knowledge_base()))


def _known(owner: str | None) -> str:
    """Return the owner under whose name it is kept; say kindly where there is none."""
    if owner is None:
        raise NotFound(texts.NO_COOKIES)
    return owner
