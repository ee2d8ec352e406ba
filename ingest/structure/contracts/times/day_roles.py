"""What a day in a sentence is by the words around it: a first day, a last one, or neither. Knows nothing of contracts."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re

from search.registers.agreements import Field

# "van 1 mei" alone says whose day it is, not what begins: these count in a range only
_WEAK = ("van", "sinds", "per", "tegen")
_START = re.compile(
    r"\b(?:vanaf|met ingang (?:van|op)|(?:gaat|gaan|ging|gingen|treedt|treden|trad|traden)\b.{0,30}?\bin|in werking|inwerkingtreding\w*|in voege|van kracht|van start"
    r"|begin(?:t|nen|nende?)?|begon(?:nen)?|start(?:datum|end|en|te|punt)?|gestart|startende?|v[ai]n(?:g|gt|gen)(?: aan)?|aanvang\w*|aan te vangen|uitwerking|begindatum"
    r"|ingang(?:sdatum)?|ingaande?|ingegaan|(?:loopt|loopt|lopende?|liep|gelden|geldt) van|te (?:rekenen|tellen)|vertrekkende?|herneemt|hernomen|voorzien op|per|van|sinds)\b"
)
_END = re.compile(
    r"\b(?:tot en met|t\.?e\.?m\.?|t/m|tot|eindig\w*|einddatum|(?:loopt|lopen|liep)\b.{0,30}?\baf|afloop\w*|verstrijk\w*|verstreek|vervalt|vervaldatum|vervaldag|uiterlijk|uiterste \w*dag"
    r"|einde|(?:verschoven|verplaatst|verlengd) naar|naar|gebracht op|ten einde|be[eë]indig\w*|ten laatste|afgelopen|stopt|stoppen|stopte|stop te zetten|stopzet\w*|stopgezet|dooft uit"
    r"|laatste \w*dag|ophoud\w*|houdt\b.{0,20}?\bop|vertrekken|tegen)(?=\W|$)"
)
# what a day is of that neither begins nor ends the contract
OTHER = re.compile(
    r"\b(?:v[óo][óo]r|ten vroegste|d\.?d\.?|goedgekeurd|beslissing|besluit\w*|gegund|gunning|zitting|wet|decreet|ordonnantie|verordening|prijs\w*|prijzen"
    r"|opzeg\w*|bezwaar|offerte|factu\w*|evaluatie|verslag|vergadering|levering|raamovereenkomst van|overeenkomst van|contract van|standpunt van|kan vallen"
    r"|gesloten op|ondertekend\w* op|gehoord|index\w*|aansluit op)\b"
)
_VERB_AFTER = r"[^.;,\d]{0,45}?\b"
# a verb may come last: "dat de overeenkomst op 1 mei 2020 ten einde loopt"
_AFTER = (
    (
        re.compile(
            rf"{_VERB_AFTER}(?:ten einde|een einde|afloop\w*|afgelopen|verstrijk\w*|eindig\w*|stop\w*|vervalt|be[eë]indigd|gebracht|de laatste \w*dag|uitdoof\w*|ophoud\w*|uit (?:de|het))\b"
        ),
        Field.END,
    ),
    (
        re.compile(
            rf"{_VERB_AFTER}(?:in werking|van kracht|van start|in voege|een aanvang|aanvangt|aanvat|begint|begon|begonnen|ingaat|ingegaan|start|gestart)\b"
        ),
        Field.START,
    ),
)
THAT_IS = re.compile(r"\b(?:zijnde|te weten|namelijk|hetzij|dit is|d\.i\.)\W*$")
# "de overeenkomst over het zwembad van 4 mei 2009": a day that tells which paper is meant
_NAMED = re.compile(
    r"\b\w*(?:overeenkomst|contract|besluit|akte|brief|verzoek|addendum|avenant|bijakte)\b[^.;]{0,40}?(?P<of>\svan)\W*$"
)


def role_of(lead: str, tail: str, *, closes: bool) -> Field | None:
    """What a date is, by the last telling word before it, or by the verb that comes after it."""
    last: list[tuple[int, int, Field | None]] = []
    for pattern, field in ((_START, Field.START), (_END, Field.END), (OTHER, None)):
        for match in pattern.finditer(lead):
            if field is None and THAT_IS.search(lead):
                continue
            if closes or match[0] not in _WEAK:  # "van 1 mei" alone says whose day it is, not what begins
                last.append((match.end(), -match.start(), field))
    if last:
        at, _, field = max(last, key=lambda each: each[:2])
        named = _NAMED.search(lead)
        return None if named and at < named.end("of") and not closes else field
    return next((field for pattern, field in _AFTER if pattern.match(tail)), None)
