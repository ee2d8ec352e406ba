"""What is new of each municipality and partnership, and of contracts: every line leads to its page. Returns HTML."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from desk.brief import leads
from desk.news import texts as words
from desk.news.contracts import DEADLINES, Event, fields
from desk.news.matters import Ended, Sort, is_routine
from desk.news.news import News, Place
from search.registers.decisions import Decision
from views.address import CONTRACT, Address, link
from views.dossiers import matters
from views.news import texts
from views.pieces import dutch, sources
from views.pieces.markup import anchor, element, escaped

SHOWN: Final = 8  # matters of one sort before the rest is folded
_LIST: Final = {"class": "sg-items sg-news-items"}


def contracts(found: News) -> str:
    """Return each contract once, with what happens to it and for whom; nothing where nothing does."""
    if not found.contracts:
        return ""
    rows = "".join(_contracts(found.contracts, found.today, with_names=True))
    return element("h2", escaped(texts.CONTRACTS)) + element("ul", rows, _LIST)


def place(found: Place, number: int, today: date) -> str:
    """Return what is new of one place.

    Args:
        found: What is new of it.
        number: Its place on the screen, by which the overview leads to it.
        today: The days that are left are counted from it.
    """
    parts = [_group(words.SORTS[sort], _sorted(found.of(sort))) for sort in Sort]
    parts.append(_group(words.ENDED, [_ended(each) for each in found.ended]))
    parts.append(_group(words.CONTRACTS, _contracts(found.contracts, today)))
    late = [row for each in found.late for row in _sitting([each])]
    parts.append(_group(words.LATE, late, texts.LATE_WHY))
    heading = element("h2", escaped(words.name(found.name)), {"id": f"nieuw-{number}"})
    return element("section", heading + "".join(parts), {"class": "sg-news"})


def _group(heading: str, rows: Sequence[str], why: str = "") -> str:
    """Return lines under a heading; of many, those after the first few are folded."""
    if not rows:
        return ""
    head = element("h3", f"{escaped(heading)} {element('span', dutch.number(len(rows)), {'class': 'sg-muted'})}")
    said = element("p", escaped(why), {"class": "sg-muted"}) if why else ""
    body = element("ul", "".join(rows[:SHOWN]), _LIST)
    if rest := rows[SHOWN:]:
        summary = element("summary", escaped(dutch.counted(len(rest), texts.FOLDED)))
        body += element("details", summary + element("ul", "".join(rest), _LIST), {"class": "sg-as-table"})
    return head + said + body


def _sorted(found: Sequence[Decision]) -> list[str]:
    """Return lines for matters: those that say what they are about first, each kept with its sitting."""
    telling = [each for each in found if not is_routine(each)]
    routine = [each for each in found if is_routine(each)]
    return [row for part in (telling, routine) for row in _sitting(part)]


def _sitting(found: Iterable[Decision]) -> list[str]:
    """Return a line for each matter, with its sitting above the first of it."""
    rows = []
    for lead, own in groupby(found, key=lambda each: leads.lead(each.document)):
        for i, each in enumerate(own):
            above = element("p", escaped(lead), {"class": "sg-muted sg-news-lead"}) if i == 0 else ""
            rows.append(element("li", above + _matter(each)))
    return rows


def _matter(decision: Decision, said: str = "") -> str:
    title = anchor(matters.way(decision), escaped(decision.title), {"class": "sg-title"})
    page = sources.page_link(decision.document, decision.page, escaped(texts.ON_PAGE.format(number=decision.page)))
    look = sources.look_mark() if decision.needs_a_look else ""
    themes = element("span", escaped(", ".join(decision.themes[:2])), {"class": "sg-muted"}) if decision.themes else ""
    below = " ".join(filter(None, (said, matters.outcome(decision) + look, page, themes)))
    return element("div", title + element("p", below, {"class": "sg-item-said"}))


def _ended(found: Ended) -> str:
    state = texts.REPLACED.format(state=words.STATES[found.state], day=dutch.day(found.since))
    pill = element("span", escaped(state), {"class": "sg-pill sg-pill-warning"})
    by = ""
    if found.by:
        shown = anchor(matters.way(found.by), escaped(found.by.title))
        by = element("p", escaped(texts.BY).format(title=shown), {"class": "sg-item-said"})
    lead = element("p", escaped(leads.lead(found.decision.document)), {"class": "sg-muted sg-news-lead"})
    return element("li", lead + _matter(found.decision, pill) + by)


def _contracts(events: Iterable[Event], today: date, *, with_names: bool = False) -> list[str]:
    """Return a line for each contract, by the day of the first that happens to it."""
    of_each: dict[str, list[Event]] = {}
    for each in events:
        of_each.setdefault(each.contract.key, []).append(each)
    return [_contract(own, today, with_names) for own in of_each.values()]


def _contract(events: Sequence[Event], today: date, with_names: bool) -> str:
    contract = events[0].contract
    title = anchor(link(Address(contract=contract.key), CONTRACT), escaped(contract.document.title))
    return element("li", element("div", title + "".join(_event(each, today, with_names) for each in events)))


def _event(event: Event, today: date, with_names: bool) -> str:
    """Return something that happens to a contract: the day leads to the page that says so."""
    what = escaped(words.HAPPENINGS[event.happening])
    shown = escaped(f"{dutch.day(event.day)}, {texts.ON_PAGE.format(number=event.page)}")
    parts = [sources.page_link(event.document, event.page, shown) + (sources.look_mark() if event.needs_a_look else "")]
    for each in fields(event)[1:]:
        parts.append(sources.fact_link(each, texts.ON_PAGE.format(number=each.page)))
    if event.happening in DEADLINES.values():
        parts.append(element("span", escaped(f"({sources.left((event.day - today).days)})"), {"class": "sg-muted"}))
    if with_names and (whose := words.whose(event)):
        parts.append(element("span", escaped(whose), {"class": "sg-muted"}))
    return element("p", f"{what}: {' '.join(parts)}", {"class": "sg-item-said"})
