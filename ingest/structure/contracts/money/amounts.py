"""Amounts in euro as Dutch papers write them, with what is said of VAT. Knows nothing of what they are for."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.structure.contracts.money.sums_in_words import sums_in

# price-parser and Babel were looked at by their documentation, not measured: they read a number that someone else has
# found. Amounts in running text, "1,2 miljoen" and what stands there of VAT would be ours all the same.
_SIGN = r"(?:€|\beuro\b|\bEUR\b|\bEURO\b)"
_DIGITS = r"\d{1,3}(?:(?P<sep>[.\u00a0\u202f ])\d{3}(?:(?P=sep)\d{3}){0,3})?|\d{4,12}"
_MANY = r"(?P<many>miljoen|miljard|mio|mln\.?|duizend|k(?=\s*€|\b))"
_BEFORE = re.compile(
    rf"{_SIGN}\s?(?P<whole>{_DIGITS})(?P<rest>,\d{{1,4}}|,-{{1,2}}|\.\d\d?(?!\d))?(?![\d])(?:\s?{_MANY}\b)?(?:\s?euro\b)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?<![\d.,/-])(?P<whole>{_DIGITS})(?P<rest>,\d{{1,4}}|,-{{1,2}}|\.\d\d?(?!\d))?(?![\d])(?:\s?{_MANY})?\s?{_SIGN}(?!\s?\d)",
    re.IGNORECASE,
)
_TIMES = {"miljoen": 10**6, "mio": 10**6, "mln": 10**6, "miljard": 10**9, "duizend": 10**3, "k": 10**3}
_VAT = r"(?P<how>excl(?:usief|\.)?|incl(?:usief|\.)?|zonder|met|exclusive|inclusive|ex)\s*(?:de\s+)?(?:\d{1,2}\s?%\s+)?b\.?t\.?w\b\.?"
_VAT_NEAR = re.compile(
    rf"\s*(?:\(\s*)?(?:,\s*)?{_VAT}|\s*\(?\s*(?P<how2>btw|b\.t\.w\.)\s+(?P<after>(?:niet\s+)?(?:inbegrepen|exclusief|inclusief|excl|incl|(?:niet\s+)?mee(?:gerekend|geteld)))",
    re.IGNORECASE,
)
_VAT_ANYWHERE = re.compile(
    rf"\b{_VAT}|\b(?P<how2>btw|b\.t\.w\.)\s+(?P<after>(?:niet\s+)?(?:inbegrepen|exclusief|inclusief|mee(?:gerekend|geteld)))",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\s*(?:\(?(?:excl|incl)[\w.]*\s+b\.?t\.?w\.?\)?)?\s*,?\s*(?:per|/|op)\s?(?P<per>jaar(?:basis)?|[^\W\d_][\w³²]{0,24})",
    re.IGNORECASE,
)
EXCLUDED, INCLUDED = "excl. btw", "incl. btw"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at [start, end) of a text; `vat` is "excl. btw", "incl. btw" or ""."""

    value: str  # decimal, "6500000.00"; two digits unless more are written
    vat: str
    per: str  # "jaar", "kWp": what it is a price for one of; "" for a sum
    start: int
    end: int


def find(text: str) -> list[Amount]:
    """Amounts in a text, in order; a number counts with "€", "euro" or "EUR" beside it."""
    if "€" not in text and "eur" not in text.casefold():
        return []
    found: list[Amount] = []
    end = 0
    matches = sorted((*_BEFORE.finditer(text), *_AFTER.finditer(text)), key=lambda match: match.start())
    for match in matches:
        if match.start() >= end:
            end = match.end()
            found.append(_amount(text, _value(match), match.start(), match.end()))
    known = {each.value for each in found}  # "tweehonderdduizend euro (200.000 euro)" is one sum
    found += [_amount(text, f"{each.euro}.00", each.start, each.end)
              for each in sums_in(text) if f"{each.euro}.00" not in known]  # fmt: skip
    return sorted(found, key=lambda each: each.start)


def vat_in(text: str) -> str:
    """What a heading, a table's first row or a sentence says of VAT: once and clearly, or ""."""
    said = {_how(match) for match in _VAT_ANYWHERE.finditer(text)}
    return said.pop() if len(said) == 1 else ""


def _amount(text: str, value: str, start: int, end: int) -> Amount:
    """An amount with what stands behind it of VAT, and of what it is a price for."""
    near = _VAT_NEAR.match(text, end)
    per = _PER.match(text, near.end() if near else end)
    if near is None and per:
        near = _VAT_NEAR.match(text, per.end())
    return Amount(value, _how(near) if near else "", per["per"] if per else "", start, end)


def _value(match: re.Match[str]) -> str:
    whole = re.sub(r"\D", "", match["whole"])
    cents = re.sub(r"\D", "", match["rest"] or "")
    value = Decimal(f"{whole}.{cents or '0'}")
    many = (match["many"] or "").casefold().rstrip(".")
    value *= _TIMES.get(many, 1)
    return f"{value:.2f}" if len(cents) <= 2 or many else f"{value}"


def _how(match: re.Match[str]) -> str:
    word = (match["how"] or match["after"] or "").casefold()
    return EXCLUDED if word.startswith(("ex", "zonder", "niet")) else INCLUDED
