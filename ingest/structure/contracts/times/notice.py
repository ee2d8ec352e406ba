"""Who may end a contract, or leave it, how long before. Knows nothing of renewal or dates."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import NOTICE_TOPIC
from search.registers.agreements import Fact, Field

_NOTICE_WORDS = (
    "opzeg",
    "opgezeg",
    "zeggen",
    "beëindig",
    "beeindig",
    "uittre",
    "uit te tre",
    "uitstap",
    "stopzet",
    "stop te",
    "verbre",
    "einde",
    "verzet",
    "te verleng",
    "terug",
    "stopp",
    "stappen",
    "eruit",
    "afzien",
    "afziet",
    "aanzegg",
    "vertrek",
    "verlaat",
    "verlaten",
    "uit te stappen",
    "uit wil",
    "weer uit",
    "termijn van",
    "dan geldt",
    "verwittig",
    "tegenbericht",
    "ophoud",
    "intrek",
    "weggaan",
    "voordien",
    "voren",
    "kennisgev",
    "gebonden",
    "zegt",
    "verder",
    "r het einde",
    "r de verval",
)
_ENDS = re.compile(
    r"\bniet\b[^.;]{0,20}\b(?:verder\s?\w*|voort\s?\w*|door\s?\w*|blijven|verleng\w*)\b[^.;]{0,12}\b(?:wil|wenst|doen|gaan|laat)|\bverlenging\b[^.;]{0,20}\bniet (?:wil|wenst)|\bzeg(?:t|gen)\b[^.;]{0,40}\bop\b|\ber\b[^.;]{0,15}\buit\b[^.;]{0,12}\b(?:wil|willen|wenst|wensen|stap|gaan)|opzeg|opgezeg|aanzegging|vooropzeg|\b(?:wil|wenst|wensen|willen)\b[^.;]{0,40}\b(?:stoppen|vertrekken|verlaten|eruit|uitstappen)|\buit (?:de|het)\b[^.;]{0,40}\bstap(?:t|pen)\b|\beruit (?:wil|stap)|\bstap(?:t|pen)\b[^.;]{0,40}\beruit\b|\beruit te stappen|\bverlaten\b|\bstopzetten\b|\bverzet\b|niet (?:wenst|wil|wensen|willen) te verleng|terugtrek|terug te trekken|beëindig|beeindig|uittred|uit te treden|uitstap|stopzet|stop te zetten|verbreek|verbrek|op te zeggen|een einde (?:te )?(?:ma|stel)|\b(?:tenzij|mits|behoudens|vervaldag)\b[^.;]{0,90}\bverwittig|\bverwittig\w*[^.;]{0,40}\bvervaldag|tegenbericht|\bweggaan|\bermee ophoud|\bafzien\b|\bintrekking"
)
_NOTICE_BEFORE = re.compile(
    r"(?:(?:opzeg(?:gings?)?|opzeggings|vooropzeg)\s?-?(?:termijn|periode)|(?:termijn|vooropzeg|vooropzegging|opzeg|opzegging|inachtneming|inachtname|aanzegging|periode)\s*[:|]?\s*(?:\w+\s+){0,6}?van(?:\s+ten\s?minste|\s+minstens|\s+minimum)?|inachtneming van|(?:mits|met|minstens|ten\s?minste|minimum|uiterlijk|tijdig)(?:\s+een)?|naar|opzegbaar met|dan (?:geldt|bedraagt)|geldt|inachtneming van|in acht neming van)(?:[^.;]{0,12})$"
)
_LEAVING = re.compile(r"\b(?:intrekking|terugtrekking|weggaan|vertrek|verlaten|stopt|stoppen)\b")
_WITH_NOTICE = re.compile(r"termijn|vooraf|op voorhand|voordien|later|gebonden|duurt|tevoren")
_SAME = re.compile(
    r"\btermijn van\b[^.;]{0,40}\b(?:respecteren|in acht|naleven|gelden)|\bgeldt (?:een )?(?:termijn|periode) van|\bbedraagt (?:die|deze) termijn|\b(?:stopt|stoppen)\b[^.;]{0,80}\bdan geldt\b"
)
_STARTS_AFTER = re.compile(
    r"\bopzeg\w*\b[^.;]{0,40}\b(?:gaat in|wordt effectief|heeft (?:pas )?(?:uitwerking|gevolg)|geldt|werkt|neemt een aanvang)\b[^.;]{0,12}\bna\s(?:een (?:termijn|periode) van\s)?$"
)
_SHORT = 100  # characters of a row of key data
_NOTICE_LABEL = re.compile(
    r"^\W*(?:voor)?opzeg\w*(?: (?:door|van|voor) [^.;:|]{1,40})?\s*[:|]\s*$|\bopzeg\w*[^.;]{0,70}\ben duurt\s*$|\b(?:gestelde|contractuele) termijn van\s*$|(?:bedraagt|is|geldt)\s(?:de|een)\s(?:voor)?opzeg\w*\W*$|^\W*(?:voor)?opzeg(?:ging|termijn|periode)?\s*[:|\t]\s*(?:[\w ]{3,40},\s*)?$|opzeg\w*(?:termijn|periode)[^.;]{0,60}$"
)
_NOTICE_AFTER = re.compile(
    r"(?:\s+\w+){0,2}?\s*(?:vooraf(?:gaand)?|voordien|op voorhand|(?:van )?te\s?voren|later (?:is|eindigt|stopt|loopt)|in acht (?:genomen|nemen)|gebonden|aanzeg|na (?:de )?(?:ontvangst|kennisgeving|verzending|betekening)|v[óo][óo]r (?:de|het|elke|haar|zijn|afloop|einde|het einde|\d)|opzeg|vooropzeg|voorafgaandelijk|daarvoor)"
)
_OTHER_TERM = re.compile(
    r"\b(?:(?:loopt|schuift|gaat)\b[^.;,]{0,40}\bdoor|op met|verder|voort|hernomen|hernieuwd|vernieuwd|verlengd|telkens|elk jaar|geldt voor|gold|voordien|duurt? (?:al|nog))\b[^.;,]{0,18}$|\b(?:na|binnen|gedurende|langer dan|elke(?! (?:partij|afnemer|gemeente|bestuur|deelnemer|stad))|per|eerste|eerst|volle|loopt|meer dan|duur van|(?:nieuwe|zelfde|gelijke|bijkomende|volgende|opeenvolgende) (?:periodes?|termijn(?:en)?|duur) van|voortgezet (?:met|voor)|verleng\w*(?: (?:met|voor))?(?: telkens)?)\b[^.;,]{0,25}$"
)
_ITS_NOTICE = re.compile(r"\s(?:aanzeg|opzeg|vooropzeg)")
_WHO = re.compile(
    r"(?:^|[,;:.]\s|\b(?:door|kan|kunnen|mag|mogen)\s)(?P<who>(?:elke?|iedere?|een|één|de|het|beide|alle|elk van de|één van de|een van de|ieder van de|elkeen|ieder|een der|elk der|de andere|elke van de)\s+(?:[\w'-]+\s){0,2}?"
    r"(?:partij(?:en)?|bestu(?:ur|ren)|gemeenten?|afnemers?|\w*centrale|opdracht(?:gever|nemer)s?|deelnemers?|dienstverleners?|leveranciers?|deelnemende? \w+|stad|steden|vennoot|vennoten|lid|leden|aanbestedende overheid|partners?|concessiehouder|huurder|verhuurder|klant|beheerder|organisator))\b",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(
    r"\b(?:voor|ten aanzien van)\s+(?:ook\s+)?(?P<who>(?:de|het|elke?|alle)\s+(?:toetredende\s+|deelnemende\s+)?(?:bestu(?:ur|ren)|gemeenten?|partij(?:en)?|afnemers?|deelnemers?|opdracht\w+|\w*centrale))\b",
    re.IGNORECASE,
)


def notices_of(sentences: Sequence[Sentence]) -> list[Fact]:
    """The terms of notice, one for each who may give it."""
    found: dict[tuple[str, str], Fact] = {}
    above: Sentence | None = (
        None  # the last sentence with a term of notice: "Het asiel moet één jaar respecteren" goes on
    )
    for sentence in sentences:
        if not sentence.names(_NOTICE_WORDS):
            continue
        goes_on = above is not None and above.part == sentence.part
        facts = list(_notices(sentence, goes_on=goes_on))
        above = sentence if facts else above
        for fact in facts:
            key = (fact.value, fact.detail.casefold())
            if key not in found or found[key].confidence < fact.confidence:
                found[key] = fact
    named = {value for value, who in found if who}
    return [fact for (value, who), fact in found.items() if who or value not in named]


def _notices(sentence: Sentence, *, goes_on: bool) -> Iterator[Fact]:
    folded = sentence.folded
    is_topic = bool(NOTICE_TOPIC.search(sentence.topic) or _LEAVING.search(sentence.topic))
    is_same = goes_on and _SAME.search(folded)
    if not (_ENDS.search(folded) or is_same or (is_topic and _WITH_NOTICE.search(folded))):
        return
    sure = (0.95 if is_topic else 0.88) - (0.35 if sentence.recites else 0.0)
    for duration in sentence.lengths:
        lead = folded[max(0, duration.start - 80) : duration.start]
        if re.match(r"\s*(?:naar|tot)\b", folded[duration.end : duration.end + 8]):
            continue  # "van drie maanden naar twee maanden"
        if re.match(r"\s*(?:\w+\s+){0,2}?verleng", folded[duration.end : duration.end + 30]):
            continue
        is_after = _STARTS_AFTER.search(lead)
        if (
            _OTHER_TERM.search(lead)
            and not is_after
            and not _ITS_NOTICE.match(folded, duration.end)
            and not re.search(r"opzeg\w*termijn[^.;]{0,25}$", lead)
        ):
            continue
        is_labelled = sentence.label[:5].casefold() == "opzeg" and len(sentence.text) < _SHORT
        if (
            is_after
            or is_labelled
            or _NOTICE_BEFORE.search(lead)
            or _NOTICE_LABEL.search(lead)
            or _NOTICE_AFTER.match(folded, duration.end)
        ):
            yield Fact(
                Field.NOTICE,
                duration.iso,
                sentence.text,
                _who(sentence.text, duration.start),
                sentence.spans,
                round(sure, 2),
            )
            return


def _who(text: str, before: int) -> str:
    """Who may give notice: named as the one who ends, or for whom the term holds."""
    if match := _FOR_WHOM.search(text):
        return match["who"]
    found = [match for match in _WHO.finditer(text) if match.start() < before]
    if not found:
        found = list(_WHO.finditer(text))
    return found[0]["who"] if found else ""
