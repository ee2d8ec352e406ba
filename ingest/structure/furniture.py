"""Takes out what belongs to the page rather than to the text: running heads, page numbers, tables of contents."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from ingest.structure.rows import Row
from ingest.structure.terms import ARTICLE, BODIES, BULLET, MOTIVES, is_formula
from ingest.types import Role
from search.language import dates, municipalities

_PAGE_NUMBER = re.compile(
    r"(?:p\.|pag(?:ina|e)?\.?|blz\.?|bladzijde)?\s*[-–]?\s*\d{1,4}\s*(?:(?:/|van|of|sur|\|)\s*\d{1,4})?\s*[-–]?",
    re.IGNORECASE,
)
_FULL_PAGE_NUMBER = re.compile(
    r"(?:p\.|pag(?:ina|e)?\.?|blz\.?|bladzijde)\s*\d{1,4}(?:\s*(?:/|van|of|sur)\s*\d{1,4})?|\d{1,4}\s*(?:/|van|of)\s*\d{1,4}",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{0,4}$|…{2,}\s*\d{0,4}$|_{5,}\s*\d{1,4}$")
_CONTENTS = re.compile(
    r"(?:inhoud(?:sopgave|stafel)?|inhoudsoverzicht|table des mati[eè]res|contents)\s*:?", re.IGNORECASE
)
_ENDS_IN_PAGE = re.compile(r"\S.*[\s\t]\d{1,3}$")
_EDGE = 4  # lines at the top and bottom of a page that may be furniture
_MASTHEAD_WORDS = re.compile(
    r"\b(?:zitting|vergadering|openbare?|van|de|het|op|om|d\.?d\.?|uur|stad|gemeente|lokaal bestuur|ocmw|provincie|west-vlaanderen|oost-vlaanderen"
    r"|notulen|besluitenlijst|agenda|proces-verbaal|verslag|uittreksel|uit|register|der|beraadslagingen|maan|dins|woens|donder|vrij|zater|zon"
    r"|(?:maan|dins|woens|donders?|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo|en|schepenen|burgemeester|te)\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b\d{1,2}\s*[.:u]\s*\d{2}\b|\b\d{1,2}\s*uur\b")
_BODY_WORDS = re.compile("|".join(pattern for pattern, _ in BODIES), re.IGNORECASE)
_MASTHEAD_LINES = 25


def without_furniture(rows: Sequence[Row]) -> list[Row]:
    """The rows that carry text of the document itself."""
    kept = _without_running_lines(rows)
    kept = _without_contents(kept)
    return [row for at, row in enumerate(kept) if not (is_formula(row.text) or _is_masthead(row, at))]


def _without_running_lines(rows: Sequence[Row]) -> list[Row]:
    by_page: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_page[row.page].append(row)
    # pdf.js, Word and our samples alike write furniture first or last in the stream, so position decides where known.
    edges = {row for page in by_page.values() for row in _edge(page)}
    seen = Counter(key for page in by_page.values() for key in {_key(row) for row in _edge(page)})
    needed = max(2, (len(by_page) + 1) // 2)
    return [
        row
        for row in rows
        if not (row in edges and (_is_page_number(row) or (seen[_key(row)] >= needed and not _is_content(row))))
    ]


def _edge(page: Sequence[Row]) -> list[Row]:
    if not page[0].is_printed:
        return [*page[:1], *page[-1:]]
    ordered = sorted(page, key=lambda row: row.top)
    return [*ordered[:_EDGE], *ordered[-_EDGE:]]


def _key(row: Row) -> tuple[str, int]:
    return re.sub(r"\d+", "#", row.text.casefold()), round(row.top * 50)


def _is_page_number(row: Row) -> bool:
    if _FULL_PAGE_NUMBER.fullmatch(row.text):
        return True
    at_edge = row.is_printed and (row.top < 0.08 or row.bottom > 0.92)
    return at_edge and bool(_PAGE_NUMBER.fullmatch(row.text))


def _is_content(row: Row) -> bool:
    return bool(ARTICLE.match(row.text) or MOTIVES.fullmatch(row.text)) or row.role in (Role.HEADING, Role.TABLE)


def _without_contents(rows: list[Row]) -> list[Row]:
    """Drop a table of contents: its lines end in leaders or a page number, and long titles take several lines."""
    drop: set[int] = set()
    entries = [at for at, row in enumerate(rows) if len(row.text) < 300 and _LEADERS.search(row.text)]
    for before, after in zip([None, *entries], entries, strict=False):
        if before is not None and after - before <= 4 and rows[after].page - rows[before].page <= 1:
            drop.update(range(before, after))
        drop.add(after)
    for at, row in enumerate(rows):
        if _CONTENTS.fullmatch(row.text):
            drop.update(_contents_after(rows, at, drop))
    return [row for at, row in enumerate(rows) if at not in drop]


def _contents_after(rows: list[Row], at: int, leaders: set[int]) -> set[int]:
    nearest = next((n for n in range(at + 1, min(at + 5, len(rows))) if n in leaders), None)
    if nearest is not None:
        return set(range(at, nearest + 1))
    end = at + 1
    while end < len(rows) and _ENDS_IN_PAGE.fullmatch(rows[end].text) and len(rows[end].text) < 150:
        end += 1
    return set(range(at, end)) if end - at > 3 else {at}


def _is_masthead(row: Row, at: int) -> bool:
    """Whether a line at the head names only the municipality, the body and the date: those become facts."""
    if at >= _MASTHEAD_LINES or len(row.text) > 110:
        return False
    text = row.text
    found_date = dates.find(text)
    places = municipalities.find(text.title() if text.isupper() else text)
    body = _BODY_WORDS.search(text)
    # A bare name or date counts at the very top only: further down it is a table's cell or the end of a sentence.
    named = body or re.search(
        r"\b(?:stad|gemeente|ocmw|zitting|vergadering|notulen|besluitenlijst)\b", text, re.IGNORECASE
    )
    if places and BULLET.match(row.text):
        return False  # "- de gemeente Damme" names one of several parties
    if len(places) > 1 or not (named or (at < 4 and (found_date or places) and row.role is not Role.TABLE)):
        return False
    for _, start, end in reversed(found_date):
        text = text[:start] + " " * (end - start) + text[end:]
    for _, start, end in reversed(places):
        text = text[:start] + " " * (end - start) + text[end:]
    text = _TIME.sub(" ", _BODY_WORDS.sub(" ", text))
    return not re.search(r"[^\W_]", _MASTHEAD_WORDS.sub(" ", text))
