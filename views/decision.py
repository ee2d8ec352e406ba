"""One decision: what became of it, whether it still holds, its text with the page, its papers, the agenda it was on.

The pieces are made by pure functions of what is known; only `show` and what a person corrects ask for anything.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import streamlit as st

from search import edits
from search.decisions import Decision, Paper, State
from search.edits import Edit, What
from search.errors import Locked, NotFound
from search.sittings import sitting_of
from search.treatments import Article, Effect
from search.types import EVERYONE, Document, DocumentId, Span
from views import dutch, items, matters, session, texts, texts_dossier, widgets
from views import texts_decision as words
from views.address import DECISION, DOCUMENT, THEMES, Address, link
from views.markup import anchor, element, escaped

_LONGEST: Final = 1_200  # characters quoted of what is no decision: some 20 lines
_PAGES: Final = 3  # pages that such a quotation is taken from


@dataclass(frozen=True, slots=True)
class Quote:
    """What a paper says of an item that has no articles, word for word."""

    paper: Paper
    spans: tuple[Span, ...]
    is_decision: bool  # what was decided, rather than all that is said of it


def show() -> None:
    """Show the decision that the address names, or say that there is none."""
    address, problems = session.read_address()
    if address.decision is None:
        widgets.show(widgets.back(address), element("h1", escaped(words.PAGE_DECISION)), _said(words.NONE_CHOSEN))
        return
    registers, reader = session.registers(), session.reader()
    try:
        decision = registers.decision(address.decision, reader)
    except NotFound:
        heading = element("h1", escaped(words.NOT_THERE_HEADING))
        widgets.show(widgets.back(address), heading, _said(texts.NOT_THERE))
        return
    session.name_screen(decision.title)
    sitting = sitting_of(decision.document)
    agenda = registers.of_sitting(sitting, reader) if sitting else []
    known = registers.register(reader)
    later = known.decisions.get(decision.standing.by or "") if decision.standing else None
    widgets.show(widgets.back(address), head(address, decision, date.today()), widgets.notice(problems))
    main, beside = st.columns([5, 3], gap="large")
    with main:
        widgets.show(ruling(address, decision, later))
        if decision.papers[0].telling.is_item and not items.is_meeting(decision):
            _correction(decision, made_on(decision, known.edits))
        widgets.show(text(address, decision, _quoted(decision)), sources(address, decision), themes(decision))
    with beside:
        widgets.show(around(address, decision, agenda))


def _said(sentence: str) -> str:
    return element("p", escaped(sentence))


def head(address: Address, decision: Decision, today: date) -> str:
    """Return whose decision it is, of which sitting, and its title."""
    place = decision.municipality or decision.body or texts.NO_MUNICIPALITY
    sitting = items.way_to_sitting(address, decision)
    body = decision.body if decision.body and decision.body != place else ""
    parts = [
        element("span", escaped(place), {"class": "sg-pill sg-pill-place"}),
        element("span", sitting or escaped(body)),
        _age(decision.date, today) if sitting else widgets.when(decision.date, today),
    ]
    public = {True: words.PUBLIC, False: words.CLOSED, None: ""}[decision.is_public]
    number = words.ITEM_NUMBER.format(number=decision.number) if decision.number else ""
    about = " · ".join(filter(None, (number, decision.code, public)))
    return (
        element("p", " ".join(parts), {"class": "sg-meta"})
        + element("h1", escaped(decision.title), {"class": "sg-document-title"})
        + (element("p", escaped(about), {"class": "sg-muted"}) if about else "")
    )


def _age(day: date | None, today: date) -> str:
    """Return how long ago it was, beside the name of a sitting that tells the day."""
    age = escaped(dutch.age(day, today)) if day else escaped(texts.NO_DATE)
    return element("time", age, {"class": "sg-date", "datetime": day.isoformat() if day else None})


def ruling(address: Address, decision: Decision, later: Decision | None) -> str:
    """Return what became of it, how was voted, and whether it still holds.

    Args:
        address: Of this screen.
        decision: What is shown.
        later: The decision that amends, replaces or repeals it, if the reader may read that.
    """
    if decision.effect is None:
        only_agenda = all(paper.document.kind == "agenda" for paper in decision.papers)
        sentence = words.DISCUSSED if items.is_meeting(decision) else words.ONLY_AGENDA if only_agenda else ""
        return element("p", escaped(sentence or words.NO_OUTCOME), {"class": "sg-muted"})
    votes = "".join(_vote(decision, i) for i in range(len(decision.votes)))
    verdict = element("p", matters.outcome(decision), {"class": "sg-verdict"})
    return element("section", verdict + votes + _standing(address, decision, later), {"class": "sg-ruling"})


def _vote(decision: Decision, i: int) -> str:
    """Return one of the votes: in words, as a bar, and on what where there were several."""
    vote = decision.votes[i]
    bar = items.vote_bar(vote)
    said = "" if bar and not vote.is_unanimous else items.vote_words(replace(vote, in_favour=None)) if bar else ""
    said = said or ("" if bar else vote.said if vote.is_unanimous else "")
    return said + bar


def _standing(address: Address, decision: Decision, later: Decision | None) -> str:
    return ""
