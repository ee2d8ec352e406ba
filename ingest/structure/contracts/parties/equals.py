"""Parties among equals where no part names them: above signatures, in a division of costs, by what they do."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence

from ingest.structure.contracts.parties.names import Named, Sort, names_in
from ingest.structure.contracts.text.clauses import Sentence
from search.registers.agreements import Fact, Field

_SIGNED = (
    re.compile(
        r"(?:\b(?:Voor|Namens|VOOR|NAMENS)|(?i:\bvoor akkoord|getekend voor))[,:]?\s(?:de |het |De )?(?i:stad|gemeente|vereniging)?\s?$"
    ),
    re.compile(
        r"[^.;:|]{0,20}[:|,(]\s?(?:(?:de|het|get\.|\(get\.\)|wd\.|waarnemend)\s){0,3}(?:algemeen directeur|secretaris|burgemeester|voorzitter|schepen)|,\svoor\s(?:de|het)\s(?:stad|gemeente)",
        re.IGNORECASE,
    ),
)
_PAYS = re.compile(
    r"\W{0,4}(?:\([^()]{1,30}\)\W{0,3})?(?:€|EUR\b|\d[\d.,  ]*(?:%|€|euro|EUR|fr|F\b|frank|dagen|uur|inwoners|FTE))",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"(?:,[^,]{1,60},)?\s(?:betaalt|levert|vergoedt|draagt|leent|ontleent|huurt|verhuurt|wordt aange(?:duid|wezen)|verle(?:ent|nen)|zal\b|stelt|verbindt zich|vertrouwt|staat in|zorgt voor|brengt|geeft|krijgt|mag\b[^.;]{0,60}\bgebruiken|neemt\b[^.;]{0,60}\bover\b|sluit\b[^.;]{0,60}\baan\b"
    r"|(?:samen )?(?:richten|werken|delen|organiseren|dragen|betalen|bundelen|beheren|voeren|huren|spreken|stellen|maken|besluiten|sluiten|sloten|komen|zetten|beslissen|aanvaarden|hebben|verklaren|verbinden|engageren|keurden|leggen|wensen|treden)\b)",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"^(?:(?:\d{1,2}[.)]?|art(?:ikel|\.)? ?\d{1,2}|hoofdstuk \w+|bijlage \w+)\W{0,4})?(?:lijst (?:van|met|der) )?(?:de )?(?:stichtende |effectieve |huidige |deelnemende |aangesloten )?(?:leden|ledenlijst|deelnemers|partners|deelgenoten|vennoten|wie|betrokken besturen|gemeenten|besturen|volgende gemeenten|deelnemers van rechtswege|later toegetreden|(?:trekkende|beherende|penhoudende|leidende) gemeente)\b[^.;]{0,30}$"
)
_ROLE = re.compile(
    r"\b(?:(?P<role>(?:beherende|penhoudende|trekkende|leidende|coördinerende) gemeente|penhouder|beheerder|trekker)|deelgenoten)\b"
)
_LETTERED = re.compile(r"\b[A-H]\W{0,3}\((?:de |het )?(?:stad |gemeente )?$|^\W{0,2}\(?[A-H]\)")
_BOUND = re.compile(
    r"\b(?:tussen|partijen|namelijk|zijnde|bestaande uit|bestaat uit|omvat|verenigt|groepeert|samenwerking van|verschenen|samengekomen|leent|ontleent|(?:aangegaan|gesloten|afgesloten|goedgekeurd|ondertekend)\s(?:door|met|tussen)|te (?:betalen|vereffenen|storten) door|in dienst (?:bij|van)|werkt (?:bij|voor)|(?:colleges|gemeenteraden|raden|afgevaardigden|besturen)\svan|enerzijds|anderzijds|wij)[,:]?\s(?:(?:de|het|der|dat|bestuur)\s)*(?:stad|steden|gemeenten?|(?:gemeente|stads)bestuur)?(?:\svan)?\s?$",
    re.IGNORECASE,
)
# What makes a sentence tell of others: who may join or left, what was before, who only looks on.
_OF_OTHERS = re.compile(
    r"\b(?:mogelijkheid om|kan(?:dida\w+)?\b[^.;]{0,60}\b(?:toetred\w*|instap\w*|aansluit\w*|intekenen)|kunnen\b[^.;]{0,80}\b(?:toetred\w*|instap\w*|aansluit\w*|aanmelden|mee)|vroeger\w*|vorige|destijds|voormalige|ontslagnemend|vertrokken|ex-\w+|uitgetreden|trad\w* uit|niet getekend|geen partij|kennis(?:name|geving)|afschrift|aanwezig\w*|advies|raadgevende|waarnemers?|bezoek|overleg met"
    r"|gelegen|gunstig|voorbeeld|naar analogie|aan de (?:vlaamse |federale )?minister|motie|standpunt|schrijven|bezwaar\w*|medeondertekenen\w*|onderschreven|vraagt|vragen|verlaat|uitstap\w*|uittred\w*|opzegg?\w*|niet (?:langer|meer) (?:deel|af|gebruik)|geen gebruik|nemen\b[^.;]{0,60}\bdeel aan de raam|(?:aankoop|opdrachten)centrale|raamovereenkomst|raamcontract|verkreeg|vervangen door|eigendom|grondgebied)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:,\s[^,;]{2,60}(?=,))?\s?(?:\([^()]{1,40}\))?\s?(?:,|;|/|en|↔|[-–—]|alsook|evenals|,? en)\s?(?:anderzijds\s)?(?:de |het |van de |van |dat der |der )*(?:stad|gemeente|(?:gemeente|stads)bestuur)?(?: van)?\s?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:\b\d{4}|\bte|\bin|\buit|\bnaar|\binwoners van|\bdienst|\bafdeling|\bRPR)\s(?:de )?$", re.IGNORECASE
)
_ITEM = re.compile(
    r"\W*(?:[-–•*]|\(?(?:\d{1,2}|[a-zA-Z])[.)°]|\d\s[-–])\s(?:de |het )?(?:stad|gemeente|(?:gemeente|stads)bestuur)?(?: van)?\s?",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\W*(?:de |het )?(?:stad|gemeente|(?:gemeente|stads)bestuur)?(?: van)?\s?", re.IGNORECASE)
_OPENS = re.compile(
    r"\b(?:tussen|door|met|partijen|verschenen|samengekomen|ondergetekenden|akkoord|gemeenteraden van|colleges van|besturen|zones|treden\b.{0,20}\bop)\s?:?$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\W*(?:(?:\d{1,2}|[a-zA-Z])[.)°]\s)?(?:en\s)?(?:de |het )?(?:stad|gemeente|(?:gemeente|stads)bestuur)?(?: van)?\s?",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(
    r"\b(?:aan|met|van|bij|door|voor|ten laste van|ten aanzien van)\s(?:de |het )?(?:stad|gemeente|(?:gemeente|stads)bestuur)?(?: van)?\s?$",
    re.IGNORECASE,
)
_NO_SIGNATURE = re.compile(r"[^.;]{0,40}\b(?:kennis|aanwezig|verontschuldigd|afwezig)", re.IGNORECASE)
_NEAR = 100
_OF_FRAMEWORK = re.compile(
    r"\b(?:raamovereenkomst|raamcontract|(?:aankoop|opdrachten)centrale)\b|\b(?:motie|bezwaarschrift|standpunt) van\b"
)
_FORMER = re.compile(r"\b(?:voorga\w+|voorgeschiedenis|historiek|vroegere?|vorige)\b")
_TIES = frozenset("↔⇄—–/")
_MOST = 12


def equals_of(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The towns and bodies that sign, share costs or act together; none of them is sure."""
    if any(_OF_FRAMEWORK.search(each.folded) for each in sentences):
        return
    found: dict[str, Fact] = {}
    is_open = False
    for sentence in sentences:
        if sentence.recites or _FORMER.search(sentence.heading.casefold()):
            continue
        for named, role in _in(sentence, is_open=is_open):
            found.setdefault(named.name, Fact(Field.PARTY, named.name, sentence.text, role, sentence.spans, 0.6))
        is_open = bool(_OPENS.search(sentence.text)) or (is_open and bool(_first(sentence.text)))
    if len(found) > _MOST:
        return
    yield from (each for each in found.values() if len(found) > 1 or each.detail)


def _first(text: str) -> Named | None:
    """Whom a line names at its beginning."""
    return next((each for each in names_in(text)[:1] if _FIRST.fullmatch(text[: each.start])), None)


def _in(sentence: Sentence, *, is_open: bool) -> Iterator[tuple[Named, str]]:
    """Those of a sentence who act, pay, sign or stand in a list of parties; all of a list where its last does."""
    text = sentence.text
    is_other = bool(_OF_OTHERS.search(text))
    names = [each for each in names_in(text) if each.sort is not Sort.FIRM]
    if is_other:
        yield from ((each, "") for each in names if _signs(text, each))
        return
    is_list = any(_LISTS.match(each.casefold()) for each in (sentence.label, sentence.heading))
    first = _first(text) if is_open else None
    acting = [is_list or each == first or _does(text, each) for each in names]
    for at in (*range(len(names) - 1, 0, -1), *range(1, len(names))):  # "A, B en C sluiten", then "tussen A en B"
        if _TOGETHER.fullmatch(text, names[at - 1].end, names[at].start):
            acting[at - 1] = acting[at] = acting[at - 1] or acting[at]
    role = _ROLE.search(sentence.folded)
    for each, acts in zip(names, acting, strict=True):
        if (
            acts
            or (role and len(names) == 1)
            or (any(acting) and _OTHER_SIDE.search(text, max(0, each.start - _NEAR), each.start))
        ):
            yield each, (role["role"] or "") if role and len(names) == 1 else ""


def _signs(text: str, named: Named) -> bool:
    after = text[named.end : named.end + _NEAR]
    signs = _SIGNED[0].search(text[max(0, named.start - _NEAR) : named.start]) or _SIGNED[1].match(after)
    return bool(signs and not _NO_SIGNATURE.match(after))


def _does(text: str, named: Named) -> bool:
    before, after = text[max(0, named.start - _NEAR) : named.start], text[named.end : named.end + _NEAR]
    if _PLACE.search(before):
        return bool(_SIGNED[1].match(after))
    return bool(
        _PAYS.match(after)
        or _ACTS.match(after)
        or _signs(text, named)
        or _LETTERED.search(before)
        or _LETTERED.match(after)
        or _ITEM.fullmatch(text[: named.start])
        or (_ALONE.fullmatch(text[: named.start]) and (not after.strip(" ,;.") or after[:3].strip() in _TIES))
        or _BOUND.search(before)
    )
