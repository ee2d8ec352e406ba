"""Who does what a clause tells, among all who are named in it. Knows no contracts, but that one is joined."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator

from ingest.structure.contracts.parties.names import Named, Sort, in_lists, names_in
from ingest.structure.contracts.text.joining_words import BY_NOUN, FOR_OTHERS
from search.language import municipalities

_BETWEEN = re.compile(
    r"(?:\s?\([^()]{0,60}\)?|\s\d{1,4}\b)?\)?[,;/+&(\s–-]*(?:(?:en|of|alsook|evenals|de|het|van|stad|gemeente|steden|gemeenten)\s+)*\(?"
)
_INTRODUCES = re.compile(
    r"(?:\b(?:de|het|een|deze|onze|elk|ook|alleen|enkel|besturen|bestuur|stad|steden|gemeenten?|lokaal bestuur|zones?|buren|leden|partners|politiezones|OCMW['’]s)\s+|\W+)$",
    re.IGNORECASE,
)
_CELL = re.compile(r"[-–•*·\s\d.)(]{0,8}(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s*(?=[|(:;]|$)")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")
# A name behind one of these is where, for whom or by whom: not who does it.
_NOT_WHO = frozenset(
    [
        "van",
        "der",
        "door",
        "bij",
        "via",
        "tot",
        "aan",
        "met",
        "te",
        "in",
        "uit",
        "naar",
        "voor",
        "tussen",
        "over",
        "rond",
        "op",
        "namens",
        "om",
        "dan",
        "als",
        "per",
        "onder",
    ]
)
_OF_COUNCIL = re.compile(
    r"\b(?:raad|gemeenteraad|college|schepenen|welzijn|directeur|secretaris|voorzitter|\w{0,20}bestuur|burgemeester|politiecollege|dienst [A-Z]?\w+)\s+van$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:in|aan|deel|toe|mee)?ge(?:tekend|sloten|nomen|treden|stapt|daan|schreven)\s(?:door|voor)$", re.IGNORECASE
)
_ACCESS = re.compile(r"\b(?:toegang|toelating|toetreding)\b|\bte (?:nemen|treden|sluiten|stappen)\b", re.IGNORECASE)
_WITH = re.compile(r"\bom met$", re.IGNORECASE)
_THOSE_OF = re.compile(r"\b(?:gemeenten|steden|besturen|OCMW['’]s|politiezones)\s(?:van|uit|in)$")
_BENEFITS = re.compile(r"\b(?:ten behoeve|voor rekening|ten gunste)\svan$")
_FOR_OTHERS = re.compile(rf"\b{FOR_OTHERS}$", re.IGNORECASE)
_NAMENS = re.compile(r"\b(?:handelend\w*|ondergetekende\w*|optredend)\b[^.;]{0,40}\b(?:namens|voor)$", re.IGNORECASE)


def actors_in(clause: str, cue: tuple[int, int] | None) -> list[Named]:
    """The towns and public bodies that a clause says to join.

    Args:
        clause: As written.
        cue: Where the words stand that tell it; None where all that are named count, as in a list.
    """
    groups = [group for group in _groups(clause) if _may_act(clause, group[0])]
    if cue is None:
        return [each for group in groups for each in group]
    start, end = cue
    colon = clause.find(":", end)
    if colon >= 0 and any(group[0].start > colon for group in groups):
        return [each for group in groups if group[0].start > colon for each in group]
    before = [group for group in groups if group[0].start < start]
    within = [group for group in groups if start <= group[0].start < end]
    by_noun = [group for group in groups if _is_told_by_noun(_lead(clause, group[0]).rstrip())]
    if by_noun and "zichzelf" in clause[start:end]:
        by_noun = before[-1:] + by_noun
    chosen = by_noun or before[-1:] or within[:1] or groups[:1]
    return [each for group in chosen for each in group]


def _is_told_by_noun(lead: str) -> bool:
    return bool(BY_NOUN.search(lead.casefold()) or _FOR_OTHERS.search(lead))


def _groups(clause: str) -> Iterator[list[Named]]:
    """Those that stand in one list: "Essen, Kapellen en Schoten"."""
    found = [each for each in names_in(clause) if each.sort is Sort.TOWN or (each.sort is Sort.BODY and not each.buys)]
    return in_lists(clause, found, _BETWEEN)


def _lead(clause: str, name: Named) -> str:
    """What stands before a name, without "de stad" or "het OCMW van"."""
    text = clause[max(0, name.start - 90) : name.start]
    while (shorter := _INTRODUCES.sub("", text)) != text:
        text = shorter
    return text


def _may_act(clause: str, first: Named) -> bool:
    lead = _lead(clause, first)
    if lead.rstrip().casefold().endswith("centrale"):
        return False  # it is joined, and joins nothing
    match = _LAST_WORD.search(lead)
    if match is None or match[1].casefold() not in _NOT_WHO or clause[: first.start].rstrip().endswith(":"):
        return True
    lead = lead[: match.end(1)]
    word = match[1].casefold()
    if word in ("van", "door", "der", "voor", "namens") and (BY_NOUN.search(lead.casefold()) or _BY.search(lead)):
        return True
    return bool(
        (word == "van" and _OF_COUNCIL.search(lead))
        or _THOSE_OF.search(lead)
        or _FOR_OTHERS.search(lead)
        or _BENEFITS.search(lead)
        or (word in ("aan", "voor") and _ACCESS.search(clause))
        or (word == "met" and _WITH.search(lead))
        or _NAMENS.search(lead)
    )


def who_acts(text: str) -> list[Named]:
    """Those in a part of a sentence who may be its subject: not those behind "van" or "in"."""
    return [each for group in _groups(text) if _may_act(text, group[0]) for each in group]


def first_named(text: str) -> list[Named]:
    """Those with whom a point of a list or the value of a label begins."""
    cell = _CELL.match(text)
    if cell and municipalities.is_municipality(cell["name"].strip()):  # "Ham", "Brecht": words as well, elsewhere
        name = municipalities.canonical(cell["name"].strip()) or ""
        return [Named(name, cell.start("name"), cell.end("name"), Sort.TOWN)]
    return next(_groups(text), [])
