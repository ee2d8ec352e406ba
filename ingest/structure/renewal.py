"""Whether a contract is renewed and how, and who may end it how long before. Knows nothing of dates."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.structure import durations
from ingest.structure.clauses import Sentence
from ingest.structure.contract_terms import CONTRACT, DURATION_TOPIC, NOTICE_TOPIC
from search.registers.agreements import Fact, Field

_RENEWAL_WORDS = (
    "verleng",
    "hernieuw",
    "vernieuw",
    "heraanvang",
    "voortgezet",
    "voortzett",
    "rechtswege",
    "eindig",
    "einde",
    "loopt af",
    "vervalt",
    "loopt verder",
    "loopt door",
    "loopt telkens",
)
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
)
_ABOUT_IT = re.compile(rf"\b{CONTRACT}\b|\b(?:zij|ze|hij|deze|dit|partij\w*)\b|\bverlenging is\b")
_RENEWS = re.compile(r"verleng|vernieuw|hernieuw|heraanvang|voortgezet|voortzetting|\bloopt (?:verder|door|telkens)\b")
_DURING = re.compile(r"\b(?:tijdens|gedurende|na|in geval van|bij|van)\s+(?:de|deze|elke|een|die|iedere)\s+(?:\w+\s)?$")
_NO_RENEWAL = re.compile(
    r"\bzonder (?:mogelijkheid (?:tot|van) |enige )?verlenging|\bgeen\b[^.;,]{0,25}\bverlenging\b|\bverlenging(?:en)?\s+(?:is|zijn|wordt|kan|kunnen)\s+(?:niet|uitgesloten|onmogelijk)|\b(?:niet|onmogelijk)\s+(?:meer\s+)?(?:verlengbaar|hernieuwbaar|te verlengen)"
    r"|\blaatste\s+(?:maal|keer|verlenging)\b|\bkan\s+niet\s+(?:meer\s+)?(?:worden\s+)?(?:verlengd|hernieuwd)"
)
_LAST_TIME = re.compile(r"\blaatste\s+(?:maal|keer|verlenging)\b", re.IGNORECASE)
_ONLY_AFTER = re.compile(r"\b(?:maar|wel|enkel|slechts|alleen|dan na)\b")
_ONLY_BY = re.compile(
    r"\b(?:dan|tenzij|behalve|behoudens)\b.{0,30}\b(?:beslissing|akkoord|instemming|schriftelijk\w*|uitdrukkelijk\w*)\b"
)
_WAS = re.compile(
    r"\bkon(?:den)?\b[^.;]{0,60}\bverlengd\b|\b(?:werd(?:en)?|is|zijn|heeft|hebben)\b[^.;]{0,90}?\b(?:verlengd|hernieuwd)\b|\bverlengde(?:n)?\b|\b(?:toelaat|toeliet)\b"
)
_TACIT = re.compile(
    r"\b(?:stilzwijgend\w*|automatisch\w*|van rechtswege (?:telkens|verlengd)|telkens verlengd|geacht\b[^.;]{0,60}(?:verlengd|hernieuwd)|(?:van jaar tot jaar|telkens)\b[^.;]{0,40}(?:verlengd|hernieuwd|voortgezet|verder|door)|(?:verlengd|hernieuwd|voortgezet)[^.;]{0,30}\b(?:behoudens|tenzij|behalve)|(?:behoudens|behalve bij|tenzij|zonder)\b[^.;]{0,60}opzeg[^.;]{0,80}(?:verlengd|hernieuwd)|loopt (?:verder|door|telkens))\b"
)
_SURELY_TACIT = re.compile(
    r"\b(?:stilzwijgend\w*|automatisch\w*|rechtswege|geacht|behoudens|behalve|tenzij|zonder|bij gebrek\w* aan)\b"
)
_DECIDED = re.compile(r"\b(?:uitdrukkelijk\w*|beslissing|akkoord|schriftelijk\w*|kan|kunnen|mits)\b")
_NOT = re.compile(r"\b(?:geen|niet|nooit|zonder|uitgesloten|onmogelijk|evenmin)\b")
_ONLY_EXPLICIT = re.compile(
    r"\b(?:uitdrukkelijk\w*|schriftelijk\w*|mits|nieuwe beslissing|beslissing van|akkoord|kan|kunnen|mogelijk\w*|optie|verlengbaar|hernieuwbaar|recht om|maal|keer)\b"
)
_ENDS_ITSELF = re.compile(
    r"\b(?:eindigt|einde|neemt een einde|loopt af|vervalt)\b.{0,60}?\b(?:van rechtswege|zonder (?:dat )?(?:een |enige )?(?:opzeg\w*|voorafgaande|ingebrekestelling|verdere))|van rechtswege\b.{0,40}?\b(?:eindigt|beëindigd|een einde)"
)
_HOW = re.compile(
    r"(?:schriftelijk\s+)?(?:(?:nog|met|voor|telkens|maximaal|ten hoogste|hoogstens|maximum)\s+){0,3}(?:\w{2,6}\s?maal|\d{1,2}\s?(?:x|keer|maal)|(?:een|één|twee|drie|vier|vijf)\s+keer)?\s*(?:(?:met|voor|jaarlijks|telkens|een|periodes?|opeenvolgende|van|termijn|verlengbaar|periode)\s+){0,5}$"
)
_YEARLY = re.compile(
    r"\b(?:(?:\w{2,6}\s?maal|\d\s?(?:x|keer|maal))\s+)?(?:jaarlijks\w*|van jaar tot jaar|met gelijke periodes|voor (?:een )?(?:zelfde|gelijke) (?:periode|duur|termijn))(?:\s+verlengbaar)?"
)
_CONDITION = re.compile(
    r"\b(?:uitdrukkelijke?\s+(?:schriftelijke?\s+)?(?:beslissing|akkoord|instemming|goedkeuring)(?:\s+van\s+[\w' ]{3,40})?|(?:mits|na)\s+(?:een\s+)?[\w' ]{3,60})"
)

_ENDS = re.compile(
    r"\ber\b[^.;]{0,15}\buit\b[^.;]{0,12}\b(?:wil|willen|wenst|wensen|stap|gaan)|opzeg|opgezeg|aanzegging|vooropzeg|\b(?:wil|wenst|wensen|willen)\b[^.;]{0,40}\b(?:stoppen|vertrekken|verlaten|eruit|uitstappen)|\buit (?:de|het)\b[^.;]{0,40}\bstap(?:t|pen)\b|\beruit (?:wil|stap)|\beruit te stappen|\bverlaten\b|\bstopzetten\b|\bverzet\b|niet (?:wenst|wil|wensen|willen) te verleng|terugtrek|terug te trekken|beëindig|beeindig|uittred|uit te treden|uitstap|stopzet|stop te zetten|verbreek|verbrek|op te zeggen|een einde (?:te )?(?:ma|stel)"
)
_NOTICE_BEFORE = re.compile(
    r"(?:(?:opzeg(?:gings?)?|opzeggings|vooropzeg)\s?-?(?:termijn|periode)|(?:termijn|vooropzeg|vooropzegging|opzeg|opzegging|inachtneming|inachtname|aanzegging|periode)\s*[:|]?\s*(?:\w+\s+){0,6}?van(?:\s+ten\s?minste|\s+minstens|\s+minimum)?|inachtneming van|(?:mits|met|minstens|ten\s?minste|minimum|uiterlijk|tijdig)(?:\s+een)?|naar|opzegbaar met|dan (?:geldt|bedraagt)|geldt|inachtneming van|in acht neming van)(?:[^.;]{0,12})$"
)
_SAME = re.compile(
    r"\btermijn van\b[^.;]{0,40}\b(?:respecteren|in acht|naleven|gelden)|\bgeldt (?:een )?(?:termijn|periode) van|\bbedraagt (?:die|deze) termijn|\b(?:stopt|stoppen)\b[^.;]{0,80}\bdan geldt\b"
)
_STARTS_AFTER = re.compile(
    r"\bopzeg\w*\b[^.;]{0,40}\b(?:gaat in|wordt effectief|heeft (?:pas )?(?:uitwerking|gevolg)|geldt|werkt|neemt een aanvang)\b[^.;]{0,12}\bna\s(?:een (?:termijn|periode) van\s)?$"
)
_SHORT = 100  # characters of a row of key data
_NOTICE_LABEL = re.compile(
    r"^\W*(?:voor)?opzeg(?:ging|termijn|periode)?\s*[:|\t]\s*(?:[\w ]{3,40},\s*)?$|opzeg\w*(?:termijn|periode)[^.;]{0,60}$"
)
_NOTICE_AFTER = re.compile(
    r"(?:\s+\w+){0,2}?\s*(?:vooraf(?:gaand)?|op voorhand|van tevoren|v[óo][óo]r (?:de|het|elke|haar|zijn|afloop|einde|het einde|\d)|opzeg|vooropzeg|voorafgaandelijk|daarvoor)"
)
_OTHER_TERM = re.compile(
    r"\b(?:na|binnen|gedurende|langer dan|elke(?! (?:partij|afnemer|gemeente|bestuur|deelnemer|stad))|per|eerste|eerst|volle|loopt|meer dan|duur van|(?:nieuwe|zelfde|gelijke|bijkomende|volgende|opeenvolgende) (?:periodes?|termijn(?:en)?|duur) van|voortgezet (?:met|voor)|verleng\w*(?: (?:met|voor))?(?: telkens)?)\b[^.;,]{0,25}$"
)
_WHO = re.compile(
    r"(?:^|[,;:.]\s|\b(?:door|kan|kunnen|mag|mogen)\s)(?P<who>(?:elke?|iedere?|een|één|de|het|beide|alle|elk van de|één van de|een van de|ieder van de|elkeen|ieder|een der|elk der|de andere|elke van de)\s+(?:[\w'-]+\s){0,2}?"
    r"(?:partij(?:en)?|bestu(?:ur|ren)|gemeenten?|afnemers?|\w*centrale|opdracht(?:gever|nemer)s?|deelnemers?|dienstverleners?|leveranciers?|deelnemende? \w+|stad|steden|vennoot|vennoten|lid|leden|aanbestedende overheid|partners?|concessiehouder|huurder|verhuurder|klant|beheerder|organisator))\b",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(
    r"\b(?:voor|ten aanzien van)\s+(?:ook\s+)?(?P<who>(?:de|het|elke?|alle)\s+(?:toetredende\s+|deelnemende\s+)?(?:bestu(?:ur|ren)|gemeenten?|partij(?:en)?|afnemers?|deelnemers?|opdracht\w+|\w*centrale))\b",
    re.IGNORECASE,
)


def renewal_of(sentences: Sequence[Sentence]) -> Fact | None:
    """Whether a contract is renewed: the clause that says how wins over one that says it is not done tacitly."""
    found = [fact for each in sentences if each.names(_RENEWAL_WORDS) and (fact := _renewal(each))]
    order = {"explicit": 2, "tacit": 3, "none": 1}
    found.sort(
        key=lambda each: (each.confidence >= 0.7, bool(_LAST_TIME.search(each.said)), order[each.value]), reverse=True
    )
    if not found:
        return None
    detail = found[0].detail or next((each.detail for each in found if each.value == "explicit"), "")
    return found[0] if found[0].value == "none" else replace(found[0], detail=detail)


def _renewal(sentence: Sentence) -> Fact | None:
    folded = sentence.folded
    is_topic = bool(DURATION_TOPIC.search(sentence.topic) or NOTICE_TOPIC.search(sentence.topic))
    if re.match(r"(?:elke|iedere)\s+(?!overeenkomst|partij|contract)", folded) and "overeenkomst" not in folded:
        return None
    sure = (0.92 if is_topic else 0.8) - (0.4 if sentence.recites else 0.0)
    match = next((each for each in _RENEWS.finditer(folded) if not _DURING.search(folded[: each.start()])), None)
    if match:
        if not (
            is_topic
            or _RENEWS.search(sentence.label.casefold())
            or _ABOUT_IT.search(folded)
            or _NO_RENEWAL.search(folded)
        ):
            return None
        if (
            _WAS.search(folded)
            and not re.search(r"\b(?:voortaan|daarna|geacht|telkens)\b", folded)
            and not _NO_RENEWAL.search(folded)
        ):
            return None  # how an earlier contract was prolonged
        if _NO_RENEWAL.search(folded) and not _ONLY_BY.search(folded) and not _ONLY_AFTER.search(folded):
            return Fact(Field.RENEWAL, "none", sentence.text, "", sentence.spans, sure)
        value, detail = _yes_or_no(sentence) or _how(sentence.text, folded, match.start())
        return Fact(Field.RENEWAL, value, sentence.text, detail, sentence.spans, sure) if value else None
    if _ENDS_ITSELF.search(folded) and (is_topic or re.search(rf"\b{CONTRACT}\b", folded)):
        return Fact(Field.RENEWAL, "none", sentence.text, "", sentence.spans, round(sure - 0.17, 2))
    return None


def _yes_or_no(sentence: Sentence) -> tuple[str, str] | None:
    """The answer in a table of key data: "Stilzwijgende verlenging | neen"."""
    if not _RENEWS.search(sentence.label.casefold()):
        return None
    answer = re.sub(r"^\W+", "", sentence.value).casefold()
    if re.match(r"(?:nee|neen|niet|geen|nihil|n\.?v\.?t)\b", answer):
        return "none", ""
    return ("tacit", "") if re.match(r"ja\b", answer) and _TACIT.search(sentence.label.casefold()) else None


def _how(text: str, folded: str, at: int) -> tuple[str, str]:
    """The kind of renewal and how often for how long, as it is written."""
    clause_start = max(folded.rfind(";", 0, at), folded.rfind(", maar ", 0, at)) + 1
    near = folded[clause_start : at + 110]
    explicit = _ONLY_EXPLICIT.search(near)
    beside = re.split(r"[,;]|\bzonder dat\b", folded[at : at + 70])[0]
    if _NOT.search(folded[clause_start:at]) or _NOT.search(beside):
        later = folded[at + 7 :]
        rest = re.search(r"\b(?:maar|tenzij|wel|behalve|behoudens|enkel|slechts|alleen)\b", later)
        if (rest and _ONLY_EXPLICIT.search(later, rest.start())) or re.search(r"niet\s+(?:dan|anders)|slechts", near):
            return "explicit", _detail(text, folded)
        return "none", ""
    if _TACIT.search(folded) and not (_DECIDED.search(folded) and not _SURELY_TACIT.search(folded)):
        return "tacit", _detail(text, folded)
    if explicit or "vereist" in folded:
        return "explicit", _detail(text, folded)
    return "", ""


def _detail(text: str, folded: str) -> str:
    if match := _YEARLY.search(folded):
        return text[match.start() : match.end()].strip()
    at = _RENEWS.search(folded)
    near = at.start() if at else 0
    spans = sorted(durations.find(text), key=lambda each: abs(each.start - near))
    for duration in spans:
        lead = _HOW.search(folded[max(0, duration.start - 60) : duration.start])
        back = duration.start - (len(lead[0].lstrip()) if lead else 0)
        if "opzeg" not in folded[max(0, duration.start - 25) : duration.start]:
            return text[back : duration.end].strip()
    match = _CONDITION.search(folded)
    return text[match.start() : match.end()].strip() if match else ""


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
    is_topic = bool(NOTICE_TOPIC.search(sentence.topic))
    is_same = goes_on and _SAME.search(folded)
    if not (_ENDS.search(folded) or is_same or (is_topic and re.search(r"termijn|vooraf|op voorhand", folded))):
        return
    sure = (0.95 if is_topic else 0.88) - (0.35 if sentence.recites else 0.0)
    for duration in sentence.lengths:
        lead = folded[max(0, duration.start - 80) : duration.start]
        if re.match(r"\s*(?:naar|tot)\b", folded[duration.end : duration.end + 8]):
            continue  # "van drie maanden naar twee maanden"
        if re.match(r"\s*(?:\w+\s+){0,2}?verleng", folded[duration.end : duration.end + 30]):
            continue
        is_after = _STARTS_AFTER.search(lead)
        if _OTHER_TERM.search(lead) and not is_after and not re.search(r"opzeg\w*termijn[^.;]{0,25}$", lead):
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
