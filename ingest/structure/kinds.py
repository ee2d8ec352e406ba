"""Which kind of document it is, from its title, its name, its first lines, its folders and its text, in that order."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Sequence

from ingest.structure.evidence import is_framework, kind_by_text
from ingest.structure.head import Head
from ingest.structure.rows import Row
from ingest.structure.terms import ARTICLE
from search.types import Kind

# The first expression that fits counts: an addendum to a framework contract is an addendum, and an extract of the
# decision on one is an extract.
_WORDS: tuple[tuple[str, Kind], ...] = (
    (r"besluitenlijst|lijst van (?:de )?besluiten|beknopt overzicht van de besluiten|decision list", Kind.DECISION_LIST),
    (r"zittingsverslag|audioverslag|woordelijk verslag", Kind.SESSION_REPORT),
    (r"uittreksel|eensluidend afschrift", Kind.EXTRACT),
    (r"\bnotulen(?!boek)\b|proces[- ]verbaal|\bp\.?v\.? van de zitting", Kind.MINUTES),
    (
        r"addend(?:um|a)|\bavenant\b|\bbij(?:akte|voegsel)\b|aanhangsel|verleng(?:ing|en)(?: van)?(?: (?:de|het|onze|uw))? \w*(?:overeenkomst|contract)\b"
        r"|wijzigings(?:overeenkomst|akte|brief)|verlengings(?:overeenkomst|akte|brief)|contract(?:verlenging|wijziging)|(?:aanvullende|wijzigende) overeenkomst|wijziging(?: van)? (?:(?:de|het|onze|uw) )?\w*(?:overeenkomst|contract)\b",
        Kind.ADDENDUM,
    ),
    (
        r"toetred|\binstap|aansluiting bij|afname (?:via|uit|binnen|van)\b|aansluiten bij|(?:bevestiging|aanvaarding|melding|kennisgeving) (?:van )?(?:(?:de|het|onze|uw|jullie) )?(?:deelname|afname|aansluiting|intekening|inschrijving)\b|(?:raam(?:overeenkomst|contract)|groepsaankoop|samenaankoop)\b.{0,80}\b(?:deelname|aansluiting|intekening)\b|(?:aansluitings|aanmeldings|inschrijvings)(?:formulier|verklaring|akte|overeenkomst)|intekenings?(?:formulier|verklaring)|intekenlijst|(?:deelname|deelnemings|afname|gebruikers)(?:verklaring|formulier|overeenkomst|akte)"
        r"|(?:aansluiting|deelname|afname|deelneming)\b.{0,20}\b(?:raam(?:overeenkomst|contract)|groepsaankoop|samenaankoop|(?:aankoop|opdrachten)centrale)|gebruik(?:maken)? van (?:de|het) (?:raam|aankoopcentrale|opdrachtencentrale)|beroep op (?:de|een) (?:aankoop|opdrachten)centrale",
        Kind.ACCESSION,
    ),
    (r"raamovereenkomst|raamcontract|raamakkoord|mantelovereenkomst|kader(?:overeenkomst|contract)|contrat[- ]cadre|framework (?:contract|agreement)", Kind.FRAMEWORK_CONTRACT),
    (r"memorandum (?:van|of) (?:overeenstemming|overeenkomst|understanding)|\bMoU\b", Kind.CONTRACT),
    (
        r"standpunt|memorandum|position paper|prise de position|(?:gezamenlijke|gemeenschappelijke) (?:brief|verklaring|oproep|reactie|nota aan)|open brief|eisenbundel|\bcharter\b|\bmanifest\b|\bresolutie\b|\bstellingname\b|\bpleidooi\b|\bpleitnota\b|oproep aan"
        r"|^\W*(?:gezamenlijke |gemeenschappelijke |aangenomen |tekst (?:van de )?)?motie\b(?! van orde| van de fractie| ingediend)|\bbezwaar(?:schrift|nota)\b|\b(?:gezamenlijk |gemeenschappelijk )?bezwaar\b.{0,80}\b(?:openbaar onderzoek|uitvoeringsplan|\w*RUP|milieueffect\w*|plan-?MER|vergunning|voorontwerp|startnota)|\binspraakreactie\b|\bzienswijze\b|\bprotest(?:brief|nota)\b|\bbrandbrief\b",
        Kind.POSITION,
    ),
    (r"^\W*(?:\d{8}\s+\w{2,4}\s+)?(?:aanvullende )?agenda\b|\bagenda\b$|uitnodiging .{0,40}(?:zitting|raad|vergadering|overleg)|dagorde", Kind.AGENDA),
    (r"\bverslag\b|verslagen\b|compte[- ]rendu|meeting (?:report|minutes)", Kind.MEETING_REPORT),
    (r"overeenkomst|contract(?:en)?\b|protocol|convenant|conventie\b|convention\b|samenwerkingsakkoord|afspraken(?:nota|kader)|intentieverklaring|\bdading\b|erfpacht|concessie", Kind.CONTRACT),
    (r"reglement|verordening|statuten|règlement", Kind.REGULATION),
    (r"\w*nota\b|\bnota'?s\b|\bbeleid\b|\w*beleidsplan|evaluatie|visietekst|\bplan van aanpak|capability|\brapport\b", Kind.NOTE),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _WORDS)
_COUNCIL = re.compile(
    r"zitting van de (?:gemeenteraad|raad)|(?:gemeenteraad|raad voor maatschappelijk welzijn|college van burgemeester|vast bureau)",
    re.IGNORECASE,
)
_EXTRACT = re.compile(
    r"uit(?:treksel)? (?:uit )?(?:het|de) (?:notulen|register|beraadslagingen|notulenboek)|voor eensluidend|voor gelijkvormig",
    re.IGNORECASE,
)

_SUBJECT_LINE = re.compile(r"(?:betreft|betreffende|onderwerp|inzake)\s*[:|]", re.IGNORECASE)
_LETTER_HEAD = 20  # lines above the salutation
_LONGEST_SUBJECT = 250
# Letters and notes often state a position without the word in their title; then a heading says it.
_POSITION = re.compile(
    r"(?:\d{1,2}[.)]?\s+|[A-Z][.)]\s+)?(?:(?:ons|het|gezamenlijk|gemeenschappelijk) standpunt|wat (?:wij|we) (?:samen )?(?:vragen|bepleiten|eisen)|(?:wij|we) (?:vragen|bepleiten|eisen)(?: daarom| samen)?)\s*:?",
    re.IGNORECASE,
)


def kind_of(head: Head, rows: Sequence[Row]) -> Kind:
    """The kind of a document; `Kind.OTHER` when nothing tells."""
    named, titled = _fit(head.name), _fit(head.title)
    opening = next(filter(None, map(_fit, (line for line in head.masthead if len(line) < 90))), None)
    shelved = next(filter(None, map(_fit, head.folders)), None)
    kind = _choose(titled, named, opening or _announced(head.lines), shelved)
    if kind in (Kind.MEETING_REPORT, None) and _is_council_sitting(head, rows):
        return Kind.MINUTES
    if kind in (Kind.NOTE, None) and any(_POSITION.fullmatch(row.text) for row in rows):
        return Kind.POSITION
    if kind is None and _EXTRACT.search("\n".join((*head.lines, *head.foot))):
        return Kind.EXTRACT
    if kind is Kind.CONTRACT and is_framework(rows):
        return Kind.FRAMEWORK_CONTRACT
    return kind or kind_by_text(rows) or Kind.OTHER


def _announced(lines: Sequence[str]) -> Kind | None:
    """What the subject line of a letter says it is about, where that is more than a word in a short line."""
    subject = next((line for line in lines[:_LETTER_HEAD] if _SUBJECT_LINE.match(line)), "")
    kind = _fit(subject[:_LONGEST_SUBJECT])
    return kind if kind in (Kind.ADDENDUM, Kind.ACCESSION, Kind.POSITION) else None


def _fit(text: str) -> Kind | None:
    return next((kind for pattern, kind in _COMPILED if pattern.search(text)), None)


def _choose(titled: Kind | None, named: Kind | None, opening: Kind | None, shelved: Kind | None) -> Kind | None:
    """A name that is more specific than the title wins: names are given by people who file."""
    order = [kind for _, kind in _COMPILED]
    if titled and named and titled is not named:
        firm = (
            Kind.AGENDA,
            Kind.DECISION_LIST,
            Kind.MINUTES,
            Kind.MEETING_REPORT,
            Kind.SESSION_REPORT,
            Kind.NOTE,
            Kind.POSITION,
        )
        if named in firm:
            return named
        return min(titled, named, key=order.index)
    return titled or named or opening or shelved


def _is_council_sitting(head: Head, rows: Sequence[Row]) -> bool:
    """A "verslag" with decisions of a council is its minutes."""
    if not _COUNCIL.search("\n".join(head.lines[:12])) or "overleg" in head.title.casefold():
        return False
    decisions = sum(
        1
        for row in rows
        if ARTICLE.match(row.text)
        or re.match(r"(?:BESLUIT|BESLIST|Besluit|Beslist|Beslissing)\s*:|Enig artikel\b", row.text)
    )
    return decisions >= 2
