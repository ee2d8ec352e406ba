"""Which earlier contract or position a paper takes the place of. Articles that are replaced are not that."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.names.mentions import INSTRUMENT, mentions, trimmed
from ingest.structure.contracts.names.superseded import is_over, superseded
from ingest.structure.contracts.text.clauses import Sentence
from search.registers.agreements import Fact, Field

_WORDS = (
    "verva", "houdt op", "houden op", "heft", "opheff", "opgeheven", "de plaats", "in plaats", "teniet", "een einde", "ten einde", "eindig", "opvolg", "volgt", "trekt", "trokken",
    "herroep", "buiten werking", "uitwerking", "uitgewerkt", "niet meer", "niet langer", "stop", "opgezegd", "geen nut", "versie", "herziet", "ontbonden",
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
_LABELLED = re.compile(r"^[^:|]{3,40}[:|]\s*(?P<verb>vervangt\b)", re.IGNORECASE)
_THAT_OF = re.compile(
    rf"^\W*(?:dit|deze|het|de|ons|onze)\s+(?:\w+\s)?(?P<what>{_INSTRUMENT})\s+(?:vervangt|komt in de plaats van|herziet)\s+(?:dat|die|deze)\s+(?P<rest>van\s[^.;,]{{4,80}})",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r",\s+(?:waarin|waarbij|die|dat|zoals|welke)\b.*$|\s+(?:en treedt|dat|die|is|wordt|werd|blijft|liep|loopt|eindigt)\b.*$"
)
_OF_ARTICLE = re.compile(
    r"\W*(?:de\b.{0,60}\bartikel\b|(?:(?:in|het|de)\s)?(?:artikel|bijlage|art\.)\s+[\w.]{1,6}\s*(?:,|(?:wordt|worden|van|vervalt|en|lid)\b))",
    re.IGNORECASE,
)

_THAT_ONE = re.compile(rf"\W*(?:dat|die|voornoemde?|voormelde?|bovenvermelde?)\s+{INSTRUMENT}\b", re.IGNORECASE)
_IN_LIST = re.compile(r"\W*(?:\d{1,2}|[a-z])\s?[°.)]|[-–•*·]")


def replaced(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The earlier contract or position whose place this one takes."""
    for at, sentence in enumerate(sentences):
        if not sentence.names(_WORDS) or _OF_ARTICLE.match(sentence.text):
            continue
        if told := _told(sentence):
            name, sure = told
            yield Fact(
                Field.REPLACES, name, sentence.text, "", sentence.spans, min(sure, 0.6 if sentence.recites else 1)
            )
        elif _THAT_ONE.match(sentence.text) and at and is_over(sentence.text):
            before = sentences[at - 1]
            named = [each for each in mentions(before.text) if each.is_known]
            yield from (Fact(Field.REPLACES, each.name, before.text, "", before.spans, 0.65) for each in named[-1:])
        elif sentence.text[-1] == ":" and is_over(sentence.text):
            yield from _listed(sentences[at + 1 :], sentence.part)


def _told(sentence: Sentence) -> tuple[str, float] | None:
    """The earlier paper that a sentence names, and how sure that is."""
    number = _NUMBER.match(sentence.text)
    text = sentence.text[number.end() :] if number else sentence.text
    if sentence.label and (value := _LABELLED.search(text)):
        text = f"dit {text[value.start('verb') :]}"
    match = (_REPLACES.search(text) if _WHOLE.match(text) else None) or _REPLACED.match(text)
    if match and (match.re is _REPLACES or _BY_THIS.search(text, match.end("name"))):
        return trimmed(_NAME_ENDS.sub("", match["name"]).strip(" .,;")), 0.93
    if that := _THAT_OF.match(text):
        return f"{that['what']} {that['rest']}", 0.85
    return superseded(text)


def _listed(following: Sequence[Sentence], part: int) -> Iterator[Fact]:
    """The papers of a list below "Worden opgeheven:"."""
    for each in following:
        named = next(mentions(each.text), None)
        if each.part != part or named is None or not _IN_LIST.match(each.text):
            return
        yield Fact(Field.REPLACES, named.name, each.text, "", each.spans, 0.75)
