"""What a watch tells, in lines of plain text, for a mail and for a feed. Decides nothing about who may read it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeAlias

from desk import texts
from desk.registers.board import LABELS
from desk.watches import texts as watch_texts
from desk.watches import watching
from desk.watches.watches import Watch
from desk.watches.watching import Due, Found, Told
from desk.watches.why import in_words
from search import KnowledgeBase
from search.language import dates

LONGEST: Final = 400  # characters quoted of a passage
Link: TypeAlias = Callable[[Told, int], str]
"""Gives the address at which the app shows what is told: a page of a paper, or a contract."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told."""

    key: str
    found_at: datetime
    title: str
    about: str  # whose it is, of when, on which page; or which day, and how far off that is
    quoted: str  # word for word; empty where there is nothing to quote
    why: str
    link: str


def line(kb: KnowledgeBase, watch: Watch, told: Told, link: Link, today: date) -> Line:
    """Return what is told as a line, in the name of the watch's reader."""
    return _paper(kb, watch, told, link) if isinstance(told, Found) else _day(told, link, today)


def page_link(base: str) -> Link:
    """Return how the app below this address is linked to, which ends in a slash."""

    def link(told: Told, page: int) -> str:
        if isinstance(told, Found):
            return f"{base}document?document={told.document.id}&pagina={page}"
        return f"{base}overeenkomst?overeenkomst={told.row.contract.key}"

    return link


def _paper(kb: KnowledgeBase, watch: Watch, found: Found, link: Link) -> Line:
    document, quote = found.document, watching.quote(kb, watch, found)
    day = dates.in_words(document.date) if document.date else watch_texts.NO_DATE
    page = watch_texts.PAGE.format(page=quote.page)
    about = " · ".join(filter(None, (document.municipality, document.body, str(document.kind), day, page)))
    why = in_words(quote.why)
    return Line(
        found.news.key,
        found.news.found_at,
        _flat(document.title),
        _flat(about),
        _quoted(quote),
        f"{watch_texts.CHANGED} {why}" if found.find.is_changed else why,
        link(found, quote.page),
    )


def _quoted(quote: watching.Quote) -> str:
    if quote.passage is None:
        return ""
    text, sentence = quote.passage.text, quote.sentence
    chosen = text[sentence.start : sentence.end] if sentence else text
    return _flat(chosen[:LONGEST] + texts.CUT * (len(chosen) > LONGEST))


def _day(due: Due, link: Link, today: date) -> Line:
    about = watch_texts.REMINDER.format(
        what=LABELS[due.deadline.what],
        day=dates.in_words(due.deadline.day),
        left=left((due.deadline.day - today).days),
    )
    return Line(
        due.news.key,
        due.news.found_at,
        _flat(due.row.name),
        about,
        _flat(due.deadline.evidence.fact.said[:LONGEST]),
        watch_texts.REMINDED.format(days=due.reminder.days),
        link(due, due.deadline.evidence.page),
    )


def left(days: int) -> str:
    """Return how far off a day is, in words."""
    if days == 0:
        return watch_texts.TODAY
    return texts.counted(abs(days), watch_texts.LEFT if days > 0 else watch_texts.OVER)


def _flat(text: str) -> str:
    return " ".join(texts.printable(text).split())
