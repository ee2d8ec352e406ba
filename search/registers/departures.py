"""Who no longer takes part in a contract, and from when, as the articles of a decision say it. Pure.

Only what was decided counts: not that somebody may leave, nor how. Which contract is left is for `contracts`.
"""

import re
from collections.abc import Iterator
from datetime import date

from search.language import dates, municipalities
from search.language.sentences import sentences
from search.registers.agreements import Fact, Field
from search.registers.treatments import Article, Effect, Treatment
from search.types import Document

WORDS = (
    *("stopgezet", "stop te zetten", "beëindig", "opgezegd", "op te zeggen", "zegt", "uittreding", "uitstap"),
    *("uit te treden", "uit te stappen", "treedt uit", "stapt uit", "niet langer deel", "niet meer deel"),
)
"""One of these stands in each article that is looked at."""
SURE = 0.8  # confidence of what is read so

_TAKEN = frozenset({Effect.APPROVED, Effect.AMENDED})
_TAKING_PART = r"\b(?:deelname|deelneming|afname|aansluiting|toetreding)\b"
_ENDED = r"\b(?:stopgezet|stop te zetten|beëindigd|te beëindigen|opgezegd|op te zeggen)\b"
_LEAVES = re.compile(
    rf"{_TAKING_PART}[^.;]{{0,200}}{_ENDED}"
    r"|\b(?:overeenkomst|contract|raamovereenkomst|samenwerkingsovereenkomst|raamcontract)\b[^.;]{0,200}\bopgezegd\b"
    r"|\bzegt\b[^.;]{0,200}\b(?:overeenkomst|contract|deelname|afname)\w*\b[^.;]{0,120}\bop\b"
    r"|\b(?:uittreding|uitstap)\b[^.;]{0,200}\b(?:goedgekeurd|beslist|bekrachtigd)\b"
    r"|\b(?:treedt|stapt) uit\b|\buit te (?:treden|stappen)\b|\bniet (?:langer|meer) deel\b",
    re.IGNORECASE,
)
_ONLY_IF = re.compile(r"\b(?:kan|kunnen|mag|mogen|indien|ingeval|wanneer|zodra|tenzij|zou(?:den)?)\b", re.IGNORECASE)
_OF_WHOM = re.compile(rf"(?:{_TAKING_PART}|\buittreding\b|\buitstap\b) van (?:de )?(?:stad |gemeente )?", re.IGNORECASE)
_FROM = re.compile(r"\b(?:op|vanaf|per|tegen|tot|tot en met|met ingang van|ingaand op)\s*$", re.IGNORECASE)


def of(document: Document, treatment: Treatment) -> list[Fact]:
    """Return who leaves a contract by a decision, and what the decision is about; empty where nobody does."""
    if treatment.effect not in _TAKEN or document.municipality is None:
        return []
    left = [fact for article in treatment.articles for fact in _in_article(article, document)]
    about = Fact(Field.AMENDS, treatment.title, treatment.title, "", treatment.title_spans, SURE)
    return [about, *left] if left else []


def _in_article(article: Article, document: Document) -> Iterator[Fact]:
    for start, end in sentences(article.text):
        sentence = " ".join(article.text[start:end].split())
        if _LEAVES.search(sentence) and not _ONLY_IF.search(sentence):
            day = _day(sentence) or document.date
            who = _who(sentence) or document.municipality or ""
            yield Fact(Field.LEFT, who, sentence, day.isoformat() if day else "", article.spans, SURE)


def _who(sentence: str) -> str | None:
    """Return the municipality that a sentence says to leave; None where it names none: whoever decides."""
    for match in _OF_WHOM.finditer(sentence):
        named = next(iter(municipalities.find(sentence[: match.end() + 40])[-1:]), None)
        if named and named[1] == match.end():
            return named[0]
    return None


def _day(sentence: str) -> date | None:
    return next(
        (day for day, start, _ in dates.find(sentence) if _FROM.search(sentence[max(0, start - 20) : start])), None
    )
