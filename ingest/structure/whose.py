"""Whose document it is: the municipality that decided and the body, or the partnership. Not who is mentioned."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections import Counter
from collections.abc import Iterable

from ingest.structure.head import Head
from ingest.structure.terms import BODIES, PARTNERSHIPS, WORKING_GROUP
from search.language import municipalities
from search.types import Kind

_Labels = tuple[tuple[re.Pattern[str], str], ...]
_BODIES: _Labels = tuple((re.compile(pattern, re.IGNORECASE), label) for pattern, label in BODIES)
# Officers and other assemblies are named in the heads of papers that are a council's: they count where no council is.
_COUNCILS: _Labels = tuple(each for each in _BODIES if ("raad" in each[1] and each[1] != "Raad van bestuur") or each[1] in (
    "Gemeenteraad", "College van Burgemeester en Schepenen", "Raad voor Maatschappelijk Welzijn", "Vast Bureau",
    "Bijzonder Comité voor de Sociale Dienst", "Deputatie",
))  # fmt: skip
_PARTNERSHIPS = tuple((re.compile(pattern, re.IGNORECASE), label) for pattern, label in PARTNERSHIPS)
_OWNER = re.compile(
    r"\b(?:stad|gemeente|ocmw|stadsbestuur|gemeentebestuur|lokaal bestuur|(?:gemeente)?raad|notulenboek|schepenen|bureau|burgemeester|welzijn)"
    r"\s+(?:van\s+)?(?:de\s+)?(?:stad\s+|gemeente\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:voor de (?:stad|gemeente)|namens de (?:stad|gemeente)|^)\s*(?P<place>[A-Z][\w' -]+?),\s+(?:op\s+)?\d{1,2}\s",
    re.IGNORECASE,
)
_COUNCIL_KINDS = (Kind.AGENDA, Kind.DECISION_LIST, Kind.MINUTES, Kind.EXTRACT, Kind.SESSION_REPORT)


def partnership_of(head: Head) -> str | None:
    """The samenwerkingsverband or working group that a document comes from, by its head, name or folders."""
    if _owner_in(head.masthead):
        return None
    own = (head.title, *head.masthead, head.name, *head.folders)
    for text in own:
        if match := WORKING_GROUP.search(text):
            return _tidy_group(match[1])
    for text in own:
        for pattern, label in _PARTNERSHIPS:
            if pattern.search(text):
                return label
    return None


def _tidy_group(text: str) -> str:
    """Make "werkgroep bibliotheken van 3 mei" into "Werkgroep bibliotheken"."""
    words = re.split(r"\s+(?:van|op|over|voor|d\.?d|verslag|en\s+de)\b", text)[0].split()
    return " ".join(words).capitalize()


def municipality_of(head: Head) -> str | None:
    """The municipality whose body decided or signed.

    In this order: a letterhead or running head, a folder, the head's sentences ("de gemeenteraad van Damme"),
    the file's name, the place above the signatures.
    """
    found = _owner_in(head.masthead) or _in_folders(head.folders) or _owner_in((head.title, *head.lines))
    if found:
        return found
    named = [name for name, _, _ in municipalities.find(head.name, any_case=True)]
    if len(set(named)) == 1:
        return named[0]
    return _place_of_signing(head.foot) or _place_of_signing(head.lines)


def _owner_in(lines: Iterable[str]) -> str | None:
    counted: Counter[str] = Counter()
    for line in lines:
        starts = {match.end() for match in _OWNER.finditer(line)}
        readable = line.title() if line.isupper() else line
        for name, start, _ in municipalities.find(readable):
            if start in starts:
                counted[name] += 1
                break
        else:
            if municipalities.is_municipality(line.split("|")[0].strip()):
                counted[line.split("|")[0].strip()] += 1
    # The first line wins among equals: Counter keeps the order of insertion.
    return counted.most_common(1)[0][0] if counted else None


def _in_folders(folders: Iterable[str]) -> str | None:
    for folder in folders:
        if name := municipalities.canonical(folder):
            return name
        inside = {name for name, _, _ in municipalities.find(folder, any_case=True)}
        if len(inside) == 1:
            return inside.pop()
    return None


def _place_of_signing(lines: Iterable[str]) -> str | None:
    for line in lines:
        if (match := _SIGNED.match(line)) and (name := municipalities.canonical(match["place"])):
            return name
    return None


def body_of(head: Head, kind: Kind) -> str | None:
    """The governing body, by its label in OSLO's code list; the first named in head, title, name or folders."""
    own = (*head.masthead, head.title, head.name, *head.folders)
    for bodies, texts in ((_COUNCILS, own), (_BODIES, (head.title, *head.masthead, head.name, *head.folders))):
        for text in texts:
            if body := _body_in(text, bodies):
                return body
    if kind in _COUNCIL_KINDS or kind is Kind.ACCESSION:
        return next((body for line in head.lines if (body := _body_in(line, _BODIES))), None)
    return None


def _body_in(text: str, bodies: _Labels) -> str | None:
    """The body that stands first in a text; of two at the same place the longer name."""
    found = [(match.start(), -len(match[0]), label) for pattern, label in bodies if (match := pattern.search(text))]
    return min(found)[2] if found else None
