"""Contracts and positions that a sentence names, as written. Knows nothing of what is said of them."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator
from dataclasses import dataclass

INSTRUMENT = (
    r"(?:\w*overeenkomst(?:en)?|\w*contract(?:en)?|charter|memorandum|manifest|standpunt(?:en|nota)?|convenant|conventie|\w*protocol\w*|\w*akkoord|\w*verklaring|\w*concessie|afspraken\w*|\w*nota|\w*regeling"
    r"|\w*polis|motie|resolutie|addendum|avenant|bijakte|abonnement|advies|bestek|mandaat|samenwerking|groepsaankoop|samenaankoop|interlokale vereniging|overheidsopdracht)"
)
"""What can be signed, stated or given for another of its kind."""

_BEFORE = re.compile(r"(?:\b(?P<before>[^\W\d_]{1,20})\s+)?(?P<other>\w{2,20}-\s+(?:en|of)\s+)?$")
"""What may stand before a kind: "deze", and the first half of "licentie- en onderhoudscontract"."""

_LEAD = 45  # characters before a kind that may hold that
_TAIL = rf"(?P<tail>(?:\s*\"[^\"]{{2,120}}\"|\s*\((?!{INSTRUMENT}\b)[^()]{{2,60}}\)|\.(?=\d|d\.)|(?<=\bnr)\.|(?<=d\.d)\.|(?<=\bdd)\.|[^.;:()\"\n]){{0,180}})"
_NAMED = re.compile(rf"\b{INSTRUMENT}\b{_TAIL}", re.IGNORECASE)
_QUOTES = re.compile(r"(?<![^\s(])['‘„«“]([^'‘’«»“”\"]{2,120})['’“»”](?![^\s.,;:)])")
_ENDS = re.compile(
    r",(?!\s*\d)|\s(?:wordt|worden|werd|werden|is|zijn|was|blijf\w*|vervalt|vervallen|houdt|houden|neemt|nemen|heeft|hebben|duurt|staat|eindigt|eindigen|geldt|gelden|loopt|liep|lopen|gaat|ging|komt|komen|treedt|trekt|heft|doet|vervangt|herroept|annuleert|stelt|vernietigt|zegt|regelt|betreft|bevat|strekt|wijzigt|verstrijkt|verloopt|kan|kunnen|mag|mogen|zal|zullen"
    r"|(?:die|dat)(?! (?:wij|we|zij|partijen) )|welke|waar\w+|zoals|integraal|volledig|teniet|niet|hiermee|hierbij|hierdoor|vervroegd|voortijdig|aangegaan|verleden|(?:af)?gesloten|getekend|ondertekend|goedgekeurd|opgemaakt|geplaatst|georganiseerd|gehecht|zodra|vanaf|met ingang|met dezelfde|met de firma|met \w+ \w* ?(?:nv|bv|bvba|cv|vzw)"
    r"|tussen|buiten werking|in vervanging|ter vervanging|te (?!\w*\s(?:van|voor)\b)\w+|en (?:zijn|haar|alle|treedt|eindigt|wordt|annuleert|keurt|\w{0,3}nummer|besteknummer)|op(?=\s*$)|in(?=\s*$)|af(?=\s*$)|(?<!wij )(?<! we )op (?:\d|enkele|bepaalde|(?:de )?volgende)|in waarbij|bij de aanvang|van rechtswege|van toepassing|van kracht|geen nut)(?=\W|$)"
)
_TITLE = re.compile(r"\s*\"[^\"]{2,120}\"")
_TELLS = re.compile(r"\d|\"|\s[A-Z]")
_SAYS_WHAT = re.compile(
    r"\s+(?:(?:voor|inzake|betreffende|aangaande|omtrent|over|rond|houdende|tot|van|met betrekking tot)\s+(?:(?:de|het|een)\s+)?)?(?!partijen|deze|dit|de|het|een|met|door|in|op|aan|uit|bij|als|en|of|onder|per|ten|haar|zijn|hun)[^\W\d_]{4,}",
    re.IGNORECASE,
)
_WHOSE_OWN = re.compile(
    r"(?:deze|dit|onderhavige?|huidige?|voorliggende?|nieuwe|onderliggende?|volgende?)\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A contract or position at [start, end) of a text."""

    name: str
    start: int
    end: int
    is_own: bool  # "deze overeenkomst", "het nieuwe contract": the paper itself
    is_known: bool  # by a day, a number, a title or a name; else at most by what it is for


def double_quoted(text: str) -> str:
    """A text, as long, in which all that is quoted stands between double quotes."""
    return _QUOTES.sub(r'"\1"', text)


def mentions(text: str) -> Iterator[Mention]:
    """The contracts and positions that are named with more than their kind, in order."""
    text = double_quoted(text)
    at = 0
    while match := _NAMED.search(text, at):
        since, end = match.start("tail"), _end(text, match.start("tail"), match.end("tail"))
        before = _BEFORE.search(text, max(at, match.start() - _LEAD), match.start())
        start = before.start("other") if before and before["other"] else match.start()
        tail = text[since:end]
        name = text[start:end].strip(" ,")
        is_own = bool(before and before["before"] and _WHOSE_OWN.fullmatch(before["before"]))
        is_title = start > 0 and tail != "" and (text[start - 1] == '"' or text[start].isupper())
        is_known = is_title or bool(_TELLS.search(tail))
        if is_own or is_known or _SAYS_WHAT.match(tail):
            yield Mention(name, start, start + len(name), is_own, is_known)
        at = max(end, since)


def trimmed(name: str) -> str:
    """A name without the clause that follows it."""
    kind = re.match(rf"(?:\w+\s+){{0,3}}?{INSTRUMENT}\b", name, re.IGNORECASE)
    return name[: _end(name, kind.end() if kind else 0, len(name))].strip(" .,;")


def _end(text: str, start: int, until: int) -> int:
    """Where a name ends: before the clause that follows it; a title in quotes beside the kind belongs to it."""
    quoted = _TITLE.match(text, start, until)
    stop = _ENDS.search(text, quoted.end() if quoted else start, until)
    return stop.start() if stop else until
