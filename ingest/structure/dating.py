"""The date of a document: of the sitting, the meeting or the signing. Never of printing or publication."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterable
from datetime import date

from ingest.structure.head import Head
from search.language import dates
from search.types import Kind

_SITTING = re.compile(
    r"(?:zitting|vergadering|overleg|bijeenkomst|raad|college|bureau|burgemeester|notulen|verslag|besluitenlijst|agenda|gr|cbs)\b[^\n]{0,70}$",
    re.IGNORECASE,
)
_OTHER_SITTING = re.compile(
    r"(?:vorige|volgende|gegund|goedgekeurd|goedkeuring|beslissing|decreet|wet|overeenkomst|contract|standpunt|nota|vervangt|algemene|besluit van|in zitting|akkoord in|gepubliceerd|publicati\w*:?|aangevuld|geldig|tot|voor)\b[^\n]{0,60}$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:opgemaakt|gedaan|ondertekend|getekend|fait|signed|goedgekeurd)\b[^\n]{0,70}$", re.IGNORECASE)
_ASKED_BY = re.compile(r"\b(?:v[óo][óo]r|uiterlijk(?: op)?|tegen|terug\w*|ten laatste(?: op)?)\s*$", re.IGNORECASE)
_DATED = re.compile(r"(?:^|\n)\s*(?:datum(?: vergadering)?|date|d\.?d\.?)\s*[:.]?\s*$", re.IGNORECASE)
_CONTRACTS = (Kind.CONTRACT, Kind.FRAMEWORK_CONTRACT, Kind.ADDENDUM, Kind.ACCESSION)
_OF_A_MEETING = (
    Kind.AGENDA, Kind.DECISION_LIST, Kind.MINUTES, Kind.EXTRACT, Kind.SESSION_REPORT, Kind.MEETING_REPORT, Kind.OTHER
)  # fmt: skip
_MASTHEAD_LENGTH = 110


def date_of(head: Head, kind: Kind) -> date | None:
    """The date by the content, else by the file's name, else by its folders."""
    short = [line for line in head.lines if len(line) < _MASTHEAD_LENGTH]
    if kind in _CONTRACTS:
        found = _after(_SIGNED, head.foot) or _plain(head.masthead)
    elif kind in _OF_A_MEETING:
        found = (
            _announced((head.title, *head.masthead, *short))
            or _announced(head.lines)
            or _plain((head.title, *head.masthead))
        )
    else:
        found = _plain(head.masthead) or _plain((head.title,))
    named = dates.find_in_name(head.name) or next(filter(None, map(dates.find_in_name, head.folders)), None)
    return found or named or _announced(short) or _plain(short[:8]) or _after(_SIGNED, head.foot)


def _announced(lines: Iterable[str]) -> date | None:
    """A date with "zitting van", "overleg van" or "datum:" before it."""
    text = "\n".join(lines)
    for day, start, _ in dates.find(text):
        before = text[max(0, start - 90) : start]
        line = before.rpartition("\n")[2]
        if _DATED.search(before) or (_SITTING.search(before) and not _OTHER_SITTING.search(line)):
            return day
    return None


def _after(pattern: re.Pattern[str], lines: Iterable[str]) -> date | None:
    text = "\n".join(lines)
    for day, start, _ in dates.find(text):
        lead = text[max(0, start - 80) : start]
        if pattern.search(lead) and not _ASKED_BY.search(lead):
            return day
    return None


def _plain(lines: Iterable[str]) -> date | None:
    """A date in a short line of the head, where the line is not about another paper's date."""
    for line in lines:
        for day, start, _ in dates.find(line):
            if not _OTHER_SITTING.search(re.split(r" [-–|] ", line[:start])[-1]):
                return day
    return None
