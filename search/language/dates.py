"""Dates and periods as Flemish documents and questions write them; the day always comes first.

Finds what is written; does not decide which date is a document's own.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

# dateparser 1.5.0 was measured on minutes of Nazareth (2026-11-23): 7 kB of text a second against 2 MB here; it takes
# "nu" for a date, gives the last day of "14 & 15 december 2020" and reads "1er janvier 2020" as a day of this month.
_NAMES = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januari jan janvier janv january",
            "februari feb febr februarie février fevrier févr fevr february",
            "maart mrt maa mars march mar",
            "april apr avril avr",
            "mei mai may",
            "juni jun juin june",
            "juli jul juillet juil july",
            "augustus aug août aout august",
            "september sep sept septembre",
            "oktober okt october oct octobre",
            "november nov novembre",
            "december dec décembre decembre déc",
        ),
        start=1,
    )
    for name in names.split()
}
_SHORT_MONTHS = frozenset(["mei", "mai", "may", "juni", "juin", "june", "juli", "july", "août", "aout", "mars"])
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_LONG = re.compile(
    rf"(?<![\d/.,-])(?P<day>\d{{1,2}})(?:er|e|ste|de)?\.?"
    rf"(?:\s*(?:(?P<month1>{_MONTH})\.?)?(?:\s*(?:&|[-–]|\bt\.?[eo]?\.?m\.?\s|\ben\s|\bet\s|\band\s)\s*\d{{1,2}}\.?){{1,3}})?"
    rf"[\s\-/]{{0,3}}(?:of\s+)?(?P<month>{_MONTH})\b\.?[\s\-/,]{{0,3}}(?P<year>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>{_YEAR})(?!\d)", re.IGNORECASE
)
_NUMERIC = re.compile(
    r"(?<![\d/.,\w-])(?P<day>\d{1,2})(?P<sep>[/.\-]|\s)(?P<month>\d{1,2})(?P=sep)"
    r"(?P<year>(?:19|20)\d\d|\d\d(?=\D|$))(?![\d/]|[.\-]\d)"
)
_ISO = re.compile(r"(?<![\d/-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/_.])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")
_COMPACT_DAY_FIRST = re.compile(r"(?<!\d)(?P<day>[0-3]\d)(?P<month>[01]\d)(?P<year>(?:19|20)\d\d)(?!\d)")
_PATTERNS = (_LONG, _ENGLISH, _ISO, _NUMERIC)
_SHORT_YEAR_SEPARATORS = "/-"  # "12/04/16"; not "1.06.01", which is a code of the meerjarenplan
_HAS_DIGIT_PAIR = re.compile(r"\d\d")


def in_words(day: date) -> str:
    """Return a day as Dutch documents write it: "23 mei 2016"."""
    return f"{day.day} {_NAMES[day.month - 1]} {day.year}"


def find(text: str) -> list[tuple[date, int, int]]:
    """Dates in a text, in order, as (date, start, end). Dates that do not exist are left out.

    A sitting of two days ("14 & 15 december 2020") gives the first.
    """
    if not _HAS_DIGIT_PAIR.search(text):
        return []
    found: list[tuple[date, int, int]] = []
    taken = bytearray(len(text))
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _date(match)
            if day and not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                found.append((day, match.start(), match.end()))
    return sorted(found, key=lambda each: each[1])


def first(text: str) -> date | None:
    """The first date in a text, or None."""
    found = find(text)
    return found[0][0] if found else None


def find_in_name(name: str) -> date | None:
    """The date in a file or folder name: also "20240129" and "2012_03_16", with underscores as spaces."""
    for pattern in (_ISO, _COMPACT, _COMPACT_DAY_FIRST):
        for match in pattern.finditer(name):
            if day := _date(match):
                return day
    spaced = re.sub(r"[_+]|%20", " ", name)
    return first(spaced) or first(spaced.replace("-", " "))


def _date(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month_name = (parts.get("month1") or parts["month"]).casefold()
    month = _MONTHS.get(month_name) or int(month_name)
    year = int(parts["year"])
    if year < 100:
        if parts["sep"] not in _SHORT_YEAR_SEPARATORS or len(parts["day"]) + len(parts["month"]) < 4:
            return None
        year += 2000 if year < 70 else 1900
    try:
        return date(year, month, int(parts["day"]))
    except ValueError:
        return None


_QUARTERS = {
    word: number
    for number, words in enumerate(
        (
            "eerste 1e 1ste q1 premier first",
            "tweede 2e 2de q2 deuxième second",
            "derde 3e 3de q3 troisième third",
            "vierde 4e 4de q4 quatrième fourth",
        ),
        start=1,
    )
    for word in words.split()
}
_QUARTER = re.compile(
    rf"\b(?P<which>{'|'.join(_QUARTERS)})\s*(?:kwartaal|trimester|trimestre|quarter)?\s+(?:van\s+|de\s+|of\s+)?(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"(?<![\d/_.,-])(?P<a>{_YEAR})\s*(?:-|–|/|t\.?e\.?m\.?|tot(?: en met)?|en|et|and|to|à)\s*(?P<b>{_YEAR})(?![\d_/])"
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\.?\s+(?P<year>{_YEAR})(?!\d)", re.IGNORECASE)
_ONE_YEAR = re.compile(
    rf"(?<![\d/_.,€-])(?<!€ )(?P<year>{_YEAR})(?![\d_/]|[.,]\d|-\d|\s*(?:euro|eur|€|inwoners))", re.IGNORECASE
)


def periods(text: str) -> list[tuple[date, date, int, int]]:
    """Days, months, quarters, years and ranges of years named in a text: (first day, last day, start, end)."""
    found = [(day, day, start, end) for day, start, end in find(text)]
    taken = bytearray(len(text))
    for _, _, start, end in found:
        taken[start:end] = b"\x01" * (end - start)
    for match, since, until in _coarse(text):
        if not any(taken[match.start() : match.end()]):
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
            found.append((since, until, match.start(), match.end()))
    return sorted(found, key=lambda each: each[2])


def _coarse(text: str) -> Iterator[tuple[re.Match[str], date, date]]:
    for match in _QUARTER.finditer(text):
        month = 3 * _QUARTERS[match["which"].casefold()] - 2
        yield match, date(int(match["year"]), month, 1), _month_end(int(match["year"]), month + 2)
    for match in _YEARS.finditer(text):
        if match["a"] <= match["b"]:
            yield match, date(int(match["a"]), 1, 1), date(int(match["b"]), 12, 31)
    for match in _MONTH_YEAR.finditer(text):
        month = _MONTHS[match["month"].casefold()]
        yield match, date(int(match["year"]), month, 1), _month_end(int(match["year"]), month)
    for match in _ONE_YEAR.finditer(text):
        yield match, date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def month_named(word: str) -> int | None:
    """The number of the month that a whole name in Dutch, French or English stands for; None for any other word."""
    return _MONTHS.get(word.casefold()) if len(word) > 4 or word.casefold() in _SHORT_MONTHS else None


def year(text: str) -> int | None:
    """The only year that a text names, or None when it names none or several."""
    years = {each.year for since, until, _, _ in periods(text) for each in (since, until)}
    return years.pop() if len(years) == 1 else None


def legislature(day: date) -> tuple[date, date]:
    """First and last day of the municipal legislature (bestuursperiode) of a day: 2013-2018, 2019-2024, ..."""
    start = day.year - (day.year - 2013) % 6
    return date(start, 1, 1), date(start + 5, 12, 31)
