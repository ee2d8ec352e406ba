"""A sentence in pieces: days, municipalities, numbers and words, each as it is written in one way only.

Knows Dutch and what stands where, not what qualifies what. Pure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final

from search.language import dates, municipalities
from search.language.dutch import analyse, fold, tokens


class Sort(Enum):
    """What sort of thing is said."""

    NUMBER = auto()
    DAY = auto()  # a day, a month, a year or a span of these
    PLACE = auto()  # a municipality
    NAME = auto()  # another word with a capital that is not the first of its sentence, or a code
    WORD = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters [start, end) of a sentence."""

    start: int
    end: int
    sort: Sort
    values: tuple[str, ...]  # stems, canonical number or name; of a DAY what `days` does not tell; none: says nothing
    days: tuple[date, date] | None = None  # first and last


_ONES: Final = {
    word: str(number)
    for number, word in enumerate(
        "één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"  # noqa: SIM905
        " achttien negentien twintig".split(),
        start=1,
    )
}
_NUMBERS: Final = _ONES | {
    "dertig": "30", "veertig": "40", "vijftig": "50", "honderd": "100", "vijfhonderd": "500", "duizend": "1000"
}  # fmt: skip
_NUMBER: Final = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
_MONTH_NAME: Final = re.compile(r"[^\W\d_]{3}")
_DIGITS: Final = re.compile(r"\d+")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_SIGN: Final = re.compile(r"(?:€|\beuro|\beur)\s?$", re.IGNORECASE)
_SIGN_AFTER: Final = re.compile(r"\s?(?:€|euro\b|eur\b)", re.IGNORECASE)
_PERCENT: Final = re.compile(r"\s?(?:%|procent\b)")
_UNITS: Final = frozenset(["euro", "eur", "procent"])  # said by the number
_JOINED: Final = re.compile(r"[\w-]")
_PARTICLES: Final = ("toe", "uit", "af", "mee", "terug", "weg", "goed", "stop", "deel", "door", "vast")
_NOUNS: Final = frozenset(["goedkeuring", "goedkeuringen"])  # in a title: what is asked, not what was decided
_SHORTEST_ROOT: Final = 4  # letters
_LONG_VOWEL: Final = re.compile(r"([aeou])\1")


def pieces(sentence: str) -> list[Piece]:
    """Return what a sentence is made of, in order; of two that overlap the first and longest."""
    large = sorted(
        (*_days(sentence), *_places(sentence), *_figures(sentence)), key=lambda each: (each.start, -each.end)
    )
    kept: list[Piece] = []
    for piece in large:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    taken = {at for piece in kept for at in range(piece.start, piece.end)}
    small = [each for each in _words(sentence) if taken.isdisjoint(range(each.start, each.end))]
    return sorted((*kept, *small), key=lambda each: each.start)


def _days(text: str) -> Iterator[Piece]:
    for since, until, start, end in dates.periods(text):
        written = text[start:end]
        numbers = [int(number) for number in _DIGITS.findall(written)]
        month = () if _MONTH_NAME.search(written) else (since.month,)
        for part in (since.day, *month, since.year, since.year % 100, until.year):
            if part in numbers:
                numbers.remove(part)
        # "19 en 26 juni 2023" are two days, of which `periods` gives one.
        yield Piece(start, end, Sort.DAY, (fold(written) if numbers else "",), (since, until))


def _places(text: str) -> Iterator[Piece]:
    for name, start, end in municipalities.find(text):
        yield Piece(start, end, Sort.PLACE, (name,))


def _figures(text: str) -> Iterator[Piece]:
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if _JOINED.match(text[start - 1 : start]) or _JOINED.match(text[end : end + 1]):
            continue  # part of a code: "SB-2024-031"
        is_money = bool(_SIGN.search(text, max(0, start - 6), start) or _SIGN_AFTER.match(text, end))
        unit = "€" if is_money else "%" if _PERCENT.match(text, end) else ""
        yield Piece(start, end, Sort.NUMBER, (_canonical(match[0]) + unit,))


def _canonical(number: str) -> str:
    """Return a number as one writes it without points: "10.440,00" and "10.440" are both "10440"."""
    if not _THOUSANDS.fullmatch(number):
        return number
    whole, _, rest = re.sub(r"[.\u00a0\u202f]", "", number).partition(",")
    rest = rest.rstrip("0")
    return (whole.lstrip("0") or "0") + (f",{rest}" if rest else "")


def _words(text: str) -> Iterator[Piece]:
    for position, (word, start, end) in enumerate(tokens(text)):
        is_capital = word[0].isupper()
        if number := _NUMBERS.get(word.casefold()):
            yield Piece(start, end, Sort.NUMBER, (number,))
        elif position == 0 and is_capital and (place := municipalities.canonical(word)):
            yield Piece(start, end, Sort.PLACE, (place,))  # "Damme", which `find` takes for a word there
        else:
            is_name = (position > 0 and is_capital) or any(character.isdigit() for character in word)
            yield Piece(start, end, Sort.NAME if is_name else Sort.WORD, _roots(fold(word)))


def _roots(word: str) -> tuple[str, ...]:
    """Return the stem of a word as forms of one verb share it; of a separable verb the particle too.

    "verlengd", "verlengt" and "verlenging" are one, and so are "toegetreden" and "treedt ... toe".
    """
    if word in _UNITS:
        return ()
    if word in _PARTICLES:
        return (word,)
    particle = next((each for each in _PARTICLES if word.startswith(each) and len(word) - len(each) > 3), "")
    if word in _NOUNS or not particle:
        return tuple(_root(stem) for stem in analyse(word)[:1])
    return (particle, *(_root(stem) for stem in analyse(word.removeprefix(particle).removeprefix("ge"))[:1]))


def _root(stem: str) -> str:
    if stem.startswith("ge") and len(stem) > 6 and stem[-1] in "dtn":
        stem = stem[2:]
    ending = next((end for end in ("ing", "d", "t") if stem.endswith(end)), "")
    if ending and len(stem) - len(ending) >= _SHORTEST_ROOT:
        stem = stem[: -len(ending)]
    return _LONG_VOWEL.sub(r"\1", stem)  # "betaalt", "betalen"
