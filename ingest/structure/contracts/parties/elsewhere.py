"""The purchasing body where it is named outside the parties: in recitals, decisions and letters."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.parties.centrals import central_of
from ingest.structure.contracts.parties.names import Sort, names_in
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.companies import COMPANY, company_of
from ingest.structure.contracts.text.contract_terms import BODY, FOR_OTHERS, JOINT_BODY
from ingest.structure.contracts.text.letters import addressed_to, sender_of
from search.language import municipalities
from search.registers.agreements import Fact, Field
from search.types import Span

_BODY = re.compile(rf"\b(?:{BODY})\b", re.IGNORECASE)
_JOINT = re.compile(rf"\b{JOINT_BODY}")
_BENEFITS = re.compile(r"\b(?:voor|ten behoeve van|namens)\b")
_OURSELVES = re.compile(
    rf"\b(?:de stad|de gemeente|ons? (?:bestuur|organisatie)|onze \w+|wij|we)\b[^.;]{{0,60}}\b(?:treedt|treden|trad|optre\w+|handelt|handelen|fungeert|is|zijn)\b[^.;]{{0,40}}\b(?:{BODY})\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(r"\b(?:vzw|dv|ov|igs|ivzw|VZW|DV|OV|IGS|cv|CV|cvba)$")
_OF_WHOM = re.compile(
    r"\b(?:raamovereenkomst|raamcontract|groepsaankoop|samenaankoop)\b[^.;]{0,90}?\bvan\s+(?:de\s+)?(?:vereniging\s+|intercommunale\s+)?(?P<name>[A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*){0,4}\s(?:vzw|dv|ov|igs|ivzw)\b)"
)
_BARE_AFTER = re.compile(
    rf"\b(?:{BODY})\s+(?:van\s+)?(?:de\s+|het\s+)?(?:vereniging\s+|organisatie\s+)?(?P<name>[A-Z][\w&'-]+(?:\s[A-Z][\w&'-]+){{0,3}})"
)
_BARE_BEFORE = re.compile(
    rf"(?:^|\b(?:door|dat|die|van|bij|waar|naar)\s)\W*(?P<name>[A-Z][\w&'-]+(?:\s[A-Z][\w&'-]+){{0,3}}),?\s(?:(?:die\s)?(?:optreedt|treedt|trad|plaatst|plaatste|handelt|handelend|fungeert|is|organiseert|gunde)\b[^.;]{{0,40}}\b)?als\s(?:een\s|de\s)?(?:{BODY})\b"
)
_NO_NAME = re.compile(
    r"^(?:De|Het|Deze|Dit|Zij|Hij|Elk|Een|Wij|We|Ons|Onze|Als|Via|Stad|Gemeente|Artikel|Voor|Naast|Wanneer|Lokale)\b"
)
_ITSELF = re.compile(
    rf"\W*(?:zij|ze|hij|deze|dit bestuur)\b[^.;]{{0,40}}\b(?:treedt|handelt|fungeert|is)\b[^.;]{{0,40}}\b(?:{BODY})\b",
    re.IGNORECASE,
)
_SEAT = re.compile(r"(?:\b\d{4}|\bte)\s$")
_YOURS = re.compile(
    rf"\b(?:uw|jullie)\s+(?:\w+\s+)?(?:raam(?:overeenkomst|contract)|{BODY}|\w*contract)\b", re.IGNORECASE
)
_HEAD = 30  # sentences of a letter in which it says to whom it speaks
_NEAR = 60  # characters between a purchasing body's name and what it is


def bodies_of(sentences: Sequence[Sentence], title: str, where: tuple[Span, ...], own: str | None) -> Iterator[Fact]:
    """The purchasing body that a paper names: "de stad Brugge als aankoopcentrale".

    Args:
        sentences: Of the paper.
        title: Its own, or that of the agenda item.
        where: The title stands.
        own: Whose paper it is: "de stad treedt op als aankoopcentrale" names nobody else.
    """
    ourselves = _buys_for_us(sentences)
    sender = sender_of(sentences) if own is None else ""
    above = ""
    for text, spans in [(title, where), *((each.text, each.spans) for each in sentences)]:
        for match in _BODY.finditer(text):
            if name := _closest(text, match):
                yield Fact(Field.PURCHASING_BODY, name, text, "", spans, 0.88)
                return
        if _ITSELF.match(text) and (name := _last_public(above)):
            yield Fact(Field.PURCHASING_BODY, name, text, "", spans, 0.75)
            return
        above = text
        ourselves = ourselves or _ourselves(text, spans, own, sender)
    if found := ourselves or _by_bare_name(sentences) or central_of(sentences):
        yield found


def _ourselves(sentence_text: str, spans: tuple[Span, ...], own: str | None, sender: str) -> Fact | None:
    """Whose paper it is, where it says of itself that it acts as purchasing body."""
    who = own or sender
    if who and _OURSELVES.search(sentence_text):
        return Fact(Field.PURCHASING_BODY, who, sentence_text, "", spans, 0.65)
    return None


def _buys_for_us(sentences: Sequence[Sentence]) -> Fact | None:
    """Whom a letter is sent to, where it speaks of "jullie raamovereenkomst"."""
    if not any(_YOURS.search(each.text) for each in sentences[:_HEAD]):
        return None
    for each in sentences:
        if match := _OF_WHOM.search(each.text):
            return Fact(Field.PURCHASING_BODY, match["name"], each.text, "", each.spans, 0.8)
    to = addressed_to(sentences)
    return Fact(Field.PURCHASING_BODY, to[0], to[1].text, "", to[1].spans, 0.65) if to else None


def _by_bare_name(sentences: Sequence[Sentence]) -> Fact | None:
    """A purchasing body whose name has no form, beside the word: "de aankoopcentrale Kringaankoop"."""
    for each in sentences:
        if "central" not in each.folded:
            continue
        match = _BARE_BEFORE.search(each.text) or _BARE_AFTER.search(each.text)
        if match and not _NO_NAME.match(match["name"]) and not municipalities.canonical(match["name"]):
            return Fact(Field.PURCHASING_BODY, match["name"], each.text, "", each.spans, 0.72)
    return None


def _last_public(text: str) -> str:
    """The last town or public body that a sentence names; a town beside a postcode is where somebody sits."""
    named = [each for each in names_in(text) if each.sort is not Sort.FIRM]
    return next((each.name for each in reversed(named) if not _SEAT.search(text, 0, each.start)), "")


def _closest(text: str, body: re.Match[str]) -> str:
    """The body named nearest to the word; who it buys for stands behind "voor" and is not it."""
    start = max(0, body.start() - 2 * _NEAR)
    near = text[start : body.end() + _NEAR]
    named = [(name, start + at) for name, at, _ in municipalities.find(near)]
    named += [(each[0], start + each.start()) for each in _JOINT.finditer(near)]
    named += [
        (company_of(each), start + each.start()) for each in COMPANY.finditer(near) if _PUBLIC.search(company_of(each))
    ]
    named = [
        (name, at)
        for name, at in named
        if (at < body.start() and body.start() - at <= _NEAR + len(name))
        or (at > body.end() and not _BENEFITS.search(text, body.end(), at))
    ]
    inside = [(start + each.start(), start + each.end()) for each in _JOINT.finditer(near)]
    named = [(name, at) for name, at in named if not any(since < at < until for since, until in inside)]
    if others := FOR_OTHERS.search(text, 0, body.start()):
        named = [(name, at) for name, at in named if not others.end() <= at < body.start()]
    return min(named, key=lambda each: abs(each[1] - body.start()))[0] if named else ""
