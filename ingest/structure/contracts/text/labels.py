"""Labels of key data: what stands before, or above, the value of "Looptijd: 4 jaar". Knows nothing of what they mean."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Sequence

from ingest.structure.contracts.text.contract_terms import TOPIC
from ingest.structure.contracts.text.headings import NUMBER, VERB
from ingest.structure.rows import Row
from ingest.types import Role

_INLINE_LABEL = re.compile(r"(?P<label>[^\W\d_][^.:;|\t\n?]{1,59}?)\s*(?:[:|\t]|\?\s|\.\s(?=[A-Z]))\s*(?=\S)")
_MARK = re.compile(r"[-–•*·]\s+")
# What forms and fiches call the data of a contract, a stem each; what follows may say whose or for what.
_STEMS = (
    r"plafond\w*|(?:max(?:imum|imale?|imaal)?\.?\s?)(?:\w+bedrag|\w*waarde|bedrag|afname|besteding|\w*uitgave|\w*omzet)?|\w*raming|(?:geraamd|geschat|totaal|totale|jaarlijks|gegund|verwacht)e?\s\w{4,20}|\w*bedrag|\w*waarde|\w*prijs|(?:\w*kosten|\w*kost)|\w*bijdrage|\w*vergoeding",
    r"looptijd|duur(?:tijd|\W{0,2}$)?|\w{4,12}duur|(?:\w+e\s)?termijn|(?:start|aanvangs?|begin|ingangs?|eind|verval|afloop|instap|toetredings|aansluitings)datum|start|aanvang|begin|ingang|einde|vervaldag|inwerkingtreding|geldig(?:heid)?(?:\s(?:van|vanaf|tot))?|(?:\w{4,9})?periode|in voege|loopt (?:van|vanaf|tot)",
    r"(?:voor)?opzeg\w*|opzegbaar|verleng\w*|hernieuw\w*|(?:stilzwijgende|automatische) verlenging|uitstap\w*|uittreding",
    r"opdracht(?:gever|nemer|houder)s?|opdrachtgevend bestuur|aanbeste(?:der|dende? \w+)|(?:gekozen|gegunde|weerhouden)?\s?inschrijvers?|leveranciers?|leverancier\(s\)|dienst(?:verleners?|verrichters?)|aannemers?|(?:aankoop|opdrachten)centrale|concessie(?:houder|gever|naris)|uitvoerders?|contractant|firma|exploitant|uitbater|(?:ver)?huurder|verzekeraar|klant|koper|verkoper|penvoerder|(?:deelnemend|toetredend|aansluitend|trekkend|beherend)e? (?:bestu(?:ur|ren)|gemeenten?|stad)|deelnemers?|afnemers?|partij(?:en)?(?:\s(?:\d|[A-D]))?|gegund aan|toegewezen aan|(?:perceel|lot)\s(?:\d{1,2}|[A-Z])",
    r"voorwerp|onderwerp|opdracht(?: van (?:leveringen|diensten|werken))?|betreft|omschrijving|benaming|titel|contractnaam|(?:raam|kader|hoofd)?(?:overeenkomst|contract)|(?:contract|dossier|bestek|referentie)(?:s?\s?(?:nummer|nr\.?))?|referentie|(?:ons |uw )?kenmerk|vervangt|wijzigt",
    r"instappers|deelnemende besturen|wie (?:kan|kunnen|mag|mogen)\s\w+|(?:kan|kunnen|mogen) (?:later )?\w+|open voor|openstelling|(?:instappen|toetreden|toetreding|aansluiten|aansluiting|intekenen|inschrijven|aanmelden)(?:\s(?:kan\s)?(?:tot|voor|uiterlijk))?|uiterste \w+|laatste (?:dag|datum)|instaptermijn",
    r"datum(?: (?:van )?(?:de )?\w+)?|(?:onder|ge)teken(?:d|ing)(?: (?:op|te|door))?|(?:af)?gesloten (?:op|met)|gunning(?:sdatum)?|(?:collegebesluit|raadsbesluit|besluitdatum|goedkeuring)",
)  # fmt: skip
_OF = r"(?:\s(?:van|voor|door|per|aan|bij|tot|in|op|over|of|en|/)\s(?:(?:de|het|een)\s)?[\w’'-]+(?:\s[\w’'-]+){0,2})?(?:\s?\([^()|:]{1,40}\))?"
_KEY = rf"(?:de |het )?(?:{'|'.join(_STEMS)})(?:\s(?:aansluiting|toetreding|deelname|contract|overeenkomst|raamovereenkomst|opdracht))?{_OF}"
_LEAD = r"(?:(?:\d{1,2}(?:\.\d{1,2})?|[a-zA-Z])[.)]?\s+|[-–•*·]\s+)?"
_ALONE = re.compile(rf"{_LEAD}(?P<label>{_KEY})\s*[:?]?", re.IGNORECASE)
_GAP = re.compile(rf"{_LEAD}(?P<label>{_KEY})(?:\s{{3,}}|\t)(?P<value>\S.*)", re.IGNORECASE)
_CLOSE = re.compile(
    rf"{_LEAD}(?P<label>(?i:{'|'.join(_STEMS[:4])}))\s(?=(?:\d|€|EUR\b|(?i:stad|gemeente|intercommunale|onbepaalde)\s)[^.;:|]*$)",
    re.IGNORECASE,
)
_WITH_COLON = re.compile(rf"{_LEAD}(?P<label>{_KEY})\s*[:|]\s*(?=\S)", re.IGNORECASE)
_IN_FORM = re.compile(
    rf"\d{{1,2}}[.)]?\s+(?P<label>{_KEY}|(?:gemeente|stad|bestuur|organisatie|naam(?: van het bestuur)?|contactpersoon)(?=\s[^,;(]{{2,40}}$))\s(?=\S)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?P<number>\d{1,2})[.)]?\s+[A-ZÀ-Ý]")
KEY_WITHIN = re.compile(rf"\s(?=[^\W\d_])(?:(?=[A-ZÀ-Ý])(?i:{_KEY})\s?:|(?i:{_KEY})\s:)\s")
"""A known label in the middle of a line: with a capital, or with a space before its colon, as forms have it."""

_SHAPES = (
    re.compile(r"[-–•*]?\s?[^\W\d_][^.:;|,]{1,38}?(?:\s?:\s+|\s{2,}:\s?)\S"),  # "titel      : Schilderwerken"
    re.compile(r"[^|]{2,60}\s?\|\s?[^|]"),  # a row of a table without a frame
    re.compile(r"(?:\S+\s){0,6}?\S+\s{3,}\S"),  # cells with white space between them
)
_LONGEST_KEY = 50
_LONGEST_VALUE = 110


def label_of(text: str) -> str:
    """What stands before the colon, tab or bar of "Looptijd: 4 jaar", or before the stop of "4. Duur. De opdracht"."""
    number = NUMBER.match(text)
    mark = number or _MARK.match(text)
    match = _INLINE_LABEL.match(text, mark.end() if mark else 0)
    if match is None or VERB.search(match["label"]) or len(match["label"].split()) > 8:
        return ""
    is_run_in = "." in match[0][len(match["label"]) :] and not number
    if is_run_in and not TOPIC.fullmatch(match["label"].casefold()):
        return ""  # a short sentence, not the heading of "4. Duur. De opdracht loopt"
    return match["label"].strip(" -–*•")


def keys_apart(text: str) -> str:
    """A text of the same length in which each label of a form begins a line, where its lines have run together."""
    first = _WITH_COLON.match(text)
    if first is None:
        return text
    return text[: first.end()] + KEY_WITHIN.sub(lambda match: f"\n{match[0][1:]}", text[first.end() :])


def key_alone(text: str) -> str:
    """The label that a line is and nothing else: "Opzegtermijn", "3. Einddatum:"; "" where it is another line."""
    match = _ALONE.fullmatch(text) if len(text) < _LONGEST_KEY else None
    return match["label"] if match and match["label"][0].isupper() else ""


def is_keyed(text: str) -> bool:
    """Whether a line begins with a known label and its value: "AANKOOPCENTRALE: STAD GEEL", "Plafond     € 4.000"."""
    return bool(_WITH_COLON.match(text) or _GAP.match(text))


def key_apart(text: str) -> str:
    """The known label that white space alone parts from its value: "Looptijd      4 jaar"; "" without one."""
    match = _GAP.match(text) or (_CLOSE.match(text) if len(text) <= _LONGEST_VALUE and not VERB.search(text) else None)
    return match["label"].strip() if match and match["label"][0].isupper() else ""


def begins_line(above: str, text: str) -> bool:
    """Whether a printed line goes on with no line above it: it has a known label, or both are of one form or table."""
    if is_keyed(text) and text[0].isupper():
        return True
    return any(shape.match(above) and shape.match(text) for shape in _SHAPES)


def is_value(text: str) -> bool:
    """Whether a line may be what a label above it is about: short, no sentence, and no label itself."""
    return (
        len(text) <= _LONGEST_VALUE
        and text[-1] not in ":;"
        and not VERB.search(text)
        and not key_alone(text)
        and not is_keyed(text)
        and not label_of(text)
    )


def key_in_form(text: str) -> str:
    """The label of a line of a numbered form without colons: "2 Raamovereenkomst groene stroom"; "" without one."""
    match = _IN_FORM.match(text) if key_apart(text) or not label_of(text) else None
    return match["label"] if match else ""


def end_of_form(rows: Sequence[Row], at: int) -> int:
    """Where the lines end that go on counting from one, each a few words with no text below; 0 where they are fewer than three."""
    end = at
    while end < len(rows) and _number(rows[end]) == _number(rows[at]) + end - at > 0:
        end += 1
    keys = {key_in_form(each.text).casefold() for each in rows[at:end]} - {""}
    return end if end - at > 2 and len(keys) > 1 else 0


def _number(row: Row) -> int:
    """The number that a short line begins with; below any that can count on where it has none."""
    match = _COUNTED.match(row.text) if len(row.text) <= _LONGEST_VALUE and row.role is not Role.TABLE else None
    return int(match["number"]) if match else -100
