"""Who made a contract: purchasing body, supplier, or parties among equals with their roles. By names and role words."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.structure.clauses import Sentence
from ingest.structure.companies import COMPANY, company_in, company_of
from ingest.structure.contract_terms import BODY, FOR_OTHERS, JOINT_BODY, PARTIES_TOPIC
from ingest.structure.towns import towns_in
from search.language import municipalities
from search.registers.agreements import Fact, Field
from search.types import Kind

_BUYING = re.compile(rf"\b(?:{BODY})\b", re.IGNORECASE)
_BUYER = re.compile(
    r"\b(?:opdrachtgever|opdrachtgevend bestuur|aanbestedende overheid|besteller|koper|klant|concessieverlener|concessiegever|huurder|bouwheer)\b",
    re.IGNORECASE,
)
_SUPPLIER = re.compile(
    r"\b(?:opdrachtnemer|leverancier|dienstverlener|concessiehouder|aannemer|inschrijver|verkoper|uitbater|contractant|dienstverrichter|verhuurder|begunstigde inschrijver|uitvoerder|verstrekker)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(rf"\b{JOINT_BODY}")
_BARE_NAME = re.compile(
    r"(?:^|\ben\s+|;\s*)(?:en\s+|de\s+)?(?P<name>[A-ZÀ-Ý][\w&'’.-]*(?:\s[A-ZÀ-Ý0-9&][\w&'’.-]*){0,5})\s*(?=,|\(|$)"
)
_ROLE_LABEL = re.compile(r"^(?:tussen|en|enerzijds|anderzijds|partij (?:\d|een|twee|[a-d]))\s*:\s*", re.IGNORECASE)
_ROLE_VERB = re.compile(
    r"\b(?:is|zijn|fungeert als|fungeren als|treedt op als|treden op als)\s+(?:de\s+|het\s+)?(?P<role>[^\W\d][\w-]*(?:\s[\w-]+){0,2})\.?$"
)
_LEFT = re.compile(
    r"\b(?:haakten?\b.{0,60}\baf|trad(?:en)? uit|stapten? uit|geen partij|is niet|nemen? niet deel|doe(?:t|n) niet mee|zegden?\b.{0,30}\bop)\b"
)
_HEREAFTER = re.compile(
    r"(?:hierna|verder|in wat volgt|voorts|verder in deze overeenkomst)\s*(?:ook\s+)?(?:te noemen|genoemd|genaamd|:|aangeduid als|vermeld als)?\s*[\"“”'‘«]?(?:de|het)?\s*[\"“”'‘«]?(?P<role>[^\W\d][\w -]{2,40}?)[\"“”'’»]?(?=\s+genoemd|\s+genaamd|[\"“”,;.()]|$)"
    r"|\b(?:handelend|optredend|optreedt|treedt op|aangeduid)\s+als\s+(?:de\s+|een\s+)?(?P<role2>[^\W\d][\w-]{2,30})|\(\s*(?:de\s+)?(?P<role3>[^\W\d_][\w -]{3,40}?)\s*\)|\bals\s+(?:de\s+)?(?P<role4>penvoerder|trekker|aankoopcentrale|opdrachtencentrale|beheerder|beherende gemeente|coördinator|organisator|werkgever|toetredende partij|pilootgemeente|partner|deelnemer|toetredende \w+)",
    re.IGNORECASE,
)
_PRIOR_ROLE = re.compile(
    r"\bals\s+(?P<role>(?:penvoerder|trekker|beheerder|organisator|toetredende partij|toetredende \w+))\s*,\s*",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:wordt|werd|is|zijn|komen|kwam|verklaren|hebben)\b.{0,60}?\b(?:overeengekomen|overeen|overeenkomen)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"^(?:tussen\b|partij (?:1|een|a)\s*:|(?:ondertekend|getekend|gesloten|aangegaan)\b[^.;]{0,50}\b(?:door|tussen)\s*:|ENERZIJDS|partijen\s*:|de ondergetekenden)",
    re.IGNORECASE,
)
_NAMES_THEM = re.compile(
    r"\b(?:komen\b.{0,40}?\bovereen|(?:sluiten|sloten|gesloten|aangegaan|afgesloten)\b.{0,60}?\b(?:protocol|overeenkomst|convenant|akkoord|contract|tussen)"
    r"|gaan\b.{0,40}?\bverbintenis|verbinden\b|engageren\b|spreken\b.{0,60}?\baf|volgende (?:besturen|partijen|gemeenten)|ondergetekenden)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r";\s*(?:en\b)?|(?i:\b(?:anderzijds|enerzijds)\b),?(?:\s*en\b)?|,\s+en,?\s+(?=(?:de|het|als)\s)"
    r"|,?\s+\ben\s+(?=(?:de\s|het\s)?(?:firma|nv|bv|bvba|vzw|cv|naamloze|besloten|coöperatieve|vennootschap)\b)"
    r"|,?\s+\ben\s+(?=de (?:gemeente|stad|gemeenten|steden)\s[A-Z][\w' -]+\s?[(,]\s?(?:hierna|verder))"
    r"|,?\s+\ben\s+(?=[A-Z][\w.&'-]*(?:\s[A-Z][\w&'-]*){0,5}(?:\s(?:bv|nv|bvba|vzw|cv))?\s*(?:\((?:hierna|opdrachtn|leveranc|dienstv)|,\s(?:[a-z])))"
    r"|\)\s*[-–/]\s+|\)\s*,\s*(?:en,?\s*)?|\)\s+en\s+"
)
_MOST = 20  # sentences in which the parties are named
_WORD = re.compile(r"[A-Z][\w-]+")
_NO_PARTY = re.compile(
    rf"{FOR_OTHERS.pattern}|\b(?:geen partij|is niet|vertegenwoordigd door|waarvoor optre\w+|in uitvoering van|zoals (?:besproken|beslist|afgesproken)|met dien verstande|na (?:college)?beslissing|ingevolge|krachtens|goedgekeurd|besluit van)\b"
)
_NOT_A_ROLE = re.compile(
    r"\b(?:bestek|artikel|wet|btw|besluit|kbo|rpr|bijlage|nummer|zie|afgekort|perceel|\d)\b|^(?:de|het|een|elk|ieder|samen|genoemd|noemd|vermeld|gezamenlijk)$",
    re.IGNORECASE,
)
_LOT = re.compile(r"\bperce(?:el|len)\s+\d{1,2}(?:\s+en\s+\d{1,2})?", re.IGNORECASE)
_LABEL = (
    (re.compile(rf"^(?:de )?(?:{BODY})$"), Field.PURCHASING_BODY),
    (
        re.compile(
            r"^(?:de )?(?:opdrachtgever|aanbestedende overheid|opdrachtgevend bestuur|besteller|klant|koper|huurder|bouwheer|concessie(?:gever|verlener)|aanbestedend bestuur|contracterend bestuur|opdrachtgevend(?:e)? \w+)$"
        ),
        Field.BUYER,
    ),
    (
        re.compile(
            r"^(?:de )?(?:opdrachtnemer|leverancier|dienstverlener|concessiehouder|aannemer|gegund aan|toegewezen aan|begunstigde|contractant|uitvoerder|verzekeraar|makelaar|installateur|exploitant|verhuurder|uitbater|firma|onderneming)s?(?:\s\(?perceel \d\)?)?$"
        ),
        Field.SUPPLIER,
    ),
)


@dataclass(frozen=True, slots=True)
class _Segment:
    text: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    is_town: bool
    role: str
    segment: _Segment
    lot: str = ""


def parties_of(sentences: Sequence[Sentence], kind: Kind) -> list[Fact]:
    """The parties by what they do: purchasing body and buyer, supplier; parties with a role where all are equals."""
    named = list(_labelled(sentences))
    if any(each.label.casefold() in ("rol", "hoedanigheid") and _BUYING.search(each.text) for each in sentences):
        named += [replace(each, field=Field.PURCHASING_BODY) for each in named if each.field is Field.BUYER]
    found = [each for segment in _segments(_zone(sentences)) for each in _named_in(segment)]
    towns = {each.name for each in found if each.is_town}
    has_company = any(not each.is_town for each in found)
    is_between = kind is Kind.CONTRACT and len(towns) > 1  # a cooperation of towns that a firm or an association serves
    is_bought = (has_company and not is_between) or any(
        _BUYING.search(each.role) or _BUYER.search(each.role) for each in found
    )
    facts = named + [fact for each in found for fact in _facts(each, is_bought=is_bought, is_alone=len(towns) == 1)]
    if kind is Kind.ACCESSION:
        facts = [fact for fact in facts if fact.field in (Field.PURCHASING_BODY, Field.SUPPLIER)]
    unique: dict[tuple[Field, str], Fact] = {}
    for fact in facts:
        unique.setdefault((fact.field, fact.value.casefold()), fact)
    return list(unique.values())


def _labelled(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """Parties in a table of key data: "Opdrachtnemer: Zonnedak West bv"."""
    for sentence in sentences:
        if not sentence.label:
            continue
        label = sentence.label.casefold()
        field = next((field for pattern, field in _LABEL if pattern.match(label)), None)
        if field is None or len(sentence.text) > 250:
            continue
        rest = re.sub(r"^[\s:|\t.]+", "", sentence.text[sentence.text.find(sentence.label) + len(sentence.label) :])
        towns = [name for name, _, _ in towns_in(rest)]
        company = company_in(rest)
        joint = _JOINT.search(rest)
        if field is Field.SUPPLIER and not joint and len(firms := list(COMPANY.finditer(rest))) > 1:
            for firm in firms:
                lot = _lot_beside(rest, firm.end())
                yield Fact(field, company_of(firm), sentence.text, lot, sentence.spans, 0.92)
            continue
        value = joint[0] if joint else company if field is Field.SUPPLIER or not towns else towns[0]
        value = value or (rest.split(",")[0].split("(")[0].strip(" .;") if len(rest) < 120 else "")
        if value:
            fields = (Field.PURCHASING_BODY, Field.BUYER) if field is Field.PURCHASING_BODY else (field,)
            if field is Field.BUYER and _BUYING.search(rest):
                fields = (Field.BUYER, Field.PURCHASING_BODY)
            for each in fields:
                yield Fact(each, value, sentence.text, "", sentence.spans, 0.92)


def _lot_beside(text: str, at: int) -> str:
    """The lot in brackets at `at`: "Poetsdienst bv (perceel ramen)"."""
    match = re.match(r"\s*\((?P<lot>perceel [^()]{1,40})\)", text[at : at + 60], re.IGNORECASE)
    return match["lot"] if match else ""


def _zone(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences in which the parties stand: under their heading, or from "Tussen" to "is overeengekomen"."""
    under = [each for each in sentences if PARTIES_TOPIC.search(each.topic) and _is_headed(each)]
    if under:
        part, label = under[0].part, under[0].label.casefold() == "partijen"
        if label:
            return [each for each in under if each.part == part and each.block == under[0].block][:_MOST]
        rest = [each for each in sentences if each.part >= part]
        end = next((at for at, each in enumerate(rest) if each.part != part and not _is_part_of_parties(each)), _MOST)
        return rest[: min(end, _MOST)]  # "TUSSEN", "EN" and "ANDERZIJDS" are headings of one part
    opening = list(enumerate(sentences[:40]))
    first = next((at for at, each in opening if _BEGINS.match(each.text)), None)
    if first is None:
        first = next(
            (at for at, each in opening if _NAMES_THEM.search(each.text) and _has_party(_with_list(sentences, at))),
            None,
        )
    if first is None:
        return []
    zone: list[Sentence] = []
    for each in sentences[first : first + 16]:
        zone.append(each)
        if _ENDS.search(each.text) or (zone[0].part != each.part and not _is_part_of_parties(each)):
            break
    return zone if zone[-1].part == zone[0].part or _ENDS.search(zone[-1].text) else zone[:-1]


def _with_list(sentences: Sequence[Sentence], at: int) -> str:
    """A sentence, with the first two points of the list that it announces."""
    text = sentences[at].text
    return " ".join(each.text for each in sentences[at : at + 3]) if text.endswith(":") else text


def _is_headed(sentence: Sentence) -> bool:
    return bool(PARTIES_TOPIC.search(sentence.heading.casefold())) or sentence.label.casefold() == "partijen"


def _has_party(text: str) -> bool:
    return bool(COMPANY.search(text)) or len(towns_in(text)) > 1


def _is_part_of_parties(sentence: Sentence) -> bool:
    return bool(re.search(r"partij|ondergeteken|enerzijds|anderzijds|^en$|tussen", sentence.heading.casefold()))


def _segments(zone: Sequence[Sentence]) -> Iterator[_Segment]:
    """The zone cut where one party ends and the next begins."""
    for sentence in zone:
        text = sentence.text
        end = _ENDS.search(text)
        text = text[: end.start()] if end else text
        after = 0
        for gap in _BREAK.finditer(text):
            following = _WORD.match(text, gap.end())
            if gap[0].strip() == "en" and following and municipalities.canonical(following[0]):
                continue  # "de gemeenten Jabbeke en Zedelgem, hierna": the list goes on
            keep = 1 if text[gap.start()] == ")" else 0
            yield _Segment(text[after : gap.start() + keep], sentence)
            after = gap.end()
        yield _Segment(text[after:], sentence)


def _named_in(segment: _Segment) -> Iterator[_Found]:
    text = _ROLE_LABEL.sub("", segment.text)
    if _LEFT.search(text):
        return
    stop = _NO_PARTY.search(text)
    if stop and stop[0] in ("geen partij", "is niet"):
        return
    head = text[: stop.start()] if stop else text
    role = _role(text)
    lot = match[0] if (match := _LOT.search(text)) else ""
    joint = [each[0] for each in _JOINT.finditer(head)]
    for name in joint:
        yield _Found(name, False, role, segment, lot)
    if joint:
        return
    companies = list(COMPANY.finditer(head))
    for match in companies:
        yield _Found(company_of(match), False, role, segment, lot)
    if companies:
        return
    towns = list(dict.fromkeys(name for name, _, _ in towns_in(head)))
    for name in towns:
        yield _Found(name, True, _own_role(head, name, role) if len(towns) > 1 else role, segment)
    if not towns and (match := _BARE_NAME.search(head.strip())) and (role or _SUPPLIER.search(text)):
        yield _Found(match["name"], False, role, segment, lot)


def _own_role(head: str, town: str, role: str) -> str:
    """The role of one of several: "Oostkamp (werkgever), Zedelgem"; a role after the last is that of all."""
    match = re.search(rf"{re.escape(town)}(?P<others>[^()]{{0,200}})\((?P<role>[^()]{{3,40}})\)", head)
    if match and not re.search(r"[a-z]{4}", _small_words(match["others"])):
        return match["role"]
    return "" if re.search(r"\([^()]{3,40}\)\s*,", head) else role


def _small_words(text: str) -> str:
    """What stands between names in a list, without "gemeente" and "stad" and the names."""
    return re.sub(r"\b(?:gemeenten?|stad|steden)\b|\b[A-Z][\w-]*", "", text)


def _role(text: str) -> str:
    if match := _PRIOR_ROLE.search(text):
        return match["role"]
    for match in _HEREAFTER.finditer(text):
        role = next(group for group in match.groups() if group)
        if not _NOT_A_ROLE.search(role):
            return role.strip()
    for pattern in (_BUYING, _SUPPLIER, _BUYER):
        if match := pattern.search(text):
            return match[0]
    verb = _ROLE_VERB.search(text) if len(text) < 120 else None
    return verb["role"] if verb else ""


def _facts(found: _Found, *, is_bought: bool, is_alone: bool) -> Iterator[Fact]:
    sentence = found.segment.sentence
    text = f"{found.role} {found.segment.text}"
    if _BUYING.search(found.role if not found.is_town else text):
        yield _fact(Field.PURCHASING_BODY, found, "", 0.95)
        yield _fact(Field.BUYER, found, "", 0.9)
    elif not found.is_town and (_SUPPLIER.search(text) or is_bought):
        yield _fact(Field.SUPPLIER, found, found.lot, 0.93 if _SUPPLIER.search(text) else 0.7)
    elif found.is_town and is_bought and (_BUYER.search(text) or not found.role or is_alone):
        yield _fact(Field.BUYER, found, "", 0.9 if found.role else 0.7)
    elif sentence:
        yield _fact(Field.PARTY, found, _singular(found.role), 0.9 if found.role else 0.8)


def _fact(field: Field, found: _Found, detail: str, sure: float) -> Fact:
    sentence = found.segment.sentence
    return Fact(field, found.name, found.segment.text.strip(" ,;"), detail, sentence.spans, sure)


def _singular(role: str) -> str:
    """A role as one of them has it: "deelnemers" is "deelnemer", "partijen" "partij"."""
    return re.sub(r"(?<=[aeiou]rs)$|(?<=\wer)s$|(?<=partner)s$|(?<=partij)en$|(?<=gemeente)n$", "", role)
