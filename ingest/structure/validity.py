"""From when until when a contract runs, for how long, and when it was signed. Knows nothing of renewal or notice."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ingest.structure.clauses import Sentence
from ingest.structure.contract_terms import CONTRACT, DURATION_TOPIC, JOINS, PRICE_TOPIC
from search.registers.agreements import Fact, Field

_LEAD = 70  # characters before a date in which the word stands that says what it is
_FAR = 160  # the same, for "op de eerste dag van de maand na de gunning, zijnde 1 mei 2020"
_START = re.compile(
    r"\b(?:vanaf|met ingang (?:van|op)|ingaande?|gaat\b.{0,30}?\bin|gaan in|in werking|inwerkingtreding\w*|in voege|van kracht|begin(?:t|nend)?|begonnen|start(?:datum|end|en|te)?|vangt(?: aan)?"
    r"|aanvang\w*|aanvangt|ingang(?:sdatum)?|aan te vangen|uitwerking|begindatum|loopt van|te rekenen|voorzien op|van|sinds)\b"
)
_END = re.compile(
    r"\b(?:tot en met|t\.?e\.?m\.?|t/m|tot|eindig\w*|einddatum|loopt\b.{0,30}?\baf|afloopt|verstrijkt|vervalt|vervaldatum|vervaldag|uiterlijk"
    r"|einde|verschoven naar|gebracht op|ten einde|be[eë]indigd|ten laatste|afloopdatum|afgelopen)(?=\W|$)"
)
_OTHER = re.compile(
    r"\b(?:v[óo][óo]r|ten vroegste|d\.?d\.?|goedgekeurd|beslissing|besluit\w*|gegund|gunning|zitting|wet|decreet|ordonnantie|verordening|prijs\w*|prijzen"
    r"|opzeg\w*|bezwaar|offerte|factu\w*|evaluatie|verslag|vergadering|levering|raamovereenkomst van|overeenkomst van|contract van|standpunt van|kan vallen"
    r"|gesloten op|ondertekend\w* op|gehoord|index\w*|aansluit op)\b"
)
_ITSELF = re.compile(rf"\b(?:{CONTRACT}|looptijd|duurtijd|contractduur|einddatum|vervaldatum|eindtermijn)\b")
_RUNS = re.compile(
    r"\b(?:geldig|gaat|gaan|ingaat|treedt|begint|start|vangt|eindigt|einddatum|loopt|lopen|geldt|gelden|gesloten|aangegaan|afgesloten|duurt|neemt|verlengd|verstrijkt|vervalt|afloopt"
    r"|ingangsdatum|uitwerking|aanvang\w*|looptijd|duurtijd|duur|periode|toe|af|be[eë]indigd|deelneemt|termijn|ingaande?|eindig\w*|verleend|te verlengen|verlengt|duren|looptijden|stopt|begin|einde|aangehouden|heropgestart)\b"
)
_MAY_JOIN = re.compile(
    rf"\b(?:staat|staan)\b[^.;]{{0,60}}\bopen\b|\b(?:kan|kunnen|mogelijk|mogen|open|opengesteld|termijn|periode)\b.{{0,120}}?{JOINS}|{JOINS}.{{0,80}}?\b(?:kan|kunnen|mogelijk|mogen|open)\b|\bopen\b.{{0,60}}?\btot\b|{JOINS}.{{0,80}}?\b(?:uiterlijk|ten laatste)\b"
)
_OTHER_THING = re.compile(
    r"(?:de|het|elke|een|alle|iedere|deze|die)?\s*(?:\w+\s)?(?:prij[sz]\w*|garantie\w*|waarborg\w*|reserve\w*|levering\w*|bestelling\w*|tarie\w*|offerte\w*|factu\w*|betaling\w*|licentie\w*|(?:huidige|vorige|oude|bestaande)\s\w+)\b"
)
_IT = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+)?(?:zij|ze|hij|het|deze|dit|de duur|de looptijd|de termijn)\b(?! (?:prij|tarie|vergoed|bedrag))"
)
_STAYS = re.compile(
    r"\b(?:toetreding|deelname|aansluiting|afname)\s+(?:neemt een einde|eindigt|loopt|stopt|geldt|gaat in|heeft uitwerking)\b"
)
_STOPS = re.compile(
    r"\b(?:stoppen|stopzet\w*|opzeggen|opgezegd|uittreden|uitstappen)\b.{0,60}?\bgeldt\b|\bmag de einddatum\b"
)
_WOULD = re.compile(
    r"\b(?:voordien|voorheen|vroeger|i\.p\.v\.|in plaats van)\b|\b(?:zou|zouden|liep tot|liep af|eindigde|verstreek|verlengde)\b|\bwerd\b.{0,60}?\bverlengd\b|\b(?:oorspronkelijk|aanvankelijk|initieel) (?:tot|van|op|twee|drie|vier)\b"
)
_REPLACED_BY = re.compile(
    r"\b(?:vervangen|gewijzigd|vervangt|wordt) (?:door|in)\b(?: de (?:woorden|datum|einddatum|vermelding))?\W*"
)
_START_TOPIC = re.compile(r"\b(?:start|ingang|aanvang|begin)")
_RUNS_FROM = re.compile(rf"\b{CONTRACT}\b[^.;]{{0,80}}?\b(?:loopt|geldt|liep) van\b")
_THAT_IS = re.compile(r"\b(?:zijnde|te weten|namelijk|hetzij|dit is|d\.i\.)\W*$")
_JOINS = re.compile(r"\b(?:treedt|treden)\b.{0,120}?\btoe\b|\btoetre(?:edt|den)\b")
_BETWEEN = re.compile(
    r"\s*,?\s*(?:en loopt\s|en eindigt\s)?(?:tot(?:\s+en\s+met|\s+uiterlijk|\s+ten laatste)?|t\.?e\.?m\.?|t/m|-|–)\s*$"
)
_SIGNED = re.compile(
    r"^(?:aldus\s+)?(?:\w+\s+en\s+)?(?:(?:contract|overeenkomst|akte)\s+(?:ge|onder)tekend|sluitingsdatum|opgemaakt|voor akkoord|gegeven te|goedgekeurd en getekend|afgesproken|digitaal ondertekend|elektronisch ondertekend|digitaal getekend|elektronisch getekend|opgesteld|gedaan|getekend|ondertekend|overeengekomen|goedgekeurd en ondertekend|vastgesteld|verleden|aangegaan|afgesloten)\b|^[A-Z][\w' -]{2,30},\s+(?:op\s+|de\s+)?\d|^(?:plaats en )?datum(?: van)? (?:de )?(?:ondertekening|sluiting)|^ondertekend|^te\s[A-Z]",
    re.IGNORECASE,
)
_WAS_SIGNED = re.compile(
    r"^(?!.{0,40}\b(?:bijakte|addendum|avenant)\b)(?:(?:deze|de|dit|het)\s+)?\w*(?:overeenkomst|contract|akte|protocol|convenant|document)\s+(?:werd|is|wordt)\b.{0,40}?\b(?:onder|ge)tekend\b",
    re.IGNORECASE,
)
_ON_SIGNING = re.compile(
    r"(?:op|vanaf|bij|vanaf de|met ingang van)\s+(?:de\s+)?(?:datum|dag|dagtekening)?\s*(?:van\s+)?(?:de\s+|haar\s+|zijn\s+)?ondertekening",
    re.IGNORECASE,
)
_TERM_BEFORE = re.compile(
    r"(?:(?:periode|termijn|duur|looptijd|duurtijd|tijdvak|tijdsduur|contractduur)\s+van(?:\s+(?:maximaal|maximum|ten hoogste|telkens))?"
    r"|(?:gesloten|aangegaan|afgesloten|gegund|toegewezen|geldt|geldig|gelden|loopt|duurt|aangesteld|verleend|toegekend|bedraagt|beloopt|is|vastgesteld op|bepaald op)"
    r"(?:\s+\w+){0,2}?(?:\s+(?:voor|gedurende|over|op))?(?:\s+(?:een|maximaal|in totaal|initieel|volle))*|(?:duur|looptijd|duurtijd|termijn|contractduur|geldigheidsduur|periode)(?:\s+van\s+(?:de|het|deze)\s+\w+)?\s*[:|\t]?|\bvoor|\bgedurende)"
    r"\s*(?:een\s+)?(?:vaste\s+|bepaalde\s+|initiële\s+|eerste\s+)?$",
    re.IGNORECASE,
)
_NOT_TERM = re.compile(
    r"(?:ver|her)leng\w*|opzeg\w*|be[eë]indig\w*|inachtneming|hernieuw\w*|nieuwe termijn|uitstap\w*|prij[sz]\w*|garantie|waarborg|herroep\w*|reserve\w*|factu\w*|betal\w*|lever\w*|overschrijding|niet meer dan",
    re.IGNORECASE,
)
_BEFORE_IT = re.compile(r"\s+(?:v[óo][óo]r|na|vooraf|voordien|op voorhand)\b")
_OPEN_ENDED = re.compile(r"\bonbepaalde\s+(?:duur|tijd|termijn)\b|\bonbeperkte\s+duur\b", re.IGNORECASE)
OPEN = "onbepaalde duur"
"""Detail of a term without a length."""


def validity_of(sentences: Sequence[Sentence]) -> list[Fact]:
    """Start, end and term of a contract, one of each at most; an end that follows from a term is marked so."""
    about = list(_about(sentences))
    dated = [each for sentence in about for each in _dated(sentence)]
    terms = [each for sentence in about for each in _terms(sentence)]
    start, end = _best(dated, Field.START), _best(dated, Field.END)
    term = max(terms, key=lambda each: each.confidence, default=None)
    return [each for each in (start, end or _computed(start, term), term) if each]


def signed_on(sentences: Sequence[Sentence]) -> Fact | None:
    """When it was signed, by the line that says so; the last one, for the first may be of the paper it amends."""
    for sentence in reversed(sentences):
        if len(sentence.text) < 300 and not sentence.recites and (found := sentence.days):
            by_each = _WAS_SIGNED.match(sentence.text)
            if by_each or (len(found) == 1 and _SIGNED.match(sentence.text)):
                last = max(day for day, _, _ in found)  # it exists when the last party has signed
                sure = 0.95 if len(found) == 1 else 0.75
                return Fact(Field.SIGNED, last.isoformat(), sentence.text, "", sentence.spans, sure)
    return None


def started_by_signing(sentences: Sequence[Sentence], signed: Fact | None) -> Fact | None:
    """The start of a contract that begins "op datum van ondertekening"."""
    for sentence in sentences:
        if (
            signed
            and "ondertekening" in sentence.folded
            and _ON_SIGNING.search(sentence.text)
            and _RUNS.search(sentence.folded)
            and _is_about(sentence)
        ):
            return Fact(Field.START, signed.value, sentence.text, "afgeleid", sentence.spans, 0.7)
    return None


def _best(facts: Sequence[Fact], field: Field) -> Fact | None:
    """The most certain one; of equals the first."""
    return max((each for each in facts if each.field is field), key=lambda each: each.confidence, default=None)


def _about(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences with a day or a length that tell how long the contract lasts, also as "it" after one on it."""
    above: Sentence | None = None
    is_above = False
    for sentence in sentences:
        goes_on = is_above and above is not None and above.part == sentence.part and _IT.match(sentence.folded)
        names_it = bool(goes_on) or (bool(_ITSELF.search(sentence.folded)) and not _OTHER_THING.match(sentence.folded))
        if sentence.days or sentence.lengths or "onbe" in sentence.folded:
            runs_on = goes_on and _RUNS.search(sentence.folded) and not _tells_other(sentence.folded)
            if _tells_other(sentence.folded) and not runs_on and not _RUNS_FROM.search(sentence.folded):
                yield from (each for each in sentence.clauses if each.days and _is_about(each))
            elif _is_about(sentence) or runs_on or _changes_duration(sentence) or _RUNS_FROM.search(sentence.folded):
                yield sentence
        above, is_above = sentence, names_it


def _changes_duration(sentence: Sentence) -> bool:
    """Whether it puts another day in a clause on the duration: "In artikel 3 (duur) worden de woorden ... vervangen"."""
    new = _REPLACED_BY.search(sentence.folded)
    return bool(new and DURATION_TOPIC.search(sentence.folded, 0, new.start()))


def _tells_other(folded: str) -> bool:
    """Whether a sentence in small letters is on prices and the like, on joining, on ending early or on what was."""
    may_join = _MAY_JOIN.search(folded) and not _STAYS.search(folded)
    return bool(_OTHER_THING.match(folded) or may_join or _JOINS.search(folded) or _STOPS.search(folded))


def _is_about(sentence: Sentence) -> bool:
    """Whether a sentence tells how long the contract itself lasts."""
    folded = sentence.folded
    if _tells_other(folded):
        return False
    if DURATION_TOPIC.search(sentence.topic) and not PRICE_TOPIC.search(sentence.topic):
        return True
    return bool(_ITSELF.search(folded) and _RUNS.search(folded) and not PRICE_TOPIC.search(sentence.heading.casefold()))


def _dated(sentence: Sentence) -> Iterator[Fact]:
    found = sentence.days
    folded = sentence.folded
    if not found:
        return
    new = _REPLACED_BY.search(folded)
    if new and (DURATION_TOPIC.search(sentence.topic) or DURATION_TOPIC.search(folded, 0, new.start())):
        found = [each for each in found if each[1] >= new.end() - 1][:1]
        if found and not _START_TOPIC.search(sentence.topic):
            yield Fact(Field.END, found[0][0].isoformat(), sentence.text, "", sentence.spans, 0.9)
        return
    sure = 0.95 if DURATION_TOPIC.search(sentence.topic) else 0.85
    sure -= 0.4 if sentence.recites else 0.0
    after = 0
    opened = False
    for number, (day, start, end) in enumerate(found):
        reach = _FAR if _THAT_IS.search(folded[:start]) else _LEAD
        lead = folded[max(after, start - reach) : start]
        if _WOULD.search(lead):
            after = end
            continue
        following = found[number + 1] if number + 1 < len(found) else None
        closes = following is not None and bool(_BETWEEN.match(folded[end : following[1]]))
        field = Field.END if opened and number else _role(lead, closes=closes)
        if field is None and closes and not _OTHER.search(lead):
            field = Field.START  # "Periode | 1.1.2024 - 31.12.2027"
        opened = field is Field.START and closes
        after = end
        if field:
            yield Fact(field, day.isoformat(), sentence.text, "", sentence.spans, round(sure, 2))


def _role(lead: str, *, closes: bool) -> Field | None:
    """What a date is, by the last telling word before it."""
    last: list[tuple[int, int, Field | None]] = []
    for pattern, field in ((_START, Field.START), (_END, Field.END), (_OTHER, None)):
        for match in pattern.finditer(lead):
            if field is None and _THAT_IS.search(lead):
                continue
            if closes or match[0] not in ("van", "sinds"):  # "van 1 mei" alone says whose day it is, not what begins
                last.append((match.end(), -match.start(), field))
    return max(last, key=lambda each: each[:2])[2] if last else None


def _terms(sentence: Sentence) -> Iterator[Fact]:
    if _WOULD.search(sentence.folded):
        return
    topic = DURATION_TOPIC.search(sentence.topic)
    sure = (0.95 if topic else 0.85) - (0.4 if sentence.recites else 0.0)
    if _OPEN_ENDED.search(sentence.text):
        yield Fact(Field.TERM, "", sentence.text, OPEN, sentence.spans, sure)
        return
    for duration in sentence.lengths:
        lead = sentence.text[max(0, duration.start - _LEAD) : duration.start]
        is_first = bool(topic) and not re.search(r"[^\W\d_]{4}", lead.replace(sentence.label, ""))
        if 0 < duration.days < 28 or _BEFORE_IT.match(sentence.text, duration.end):
            continue
        if (is_first or _TERM_BEFORE.search(lead)) and not _NOT_TERM.search(lead):
            yield Fact(Field.TERM, duration.iso, sentence.text, "", sentence.spans, round(sure, 2))
            return


def _computed(start: Fact | None, term: Fact | None) -> Fact | None:
    """The last day of a term, where the contract gives a first day and no last."""
    if start is None or term is None or not term.value:
        return None
    last = last_day(date.fromisoformat(start.value), term.value)
    spans = start.spans if start.spans == term.spans else (*start.spans, *term.spans)
    said = start.said if start.spans == term.spans else f"{start.said} {term.said}"
    return Fact(Field.END, last.isoformat(), said, "afgeleid", spans, 0.6) if last else None


def last_day(first: date, term: str) -> date | None:
    """The last day of a term ("P48M", "P90D") that begins on `first`; None where no calendar reaches so far."""
    number = int(term[1:-1])
    try:
        if term[-1] == "D":
            return first + timedelta(days=number - 1)
        year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
        day = min(first.day, monthrange(year, month + 1)[1])
        return date(year, month + 1, day) - timedelta(days=1)
    except (OverflowError, ValueError):
        return None
