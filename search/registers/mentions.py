"""Earlier decisions as a sentence that ends them names them: by a number, or by a day. Pure.

Stricter than `search.registers.citations`: what counts is whether the decision itself is meant, a part of it, or what
another rests on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from search.language import dates, municipalities
from search.registers import citations
from search.registers.citations import Citation, Cited
from search.registers.endings import PART, RULE

REACH = 300  # characters before a day in which it is said what the day is: names of regulations are long

_RULE = re.compile(RULE, re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:met ingang (?:van|op)|vanaf|ingaande? (?:op|vanaf)|per|te rekenen (?:van|vanaf)|sinds|(?:wordt|worden) op"
    r"|(?:werking|uitwerking|bestaan|opgeheven|ingetrokken|vervangen|verval(?:t|len)) op)\s*$",
    re.IGNORECASE,
)
_HELD_SINCE = re.compile(
    r"(?<!langer )(?<!meer )\b(?:van toepassing|van kracht|geldend|geldig|ingegaan|in werking getreden)\s+(?:is\s+)?"
    r"(?:met ingang van|vanaf|op|per)\s*$|\bsinds\s*$",
    re.IGNORECASE,
)
_SINCE_YEAR = re.compile(
    r"\b(?:vanaf|met ingang van) (?:het )?(?:aanslag|dienst|kalender|werkings|boek)?jaar ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_CHANGED_SINCE = re.compile(
    r"\b(?:gewijzigd|aangepast|aangevuld|verlengd|herzien|geactualiseerd)\b[^.;•]{0,80}$", re.IGNORECASE
)
_LAW = re.compile(
    r"\b(?:decre(?:et|ten)|wet|\w*wetboek|codex|gemeentewet|grondwet|vlaamse regering|koninklijke?|ministeri[eë]+le?"
    r"|k\.?b\.?|m\.?b\.?|omzendbrief|minister|gouverneur|deputatie|provincieraad|bestendige|federale|europese|bvr)(?!\w)",
    re.IGNORECASE,
)
_BESIDE = 24  # characters before a noun in which "koninklijk" tells what it is
_RESTS_ON = re.compile(
    r"\b(?:gelet op|gezien|overwegende|ingevolge|krachtens|overeenkomstig|conform|in uitvoering van|ter uitvoering van"
    r"|op grond van|op basis van|naar aanleiding van|volgens|met toepassing van|in toepassing van|rekening houdend met"
    r"|zoals (?:bepaald|voorzien|vermeld|opgenomen) in|verwijzend naar)\b"
    r"(?:(?!\b(?:wordt|worden|heft|trekt)\b)[^,;])*$",
    re.IGNORECASE,
)
_UNDER = re.compile(r"\b(?:bij|door|volgens|conform|krachtens)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:in|aan)\s+(?:het|de|dit|ons|haar)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_PART_OF = re.compile(
    rf"{PART}(?:(?!\b(?:decreet|wet|\w*wetboek|codex|wordt|worden)\b)[^;:]){{0,60}}?\b(?:van|in|bij|uit|aan|op)\s+"
    rf"(?:(?:het|de|dit|deze|ons|haar|hun)\s+)?(?:\w+\s+){{0,2}}?{RULE}",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    rf"[\s,:]*(?:(?:het|de|dit|deze|haar|zijn|hun|ons|onze)\s+)?(?:(?!(?:een|bij|door|volgens|in|aan)\b)\w+\s+){{0,3}}?"
    rf"(?:{RULE}|{PART})",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:^|,|\ben|\balsook|\bevenals)\s*(?:(?:die|dat|het|de)\s+)?(?:van|dd\.?|d\.d\.|op)\s*$|^\s*(?:,|en)\s*$",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:goedgekeurd|vastgesteld|(?:gemeente)?raad|(?:schepen)?college|vast bureau|zitting)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An earlier decision that a sentence names."""

    start: int  # of its day or number
    end: int
    citation: Citation
    before: str  # what stands before it, from the last day, or from the word that ends it
    is_at_once: bool  # the decision is named first there: "opheffing van het besluit van"; or goes on from one that is
    is_itself: bool  # a decision is named, not something that was laid down by one
    is_part: bool  # an article of it, an annex


def mentions(sentence: str, bounds: Sequence[int]) -> list[Mention]:
    """Return the earlier decisions that a sentence names, in order.

    Args:
        sentence: In which they are named.
        bounds: Places that what is said of one of them does not reach over.
    """
    found: list[Mention] = []
    done = 0
    for start, end, named in _named(sentence):
        bound = max((each for each in bounds if each <= start), default=0)
        semicolon = sentence.rfind(";", max(0, start - REACH), start) + 1
        before = sentence[max(done, bound, semicolon, start - REACH) : start]
        done = end
        if not _SINCE.search(sentence[max(0, start - 40) : start]):
            last = found[-1] if found and found[-1].start >= max(bound, semicolon) else None
            found.extend(_mention(start, end, named, before, last))
    return found


def since(sentence: str) -> date | None:
    """Return the day from which something is said to be so; None where none is said."""
    days = dates.find(sentence)
    for (_, _, done), (day, start, _) in pairwise([(date.min, 0, 0), *days]):
        before = sentence[max(done, start - 60) : start]
        if _SINCE.search(before) and not _HELD_SINCE.search(before):
            return day
    year = _SINCE_YEAR.search(sentence)
    return date(int(year[1]), 1, 1) if year else None


def _named(sentence: str) -> list[tuple[int, int, date | str]]:
    """Return the days and the reference numbers in a sentence, with their places, in order."""
    found: list[tuple[int, int, date | str]] = [(start, end, day) for day, start, end in dates.find(sentence)]
    for each in citations.find(sentence):
        if each.what is Cited.CODE and (start := sentence.find(each.said)) >= 0:
            found.append((start, start + len(each.said), each.number))
    return sorted(found, key=lambda each: each[0])


def _mention(start: int, end: int, named: date | str, before: str, last: Mention | None) -> Iterator[Mention]:
    if _CHANGED_SINCE.search(before) or _RESTS_ON.search(before):
        return
    rules = list(_RULE.finditer(before))
    if _LAW.search(before, max(0, rules[-1].start() - _BESIDE) if rules else 0):
        return
    citation = _citation(named, before[rules[0].start() :] if rules else before)
    if not rules and last and _GOES_ON.search(before):
        same = last.citation
        citation = replace(
            citation, body=citation.body or same.body, municipality=citation.municipality or same.municipality
        )
        yield replace(last, start=start, end=end, citation=citation, before=before)
    elif rules or isinstance(named, str) or _DECIDED.search(before):
        is_number = isinstance(named, str)
        part = _PART_OF.search(before)
        first = before[: rules[0].start()][-60:] if rules else before[-60:]
        is_part = part is not None and not (rules and rules[0].start() < part.start())
        yield Mention(
            start, end, citation, before,
            _AT_ONCE.match(before) is not None or (is_number and not before.strip()),
            (bool(rules) or is_number) and not _UNDER.search(first),
            is_part or _WITHIN.search(first) is not None,
        )  # fmt: skip


def _citation(named: date | str, before: str) -> Citation:
    if isinstance(named, str):
        return Citation(Cited.CODE, named, named)
    body = _body_in(before)
    places = municipalities.find(before)
    # "Burgemeestersoverleg Brugge" is of the region, not of the town
    place = places[-1][0] if places and body != "burgemeestersoverleg" else None
    return Citation(Cited.DECISION, "", "", named, body, place)


def _body_in(text: str) -> str:
    """Return the body that words name, as `body_key` writes it; empty for none: it gives back what it does not know."""
    words = " ".join(text.casefold().split())
    key = citations.body_key(words)
    return "" if key == words else key
