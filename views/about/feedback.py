"""What people say of answers: by question, and one for one, each with the way to its search and its page.

Everyone sees what he said himself; what all said, only where whoever runs the server asked for that.
"""

import os
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from desk.kept import feedback, judgements
from desk.kept.feedback import Judgement, Verdict
from desk.kept.judgements import Asked, Placed, State
from views import session, texts
from views.about import texts_feedback as words
from views.address import DOCUMENT, FEEDBACK, FIRST_SHOWN, MOST_SHOWN, Address, link
from views.pieces import acts, dutch, widgets
from views.pieces.markup import anchor, element, escaped

_ALL: Final = "STREEKGEHEUGEN_BEHEER"
_PLACE: Final = "feedback"
_MOST: Final = 1_000  # judgements that are looked at: 40 ms
_PAPERS: Final = 20  # named under one question
_REVISION: Final = 8  # characters that tell one revision from another


def show() -> None:
    """Show what was said, by question or one for one."""
    address, problems = session.read_address()
    owner, is_everyone = session.owner(), os.environ.get(_ALL) == "1"
    every = said(owner, is_everyone=is_everyone)
    whose = f"{words.OF_EVERYONE} {words.EXPORT}" if is_everyone else words.OF_YOU
    widgets.show(
        element("h1", escaped(words.HEADING)),
        element("p", escaped(words.INTRO), {"class": "sg-lead"}),
        element("p", escaped(whose), {"class": "sg-muted"}),
        widgets.notice(problems),
    )
    acts.said(_PLACE)
    if not every:
        why = words.NOTHING_SAID if owner or is_everyone else words.NO_COOKIES
        widgets.show(element("p", escaped(why), {"role": "status"}))
        return
    if len(every) == _MOST:
        widgets.show(widgets.notice([words.OLDEST_LEFT_OUT.format(n=dutch.number(_MOST))]))
    chosen = _chosen(every)
    by_question, each = st.tabs([words.BY_QUESTION, words.EACH])
    with by_question:
        _questions(address, judgements.by_question(chosen))
    with each:
        _one_for_one(address, chosen, owner)


def said(owner: str | None, *, is_everyone: bool) -> list[Judgement]:
    """Return what may be shown to this person of what was said, the newest first."""
    if is_everyone:
        return feedback.listed(session.data_folder(), None, _MOST)
    return feedback.listed(session.data_folder(), owner, _MOST) if owner else []


def _chosen(every: Sequence[Judgement]) -> list[Judgement]:
    """Show the choice of what was said; return what of it is chosen."""
    counts = {verdict: sum(each.verdict is verdict for each in every) for verdict in Verdict}

    def name(verdict: Verdict | None) -> str:
        if verdict is None:
            return words.ALL.format(n=len(every))
        return words.CHOICE.format(name=words.NAMES[verdict], n=counts[verdict])

    choices = [None, *(verdict for verdict in Verdict if counts[verdict])]
    chosen = st.selectbox(words.CHOOSE, choices, format_func=name, width=320, key="sg-toon")
    return [each for each in every if chosen in (None, each.verdict)]


def _questions(address: Address, every: Sequence[Asked]) -> None:
    shown = every[: address.shown]
    seen = _placed([each for asked in shown for each in asked.judgements])
    cards = "".join(element("li", question(asked, seen)) for asked in shown)
    widgets.show(element("ol", cards, {"class": "sg-list"}), _more(address, len(every) - len(shown)))


def _one_for_one(address: Address, every: Sequence[Judgement], owner: str | None) -> None:
    shown = every[: address.shown]
    seen = _placed(shown)
    for each in shown:
        with st.container(key=f"sg-oordeel-{each.id}", gap=None):
            widgets.show(row(seen[each.id], owner))
            if owner and each.owner == owner:
                undo = (_PLACE, partial(feedback.withdraw, session.data_folder(), owner, each.id))
                st.button(words.UNDO, type="tertiary", key=f"sg-terug-{each.id}", on_click=acts.do, args=undo)
    widgets.show(_more(address, len(every) - len(shown)))


def _more(address: Address, left: int) -> str:
    """Return the link to more of the list, or nothing where all of it is shown."""
    if left <= 0 or address.shown >= MOST_SHOWN:
        return ""
    further = Address(shown=min(address.shown + FIRST_SHOWN, MOST_SHOWN))
    label = words.MORE.format(n=dutch.number(left))
    return element("p", anchor(link(further, FEEDBACK), escaped(label), {"class": "sg-more"}))


def _placed(shown: Sequence[Judgement]) -> dict[int, Placed]:
    found = judgements.placed(session.knowledge_base(), session.reader(), shown)
    return {each.judgement.id: each for each in found}


def question(asked: Asked, seen: dict[int, Placed]) -> str:
    """Return a question with how often what was said of it, of which documents, and what was expected."""
    counts = [
        words.COUNTS[verdict].format(n=dutch.number(count)) for verdict in Verdict if (count := asked.count(verdict))
    ]
    expected = dict.fromkeys(each.words for each in asked.judgements if each.words)
    parts = [
        element("h3", _ask(asked.judgements[0])),
        element("p", escaped(" · ".join(counts))),
        *(_documents(verdict, asked, seen) for verdict in Verdict),
        *(element("p", escaped(words.WANTED.format(words=text))) for text in expected),
    ]
    return element("article", "".join(parts), {"class": "sg-card"})


def _documents(verdict: Verdict, asked: Asked, seen: dict[int, Placed]) -> str:
    """Return of which documents one thing was said, what most people say it of first."""
    counts = Counter(
        html for each in asked.judgements if each.verdict is verdict and (html := _document(seen[each.id]))
    )
    if not counts:
        return ""
    rows = "".join(
        element("li", f"{html} {escaped(words.TIMES.format(n=count))}" if count > 1 else html)
        for html, count in counts.most_common(_PAPERS)
    )
    if len(counts) > _PAPERS:
        rows += element("li", escaped(words.AND_MORE.format(n=len(counts) - _PAPERS)), {"class": "sg-muted"})
    label = element("p", escaped(f"{words.NAMES[verdict]}:"), {"class": "sg-others"})
    return label + element("ul", rows, {"class": "sg-also"})


def row(placed: Placed, owner: str | None) -> str:
    """Return what one person said: of which question, of what, when, and what answered then."""
    judgement = placed.judgement
    day = dutch.day(judgement.made_at.astimezone().date())
    who = (words.BY_YOU if judgement.owner == owner else words.BY_OTHER).format(day=day)
    head = element("span", escaped(words.NAMES[judgement.verdict]), {"class": "sg-pill"})
    about = [html for html in (_document(placed), _rank(judgement)) if html]
    with_ = judgement.made_with
    technical = words.MADE_WITH.format(model=with_.model.partition("+")[0], revision=with_.revision[:_REVISION] or "-")
    expected = words.WANTED.format(words=judgement.words) if judgement.words else ""
    parts = [
        element("p", f"{head} {element('span', escaped(who), {'class': 'sg-date'})}", {"class": "sg-meta"}),
        element("h3", _ask(judgement)),
        element("p", " · ".join(about)) if about else "",
        element("p", escaped(expected)) if expected else "",
        element("p", escaped(technical), {"class": "sg-under"}),
    ]
    return element("article", "".join(parts), {"class": "sg-card"})


def _ask(judgement: Judgement) -> str:
    """Return the question as a link to its search, with the filters that were chosen."""
    query = judgement.query
    there = anchor(link(Address(query)), escaped(query.text), {"class": "sg-title", "title": words.QUESTION_TITLE})
    filters = [*query.municipalities, *map(dutch.kind, query.kinds), *query.bodies, dutch.period(query)]
    if not any(filters):
        return there
    said = words.FILTERED.format(filters=", ".join(filter(None, filters)))
    return f"{there} {element('span', escaped(said), {'class': 'sg-under'})}"


def _document(placed: Placed) -> str:
    """Return the link to what was judged; that it may not be read, where that is so; nothing where nothing was."""
    if placed.state is State.WITHOUT:
        return ""
    if placed.document is None:
        return element("span", escaped(words.WITHHELD), {"class": "sg-muted"})
    passage = placed.passage.id if placed.passage else None
    at = Address(placed.judgement.query, document=placed.document.id, page=placed.page, passage=passage)
    name = escaped(words.ON_PAGE.format(title=placed.document.title, page=placed.page))
    there = anchor(link(at, DOCUMENT), name, {"title": texts.PAGE_DOCUMENT})
    changed = element("span", escaped(words.CHANGED), {"class": "sg-muted"})
    return f"{there} {changed}" if placed.state is State.CHANGED else there


def _rank(judgement: Judgement) -> str:
    rank = judgement.about.rank if judgement.about else None
    return escaped(words.AT_RANK.format(rank=rank)) if rank else ""
