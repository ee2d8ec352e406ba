"""Who takes part in a contract, by the sentences that tell it. Knows nothing of lists and forms."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator

from ingest.structure.contracts.parties.actors import actors_in
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import JOINING_TOPIC
from ingest.structure.contracts.text.joining_words import (
    DECIDED,
    DENIES,
    FOR_OTHERS,
    JOINS_NOW,
    LEAVES,
    MAY,
    NOUN_OF,
    ON_CONTRACT,
    WISHES,
)
from search.language import dates, municipalities
from search.registers.agreements import Fact, Field
from search.types import Kind

_CLAUSE = re.compile(r";\s*|,\s+(?:en|maar|terwijl|doch|waarna)\s+(?:ook\s+)?|,\s+(?=(?:wij|we)\s)|\.\s+")
_RELATIVE = re.compile(r",\s(?:die|dat|waar\w*)\s[^,.;]{3,120}")
_NAMED_SO = re.compile(r"\b[Dd]eelnemende (?:besturen|gemeenten|steden en gemeenten)\s(?=[A-Z])")
_FOR_OTHERS = re.compile(FOR_OTHERS)
_FIRST_DAY = re.compile(r"vanaf (?:de aanvang|het begin|de start|de eerste dag|dag één)")
_SINCE = re.compile(
    r"\b(?:vanaf|met ingang van|sinds|per|ingaand op|gaat in op|in werking op|volgt op|volgen op|volgden? op|in op)\s*\W{0,3}$"
)
_SINCE_MONTH = re.compile(r"\bsinds (?P<month>[a-z]+) (?P<year>20\d\d)\b")
_CAPITAL = re.compile(r"(?<=[\s(:\"'“”‘’-])[A-Z]")
_SURE = 0.85


def members_told(sentence: Sentence, kind: Kind, start: str) -> Iterator[Fact]:
    """The towns and bodies that a sentence says to take part, each with the day from which, where it is told."""
    if sentence.recites and kind not in (Kind.ACCESSION, Kind.ADDENDUM):
        return
    if not _may_name(sentence.text):
        return
    names = [name for clause in _clauses(sentence.text) for name in _joining(clause, sentence, kind)]
    if names:
        since = since_told(sentence.text) or (start if _FIRST_DAY.search(sentence.folded) else "")
        yield from (Fact(Field.JOINED, name, sentence.text, since, sentence.spans, _SURE) for name in names)


def _may_name(text: str) -> bool:
    """Whether somebody may be named at all: two of three sentences hold no capital but their first."""
    return bool(_CAPITAL.search(text, 1)) or municipalities.is_municipality(text.partition(" ")[0].rstrip(",:"))


def _joining(clause: str, sentence: Sentence, kind: Kind) -> Iterator[str]:
    folded = clause.casefold()
    cue = JOINS_NOW.search(folded) or _NAMED_SO.search(clause)
    if kind is Kind.ACCESSION or DECIDED.search(folded):
        cue = cue or WISHES.search(folded) or NOUN_OF.search(folded)
    if cue is None or LEAVES.search(folded) or DENIES.search(folded) or MAY.search(folded):
        return
    if kind is Kind.CONTRACT and not (_FOR_OTHERS.search(cue[0]) or _is_on_contract(sentence)):
        return
    yield from (each.name for each in actors_in(clause, cue.span()))


def _is_out(text: str) -> bool:
    folded = text.casefold()
    return bool(LEAVES.search(folded) or DENIES.search(folded))


def _is_on_contract(sentence: Sentence) -> bool:
    return bool(ON_CONTRACT.search(sentence.folded) or JOINING_TOPIC.search(sentence.topic))


def _clauses(text: str) -> Iterator[str]:
    text = _RELATIVE.sub(lambda match: "" if _is_out(match[0]) else match[0], text)
    at = 0
    for gap in (*_CLAUSE.finditer(text), None):
        end = gap.start() if gap else len(text)
        yield text[at:end]
        at = gap.end() if gap else end


def since_told(text: str) -> str:
    """From when, where a sentence says so: a day, or a month."""
    for day, start, _ in dates.find(text):
        if _SINCE.search(text.casefold()[max(0, start - 25) : start]):
            return day.isoformat()
    if (match := _SINCE_MONTH.search(text.casefold())) and (month := dates.month_named(match["month"])):
        return f"{match['year']}-{month:02}"
    return ""
