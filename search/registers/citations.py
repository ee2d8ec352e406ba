"""What the text of a decision or contract refers to: reference numbers, contracts, and earlier decisions by their date.

Finds what is written; which paper is meant is for `search.registers.linking`. Knows nothing of files, SQL or screens.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from search.language import dates, municipalities

MOST_TEXT = 200_000  # characters of one item that are looked into: some 60 pages
BEFORE = 110  # characters before a date that say what is cited: "de raamovereenkomst van de stad Brugge d.d. ..."
LONGEST_DAY = 100  # characters of a day before its year: "14 januari, 15 februari en 16 maart 2020"
LONGEST_WORD = 40
AFTER = 45  # and behind it: "... werd dit punt verdaagd"


class Cited(StrEnum):
    """What is referred to."""

    CODE = "code"  # a decision, by its reference number
    CONTRACT = "contract"  # a contract or its bestek: by its number, or by its date
    DECISION = "decision"  # what a body decided or discussed on a day
    POSITION = "position"  # a position stated on a day
    FORMER = "former"  # a body, by the name that it had before


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference, as it stands in the text."""

    what: Cited
    said: str  # word for word
    number: str = ""  # "2020_GR_00057", "2020/LM/014", in capitals; empty where only a date is given; a former name
    day: date | None = None
    body: str = ""  # as `body_key` writes it; empty where none is named; what has another name now
    municipality: str | None = None  # None where none is named: mostly the citing body's own


# The code of a decision has its body between year and number; the year comes first.
_CODE = re.compile(r"(?<![\w/-])((?:19|20)\d\d)[_/-](GR|CBS|RMW|VB|BCSD|OCMW|BURG|AD|FD)[_/-](\d{2,6})(?![\w/]|-\d)")
_YEAR_PART = re.compile(r"(?:19|20)\d\d")
_PARTS = re.compile(r"(?<![\w./-])[A-Z0-9]{1,12}(?:[/_-][A-Z0-9]{1,12}){1,4}(?![\w/]|-\w)")
_ANNOUNCED = re.compile(
    r"\b(?:bestek|lastenboek|lastvoorwaarden|besteknummer|contract(?:nummer)?|raamcontract|raamovereenkomst)"
    r"(?: met)?(?: (?:als )?(?:nummer|nr\.?|kenmerk|referentie))?:? ?"
    r"(?=[\w/.-]{0,20}\d)([A-Za-z\d][\w/.-]{2,23}[A-Za-z\d])"
)
_CIRCULAR = re.compile(r"(?:omzendbrief|rondschrijven|zendbrief|richtlijn|norm)[^.;\n]{0,60}$", re.IGNORECASE)
_BODIES = (
    (re.compile(r"raads(?:besluit|beslissing|zitting)|gemeentera(?:ad|den)|\braad\b(?! voor)", re.I), "gemeenteraad"),
    (re.compile(r"college(?:besluit|beslissing|zitting)?\b|schepencollege", re.I), "college"),
    (re.compile(r"vast bureau", re.I), "vast bureau"),
    (re.compile(r"raad voor maatschappelijk welzijn|ocmw-raad", re.I), "raad voor maatschappelijk welzijn"),
    (re.compile(r"burgemeestersoverleg|\boverleg\b", re.I), "burgemeestersoverleg"),
    (re.compile(r"exello|directeurennetwerk", re.I), "exello"),
    (re.compile(r"werkgroep [a-zé]+(?: tijd)?", re.I), "werkgroep"),
)  # fmt: skip
# What the words before a date can be about, the last one counts; "" is what is no dossier of ours.
_NOUNS = re.compile(
    r"(?P<law>decreet|\bwet\b|gemeentewet|wetboek|koninklijk besluit|ministerieel besluit|\bK\.?B\.?\b|\bM\.?B\.?\b"
    r"|Vlaamse [Rr]egering|omzendbrief|richtlijn|verordening \(|verdrag|notulen|visum|offerte|tot en met|\bvanaf\b"
    r"|\btot\b|uiterlijk|ingang van|\bvóór\b|\btegen\b|\bsinds\b|in werking)"
    r"|(?P<position>\b(?:standpunt|visietekst)\b)"
    r"|(?P<contract>\b(?:(?:samenwerkings|raam)?overeenkomst|(?:raam)?contract|addendum|sloot|gesloten)\b)"
    r"|(?P<decision>\b(?:(?:(?:gemeente)?raads|college)?(?:besluit|beslissing)|besluiten|beslist(?:e|en)?|goedgekeurd|gegund|zitting"
    r"|(?:gemeente)?raad|gemeenteraden|(?:schepen)?college|vast bureau|(?:burgemeesters)?overleg|reglement|gaf|punt"
    r"|intentieverklaring|bespreking)\b|Exello\.net|werkgroep)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:(?:werd|is|heeft|hebben|keurde|besliste|nam|reeds|al|dit|het|de|punt|gemeenteraad|raad|college)\s+){0,6}"
    r"(?:verdaagd|uitgesteld|goedgekeurd|beslist|besliste|goed\b|ingetrokken)",
    re.IGNORECASE,
)
# "Zwalmgas ov (voorheen Gasnet)": both names begin with a capital, or with the form of a company.
_NAME = r"(?:(?:vzw|nv|cv|cvba|bv) )?[A-Z][\w&.'’-]{0,40}(?: [\w&.'’-]{1,40}){0,4}"
_FORMER = re.compile(
    rf"(?<![\w-])(?P<now>{_NAME}) ?\((?:de )?(?:voorheen|vroegere?|voormalige?|eertijds)(?: genaamd)?:? (?:de |het )?"
    rf"(?P<before>{_NAME})\)"
)
_LINE = re.compile(r"[^\n]+")
_SPACE = re.compile(r"\s")
_IN_FIGURES = re.compile(r"(?:19|20)\d\d|\d[./-]\d")
_STOP = re.compile(r"[;!?\n]|(?<!d\.d)(?<!dd)(?<!nr)(?<!\b[a-z])\.\s")
_DATED = re.compile(r"\bd\.d\.|\bdd\.", re.IGNORECASE)


def find(text: str) -> tuple[Citation, ...]:
    """Return what a text refers to, in order, each once."""
    text = text[:MOST_TEXT]
    found = [*_codes(text), *_contracts(text), *_dated(text), *_former(text)]
    kept: dict[tuple[object, ...], Citation] = {}
    for _, citation in sorted(found, key=lambda pair: (pair[0], pair[1].what, pair[1].number)):
        kept.setdefault((citation.what, citation.number, citation.day, citation.body, citation.municipality), citation)
    return tuple(kept.values())


@lru_cache(maxsize=1_000)
def body_key(body: str | None) -> str:
    """Return one name for a body however it is written; empty for none. A working group keeps what it is about."""
    if not body:
        return ""
    folded = " ".join(body.casefold().split())
    if folded.startswith("werkgroep"):
        return folded
    return next((key for pattern, key in _BODIES if pattern.search(folded)), folded)


def _codes(text: str) -> Iterator[tuple[int, Citation]]:
    for match in _CODE.finditer(text):
        yield match.start(), Citation(Cited.CODE, match[0], f"{match[1]}_{match[2]}_{match[3]}")


def _contracts(text: str) -> Iterator[tuple[int, Citation]]:
    for match in _PARTS.finditer(text):
        parts = re.split("[/_-]", match[0])
        has_year = any(_YEAR_PART.fullmatch(part) for part in parts)
        has_number = sum(part.isdigit() for part in parts) >= 2
        if not (has_year and has_number and any(part.isalpha() for part in parts)) or _CODE.fullmatch(match[0]):
            continue
        if not _CIRCULAR.search(text, max(0, match.start() - BEFORE), match.start()):
            yield match.start(), Citation(Cited.CONTRACT, match[0], match[0])
    for match in _ANNOUNCED.finditer(text):
        number = match[1].upper()
        if not _CODE.fullmatch(number) and not _YEAR_PART.fullmatch(number) and not dates.first(match[1]):
            yield match.start(1), Citation(Cited.CONTRACT, match[1], number)


def _dated(text: str) -> Iterator[tuple[int, Citation]]:
    done = 0
    for day, start, end in _days(text):
        said_from = max(done, start - BEFORE)
        before = _DATED.sub(lambda dated: " " * len(dated[0]), text[said_from:start])
        stops = list(_STOP.finditer(before))
        if stops:
            said_from, before = said_from + stops[-1].end(), before[stops[-1].end() :]
        done = end
        nouns = list(_NOUNS.finditer(before))
        if behind := _BEHIND.match(text, end, end + AFTER):
            what, said = Cited.DECISION, text[start : behind.end()]
        elif nouns and nouns[-1].lastgroup != "law":
            what, said = Cited(nouns[-1].lastgroup or ""), text[said_from + nouns[-1].start() : end]
        else:
            continue
        places = municipalities.find(before)
        yield (
            start,
            Citation(what, " ".join(said.split()), "", day, body_in(before), places[-1][0] if places else None),
        )


def _former(text: str) -> Iterator[tuple[int, Citation]]:
    for match in _FORMER.finditer(text):
        said = " ".join(match[0].split())
        yield match.start(), Citation(Cited.FORMER, said, match["before"], body=match["now"])


def may_hold_a_day(text: str) -> bool:
    """Whether a text holds figures that may be a year or a day."""
    return _IN_FIGURES.search(text) is not None


def _days(text: str) -> Iterator[tuple[date, int, int]]:
    """Yield the days in a text, in order: looked for around what may be a year or a day in figures."""
    for line in _LINE.finditer(text):
        for start, end in _places_of_days(line[0]):
            for day, begins, ends in dates.find(line[0][start:end]):
                yield day, line.start() + start + begins, line.start() + start + ends


def _places_of_days(line: str) -> Iterator[tuple[int, int]]:
    """Yield the places in a line that may hold days, apart from each other, each of whole words."""
    start = end = -1
    for figures in _IN_FIGURES.finditer(line):
        begins = _edge(line, figures.start() - LONGEST_DAY - LONGEST_WORD)
        if end < begins or end < 0:
            if end >= 0:
                yield start, end
            start = begins
        end = max(end, _edge(line, figures.end()))
    if end >= 0:
        yield start, end


def _edge(line: str, at: int) -> int:
    """Return where white space follows a place, not far behind it."""
    if at <= 0:
        return 0
    space = _SPACE.search(line, at, at + LONGEST_WORD)
    return space.start() if space else min(at + LONGEST_WORD, len(line))


def body_in(text: str) -> str:
    """Return the body that is named last."""
    named = [(match.end(), key) for pattern, key in _BODIES for match in pattern.finditer(text)]
    return max(named)[1] if named else ""
