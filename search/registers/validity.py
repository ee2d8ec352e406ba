"""Whether decisions still hold: which later one repeals, replaces or amends them, and until when they hold. Pure.

Only what is said counts: a sentence of a decision that was taken, with a word for it and the day or the number of the
earlier one, of the same body unless another is named, and about the same subject.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from search.language.dutch import analyse
from search.registers import citations
from search.registers.citations import Citation, Cited
from search.registers.claims import Claim
from search.registers.decisions import Standing, State
from search.registers.matters import HEAD, read_title
from search.registers.treatments import Effect
from search.types import DocumentId

SHARED = 0.5  # least share of what the earlier title tells that the sentence, or the later title, must say
_TAKEN = frozenset({Effect.APPROVED, Effect.AMENDED})
_NEVER = frozenset({Effect.REJECTED, Effect.POSTPONED, Effect.WITHDRAWN})


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


def _meant(
    citation: Citation,
    each: Said,
    sentence: str,
    by_code: Mapping[str, Sequence[Said]],
    by_day: Mapping[tuple[str | None, date], Sequence[Said]],
) -> Iterator[Said]:
    """Yield the earlier decisions that a citation names."""
    if citation.what is Cited.CODE:
        held = (other for other in by_code.get(citation.number, ()) if other.key != each.key)
        yield from (other for other in held if other.municipality in (None, each.municipality))
        return
    if citation.day is None or (each.date is not None and citation.day >= each.date):
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
    """Return which share of what a title tells stands in a sentence; three quarters where only the later title says it.

    Of a title that tells nothing ("Algemeen retributiereglement. Vaststelling.") all that it names must be said.
    """
    words = {word.stem: word.rarity for word in read_title(title).words}
    whole = sum(words.values())
    said, beside = _said_in(sentence), frozenset(analyse(later))
    if not whole:
        named = frozenset(analyse(title)) - _procedure()
        return SHARED if named and named <= said else 0.0
    found = sum(rarity * (1.0 if stem in said else 0.75 if stem in beside else 0.0) for stem, rarity in words.items())
    return found / whole


@lru_cache(maxsize=1_000)
def _said_in(sentence: str) -> frozenset[str]:
    """Return the words of a sentence, and what its compounds are about: "belastingreglement" is about "belasting"."""
    heads = (part for word in read_title(sentence).words for part, shared in word.parts.items() if shared >= HEAD)
    return frozenset((*analyse(sentence), *heads))


@cache
def _procedure() -> frozenset[str]:
    """Return the words of a title that say what was done with it, which nobody repeats who names it later."""
    return frozenset(
        analyse(
            "goedkeuring goedkeuren vaststelling vaststellen hervaststelling wijziging wijzigen aanpassing aanpassen"
            " vernieuwing herziening verlenging invoering definitieve voorlopige beslissing nieuw"
        )
    )
