"""Which lines are headings that look like the text around them: by a number, capitals or what they say. Knows no typography."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Sequence

from ingest.structure.contracts.text import durations
from ingest.structure.contracts.text.companies import COMPANY
from ingest.structure.contracts.text.contract_terms import JOINT_BODY, TOPIC
from ingest.structure.rows import Row
from ingest.structure.terms import ARTICLE, BULLET, OLD_STYLE
from ingest.types import Role

_LONGEST_LABEL = 60
NUMBER = re.compile(
    r"(?:(?:artikel|art\.?|punt|§|hoofdstuk|titel|afdeling)\s*)?(?:\((?=\w{1,3}\)))?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,5}(?:\.\d{1,2})?|[A-Za-z](?=[.)]))(?:bis|ter|°)?(?:\s*[.):–-]+\s*|\s+)",
    re.IGNORECASE,
)
_NUMBERED_HEADING = re.compile(
    r"(?:(?:artikel|art\.?|hoofdstuk|titel|afdeling)\s+\w{1,5}|\d{1,2}(?:\.\d{1,2})?|[IVX]{1,5}(?:\.\d{1,2})?(?!\w)|[A-Z](?=[.)]))\s*[.):–-]*\s*[^\W\d_][^.;:]{2,59}:?",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    rf"(?:(?:[Dd]e|[Hh]et) )?(?:(?i:(?:stad|gemeente)(?:bestuur)?|stadsbestuur|lokaal bestuur|ocmw|agb|apb|autonoom \w+bedrijf|\w{{0,16}}zone|kerkfabriek|provincie|polder|intercommunale|vzw)(?: van)?(?: (?:de |het )?[A-Z][\w'’-]+){{1,5}}|{JOINT_BODY})(?=$|\s?[,(;–|])"
)
_FIRM = re.compile(rf"(?:{COMPANY.pattern})(?=$|\s?[,(;–|])")
_ASKS = re.compile(
    r"(?:\d{1,2}[.)]?|[A-Z][.)])\s+(?:wie|wat|wanneer|hoe|waar|waarom|welke|kan|kunnen|mag)\b", re.IGNORECASE
)
_ALONE = re.compile(r"[A-ZÀ-Ý][^\W\d_]*(?:\s[^\W\d_]+(?:[-'’][^\W\d_]+)*){0,6}\??")
VERB = re.compile(
    r"\b(?:is|zijn|wordt|worden|kan|kunnen|zal|zullen|heeft|hebben|gaat|loopt|geldt|bedraagt|treedt|moet|mag|komen|begint|eindigt"
    r"|vangt|verbindt|betaalt|levert|stelt|sluit|keurt|doet)\b"
)


def without_number(text: str) -> str:
    """A heading without "Artikel 4 -" or "2.1."."""
    match = NUMBER.match(text)
    return text[match.end() :].strip(" :") if match else text.strip(" :")


def stands_alone(rows: Sequence[Row], at: int) -> bool:
    """Whether a paragraph of a few words, with sentences or a list below it, is a heading without any emphasis."""
    text = rows[at].text
    if rows[at].is_printed or at + 1 >= len(rows) or len(text) > _LONGEST_LABEL or not _ALONE.fullmatch(text):
        return False
    below = rows[at + 1]
    is_text = len(below.text) > _LONGEST_LABEL and below.text[-1] in ".;:" and below.text[0].isupper()
    return below.role is not Role.TABLE and (is_text or bool(BULLET.match(below.text)))


def is_heading(text: str) -> bool:
    """A short line with a number or in capitals that is no sentence: a heading that looks like the text around it."""
    if OLD_STYLE.match(text) and text[-1] == ":" and len(text.split()) <= 4:
        return True  # "Overwegende dat:"
    if (
        len(text) > _LONGEST_LABEL + 20
        or text[-1] in ".;,"
        or (VERB.search(text) and not (text[-1] == "?" or _ASKS.match(text)))
        or re.search(r"\d{4}|€|%", text)
    ):
        return False
    if _is_numbered_value(text):
        return False
    is_label = text.endswith(":") and len(text.split()) <= 5
    return (
        bool(_NUMBERED_HEADING.fullmatch(text) and not is_label)
        or (text.isupper() and len(text) > 3)
        or ((bool(ARTICLE.match(text)) and len(text.split()) <= 9) or _is_topic(text))
    )


def _is_numbered_value(text: str) -> bool:
    """Whether a number begins what is no heading: "4 jaar", or a line of a form with a name, "1 Gemeente Olen"."""
    if any(each.start == 0 for each in durations.find(text)):
        return True
    rest = without_number(text)
    return rest != text.strip(" :") and bool(_OF_BODY.match(rest) or _FIRM.match(rest))


def _is_topic(text: str) -> bool:
    """Whether a line without a number or emphasis is a heading by what it says: "Wij vragen", "Feiten en context"."""
    few = len(text.split()) <= 6 and text[0].isupper() and not re.search(r"[\d|\t]|: ", text)
    return few and bool(TOPIC.fullmatch(text.casefold().rstrip(": "))) and not durations.find(text)
