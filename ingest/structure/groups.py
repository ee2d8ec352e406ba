"""Groups of public bodies as a contract writes them: "OCMW's", "de kerkfabrieken op het grondgebied". No towns."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator

_NOUN = (
    r"(?:(?:openba(?:ar|re) centr(?:um|a) voor maatschappelijk welzijn|OCMW(?:['’]?s)?|AGB(?:['’]?s)?|APB(?:['’]?s)?|vzw['’]s)|autonome? (?:gemeente|provincie)bedrij(?:f|ven)"
    r"|[\w-]{0,20}(?:besturen|gemeenten|steden|provincies|zones|scholen|universiteiten|academies|bibliotheken|musea|fabrieken|verenigingen|vennoten|maatschappijen|bedrijven"
    r"|entiteiten|instellingen|diensten|agentschappen|ziekenhuizen|zorgcentra|intercommunales|verbanden|departementen|districten|zorgvoorzieningen|kinderdagverblijven)|polders|wateringen|gemeenschapsonderwijs|kerkraden|gemeente- en stadsbesturen)"
)
_ITEM = re.compile(
    rf"(?:[-–•*·]\s+|\(?[a-z0-9]{{1,2}}[.)°]\s+)?(?:(?:en|ook|eveneens|alsook|evenals|alsmede|alle|de|het|een|haar|hun|zijn|elk|elke|andere|overige)\s+){{0,4}}"
    rf"(?P<name>(?:(?!en\s|van\s|voor\s|die\s|dat\s|deelnem|deelneem|toetred|aangeslot|volgende|genoemd|betrokken|afnemend|deze\s|nieuwe\s|gerechtigd|bestel|potenti)[\w'’-]{{3,25}}\s){{0,3}}?{_NOUN}(?![\w-])(?P<rest>.*))",
    re.IGNORECASE,
)
_REST_KEPT = re.compile(
    r"(?:\s(?:en|of)\s(?:universiteiten|hogescholen|instellingen|agentschappen|steden|OCMW['’]s)(?![\w-]))?"
    r"(?:\s(?:van|uit|in|binnen|op)\s(?:(?:de|het)\s)?(?:stad\s|gemeente\s)?(?:Vlaamse\s\w+|\w+kust\b|(?:provincie|arrondissement|regio|streek|referentieregio|vervoerregio|werkingsgebied|politiezone|hulpverleningszone)\b(?:\s[A-Z][\w-]+){0,3}|[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})|\s[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}|\s\d{1,2}\b)?"
)
_BETWEEN = re.compile(
    r"\s*[,;]\s*(?:(?:en|of|alsook|evenals|alsmede)\s+)?|\s+(?:en|alsook|evenals|alsmede)\s+(?=(?:de|het|alle|haar|hun|een|andere)\s)"
)
_ONE = re.compile(
    r"(?:OCMW|openbaar centrum voor maatschappelijk welzijn|autonoom (?:gemeente|provincie)bedrijf|AGB)\b(?!['’])(?:\svan)?(?:\sde (?:stad|gemeente))?\s[A-Z][\w-]+",
    re.IGNORECASE,
)


def groups_in(text: str) -> Iterator[str]:
    """The groups in a list of who may join, each as it is written: without an article, or what it is on condition of.

    Args:
        text: A list, or an item of one; not the sentence around it.
    """
    at = 0
    for gap in (*_BETWEEN.finditer(text), None):
        item = text[at : gap.start() if gap else len(text)].strip(" .:")
        at = gap.end() if gap else at
        if match := _ITEM.match(item):
            kept = _REST_KEPT.match(match["rest"])
            name = item[match.start("name") : match.start("rest")] + (kept[0] if kept else "")
            yield name.strip()


def named_bodies(text: str) -> list[tuple[str, int, int]]:
    """Bodies of one town named in full, as (name, start, end): "OCMW van Essen" is not the town itself."""
    return [(each[0], each.start(), each.end()) for each in _ONE.finditer(text) if each[0].split()[-1][0].isupper()]
