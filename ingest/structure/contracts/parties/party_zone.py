"""Where in a contract its parties are named, cut where one ends and the next begins. Knows no roles."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.structure.contracts.parties.names import names_in
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.companies import COMPANY
from ingest.structure.contracts.text.contract_terms import JOINS, PARTIES_TOPIC
from search.language import municipalities

_ENDS = re.compile(
    r"(?:wordt|werd|is|zijn|komen|kwam|verklaren|hebben)\b.{0,60}?\b(?:overeengekomen|overeen|overeenkomen|afgesproken)\b|^\W*(?:(?:partijen\s+)?sluiten|spreken)\b[^.;]{0,40}\b(?:volgende?|af)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"^(?:tussen\b|partij (?:1|een|a)\s*:|(?:ondertekend|getekend|gesloten|aangegaan)\b[^.;]{0,50}\b(?:door|tussen)\s*:|ENERZIJDS|partijen\s*:|de ondergetekenden|(?:wij|de) (?:hierna|ondergetekende)\w*\b[^.;]{0,30}\b(?:partijen|besturen)\s*:|te weten\s*:|(?:zijn|hebben|komen)\b[^.;]{0,60}\b(?:hierna|volgende|onderstaande)\b[^.;]{0,40}\b(?:gemeenten|besturen|partijen)\b[^.;]{0,60}:$)",
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
    r"|,\s+en\s+(?=[A-Z][\w.&'-]*(?:\s[\w.&'-]+){0,5}\s(?:bv|nv|bvba|vzw|cv|cvba)\b)|\)\s*[-–/]\s+|\)\s*,\s*(?:en,?\s*)?|\)\s+en\s+"
)
_OTHERS_MAY = re.compile(
    rf"\b(?:kan|kunnen|mag|mogen)\b[^;]{{0,160}}?(?:{JOINS}|\bbestelling)|\bkrijgen de (?:mogelijkheid|kans)|\b(?:nemen|sloten|sluiten|stappen|treden)\b[^;]{{0,80}}\b(?:deel|aan|toe|in)\b[^;]{{0,30}}\braam",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\b(?:hierna|voortaan|verder (?:genoemd|te noemen)|in wat volgt|vertegenwoordigd door|waarvoor optre\w+|met (?:maatschappelijke )?zetel|ondernemingsnummer|KBO|H\.?R\.?|RPR|handelend|optredend als|in de persoon van)\b",
    re.IGNORECASE,
)
_ROLE_ALONE = re.compile(
    r"\W*(?:hierna|verder|voortaan|in wat volgt|(?:handelend|optredend|in (?:haar|zijn) hoedanigheid)\b|als (?:de |het )?(?:aankoop|opdracht))",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\W*(?:\d{1,2}|[a-z]|[IVX]{1,4})?[.)°]?\s*(?:en\b|de\b|het\b|[A-Z(])")
_NOT_OF_NAMES = re.compile(
    r"\b(?:nieuwe|bijkomende|andere|verplichting\w*|rechten|verbintenis\w*|toetred\w*|aansprakelijk\w*|engagement\w*|taken|taakverdeling|tussen (?:de )?partijen|derden)\b"
)
_CAPITALS = re.compile(r"\b[A-ZÀ-Ý]{2,}(?:[ ,]+[A-ZÀ-Ý]{2,}){1,6}\b")
_OPENING = 40  # sentences in which the parties are named, if they are
_MOST = 20  # sentences of one zone
_WORD = re.compile(r"[A-Z][\w-]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """What is said of one party, and the sentence in which it begins."""

    text: str
    sentence: Sentence


def zone_of(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences in which the parties stand.

    Under their heading; else from "Tussen" to "is overeengekomen"; else where several names are followed by who
    represents them or what they are called hereafter; else below a sentence on who agrees.
    """
    under = [each for each in sentences if PARTIES_TOPIC.search(each.topic) and _is_headed(each)]
    if under:
        return _headed(sentences, under)
    opening = sentences[:_OPENING]
    first = next((at for at, each in enumerate(opening) if _BEGINS.match(each.text)), None)
    if first is None and (defined := _defined(opening)):
        return defined
    if first is None:
        first = next((at for at, each in enumerate(opening) if _agrees(sentences, at)), None)
        if first is not None and not opening[first].text.endswith(":") and _has_party(opening[first].text):
            return list(opening[first : first + 1])
    if first is None:
        return []
    zone: list[Sentence] = []
    for each in sentences[first : first + 16]:
        zone.append(each)
        if (_ENDS.search(each.text) and not _announces(each, zone)) or (
            zone[0].part != each.part and not _is_part_of_parties(each)
        ):
            break
    return zone if zone[-1].part == zone[0].part or _ENDS.search(zone[-1].text) else zone[:-1]


def _announces(sentence: Sentence, zone: Sequence[Sentence]) -> bool:
    """Whether a first sentence says that those who follow have agreed: "Tussen de volgende besturen is overeengekomen:"."""
    return len(zone) == 1 and sentence.text.endswith(":") and not _has_name(sentence.text)


def _headed(sentences: Sequence[Sentence], under: Sequence[Sentence]) -> list[Sentence]:
    """What stands under "Partijen", or beside that word with the lines below that go on with it."""
    part = under[0].part
    if under[0].label.casefold() == "partijen":
        at = sentences.index(under[0])
        zone = [each for each in under if each.part == part and each.block == under[0].block]
        for each in sentences[at + len(zone) : at + _MOST]:
            if each.part != part or each.label or not (_NEXT.match(each.text) and _has_name(each.text)):
                break
            zone.append(each)
        return zone[:_MOST]
    rest = [each for each in sentences if each.part >= part]
    end = next((at for at, each in enumerate(rest) if each.part != part and not _is_part_of_parties(each)), _MOST)
    return rest[: min(end, _MOST)]  # "TUSSEN", "EN" and "ANDERZIJDS" are headings of one part


def _defined(opening: Sequence[Sentence]) -> list[Sentence]:
    """From the first to the last sentence that names somebody and says who represents it or what it is called here."""
    marked = [
        at
        for at, each in enumerate(opening)
        if _DEFINES.search(each.text) and _has_name(each.text) and not each.recites
    ]
    near = [at for at in marked if at - marked[0] <= _MOST]
    if len(near) < 2:
        return []
    return list(opening[near[0] : near[-1] + 2])


def _agrees(sentences: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence says that those it names agree; not that others may join."""
    text = sentences[at].text
    return bool(_NAMES_THEM.search(text) and not _OTHERS_MAY.search(text) and _has_party(_with_list(sentences, at)))


def _has_name(text: str) -> bool:
    readable = text.title() if text.isupper() else text
    return bool(names_in(readable) or _CAPITALS.search(text))


def _with_list(sentences: Sequence[Sentence], at: int) -> str:
    """A sentence, with the first two points of the list that it announces."""
    text = sentences[at].text
    return " ".join(each.text for each in sentences[at : at + 3]) if text.endswith(":") else text


def _is_headed(sentence: Sentence) -> bool:
    heading = sentence.heading.casefold()
    return (
        bool(PARTIES_TOPIC.search(heading) and not _NOT_OF_NAMES.search(heading))
        or sentence.label.casefold() == "partijen"
    )


def _has_party(text: str) -> bool:
    return bool(COMPANY.search(text)) or len(names_in(text)) > 1


def _is_part_of_parties(sentence: Sentence) -> bool:
    return bool(re.search(r"partij|ondergeteken|enerzijds|anderzijds|^en$|tussen", sentence.heading.casefold()))


def segments(zone: Sequence[Sentence]) -> Iterator[Segment]:
    """The zone cut where one party ends and the next begins; a line with a role alone goes with the name above it."""
    last: Segment | None = None
    for each in _pieces(zone):
        if last and _ROLE_ALONE.match(each.text) and not _has_name(each.text):
            last = Segment(f"{last.text} {each.text}", last.sentence)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _pieces(zone: Sequence[Sentence]) -> Iterator[Segment]:
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
            yield Segment(text[after : gap.start() + keep], sentence)
            after = gap.end()
        yield Segment(text[after:], sentence)
