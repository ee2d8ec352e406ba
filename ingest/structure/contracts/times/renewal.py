"""Whether a contract is renewed and how. Knows nothing of notice or dates."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.structure.contracts.text import durations
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import CONTRACT, DURATION_TOPIC, NOTICE_TOPIC
from search.registers.agreements import Fact, Field

_RENEWAL_WORDS = (
    "verleng",
    "hernieuw",
    "vernieuw",
    "heraanvang",
    "voortgezet",
    "voortzett",
    "hernomen",
    "herneem",
    "doorlo",
    "verder",
    "loopt",
    "schuift",
    "voort",
    "gaat",
    "vanzelf",
    "stilzw",
    "dooft",
    "houdt",
    "opnieuw",
    "nieuwe",
    "allerlaatste",
    "rechtswege",
    "eindig",
    "einde",
    "loopt af",
    "vervalt",
    "loopt verder",
    "loopt door",
    "loopt telkens",
)
_ABOUT_IT = re.compile(
    rf"\b{CONTRACT}\b|\b(?:zij|ze|hij|deze|dit|partij\w*)\b|\bverlenging is\b|^\W*het wordt\b|^\W*(?:een|de|elke|iedere)?\s?(?:verlenging|hernieuwing|voortzetting)\b"
)
_RENEWS = re.compile(
    r"verleng|\bvernieuw|hernieuw|heraanvang|voortgezet|voortzett|hernomen|herneemt|herneming|doorlo(?:opt|pen)|verl\.|voort\s?(?:te )?gaa[nt]|voortloopt"
    r"|\b(?:loopt|lopen|gaat|gaan|geldt|gelden|schuift|blijft|werkt)\b[^.;:\d]{0,45}?\b(?:verder|door|voort|doorlopen|op met|over in een nieuw\w*)\b"
    r"|\bverder\s?gaan\b|\bverder(?:e)? (?:gebruik|uitstel|periode)\b|\bnieuwe (?:afspraken|periode|termijn)\b|\bopnieuw voor te leggen\b|\bvanzelf op\b(?= met)|\b(?:telkens|stilzwijgend) (?:van rechtswege )?verder\b|\bschuift het einde\b"
)
_DURING = re.compile(r"\b(?:tijdens|gedurende|na|in geval van|bij|van)\s+(?:de|deze|elke|een|die|iedere)\s+(?:\w+\s)?$")
_NO_RENEWAL = re.compile(
    r"\bzonder (?:mogelijkheid (?:tot|van) |enige )?verlenging|\bgeen\b[^.;,]{0,25}\bverlenging\b|\bverlenging(?:en)?\s+(?:is|zijn|wordt|kan|kunnen)\s+(?:niet|uitgesloten|onmogelijk)|\b(?:niet|onmogelijk)\s+(?:meer\s+)?(?:verlengbaar|hernieuwbaar|te verlengen)"
    r"|\b(?:aller)?laatste\s+(?:maal|keer|\w*verleng\w*)\b|\ballerlaatste\b|\buitsluiting\b[^.;]{0,30}verlenging|\bgeen (?:nieuwe|verdere|bijkomende) (?:periode|termijn|verlenging)|\bzonder dat\b[^.;]{0,40}(?:doorloopt|verlengd|vernieuwd|hernieuwd|verlenging|voortgezet)(?! uitgesloten)|\bniet (?:meer |nog )?(?:verder|door)\b|\bkan\s+niet\s+(?:meer\s+)?(?:worden\s+)?(?:verlengd|hernieuwd|vernieuwd)"
)
_QUIET = re.compile(
    r"\bzonder (?:enig \w+ |enige |verdere? )?(?:tegenbericht|formaliteit\w*|opzeg\w*|reactie|verzet)\b|\b(?:niet|nooit) (?:wordt |werd )?opgezegd\b|\bopzeg\w* uitblijft\b|\bbij (?:gebreke?|gebrek|ontstentenis) (?:aan|van) (?:\w+ ){0,2}(?:opzeg\w*|tegenbericht)"
    r"|\b(?:geen|niemand)\b[^.;:]{0,80}?\b(?:opzegt?|opzegg\w*|opzeggen|horen|verzet|stuurt|iets|afzegt|meldt|tegenbericht|opgezegd|verwittigt)\b"
)
_ONLY_IF = re.compile(r"\b(?:alleen|enkel|slechts)\s(?:wanneer|als|indien|na|mits|bij|met)\b")
_FROM_NOW = re.compile(r"\b(?:voortaan|daarna|geacht|telkens)\b")
_BY_OTHER = re.compile(
    r"\b(?:zodra|vervangen|vervangt|door de(?:ze)? nieuwe|door dit|borg\w*|waarborg\w*|op te bestaan op)\b"
)
_AGAIN = re.compile(r"^\W*(?:daarna|nadien|hierna|vervolgens|achteraf|na afloop)\b")
_NOUN = re.compile(r"(?:ver|her|wederver)?(?:leng|nieuw)ing|voortzetting|heraanvang|herneming|verlengde")
_DONE_NOW = re.compile(
    r"\b(?:beslist?e?|besloten|besluit|besloot)\b[^.;]{0,120}\b(?:te (?:verlengen|vernieuwen|hernieuwen|laten \w+)|niet te verlengen)|\bakkoord met een verlenging|\bniet-verlenging|\bvoornemen\b"
    r"|\b(?:huidige?|vorige?|oude?)\s\w*(?:contract|overeenkomst|opdracht)\w*\b"
)
_LAST_TIME = re.compile(r"\b(?:aller)?laatste\s+(?:maal|keer|\w*verleng\w*)\b", re.IGNORECASE)
_ONLY_AFTER = re.compile(r"\b(?:maar|wel|enkel|slechts|alleen|dan na)\b")
_ONLY_BY = re.compile(
    r"\b(?:dan|tenzij|behalve|behoudens)\b.{0,30}\b(?:beslissing|akkoord|instemming|schriftelijk\w*|uitdrukkelijk\w*)\b"
)
_WAS = re.compile(
    r"\bkon(?:den)?\b[^.;]{0,60}\bverlengd\b|\b(?:werd(?:en)?|is|zijn|heeft|hebben)\b[^.;]{0,90}?\b(?:verlengd|hernieuwd|vernieuwd)\b|\bverlengde(?:n)?\b|\b(?:toelaat|toeliet)\b"
)
_TACIT = re.compile(
    r"\b(?:stilzw\w*|automatisch\w*|vanzelf|in stilte|zonder (?:tegenbericht|formaliteit\w*|opzeg\w*|verdere? \w+)|van rechtswege (?:hernieuwd|verlengd|verder|door\w*|voort\w*)|zegt niemand|(?:geen|zolang niemand|indien niemand)\b[^.;]{0,60}(?:opzeg\w*|van zich horen|verzet)|van jaar tot jaar doorl\w*|van rechtswege (?:telkens|verlengd)|telkens verlengd|geacht\b[^.;]{0,60}(?:verlengd|hernieuwd|vernieuwd)|(?:van jaar tot jaar|telkens)\b[^.;]{0,40}(?:verlengd|hernieuwd|vernieuwd|voortgezet|verder|door)|(?:verlengd|hernieuwd|vernieuwd|voortgezet)[^.;]{0,30}\b(?:behoudens|tenzij|behalve)|(?:behoudens|behalve bij|tenzij|zonder)\b[^.;]{0,60}opzeg[^.;]{0,80}(?:verlengd|hernieuwd|vernieuwd)|tenzij\b[^.;]{0,150}\b(?:stoppen|uitstapp\w+|laat weten|laten weten|meldt|verwittigt|bericht)\b[^.;]{0,80}\b(?:verlengd|hernieuwd|vernieuwd|voortgezet)|loopt (?:verder|door|telkens))\b"
)
_SURELY_TACIT = re.compile(
    r"\b(?:stilzw\w*|automatisch\w*|vanzelf|in stilte|rechtswege|geacht|behoudens|behalve|tenzij|zonder|bij gebrek\w* aan)\b"
)
_DECIDED = re.compile(r"\b(?:uitdrukkelijk\w*|beslissing|akkoord|schriftelijk\w*|kan|kunnen|mits)\b")
_NOT = re.compile(r"\b(?:geen|niet|nooit|zonder|uitgesloten|onmogelijk|evenmin)\b")
_ONLY_EXPLICIT = re.compile(
    r"\b(?:uitdrukkelijk\w*|schriftelijk\w*|mits|\w*beslissing\w*|\w*besluit\w*|beslis\w*|addendum|bijakte|avenant|(?:nieuwe )?akte|exploot|verzoek|voor te leggen|op papier|nieuwe afspraken|indien|enkel|slechts|akkoord|kan|kunnen|mogelijk\w*|optie|vergt|vereist\w*|behoeft|verlengbaar|hernieuwbaar|recht (?:voor )?om|maal|keer)\b"
)
_ENDS_ITSELF = re.compile(
    r"\b(?:eindigt|einde|neemt een einde|loopt af|vervalt|vervallen)\b.{0,60}?\b(?:van rechtswege|vanzelf|zonder (?:dat )?(?:een |enige )?(?:opzeg\w*|voorafgaande|ingebrekestelling|verdere))|(?:van rechtswege|vanzelf)\b.{0,40}?\b(?:eindigt|eindigen|beëindigd|een einde|vervalt|uitdooft)"
    r"|\bhoudt\b[^.;]{0,40}\b(?:vanzelf op|op te bestaan|van rechtswege op)|\bdooft\b[^.;]{0,30}\buit\b"
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
    if (
        re.match(r"(?:elke|iedere)\s+(?!overeenkomst|partij|contract|verleng|hernieuw)", folded)
        and "overeenkomst" not in folded
    ):
        return None
    sure = (0.92 if is_topic else 0.8) - (0.4 if sentence.recites else 0.0)
    match = _word_of_renewal(folded)
    if match:
        if (_DONE_NOW.search(folded) and not _LAST_TIME.search(folded)) or not (is_topic or _is_about(sentence)):
            return None
        quiet = _QUIET.search(folded)
        rest = _QUIET.sub(lambda each: " " * len(each[0]), folded)
        denied = _NO_RENEWAL.search(rest)
        if _WAS.search(folded) and not _FROM_NOW.search(folded) and not denied and not quiet:
            return None  # how an earlier contract was prolonged
        if denied and not _ONLY_BY.search(folded) and not _ONLY_AFTER.search(folded):
            return Fact(Field.RENEWAL, "none", sentence.text, "", sentence.spans, sure)
        if quiet and not denied:
            return Fact(Field.RENEWAL, "tacit", sentence.text, _detail(sentence.text, folded), sentence.spans, sure)
        value, detail = _yes_or_no(sentence) or _how(sentence.text, folded, match.start())
        return Fact(Field.RENEWAL, value, sentence.text, detail, sentence.spans, sure) if value else None
    if _ends_itself(folded) and (is_topic or _AGAIN.match(folded) or re.search(rf"\b{CONTRACT}\b", folded)):
        return Fact(Field.RENEWAL, "none", sentence.text, "", sentence.spans, round(sure - 0.17, 2))
    return None


def _word_of_renewal(folded: str) -> re.Match[str] | None:
    """The first word of going on that is more than a time: "tijdens de verlenging" tells nothing."""
    for match in _RENEWS.finditer(folded):
        if not (
            _NOUN.match(folded, match.start()) and _DURING.search(folded[max(0, match.start() - 60) : match.start()])
        ):
            return match
    return next(_RENEWS.finditer(folded), None) if _NO_RENEWAL.search(folded) else None


def _is_about(sentence: Sentence) -> bool:
    """Whether what goes on is the contract."""
    folded = sentence.folded
    return bool(
        _RENEWS.search(sentence.topic)
        or _ABOUT_IT.search(folded)
        or _ABOUT_IT.search(sentence.heading.casefold())
        or _NO_RENEWAL.search(folded)
        or _AGAIN.match(folded)
        or "stilzwijgend" in folded
    )


def _ends_itself(folded: str) -> bool:
    """Whether it ends without anybody doing anything, and not because of another paper."""
    return bool(_ENDS_ITSELF.search(folded)) and not _BY_OTHER.search(folded)


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
    if _ONLY_IF.search(folded):
        return "explicit", _detail(text, folded)
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
