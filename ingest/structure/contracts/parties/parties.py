"""Who made a contract: purchasing body, supplier, or parties among equals with their roles. By names and role words."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.structure.contracts.parties.awards import is_over
from ingest.structure.contracts.parties.buying import buyers_of
from ingest.structure.contracts.parties.equals import equals_of
from ingest.structure.contracts.parties.key_parties import cooperating, labelled
from ingest.structure.contracts.parties.names import Sort, names_in
from ingest.structure.contracts.parties.party_zone import Segment, segments, zone_of
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import BODY, FOR_OTHERS
from search.registers.agreements import Fact, Field
from search.types import Kind

_BUYING = re.compile(rf"\b(?:{BODY})\b", re.IGNORECASE)
_BUYER = re.compile(
    r"\b(?:opdrachtgever|opdrachtgevend bestuur|aanbesteder|aanbestedende (?:overheid|entiteit|dienst)|aanbestedend bestuur|besteller|koper|afnemer|klant|concedent|begunstigd bestuur|concessieverlener|concessiegever|huurder|bouwheer)\b",
    re.IGNORECASE,
)
_SUPPLIER = re.compile(
    r"\b(?:opdrachtnemer|leverancier|dienstverlener|concessiehouder|aannemer|inschrijver|verkoper|uitbater|contractant|dienstverrichter|verhuurder|begunstigde inschrijver|gegunde inschrijver|uitvoerder|verstrekker|concessionaris|exploitant|verzekeraar|installateur|ontwerper|studiebureau)\b",
    re.IGNORECASE,
)
_ROLE_ALONE = re.compile(rf"(?:{_BUYER.pattern}|{_SUPPLIER.pattern}|{_BUYING.pattern})s?", re.IGNORECASE)
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
    r"(?:hierna|verder|in wat volgt|voorts|verder in deze overeenkomst)\s*(?:ook\s+)?(?:te noemen|genoemd|genaamd|:|aangeduid als|vermeld als)?\s*[\"“”'‘«]?(?:de|het|een)?\s*[\"“”'‘«]?(?P<role>[^\W\d][\w -]{2,40}?)[\"“”'’»]?(?=\s+genoemd|\s+genaamd|[\"“”,;.()]|$)"
    r"|\b(?:handelend|optredend|optreedt|treedt op|aangeduid)\s+als\s+(?:de\s+|een\s+)?(?P<role2>[^\W\d][\w-]{2,30})|\(\s*(?:de\s+)?(?P<role3>[^\W\d_][\w -]{3,40}?)\s*\)|[\"“]\s*(?:de|het|een)\s+(?P<role5>[^\W\d_][\w -]{2,30})[\"”]\s*$|\bals\s+(?:de\s+)?(?P<role4>penvoerder|trekker|aankoopcentrale|opdrachtencentrale|beheerder|beherende gemeente|coördinator|organisator|werkgever|toetredende partij|pilootgemeente|partner|deelnemer|toetredende \w+)",
    re.IGNORECASE,
)
_PRIOR_ROLE = re.compile(
    r"\bals\s+(?P<role>(?:penvoerder|trekker|beheerder|organisator|toetredende partij|toetredende \w+))\s*,\s*",
    re.IGNORECASE,
)
_NO_PARTY = re.compile(
    rf"{FOR_OTHERS.pattern}|\b(?:aankoop|opdrachten)centrale (?:voor|namens|ten behoeve van)\b|\b(?:geen partij|is niet|vertegenwoordigd door|waarvoor optre\w+|in uitvoering van|zoals (?:besproken|beslist|afgesproken)|met dien verstande|na (?:college)?beslissing|ingevolge|krachtens|goedgekeurd|besluit van)\b"
)
_NOT_A_ROLE = re.compile(
    r"\b(?:bestek|artikel|wet|btw|besluit|kbo|rpr|bijlage|nummer|zie|afgekort|perceel|\d)\b|\b(?:volgende|afgesproken|overeengekomen|vastgesteld)\b|^(?:de|het|een|elk|ieder|samen|genoemd|noemd|vermeld|gezamenlijk)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:\b\d{4}|\b(?:zetel|kantoor|kantoren|gevestigd|gelegen)\b[^;]{0,40}\bte|\bte)\s+$", re.IGNORECASE
)
_SERVES = re.compile(
    r"vereniging|intercommunale|maatschappij|agentschap|instituut|\b(?:dv|ov|igs|cv)$|^provincie\b", re.IGNORECASE
)
_AS_TOWN = re.compile(r"(?i:\b(?:stad|gemeente|(?:stads|gemeente)bestuur)(?: van)?)\s$")
_OFFICER = re.compile(r"\b(?:minister|gouverneur|burgemeester|directeur|deputatie|college)\b", re.IGNORECASE)
_NEAR = 100  # characters before a name that tell whether it is a party
_LOT = re.compile(r"\bperce(?:el|len)\s+\d{1,2}(?:\s+en\s+\d{1,2})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    sort: Sort
    role: str
    segment: Segment
    lot: str = ""


def parties_of(sentences: Sequence[Sentence], kind: Kind) -> list[Fact]:
    """The parties by what they do: purchasing body and buyer, supplier; parties with a role where all are equals."""
    named = list(labelled(sentences))
    if kind is Kind.CONTRACT and not named:
        named += cooperating(sentences)
    if any(each.label.casefold() in ("rol", "hoedanigheid") and _BUYING.search(each.text) for each in sentences):
        named += [replace(each, field=Field.PURCHASING_BODY) for each in named if each.field is Field.BUYER]
    found = [each for segment in segments(zone_of(sentences)) for each in _named_in(segment)]
    facts = named + list(_sided(found, kind))
    if not {each.field for each in facts} & {Field.BUYER, Field.PURCHASING_BODY, Field.PARTY}:
        facts += list(buyers_of(sentences))
    if kind in (Kind.CONTRACT, Kind.ADDENDUM) and not facts:
        facts = list(equals_of(sentences))
    if kind is Kind.ACCESSION:
        facts = [fact for fact in facts if fact.field in (Field.PURCHASING_BODY, Field.SUPPLIER)]
    unique: dict[tuple[Field, str], Fact] = {}
    for fact in facts:
        unique.setdefault((fact.field, fact.value.casefold()), fact)
    return list(unique.values())


def _sided(found: Sequence[_Found], kind: Kind) -> Iterator[Fact]:
    """Who buys and who supplies among those named; parties where none of them does."""
    towns = {each.name for each in found if each.sort is Sort.TOWN}
    has_firm = any(each.sort is Sort.FIRM for each in found)
    among_equals = kind in (Kind.CONTRACT, Kind.ADDENDUM)
    serves = has_firm or (not among_equals and any(each.sort is Sort.BODY for each in found))
    is_between = among_equals and len(towns) > 1  # a cooperation of towns that a firm or an association serves
    is_bought = (serves and not is_between) or any(
        _BUYING.search(each.role) or _BUYER.search(each.role) for each in found
    )
    for each in found:
        yield from _facts(each, is_bought=is_bought, is_alone=len(towns) == 1, has_firm=has_firm)


def _named_in(segment: Segment) -> Iterator[_Found]:
    text = _ROLE_LABEL.sub("", segment.text)
    if _LEFT.search(text):
        return
    stop = _NO_PARTY.search(text)
    if stop and stop[0] in ("geen partij", "is niet"):
        return
    head = text[: stop.start()] if stop else text
    role = _role(text)
    lot = match[0] if (match := _LOT.search(text)) else ""
    names = [
        each
        for each in names_in(head)
        if each.sort is not Sort.TOWN or not _ADDRESS.search(head[max(0, each.start - _NEAR) : each.start])
    ]
    others = [each for each in names if each.sort is not Sort.TOWN]
    if others:  # a town beside a firm is where its seat is, unless it is named as a town
        names = [
            each
            for each in names
            if each.sort is not Sort.TOWN or _AS_TOWN.search(head[max(0, each.start - _NEAR) : each.start])
        ]
    elif not names:
        match = _BARE_NAME.search(head.strip())
        if (
            match
            and not (_OFFICER.search(match["name"]) or _ROLE_ALONE.fullmatch(match["name"]))
            and (role or _SUPPLIER.search(text))
        ):
            yield _Found(match["name"], Sort.FIRM, role, segment, lot)
    for name in {each.name: each for each in names}.values():
        own = _own_role(head, name.name, role) if not others and len(names) > 1 else role
        yield _Found(name.name, name.sort, own, segment, "" if name.sort is Sort.TOWN else lot)


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


def _facts(found: _Found, *, is_bought: bool, is_alone: bool, has_firm: bool) -> Iterator[Fact]:
    text = f"{found.role} {found.segment.text}"
    is_town = found.sort is Sort.TOWN
    supplies = bool(_SUPPLIER.search(text))
    if _BUYING.search(text if is_town else found.role):
        yield _fact(Field.PURCHASING_BODY, found, "", 0.95)
        yield _fact(Field.BUYER, found, "", 0.9)
    elif not is_town and _BUYER.search(found.role) and not _SUPPLIER.search(found.role):
        yield _fact(Field.BUYER, found, "", 0.85)
    elif found.sort is Sort.BODY and is_bought and has_firm and not supplies:
        yield _fact(Field.BUYER, found, "", 0.7)
    elif found.sort is Sort.FIRM and is_over(text[: max(0, text.find(found.name))], ""):
        return
    elif not is_town and (supplies or (is_bought and (found.sort is Sort.FIRM or _SERVES.search(found.name)))):
        yield _fact(Field.SUPPLIER, found, found.lot, 0.93 if supplies else 0.7)
    elif is_town and is_bought and (_BUYER.search(text) or not found.role or is_alone):
        yield _fact(Field.BUYER, found, "", 0.9 if found.role else 0.7)
    else:
        yield _fact(Field.PARTY, found, _singular(found.role), 0.9 if found.role else 0.8)


def _fact(field: Field, found: _Found, detail: str, sure: float) -> Fact:
    sentence = found.segment.sentence
    return Fact(field, found.name, found.segment.text.strip(" ,;"), detail, sentence.spans, sure)


def _singular(role: str) -> str:
    """A role as one of them has it: "deelnemers" is "deelnemer", "partijen" "partij"."""
    return re.sub(r"(?<=[aeiou]rs)$|(?<=\wer)s$|(?<=partner)s$|(?<=partij)en$|(?<=gemeente)n$", "", role)
