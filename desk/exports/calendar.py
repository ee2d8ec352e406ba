"""The dates of contracts as a calendar file (iCalendar, RFC 5545), with reminders. Pure."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

from desk import texts
from desk.registers import durations
from desk.registers.board import LABELS, Deadline, Row
from search.registers.contracts import Contract

DAYS_BEFORE: Final = (180, 90, 30)
"""When to remind: a tender takes half a year, a decision of the council a quarter, a letter a month."""
_SOURCE: Final = "streekgeheugen"


def calendar(rows: Iterable[Row], now: datetime, link: Callable[[Contract], str]) -> bytes:
    """Return the coming dates of contracts as the content of an .ics file.

    An event keeps its identity when the file is made again, so that a calendar that takes it in again moves the event
    and adds no second one.

    Args:
        rows: The contracts.
        now: When it is made; days before it are left out.
        link: Gives the address at which the app shows a contract.
    """
    made = Calendar()
    made.add("prodid", f"-//{_SOURCE}//NL")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", texts.CALENDAR)
    for row in rows:
        for deadline in row.deadlines:
            if deadline.day >= now.date():
                made.add_component(_event(row, deadline, now, link(row.contract)))
    content: bytes = made.to_ical()
    return content


def _event(row: Row, deadline: Deadline, now: datetime, link: str) -> Event:
    what, name = LABELS[deadline.what], texts.printable(row.name)
    event = Event()
    event.add("uid", f"{row.contract.key}-{deadline.what}@{_SOURCE}")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", deadline.day)
    event.add("dtend", deadline.day + timedelta(days=1))
    event.add("summary", texts.EVENT.format(what=what, contract=name))
    event.add("description", _description(row, deadline, link))
    event.add("url", link)
    event.add("transp", "TRANSPARENT")  # a last day keeps nobody busy
    for days in DAYS_BEFORE:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(days=-days))
        alarm.add("description", texts.ALARM.format(days=days, what=what.lower(), contract=name))
        event.add_component(alarm)
    return event


def _description(row: Row, deadline: Deadline, link: str) -> str:
    lines = []
    if row.purchasers:
        lines.append(texts.EVENT_BUYER.format(buyer=", ".join(each.fact.value for each in row.purchasers)))
    if deadline.end is not None:
        lines.append(texts.EVENT_COMPUTED.format(notice=durations.in_words(deadline.evidence.fact.value)))
    for evidence in (deadline.evidence, deadline.end):
        if evidence is not None:
            lines.append(texts.EVENT_SAID.format(said=evidence.fact.said))
            lines.append(texts.EVENT_SOURCE.format(title=evidence.document.title, page=evidence.page))
    if deadline.needs_a_look:
        lines.append(texts.EVENT_LOOK)
    return texts.printable("\n".join([*lines, texts.EVENT_LINK.format(link=link)]))
