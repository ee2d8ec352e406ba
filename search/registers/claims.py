"""What a text says of decisions that no longer hold as they did: which it names, what becomes of them, and since when.

Reads sentences and lists; which papers are meant is for `search.registers.validity`. Pure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from search.language import dates
from search.registers import citations, lists
from search.registers.citations import Citation
from search.registers.decisions import State
from search.registers.endings import PART, RULE, Ending, endings
from search.registers.mentions import REACH, Mention, mentions, since

MOST = 4_000  # characters of a sentence that are looked into

_SEVERAL = r"(?:besluiten|beslissingen|reglementen|verordeningen)\b"
_FOLLOWING = re.compile(
    rf"\b(?:volgende|onderstaande|hierna\w*|navolgende|vermelde)\s+(?:\w+\s+){{0,3}}?{RULE}|\b{_SEVERAL}", re.IGNORECASE
)
_BY_FOLLOWING = re.compile(rf"\bdoor\s+(?:\w+\s+){{0,4}}?{RULE}", re.IGNORECASE)
_RULE, _PART = re.compile(RULE, re.IGNORECASE), re.compile(PART, re.IGNORECASE)
_ENTRY = re.compile(rf"(?:(?:het|de)\s+)?(?:\w+\s+){{0,2}}?{RULE}", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:wordt|worden|treedt|treden|blijft|blijven|heeft|hebben|geldt|gelden|keurt|stelt)\b", re.I)
_LONGEST_BARE = 80  # characters of a lead that names nothing at all: "Opgeheven worden:"
_OTHER_VERB = re.compile(r"\b(?:blij(?:ft|ven)|geldt|gelden|regelt|bepaalt|voorziet|keurt|werd|heeft|bevat)\b", re.I)
_PART_HERE = re.compile(rf"\b(?:wordt|worden)\s+(?:(?:de|het|ook|volgende)\s+){{0,2}}(?:{PART}|volgende\b)", re.I)
_BY_ITSELF = re.compile(r"\b(?:jaarlijks|maandelijks|automatisch|telkens|van rechtswege)\b", re.IGNORECASE)
_SPARED = re.compile(r"\b(?:met uitzondering van|uitgezonderd|behalve|behoudens|gedeeltelijk|deels)\b", re.IGNORECASE)
_BY_ANOTHER = re.compile(rf"\bdoor\s+(?:het|de|een)\s+(?:\w+\s+){{0,3}}?{RULE}[^;]*$", re.IGNORECASE)
_OF_ITSELF = re.compile(
    r"^(?:dit|deze|het|de)\s+(?:\w+\s+){0,2}?"
    r"(?:besluit|beslissing|reglement|\w*reglement|verordening|tarie(?:f|ven)|regeling|standpunt|belasting|retributie"
    r"|\w*wijziging|aanpassing)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:geldt|geldig|gelden|van kracht|van toepassing|loopt|termijn|houdt op|buiten werking)\b[^.;]{0,120}?"
    r"\b(?:tot(?: en met)?|t\.e\.m\.|uiterlijk(?: tot)?|eindigt op|buiten werking op)\s*$",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:in werking|van kracht|van toepassing|uitwerking|gaat in|gaan in)\s+"
    r"(?:(?:is|wordt|treedt)\s+)?(?:op|vanaf|per|met ingang (?:van|op))\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence by which a decision no longer holds as it did: itself, or earlier ones that it cites."""

    said: str
    last: date | None  # on which the decision that says it holds itself
    state: State | None  # of what it cites
    cites: tuple[Citation, ...]
    since: date | None  # from which that is so; None where it names no day


def claims(text: str) -> tuple[Claim, ...]:
    """Return the sentences of a text that say of a decision that it no longer holds as it did.

    Each names a day or a number; most articles have neither, and are not taken apart. What names no day from which it
    holds does so from the day on which the whole text takes effect, where it says that.
    """
    if not citations.may_hold_a_day(text):
        return ()
    read = list(lists.statements(text[: citations.MOST_TEXT], _leads, _is_entry))
    begins = next((day for lead, said in read if not lead and (day := _day_of_itself(said, _BEGINS))), None)
    found = (claim for lead, said in read for claim in _claims(lead, said[:MOST]))
    return tuple(replace(each, since=begins) if each.cites and not each.since else each for each in found)


def of_title(title: str) -> tuple[Claim, ...]:
    """Return what a title says by itself: "Opheffing van het reglement van 3 mei 2021 op de markten. Goedkeuring."."""
    if not citations.may_hold_a_day(title):
        return ()
    return tuple(_said_of(title, title, endings(title, is_title=True)))


def _claims(lead: str, said: str) -> Iterator[Claim]:
    if not citations.may_hold_a_day(said):
        return
    own = endings(said)
    if lead and not own:
        state = endings(lead)[0].state
        named = [(mention, _state(state, mention, said, len(said))) for mention in mentions(said, ())]
        yield from _by_state(f"{lead} … {said}", named, since(said) or since(lead))
        return
    if last := _day_of_itself(said, _ENDS):
        yield Claim(said, last, None, (), None)
    yield from _said_of(said, said, own)


def _said_of(said: str, sentence: str, own: list[Ending]) -> Iterator[Claim]:
    """Yield what a sentence says of the decisions that it names."""
    if not own:
        return
    bounds = [each.end for each in own]
    named = [(each, _state_by(each, sentence, own)) for each in mentions(sentence, bounds)]
    yield from _by_state(said, named, since(sentence))


def _by_state(said: str, named: list[tuple[Mention, State | None]], day: date | None) -> Iterator[Claim]:
    for state in State:
        if cites := tuple(mention.citation for mention, becomes in named if becomes is state):
            yield Claim(said, None, state, cites, day)


def _state_by(mention: Mention, sentence: str, own: list[Ending]) -> State | None:
    """Return what becomes of a decision by the word before or behind it; None where neither is about it."""
    ahead = next((each for each in reversed(own) if each.end <= mention.start), None)
    if ahead and ahead.is_of_what_follows and mention.is_at_once and ";" not in sentence[ahead.end : mention.start]:
        closing = ahead.closing
        if closing is None or closing.search(sentence, mention.end, mention.end + REACH):
            return _state(ahead.state, mention, sentence, mention.end)
    behind = next((each for each in own if each.start >= mention.end and each.is_of_what_precedes), None)
    if behind is None or _BY_ANOTHER.search(mention.before):
        return None
    between = sentence[mention.end : behind.start]
    if ";" in between or _OTHER_VERB.search(between):
        return None
    return _state(behind.state, mention, sentence, behind.start)


def _state(state: State, mention: Mention, sentence: str, until: int) -> State | None:
    """Return what becomes of a decision that a word is about: less where it is about a part of it."""
    between = sentence[mention.end : until]
    if state is State.AMENDED:
        return None if _BY_ITSELF.search(between) else state
    if mention.is_part or _PART_HERE.search(between) or _SPARED.search(sentence, mention.end):
        return State.AMENDED
    return state if mention.is_itself else None


def _leads(words: str) -> bool:
    """Whether words before a colon end, replace or amend what is listed behind it, and nothing that they name."""
    own = endings(words)
    if not own or _BY_FOLLOWING.search(words) or mentions(words, [each.end for each in own]):
        return False
    if _FOLLOWING.search(words):
        return True
    return len(words) < _LONGEST_BARE and not _RULE.search(words) and not _PART.search(words)


def _is_entry(line: str) -> bool:
    return _ENTRY.match(line) is not None and not _SAYS.search(line)


def _day_of_itself(sentence: str, said_before: re.Pattern[str]) -> date | None:
    """Return the day that a sentence names of the decision itself."""
    if not _OF_ITSELF.match(sentence):
        return None
    for day, start, _ in dates.find(sentence):
        if said_before.search(sentence[max(0, start - REACH) : start]):
            return day
    return None
