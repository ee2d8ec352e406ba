"""Purchasing body and supplier where they are named outside the parties: in recitals, decisions and letters."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.clauses import Sentence
from ingest.structure.companies import COMPANY, company_in, company_of
from ingest.structure.contract_terms import BODY, FOR_OTHERS, JOINT_BODY
from search.language import municipalities
from search.registers.agreements import Fact, Field
from search.types import Span

_BODY = re.compile(rf"\b(?:{BODY})\b", re.IGNORECASE)
_JOINT = re.compile(rf"\b{JOINT_BODY}")
_BENEFITS = re.compile(r"\b(?:voor|ten behoeve van|namens)\b")
_OURSELVES = re.compile(
    rf"\b(?:de stad|de gemeente|ons bestuur|onze stad|onze gemeente|wij|we)\b[^.;]{{0,40}}\b(?:treedt|treden|handelt|handelen|fungeert|is|zijn)\b[^.;]{{0,40}}\b(?:{BODY})\b",
    re.IGNORECASE,
)
_SUPPLYING_WORDS = (
    "bestel",
    "overeenkomst",
    "contract",
    "sl",
    "uitbater",
    "gegund",
    "toegewezen",
    "gunde",
    "leverancier",
    "opdrachtn",
    "dienstv",
    "concess",
    "tussen",
)
_SUPPLIES = re.compile(
    r"\b(?:bestel(?:t|lingen?)|raamovereenkomst|contract\w*|overeenkomst|sloot|uitbater|gegund|gunde|toegewezen|leverancier|opdrachtnemer|dienstverlener|concessiehouder)\b",
    re.IGNORECASE,
)
_MADE_WITH = re.compile(
    r"\b(?:sloot|gesloten|afgesloten|sluit)\b.{0,60}?\bmet\s+(?:de firma\s+)?(?P<name>[A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*){0,4})"
    r"|\btussen de (?:stad|gemeente) [A-Z][\w-]+ en (?:de firma\s+)?(?P<other>[A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*){0,4})"
)
_AWARDED = re.compile(r"\b(?:gegund|toegewezen|gunde|toegekend)\b[^;]{0,60}?\baan\b", re.IGNORECASE)
_LOT_BEFORE = re.compile(r"\bperceel \d{1,2}\b(?=[^;]{0,60}$)", re.IGNORECASE)
_ITSELF = re.compile(
    rf"\W*(?:zij|ze|hij|deze|dit bestuur)\b[^.;]{{0,40}}\b(?:treedt|handelt|fungeert|is)\b[^.;]{{0,40}}\b(?:{BODY})\b",
    re.IGNORECASE,
)
_YOURS = re.compile(
    rf"\b(?:uw|jullie)\s+(?:\w+\s+)?(?:raam(?:overeenkomst|contract)|{BODY}|\w*contract)\b", re.IGNORECASE
)
_ADDRESSED = re.compile(r"^(?:Aan|T\.a\.v\.|De heren)\b")
_WITH_YOU = re.compile(r"\b(?:met|door|bij) (?:u\b|uw (?:onderneming|firma|bedrijf|vennootschap))", re.IGNORECASE)
_HEAD = 15  # sentences of a letter above its first paragraph
_NEAR = 60  # characters between a purchasing body's name and what it is


def suppliers_of(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """A supplier named outside the parties: "sluit de dienstencontracten met de uitbater, Velowest bv"."""
    if to := _addressee(sentences):
        yield to
        return
    for sentence in sentences:
        if not sentence.names(_SUPPLYING_WORDS):
            continue
        if awarded := list(_awarded(sentence)):
            yield from awarded
            return
        name = company_in(sentence.text) if _SUPPLIES.search(sentence.text) else ""
        match = _MADE_WITH.search(sentence.text)
        made_with = (match["name"] or match["other"]) if match else ""
        if made_with and not municipalities.canonical(made_with):
            name = name or made_with
        if name:
            yield Fact(Field.SUPPLIER, name, sentence.text, "", sentence.spans, 0.75)
            return


def _awarded(sentence: Sentence) -> Iterator[Fact]:
    """The firms of "Perceel 1 is toegewezen aan Wijwagen cv, perceel 2 aan Vrachtwest bv", each with its lot."""
    award = _AWARDED.search(sentence.text)
    firms = [each for each in COMPANY.finditer(sentence.text) if award and each.start() >= award.end()]
    after = 0
    for firm in firms:
        lot = _LOT_BEFORE.findall(sentence.text[after : firm.start()])
        detail = lot[-1].lower() if lot else ""
        yield Fact(Field.SUPPLIER, company_of(firm), sentence.text, detail, sentence.spans, 0.75)
        after = firm.end()


def _addressee(sentences: Sequence[Sentence]) -> Fact | None:
    """The firm that a letter is sent to, where it says that the contract was made "met uw onderneming"."""
    if not any(_WITH_YOU.search(each.text) for each in sentences[: 2 * _HEAD]):
        return None
    for sentence in sentences[:_HEAD]:
        to = _ADDRESSED.match(sentence.text)
        if to and (name := company_in(sentence.text[to.end() :])):
            return Fact(Field.SUPPLIER, name, sentence.text, "", sentence.spans, 0.65)
    return None


def bodies_of(sentences: Sequence[Sentence], title: str, where: tuple[Span, ...], own: str | None) -> Iterator[Fact]:
    """The purchasing body that a paper names: "de stad Brugge als aankoopcentrale".

    Args:
        sentences: Of the paper.
        title: Its own, or that of the agenda item.
        where: The title stands.
        own: Whose paper it is: "de stad treedt op als aankoopcentrale" names nobody else.
    """
    ourselves = _buys_for_us(sentences)
    above = ""
    for text, spans in [(title, where), *((each.text, each.spans) for each in sentences)]:
        for match in _BODY.finditer(text):
            if name := _closest(text, match):
                yield Fact(Field.PURCHASING_BODY, name, text, "", spans, 0.88)
                return
        if _ITSELF.match(text) and (towns := municipalities.find(above)):
            yield Fact(Field.PURCHASING_BODY, towns[-1][0], text, "", spans, 0.75)
            return
        above = text
        if own and ourselves is None and _OURSELVES.search(text):
            ourselves = Fact(Field.PURCHASING_BODY, own, text, "", spans, 0.65)
    if ourselves:
        yield ourselves


def _buys_for_us(sentences: Sequence[Sentence]) -> Fact | None:
    """The town that a letter is sent to, where it speaks of "jullie raamovereenkomst"."""
    if not any(_YOURS.search(each.text) for each in sentences[: 2 * _HEAD]):
        return None
    for sentence in sentences[:_HEAD]:
        if _ADDRESSED.match(sentence.text) and (towns := municipalities.find(sentence.text)):
            return Fact(Field.PURCHASING_BODY, towns[0][0], sentence.text, "", sentence.spans, 0.65)
    return None


def _closest(text: str, body: re.Match[str]) -> str:
    """The body named nearest to the word; who it buys for stands behind "voor" and is not it."""
    start = max(0, body.start() - 2 * _NEAR)
    near = text[start : body.end() + _NEAR]
    named = [(name, start + at) for name, at, _ in municipalities.find(near)]
    named += [(each[0], start + each.start()) for each in _JOINT.finditer(near)]
    named = [
        (name, at)
        for name, at in named
        if (at < body.start() and body.start() - at <= _NEAR + len(name))
        or (at > body.end() and not _BENEFITS.search(text, body.end(), at))
    ]
    if others := FOR_OTHERS.search(text, 0, body.start()):
        named = [(name, at) for name, at in named if not others.end() <= at < body.start()]
    return min(named, key=lambda each: abs(each[1] - body.start()))[0] if named else ""
