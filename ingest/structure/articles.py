"""The articles of a decision: where each begins and how far it runs.

Knows nothing of outcomes or votes, other than that a line with one ends an article.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.structure.lines import Line, Part, spans_of, text_of_spans
from ingest.structure.rows import Row
from ingest.structure.terms import RUN_IN
from ingest.types import Role
from search.registers.treatments import Article

LABEL = re.compile(
    r"(?:(?:Artikel|ARTIKEL|Art\.|ART\.|Art|ART)\s{0,3}(?:(?P<number>\d{1,3}(?:\s?(?:bis|ter|quater)\b|[a-z]\b)?"
    r"|[IVX]{1,5}\b)|(?P<one>[eé]{2}n\b|É?ÉN\b|EEN\b|Eén\b|Eerste\b|eerste\b)|(?P<only>enig\b|ENIG\b))"
    r"|(?P<sole>(?:Enig|ENIG|Eerste)\s+(?:artikel|ARTIKEL)\b))"
    r"(?P<stop>(?:\s{0,3}[.:°)–—-]){0,3})\s*"
)
_ENDS = re.compile(
    r"(?:stemming|stemmen|stemresultaat|stemuitslag|gevolg|resultaat|uitslag|aldus"
    r"|(?:publieke|openbare|geheime) stemming|bijlagen?)\s*(?:[:(]|$)|aldus\b"
    r"|(?:aantal\s+)?(?:stemmen\s+)?(?:voor|tegen|onthoudingen)\s*:?\s*\d{1,3}\b"
    r"|met\s+(?:\d{1,3}|\w{3,8})\s+(?:ja-?)?stemmen\b|met\s+(?:eenparigheid|algemene\s+stemmen)\b[^.]{0,60}\.?$",
    re.IGNORECASE,
)
_MOST = 400  # articles of one decision: a police regulation that is printed whole has 250


@dataclass(frozen=True, slots=True)
class _Start:
    """An article's first line, its number and where its text begins in the line."""

    at: int
    number: str
    value: int | None
    begin: int


def articles_of(lines: Sequence[Line]) -> tuple[tuple[Article, ...], frozenset[int]]:
    """The articles of an item, and which of its lines are theirs.

    Articles of rules that are printed within an article belong to its text.
    """
    starts = _own(lines, _starts(lines))
    articles: list[Article] = []
    taken: set[int] = set()
    for n, start in enumerate(starts):
        limit = starts[n + 1].at if n + 1 < len(starts) else len(lines)
        end = _end(lines, start, limit)
        first = _after(lines[start.at].row, start.begin)
        rows = [*([first] if first else []), *(line.row for line in lines[start.at + 1 : end])]
        articles.append(Article(start.number, text_of_spans(rows), spans_of(rows)))
        taken.update(range(start.at, end))
    return tuple(articles), frozenset(taken)


def _starts(lines: Sequence[Line]) -> list[_Start]:
    """Lines that begin an article: in the decision, or in an item that has no part named so."""
    parts = {line.part for line in lines}
    allowed = {Part.DECISION, Part.VOTE} if Part.DECISION in parts else {Part.LEAD, Part.VOTE}
    found: list[_Start] = []
    for at, line in enumerate(lines):
        if line.part not in allowed or line.row.role is Role.TABLE or line.row.is_remainder:
            continue
        run_in = RUN_IN.match(line.row.text)
        match = LABEL.match(line.row.text, run_in.end() if run_in else 0)
        if match and _is_label(match, line.row) and len(found) < _MOST:
            found.append(_start(at, match))
    return found


def _is_label(match: re.Match[str], row: Row) -> bool:
    """Whether it is a label and no reference: "Artikel 3 van het decreet" stands at the start of a line too."""
    rest = row.text[match.end() :]
    if match["stop"].strip() or not rest:
        return True
    return rest[0].isupper() or rest[0] in "\"“'‘§"


def _start(at: int, match: re.Match[str]) -> _Start:
    number = "".join((match["number"] or ("1" if match["one"] else "")).split())
    digits = re.match(r"\d+", number)
    return _Start(at, number, int(digits[0]) if digits else None, match.end())


def _own(lines: Sequence[Line], starts: Sequence[_Start]) -> list[_Start]:
    """Without references before the first, and without articles of rules that are printed within an article.

    Those begin at 1 again or look otherwise. A number that comes twice is a slip of the pen, and a second article.
    """
    own: list[_Start] = []
    last, inner = 0, 0
    for start in starts:
        value = start.value
        if value is None:
            own.append(start)
        elif value == 1 and (not own or _has_new_decision(lines, own[-1].at, start.at)):
            own.append(start)
            last, inner = 1, 0
        elif value == 1:
            inner = 1
        elif inner and value in (inner, inner + 1):
            inner = value
        elif own and last <= value <= last + 2 and _looks_same(lines[own[0].at].row, lines[start.at].row):
            own.append(start)
            last, inner = value, 0
    return own


def _looks_same(row: Row, other: Row) -> bool:
    return row.bold is other.bold and row.role is other.role and abs(row.left - other.left) < 0.03


def _has_new_decision(lines: Sequence[Line], first: int, end: int) -> bool:
    between = [line.part is Part.DECISION and line.is_head for line in lines[first + 1 : end]]
    return any(between) or any(line.part is not Part.DECISION for line in lines[first + 1 : end])


def _end(lines: Sequence[Line], start: _Start, limit: int) -> int:
    part = lines[start.at].part
    for at in range(start.at + 1, limit):
        line = lines[at]
        if line.is_head or line.part is not part or _ENDS.match(line.row.text):
            return at
    return limit


def _after(row: Row, begin: int) -> Row | None:
    """What stands on the line after the label."""
    if begin >= len(row.text):
        return None
    return replace(row, start=row.start + begin, text=row.text[begin:])
