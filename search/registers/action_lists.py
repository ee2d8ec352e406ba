"""The lists and tables of actions in the report of a meeting, line by line of its pages. Pure.

Takes lines below a heading that announces them ("Actiepunten", "Taken"), with a number, a bullet or a day at the end.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from search.language import dates, municipalities
from search.registers.actions import KEEPER, Action, promised_by, term

_TALLEST: Final = 3  # lines of a row of a table
_BETWEEN: Final = 5  # lines of header and footer between two items of a list that goes on on the next page
_HEADING: Final = re.compile(
    r"(?:\d{1,2}[.)]?\s+)?(?:actie(?:s|lijst|punten|tabel)?|taken(?:lijst)?|opvolging|opdrachten|te doen|to ?do"
    r"|afspraken(?: en acties)?|besluiten en opdrachten|afspraken en opvolging)\s*:?",
    re.IGNORECASE,
)
_COLUMN: Final = re.compile(
    r"\b(?:nr|actie|wie|wat|wanneer|tegen|trekker|datum|termijn|deadline|verantwoordelijke|taak)\b\.?", re.IGNORECASE
)
_ALL: Final = re.compile(r"alle (?:besturen|gemeenten)", re.IGNORECASE)
_ENDED: Final = re.compile(r"[.!?)]\s*$")
_MARKER: Final = re.compile(r"(?:(\d{1,2})[.)]|[•▪◦–*-])\s+")


def listed(pages: Mapping[int, str]) -> list[Action]:
    """Return what stands in the lists and tables of actions of a report.

    Args:
        pages: The text of each page by number; a list may go on on the next one.
    """
    found: list[Action] = []
    is_open = False
    for number in sorted(pages):
        lines = _lines(pages[number])
        at = _goes_on(pages[number], lines) if is_open else -1
        at = at if at >= 0 else _after_heading(pages[number], lines, 0)
        is_open = False
        while at >= 0:
            taken, at, is_open = _block(pages[number], lines, at)
            found += [replace(action, page=number) for action in taken]
            at = _after_heading(pages[number], lines, at)
    return found


def _goes_on(text: str, lines: Sequence[tuple[int, int]]) -> int:
    """Return the number of the line with which a list goes on below the head of a page; -1 where it does not."""
    return next((i for i, line in enumerate(lines[:_BETWEEN]) if _MARKER.match(_of(text, line))), -1)


def _lines(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _of(text: str, line: tuple[int, int]) -> str:
    return text[line[0] : line[1]].strip()


def _after_heading(text: str, lines: Sequence[tuple[int, int]], at: int) -> int:
    """Return the number of the line below the next heading of a list of actions; -1 where there is none."""
    return next((i + 1 for i in range(at, len(lines)) if _HEADING.fullmatch(_of(text, lines[i]))), -1)


def _block(text: str, lines: Sequence[tuple[int, int]], at: int) -> tuple[list[Action], int, bool]:
    """Return what a list or table holds that begins at a line, the line after it, and whether it may go on."""
    if at < len(lines) and len(_COLUMN.findall(_of(text, lines[at]))) >= 2:
        return _table(text, lines, at + 1)
    found: list[Action] = []
    while at < len(lines) and _MARKER.match(_of(text, lines[at])):
        first = at
        at += 1
        while at < len(lines) and not _ENDED.search(_of(text, lines[at - 1])) and at - first < _TALLEST:
            if _MARKER.match(_of(text, lines[at])):
                break
            at += 1
        if _ENDED.search(_of(text, lines[at - 1])):
            found.append(_item(text, lines[first][0], lines[at - 1][1]))
    return found, at, at >= len(lines)


def _table(text: str, lines: Sequence[tuple[int, int]], at: int) -> tuple[list[Action], int, bool]:
    """Return the rows of a table of actions: each ends with a day."""
    found: list[Action] = []
    first = at
    while at < len(lines) and at - first < _TALLEST:
        line = _of(text, lines[at])
        days = dates.find(line)
        at += 1
        if days and days[-1][2] >= len(line) - 1:
            found.append(_row(text, lines[first][0], lines[at - 1][1]))
            first = at
    return found, first, False


def _item(text: str, start: int, end: int) -> Action:
    start, end = _trimmed(text, start, end)
    flat = " ".join(text[start:end].split())
    marker = _MARKER.match(flat)
    task = flat[marker.end() :] if marker else flat
    who = promised_by(task)
    head, colon, _ = task.partition(":")
    who = who or (head if colon and len(head.split()) <= 3 else "")
    due, deadline = term(task)
    if not due and (days := dates.find(task)):
        due, deadline = task[days[-1][1] : days[-1][2]], days[-1][0]
    return Action(who, text[start:end], start, end, due, deadline)


def _row(text: str, start: int, end: int) -> Action:
    start, end = _trimmed(text, start, end)
    flat = " ".join(text[start:end].split())
    day, begins, ends = dates.find(flat)[-1]
    return Action(_named_at_edge(flat[:begins]), text[start:end], start, end, flat[begins:ends], day)


def _named_at_edge(row: str) -> str:
    """Return who is named in the first or the last cell of a row."""
    cells = re.sub(r"^\d{1,2}[.)]?\s+", "", row).strip(" |")
    keepers = [match.span() for match in (*KEEPER.finditer(cells), *_ALL.finditer(cells))]
    places = [(start, end) for _, start, end in municipalities.find(cells)]
    at_edge = (cells[start:end] for start, end in (*keepers, *places) if start == 0 or end == len(cells))
    return next(at_edge, "")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
