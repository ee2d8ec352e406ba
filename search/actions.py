"""Who promised what by when, in the report of a meeting: its list of actions, and what the text itself says. Pure.

Takes only what is written as a promise: a line of a list or table of actions, or a sentence with somebody, a word for
a task, and a term or somebody whose task such things are. Knows nothing of what became of it but by what is said later.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from search.language import dates, municipalities
from search.language.dutch import analyse
from search.language.sentences import sentences
from search.types import Span

LONGEST: Final = 400  # characters of a promise; more is a paragraph, not a task
_TALLEST: Final = 3  # lines of a row of a table
_BETWEEN: Final = 5  # lines of header and footer between two items of a list that goes on on the next page
_SHARED: Final = 0.5  # least share of the words of a promise in the sentence that says that it was kept
_LEAD: Final = 25  # characters before a day in its term: "tegen het overleg van 18 november 2016"
_CONTENT: Final = 5  # letters; a shorter stem says too little to tell one task from another

_HEADING: Final = re.compile(
    r"(?:\d{1,2}[.)]?\s+)?(?:actie(?:s|lijst|punten|tabel)?|taken(?:lijst)?|opvolging|opdrachten|te doen|to ?do"
    r"|afspraken(?: en acties)?|besluiten en opdrachten|afspraken en opvolging)\s*:?",
    re.IGNORECASE,
)
_COLUMN: Final = re.compile(
    r"\b(?:nr|actie|wie|wat|wanneer|tegen|trekker|datum|termijn|deadline|verantwoordelijke|taak)\b\.?", re.IGNORECASE
)
_MARKER: Final = re.compile(r"(?:(\d{1,2})[.)]|[•▪◦–*-])\s+")
_ENDED: Final = re.compile(r"[.!?)]\s*$")
_LABEL: Final = re.compile(r"(?:actie(?:punt)?|te doen|opdracht)\s*:\s*", re.IGNORECASE)
_SAYS: Final = re.compile(r"(?:afspraak|besluit|beslissing|conclusie|akkoord)\s*:\s*", re.IGNORECASE)
_TASK: Final = (
    r"bezorg(?:t|en)|ma(?:akt|ken)|bereid(?:t|en)|leg(?:t|gen)|werk(?:t|en)|stel(?:t|len)|schrij(?:ft|ven)"
    r"|vra(?:agt|gen)|verzamel(?:t|en)|onderzoek(?:t|en)|nodig(?:t|en)|rond(?:t|en)|ra(?:amt|men)|breng(?:t|en)"
    r"|ge(?:eft|ven)|verwerk(?:t|en)|de(?:elt|len)|neemt|nemen|rapporte(?:ert|ren)|informe(?:ert|ren)|stu(?:urt|ren)"
    r"|actualise(?:ert|ren)|contacte(?:ert|ren)|organise(?:ert|ren)|plan(?:t|nen)|volg(?:t|en)"
)
_KEEPER: Final = re.compile(
    r"(?:de |het )?(?:coördinator|wvi|secretariaat|(?:streek)?gedeputeerde|werkgroep(?: [a-z]{1,20}){0,2}|exello(?:\.net)?"
    r"|voorzitter|projectmedewerker)",
    re.IGNORECASE,
)
_PROMISE: Final = re.compile(rf"(?P<who>[^.:;,]{{2,80}}?)\s+(?:{_TASK})\b", re.IGNORECASE)
_PREPARES: Final = re.compile(
    r"\b(?:bezorgt|maakt|bereidt|schrijft|verzamelt|onderzoekt|nodigt|actualiseert|stuurt)\b", re.IGNORECASE
)
_FOLLOWED: Final = re.compile(
    r"\b(?:wordt|worden)\b[^.;]{0,120}\b(?:opgevolgd door|opgenomen door)\s+(?P<who>[^.;,]{2,60})|\b(?:wordt|worden) nagestuurd\b",
    re.IGNORECASE,
)
_DUE: Final = re.compile(
    r"\b(?:tegen|vóór|uiterlijk(?: op| tegen)?|ten laatste(?: op)?|voor(?= \d))\s+(?P<due>[^.;)]{3,60})", re.IGNORECASE
)
_TIME: Final = re.compile(
    r"(?:(?:eind|begin|half|medio|het|de|een)\s+){0,2}"
    r"(?:\d{1,2}\s+)?(?:(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
    r"(?:\s+\d{4})?|\d{4}\b|zomer|najaar|voorjaar|jaarwisseling"
    r"|(?:eerste |tweede |volgend |volgende |komende )?(?:overleg|vergadering|samenkomst|zitting|bijeenkomst)"
    r"(?:\s+van\s+(?:\d{1,2}\s+)?[a-z]{3,9}(?:\s+\d{4})?)?)",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    r"\b(?:in (?:[a-z]{3,9} )?\d{4}|in het (?:voor|na)jaar(?: van \d{4})?|onmiddellijk)\b", re.IGNORECASE
)
_DONE: Final = re.compile(
    r"\b(?:is|zijn|werd|werden|wordt)\b[^.;]{0,120}\b(?:bezorgd|afgewerkt|afgerond|opgeleverd|uitgevoerd|rondgestuurd"
    r"|overgemaakt|ingediend|opgemaakt|toegelicht|klaar|voorgelegd|aangevraagd|geplaatst|verstuurd|ingevuld)\b"
    r"|\b(?:bezorgde|maakte|stelde voor|legde|diende|rondde)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Action:
    """A promise, as it is written."""

    who: str  # empty where nobody is named
    text: str
    start: int  # in the text that was given
    end: int
    due: str = ""  # the term as written, without "tegen"; empty where there is none
    deadline: date | None = None  # where the term is a day
    page: int = 1

    @property
    def span(self) -> Span:
        """Where it stands, where it was found on a page."""
        return Span(self.page, self.start, self.end)


def said(text: str) -> list[Action]:
    """Return the promises in the running text of a passage."""
    found = (_promise(text, start, end) for start, end in sentences(text) if end - start <= LONGEST)
    return [action for action in found if action]


def listed(pages: Mapping[int, str]) -> list[Action]:
    """Return what stands in the lists and tables of actions of a report.

    Args:
        pages: The text of each page by number; a list may go on on the next one.
    """
    found: list[Action] = []
    is_open = False
    for number in sorted(pages):
        lines = _lines(pages[number])
        at = 0
        if is_open:
            at = next((i for i, line in enumerate(lines[:_BETWEEN]) if _MARKER.match(_of(pages[number], line))), -1)
        else:
            at = _after_heading(pages[number], lines, 0)
        is_open = False
        while at >= 0:
            taken, at, is_open = _block(pages[number], lines, at)
            found += [replace(action, page=number) for action in taken]
            at = _after_heading(pages[number], lines, at)
    return found


def is_done(action: Action, later: str) -> bool:
    """Whether a later text says in one sentence that this was done."""
    words = _task(action)
    if not words or not _DONE.search(later):
        return False
    for start, end in sentences(later):
        sentence = later[start:end]
        if _DONE.search(sentence) and len(words & _content(sentence)) >= max(_SHARED * len(words), min(2, len(words))):
            return True
    return False


def is_about(action: Action, title: str) -> bool:
    """Whether a paper of this title is what was promised: an evaluation note, a position."""
    words = _task(action)
    return bool(words) and len(words & _content(title)) >= _SHARED * len(words)


def _task(action: Action) -> set[str]:
    """Return the stems of what is to be done, without who does it, by when, and the verb."""
    flat = " ".join(action.text.split())
    at = flat.find(action.who) if action.who else -1
    task = re.match(rf"\s*(?:{_TASK})\b", flat[at + len(action.who) :], re.IGNORECASE) if at >= 0 else None
    rest = flat[at + len(action.who) + task.end() :] if task else flat
    return _content(rest) - set(analyse(f"{action.who} {action.due}"))


def _content(text: str) -> set[str]:
    return {stem for stem in analyse(text) if len(stem) >= _CONTENT and not stem[0].isdigit()}


def _promise(text: str, start: int, end: int) -> Action | None:
    sentence = text[start:end]
    marker = _MARKER.match(sentence)
    body = sentence[marker.end() :] if marker else sentence
    label = _LABEL.match(body)
    opening = label or _SAYS.match(body)
    task = body[opening.end() :] if opening else body
    due, deadline = _term(task)
    promise = _PROMISE.match(task)
    who = _actor(promise["who"]) if promise else ""
    if label:
        return Action(who, sentence, start, end, due, deadline)
    if who and (due or (_KEEPER.fullmatch(who) and _PREPARES.search(task))):
        return Action(who, sentence, start, end, due, deadline)
    if followed := _FOLLOWED.search(task):
        return Action((followed["who"] or "").strip(), sentence, start, end, due, deadline)
    return None


def _actor(words: str) -> str:
    """Return these words where they name somebody who can promise; else nothing."""
    stripped = words.strip()
    if _KEEPER.fullmatch(stripped) or re.match(r"(?:alle|de) (?:gemeenten|besturen)$", stripped, re.IGNORECASE):
        return stripped
    places = municipalities.find(stripped)
    rest = stripped
    for _, start, end in reversed(places):
        rest = rest[:start] + rest[end:]
    is_bare = not re.sub(
        r"\b(?:de|het|en|stad|gemeente|burgemeesters?|van|bibliothecaris)\b|[\s,]", "", rest, flags=re.I
    )
    return stripped if places and is_bare else ""


def _term(text: str) -> tuple[str, date | None]:
    """Return the term of a task as written, and the day where it is one."""
    for match in _DUE.finditer(text):
        written = match["due"].strip()
        days = dates.find(written)
        if days and days[0][1] <= _LEAD:
            return written[: days[0][2]], days[0][0]
        if time := _TIME.match(written):
            return time[0], None
    if match := _WHEN.search(text):
        return match[0], None
    return "", None


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
    promise = _PROMISE.match(task)
    head, colon, _ = task.partition(":")
    who = _actor(promise["who"]) if promise else ""
    who = who or (head if colon and len(head.split()) <= 3 else "")
    due, deadline = _term(task)
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
    for match in (re.match(_KEEPER.pattern + r"|alle besturen", cells, re.I), _last(cells)):
        if match:
            return match[0]
    places = municipalities.find(cells)
    at_edge = [cells[s:e] for _, s, e in places if s == 0 or e == len(cells)]
    return at_edge[0] if at_edge else ""


def _last(cells: str) -> re.Match[str] | None:
    return next(_at_end(cells), None)


def _at_end(cells: str) -> Iterator[re.Match[str]]:
    for match in _KEEPER.finditer(cells):
        if match.end() == len(cells):
            yield match


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
