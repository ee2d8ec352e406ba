"""Which earlier contract or position a paper takes the place of. Articles that are replaced are not that."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.clauses import Sentence
from ingest.structure.written_days import days_in
from search.registers.agreements import Fact, Field

_WORDS = (
    "vervang", "vervalt", "vervallen", "houdt op", "opgeheven", "in de plaats", "in plaats", "heft", "teniet", "een einde", "opvolg", "volgt",
    "ingetrokken", "beëindigd", "buiten werking", "trekt", "herroep",
)  # fmt: skip
_INSTRUMENT = r"(?:\w*overeenkomst(?:en)?|\w*contract(?:en)?|charter|memorandum|manifest|standpunt(?:en|nota)?|convenant|conventie|protocol|\w*akkoord|regeling|verklaring|concessie|intentieverklaring|afspraken\w*|nota|bestek|polis)"
_NUMBER = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})?[.)°]?\s+|[A-Za-z][.)]\s+|[IVX]{1,5}[.)]\s+|(?:artikel|art\.)\s+\w{1,12}\W+)?",
    re.IGNORECASE,
)
_THIS = r"(?:deze|dit|onderhavige?|huidige?|voorliggende?|hierbij|hierdoor|heden|nieuwe)"
_BY_THIS = re.compile(rf"\b{_THIS}\b", re.IGNORECASE)
_REPLACES = re.compile(
    rf"\b(?:vervangt|vervangen|in de plaats van|in plaats van|ter vervanging van|heft\b.{{0,20}}?\bop|doet\b.{{0,30}}?\bteniet|maakt\b.{{0,40}}?\been einde aan|stelt\b.{{0,30}}?\bbuiten werking|trekt\b.{{0,20}}?\bin|herroept|annuleert|opvolger van|volgt\b.{{0,10}}?\bop)\b\s*(?P<what>(?:en annuleert\s+|integraal\s+|volledig\s+|alle\s+)*(?:de|het|alle|ons|onze|uw|haar|hun)?\s*(?:eerdere?\s+|vorige\s+|vroegere\s+|bestaande\s+|voorgaande\s+|oude\s+|lopende\s+|gelijknamige?\s+|schriftelijke\s+)*(?P<name>{_INSTRUMENT}\b[^.;\n]{{0,160}}))",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    rf"\W*(?:\d{{1,2}}[.)°]\s*|[A-Z][.)]\s*|[IVX]{{1,5}}[.)]\s*)?(?:de|het|ons|onze)\s+(?P<name>(?:\w+\s){{0,2}}?{_INSTRUMENT}\b[^.;]{{0,120}}?)\s*,?\s+(?:houdt op te bestaan|houden op te bestaan|(?:wordt|worden|werd|is) (?:(?:hierbij|hierdoor|integraal|volledig)\s+)*(?:door|vervangen|opgeheven|be[eë]indigd|ingetrokken)|vervalt\b|vervallen\b|eindigt (?:bij|door|met)|houdt op uitwerking)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"^\W*(?:dit|dat|deze|het(?= (?:vervang|komt|treedt))|ze|zij|wij|we|de huidige|het huidige|onderhavige?|huidige?|voorliggende?|de (?:nieuwe )?(?:\w*overeenkomst|\w*contract)|de (?:nieuwe )?(?:\w*concessie|samenwerking|regeling|\w*protocol|\w*akkoord)|(?:partijen|de partijen)\b.{0,40}\b(?:deze|dit))\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"(?:\b(?:door|met|bij)\s+(?:deze|dit|onderhavige?|huidige?|voorliggende?)\b|\b(?:hierdoor|hierbij|heden)\b)[^.;]{{0,60}}\b(?:vervang\w*|opgeheven|be[eë]indigd|ingetrokken)\b|\b(?:vervangen|opgeheven|be[eë]indigd|ingetrokken)\s+(?:door|met)\s+{_THIS}\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(rf"(?P<before>\S{{1,25}}\s+|\()?(?P<name>\b{_INSTRUMENT}\b)", re.IGNORECASE)
_REST = re.compile(r"[^.;()]{0,160}")
_ITS_VERB = re.compile(r"\b(?:vervang\w*|opgeheven|be[eë]indigd|ingetrokken)\b", re.IGNORECASE)
_NOT_EARLIER = re.compile(rf"(?:{_THIS}|tekst)\s*", re.IGNORECASE)
_LABELLED = re.compile(r"^[^:|]{3,40}[:|]\s*(?P<verb>vervangt\b)", re.IGNORECASE)
_THAT_OF = re.compile(
    rf"^\W*(?:dit|deze|het|de|ons|onze)\s+(?:\w+\s)?(?P<what>{_INSTRUMENT})\s+(?:vervangt|komt in de plaats van|herziet)\s+(?:dat|die|deze)\s+(?P<rest>van\s[^.;,]{{4,80}})",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r",\s+(?:waarin|waarbij|die|dat|zoals|welke)\b.*$|\s+(?:en treedt|dat|die|is|wordt|werd|blijft|liep|loopt|eindigt)\b.*$"
)
_AFTER_DAY = re.compile(r",|\s(?:en|die|dat|wordt|werd|is|liep)\s|$")
_OF_ARTICLE = re.compile(
    r"\W*(?:de\b.{0,60}\bartikel\b|(?:(?:in|het|de)\s)?(?:artikel|bijlage|art\.)\s+[\w.]{1,6}\s*(?:,|(?:wordt|worden|van|vervalt|en|lid)\b))",
    re.IGNORECASE,
)


def replaced(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The earlier contract or position whose place this one takes."""
    for sentence in sentences:
        if not sentence.names(_WORDS):
            continue
        number = _NUMBER.match(sentence.text)
        text = sentence.text[number.end() :] if number else sentence.text
        if sentence.label and (value := _LABELLED.search(text)):
            text = f"dit {text[value.start('verb') :]}"
        if _OF_ARTICLE.match(sentence.text):
            continue
        match = (_REPLACES.search(text) if _WHOLE.match(text) else None) or _REPLACED.match(text)
        if match and (match.re is _REPLACES or _BY_THIS.search(text, match.end("name"))):
            name = _NAME_ENDS.sub("", match["name"]).strip(" .,;")
            yield Fact(Field.REPLACES, name, sentence.text, "", sentence.spans, 0.6 if sentence.recites else 0.93)
        elif that := _THAT_OF.match(text):
            name = f"{that['what']} {that['rest']}"
            yield Fact(Field.REPLACES, name, sentence.text, "", sentence.spans, 0.85)
        elif name := _told_beside(text):
            yield Fact(Field.REPLACES, name, sentence.text, "", sentence.spans, 0.75)


def _told_beside(text: str) -> str:
    """The earlier paper, known by its day, in "een eerdere regeling (convenant van 2 mei 2004) wordt hierdoor vervangen"."""
    if not _BESIDE.search(text):
        return ""
    for match in _EARLIER.finditer(text):
        if match["before"] and _NOT_EARLIER.fullmatch(match["before"]):
            continue
        rest = _REST.match(text, match.end())
        name = match["name"] + (rest[0] if rest else "")
        days = days_in(name)
        if days and not _ITS_VERB.search(name, 0, days[0][1]):
            end = _AFTER_DAY.search(name, days[0][2])
            return name[: end.start() if end else None].strip(" .,;")
    return ""
