"""What a watch tells, as HTML: papers with the passage and why they are told, and days of contracts. No Streamlit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from desk.registers.board import LABELS, Row
from desk.watches import watching
from desk.watches.lines import left
from desk.watches.watches import Watch, What
from desk.watches.watching import Due, Found, Told
from desk.watches.why import in_words
from search import KnowledgeBase
from views.address import CONTRACT, CONTRACTS, DOCUMENT, SEARCH, Address, link
from views.pieces import dutch, sources, widgets
from views.pieces.markup import anchor, element, escaped, excerpt, marked
from views.watches import texts

NEW_SHOWN: Final = 10
EARLIER_SHOWN: Final = 5
COMING_SHOWN: Final = 8


def head(watch: Watch, new: int) -> str:
    """Return the name of a watch, how much is new, and what it follows."""
    count = dutch.counted(new, texts.NEW) if new else texts.NOTHING_NEW
    pill = element("span", escaped(count), {"class": "sg-pill sg-pill-place" if new else "sg-pill"})
    since = texts.SINCE.format(day=dutch.day(watch.made_at.astimezone().date()))
    about = " · ".join((*_followed(watch), escaped(since)))
    return element("h2", f"{escaped(watch.name)} {pill}") + element("p", about, {"class": "sg-muted"})


def _followed(watch: Watch) -> list[str]:
    query = watch.query
    if watch.what is What.CONTRACTS:
        whose = texts.OF.format(municipalities=dutch.joined(query.municipalities)) if query.municipalities else ""
        target = link(Address(replace(query, text="")), CONTRACTS)
        return [escaped(f"{texts.CONTRACTS} {whose}".strip()), anchor(target, escaped(texts.TO_CONTRACTS))]
    filters = (*query.municipalities, *map(dutch.kind, query.kinds), *query.bodies, dutch.period(query))
    asked = escaped(" · ".join(filter(None, (f"“{query.text}”", *filters))))
    return [asked, anchor(link(Address(query), SEARCH), escaped(texts.SEARCH_AGAIN))]


def told(kb: KnowledgeBase, watch: Watch, every: Sequence[Told], today: date) -> str:
    """Return what is new, and folded what was seen already."""
    new = [each for each in every if not each.news.is_seen]
    earlier = [each for each in every if each.news.is_seen]
    html = element("ol", "".join(_card(kb, watch, each, today) for each in new[:NEW_SHOWN]), {"class": "sg-list"})
    html = html if new else ""
    if (rest := len(new) - NEW_SHOWN) > 0:
        html += element("p", escaped(dutch.counted(rest, texts.NOT_SHOWN)), {"class": "sg-muted"})
    if earlier:
        cards = "".join(_card(kb, watch, each, today) for each in earlier[:EARLIER_SHOWN])
        summary = element("summary", escaped(dutch.counted(len(earlier), texts.EARLIER)))
        html += element("details", summary + element("ol", cards, {"class": "sg-list"}))
    return html


def coming(rows: Sequence[Row], today: date) -> str:
    """Return the days that contracts have ahead, the nearest first."""
    ahead = [(deadline, row) for row in rows for deadline in row.deadlines if deadline.day >= today]
    ahead.sort(key=lambda each: (each[0].day, each[1].contract.key, each[0].what))
    if not ahead:
        return element("p", escaped(texts.NO_DATES), {"class": "sg-muted"})
    items = "".join(
        element("li", f"{_day(deadline.day, LABELS[deadline.what], today)} {_contract(row)}")
        for deadline, row in ahead[:COMING_SHOWN]
    )
    return element("h3", escaped(texts.COMING)) + element("ul", items)


def _card(kb: KnowledgeBase, watch: Watch, each: Told, today: date) -> str:
    body = _paper(kb, watch, each, today) if isinstance(each, Found) else _due(each, today)
    found = texts.FOUND_ON.format(day=dutch.day(each.news.found_at.astimezone().date()))
    return element("li", element("article", body + _muted(found), {"class": "sg-card"}))


def _paper(kb: KnowledgeBase, watch: Watch, found: Found, today: date) -> str:
    document, quote = found.document, watching.quote(kb, watch, found)
    passage = quote.passage
    at = Address(watch.query, document=document.id, page=quote.page, passage=passage.id if passage else None)
    title = anchor(link(at, DOCUMENT), escaped(document.title), {"class": "sg-title"})
    html = widgets.meta(document, today) + element("h3", title)
    if passage is None:
        html += _muted(texts.REARRANGED)
    else:
        shown = excerpt(passage.text, quote.sentence)
        text = marked(passage.text, quote.sentence, quote.words, shown)
        html += widgets.heading_path(passage) + element("blockquote", text, {"class": "sg-cite"})
    changed = element("span", escaped(texts.CHANGED), {"class": "sg-pill"}) + " " if found.find.is_changed else ""
    return html + element("p", changed + escaped(in_words(quote.why)))


def _due(due: Due, today: date) -> str:
    evidence = due.deadline.evidence
    when = _day(due.deadline.day, LABELS[due.deadline.what], today)
    said = element("blockquote", escaped(evidence.fact.said), {"class": "sg-cite"})
    source = sources.page_link(evidence.document, evidence.page, escaped(evidence.document.title))
    look = sources.look_mark() if due.deadline.needs_a_look else ""
    return element("h3", _contract(due.row)) + element("p", when + look) + said + element("p", source)


def _day(day: date, what: str, today: date) -> str:
    words = f"{what}: {dutch.day(day)} ({left((day - today).days)})"
    return element("time", escaped(words), {"datetime": day.isoformat()})


def _contract(row: Row) -> str:
    return anchor(link(Address(contract=row.contract.key), CONTRACT), escaped(row.name), {"class": "sg-title"})


def _muted(sentence: str) -> str:
    return element("p", escaped(sentence), {"class": "sg-muted"})
