"""Typed text -> what is looked for. Nothing that a person may type raises an error here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from search.answer import Aspect, Notion, Query
from search.language import municipalities, periods, wishes
from search.language.boilerplate import Subject, subject
from search.language.dutch import analyse
from search.types import Kind

LONGEST_ASKED = 200  # characters; a longer text was pasted, and its dashes, quotes and dates are not meant as wishes
LONGEST = 500  # characters of a question that are looked at
QUESTIONS_KEPT = 256  # one search reads its question several times

_HIDDEN = "\ue000"  # in place of each letter of a phrase; never in what is typed

_COUNCIL = frozenset({Kind.MINUTES, Kind.DECISION_LIST, Kind.EXTRACT})
# "hoeveel klachten waren er in 2023" is answered by the report of 2024.
_COUNTS = re.compile(
    r"\b(?:hoeveel|hoe vaak|aantal(?:len)?|cijfers?|statistiek(?:en)?|jaarverslag|how (?:many|much)|combien|nombre)\b",
    re.I,
)

FITTING: dict[str, frozenset[Kind]] = {
    "decision": _COUNCIL | {Kind.ACCESSION, Kind.REGULATION, Kind.POSITION},
    "position": frozenset({Kind.POSITION}),
    "contract": frozenset({Kind.FRAMEWORK_CONTRACT, Kind.CONTRACT, Kind.ACCESSION, Kind.ADDENDUM}),
    "experience": frozenset(),
    "minutes": frozenset({Kind.MINUTES, Kind.EXTRACT, Kind.SESSION_REPORT, Kind.MEETING_REPORT}),
    "agenda": frozenset({Kind.AGENDA}),
    "decision list": frozenset({Kind.DECISION_LIST}),
    "extract": frozenset({Kind.EXTRACT}),
    "session report": frozenset({Kind.SESSION_REPORT, Kind.MEETING_REPORT}),
    "report": frozenset({Kind.MEETING_REPORT, Kind.SESSION_REPORT, Kind.MINUTES}),
    "addendum": frozenset({Kind.ADDENDUM}),
    "accession": frozenset({Kind.ACCESSION}),
    "regulation": _COUNCIL | {Kind.REGULATION},
    "note": frozenset({Kind.NOTE}),
}
"""The kinds of document that a question of each intent asks for."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is searched: without "wat hebben we beslist over", and taken apart into stems."""

    query: Query  # with the period that the text asks for, where none was chosen
    core: str  # embedded
    words: tuple[str, ...]  # matched: stems, each once
    intent: str | None  # a key of FITTING
    notions: tuple[Notion, ...] = ()  # in the order of the text
    ignored: tuple[Notion, ...] = ()  # understood, but searched without
    worded: tuple[Notion, ...] = ()  # periods that are no more than words here

    def values(self, *aspects: Aspect) -> tuple[str, ...]:
        """Return what was understood of these aspects."""
        return tuple(notion.value for notion in self.notions if notion.aspect in aspects)

    def of(self, *aspects: Aspect) -> tuple[Notion, ...]:
        """Return the notions of these aspects."""
        return tuple(notion for notion in self.notions if notion.aspect in aspects)

    @property
    def unfiltered(self) -> "Question":
        """The same question, without the filters that were chosen beside it."""
        query = self.query
        is_asked = any(notion.aspect is Aspect.PERIOD for notion in self.notions)
        since, until = (query.since, query.until) if is_asked else (None, None)
        return replace(self, query=Query(query.text, since=since, until=until, literal=query.literal))


def parse(
    query: Query, today: date | None = None, ignored: tuple[Notion, ...] = (), worded: tuple[Notion, ...] = ()
) -> Question:
    """Read a question. An empty or senseless text yields a question without words.

    Args:
        query: What was typed and chosen. What it calls literal is not understood.
        today: What "vorig jaar" is counted from; the day of today unless given.
        ignored: What was understood before, and is to be searched without.
        worded: Periods that were understood before, and are to be searched as words.
    """
    return _parse(query, today or date.today(), ignored, worded)


def forget() -> None:
    """Forget how questions were read."""
    _parse.cache_clear()


@lru_cache(QUESTIONS_KEPT)
def _parse(query: Query, today: date, ignored: tuple[Notion, ...], worded: tuple[Notion, ...]) -> Question:
    text = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff\ue000]+", " ", query.text)[:LONGEST].strip()
    is_pasted = len(text) > LONGEST_ASKED
    rest, loose, marks = (text, text, []) if is_pasted else _take_marks(text)
    rest, times = (rest, []) if is_pasted else _take_periods(rest, loose, today)
    if _COUNTS.search(rest):
        worded = tuple(times)
    found = subject(rest)
    places = _places(rest)
    literal = {wishes.plain(words) for words in query.literal}
    taken_back = {(notion.aspect, wishes.plain(notion.said)) for notion in (*ignored, *worded)}
    seen = [(notion, wishes.plain(notion.said)) for notion in (*marks, *times, *places, *_bodies(rest), *_kind(found))]
    notions = [n for n, said in seen if said not in literal and (n.aspect, said) not in taken_back]
    aside = [notion.said for notion in (*places, *worded) if notion in worded or notion.said in found.said]
    if not rest:  # "in 2019" and nothing else: there is nothing to look for but these words
        aside = [notion.said for notion in times]
        notions = [notion for notion in notions if notion not in times]
    numbers = [notion.value for notion in notions if notion.aspect is Aspect.NUMBER]
    if query.since or query.until:  # a period that was chosen goes before one that was typed
        notions = [notion for notion in notions if notion.aspect is not Aspect.PERIOD]
    since, until = _span(notions) if any(n.aspect is Aspect.PERIOD for n in notions) else (query.since, query.until)
    alone = [n.value for n in marks if n.aspect is Aspect.NUMBER and n not in ignored]
    core = " ".join(filter(None, (found.core, *aside))) or " ".join(alone)
    return Question(
        replace(query, since=since, until=until),
        core,
        tuple(dict.fromkeys(analyse(" ".join((core, *numbers))))),
        _intent(found, notions),
        tuple(sorted(notions, key=lambda notion: text.find(notion.said))),
        ignored,
        worded,
    )


def in_words(asked: Question, periods: Iterable[Notion]) -> Question:
    """Return the question as it is read when these periods are no more than words."""
    worded = (*asked.worded, *periods)
    return _again(asked, asked.ignored, worded) if worded != asked.worded else asked


def without(asked: Question, dropped: Iterable[Notion]) -> Question:
    """Return the question as it is read without these notions; it remembers them as ignored."""
    ignored = (*asked.ignored, *dropped)
    return _again(asked, ignored, asked.worded) if ignored != asked.ignored else asked


def _again(asked: Question, ignored: tuple[Notion, ...], worded: tuple[Notion, ...]) -> Question:
    query = replace(asked.query, since=None, until=None) if asked.of(Aspect.PERIOD) else asked.query
    return parse(query, ignored=ignored, worded=worded)


def readings(asked: Question) -> Iterator[Question]:
    """Yield the question as it was understood, then with less and less of what leaves documents out."""
    yield asked
    last = asked
    for aspects in ((Aspect.PERIOD,), (Aspect.PHRASE, Aspect.NUMBER), (Aspect.WITHOUT,)):
        # each alone, then together with those before it
        alone, together = without(asked, asked.of(*aspects)), without(last, last.of(*aspects))
        for reading in (alone, together):
            if reading is not asked and reading is not last:
                yield reading
        last = together


def _take_marks(text: str) -> tuple[str, str, list[Notion]]:
    """Take words with a minus and numbers out of a text, and the quotation marks off a phrase.

    Returns:
        The text that is left, the same with phrases made unreadable, and what was found.
    """
    found = [
        *((match, Aspect.PHRASE) for match in wishes.phrases(text)),
        *((match, Aspect.WITHOUT) for match in wishes.unwanted(text)),
        *((match, Aspect.NUMBER) for match in wishes.numbers(text)),
    ]
    notions: list[Notion] = []
    pieces, hidden = list(text), list(text)
    for match, aspect in found:
        if "\0" in pieces[match.start() : match.end()]:  # within a phrase
            continue
        pieces[match.start() : match.end()] = "\0" * (match.end() - match.start())
        hidden[match.start() : match.end()] = pieces[match.start() : match.end()]
        if aspect is Aspect.PHRASE:
            pieces[match.start(1) : match.end(1)] = match[1]
            hidden[match.start(1) : match.end(1)] = re.sub(r"\S", _HIDDEN, match[1])
            pieces[match.start()] = pieces[match.end() - 1] = "\0"
            hidden[match.start()] = hidden[match.end() - 1] = "\0"
        notions.append(Notion(aspect, match[match.re.groups], match[0]))
    left, loose = (" ".join("".join(each).replace("\0", " ").split()) for each in (pieces, hidden))
    return left, loose, notions


def _take_periods(text: str, loose: str, today: date) -> tuple[str, list[Notion]]:
    """Take the periods out of a text; `loose` is the same without its phrases, which mean no more than they say."""
    found = periods.find(loose, today)
    notions = [Notion(Aspect.PERIOD, "", text[p.start : p.end], p.since, p.until) for p in found]
    for period in reversed(found):
        text = f"{text[: period.start]} {text[period.end :]}"
    return " ".join(text.split()), notions


def _places(text: str) -> list[Notion]:
    """Return the municipalities that a text names, each once."""
    named: dict[str, Notion] = {}
    for name, start, end in municipalities.find(text, any_case=True):
        named.setdefault(name, Notion(Aspect.MUNICIPALITY, name, text[start:end]))
    return list(named.values())


def _bodies(text: str) -> list[Notion]:
    return [Notion(Aspect.BODY, name, said) for name, said in wishes.bodies(text)]


def _kind(found: Subject) -> list[Notion]:
    """Return which kind of document is asked for: as the question opens, or by its name."""
    if found.intent:
        return [Notion(Aspect.KIND, found.intent, found.said)] if FITTING[found.intent] else []
    named = wishes.kind(found.core) or wishes.kind(found.said)
    return [Notion(Aspect.KIND, *named)] if named else []


def _intent(found: Subject, notions: Iterable[Notion]) -> str | None:
    plain_intent = None if FITTING.get(found.intent or "") else found.intent  # one that asks for no kind of document
    return next((notion.value for notion in notions if notion.aspect is Aspect.KIND), plain_intent)


def _span(notions: Iterable[Notion]) -> tuple[date | None, date | None]:
    """Return the days that all periods have in common; those of the first where they have none."""
    since: date | None = None
    until: date | None = None
    for notion in notions:
        if notion.aspect is Aspect.PERIOD:
            later = max(filter(None, (since, notion.since)), default=None)
            earlier = min(filter(None, (until, notion.until)), default=None)
            if later is None or earlier is None or later <= earlier:
                since, until = later, earlier
    return since, until


def understood(question: Question) -> dict[str, object]:
    """Return what was made of the question, for a person to check."""
    query = question.query
    return {
        "subject": question.core,
        "words": list(question.words),
        "intent": question.intent,
        "municipalities": list(query.municipalities),
        "kinds": [str(kind) for kind in query.kinds],
        "bodies": list(query.bodies),
        "from": query.since.isoformat() if query.since else None,
        "to": query.until.isoformat() if query.until else None,
        "notions": [_as_json(notion) for notion in question.notions],
        "ignored": [_as_json(notion) for notion in question.ignored],
    }


def _as_json(notion: Notion) -> dict[str, object]:
    return {
        "aspect": str(notion.aspect),
        "value": notion.value,
        "said": notion.said,
        "from": notion.since.isoformat() if notion.since else None,
        "to": notion.until.isoformat() if notion.until else None,
    }
