"""What is new between two meetings: chosen, counted, told per municipality and partnership, taken along."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desk.news import meetings as calendars
from desk.news import texts as words
from desk.news.meetings import Meeting, Period
from desk.news.news import news
from search.answer import Query
from views import address as addresses
from views import session
from views.address import NEWS, Address, link
from views.news import meetings, overview, places, texts
from views.pieces import dutch, sources, widgets
from views.pieces.markup import anchor, attributes_text, element, escaped


def show() -> None:
    """Show the choice of a period and what is new in it; under it the calendar of meetings."""
    address, problems = session.read_address()
    today = date.today()
    known = calendars.calendar(session.knowledge_base(), session.reader())
    widgets.show(element("h1", escaped(texts.HEADING)), element("p", escaped(texts.INTRO), {"class": "sg-lead"}))
    if problems:
        widgets.show(widgets.notice(problems))
    period = chosen(address.query, known, today)
    widgets.show(choice(address, known, period, today))
    if period is None:
        newest = next((each.date for each in session.documents(Query("")) if each.date), None)
        widgets.show(sources.nothing(texts.NO_MEETINGS_HEADING, texts.NO_MEETINGS, spans(newest)))
    else:
        _show(address, period, today)
    meetings.show(known, today, is_open=period is None)


def _show(address: Address, period: Period, today: date) -> None:
    query = replace(address.query, since=period.since, until=period.until)
    asked = replace(address, query=query)
    session.name_screen(words.TITLE.format(day=dutch.day(period.since)))
    found = news(
        session.knowledge_base(), session.reader(), period.since, period.until, today=today,
        municipalities=query.municipalities, theme=address.theme,
    )  # fmt: skip
    widgets.show(overview.line(found), overview.themes(asked, found))
    if found.is_empty:
        widgets.show(sources.nothing(texts.NOTHING_HEADING, texts.NOTHING))
    else:
        widgets.show(overview.table(found), overview.rises(asked, found))
    widgets.show(overview.absent(found), _files(asked) if not found.is_empty else "")
    widgets.show(places.contracts(found), *(places.place(each, i, today) for i, each in enumerate(found.places, 1)))


def chosen(query: Query, known: Sequence[Meeting], today: date) -> Period | None:
    """Return the period of the address; what it leaves out is as the meetings have it, None where that is unknown."""
    usual = calendars.usual(known, today)
    since = query.since or (usual.since if usual else None)
    if since is None:
        return None
    until = query.until or (usual.until if usual else today)
    return Period(since, max(since, until))


def spans(newest: date | None) -> str:
    """Return ways to the last month, quarter and year up to the newest paper; nothing where no paper has a date."""
    if newest is None:
        return ""
    ways = (
        anchor(link(Address(Query("", since=_before(newest, days), until=newest)), NEWS), escaped(label))
        for label, days in texts.SPANS.items()
    )
    lead = texts.NEWEST.format(day=dutch.day(newest))
    return element("p", f"{escaped(lead)} {' · '.join(ways)}", {"class": "sg-spans"})


def _before(day: date, days: int) -> date:
    return date.fromordinal(max(day.toordinal() - days, date.min.toordinal()))


def choice(address: Address, known: Sequence[Meeting], period: Period | None, today: date) -> str:
    """Return the two ways to choose a period: by meetings, and by days."""
    keep = "".join(
        f"<input{attributes_text({'type': 'hidden', 'name': name, 'value': value})}>"
        for name, values in addresses.parameters(Address(Query("", address.query.municipalities))).items()
        for value in values
    )
    button = element("button", escaped(texts.SHOW), {"type": "submit", "class": "sg-button"})
    attributes = {"action": NEWS, "data-intern": True, "class": "sg-pick sg-news-pick"}
    fields = _days(period)
    by_days = element("form", fields + keep + button, attributes)
    if not known:
        return by_days
    selects = _select("van", texts.SINCE, known, period.since if period else today, today)
    selects += _select("tot", texts.UNTIL, known, period.until if period else today, today)
    to_calendar = element("p", element("a", escaped(texts.TO_CALENDAR), {"href": f"#{meetings.PLACE}"}))
    folded = element("details", element("summary", escaped(texts.OTHER_DAYS)) + by_days, {"class": "sg-as-table"})
    return element("form", selects + keep + button, attributes) + folded + to_calendar


def _select(name: str, label: str, known: Sequence[Meeting], day: date, today: date) -> str:
    """Return a choice of meetings, the last first, with today and the day that is chosen now."""
    labels = {each.day: texts.MEETING.format(day=dutch.day(each.day), name=each.name) for each in known}
    if name == "tot":
        labels.setdefault(today, texts.MEETING.format(day=dutch.day(today), name=texts.TODAY))
    labels.setdefault(day, dutch.day(day))
    options = "".join(
        element("option", escaped(labels[each]), {"value": each.isoformat(), "selected": each == day})
        for each in sorted(labels, reverse=True)
    )
    return element("label", escaped(label) + element("select", options, {"name": name}))


def _days(period: Period | None) -> str:
    fields = ""
    for name, label, day in (
        ("van", texts.FIRST_DAY, period.since if period else None),
        ("tot", texts.LAST_DAY, period.until if period else None),
    ):
        typed = {"type": "date", "name": name, "value": day.isoformat() if day else None, "required": name == "van"}
        fields += element("label", f"{escaped(label)}<input{attributes_text(typed)}>")
    return fields


def _files(address: Address) -> str:
    forms = ("docx", "pdf", "md", "xlsx", "csv")
    return sources.exports("/export/nieuw", addresses.parameters(address), forms)
