"""Days in the text of a contract, also those in words or without a year in a range. Knows nothing of what they are."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from datetime import date, timedelta

from ingest.structure.contracts.text.durations import WORDS
from search.language import dates

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905  (a list of words)
_IRREGULAR = {1: "eerste", 3: "derde", 8: "achtste"}
_NUMBERS = {word: number for word, number in WORDS.items() if word.isalpha() and number < 100}
_ORDINALS = {
    _IRREGULAR.get(number, word + ("de" if number < 20 else "ste")): number
    for word, number in _NUMBERS.items()
    if number < 32
}
_DAY_WORDS = _ORDINALS | {word: number for word, number in _NUMBERS.items() if number < 32}
_MONTH = "|".join(_MONTHS)
_ONE_OF = "|".join(sorted(_DAY_WORDS, key=len, reverse=True))
_REST = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_IN_WORDS = re.compile(
    rf"\b(?:(?P<word>{_ONE_OF})|(?P<digits>\d{{1,2}}))\s+(?:dag van\s+)?(?P<month>{_MONTH})\s+"
    rf"(?:(?:van\s+het\s+jaar\s+)?(?P<age>tweeduizend|negentienhonderd)\s?(?:en\s?)?(?P<rest>{_REST})?|(?:van\s+het\s+jaar\s+)?(?P<year>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    rf"\bjaar\s+(?P<age>tweeduizend|negentienhonderd)\s?(?:en\s?)?(?P<rest>{_REST})?,?\s+(?:op\s+)?(?:den?\s+)?"
    rf"(?:(?P<word>{_ONE_OF})|(?P<digits>\d{{1,2}}))\s+(?:dag van\s+)?(?P<month>{_MONTH})\b",
    re.IGNORECASE,
)
_WITHOUT_YEAR = re.compile(
    rf"(?<![\d/.,-])(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})(?=\s*(?:,?\s*(?:en\s+(?:loopt|eindigt)\s+)?(?:tot|t\.?e\.?m\.?|t/m)\b|[-–]))",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(
    rf"\blaatste dag van (?:de maand )?(?P<month>{_MONTH})\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_FAR = 45  # characters between the two days of a range


def days_in(text: str) -> list[tuple[date, int, int]]:
    """Days in a text, in order, as (date, start, end): "4 mei 2020", "vier mei tweeduizend twintig", "1 mei tot ..."."""
    found = dates.find(text)
    folded = text.casefold()
    if not any(month in folded for month in _MONTHS):
        return found
    if "laatste dag" in folded:
        found += [_last_day(match) for match in _LAST_DAY.finditer(text) if _is_free(found, _last_day(match))]
    if "duizend" in folded or "honderd" in folded or "jaar" in folded or any(word in folded for word in _ORDINALS):
        found += [
            each
            for pattern in (_IN_WORDS, _YEAR_FIRST)
            for match in pattern.finditer(text)
            if (each := _in_words(match)) and _is_free(found, each)
        ]
    if found:
        found += [
            each
            for match in _WITHOUT_YEAR.finditer(text)
            if (each := _of_range(match, found)) and _is_free(found, each)
        ]
    return sorted(found, key=lambda each: each[1])


def _is_free(found: list[tuple[date, int, int]], each: tuple[date, int, int]) -> bool:
    return all(each[2] <= start or end <= each[1] for _, start, end in found)


def _in_words(match: re.Match[str]) -> tuple[date, int, int] | None:
    year = match.groupdict().get("year")
    if match["digits"] and year:
        return None if "jaar" not in match[0].casefold() else _day(match, int(match["digits"]), int(year))
    number = int(match["digits"]) if match["digits"] else _DAY_WORDS[match["word"].casefold()]
    if year:
        return _day(match, number, int(year))
    rest = _NUMBERS[match["rest"].casefold()] if match["rest"] else 0
    return _day(match, number, (2000 if match["age"].casefold() == "tweeduizend" else 1900) + rest)


def _of_range(match: re.Match[str], found: list[tuple[date, int, int]]) -> tuple[date, int, int] | None:
    """The first day of "1 september tot 30 juni 2022": in the year before where it would come after the last."""
    last = next((day for day, start, _ in found if 0 <= start - match.end() <= _FAR), None)
    if last is None:
        return None
    month = _MONTHS.index(match["month"].casefold()) + 1
    is_before = (month, int(match["day"])) <= (last.month, last.day)
    if not is_before and date(2000, last.month, last.day) + timedelta(days=1) == _any_year(month, int(match["day"])):
        return None  # "1 februari tot 31 januari 2026": one whole year or several
    return _day(match, int(match["day"]), last.year if is_before else last.year - 1)


def _last_day(match: re.Match[str]) -> tuple[date, int, int]:
    month, year = _MONTHS.index(match["month"].casefold()) + 1, int(match["year"])
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1), match.start(), match.end()


def _any_year(month: int, day: int) -> date | None:
    try:
        return date(2000, month, day)
    except ValueError:
        return None


def _day(match: re.Match[str], day: int, year: int) -> tuple[date, int, int] | None:
    try:
        return date(year, _MONTHS.index(match["month"].casefold()) + 1, day), match.start(), match.end()
    except ValueError:
        return None
