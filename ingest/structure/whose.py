"""Whose document it is: the municipality that decided and the body, or the partnership. Not who is mentioned."""

import re
from collections import Counter
from collections.abc import Iterable

from ingest.structure.head import Head
from ingest.structure.terms import BODIES, PARTNERSHIPS, WORKING_GROUP
from search.language import municipalities
from search.types import Kind

_BODIES = tuple((re.compile(pattern, re.IGNORECASE), label) for pattern, label in BODIES)
_PARTNERSHIPS = tuple((re.compile(pattern, re.IGNORECASE), label) for pattern, label in PARTNERSHIPS)
_OWNER = re.compile(
    r"\b(?:stad|gemeente|ocmw|stadsbestuur|gemeentebestuur|lokaal bestuur|(?:gemeente)?raad|notulenboek|schepenen|bureau|burgemeester|welzijn)"
    r"\s+(?:van\s+)?(?:de\s+)?(?:stad\s+|gemeente\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:voor de (?:stad|gemeente)|namens de (?:stad|gemeente)|^)\s*(?P<place>[A-Z][\w' -]+?),\s+(?:op\s+)?\d{1,2}\s", re.IGNORECASE)
_COUNCIL_KINDS = (Kind.AGENDA, Kind.DECISION_LIST, Kind.MINUTES, Kind.EXTRACT, Kind.SESSION_REPORT)
_MASTHEAD_LENGTH = 100


def partnership_of(head: Head) -> str | None:
    """The samenwerkingsverband or working group that a document comes from, by its head, name or folders."""
    short = [line for line in head.lines[:8] if len(line) < _MASTHEAD_LENGTH]
    for text in (head.title, *short[:6], head.name, *head.folders):
        for pattern, label in _PARTNERSHIPS:
            if pattern.search(text) and not _owner_in([text]):
                return label
    for text in (*short[:6], head.title, head.name, *head.folders):
        if match := WORKING_GROUP.search(text):
            return _tidy_group(match[1])
    return None


def _tidy_group(text: str) -> str:
    """ "werkgroep bibliotheken van 3 mei" -> "Werkgroep bibliotheken"."""
    words = re.split(r"\s+(?:van|op|over|voor|d\.?d|verslag|en\s+de)\b", text)[0].split()
    return " ".join(words).capitalize()


def municipality_of(head: Head) -> str | None:
    """The municipality whose body decided or signed.

    In this order: a letterhead or running head, a folder, the head's sentences ("de gemeenteraad van Damme"),
    the file's name, the place above the signatures.
    """
    short = [line for line in head.lines if len(line) < _MASTHEAD_LENGTH]
    found = _owner_in(short) or _in_folders(head.folders) or _owner_in((head.title, *head.lines))
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
    short = tuple(line for line in head.lines[:12] if len(line) < _MASTHEAD_LENGTH)
    own = (head.title, *short, head.name, *head.folders)
    for text in own:
        if body := _body_in(text):
            return body
    if kind in _COUNCIL_KINDS or kind is Kind.ACCESSION:
        return next((body for line in head.lines if (body := _body_in(line))), None)
    return None


def _body_in(text: str) -> str | None:
    """The body that stands first in a text; of two at the same place the longer name."""
    found = [(match.start(), -len(match[0]), label) for pattern, label in _BODIES if (match := pattern.search(text))]
    return min(found)[2] if found else None
