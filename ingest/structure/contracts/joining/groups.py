"""Groups of public bodies as a contract writes them: "OCMW's", "lokale besturen uit de Westhoek". No towns."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator

_NOUN = (
    r"(?:(?:openba(?:ar|re) centr(?:um|a) voor maatschappelijk welzijn|OCMW(?:['’]?s)?|AGB(?:['’]?s)?|APB(?:['’]?s)?|(?:vzw|EVA)['’]s)|autonome? (?:gemeente|provincie)bedrij(?:f|ven)"
    r"|[\w-]{0,20}(?:besturen|bestuur|gemeenten?|steden|provincies?|zones?|scholen|groepen|universiteiten|academies|bibliotheken|musea|fabrieken|verenigingen|vennoten|maatschappijen|bedrijven"
    r"|entiteiten|instellingen|diensten|agentschappen|ziekenhuizen|jeugdhuizen|rusthuizen|zwembaden|erediensten|centra|intercommunales|verbanden|departementen|districten|voorzieningen|kinderdagverblijven)|polders|wateringen|gemeenschapsonderwijs|kerkraden)"
)
_WHICH = r"(?:en|ook|eveneens|alsook|evenals|alsmede|voor|alle|de|het|een|haar|hun|zijn|elk|elke|ieder|iedere|andere?|overige|bepaalde|alleen|enkel|én|daaronder begrepen|inbegrepen|met name|namelijk|waaronder|zoals|dus)"
_REGION = r"(?:provincies?|arrondissement|regio|streek|referentieregio|vervoerregio|zorgregio|eerstelijnszone|werkingsgebied|politiezones?|hulpverleningszones?|burgemeestersoverleg|samenwerkingsverband|\w*streek|\w+kust)\b"
_ITEM = re.compile(
    rf"(?:[-–•*·]\s+|\(?[a-z0-9ivx]{{1,3}}[.)°]\s+)?(?:{_WHICH}\s+){{0,4}}"
    rf"(?P<name>(?:(?!en\s|of\s|van\s|voor\s|die\s|dat\s|in\s|uit\s|deelnem|deelneem|toetred|aangeslot|welke\s|volgende|genoemd|betrokken|afnemend|deze\s|nieuwe\s|gerechtigd|bestel|potenti|kandida)[\w'’-]{{3,25}}\s){{0,3}}?{_NOUN})(?![\w-])",
    re.IGNORECASE,
)
_SECOND = re.compile(
    rf"\s(?:en|of|en/of|alsook|evenals)\s(?:{_WHICH}\s)?(?P<name>(?:[\w'’-]{{3,25}}\s)?{_NOUN})(?![\w-])", re.IGNORECASE
)
_OF = r"(?:van|uit|in|binnen|op)\s(?:buiten\s)?(?:(?:de|het|hun|haar)\s)?"
_QUALIFIER = re.compile(
    rf"\s(?:{_OF}(?:(?:stad|gemeente)\s)?(?:Vlaamse\s\w+|{_REGION}(?:\s(?:van\s)?(?:de\s)?[A-Z][\w-]+){{0,3}}|[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,2}})(?:\sen\s[A-Z][\w-]+)?"
    r"|van (?:de|het) (?:aankoop|opdrachten)centrale|van alle netten|met (?:minder|meer) dan [\d.]+ inwoners|[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}|\d{1,2}\b)"
)
_ADJECTIVE = re.compile(r"[A-Z][a-z]+se\s")
_OTHER = re.compile(r"\bandere\s+$", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\s*[,;/]\s*(?:(?:en|of|alsook|evenals|alsmede)\s+)?|\s+(?:en|én|alsook|evenals|alsmede)\s+(?=(?:{_WHICH})\s)"
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
        yield from _of_item(item)


def _of_item(item: str) -> Iterator[str]:
    """One group, or two that share no word: "gemeenten en OCMW's", but "gemeenten en OCMW's van Limburg" is one."""
    first = _ITEM.match(item)
    if first is None:
        return
    end = first.end()
    second = _SECOND.match(item, end) if not _QUALIFIER.match(item, end) else None
    end = second.end() if second else end
    qualifier = _QUALIFIER.match(item, end)
    is_whole = qualifier or _ADJECTIVE.match(first["name"])
    if not second and not qualifier and " " not in first["name"] and _OTHER.search(item[: first.start("name")]):
        yield f"andere {first['name']}"
    elif second and not is_whole:
        yield from (_lowered(first["name"]), second["name"])
    else:
        yield _lowered(item[first.start("name") : qualifier.end() if qualifier else end].strip())


def _lowered(name: str) -> str:
    """A group as it is written in mid-sentence: "Gemeenten" opened one; "OCMW's" and "Vlaamse" have a capital always."""
    return name if name[:2].isupper() or _ADJECTIVE.match(name) else name[0].lower() + name[1:]
