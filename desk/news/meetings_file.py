"""A calendar file (iCalendar, RFC 5545) to meetings and back. Knows nothing of where these are kept.

Of a hostile or huge file only the lines that tell what, when and whether reach the parser.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event, vDDDTypes

from desk.kept.meetings import LAST, LONGEST, Given, NotAccepted, checked
from desk.news.meetings import Meeting
from desk.texts import printable

LARGEST: Final = 5_000_000  # bytes: attachments stand in the file, and are skipped
MOST_EVENTS: Final = 500  # at 0.7 ms each; a hundred years of five meetings
NAME: Final = "Vergaderkalender van de streek"
_HERE: Final = ZoneInfo("Europe/Brussels")
_WANTED: Final = frozenset({"UID", "DTSTART", "SUMMARY", "STATUS", "RRULE", "RECURRENCE-ID"})
_LONGEST_LINE: Final = 2_000  # characters
_NAME_OF: Final = re.compile(r"[A-Za-z-]{1,20}")
_FOLD: Final = re.compile(r"\r?\n[ \t]")
_SOURCE: Final = "streekgeheugen"


@dataclass(frozen=True, slots=True)
class Read:
    """What stands in a calendar file."""

    meetings: tuple[Given, ...]
    repeating: int = 0  # events that repeat: their first day is taken, and this is said
    cancelled: int = 0
    unread: int = 0  # events without a day that we can read


def read(content: bytes, partnership: str) -> Read:
    """Return the events of a calendar file as meetings of a partnership, by day.

    Raises:
        NotAccepted: It is no calendar, too large, or holds no event; or the partnership has no name.
    """
    if len(content) > LARGEST:
        raise NotAccepted(f"Dit bestand is te groot ({len(content) // 1_000_000} MB); een kalender is hoogstens 5 MB.")
    text = content.decode("utf-8-sig", "replace")
    if not text.lstrip()[:15].upper().startswith("BEGIN:VCALENDAR"):
        raise NotAccepted("Dit is geen kalenderbestand. Bewaar de kalender als iCalendar (.ics) en probeer opnieuw.")
    checked(Given(LAST, "", partnership))
    events = list(_events(text))
    if not events:
        raise NotAccepted("In dit kalenderbestand staat geen enkele afspraak.")
    every = [_given(event, partnership) for event in events]
    there = [event.get("STATUS", "").upper() != "CANCELLED" for event in events]
    found = {each: None for each, is_on in zip(every, there, strict=True) if each and is_on}
    return Read(
        tuple(sorted(found, key=lambda each: (each.day, each.name))),
        sum("RRULE" in event for event, is_on in zip(events, there, strict=True) if is_on),
        there.count(False),
        sum(each is None and is_on for each, is_on in zip(every, there, strict=True)),
    )


def written(meetings: Iterable[Meeting], now: datetime, link: Callable[[Meeting], str]) -> bytes:
    """Return meetings as the content of an .ics file; each keeps its identity when the file is made again."""
    made = Calendar()
    made.add("prodid", f"-//{_SOURCE}//NL")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", NAME)
    for meeting in meetings:
        event = Event()
        event.add("uid", meeting.uid or f"{meeting.key}@{_SOURCE}")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", meeting.day)
        event.add("dtend", meeting.day + timedelta(days=1))
        event.add("summary", printable(meeting.name))
        event.add("url", link(meeting))
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    content: bytes = made.to_ical()
    return content


def _events(text: str) -> Iterator[Component]:
    """Yield the events, each parsed by itself: one that is broken costs no other."""
    count, depth = 0, 0
    lines: dict[str, str] | None = None  # of each name the first
    for line in _FOLD.sub("", text).splitlines():
        marker = line.strip().upper()[:20]
        if marker == "BEGIN:VEVENT":
            count, depth, lines = count + 1, 0, {}
            if count > MOST_EVENTS:
                raise NotAccepted(f"In dit bestand staan meer dan {MOST_EVENTS} afspraken. Kies een kleinere periode.")
        elif lines is None:
            continue
        elif marker == "END:VEVENT":
            yield _parsed(lines.values())
            lines = None
        elif marker.startswith(("BEGIN:", "END:")):
            depth += 1 if marker.startswith("BEGIN:") else -1  # an alarm has lines of the same names
        elif depth == 0 and (name := _NAME_OF.match(line)) and name[0].upper() in _WANTED:
            lines.setdefault(name[0].upper(), line[:_LONGEST_LINE])


def _parsed(lines: Iterable[str]) -> Component:
    try:
        return Event.from_ical("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]))
    except ValueError:  # a line that is none, where icalendar does not leave that one out
        return Event()


def _given(event: Component, partnership: str) -> Given | None:
    day = _day(event)
    if day is None:
        return None
    uid = "/".join(filter(None, (str(event.get("UID", "")), _occurrence(event))))
    name = " ".join(printable(str(event.get("SUMMARY", ""))).split())
    try:
        return checked(Given(day, name[:LONGEST], partnership, uid))
    except NotAccepted:
        return None


def _occurrence(event: Component) -> str:
    """Return which one of a repeating event it is: these share one identity."""
    found = event.get("RECURRENCE-ID")
    return found.to_ical().decode() if isinstance(found, vDDDTypes) else ""


def _day(event: Component) -> date | None:
    """Return the day on which an event begins, here."""
    stated = event.get("DTSTART")
    found = stated.dt if isinstance(stated, vDDDTypes) else None  # what cannot be read is of another type
    if not isinstance(found, datetime):
        return found if isinstance(found, date) else None
    try:
        return found.astimezone(_HERE).date() if found.tzname() == "UTC" else found.date()
    except OverflowError:
        return None
