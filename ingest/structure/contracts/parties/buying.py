"""Who buys, where no part names the parties: by its role, beside the firm that supplies, above its signature."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.parties.awards import supplying
from ingest.structure.contracts.parties.names import Named, Sort, names_in
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.letters import is_letter
from search.registers.agreements import Fact, Field

_ROLE = r"(?:opdrachtgever|opdrachtgevend bestuur|aanbestedend(?:e|) (?:overheid|bestuur|entiteit|dienst)|aanbesteder|koper|klant|besteller|afnemer|concessiegever|bouwheer|leidende? (?:gemeente|stad|bestuur))"
_THE = r"(?:\s(?:de|het|stad|gemeente|gemeentebestuur|stadsbestuur|van|zijnde|vzw))*"
_BEFORE = re.compile(
    rf"\b{_ROLE}(?:\s?[:=|,(–-]|\sis|\szijnde|\sblijft)?{_THE}\s?$|\bin opdracht van{_THE}\s?$|\bvoor rekening van\b[^.;]{{0,30}}:?{_THE}\s?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\W*(?:(?:hierna|verder|voorts)\s)?(?:(?:genoemd|als|is|de|het|treedt|op|optredend|handelend)\s){{0,5}}[\"“'‘]?(?:de\s)?{_ROLE}\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"^(?:de )?(?:koper|klant|besteller|bouwheer)$|\b(?:opdrachtgever|opdrachtgevend|aanbesteder|bestuur dat opdracht geeft|aanbestedende?)\b"
)
_BUYS = re.compile(r"(?:^|\b(?:de|het|van|voor|door|dat|stad|gemeente|gemeentebestuur|stadsbestuur)\s)$", re.IGNORECASE)
_OF_FIRM = re.compile(
    r"\bvoor (?:de |het )?(?:firma|aannemer|opdrachtnemer|leverancier|dienstverlener|concessiehouder|onderneming)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"\b(?:voor|namens)\s(?:de |het )?(?:stad|gemeente|bestuur)?\s?$", re.IGNORECASE)
_PLACE = re.compile(r"(?:\b\d{4}|\bte|\buit|\bin)\s$")
_FIRST = 40  # characters at the head of a line under "Opdrachtgever"
_NEAR = 100  # characters before a name that tell what its bearer does
_GATE = (
    "opdracht", "koper", "klant", "besteller", "afnemer", "concessie", "bouwheer", "leidend", "rekening", "firma", "contract", "overeenkomst", "leverancier",
    "vertrouwt", "gunt", "gunde", "toegewezen", "kiest", "koos", "uitgevoerd", "voert", "aannemer", "aanbested", "sloten", "sloot", "behoudt", "krijgt",
)  # fmt: skip


def buyers_of(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The town or body that buys; none of them is sure but where its role is beside it."""
    for sentence in sentences:
        if found := list(_by_role(sentence)):
            yield from found
            return
    is_signed = any(_OF_FIRM.search(each.text) for each in sentences)
    for sentence in sentences:
        if sentence.recites or not (is_signed or sentence.names(_GATE)):
            continue
        names = [each for each in names_in(sentence.text) if each.sort is not Sort.FIRM and not each.buys]
        public = {each.name: each for each in names if not _PLACE.search(_before(sentence, each))}
        if is_signed and (signing := [each for each in public.values() if _SIGNS.search(_before(sentence, each))]):
            yield _fact(signing[0], sentence, 0.65)
            return
        if len(public) == 1 and (only := next(iter(public.values()))) and _is_served(sentence, only):
            yield _fact(only, sentence, 0.6)
            return


def writer_of(sentences: Sequence[Sentence], own: str | None) -> Fact | None:
    """The town whose letter it is, where nobody else is said to buy; None of a paper that is no letter."""
    if own is None or not is_letter(sentences):
        return None
    where = next((each for each in sentences if own in each.text), None)
    return Fact(Field.BUYER, own, where.text, "", where.spans, 0.6) if where else None


def _by_role(sentence: Sentence) -> Iterator[Fact]:
    text = sentence.text
    is_headed = bool(_HEADED.search(sentence.heading.casefold()))
    if not (is_headed or sentence.names(_GATE)):
        return
    goes_on = False
    last = 0
    for each in names_in(text):
        before = text[last : each.start]
        last = each.end
        goes_on = bool(
            _BEFORE.search(before)
            or _AFTER.match(text, each.end)
            or (is_headed and each.start < _FIRST and not goes_on and each.sort is not Sort.FIRM)
            or (goes_on and before.strip() in ("en", "en het", "en de", ",", "en de stad", "en de gemeente"))
        )
        if goes_on:
            yield _fact(each, sentence, 0.72)
        if is_headed and goes_on:
            return


def _before(sentence: Sentence, named: Named) -> str:
    return sentence.text[max(0, named.start - _NEAR) : named.start]


def _is_served(sentence: Sentence, named: Named) -> bool:
    """Whether the only public name of a sentence stands as a town does, beside a firm that supplies."""
    return bool(_BUYS.search(_before(sentence, named)) and next(supplying(sentence.text), None))


def _fact(named: Named, sentence: Sentence, sure: float) -> Fact:
    return Fact(Field.BUYER, named.name, sentence.text, "", sentence.spans, sure)
