"""Governing bodies in running text: councils, executives, police zones, fire zones, church councils, partnerships.

Says which kind of body is mentioned, not of which municipality; what a question asks for is in `wishes`.
"""

import re

# Labels of OSLO's BestuursorgaanClassificatieCode where it has one. A mayor or a director is a person, and not here.
_FIXED = (
    (r"raad voor maatschappelijk welzijn|ocmw-?raad", "Raad voor Maatschappelijk Welzijn"),
    (
        r"college van burgemeester en schepenen|schepencollege|het college(?! van)",
        "College van Burgemeester en Schepenen",
    ),
    (r"bijzonder comité voor de sociale dienst|bijzonder comité", "Bijzonder Comité voor de Sociale Dienst"),
    (r"vast bureau", "Vast Bureau"),
    (r"gemeenteraad|gemeenteraadszitting", "Gemeenteraad"),
    (r"provincieraad", "Provincieraad"),
    (r"deputatie", "Deputatie"),
    (r"districtsraad", "Districtsraad"),
    (r"politieraad", "Politieraad"),
    (r"politiecollege", "Politiecollege"),
    (r"zoneraad", "Zoneraad"),
    (r"zonecollege", "Zonecollege"),
    (r"vlaamse regering", "Vlaamse Regering"),
    (r"burgemeestersoverleg(?: brugge)?", "Burgemeestersoverleg Brugge"),
    (r"exello(?:\.net)?", "Exello.net"),
    (r"centraal kerkbestuur", "Centraal kerkbestuur"),
    (r"gecoro", "Gecoro"),
)
_SHORT = {
    "RMW": "Raad voor Maatschappelijk Welzijn",
    "CBS": "College van Burgemeester en Schepenen",
    "BCSD": "Bijzonder Comité voor de Sociale Dienst",
}
_ANY = re.compile(
    rf"(?<![\w-])(?:(?P<fixed>(?i:{'|'.join(words.replace(' ', '[ ]') for words, _ in _FIXED)}))"
    rf"|(?P<short>{'|'.join(_SHORT)}))(?![\w-])"
)
_LABELS = tuple((re.compile(words, re.IGNORECASE), label) for words, label in _FIXED)
_FIRST = re.compile(
    r"(?<![\w-])(?=[RrOoCcSsHhBbVvGgPpDdZzEe])(?i:raad|ocmw|college|schepencollege|het|bijzonder|vast|gemeenteraad"
    r"|gemeenteraadszitting|provincieraad|deputatie|districtsraad|politieraad|politiecollege|zoneraad|zonecollege"
    r"|vlaamse|burgemeestersoverleg|exello|centraal|gecoro|RMW|CBS|BCSD)(?![^\W_])"
)
# A zone or a church council has a name of its own: "Politiezone Het Houtsche", "kerkfabriek Sint-Jan".
_OWN = re.compile(r"(?<![\w-])(?:[Pp]olitiezone|[Hh]ulpverleningszone|[Bb]randweerzone|[Kk]erkfabriek)(?= [A-ZÀ-Ý\d])")
_PART = re.compile(r" ((?:St\.|O\.?-?L\.?-?V\.?-?(?![a-z])|[A-ZÀ-Ý][\w’'/-]*|\d{1,4})(?:[-–][A-ZÀ-Ý]\.?)*)")
_INNER = re.compile(r" (?:van|de|het|der|en|te)(?= [A-ZÀ-Ý])")
_NO_NAME = frozenset(
    """jaarrekening rekening budget budgetwijziging begroting begrotingswijziging meerjarenplan wijziging advies
    aktename dotatie gemeentelijke goedkeuring aanpassing gunstig toezicht restauratie vaststelling
    principiële
    """.split()  # noqa: SIM905  (a list of words, not of code)
)
_MOST = 4  # words of a name


def find(text: str) -> list[tuple[str, int, int]]:
    """Return the bodies that a text mentions, in order, as (name, start, end)."""
    found = [each for match in _OWN.finditer(text) if (each := _with_name(text, match))]
    for first in _FIRST.finditer(text):
        match = _ANY.match(text, first.start())
        if match:
            label = _SHORT.get(match[0]) or next(label for words, label in _LABELS if words.fullmatch(match[0]))
            start = match.start() + (4 if match[0].casefold().startswith("het ") else 0)
            found.append((label, start, match.end()))
    kept: list[tuple[str, int, int]] = []
    for each in sorted(found, key=lambda each: (each[1], -each[2])):
        if not kept or each[1] >= kept[-1][2]:
            kept.append(each)
    return kept


def _with_name(text: str, match: re.Match[str]) -> tuple[str, int, int] | None:
    at = end = match.end()
    for _ in range(_MOST):
        inner = _INNER.match(text, at) if at > match.end() else None
        part = _PART.match(text, inner.end() if inner else at)
        if part is None or part[1].casefold() in _NO_NAME or re.fullmatch(r"(?:19|20)\d\d", part[1]):
            break
        at = end = part.end()
    if end == match.end():
        return None
    name = text[match.start() : end]
    return name[0].upper() + name[1:], match.start(), end
