"""Who promised what by when, in the report of a meeting: its list of actions, and what the text itself says. Pure.

Takes only what is written as a promise: a line of a list or table of actions, or a sentence with somebody, a word for
a task, and a term or somebody whose task such things are. Knows nothing of what became of it but by what is said later.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from search.language import dates, municipalities
from search.language.dutch import analyse
from search.language.sentences import sentences
from search.types import Span

LONGEST: Final = 400  # characters of a promise; more is a paragraph, not a task
_SHARED: Final = 0.5  # least share of the words of a promise in the sentence that says that it was kept
_LATER: Final = re.compile(r",?\s*te bespreken\b.*", re.IGNORECASE)
_SEVERAL: Final = 2  # words, where a sentence and no title says it
_LEAD: Final = 25  # characters before a day in its term: "tegen het overleg van 18 november 2016"
_CONTENT: Final = 5  # letters; a shorter stem says too little to tell one task from another

_MARKER: Final = re.compile(r"(?:(\d{1,2})[.)]|[•▪◦–*-])\s+")
_LABEL: Final = re.compile(r"(?:actie(?:punt)?|te doen|opdracht)\s*:\s*", re.IGNORECASE)
_SAYS: Final = re.compile(r"(?:afspraak|besluit|beslissing|conclusie|akkoord)\s*:\s*", re.IGNORECASE)
_TASK: Final = (
    r"bezorg(?:t|en)|ma(?:akt|ken)|bereid(?:t|en)|leg(?:t|gen)|werk(?:t|en)|stel(?:t|len)|schrij(?:ft|ven)"
    r"|vra(?:agt|gen)|verzamel(?:t|en)|onderzoek(?:t|en)|nodig(?:t|en)|rond(?:t|en)|ra(?:amt|men)|breng(?:t|en)"
    r"|ge(?:eft|ven)|verwerk(?:t|en)|de(?:elt|len)|neemt|nemen|rapporte(?:ert|ren)|informe(?:ert|ren)|stu(?:urt|ren)"
    r"|actualise(?:ert|ren)|contacte(?:ert|ren)|organise(?:ert|ren)|plan(?:t|nen)|volg(?:t|en)"
)
KEEPER: Final = re.compile(
    r"(?:de |het )?(?:coördinator|wvi|secretariaat|(?:streek)?gedeputeerde|werkgroep(?: [a-z]{1,20}){0,2}"
    r"|exello(?:\.net)?|voorzitter|projectmedewerker)",
    re.IGNORECASE,
)
_PROMISE: Final = re.compile(rf"(?P<who>[^.:;,]{{2,80}}?)\s+(?:{_TASK})\b", re.IGNORECASE)
_PREPARES: Final = re.compile(
    r"\b(?:bezorgt|maakt|bereidt|schrijft|verzamelt|onderzoekt|nodigt|actualiseert|stuurt)\b", re.IGNORECASE
)
_FOLLOWED: Final = re.compile(
    r"\b(?:wordt|worden)\b[^.;]{0,120}\b(?:opgevolgd door|opgenomen door)\s+(?P<who>[^.;,]{2,60})"
    r"|\b(?:wordt|worden) nagestuurd\b",
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


def is_done(action: Action, later: str) -> bool:
    """Whether a later text says in one sentence that this was done."""
    words = _task(action)
    if not words or not _DONE.search(later):
        return False
    for start, end in sentences(later):
        sentence = later[start:end]
        if _DONE.search(sentence) and len(words & _content(sentence)) >= max(
            _SHARED * len(words), min(_SEVERAL, len(words))
        ):
            return True
    return False


def is_same(one: Action, other: Action) -> bool:
    """Whether two promises of one report are the same, told twice: in the text and in the list."""
    words, others = _task(one), _task(other)
    least = min(len(words), len(others))
    return one.who.casefold() == other.who.casefold() and least > 0 and len(words & others) >= _SHARED * least


def is_kept_by(action: Action, paper: Sequence[str]) -> bool:
    """Whether a later note or position is what was promised: its title says so, or a sentence of it.

    Args:
        action: What was promised.
        paper: The title, then the text.
    """
    words = _task(action)
    if not words or not paper:
        return False
    if len(words & _content(paper[0])) >= _SHARED * len(words):
        return True
    said = (text[start:end] for text in paper[1:] for start, end in sentences(text))
    return any(len(words & _content(each)) >= max(_SHARED * len(words), _SEVERAL) for each in said)


def _task(action: Action) -> set[str]:
    """Return the stems of what is to be done, without who does it, by when, and the verb."""
    flat = " ".join(action.text.split())
    at = flat.find(action.who) if action.who else -1
    task = re.match(rf"\s*(?:{_TASK})\b", flat[at + len(action.who) :], re.IGNORECASE) if at >= 0 else None
    rest = flat[at + len(action.who) + task.end() :] if task else flat
    return _content(_LATER.sub("", rest)) - set(analyse(f"{action.who} {action.due}"))


def _content(text: str) -> set[str]:
    return {stem for stem in analyse(text) if len(stem) >= _CONTENT and not stem[0].isdigit()}


def _promise(text: str, start: int, end: int) -> Action | None:
    sentence = text[start:end]
    marker = _MARKER.match(sentence)
    body = sentence[marker.end() :] if marker else sentence
    label = _LABEL.match(body)
    opening = label or _SAYS.match(body)
    task = body[opening.end() :] if opening else body
    due, deadline = term(task)
    who = promised_by(task)
    if label:
        return Action(who, sentence, start, end, due, deadline)
    if who and (due or (KEEPER.fullmatch(who) and _PREPARES.search(task))):
        return Action(who, sentence, start, end, due, deadline)
    if followed := _FOLLOWED.search(task):
        return Action((followed["who"] or "").strip(), sentence, start, end, due, deadline)
    return None


def promised_by(task: str) -> str:
    """Return who a task begins with; empty where it begins with nobody, or with no word for a task."""
    promise = _PROMISE.match(task)
    return actor(promise["who"]) if promise else ""


def actor(words: str) -> str:
    """Return these words where they name somebody who can promise; else nothing."""
    stripped = words.strip()
    if KEEPER.fullmatch(stripped) or re.match(r"(?:alle|de) (?:gemeenten|besturen)$", stripped, re.IGNORECASE):
        return stripped
    places = municipalities.find(stripped)
    rest = stripped
    for _, start, end in reversed(places):
        rest = rest[:start] + rest[end:]
    is_bare = not re.sub(
        r"\b(?:de|het|en|stad|gemeente|burgemeesters?|van|bibliothecaris)\b|[\s,]", "", rest, flags=re.I
    )
    return stripped if places and is_bare else ""


def term(text: str) -> tuple[str, date | None]:
    """Return the term of a task as written, and the day where it is one."""
    for match in _DUE.finditer(text):
        written = match["due"].strip()
        days = dates.find(written)
        if days and days[0][1] <= _LEAD:
            return written[: days[0][2]], days[0][0]
        if time := _TIME.match(written):
            return time[0], None
    when = _WHEN.search(text)
    return (when[0] if when else ""), None
