"""What is new as a table to take along, a row for each thing and each municipality that it concerns. Pure."""

from collections.abc import Iterator, Sequence

from desk.exports.listing import OpenDocument
from desk.exports.tables import Cell, Table
from desk.news import texts as words
from desk.news.contracts import Event
from desk.news.matters import Ended, Sort
from desk.news.news import News, Place
from search.registers.decisions import Decision

_Row = Sequence[Cell]


def table(news: News, link: OpenDocument) -> Table:
    """Return the news as a table; of whom there is nothing has a row that says so.

    Args:
        news: What is new.
        link: Gives the address of a page of a document.
    """
    rows = [_row(words.REGION, words.RISES, each.theme, words.rise(each)) for each in news.rises]
    rows += [row for place in news.places for row in _place(place, link)]
    names = {place.name for place in news.places}
    rows += [_event(words.REGION, each, link) for each in news.contracts if names.isdisjoint(each.of)]
    rows += [_row(name, words.NOTHING_CELL) for name in news.silent]
    rows += [_row(name, words.UNREAD_CELL) for name in news.unread]
    return Table(words.SHEET, words.COLUMNS, rows)


def _place(place: Place, link: OpenDocument) -> Iterator[_Row]:
    name = words.name(place.name)
    for sort in Sort:
        yield from (_matter(name, words.SORTS[sort], each, words.outcome(each), link) for each in place.of(sort))
    yield from (_ended(name, each, link) for each in place.ended)
    yield from (_event(name, each, link) for each in place.contracts)
    yield from (_matter(name, words.LATE, each, words.outcome(each), link) for each in place.late)


def _matter(name: str, what: str, decision: Decision, said: str, link: OpenDocument) -> _Row:
    document, page = decision.document, decision.page
    return (
        name, what, decision.date, decision.title, said, ", ".join(decision.themes), document.title, page,
        link(document.id, page),
    )  # fmt: skip


def _ended(name: str, ended: Ended, link: OpenDocument) -> _Row:
    by = words.BY.format(title=ended.by.title, lead=words.day(ended.by.date)) if ended.by else ""
    said = words.joined((f"{words.STATES[ended.state]} {words.day(ended.since)}", by))
    return _matter(name, words.ENDED, ended.decision, said, link)


def _event(name: str, event: Event, link: OpenDocument) -> _Row:
    document = event.document
    return (
        name, words.HAPPENINGS[event.happening], event.day, event.contract.document.title, words.concerns(event), "",
        document.title, event.page, link(document.id, event.page),
    )  # fmt: skip


def _row(name: str, what: str, title: str = "", said: str = "") -> _Row:
    return name, what, None, title, said, None, None, None, None
