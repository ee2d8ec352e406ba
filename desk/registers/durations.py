"""Durations as contracts write them, in ISO 8601: as text, and counted back from a day. Pure."""

import re
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from desk import texts

_DURATION: Final = re.compile(r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")


def parsed(duration: str) -> tuple[int, int, int, int] | None:
    """Return years, months, weeks and days of "P3M"; None where it is no duration of at least a day."""
    found = _DURATION.fullmatch(duration)
    if not found:
        return None
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    return (years, months, weeks, days) if years or months or weeks or days else None


def in_words(duration: str) -> str:
    """Return "3 maanden" for "P3M"; what is no duration as it is."""
    found = parsed(duration)
    if not found:
        return duration
    parts = [texts.counted(n, forms) for n, forms in zip(found, texts.UNITS, strict=True) if n]
    return ", ".join(parts[:-1]) + (texts.AND if len(parts) > 1 else "") + parts[-1]


def before(day: date, duration: str) -> date | None:
    """Return the day that lies a duration before another: 30 June less three months is 30 March."""
    found = parsed(duration)
    if not found:
        return None
    years, months, weeks, days = found
    try:
        last: date = day - relativedelta(years=years, months=months, weeks=weeks, days=days)
    except (ValueError, OverflowError):  # before the year 1
        return None
    return last
