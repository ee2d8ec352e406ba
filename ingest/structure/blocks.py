"""Joins printed lines into paragraphs, list items and table rows; a paragraph may run on over a page."""

import re
from collections.abc import Iterable, Sequence

from ingest.structure.rows import Row
from ingest.structure.terms import ARTICLE, BULLET, CLAUSE, OLD_STYLE, RUN_IN
from ingest.types import Block, Role
from search.types import Span

_NEW = re.compile(
    r"(?:Stemming|Stemmen|Voorstel|Besluit|BESLUIT|Beslissing|Antwoord|Vraag|Raadslid|Schepen|Motivatie|Advies)\b[^.]{0,40}:"
)
_ENDS = (".", ":", ";", "!", "?", ".”", '."', ".'")
_SHORT = 0.15  # of the page's width that a line must stay from the margin to count as the last of its paragraph


def blocks_of(rows: Sequence[Row], margin: float) -> tuple[Block, ...]:
    """The rows of one section as blocks, in order."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _goes_on(groups[-1], row, margin):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(Block(_spans(group)) for group in groups)


def _spans(rows: Iterable[Row]) -> tuple[Span, ...]:
    """One span where rows stand side by side on a page; another where something was cut out or a page turned."""
    spans: list[Span] = []
    for row in rows:
        last = spans[-1] if spans else None
        # Line break, trailing space and soft hyphen stay below 4 characters; what was cut out is longer.
        if last and last.page == row.page and 0 <= row.start - last.end <= 4 and not row.is_remainder:
            spans[-1] = Span(last.page, last.start, row.end)
        else:
            spans.append(row.span)
    return tuple(spans)


def _goes_on(group: Sequence[Row], row: Row, margin: float) -> bool:
    above = group[-1]
    if row.is_remainder:
        return True
    if row.role is not above.role or row.role in (Role.TABLE, Role.HEADING) or not row.is_printed:
        return False
    if begins_block(row.text) or abs(row.size - above.size) > 0.8:
        return False
    if row.page != above.page:
        return not above.text.endswith(_ENDS) or (row.text[0].islower() and not above.text.endswith("."))
    height = max(above.bottom - above.top, 0.004)
    if row.top - above.bottom > 0.62 * height or row.top < above.top - 0.02:
        return False
    if above.right and margin - above.right > _SHORT:
        is_list_line = BULLET.match(group[0].text) is None and row.text[0].isupper()
        return not (above.text.endswith(_ENDS) or is_list_line)
    return not (above.text.endswith(_ENDS) and row.left > above.left + 0.02 and not BULLET.match(group[0].text))


def begins_block(text: str) -> bool:
    """Whether a line begins a list item, article, clause or consideration, whatever stands above it."""
    return bool(
        BULLET.match(text)
        or ARTICLE.match(text)
        or CLAUSE.match(text)
        or OLD_STYLE.match(text)
        or RUN_IN.match(text)
        or _NEW.match(text)
    )
