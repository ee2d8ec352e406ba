"""One decision: what became of it, whether it still holds, its text with the page, its papers, the agenda it was on.

The pieces are made by pure functions of what is known; only `show`, `at_each` and `lines` ask for anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import streamlit as st

from search.errors import NotFound
from search.registers.decisions import Decision, Paper, State
from search.registers.sittings import sitting_of
from search.registers.treatments import Article, Effect, Vote
from search.types import Kind, Passage, Span
from views import session, texts
from views.address import DOCUMENT, THEMES, Address, link
from views.decisions import correcting, items, mentioned
from views.decisions import texts as words
from views.dossiers import matters
from views.notes import button as note_button
from views.notes import current as note_current
from views.pieces import dutch, widgets
from views.pieces.markup import anchor, element, escaped

_LONGEST: Final = 1_200  # characters quoted of what is no decision: some 20 lines
_PAGES: Final = 3  # pages that such a quotation is taken from
_OUTCOMES: Final = frozenset(str(effect) for effect in Effect)  # what a vote may say without saying how was voted


@dataclass(frozen=True, slots=True)
class Quote:
    """What a paper says of an item that has no articles, word for word."""

    paper: Paper
    spans: tuple[Span, ...]
    is_decision: bool  # what was decided, rather than all that is said of it


def show() -> None:
    """Show the decision that the address names, or say that there is none."""
    note_current.show()
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
    widgets.show(widgets.back(address))
    widgets.show(head(address, decision, date.today()), widgets.notice(problems))
    main, beside = st.columns([5, 3], gap="large")
    with main:
        widgets.show(ruling(address, decision, later))
        made = correcting.made_on(decision, known.edits)
        correcting.show_near(decision, made)
        dossier = known.dossier_of.get(decision.key)
        history = (matters.around(dossier, decision.key) if dossier else "") + mentioned.mentioned(decision)
        widgets.show(below(address, decision, *_quote(decision), history))
        correcting.show_last(decision, made)
    with beside:
        note_button.for_decision(decision)
        widgets.show(around(address, decision, agenda))


def at_each(passages: Sequence[Passage]) -> list[Decision | None]:
    """Return for each passage the item that it belongs to, without articles and votes; None where it is in none."""
    registers, reader = session.registers(), session.reader()
    known = registers.register(reader).decisions
    found = [known.get(key or "") for key in registers.at_each(passages, reader)]
    return [each if each and each.papers[0].telling.is_item else None for each in found]


def lines(address: Address, passages: Sequence[Passage]) -> list[str]:
    """Return for each passage what became of the item that it belongs to, with the way there; empty where in none."""
    return [items.line(address, each) if each else "" for each in at_each(passages)]


def _said(sentence: str) -> str:
    return element("p", escaped(sentence))


def head(address: Address, decision: Decision, today: date) -> str:
    """Return whose decision it is, of which sitting, and its title."""
    place = decision.municipality or decision.body or texts.NO_MUNICIPALITY
    sitting = items.way_to_sitting(address, decision.document, decision.key)
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
    if not decision.papers[0].telling.is_item:
        return ""
    if decision.effect is None:
        only_agenda = all(paper.document.kind is Kind.AGENDA for paper in decision.papers)
        sentence = words.DISCUSSED if items.is_meeting(decision) else words.ONLY_AGENDA if only_agenda else ""
        return element("p", escaped(sentence or words.NO_OUTCOME), {"class": "sg-muted"})
    badge = matters.outcome(decision)
    votes = "".join(_vote(vote, is_alone=len(decision.votes) == 1) for vote in decision.votes)
    holds = _standing(address, decision, later)
    return element("section", element("p", badge, {"class": "sg-verdict"}) + votes + holds, {"class": "sg-ruling"})


def _vote(vote: Vote, *, is_alone: bool) -> str:
    """Return one vote: in words, as a bar where there are counts, and on what where there were several."""
    bar = items.vote_bar(vote)
    says_more = vote.said.casefold() not in _OUTCOMES
    said = vote.said if says_more and not bar else ""
    sentence = " · ".join(
        filter(None, ("" if is_alone else vote.subject, said, words.BY_BALLOT * bool(vote.is_secret)))
    )
    shown = element("p", escaped(sentence[:1].upper() + sentence[1:])) if sentence else ""
    return shown + bar


def _standing(address: Address, decision: Decision, later: Decision | None) -> str:
    """Return whether it still holds, since when not, and what says so."""
    standing = decision.standing
    said = words.STANDINGS[standing.state] if standing else ""
    if standing is None or not said:
        return ""
    if standing.state is State.HOLDS:
        return element("p", escaped(said), {"class": "sg-muted"})
    if standing.since:
        said = words.SINCE.format(state=said, day=dutch.day(standing.since))
    line = element("strong", escaped(said))
    if later:
        line += f" {escaped(words.BY)} {anchor(items.way(address, later), escaped(later.title))}"
    quote = element("blockquote", escaped(standing.said), {"class": "sg-cite"}) if standing.said else ""
    return element("div", element("p", line) + quote, {"class": "sg-notice"})


def below(address: Address, decision: Decision, quote: Quote | None, quoted: str, history: str = "") -> str:
    """Return all that stands under the outcome: text, what came before and after, papers, themes.

    Args:
        address: Of this screen.
        decision: What is shown.
        quote: Where its words stand, if it has no articles.
        quoted: The words of that quote.
        history: What came before and after it, as HTML with a heading of its own.
    """
    return text(address, decision, quote, quoted) + history + sources(address, decision) + themes(decision)


def text(address: Address, decision: Decision, quote: Quote | None, quoted: str) -> str:
    """Return the decision word for word, each article with a link to its page.

    Args:
        address: Of this screen.
        decision: What is shown.
        quote: Where its words stand, if it has no articles.
        quoted: The words of that quote.
    """
    paper = telling_articles(decision)
    if paper:
        articles = paper.telling.treatment.articles
        rows = "".join(_article(address, decision, paper, i, each) for i, each in enumerate(articles, 1))
        return _section(words.TEXT_HEADING, element("ol", rows, {"class": "sg-articles"}))
    if quote is None or not quoted.strip():
        is_item = decision.papers[0].telling.is_item
        return element("p", escaped(words.NO_TEXT), {"class": "sg-muted"}) if is_item else ""
    page = quote.spans[0].page
    if quote.is_decision:
        row = _words_of(words.DECISION_TEXT, page, _on_page(address, decision, quote.paper, page), quoted)
        return _section(words.TEXT_HEADING, element("ol", row, {"class": "sg-articles"}))
    is_cut = len(quoted) > _LONGEST
    shown = quoted[:_LONGEST].rsplit(" ", 1)[0] + " …" if is_cut else quoted
    label = words.READ_ON if is_cut else texts.PAGE_LONG
    there = anchor(_on_page(address, decision, quote.paper, page), escaped(label.format(number=page)))
    words_ = element("blockquote", escaped(shown), {"class": "sg-cite"}) + element("p", there, {"class": "sg-others"})
    return _section(words.TOLD_HEADING, words_)


def _article(address: Address, decision: Decision, paper: Paper, number: int, article: Article) -> str:
    name = words.ARTICLE.format(number=article.number) if article.number else words.ARTICLE_UNNUMBERED
    page = article.spans[0].page if article.spans else paper.page
    return _words_of(name, page, _on_page(address, decision, paper, page, number), article.text)


def _words_of(name: str, page: int, href: str, text: str) -> str:
    """Return part of a decision word for word, under its name, with the link to its page."""
    label = words.SEE_PAGE.format(what=name, number=page)
    there = anchor(href, escaped(texts.PAGE_SHORT.format(number=page)), {"aria-label": label, "class": "sg-page"})
    said = element("p", escaped(text), {"class": "sg-article"})
    return element("li", element("h3", escaped(name)) + there + said)


def _on_page(address: Address, decision: Decision, paper: Paper, page: int, article: int | None = None) -> str:
    """Return the address of a page of a paper on which the decision, or one of its articles, is marked."""
    at = address.at_decision(decision.key)
    return link(replace(at, document=paper.document.id, page=page, article=article), DOCUMENT)


def telling_articles(decision: Decision) -> Paper | None:
    """Return the paper that the articles of a decision were read from."""
    return next((paper for paper in decision.papers if paper.telling.treatment.articles), None)


def quote_of(decision: Decision) -> Quote | None:
    """Return where the words of an item stand that has no articles: what was decided, else all that is said of it."""
    for paper in decision.papers:
        if paper.telling.treatment.decision:
            return Quote(paper, paper.telling.treatment.decision, is_decision=True)
    paper = decision.papers[0]
    spans = _without(paper.telling.treatment.spans, paper.telling.treatment.title_spans)
    return Quote(paper, spans, is_decision=False) if spans else None


def _without(spans: Sequence[Span], title: Sequence[Span]) -> tuple[Span, ...]:
    """Return what comes after the title."""
    ends = {span.page: span.end for span in title}
    cut = (replace(span, start=max(span.start, ends.get(span.page, 0))) for span in spans)
    return tuple(span for span in cut if span.start < span.end)


def quoted(quote: Quote, pages: Mapping[int, str]) -> str:
    """Return the words of a quote, given the text of pages: lines of a paragraph joined, each span a paragraph."""
    parts = (pages.get(span.page, "")[span.start : span.end].replace("\n", " ") for span in quote.spans)
    return "\n".join(part.strip() for part in parts if part.strip())


def sources(address: Address, decision: Decision) -> str:
    """Return the papers on a decision, the richest first, each opened where the item stands in it."""
    rows = []
    for paper in decision.papers:
        label = words.SOURCE.format(kind=dutch.kind(paper.document.kind), number=paper.page)
        there = anchor(_on_page(address, decision, paper, paper.page), escaped(label), {"title": paper.document.title})
        rows.append(element("li", there))
    return _section(words.SOURCES_HEADING, element("ul", "".join(rows), {"class": "sg-also"}))


def themes(decision: Decision) -> str:
    """Return links to the themes of a decision, or nothing where it has none."""
    links = "".join(
        element("li", anchor(link(Address(theme=theme), THEMES), escaped(theme), {"class": "sg-notion"}))
        for theme in decision.themes
    )
    return _section(words.THEMES_HEADING, element("ul", links, {"class": "sg-themes"})) if links else ""


def around(address: Address, decision: Decision, agenda: Sequence[Decision]) -> str:
    """Return the agenda of the sitting with the decision marked in it, or nothing where it stands alone."""
    if len(agenda) < 2:
        return ""
    heading = words.AGENDA_HEADING_MEETING if items.is_meeting(decision) else words.AGENDA_HEADING
    return _section(heading, items.agenda(address, agenda, decision.key))


def _section(heading: str, content: str) -> str:
    return element("section", element("h2", escaped(heading)) + content)


def _quote(decision: Decision) -> tuple[Quote | None, str]:
    """Return where the words of a decision without articles stand, and those words."""
    quote = None if telling_articles(decision) else quote_of(decision)
    if quote is None:
        return None, ""
    kb, document = session.knowledge_base(), quote.paper.document.id
    numbers = list(dict.fromkeys(span.page for span in quote.spans))[:_PAGES]
    pages = {number: kb.page(document, number, session.reader()).text for number in numbers}
    return quote, quoted(quote, pages)
