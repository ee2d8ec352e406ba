"""The lines below an item's title, each with the part it stands in: lead, motives, decision or vote.

Knows how parts begin; nothing of outcomes, articles or votes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ingest.structure.blocks import blocks_of
from ingest.structure.outline import Head
from ingest.structure.rows import Row
from ingest.structure.terms import ARTICLE, MOTIVES
from ingest.types import Role
from search.types import Span

_DECISION = re.compile(r"(?:\d{1,2}[.)]\s*)?(?:besluit(?:vorming)?|beslissing|beslist)\b(?!\s*voorstel)", re.IGNORECASE)
_VOTE = re.compile(r"(?:(?:publieke|openbare|geheime)\s+)?(?:stemm|stemresultaat|resultaat)", re.IGNORECASE)
_DECIDES = re.compile(
    r"(?:(?:De|Het|DE|HET)\s+(?:[A-Za-zé]+\s+){1,6})?(?:besluit|beslist|BESLUIT|BESLIST|Besluit|Beslist)"
    r"(?P<rest>(?:[\s,]+(?!van|tot|houdende|betreffende)[^:]{0,300})?)(?P<colon>:?)"
)
_AGREED = re.compile(r"stemm|eenparig|unaniem", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:stemden?|stemmen?|hebben|heeft)?\s*(?:gestemd\s+)?(?:voor|tegen|ja|neen?|onthouding(?:en)?|onthielden zich"
    r"|onthoudt zich|voorstanders?|tegenstanders?|onthouders?)\s*[:(]?\s*\d{1,3}\b\)?",
    re.IGNORECASE,
)
VOTE_LINE = re.compile(
    r"(?:(?:publieke|openbare|geheime)\s+)?(?:stemming|stemresultaat|stemuitslag|uitslag|resultaat|gevolg)\b"
    r"|met\s+(?:\w+\s+)?(?:ja-?)?stemmen\b|(?:aantal\s+)?stem(?:men|den)\s+(?:voor|tegen)\b|met\s+eenparigheid",
    re.IGNORECASE,
)
"""How a line begins that tells of a vote, wherever it stands."""
_LONGEST_VOTE = 3  # lines


class Part(StrEnum):
    """What a line of an item belongs to."""

    LEAD = "lead"  # above the first heading, or all of it where there are none
    MOTIVE = "motive"  # why, on what ground, who said what
    DECISION = "decision"
    VOTE = "vote"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of an item, and the part it stands in."""

    row: Row
    part: Part
    is_head: bool = False  # a heading of a part; of an article it is a line like another


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one part that belong together. `text` joins them with spaces."""

    lines: tuple[Line, ...]
    text: str

    @property
    def part(self) -> Part:
        """The part it stands in."""
        return self.lines[0].part


def lines_of(kept: Sequence[Row], heads: Sequence[Head], first: int, end: int) -> list[Line]:
    """The rows [first, end) of an item below its title.

    Args:
        kept: Rows without lists of people and votes.
        heads: Headings among `kept` that begin in [first, end), in order.
        first: The first row below the title.
        end: Where the item ends.
    """
    starts = {head.first: head for head in heads}
    titles = {n for head in heads for n in range(head.first, head.end)}
    found: list[Line] = []
    part, level = Part.LEAD, 0
    for at in range(first, end):
        row, head = kept[at], starts.get(at)
        is_article = at in titles and ARTICLE.match(row.text) is not None
        if head is not None and not is_article:
            part, level = _part_of(head, part, level)
        elif row.role is not Role.TABLE and _decides(row.text):
            part, level = Part.DECISION, 0
        found.append(Line(row, part, at in titles and not is_article))
    return found


def _part_of(head: Head, part: Part, level: int) -> tuple[Part, int]:
    """The part that a heading opens, and the level of its heading."""
    if _DECISION.match(head.text):
        return Part.DECISION, head.level
    if _VOTE.match(head.text):
        return Part.VOTE, head.level
    is_chapter_of_rules = part is Part.DECISION and head.level > level > 0 and not MOTIVES.fullmatch(head.text)
    return (part, level) if is_chapter_of_rules else (Part.MOTIVE, head.level)


def _decides(text: str) -> bool:
    """Whether a line opens the decision: "BESLUIT, met eenparigheid van stemmen:", "De gemeenteraad beslist:"."""
    match = _DECIDES.fullmatch(text) if "esl" in text or "ESL" in text else None
    return match is not None and bool(match["colon"] or _AGREED.search(match["rest"]))


def telling(lines: Sequence[Line]) -> list[Line]:
    """Without the motives, of which only headings and lines that begin with a vote may tell an outcome."""
    wanted: list[Line] = []
    until = 0
    for at, line in enumerate(lines):
        if line.part is Part.MOTIVE and not line.is_head and VOTE_LINE.match(line.row.text):
            until = at + _LONGEST_VOTE
        if line.part is not Part.MOTIVE or line.is_head or at < until:
            wanted.append(line)
    return wanted


def with_counts(lines: Sequence[Line], dropped: Sequence[Row]) -> list[Line]:
    """Put back "Stemden voor (15)" of the rows that were dropped because names of voters follow."""
    counted: list[Line] = []
    at = 0
    for row in dropped:
        if match := _COUNTED.match(row.text):
            while at < len(lines) and (lines[at].row.page, lines[at].row.start) < (row.page, row.start):
                counted.append(lines[at])
                at += 1
            short = replace(row, text=match[0], end=row.start + len(match[0]))
            counted.append(Line(short, counted[-1].part if counted else Part.LEAD))
    return [*counted, *lines[at:]]


def paragraphs_of(lines: Sequence[Line], margin: float) -> list[Paragraph]:
    """The lines as paragraphs; none holds lines of two parts or a heading with other lines."""
    found: list[Paragraph] = []
    for run in _runs(lines):
        rest = iter(run)
        for block in blocks_of([line.row for line in run], margin):
            last = block.spans[-1]
            group: list[Line] = []
            for line in rest:
                group.append(line)
                if (line.row.page, line.row.end) == (last.page, last.end):
                    break
            found.append(Paragraph(tuple(group), text_of_rows([line.row for line in group])))
    return found


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if run and (line.part is not run[-1].part or line.is_head is not run[-1].is_head):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def text_of_rows(rows: Sequence[Row]) -> str:
    """The rows as one line; a comma where names were cut out between two votes."""
    return "".join(
        row.text if at == 0 else f", {row.text}" if row.is_remainder and row.text[:1].isalnum() else f" {row.text}"
        for at, row in enumerate(rows)
    )


def spans_of(rows: Sequence[Row]) -> tuple[Span, ...]:
    """Where rows stand; rows with nothing but a line break between them are one span."""
    spans: list[Span] = []
    for at, row in enumerate(rows):
        if at and _is_next(rows[at - 1], row):
            spans[-1] = Span(row.page, spans[-1].start, row.end)
        else:
            spans.append(row.span)
    return tuple(spans)


def text_of_spans(rows: Sequence[Row]) -> str:
    """The text of `spans_of(rows)`, as `ingest.split.text_of` gives it."""
    return "".join(
        row.text if at == 0 else f"{' ' if _is_next(rows[at - 1], row) else chr(10)}{row.text}"
        for at, row in enumerate(rows)
    )


def _is_next(above: Row, row: Row) -> bool:
    return row.page == above.page and row.start == above.end + 1
