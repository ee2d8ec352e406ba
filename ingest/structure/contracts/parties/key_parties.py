"""Parties in a table of key data: "Opdrachtnemer: Zonnedak West bv". By the label alone."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.parties.names import Sort, names_in
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.companies import COMPANY, company_of
from ingest.structure.contracts.text.contract_terms import BODY, JOINT_BODY
from ingest.structure.contracts.text.towns import towns_in
from search.registers.agreements import Fact, Field

_BUYING = re.compile(rf"\b(?:{BODY})\b", re.IGNORECASE)
_JOINT = re.compile(rf"\b{JOINT_BODY}")
_NAMING = r"^(?:\(?\d{1,2}[.)]?\s+)?(?:de |het )?(?:(?:naam|gegevens|identiteit|identificatie)(?: van)?(?: de| het)? )?"
_LABEL = (
    (
        re.compile(
            rf"{_NAMING}(?:{BODY}|centrale(?: aankoper)?|trekkend bestuur|aankopend bestuur|organiserend bestuur)$"
        ),
        Field.PURCHASING_BODY,
    ),
    (
        re.compile(
            rf"{_NAMING}(?:opdrachtgever|aanbesteder|aanbestedend(?:e)? \w+|opdrachtgevend(?:e)? \w+|besteller|klant|koper|huurder|bouwheer|concedent|concessie(?:gever|verlener)|contracterend bestuur)s?$"
        ),
        Field.BUYER,
    ),
    (
        re.compile(
            rf"{_NAMING}(?:opdrachtnemer|leverancier|dienstverlener|dienstverrichter|opdrachthouder|provider|uitgever|concessiehouder|concessionaris|aannemer|gegund aan|toegewezen aan|gesloten met|begunstigde|(?:gegunde|begunstigde|gekozen|weerhouden) inschrijver|contractant|uitvoerder|verzekeraar|makelaar|installateur|exploitant|verhuurder|verkoper|uitbater|firma|onderneming|vennootschap)s?(?:\s\(?perceel \d\)?)?$"
        ),
        Field.SUPPLIER,
    ),
)

_NEXT_LABEL = re.compile(r"\s+(?=[a-z]\w{2,20}(?:\s\w{3,12})?\s:\s)")  # of a form whose lines have run together
_ABBREVIATION = re.compile(r"OCMW|AGB|APB|PZ|HVZ|N\.?V\.?|B\.?V\.?(?:B\.?A\.?)?|CVBA|CV|VZW|DV|OV|IGS|EN|VAN|DE|HET")
_FOR_OTHERS = re.compile(r",?\s\(?(?:mede |ook )?(?:namens|optredend voor|handelend voor)\b", re.IGNORECASE)
_SHORT = 80
_TOGETHER = re.compile(
    r"(?:de )?(?P<role>(?:beherende?|deelnemende?|trekkende?|coördinerende?|organiserende?|aangesloten|uitbatende?) (?:gemeente|bestuur|stad|partij|partner)|penvoerder|initiatiefnemer|organisator|werkgever|(?:centrum|piloot|gast)gemeente|trekker|coördinator|beheerder|partner|deelnemer|vennoot)(?:en|n|s)?$"
)
_HEADS = re.compile(
    r"(?:partij(?:en)?|partners?|gemeenten?|bestu(?:ur|ren))\s*[|:]\s*(?:rol|hoedanigheid|functie)$", re.IGNORECASE
)
_ROW = re.compile(r"(?P<who>[^|:]{3,60}?)\s*[|:]\s*(?P<role>[^|:]{3,40})")


def labelled(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """Parties in a table of key data: "Opdrachtnemer: Zonnedak West bv"."""
    for sentence in sentences:
        if not sentence.label:
            continue
        label = sentence.label.casefold()
        field = next((field for pattern, field in _LABEL if pattern.match(label)), None)
        if field is None or len(sentence.text) > 250:
            continue
        rest = _NEXT_LABEL.split(sentence.value)[0]
        rest = _FOR_OTHERS.split(_readable(rest) if rest.isupper() else rest)[0]
        named = names_in(rest)
        towns = [each.name for each in named if each.sort is Sort.TOWN]
        company = next((each.name for each in named if each.sort is Sort.FIRM), "")
        joint = next((each.name for each in named if each.sort is Sort.BODY), "")
        if field is Field.BUYER and len(towns) > 1 and not joint and len(rest) < _SHORT:
            yield from (Fact(field, each, sentence.text, "", sentence.spans, 0.85) for each in dict.fromkeys(towns))
            continue
        if field is Field.SUPPLIER and not joint and len(firms := list(COMPANY.finditer(rest))) > 1:
            for firm in firms:
                lot = _lot_beside(rest, firm.end())
                yield Fact(field, company_of(firm), sentence.text, lot, sentence.spans, 0.92)
            continue
        value = joint if joint else company if field is Field.SUPPLIER or not towns else towns[0]
        value = value or (rest.split(",")[0].split("(")[0].strip(" .;") if len(rest) < 120 else "")
        if value:
            fields = (Field.PURCHASING_BODY, Field.BUYER) if field is Field.PURCHASING_BODY else (field,)
            if field is Field.BUYER and _BUYING.search(rest):
                fields = (Field.BUYER, Field.PURCHASING_BODY)
            for each in fields:
                yield Fact(each, value, sentence.text, "", sentence.spans, 0.92)


def _readable(text: str) -> str:
    """A value in capitals as it is written in mid-sentence; abbreviations keep them: "Vlamvrij BV", "OCMW Ronse"."""
    return " ".join(word if _ABBREVIATION.fullmatch(word.strip(",.;()")) else word.title() for word in text.split())


def _lot_beside(text: str, at: int) -> str:
    """The lot in brackets at `at`: "Poetsdienst bv (perceel ramen)"."""
    match = re.match(r"\s*\((?P<lot>perceel [^()]{1,40})\)", text[at : at + 60], re.IGNORECASE)
    return match["lot"] if match else ""


def cooperating(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """Parties among equals in a table of key data, with their label as role: "Beherende gemeente: Diest"."""
    part = -1
    for sentence in sentences:
        if _HEADS.match(sentence.text):
            part = sentence.part
        elif sentence.part == part and (row := _ROW.fullmatch(sentence.text)):
            for name, _, _ in towns_in(row["who"])[:1]:
                yield Fact(Field.PARTY, name, sentence.text, row["role"], sentence.spans, 0.8)
            continue
        match = _TOGETHER.match(sentence.label.casefold()) if sentence.label and len(sentence.text) < 300 else None
        if match is None:
            continue
        rest = sentence.value
        names = [name for name, _, _ in towns_in(rest)] + [each[0] for each in _JOINT.finditer(rest)]
        for name in dict.fromkeys(names):
            yield Fact(Field.PARTY, name, sentence.text, match["role"], sentence.spans, 0.82)
