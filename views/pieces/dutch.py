"""Numbers, dates and ages as Dutch text. Pure; the words stand in views.texts."""

from collections.abc import Sequence
from datetime import date

from search.answer import Query
from search.types import Kind
from views import texts


def number(n: int) -> str:
    """Return a whole number with a (narrow, unbreakable) space between thousands."""
    return f"{n:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def counted(n: int, forms: tuple[str, str]) -> str:
    """Return "1 document" or "12 documenten"."""
    return forms[0] if n == 1 else forms[1].format(n=number(n))


def day(value: date) -> str:
    """Return "6 mei 2019"."""
    return f"{value.day} {texts.MONTHS[value.month - 1]} {value.year}"


def age(value: date, today: date) -> str:
    """Return how long ago a day is, in the largest whole unit."""
    days = (today - value).days
    if days < 0:
        return counted(-days, texts.IN_DAYS)
    if days < 2:
        return texts.YESTERDAY if days else texts.TODAY
    months = (today.year - value.year) * 12 + today.month - value.month - (today.day < value.day)
    if months < 1:
        return counted(days, texts.DAYS_AGO)
    return counted(months, texts.MONTHS_AGO) if months < 12 else counted(months // 12, texts.YEARS_AGO)


def kind(value: str) -> str:
    """Return the name of a kind of document as shown."""
    return texts.KINDS[Kind(value)] if value in Kind.__members__.values() else value


def joined(values: Sequence[str]) -> str:
    """Return "Brugge, Damme en Torhout"."""
    if len(values) < 2:
        return "".join(values)
    return ", ".join(values[:-1]) + texts.AND + values[-1]


def period(query: Query) -> str:
    """Return the period of a query: whole years as years, other days in full; empty where there is none."""
    since, until = query.since, query.until
    since_text = "" if since is None else str(since.year) if (since.month, since.day) == (1, 1) else day(since)
    until_text = "" if until is None else str(until.year) if (until.month, until.day) == (12, 31) else day(until)
    if since and until:
        if since_text == until_text:
            return since_text
        return texts.PERIOD_BETWEEN.format(since=since_text, until=until_text)
    if since:
        return texts.PERIOD_FROM.format(since=since_text)
    return texts.PERIOD_UNTIL.format(until=until_text) if until else ""
