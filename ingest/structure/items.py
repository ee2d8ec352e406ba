"""Finds the agenda items of a paper: which lines begin one, and how far its title runs."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.structure.rows import Row, body_size, right_margin
from ingest.structure.terms import ARTICLE, CHAPTER, CODE, MOTIVES, OUTCOME_AT_END, RESTART, RUN_IN
from ingest.types import Role

_NUMBERED = re.compile(
    r"(?P<mark>(?:agenda)?punt\s+|HD\s*|AGP?\s*)?(?P<number>\d{1,3})(?P<stop>\s*[.):](?!\d)\s*|\s+(?=[A-Z\d\"“(]))(?P<title>\S.*)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"(?:(?:agenda)?punt\s+|HD\s*)?(\d{1,3})\s*[.)]?", re.IGNORECASE)
_CODED = re.compile(rf"{CODE.pattern}\s*[-–:]?\s*\S")
_LETTERED = re.compile(r"[A-Z]\.?\d{1,3}[a-z]?\.?\s+\S")
_LONGEST_TITLE = 6  # lines
_LARGEST_GAP = 3  # numbers that may be missing between two items, where a point was withdrawn
_LARGER = 0.6  # points above the text at which a bold line is a title, also where it ends short: lists in two columns
_LONG_PARAGRAPH = 320  # characters: longer than any title we saw (Knokke-Heist: 268)


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: the rows [first, end) are its title."""

    first: int
    end: int
    number: str
    title: str

    @property
    def name(self) -> str:
        """Number and title, as an index shows it."""
        return f"{self.number}. {self.title}" if self.number else self.title


def find_items(rows: Sequence[Row]) -> list[Item]:
    """The agenda items in order. Numbers inside an item's own text are not taken for items."""
    starts = _starts(rows)
    chosen = _declared(rows, starts) or _best_chain(rows, starts)
    margin = right_margin(rows)
    size = body_size(rows)
    taken = set(chosen)
    items: list[Item] = []
    for at in chosen:
        end = _title_end(rows, at, margin, taken, size)
        number, title = _name(rows[at:end])
        items.append(Item(at, end, number, title))
    return items


def _starts(rows: Sequence[Row]) -> dict[int, int]:
    """Rows that may begin an item, with their number; 0 for a coded title without one."""
    found: dict[int, int] = {}
    has_headings = any(row.role is Role.HEADING for row in rows)
    for at, row in enumerate(rows):
        if row.role is Role.LIST and has_headings:
            continue
        if row.role is Role.TABLE or len(row.text) > _LONG_PARAGRAPH or row.is_remainder:
            continue
        if match := _NUMBERED.fullmatch(row.text):
            if not re.match(
                r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
                match["title"],
            ):
                found[at] = int(match["number"])
        elif match := _BARE_NUMBER.fullmatch(row.text):
            following = rows[at + 1] if at + 1 < len(rows) else None
            if following and (CODE.match(following.text) or row.role is Role.HEADING or "." in row.text):
                found[at] = int(match[1])
        elif _CODED.match(row.text) and (at - 1) not in found:
            found[at] = 0
    return found


def _declared(rows: Sequence[Row], starts: dict[int, int]) -> list[int]:
    """Items where the format declares headings: the outermost level on which most headings are numbered or coded.

    An agenda or list without any numbers takes its most frequent level, from two headings up.
    """
    levels: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.role is Role.HEADING and not _begins_something(row) and not CHAPTER.fullmatch(row.text):
            levels[row.level].append(at)
    for level in sorted(levels):
        marked = [at for at in levels[level] if at in starts or _LETTERED.match(rows[at].text)]
        if len(marked) * 2 >= len(levels[level]):
            return [_with_bare_number(rows, at) for at in levels[level] if at >= marked[0]]
    most = max(levels.values(), key=len, default=[])
    if starts or len(most) < 3 or sum(len(row.text) for row in rows) > 400 * len(most):
        return []
    return most


def _with_bare_number(rows: Sequence[Row], at: int) -> int:
    """A number that stands on its own line above the heading belongs to it."""
    above = rows[at - 1] if at else None
    is_bare = above is not None and above.role is not Role.HEADING and _BARE_NUMBER.fullmatch(above.text)
    return at - 1 if is_bare else at


def _is_certain(row: Row) -> bool:
    match = _NUMBERED.fullmatch(row.text)
    return bool(_CODED.match(row.text) or (match and (match["mark"] or CODE.match(match["title"]))))


def _best_chain(rows: Sequence[Row], starts: dict[int, int]) -> list[int]:
    """Of the ways that numbered lines look, the one whose numbers run on longest is how items look here."""
    groups: dict[tuple[bool, float, Role], list[int]] = defaultdict(list)
    for at in starts:
        groups[(rows[at].bold, round(rows[at].size), rows[at].role)].append(at)
    chains = [(key, _chain(rows, starts, group)) for key, group in groups.items()]
    if not chains:
        return []
    emphasis = {key: (key[2] is Role.HEADING, key[0], key[1]) for key, _ in chains}
    certain = [chain for _, chain in chains if any(_is_certain(rows[at]) for at in chain)]
    if certain:
        return max(certain, key=len)
    # A bold or larger run wins from a longer plain one of less than twice its length: lists are longer than agendas.
    best = max(chains, key=lambda each: (len(each[1]) * (2 if any(emphasis[each[0]][:2]) else 1), emphasis[each[0]]))
    return best[1]


def _chain(rows: Sequence[Row], starts: dict[int, int], group: Sequence[int]) -> list[int]:
    chain: list[int] = []
    last, nested, previous = 0, 0, -1
    for at in group:
        number = starts[at]
        row = rows[at]
        if _is_certain(row):
            fits = True
        elif nested and number == nested + 1 and not _looks_like_item(rows, at, previous):
            nested, previous = number, at
            continue
        else:
            fits = last < number <= last + _LARGEST_GAP + (10 if not chain else 0)
            fits = fits or (number <= 1 and bool(chain) and _restarts(rows, chain[-1], at))
        if fits and not _is_sentence(row):
            chain.append(at)
            last, nested, previous = number or last, 0, at
        elif number == 1:
            nested, previous = 1, at
    return chain


def _is_sentence(row: Row) -> bool:
    """A numbered paragraph of running text, in a format that has no lines: no title is that long."""
    return not row.is_printed and row.role is not Role.HEADING and len(row.text) > 200 and not _is_certain(row)


def _looks_like_item(rows: Sequence[Row], at: int, previous: int) -> bool:
    title = " ".join(row.text for row in rows[at : at + 2])
    return (_is_title_whole(rows[at].text) or _is_title_whole(title)) and at - previous > 1


def _restarts(rows: Sequence[Row], last: int, at: int) -> bool:
    return any(len(row.text) < 90 and RESTART.search(row.text) for row in rows[max(last + 1, at - 6) : at])


def _title_end(rows: Sequence[Row], at: int, margin: float, taken: set[int], size: float) -> int:
    first = rows[at]
    is_larger = first.bold and first.size > size + _LARGER
    end = at + 1
    if _BARE_NUMBER.fullmatch(first.text) and end < len(rows):
        end += 1
    if not first.is_printed:
        return end
    while end < len(rows) and end - at < _LONGEST_TITLE and end not in taken:
        row, above = rows[end], rows[end - 1]
        if _begins_something(row) or abs(row.size - first.size) > 0.6 or row.role is not first.role:
            break
        hangs = row.left > first.left + 0.012
        is_full = above.right > margin - 0.2 and not _is_title_whole(above.text)
        if row.bold is not first.bold or not (hangs or is_full or is_larger) or _is_apart(above, row):
            break
        end += 1
    return end


def _is_title_whole(text: str) -> bool:
    return bool(re.search(rf"(?:{OUTCOME_AT_END.pattern})$", text, re.IGNORECASE)) or bool(
        re.search(r"\braadsleden\.$", text)
    )


def _begins_something(row: Row) -> bool:
    return bool(MOTIVES.fullmatch(row.text) or ARTICLE.match(row.text) or RUN_IN.match(row.text))


def _is_apart(above: Row, row: Row) -> bool:
    if row.page != above.page:
        return row.page != above.page + 1
    height = max(above.bottom - above.top, 0.005)
    return row.top - above.bottom > 0.75 * height


def _name(rows: Sequence[Row]) -> tuple[str, str]:
    text = " ".join(row.text for row in rows)
    match = _NUMBERED.fullmatch(text)
    if match is None:
        return "", " ".join(text.split())
    return match["number"], " ".join(match["title"].split())
