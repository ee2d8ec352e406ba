"""Whether decisions still hold: which later one repeals, replaces or amends them, and until when they hold. Pure.

Only what is said counts: a sentence of a decision that was taken, with a word for it and the day or the number of the
earlier one, of the same body unless another is named, and about the same subject.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from search.language import dates
from search.language.dutch import analyse
from search.language.sentences import sentences
from search.registers import citations
from search.registers.citations import Citation, Cited
from search.registers.decisions import Standing, State
from search.registers.matters import read_title
from search.registers.treatments import Effect
from search.types import DocumentId

SHARED = 0.5  # least share of what the earlier title tells that the sentence, or the later title, must say
_TAKEN = frozenset({Effect.APPROVED, Effect.AMENDED})
_NEVER = frozenset({Effect.REJECTED, Effect.POSTPONED, Effect.WITHDRAWN})
_WORDS: tuple[tuple[State, re.Pattern[str]], ...] = (
    (
        State.REPEALED,
        re.compile(
            r"\b(?:opgeheven|opheffing|ingetrokken|intrekking|afgeschaft|buiten werking gesteld)\b"
            r"|\bhef(?:t|fen)\b[^.;]{0,160}\bop\b|\btrek(?:t|ken)\b[^.;]{0,160}\bin\b",
            re.IGNORECASE,
        ),
    ),
    (
        State.REPLACED,
        re.compile(r"\b(?:vervangt|vervangen|vervanging|herziet)\b|\bin (?:de )?plaats van\b", re.IGNORECASE),
    ),
    (
        State.AMENDED,
        re.compile(r"\b(?:wijzig(?:t|en|ing)|gewijzigd|aangepast|aanpassing|aangevuld|aanvulling|verlengd)\b", re.I),
    ),
)  # fmt: skip
_PART_OF = re.compile(r"\b(?:artikel|art\.|bijlage|punt|lid|tarief|bedrag)\b[^.;]{0,80}\b(?:van|bij)\b", re.IGNORECASE)
"""Only a part of the earlier decision is meant: "in artikel 2 van het reglement van 18 december 2023"."""
_SINCE = re.compile(r"\b(?:met ingang van|vanaf|ingaand op)\s*$", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:geldt|geldig|gelden|van kracht|van toepassing|loopt|termijn|houdt op|buiten werking)\b[^.;]{0,120}?"
    r"\b(?:tot(?: en met)?|t\.e\.m\.|uiterlijk(?: tot)?|eindigt op|buiten werking op)\s*$",
    re.IGNORECASE,
)
_REGULATION = re.compile(
    r"\b\w*(?:reglement|verordening|statuten|tarieven)\b[^.;]{0,80}\b(?:van|d\.d\.|dd\.?)\s*$", re.I
)
_REACH = 160  # characters before a day in which it is said what the day is


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence by which a decision no longer holds as it did: itself, or earlier ones that it cites."""

    said: str
    last: date | None  # on which the decision that says it holds itself
    state: State | None  # of what it cites
    cites: tuple[Citation, ...]
    since: date | None  # from which that is so; None where it names no day


@dataclass(frozen=True, slots=True)
class Said:
    """What one paper says that was decided."""

    key: str
    document_id: DocumentId
    municipality: str | None
    body: str | None
    date: date | None
    code: str
    title: str
    effect: Effect | None
    claims: tuple[Claim, ...]  # in its articles, or in the decision


@dataclass(frozen=True, slots=True)
class Change:
    """Something that a paper says of whether a decision holds."""

    of: str
    by: str  # key of the decision that says so: its own where it names its own last day
    state: State
    since: date | None
    said: str
    document_id: DocumentId  # the paper that says it


def changes(decided: Sequence[Said]) -> list[Change]:
    """Return what these decisions say of each other and of themselves."""
    by_code: dict[str, list[Said]] = defaultdict(list)
    by_day: dict[tuple[str | None, date], list[Said]] = defaultdict(list)
    for each in decided:
        if each.code:
            by_code[each.code].append(each)
        if each.date:
            by_day[each.municipality, each.date].append(each)
    found: dict[tuple[str, str, State], Change] = {}
    for each in decided:
        if each.effect in _TAKEN:
            for change in _said_by(each, by_code, by_day):
                found.setdefault((change.of, change.by, change.state), change)
    return list(found.values())


def standing(effect: Effect | None, own: Iterable[Change], today: date) -> Standing | None:
    """Return whether a decision holds on a day, given what is said of it; None where that cannot be said."""
    if effect in _NEVER:
        return Standing(State.NEVER)
    if effect not in _TAKEN:
        return None
    past = [change for change in own if change.since is None or change.since <= today]
    rank = {State.REPEALED: 0, State.REPLACED: 1, State.EXPIRED: 2, State.AMENDED: 3}
    if not past:
        return Standing(State.HOLDS)
    worst = min(past, key=lambda change: (rank[change.state], -(change.since or date.min).toordinal(), change.by))
    return Standing(worst.state, worst.since, None if worst.by == worst.of else worst.by, worst.said)


def claims(text: str) -> tuple[Claim, ...]:
    """Return the sentences of a text that say of a decision that it no longer holds as it did.

    Each names a day or a number; most articles have neither, and are not taken apart.
    """
    if not citations.may_hold_a_day(text):
        return ()
    found = (_claim(" ".join(text[start:end].split())) for start, end in sentences(text))
    return tuple(claim for claim in found if claim)


def _claim(sentence: str) -> Claim | None:
    last = _last_day(sentence)
    state = next((state for state, pattern in _WORDS if pattern.search(sentence)), None)
    state = State.AMENDED if state and _PART_OF.search(sentence) else state
    cites = (*citations.find(sentence), *_regulations(sentence)) if state else ()
    return Claim(sentence, last, state, cites, _since(sentence) if cites else None) if last or cites else None


def _said_by(
    each: Said, by_code: Mapping[str, Sequence[Said]], by_day: Mapping[tuple[str | None, date], Sequence[Said]]
) -> Iterator[Change]:
    for claim in each.claims:
        if claim.last:
            yield Change(each.key, each.key, State.EXPIRED, claim.last, claim.said, each.document_id)
        if claim.state is None:
            continue
        for citation in claim.cites:
            for target in _meant(citation, each, claim.said, by_code, by_day):
                since = claim.since or each.date
                yield Change(target.key, each.key, claim.state, since, claim.said, each.document_id)


def _regulations(sentence: str) -> Iterator[Citation]:
    """Yield the regulations that are named by their day: "het retributiereglement van 25 maart 2019"."""
    for day, start, end in dates.find(sentence):
        if match := _REGULATION.search(sentence[max(0, start - _REACH) : start]):
            yield Citation(Cited.DECISION, match[0] + sentence[start:end], day=day)


def _meant(
    citation: Citation,
    each: Said,
    sentence: str,
    by_code: Mapping[str, Sequence[Said]],
    by_day: Mapping[tuple[str | None, date], Sequence[Said]],
) -> Iterator[Said]:
    """Yield the earlier decisions that a citation names."""
    if citation.what is Cited.CODE:
        yield from (other for other in by_code.get(citation.number, ()) if other.key != each.key)
        return
    if citation.what not in (Cited.DECISION, Cited.POSITION) or citation.day is None or citation.day == each.date:
        return
    bodies = {citation.body, citations.body_key(each.body)} if citation.body == "" else {citation.body}
    among = {
        other.key: other
        for other in by_day.get((citation.municipality or each.municipality, citation.day), ())
        if citations.body_key(other.body) in bodies and other.effect not in _NEVER
    }
    ranked = sorted(((_shared(other.title, sentence, each.title), key) for key, other in among.items()), reverse=True)
    if ranked and ranked[0][0] >= SHARED and (len(ranked) == 1 or ranked[1][0] < ranked[0][0]):
        yield among[ranked[0][1]]


def _shared(title: str, sentence: str, later: str) -> float:
    """Return which share of what a title tells stands in a sentence; half of it where only the later title says it."""
    words = {word.stem: word.rarity for word in read_title(title).words}
    whole = sum(words.values())
    said, beside = set(analyse(sentence)), set(analyse(later))
    found = sum(rarity * (1.0 if stem in said else 0.75 if stem in beside else 0.0) for stem, rarity in words.items())
    return found / whole if whole else 0.0


def _since(sentence: str) -> date | None:
    """Return the day from which it is said to be so; None where none is said."""
    found = (day for day, start, _ in dates.find(sentence) if _SINCE.search(sentence[max(0, start - 20) : start]))
    return next(found, None)


def _last_day(sentence: str) -> date | None:
    """Return the last day on which the decision itself is said to hold."""
    if not _OF_ITSELF.match(sentence):
        return None
    for day, start, _ in dates.find(sentence):
        if _ENDS.search(sentence[max(0, start - _REACH) : start]):
            return day
    return None


_OF_ITSELF = re.compile(
    r"^(?:dit|deze|het|de)\s+(?:\w+\s+){0,2}?(?:besluit|beslissing|reglement|\w*reglement|verordening|tarie(?:f|ven)|regeling|standpunt"
    r"|belasting|retributie)\b",
    re.IGNORECASE,
)  # fmt: skip
