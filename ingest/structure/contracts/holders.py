"""Who states a position, where neither its head nor the paper's own body tells: by labels, subjects and signatures."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.parties.names import Named, Sort, in_lists, names_in
from ingest.structure.contracts.text.clauses import Sentence
from search.registers.agreements import Fact, Field

_LABEL = re.compile(
    r"(?:(?:standpunt)?houders?(?: van dit standpunt)?|(?:bezwaar|motie)?indieners?|ingediend door|adviserend bestuur|auteurs?|onderschreven door|gesteund door|(?:mede)?ondertekenaars|ondertekenende besturen|namens|afzenders?|uitgaande van)"
)
_JOINT = (
    r"(?:\w*burgemeesters(?:conferentie|overleg|tafel|vergadering|platform|kring)|\w*(?:overleg|streek|regio|koepel)?platform|(?:streek|regio|burger|woon|zorg|politie|zone|vervoer)\w*(?:raad|tafel|college|overleg)|vervoerregio"
    r"|(?:raad|conferentie|kring|vergadering|overleg|netwerk|vereniging|alliantie|coalitie|forum)(?:\s(?:van|der|voor)\s(?:de\s)?(?:\w+\s){0,2}?(?=[A-Z])|(?=\s[A-Z])|(?=\svan\sde\s(?:zone|vervoerregio)\s)))"
)
# The body's own words in capitals follow: "Burgemeestersplatform Denderstreek", "Politieraad van de zone Neteland".
_COLLECTIVE = re.compile(
    rf"(?<![\w-])(?:[Pp]rovinciale |[Gg]ezamenlijke )?(?i:{_JOINT})(?:\s?(?:(?:van|voor|de|der|het|en|zone|regio|vervoerregio|&)\s){{0,4}}(?!Aan\b|Verzonden\b|Datum\b|Betreft\b)[A-Z][\w’'-]+){{1,6}}(?:\svzw\b)?"
)
_STATES = r"(?:vraagt|vragen|eist|eisen|roept|roepen|dringt|dringen|keert|keren|kant|kanten|verzet|verzetten|spreekt|spreken|blijft|blijven|vindt|vinden|stelt|stellen|stelde|houdt|houden|neemt|nemen|wenst|wensen|laat|laten|delen|deelt|handhaaft|handhaven|verenigt|groepeert|beslist|besliste|besluit|bepleit|bepleiten|pleit|pleiten|nam|namen|vernam|bracht|richt|steunt|steunen|verklaart|verklaren|diende|dienden|weigert|schrijft|schrijven)"
_SUBJECT = re.compile(
    rf"(?:,? (?:in|bijeen|verenigd|samengekomen|zitting)\b[^.;]{{0,80}}|,[^,.;]{{1,80}},)?\s(?:\S+\s){{0,3}}?{_STATES}\b|,\s(?:in|bijeen)\b|\svolgende motie",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:ingediend|onderschreven|gedragen|ondertekend|gesteund|aangenomen|bekrachtigd|vastgesteld|goedgekeurd)\sdoor\b(?!\s(?:de|het)\s(?:voorzitter|secretaris|burgemeester))[^.;]{0,60}$|\b(?:schrijven|brief|standpunt|motie|resolutie|memorandum|bezwaar|oproep|reactie)\svan\s(?:de |het )?(?:raad van bestuur van )?(?:de |het )?(?:stad|gemeente|gemeenten)?\s?$"
    r"|\b[Nn]amens\s(?:de |het )?(?:\w+\s){0,2}$|\bals\s$|\bhoud(?:er|ster)s?\b[^.;]{0,20}$|\bondergetekende (?:besturen|gemeenten|burgemeesters)\W{1,4}(?:de )?(?:stad|gemeente)?\s?$",
    re.IGNORECASE,
)
_COUNCIL = re.compile(
    r"\b(?:raad|gemeenteraad|raden|gemeenteraden|college|colleges|schepenen|vast bureau|raad van bestuur|burgemeesters?|gemeenten?|stad|steden|besturen)\s(?:van\s)?(?:de |het )?(?:stad |gemeente )?$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\s?(?:,|;|en|én|-)\s?(?:de |het |door )*(?:stad|gemeente)?\s?", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:niet onderschreven|onthoud\w+|onthield\w*|aan de (?:vlaamse|federale)|afschrift|kopie|gehoord|vorige|zonder)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_HEADS = re.compile(r"\W*(?:(?:van|vanwege)\s)?(?:(?:de|het)\s)?", re.IGNORECASE)
_OPENS = re.compile(
    r"\b(?:ondertekenende|onderschreven|ondertekend door|ondertekenaars|steunen)\b[^.;]{0,60}:$", re.IGNORECASE
)
_ITEM = re.compile(r"\W{0,3}(?:\d{1,2}[.)]\s)?(?:de |het )?(?:stad|gemeente|OCMW|[A-Z])")
_HEAD = 14  # sentences in which it is said who speaks
_FOOT = 6


def holders_of(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """Everybody who states the position, as far as the words around the names tell; none of them is sure."""
    yield from (_stated_in(sentences[:_HEAD]) or _stated_in(sentences[_HEAD:][-_FOOT:])).values()


def listed_holders(sentences: Sequence[Sentence]) -> list[Fact]:
    """Several that a label lists as those who state it: "Standpunthouders: gemeente Essen, stad Hoogstraten"."""
    for each in sentences[:_HEAD]:
        if _LABEL.fullmatch(each.label.casefold()) and len(names := list(_in(each, is_open=False))) > 1:
            return [Fact(Field.HOLDER, name, each.text, "", each.spans, 0.8) for name in names]
    return []


def _stated_in(sentences: Sequence[Sentence]) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    is_open = False
    for sentence in sentences:
        for name in _in(sentence, is_open=is_open):
            found.setdefault(name.casefold(), Fact(Field.HOLDER, name, sentence.text, "", sentence.spans, 0.6))
        is_open = bool(_OPENS.search(sentence.text)) or (is_open and bool(_ITEM.match(sentence.text)))
    return found


def _in(sentence: Sentence, *, is_open: bool) -> Iterator[str]:
    text = sentence.text
    collective = [Named(each[0].strip(), each.start(), each.end(), Sort.BODY) for each in _COLLECTIVE.finditer(text)]
    others = [each for each in names_in(text) if not any(one.start <= each.start < one.end for one in collective)]
    is_listed = bool(_LABEL.fullmatch(sentence.label.casefold())) or (is_open and bool(_ITEM.match(text)))
    for group in in_lists(text, sorted((*collective, *others), key=lambda each: each.start), _TOGETHER):
        is_head = group[0] in collective and bool(_HEADS.fullmatch(text, 0, group[0].start))
        if is_listed or is_head or _speak(text, group[0], group[-1]):
            yield from (each.name for each in group if not _NOT.search(text, max(0, each.start - 60), each.start))


def _speak(text: str, first: Named, last: Named) -> bool:
    before = text[max(0, first.start - 100) : first.start]
    if _BEFORE.search(before):
        return True
    is_subject = first.sort is not Sort.TOWN or bool(_COUNCIL.search(before))
    return is_subject and bool(_SUBJECT.match(text, last.end))
