"""The period that a question asks for: "sinds 2019", "vorige legislatuur", "in maart", "de laatste vijf jaar".

A year that only names a thing ("jaarrekening 2019", "wet van 17 juni 2016") is no period: a preposition makes it one.
"""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from search.language.dates import legislature, month_named, periods

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `since` to `until`, both inclusive, None where it is open, and the words [start, end) that say so."""

    since: date | None
    until: date | None
    start: int
    end: int


# What stands before a moment, and what it makes of it. The longest expression that fits counts.
_SINCE = r"sinds|vanaf|since|from|as of|starting|depuis|à partir d[eu]|dès"
_AFTER = r"na|after|après"
_BEFORE = r"voor|vóór|voorafgaand aan|before|prior to|avant"
_UNTIL = r"tot en met|t\.?e\.?m\.?|tot|until|till|up to|jusqu['’](?:en|à|au)|jusque"
_WITHIN = r"in de loop van|in de periode|in het jaar|tussen|in|tijdens|gedurende|uit|over de periode|between|during|entre|au cours de|pendant|courant|in the year"
_OF = r"van|d\.?d\.?|du|de|of|from|op|on|le"
_SITTING = r"zitting(?:en)?|vergadering(?:en)?|\w*raad|\w*raadszitting|college|bureau|\w*overleg|notulen|verslag(?:en)?|agenda|besluitenlijst|besluiten|beslissing(?:en)?|besluit|uittreksel|s[ée]ances?|r[ée]unions?|conseil|meetings?|sittings?|council|minutes"
_LAW = r"koninklijk|ministerieel|vlaamse|regering|wet|decreet|kb|mb|richtlijn|omzendbrief"
_FILLER = r"(?:(?:de|het|le|la|l['’]|the|den|jaren?|maand|années?|mois|an|years?|periode)\s*)*"
_PART = r"(?P<part>begin|eind|einde|midden|medio|(?:het )?voorjaar(?: van)?|(?:de )?lente(?: van)?|(?:de )?zomer(?: van)?|(?:het )?najaar(?: van)?|(?:de )?herfst(?: van)?|early|mid|late|the end of|début|fin)\s+"
_LEAD = re.compile(
    rf"(?:(?<![\w])(?P<word>{_SINCE}|{_AFTER}|{_BEFORE}|{_UNTIL}|{_WITHIN}|{_OF}|en)\s+)?{_FILLER}(?:{_PART})?{_FILLER}$",
    re.IGNORECASE,
)
_RELATIONS = tuple(
    (re.compile(words, re.IGNORECASE), relation)
    for words, relation in (
        (_WITHIN, "within"), (_SINCE, "since"), (_AFTER, "after"), (_BEFORE, "before"), (_UNTIL, "until"), (_OF, "of"),
    )
)  # fmt: skip
_AFTER_SITTING = re.compile(
    rf"(?:^|(?<!\w))(?:{_SITTING})(?:\s+(?:van|de|du|of|in)(?:\s+[A-Z][\w-]+)?)?\s*$", re.IGNORECASE
)
_OF_A_LAW = re.compile(rf"\b(?:{_LAW})\b(?:\W+\w+){{0,2}}\W*$", re.IGNORECASE)
# "begroting voor 2020" is a budget for that year, not a document from before it.
_FOR_A_YEAR = re.compile(
    r"(?:\w*(?:budget|begroting|rekening|belasting|heffing|plan|reglement|retributie|subsidies?|toelagen?|tarie(?:f|ven)|programma|krediet(?:en)?|doelstelling(?:en)?|prijzen|kalender|planning|werkingsmiddelen|jaar)|retributies|belastingen)(?:\s+\w+){0,2}\s*$",
    re.IGNORECASE,
)
_FRENCH = re.compile(
    r"\b(?:les?|la|des|du|sur|nous|qui|quelles?|quels?|une?|pour|décisions?|avons)\b|['’]", re.IGNORECASE
)
_PARTS = {
    "begin": (1, 4), "early": (1, 4), "début": (1, 4), "midden": (5, 8), "medio": (5, 8), "mid": (5, 8), "eind": (9, 12),
    "einde": (9, 12), "late": (9, 12), "end": (9, 12), "fin": (9, 12), "voorjaar": (3, 6), "lente": (3, 6), "zomer": (6, 9),
    "najaar": (9, 12), "herfst": (9, 12),
}  # fmt: skip
_JOINS = re.compile(r"\s*(?:en|tot en met|tot|t\.?e\.?m\.?|and|to|until|et|à|jusqu['’](?:en|à)|-|–)\s*", re.IGNORECASE)
# "van 2019 tot 2022", "legislatuur 2013-2018"; not "meerjarenplan 2020-2025"
_IS_A_STRETCH = re.compile(
    r"(?:19|20)\d\d\s*(?:tot|t\.?e\.?m|to|à|until)\b|\b(?:legislatuur|bestuursperiode|beleidsperiode|législature|jaren)\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
_OPENS_RANGE = re.compile(r"(?:tussen|between|entre|van|vanaf|from|de|depuis)\s+(?:\w+\s+)?$", re.IGNORECASE)


# What a text without any of these need not be searched for: 3 ms for a short question, 43 ms for 500 characters.
_HINTS = (
    re.compile(
        r"jaar|jaren|jours|year|maand|month|week|weken|dagen|days|\bans?\b|ann[ée]e|mois|semaine|l[eé]gislat|periode|ploeg|mandature|term",
        re.I,
    ),
    re.compile(r"(?:19|20)\d\d|\d[\s./-]\d"),
)


def find(text: str, today: date) -> list[Period]:
    """Return the periods that a question asks for, in order; none of them overlap.

    Args:
        text: A question.
        today: What "vorig jaar" and "in maart" are counted from; "in maart" is the last March that has begun.
    """
    found: list[Period] = []
    relative = _relative(text, today) if _HINTS[0].search(text) else ()
    dated = _dated(text) if _HINTS[1].search(text) else ()
    for period in (*relative, *dated, *_months(text, today)):
        if all(period.end <= other.start or period.start >= other.end for other in found):
            found.append(period)
    return sorted(found, key=lambda period: period.start)


def _dated(text: str) -> Iterator[Period]:
    moments = periods(text)
    skip = False
    for i, (since, until, start, end) in enumerate(moments):
        if skip:
            skip = False
            continue
        following = moments[i + 1] if i + 1 < len(moments) else None
        if following and _JOINS.fullmatch(text[end : following[2]]) and (opens := _OPENS_RANGE.search(text[:start])):
            skip = True
            if since <= following[1]:
                yield Period(since, following[1], opens.start(), following[3])
        elif period := _with_lead(text, since, until, start, end):
            yield period


def _with_lead(text: str, since: date, until: date, start: int, end: int) -> Period | None:
    """Return what the words before a moment make of it; None where they make it no period."""
    lead = _LEAD.search(text[:start])
    assert lead is not None  # it fits the empty end too
    word, part = (lead["word"] or "").casefold(), (lead["part"] or "").casefold()
    before = text[: lead.start()].rstrip()
    if part and (since.month, until.month) == (1, 12) and since.year == until.year:
        first, last = next(months for name, months in _PARTS.items() if name in part)
        since, until = date(since.year, first, 1), _last_day(since.year, last)
    relation = _relation(word, before, text) or ("within" if part or _AFTER_SITTING.search(before) else None)
    if relation == "before" and word == "voor" and since != until and _FOR_A_YEAR.search(before):
        return None
    if relation == "of":
        is_of_a_sitting = _AFTER_SITTING.search(before) and not _OF_A_LAW.search(before)
        is_on_a_day = since == until and word in ("op", "on")
        relation = "within" if part or is_of_a_sitting or is_on_a_day else None
    if relation is None and not _IS_A_STRETCH.search(f"{text[: lead.end()][-20:]}{text[start:end]}"):
        return None
    begin = lead.start() + (len(lead[0]) - len(lead[0].lstrip()))
    return _period(relation or "within", since, until, begin, end)


def _relation(word: str, before: str, text: str) -> str | None:
    if word == "en":  # French "in"; in Dutch it joins
        return "within" if _FRENCH.search(text) and not re.search(r"\d$", before) else None
    if word == "from" and before:
        return "since"
    return next((relation for pattern, relation in _RELATIONS if pattern.fullmatch(word)), None)


def _period(relation: str, since: date, until: date, start: int, end: int) -> Period:
    match relation:
        case "since":
            return Period(since, None, start, end)
        case "after":
            return Period(until + _DAY, None, start, end)
        case "before":
            return Period(None, since - _DAY, start, end)
        case "until":
            return Period(None, until, start, end)
        case _:
            return Period(since, until, start, end)


_NUMBERS = {
    word: number
    for number, words in (
        (1, "een één one un une"), (2, "twee two deux"), (3, "drie three trois"), (4, "vier four quatre"),
        (5, "vijf five cinq"), (6, "zes six"), (7, "zeven seven sept"), (8, "acht eight huit"), (9, "negen nine neuf"),
        (10, "tien ten dix"), (12, "twaalf twelve douze"), (15, "vijftien fifteen quinze"), (20, "twintig twenty vingt"),
    )
    for word in words.split()
}  # fmt: skip
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<unit>jaar|jaren|maanden|weken|dagen|years|months|weeks|days|ans|années|mois|semaines|jours)"
_LAST = r"laatste|afgelopen|voorbije|vorige|recentste|last|past|previous|derniers|dernières"
_INTO = rf"(?:(?P<word>{_SINCE}|{_BEFORE}|{_AFTER}|{_UNTIL}|in de loop van|in|tijdens|gedurende|over|uit|van|during|within|dans|pendant|au cours d[eu])\s+)?(?:de |het |the |les |ces |l['’]|la )?"
_TERM = r"(?:legislatuur|bestuursperiode|beleidsperiode|zittingsperiode|bestuursploeg|législature|mandature|legislature|council term|term)"
_RELATIVE = tuple(
    (re.compile(rf"(?<![\w-]){_INTO}{pattern}(?![\w-])", re.IGNORECASE), what)
    for pattern, what in (
        (rf"(?:{_LAST})\s+{_COUNT}\s+{_UNIT}", "stretch"),
        (rf"{_COUNT}\s+(?:{_LAST})\s+{_UNIT}", "stretch"),
        (rf"{_COUNT}\s+(?:jaar|years|ans) (?:geleden|ago)", "ago"),
        (rf"(?:vorige|voorbije|voorgaande|previous|last)\s+{_TERM}|{_TERM}\s+(?:précédente|passée|dernière)", "previous term"),
        (rf"(?:deze|huidige|lopende|cette|current|this|present)\s+{_TERM}|{_TERM}\s+actuelle", "this term"),
        (r"(?:vorig|verleden) jaar|last year|(?:année|an) (?:dernière|dernier|passée?|précédente)", "last year"),
        (r"(?:dit|lopende) jaar|this year|cette année", "this year"),
        (r"(?:afgelopen|voorbije|laatste|past) (?:jaar|year)", "twelve months"),
        (r"(?:vorige|verleden) maand|last month|mois (?:dernier|passé)", "last month"),
        (r"(?:deze|lopende) maand|this month|ce mois(?:-ci)?", "this month"),
    )
)  # fmt: skip


def _relative(text: str, today: date) -> Iterator[Period]:
    for pattern, what in _RELATIVE:
        for match in pattern.finditer(text):
            since, until = _counted(match, today) if what in ("stretch", "ago") else _named(what, today)
            word = (match["word"] or "").casefold()
            relation = next((r for p, r in _RELATIONS if p.fullmatch(word)), "within")
            yield _period(relation, since, until, *match.span())


def _counted(match: re.Match[str], today: date) -> tuple[date, date]:
    said = match["count"]
    count = int(said) if said.isdigit() else _NUMBERS[said.casefold()]
    unit = match.groupdict().get("unit")
    if unit is None:
        year = today.year - count
        return date(year, 1, 1), date(year, 12, 31)
    if unit.casefold() in ("weken", "weeks", "semaines", "dagen", "days", "jours"):
        days = count * (7 if unit.casefold() in ("weken", "weeks", "semaines") else 1)
        return today - timedelta(days=days), today
    months = count * (1 if unit.casefold() in ("maanden", "months", "mois") else 12)
    return _months_before(today, months), today


def _named(what: str, today: date) -> tuple[date, date]:
    match what:
        case "previous term":
            return legislature(legislature(today)[0] - _DAY)
        case "this term":
            return legislature(today)
        case "last year":
            return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
        case "this year":
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case "twelve months":
            return _months_before(today, 12), today
        case "last month":
            last = today.replace(day=1) - _DAY
            return last.replace(day=1), last
        case _:
            return today.replace(day=1), _last_day(today.year, today.month)


_IN_A_MONTH = re.compile(
    r"(?<![\w-])(?P<word>in|sinds|vanaf|since|depuis|en|tot|before|voor|after|na)\s+(?:begin |eind |de maand )?(?P<month>[^\W\d_]{3,9})\b(?!\s*'?\d)",
    re.IGNORECASE,
)


def _months(text: str, today: date) -> Iterator[Period]:
    for match in _IN_A_MONTH.finditer(text):
        month = month_named(match["month"])
        word = match["word"].casefold()
        if month is None or (word in ("en", "tot", "na", "voor") and (word != "en" or not _FRENCH.search(text))):
            continue
        year = today.year - (month > today.month)
        relation = next((r for p, r in _RELATIONS if p.fullmatch(word)), "within")
        yield _period(relation, date(year, month, 1), _last_day(year, month), *match.span())


def _months_before(day: date, count: int) -> date:
    months = day.year * 12 + day.month - 1 - count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, _last_day(year, month + 1).day))


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - _DAY
