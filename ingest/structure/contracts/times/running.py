"""Which sentences tell how long the contract itself lasts, and which tell it of prices, joining or what was. Knows no days."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import CONTRACT, DURATION_TOPIC, JOINS, PRICE_TOPIC

_ITSELF = re.compile(rf"\b(?:{CONTRACT}|looptijd|duurtijd|contractduur|einddatum|vervaldatum|vervaldag|eindtermijn)\b")
RUNS = re.compile(
    r"\b(?:geldig|gaat|gaan|ingaat|treedt|begint|start|vangt|eindigt|einddatum|loopt|lopen|geldt|gelden|gesloten|aangegaan|afgesloten|duurt|neemt|verlengd|verstrijkt|vervalt|afloopt"
    r"|ingangsdatum|uitwerking|aanvang\w*|looptijd|duurtijd|duur|periode|toe|af|be[eë]indigd|deelneemt|termijn|ingaande?|eindig\w*|verleend|te verlengen|verlengt|duren|looptijden|stopt|begin|einde|aangehouden|heropgestart|van kracht|van start|ging(?:en)?|ving(?:en)?|begon(?:nen)?|ingegaan|liep|lopende?|nam|nemend|doorloopt|stopte?|ten einde|krijgt|houdt|dooft|gebracht|beginnend\w*|hernieuwd|bestaat|looptijd heeft|is (?:van|tot|er)|verplaatst|verschoven|vervaldag|van toepassing)\b"
)
"""What a contract does in time."""
MAY_JOIN = re.compile(
    rf"\b(?:staat|staan)\b[^.;]{{0,60}}\bopen\b|\b(?:kan|kunnen|mogelijk|mogen|open|opengesteld|termijn|periode)\b.{{0,120}}?{JOINS}|{JOINS}.{{0,80}}?\b(?:kan|kunnen|mogelijk|mogen|open)\b|\bopen\b.{{0,60}}?\btot\b|{JOINS}.{{0,80}}?\b(?:uiterlijk|ten laatste)\b"
)
"""A sentence on who may still join, and until when."""
OTHER_THING = re.compile(
    r"(?:de|het|elke|een|alle|iedere|deze|die)?\s*(?:\w+\s)?(?:prij[sz]\w*|garantie\w*|waarborg\w*|reserve\w*|levering\w*|bestelling\w*|tarie\w*|offerte\w*|factu\w*|betaling\w*|licentie\w*|(?:huidige|vorige|oude|bestaande)\s\w+)\b"
)
"""How a sentence begins that is on a price, a delivery or another contract."""
_IT = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+)?(?:zij|ze|hij|het|deze|dit|de duur|de looptijd|de termijn)\b(?! (?:prij|tarie|vergoed|bedrag))"
)
_STAYS = re.compile(
    r"\b(?:toetreding|deelname|aansluiting|afname)\s+(?:neemt een einde|eindigt|loopt|stopt|geldt|gaat in|heeft uitwerking)\b"
)
_STOPS = re.compile(
    r"\b(?:stoppen|stopzet\w*|opzeggen|opgezegd|uittreden|uitstappen)\b.{0,60}?\bgeldt\b|\bmag de einddatum\b"
)
REPLACED_BY = re.compile(
    r"\b(?:vervangen|gewijzigd|vervangt|wordt) (?:door|in)\b(?: de (?:woorden|datum|einddatum|vermelding))?\W*"
)
"""Where an addendum puts new words in the place of old ones."""
_RUNS_FROM = re.compile(rf"\b{CONTRACT}\b[^.;]{{0,80}}?\b(?:loopt|geldt|liep) van\b")
_JOINS = re.compile(r"\b(?:treedt|treden)\b.{0,120}?\btoe\b|\btoetre(?:edt|den)\b")
_CHAIN = 8  # sentences on "it" that follow each other
_OPEN_WORDS = ("onbe", "bepaal", "onge", "eind", "beperkt", "stopt", "geen vaste")


def about_duration(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences with a day or a length that tell how long the contract lasts, also as "it" after one on it."""
    for at, sentence in enumerate(sentences):
        if not (sentence.days or sentence.lengths or any(word in sentence.folded for word in _OPEN_WORDS)):
            continue
        tells_other = _tells_other(sentence.folded)
        is_own = not tells_other and (
            _tells_duration(sentence)
            or _changes_duration(sentence)
            or (RUNS.search(sentence.folded) and _goes_on(sentences, at))
        )
        if is_own or _RUNS_FROM.search(sentence.folded):
            yield sentence
        elif tells_other:
            yield from (each for each in sentence.clauses if each.days and is_about_duration(each))


def _goes_on(sentences: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence speaks of "it" after one that names the contract, or after others on "it"."""
    for above in range(at - 1, max(at - _CHAIN, 0) - 1, -1):
        if sentences[above].part != sentences[at].part or not _IT.match(sentences[above + 1].folded):
            return False
        if _ITSELF.search(sentences[above].folded) and not OTHER_THING.match(sentences[above].folded):
            return True
    return False


def _changes_duration(sentence: Sentence) -> bool:
    """Whether it puts another day in a clause on the duration: "In artikel 3 (duur) worden de woorden ... vervangen"."""
    new = REPLACED_BY.search(sentence.folded)
    return bool(new and DURATION_TOPIC.search(sentence.folded, 0, new.start()))


def _tells_other(folded: str) -> bool:
    """Whether a sentence in small letters is on prices and the like, on joining, on ending early or on what was."""
    if OTHER_THING.match(folded) or _JOINS.search(folded) or _STOPS.search(folded):
        return True
    return bool(MAY_JOIN.search(folded)) and not _STAYS.search(folded)


def is_about_duration(sentence: Sentence) -> bool:
    """Whether a sentence tells how long the contract itself lasts."""
    return not _tells_other(sentence.folded) and _tells_duration(sentence)


def _tells_duration(sentence: Sentence) -> bool:
    """Whether it has the words for how long the contract lasts, or stands under such a heading."""
    folded = sentence.folded
    if DURATION_TOPIC.search(sentence.topic) and not PRICE_TOPIC.search(sentence.topic):
        return True
    return bool(_ITSELF.search(folded) and RUNS.search(folded) and not PRICE_TOPIC.search(sentence.heading.casefold()))
