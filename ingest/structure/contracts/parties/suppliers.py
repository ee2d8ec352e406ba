"""The supplier where it is named outside the parties: in an award, a recital, a letter or above a signature."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Collection, Iterator, Sequence

from ingest.structure.contracts.parties.awards import firms_in, supplying
from ingest.structure.contracts.parties.names import Named
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.companies import COMPANY, company_in, company_of
from ingest.structure.contracts.text.letters import addressed_to
from search.language import municipalities
from search.registers.agreements import Fact, Field

_WORDS = (
    "bestel", "overeenkomst", "contract", "sl", "uitbater", "gegund", "toegewezen", "gunde", "gunt", "gunnen", "leverancier", "opdrachtn",
    "dienstv", "concess", "tussen", "gunning", "inschrijver", "weerhouden", "uitgevoerd", "perceel", "lot ", "firma", "uitgever", "bieder",
    "vertrouwt", "verdergezet", "levert", "aannemer", "provider", "polis", "behaalde", "afroep", "koopt", "terecht", "voert", "neemt",
    "kreeg", "krijgt", "ter plaatse", "opdrachth", "klantnummer", "gekozen", "keuze", "kiest", "koos",
)  # fmt: skip
_SUPPLIES = re.compile(
    r"\b(?:bestel(?:t|lingen?)|raamovereenkomst|contract\w*|overeenkomst|sloot|uitbater|gegund|gunde|toegewezen|leverancier|opdrachtnemer|dienstverlener|concessiehouder|inschrijver)\b",
    re.IGNORECASE,
)
_MADE_WITH = re.compile(
    r"\b(?:sloot|gesloten|afgesloten|sluit)\b.{0,60}?\bmet\s+(?:de firma\s+)?(?P<name>[A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*){0,4})"
    r"|\btussen de (?:stad|gemeente) [A-Z][\w-]+ en (?:de firma\s+)?(?P<other>[A-Z][\w&'-]*(?:\s[A-Z][\w&'-]*){0,4})"
)
_AWARDED = re.compile(
    r"\b(?:gegund|toegewezen|gunde|gunt|gunnen|toegekend|gunning)\b[^;]{0,60}?\baan\b|\b(?:opdrachtnemers?|(?:gekozen |gegunde |weerhouden )?inschrijvers?|leveranciers?|dienstverleners?)\b(?=[^.;:]{0,80}€|[^.;:]{0,60}\b(?:bedrag|prijs))",
    re.IGNORECASE,
)
_LOT = re.compile(r"\b(?:perceel|lot)\s[\dA-Z]{1,2}\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:niet gegund|zonder gevolg|stopgezet|geen offertes)\b", re.IGNORECASE)
_LIST = 30  # lines of a list of firms
_LOT_BEFORE = re.compile(r"\bperceel \d{1,2}\b(?=[^;]{0,60}$)", re.IGNORECASE)
_LOT_NUMBER = re.compile(r"(?:^|\s)(?P<lot>\d{1,2})\s\W{0,3}$")  # before a firm, in a table with a column of lots
_WITH_YOU = re.compile(
    r"\b(?:met|door|bij|aan) (?:u\b|jullie\b|uw (?:onderneming|firma|bedrijf|vennootschap|kantoor|maatschappij))",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\b(?:opdrachtnemers?|\w*leveranciers?|lotenoverzicht|(?:toewijzing|verdeling) van de (?:percelen|loten)|dienstverlener|concessiehouder|toegewezen|gegund|wie (?:levert|voert|doet|wint|leverde))\b"
)
_FORMER = re.compile(
    r"^(?:vorige?|vroegere|lopende|huidige?|bestaande)\b|\b(?:historiek|voorgeschiedenis|situatie vandaag|huidige situatie|stand van zaken|wat voorafging)\b"
)
_PRIVATE = re.compile(r"(?i:\b(?:nv|bv|bvba|cvba))$")
_SIGNS = re.compile(
    r"(?:\bvoor(?: de| het)?|\bnamens(?: de| het)?|akkoord:?)\s(?:firma |opdrachtnemer,? |leverancier,? |dienstverlener,? )?$",
    re.IGNORECASE,
)
_LETTER = 30  # sentences in which a letter says that it was made "met uw onderneming"


def suppliers_of(
    sentences: Sequence[Sentence], buyers: Collection[str] = (), foot: Sequence[Sentence] = ()
) -> Iterator[Fact]:
    """A supplier named outside the parties: "sluit de dienstencontracten met de uitbater, Velowest bv".

    Args:
        sentences: Of the paper.
        buyers: Names that are known to buy: none of them supplies.
        foot: Its last lines, where firms sign.
    """
    if to := _addressee(sentences):
        yield to
        return
    for at, sentence in enumerate(sentences):
        if _FORMER.search(sentence.heading.casefold()):
            continue
        if _HEADED.search(sentence.heading.casefold()):
            found = [fact for each in _same_part(sentences, at) for fact in _listed(each)]
        elif sentence.names(_WORDS):
            found = list(_awarded(sentence)) or [_fact(each, sentence, 0.75) for each in supplying(sentence.text)]
            if found and _LOT.search(sentence.text):
                found += [fact for each in _same_part(sentences, at + 1) for fact in _of_lot(each)]
        else:
            continue
        if found := [each for each in found if each.value not in buyers]:
            yield from {each.value: each for each in found}.values()
            return
    if mentioned := next(_mentioned(sentences, buyers), None):
        yield mentioned
        return
    yield from (each for each in _signing(foot) if each.value not in buyers)


def _same_part(sentences: Sequence[Sentence], at: int) -> Iterator[Sentence]:
    """The sentences from one on that stand under its heading."""
    for each in sentences[at : at + _LIST]:
        if each.part != sentences[at].part:
            return
        yield each


def _listed(sentence: Sentence) -> Iterator[Fact]:
    """The firms of a line under "Opdrachtnemers", without those who lost or left."""
    if not _NONE.search(sentence.text):
        awarded = list(_awarded(sentence))
        known = {each.value for each in awarded}
        yield from awarded
        yield from (_fact(each, sentence, 0.8) for each in firms_in(sentence.text) if each.name not in known)


def _of_lot(sentence: Sentence) -> Iterator[Fact]:
    if _LOT.search(sentence.text) and not _NONE.search(sentence.text):
        yield from (_fact(each, sentence, 0.75) for each in supplying(sentence.text))


def _fact(firm: Named, sentence: Sentence, sure: float) -> Fact:
    lot = _LOT.search(sentence.text[: firm.start])
    return Fact(Field.SUPPLIER, firm.name, sentence.text, lot[0].lower() if lot else "", sentence.spans, sure)


def _mentioned(sentences: Sequence[Sentence], buyers: Collection[str]) -> Iterator[Fact]:
    """Firms of sentences that speak of a contract or an order, where none tells who supplies."""
    for each in sentences:
        if (
            not _FORMER.search(each.heading.casefold())
            and each.names(_WORDS)
            and (name := _supplies(each.text))
            and name not in buyers
        ):
            yield Fact(Field.SUPPLIER, name, each.text, "", each.spans, 0.6)


def _supplies(text: str) -> str:
    """The firm of a sentence that says with whom a contract was made, or where is ordered."""
    match = _MADE_WITH.search(text)
    made_with = (match["name"] or match["other"]) if match else ""
    if municipalities.canonical(made_with):
        made_with = ""
    firms = list(firms_in(text)) if _SUPPLIES.search(text) else []
    return firms[0].name if firms else "" if company_in(text) else made_with


def _awarded(sentence: Sentence) -> Iterator[Fact]:
    """The firms of "Perceel 1 is toegewezen aan Wijwagen cv, perceel 2 aan Vrachtwest bv", each with its lot."""
    text = sentence.text
    award = _AWARDED.search(text)
    served = {each.name for each in firms_in(text)} if award else set()
    firms = [
        each for each in COMPANY.finditer(text) if award and each.start() >= award.end() and company_of(each) in served
    ]
    has_lots = "perceel" in sentence.folded[: award.start()] if award else False
    after = 0
    for firm in firms:
        lots = _LOT_BEFORE.findall(text[after : firm.start()])
        number = _LOT_NUMBER.search(text, after, firm.start()) if has_lots and len(firms) > 1 else None
        detail = f"perceel {number['lot']}" if number else lots[-1].lower() if lots else ""
        yield Fact(Field.SUPPLIER, company_of(firm), sentence.text, detail, sentence.spans, 0.75)
        after = firm.end()


def _addressee(sentences: Sequence[Sentence]) -> Fact | None:
    """The firm that a letter is sent to, where it says that the contract was made "met uw onderneming"."""
    to = addressed_to(sentences)
    if to is None or not company_in(to[0]):
        return None
    if not (_PRIVATE.search(to[0]) or any(_WITH_YOU.search(each.text) for each in sentences[:_LETTER])):
        return None
    return Fact(Field.SUPPLIER, to[0], to[1].text, "", to[1].spans, 0.65)


def _signing(foot: Sequence[Sentence]) -> Iterator[Fact]:
    """The firm that signs: the only one that a line "Voor Wijwagen cv" names."""
    found = {
        company_of(match).casefold(): (company_of(match), each)
        for each in foot
        for match in COMPANY.finditer(each.text)
        if _SIGNS.search(each.text[: match.start()][-60:])
    }
    if len(found) == 1:
        name, where = next(iter(found.values()))
        yield Fact(Field.SUPPLIER, name, where.text, "", where.spans, 0.6)
