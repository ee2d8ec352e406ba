"""The earlier contract or position that a sentence says is over, in whatever order it says so."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re

from ingest.structure.contracts.names.mentions import Mention, mentions

_REPLACING = re.compile(
    r"\b(?:vervangt|vervangen|(?:vervanging|opvolging) van|vervanging voor|(?:in|ter) (?:de )?(?:plaats) van|heft|opheffing van|opgeheven|teniet|te niet|herroept|herroepen|annuleert|vernietigt|trekt|ingetrokken|intrekking van|buiten werking|vervalt|vervallen|houdt op te bestaan|houden op te bestaan|houdt op uitwerking"
    r"|(?:geldt|gelden) niet (?:meer|langer)|niet langer (?:toegepast|van toepassing|van kracht)|(?:geen|zijn|haar) (?:verdere )?uitwerking (?:meer|te)|niet meer van (?:toepassing|kracht)|herziet|uitgewerkt|(?:vorige|vroegere|eerdere) versie|opvolger van)\b",
    re.IGNORECASE,
)
"""Words by which one paper takes the place of another."""

_ENDING = re.compile(
    r"\b(?:eindigt|eindigen|be[eë]indigd|ontbonden|stopt|stoppen|stopgezet|ten einde|stop te zetten|stopzetting|opgezegd|houdt (?:vervroegd|voortijdig) op|geen nut meer|neemt\b[^.;]{0,60}\been einde)\b",
    re.IGNORECASE,
)
"""Words by which it is over: they tell of a replacement only where a word of the next table stands beside them."""

_BY_THIS = re.compile(
    r"\b(?:hierdoor|hierbij|hiermee|daardoor|vervroegd|voortijdig|in onderling akkoord|geen nut|door (?:deze|dit|de nieuwe|het nieuwe)|(?:aanvang|ingang|inwerkingtreding|ondertekening|start) van (?:dit|deze)|vervangen|(?:wordt|worden) (?:stopgezet|opgezegd|be[eë]indigd)|(?:dit|deze) \w+ (?:in de plaats )?treedt|met dezelfde)\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"\b(?:indien|in geval|kan|kunnen|mag|mogen|zou|zouden|tenzij|wanneer|niet (?:vervangen|opgeheven|ingetrokken|be[eë]indigd))\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\s*(?:als|indien|wanneer|tenzij|van rechtswege|bij (?!(?:de )?(?:aanvang|inwerkingtreding|ondertekening|start)|deze|dit))\b",
    re.IGNORECASE,
)
"""What stands behind the word where it tells when a contract may end."""

_PART = re.compile(
    r"\b(?:artikel(?:en|s)?|art\.|bijlagen?|lid|punt|paragraaf|bepalingen|(?<!deze )(?<!nieuwe )tekst|zin|woorden|woord|\w*datum|termijn|bedrag|\w*prijs|exemplaar|partij|perceel|personeelslid|voorzitter|leverancier|aannemer)\b",
    re.IGNORECASE,
)
"""What may be replaced within a contract: the contract itself then stays."""

_NAMES_NEXT = re.compile(r".* v(?:an|oor)|\w+ versie|heft|trekt|herziet", re.IGNORECASE)
_NEAR = 45  # characters before a name or word in which a part of a contract may be named
_MOST = 6  # words of one sentence that are looked at
_FAR = 90  # characters between a name and the word that says that it is over


def is_over(text: str) -> bool:
    """Whether a sentence says that a paper is over, whichever it names."""
    return bool(_REPLACING.search(text) and not _MAYBE.search(text))


def superseded(text: str) -> tuple[str, float] | None:
    """The earlier paper and how sure that is; None where a sentence tells of none."""
    cues = list(_REPLACING.finditer(text))
    is_ending = not cues
    if is_ending:
        cues = list(_ENDING.finditer(text)) if _BY_THIS.search(text) else []
    named = [each for each in mentions(text) if not each.is_own] if cues else []
    for cue in cues[:_MOST]:
        if _MAYBE.search(text, 0, cue.end()) or _IF.match(text, cue.end()):
            continue
        is_before = not _NAMES_NEXT.fullmatch(cue[0])
        near = [each for each in named if _gap(each, cue) <= _FAR and (is_before or each.start >= cue.end())]
        nearest = min(near, key=lambda each: _gap(each, cue), default=None)
        if nearest and not _is_of_a_part(text, nearest, cue) and (nearest.is_known or not is_ending):
            return nearest.name, 0.65 if is_ending or not nearest.is_known else 0.75
    return None


def _is_of_a_part(text: str, mention: Mention, cue: re.Match[str]) -> bool:
    """Whether something within the contract is replaced: that is named shortly before it, or between it and the word."""
    first = min(mention.start, cue.start())
    between = text[mention.end : cue.start()] if mention.end <= cue.start() else text[cue.end() : mention.start]
    return bool(_PART.search(text, max(0, first - _NEAR), first) or _PART.search(between))


def _gap(mention: Mention, cue: re.Match[str]) -> int:
    """Characters between a name and a word; 0 where one lies in the other."""
    return max(cue.start() - mention.end, mention.start - cue.end(), 0)
