"""Days and lengths told without a word on the contract: of who joins or leaves, of a range, beside a label. All with doubt."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator

from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import PRICE_TOPIC
from ingest.structure.contracts.times.day_roles import role_of
from ingest.structure.contracts.times.lasting import NOT_TERM, OPEN, OPEN_ENDED, WOULD
from ingest.structure.contracts.times.running import MAY_JOIN, OTHER_THING
from search.registers.agreements import Fact, Field

_LEAD = 160  # characters before a day that are read
_TAIL = 100  # and after it
_SHORT = 28  # days: a shorter length is no term
_NEAR = 45  # before the last day of one who leaves: "zijn deelname stop te zetten tegen"
_JOINS_NOW = re.compile(
    r"\b(?:treed?t|treden|toe\s?te\s?treden|toegetreden|toetreed?t|toetreding|sluit(?:en)?|aan\s?te\s?sluiten|aangesloten|aansluit\w*|stapt|stappen|in te stappen|instap\w*|neemt|nemen"
    r"|deel\s?te\s?nemen|deelnem\w*|deelneemt|deelname|doet|doen|mee\s?(?:te\s?)?doen|intek\w+|koopt|bestelt|bestel\w*|besteld|gebruikt|gebruik(?:en)?|maakt|lid|opgenomen|deelnemerslijst|afnem\w*"
    r"|opneemt|op te nemen|partner|beschikt|vertrouwt|toevertrouwd|overgenomen|neemt\b.{0,80}\bover|overneemt)\b"
)
_LEAVES = re.compile(
    r"\b(?:niet (?:meer|langer)|ophoudt|opgehouden|herroep\w*|uittred\w*|uittre\w+|stop\w*|opgezegd|opzeg\w*|opzeggen|schrappen|geschrapt|be[eë]indig\w*|einde|laatste|vertrek\w*|verlaat|verbrek\w*|dooft|(?:treedt|treden|stapt|stappen)\b[^.;]{0,60}\buit (?:de|het))\b"
)
_THINGS = re.compile(
    r"\b(?:prij[sz]\w*|tarie\w*|korting\w*|garantie\w*|waarborg\w*|borg\w*|factu\w*|betal\w*|voorschot\w*|bijdrage\w*|vergoed\w*|index\w*|lever(?:ing|t|d)\w*|offerte\w*|inschrijv\w*"
    r"|werken|onderhoudsbeurt\w*|keuring\w*|subsid\w*|bezwaar\w*|openbaar onderzoek|evalu\w*|vergader\w*|overleg|opleiding\w*|verlof|proef\w*|bewaar\w*|gegevens|archief\w*|vergunning\w*|decreet|wet"
    r"|fusie\w*|vakantie|tentoon\w*|storing\w*|sluitingsperiode|boete\w*|meld\w*|vroeger\w*|vorige?|voormalige?|huidige?|oude?|eerdere?|bestaande|lopende (?:over|contr|raam)\w*|toeslag\w*|opgeschort|opschort\w*|sluiting|duurde|werd|werden|geweest|polis|lening|krediet|erkenning|aanstelling|mandaat|zou(?:den)?)\b"
)
_SINCE = re.compile(
    r"\b(?:vanaf|met ingang van|ingaande?|per|sinds|te rekenen vanaf|aanvang op|kracht tot|beginnen|aan op|toe op|deel op|in op)\W+(?:[a-z]+dag\s)?$"
)
_LABELLED = (
    (
        re.compile(
            r"^(?:in voege|sinds|ingegaan op|vanaf|van(?:/| )tot|(?:deelname|geldig|loopt|gestart|aansluiting|toegetreden|lid)(?: \w+)? (?:vanaf|op|sinds|per)|(?:toetredings|instap|aansluitings|start|ingangs|begin|aanvangs)datum.*)$"
        ),
        Field.START,
    ),
    (
        re.compile(
            r"^(?:loopt (?:af )?(?:op|tot)|geldig tot|stopt(?: op)?|(?:uiterste |nieuwe )?(?:eind|verval|afloop)datum.*|laatste (?:\w*dag)(?: .{0,30})?|tot(?: en met)?|afloop|(?:nieuw |voorzien )?einde)$"
        ),
        Field.END,
    ),
)
_RANGE_FROM = re.compile(r"\b(?:van|vanaf|periode|lopende)\W+$")
_RANGE = re.compile(
    r"(?:,[^\d,.;]{0,30},|\s?\([^\d().;]{0,30}\))?,?\s*(?:tot(?: en met)?|t\.?e\.?m\.?|t/m|-|–)\W*(?:[a-z]+dag\s)?$"
)
_ASKED_BY = re.compile(r"\b(?:uiterlijk|ten laatste|v[óo][óo]r|voor|om (?:mee|toe|deel|in|aan) te \w+)\b[^.;]{0,15}$")
_FOR_A_TERM = re.compile(
    r"\bvoor\s(?:een|de)\s(?:vaste\s|eerste\s|totale\s)?(?:periode|duur|looptijd|tijd|termijn|tijdvak|tijdperk)\svan\s(?:een\s|maximaal\s)?$"
)


def days_aside(sentence: Sentence) -> Iterator[Fact]:
    """Days told without a word on the contract or its duration: of who joins or leaves, of a range, beside a label."""
    if OTHER_THING.match(sentence.folded) or PRICE_TOPIC.search(sentence.heading.casefold()):
        return
    if (found := list(_days(sentence))) and not MAY_JOIN.search(sentence.folded):  # a dear look: last
        yield from found


def _days(sentence: Sentence) -> Iterator[Fact]:
    folded = sentence.folded
    after = 0
    opened = False
    for number, (day, start, end) in enumerate(sentence.days):
        lead = folded[max(after, start - _LEAD) : start]
        following = sentence.days[number + 1] if number + 1 < len(sentence.days) else None
        tail = folded[end : following[1] if following else end + _TAIL]
        was, opened = opened, False
        field, sure = _told_aside(sentence, lead, tail)
        after = end
        opened = field is Field.START
        if field is None and was and _RANGE.match(lead):
            field, sure = Field.END, 0.62
        if field:
            sure -= 0.3 if sentence.recites else 0.0
            yield Fact(field, day.isoformat(), sentence.text, "", sentence.spans, round(sure, 2))


def _told_aside(sentence: Sentence, lead: str, tail: str) -> tuple[Field | None, float]:
    """What a day is by its label, or by the words before and after it, and how sure that is."""
    label = sentence.label.casefold()
    if label and len(lead) < len(label) + 25:
        for pattern, field in _LABELLED:
            if pattern.match(label):
                return field, 0.75
    around = lead + tail
    if _THINGS.search(around) or WOULD.search(lead):
        return None, 0.0
    if _LEAVES.search(around):
        role = role_of(lead[-_NEAR:], tail, closes=False)
        return (Field.END, 0.6) if role is Field.END and not _ASKED_BY.search(lead) else (None, 0.0)
    if _SINCE.search(lead) and _JOINS_NOW.search(around) and not sentence.recites:
        return Field.START, 0.66
    if _RANGE_FROM.search(lead) and _RANGE.match(tail):
        return Field.START, 0.62
    return None, 0.0


def terms_aside(sentence: Sentence) -> Iterator[Fact]:
    """A length or none, told of who joins or uses without a word on the contract."""
    folded = sentence.folded
    is_open = ("onbe" in folded or "beperkt" in folded) and OPEN_ENDED.search(folded)
    told = [("", OPEN)] if is_open else []
    for length in sentence.lengths:
        if _FOR_A_TERM.search(folded[max(0, length.start - _NEAR) : length.start]) and not 0 < length.days < _SHORT:
            told.append((length.iso, ""))
    if told and not (_THINGS.search(folded) or NOT_TERM.search(folded) or _LEAVES.search(folded)):
        sure = 0.42 if sentence.recites else 0.62
        yield from (Fact(Field.TERM, value, sentence.text, detail, sentence.spans, sure) for value, detail in told)
