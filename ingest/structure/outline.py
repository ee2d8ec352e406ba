"""Parts a document by its headings: agenda items, parts of a decision, articles, typographic headings.

Which lines are items is found in `items`; what is between two headings is joined in `blocks`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.structure.effects import word_of
from ingest.structure.items import Item, find_items
from ingest.structure.rows import Row, body_size, bold_share
from ingest.structure.terms import ARTICLE, BULLET, CHAPTER, CLAUSE, MOTIVES, OLD_STYLE, RUN_IN
from ingest.types import Role
from search.types import Kind

WITH_ITEMS = frozenset(
    {Kind.AGENDA, Kind.DECISION_LIST, Kind.MINUTES, Kind.EXTRACT, Kind.SESSION_REPORT, Kind.MEETING_REPORT}
)
_WITH_ARTICLES = frozenset(
    {Kind.CONTRACT, Kind.FRAMEWORK_CONTRACT, Kind.ADDENDUM, Kind.ACCESSION, Kind.REGULATION, Kind.NOTE, Kind.OTHER}
)
CHAPTER_LEVEL, _ITEM_LEVEL, _PART_LEVEL = 10, 20, 30  # levels of declared headings, 1 to 9, fit in between
_LONGEST_HEADING = 110
_NUMBERING = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+\S")


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: the rows [first, end), how deep it stands, what it says, and whether it is an agenda item."""

    first: int
    end: int
    level: int
    text: str
    is_item: bool = False


def outline(rows: Sequence[Row], kind: Kind) -> list[Head]:
    """The headings of a document, in order; no row belongs to two."""
    items = find_items(rows) if kind in WITH_ITEMS or _is_extract(rows, kind) else []
    if not items:
        return _headings(rows, kind)
    return _item_heads(rows, items)


def _is_extract(rows: Sequence[Row], kind: Kind) -> bool:
    """Whether a paper on joining a contract is a council's decision ("Punt 18: ...") rather than a contract."""
    return kind in (Kind.ACCESSION, Kind.POSITION, Kind.ADDENDUM) and any(
        re.match(r"(?:besluit|beslissing)\b\s*:?", row.text, re.IGNORECASE) and len(row.text) < 60 for row in rows
    )


def _item_heads(rows: Sequence[Row], items: Sequence[Item]) -> list[Head]:
    heads: list[Head] = []
    by_start = {item.first: item for item in items}
    chapter = ""
    at = 0
    while at < len(rows):
        if item := by_start.get(at):
            heads.append(Head(at, item.end, _ITEM_LEVEL, _without_chapter(item.name, chapter), is_item=True))
            at = item.end
            continue
        if head := _chapter(rows, at, by_start) or _part(rows, at, is_in_item=bool(heads)):
            chapter = head.text if head.level == CHAPTER_LEVEL else chapter
            heads.append(head)
        at += 1
    return heads


def _without_chapter(name: str, chapter: str) -> str:
    """Drop a chapter's name from a title: "5. Wonen: Reglement" under "Wonen" is "5. Reglement"."""
    match = re.fullmatch(r"(\d+\. )?([^:]{3,60}):\s*(.+)", name)
    if match and chapter.casefold().endswith(match[2].casefold()):
        return f"{match[1] or ''}{match[3]}"
    return name


def _chapter(rows: Sequence[Row], at: int, items: dict[int, Item]) -> Head | None:
    row = rows[at]
    following = next((n for n in range(at + 1, min(at + 4, len(rows))) if n in items), None)
    if following is None or len(row.text) > 90 or row.role in (Role.TABLE, Role.LIST):
        return None
    if any(not _is_chapter_like(rows[n], rows[n - 1] if n else None) for n in range(at, following)):
        return None
    return Head(at, at + 1, CHAPTER_LEVEL, row.text.rstrip(":"))


def _is_chapter_like(row: Row, above: Row | None) -> bool:
    if CHAPTER.fullmatch(row.text):
        return True
    if row.role is Role.HEADING:
        return not MOTIVES.fullmatch(row.text)
    if word_of(row.text):  # "GOEDGEKEURD" above the next item ends this one
        return False
    if row.text[-1] in ".;,?!" or not row.text[0].isupper() or MOTIVES.fullmatch(row.text) or ARTICLE.match(row.text):
        return False
    if BULLET.match(row.text) or ":" in row.text or re.search(r"\d", row.text) or len(row.text) > 70:
        return False
    is_marked = row.bold or row.text.isupper() or 0 < row.size < 3
    return is_marked and (above is None or above.text[-1] not in ",;" or above.bold)


def _part(rows: Sequence[Row], at: int, *, is_in_item: bool) -> Head | None:
    row = rows[at]
    if row.role is Role.HEADING:
        level = _PART_LEVEL + row.level if is_in_item else max(row.level, 1)
        return Head(at, at + 1, level, row.text.rstrip(": "))
    if len(row.text) <= 70 and MOTIVES.fullmatch(row.text) and row.role is Role.TEXT and not row.is_remainder:
        return Head(at, at + 1, _PART_LEVEL, row.text.rstrip(": "))
    if match := RUN_IN.match(row.text):  # the outcome on the same line is text: the heading takes no row
        return Head(at, at, _PART_LEVEL, match[1])
    return None


def _headings(rows: Sequence[Row], kind: Kind) -> list[Head]:
    """Headings of a document without agenda items: declared, typographic, or articles of a contract."""
    size = body_size(rows)
    bold_is_telling = bold_share(rows) < 0.3
    has_declared = any(row.role is Role.HEADING for row in rows)
    heads: list[Head] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        if row.role is Role.HEADING and len(row.text) <= 250:
            heads.append(Head(at, at + 1, max(row.level, 1), row.text))
        elif head := _article_heading(rows, at, kind, size):
            heads.append(head)
        elif not has_declared and _is_typographic(rows, at, size, bold_is_telling=bold_is_telling):
            end = _heading_end(rows, at)
            text = " ".join(each.text for each in rows[at:end])
            heads.append(Head(at, end, _level(row, text, size), text))
            at = end - 1
        elif (head := _part(rows, at, is_in_item=True)) and row.role is Role.TEXT:
            heads.append(head)
        at += 1
    return heads


def _article_heading(rows: Sequence[Row], at: int, kind: Kind, size: float) -> Head | None:
    """An article's heading, "Artikel 4 - Looptijd"; "Artikel 4. De stad treedt op als ..." is text."""
    row = rows[at]
    match = ARTICLE.match(row.text)
    if match is None or kind not in _WITH_ARTICLES or len(row.text) > 90 or row.role is Role.TABLE:
        return None
    title = row.text[match.end() :]
    is_marked = row.size > size * 1.04 or row.bold
    goes_on = at + 1 < len(rows) and rows[at + 1].text[0].islower()
    if title.endswith((".", ";", ",")) or goes_on or (title and not is_marked and len(title.split()) > 7):
        return None
    return Head(at, at + 1, _level(row, "", size) if is_marked else _PART_LEVEL, row.text)


def _is_typographic(rows: Sequence[Row], at: int, size: float, *, bold_is_telling: bool) -> bool:
    row = rows[at]
    text = row.text
    if not size or row.role is not Role.TEXT or len(text) > _LONGEST_HEADING or len(text) < 3 or row.is_remainder:
        return False
    if (
        not re.match(r"[A-ZÀ-Ý\d\"“‘(]", text)
        or text[-1] in ",;"
        or (BULLET.match(text) and not _NUMBERING.match(text))
    ):
        return False
    if CLAUSE.match(text) and not (row.bold or row.size > size * 1.04):
        return False
    if OLD_STYLE.match(text) or (text[-1] == "." and len(text) > 60) or not re.search(r"[^\W\d_]{2}", text):
        return False
    if row.size > size * 1.08:
        return True
    following = rows[at + 1] if at + 1 < len(rows) else None
    is_followed_by_text = following is not None and not following.bold
    return (
        row.bold and bold_is_telling and is_followed_by_text and text[-1] not in ".:" and not _is_table_head(rows, at)
    )


def _is_table_head(rows: Sequence[Row], at: int) -> bool:
    """A bold line of a table: cells without a sentence, with short lines of the same kind below."""
    below = rows[at + 1 : at + 4]
    return len(below) >= 2 and all(len(row.text) < 70 and row.text[-1] not in ".;:" for row in below)


def _heading_end(rows: Sequence[Row], at: int) -> int:
    first, end = rows[at], at + 1
    while end < len(rows) and end - at < 3:
        row, above = rows[end], rows[end - 1]
        same = row.page == above.page and abs(row.size - first.size) < 0.3 and row.bold == first.bold
        if not same or row.top - above.bottom > 0.8 * (above.bottom - above.top) or _NUMBERING.match(row.text):
            break
        if above.text[-1] in ".:" or ARTICLE.match(row.text):
            break
        end += 1
    return end


def _level(row: Row, text: str, size: float) -> int:
    if match := _NUMBERING.match(text):
        return 4 + match[1].count(".")
    level = 2 if row.size > size * 1.35 else 3 if row.size > size * 1.15 else 4
    return level - 1 if re.match(r"(?:hoofdstuk|titel|deel|afdeling)\b", text, re.IGNORECASE) else level
