"""Durations as Dutch contracts write them -> ISO 8601: "vier (4) jaar" is P48M. Knows nothing of contracts."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from dataclasses import dataclass

_UNITS = (
    ("een één eén eén 1", 1), ("twee", 2), ("drie", 3), ("vier", 4), ("vijf", 5), ("zes", 6), ("zeven", 7), ("acht", 8),
    ("negen", 9), ("tien", 10), ("elf", 11), ("twaalf", 12), ("dertien", 13), ("veertien", 14), ("vijftien", 15),
    ("zestien", 16), ("zeventien", 17), ("achttien", 18), ("negentien", 19),
)  # fmt: skip
_TENS = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90,
    "honderd": 100,
}  # fmt: skip
_ORDINARY = {word: number for words, number in _UNITS for word in words.split()}
_COMPOUND = {
    f"{unit}{'ën' if unit.endswith('e') else 'en'}{tens}": number + ten
    for unit, number in _ORDINARY.items()
    if number < 10 and unit.isalpha()
    for tens, ten in _TENS.items()
    if ten < 100
}
_HUNDREDS = {f"honderd{'en' if joined else ''}{word}": 100 + number
             for word, number in (_ORDINARY | _TENS).items() if word.isalpha() and number < 100 for joined in (False, True)}  # fmt: skip
WORDS = _ORDINARY | _TENS | _COMPOUND | _HUNDREDS
"""Whole numbers written out, up to 190."""

_MONTHS = {"jaar": 12, "maand": 1, "kwartaal": 3, "semester": 6, "trimester": 3, "week": 0, "dag": 0}
_DAYS = {"week": 7, "dag": 1} | dict.fromkeys(("jaar", "maand", "kwartaal", "semester", "trimester"), 0)
_NUMBER = "|".join(sorted(WORDS, key=len, reverse=True))
_UNIT = (
    r"(?P<kind>kalender|werk|contract|school|boek|dienst|seizoens)?(?P<unit>jaar|jaren|maand(?:en)?|we(?:ek|ken)|dag(?:en)?|kwarta(?:al|len)"
    r"|semesters?|trimesters?)\b(?!\s*(?:per|lijks))"
)
_DURATION = re.compile(
    rf"(?<![\d.,/\w-])(?:(?P<word>{_NUMBER})|(?P<digits>\d{{1,4}}))\s?(?:\(\s?(?:(?P<again>\d{{1,4}})|\w{{2,20}})\s?\)\s?)?"
    rf"(?:volle(?:dige)?\s|opeenvolgende\s|hele\s|aaneengesloten\s)?{_UNIT}",
    re.IGNORECASE,
)
_NAMES = ("jaar", "jare", "maand", "week", "weken", "dag", "kwarta", "semester", "trimester")
_HALF = re.compile(r"\b(?:een|één|1)?\s?(?P<half>half jaar|halfjaar|anderhalf jaar)\b", re.IGNORECASE)
_HALF_MONTHS = {"half jaar": 6, "halfjaar": 6, "anderhalf jaar": 18}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time at [start, end) of a text, in months or in days: years are months, so that terms compare."""

    months: int
    days: int
    start: int
    end: int

    @property
    def iso(self) -> str:
        """ISO 8601: "P48M", "P30D"."""
        return f"P{self.months}M" if self.months else f"P{self.days}D"


def find(text: str) -> list[Duration]:
    """Durations in a text, in order: digits, words, or both ("vier (4) jaar")."""
    folded = text.casefold()
    if not any(name in folded for name in _NAMES):
        return []
    found = [each for match in _DURATION.finditer(text) if (each := _read(match))]
    for match in _HALF.finditer(text):
        found.append(Duration(_HALF_MONTHS[match["half"].casefold()], 0, match.start(), match.end()))
    return sorted(found, key=lambda each: each.start)


def _read(match: re.Match[str]) -> Duration | None:
    number = WORDS[match["word"].casefold()] if match["word"] else int(match["digits"])
    if not 0 < number < 1_000:
        return None
    unit = _singular(match["unit"].casefold())
    return Duration(number * _MONTHS[unit], number * _DAYS[unit], match.start(), match.end())


def _singular(unit: str) -> str:
    """The name of a unit in the singular; only "weken" and "jaren" do not begin as their singular does."""
    return next((name for name in _MONTHS if unit[:3] == name[:3]), "jaar" if unit[0] == "j" else "week")
