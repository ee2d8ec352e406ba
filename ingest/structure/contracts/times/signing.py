"""When a contract was signed, or the decision taken that the paper is. Knows nothing of how long it runs."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.structure.contracts.text.clauses import Sentence
from search.registers.agreements import Fact, Field

_LONGEST = 300  # characters of a line of signature; only "Heden, ... zijn samengekomen" is longer
_LEAD = 110  # characters before a day in which the words stand that say whose it is
_OPENING = 90  # characters at the start of a sentence within which a sitting is that of the paper
_SHORT = 130  # characters of a line that tells a sitting and nothing else
_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,?\s+)?"
_WORDS = (
    "tekend",
    "opgemaakt",
    "gedaan",
    "heden",
    "vandaag",
    "jaar",
    "zitting",
    "raad",
    "college",
    "bureau",
    "vergader",
    "gekomen",
    "besluit",
    "beslis",
    "aangenomen",
    "goedgekeurd",
    "vastgesteld",
    "datum",
    "akte",
)
_ON = rf"\W*(?:(?:op|van|de|den|dd?\.?\s?d?\.?|datum)\s+){{0,3}}{_WEEKDAY}(?:de\s+)?$"
_DRAWN_UP = (
    r"(?:opgemaakt|opgesteld|gedaan|(?:ge|onder|medeonder|mede-onder)tekend|overeengekomen|afgesproken|verleden"
    r"|aangegaan|afgesloten|gesloten|vastgesteld|gegeven te|(?:goedgekeurd|gezien) en (?:goedgekeurd|(?:onder|ge)tekend)"
    r"|voor (?:akkoord|gezien)|sluitingsdatum)"
)
_OPENS = re.compile(
    rf"^\W*(?:aldus\s+|zo\s+|waarvan akte,?\s+)?(?:(?:contract|overeenkomst|akte|digitaal|elektronisch|\w+ en)\s+)?{_DRAWN_UP}\b"
    r"|^\W*(?:plaats en )?datum(?: van)? (?:de )?(?:onder|hand)tekening|^\W*datum (?:van )?(?:de |het )?(?:sluiting|akkoord|besluit|beslissing)|^\W*te\s+\w"
)
_LINE_WITHIN = re.compile(
    r"(?<=[\w.,:)\]] )(?:Opgemaakt|Gedaan|Getekend|Ondertekend|Digitaal (?:onder|ge)tekend|Elektronisch (?:onder|ge)tekend"
    r"|Aldus|(?:Raadsz|Z)itting|Vastgesteld door|Plaats en datum|Datum(?: van)?(?: de)? (?:hand|onder)tekening|Voor akkoord)\b"
)
_TODAY = re.compile(r"\b(?:heden|vandaag)\b[^.;]{0,20}$|^\W*(?:in |op )?het $")
_PLACE = re.compile(
    r"(?:^|(?<=[\d).,]\s))[A-ZÀ-Ý][\w'’-]+(?:\s(?:aan|de|den|op|bij|[A-ZÀ-Ý][\w'’-]+)){0,3},\s+(?:te\s+)?"
    r"(?:op\s+|de\s+|den\s+)?(?:[a-z]+dag\s+)?$"
)
_APPROVED = re.compile(r"^\W*(?:goedgekeurd|vastgesteld|aangenomen|bekrachtigd)\b")
_SIGNED_ON = re.compile(rf"\b(?:onder|ge)tekend(?: te \w+)?{_ON}")
_SIGNATORY = re.compile(
    r"^\W*(?:voor|namens)\s(?:(?:de|het)\s)?(?:gemeente|stad|ocmw|politiezone|provincie|vereniging|intercommunale)\b"
    r"|\|\s*(?:de )?(?:\w+ )?(?:burgemeester|directeur|voorzitter|secretaris|schepen|zaakvoerder|bestuurder)\b"
)
_BESIDE = re.compile(r"(?:[|:]\s*|(?:^|\s)[A-ZÀ-Ý][\w'’-]+,\s+)$")
_DATE_LABEL = re.compile(r"(?:^|(?<=\s))datum\s*[:|]\s*$")
_WAS_SIGNED = re.compile(
    r"^(?!.{0,40}\b(?:bijakte|addendum|avenant)\b)(?:(?:deze|de|dit|het)\s+)?\w*"
    r"(?:overeenkomst|contract|akte|protocol|convenant|document)\s+(?:werd|is|wordt)\b.{0,40}?\b(?:onder|ge)tekend\b"
)
_SIGNED_AFTER = re.compile(r"op [^.;]{5,50}?\s(?:(?:werd|is|digitaal|elektronisch)\s)*(?:onder|ge)tekend\b")
_SIGNS = re.compile(r"\bhandteken|\bondertek")
_SITS = re.compile(
    r"\b(?:\w{0,12}zitting|\w{0,12}vergadering|\w{0,12}raad|\w{0,9}college|vast bureau|bijeenkomst|bijeengekomen|samengekomen)\b"
    rf"(?:[^.;\d]{{0,45}}?\b(?:op|van|dd?\.?\s?d?\.?))?{_ON}|^\W*(?:datum (?:van )?(?:het |de )?)?(?:\w*besluit|\w*beslissing)\b[^.;:]{{0,60}}$"
)
_ADOPTS = re.compile(
    r"\b(?:standpunt\w*|motie|resolutie|memorandum|\w*nota|tekst|advies|charter)\b[^;]{0,120}"
    r"\b(?:aangenomen|goedgekeurd|vastgesteld|bekrachtigd|vast|uitgebracht)\b[^.;]{0,60}$"
    r"|^\W*(?:eenparig |unaniem )?(?:aangenomen|vaststelling|aanneming|bekrachtigd)\b[^.;]{0,60}$"
)
_DECIDES = re.compile(
    r"\b(?:besliste?|besluit|beslot\w*|bekrachtigt|keurt|stelde?|vraagt|spreekt|beraadslaagd|goedgekeurd|aangenomen|vastgesteld"
    r"|getroffen|nemen)\b"
)
_TOLD = re.compile(
    r"\b(?:uitgesteld|verdaagd|intrekt|ingetrokken|kennis|trekt|bij besluit|waarbij|opgeheven|weten|mede|melden|daartoe|vlaamse regering|koninklijk)\b"
    r"|^\W*(?:wij|we|onze|ons|hierbij)\s(?!,? ?burgemeesters)"
)
_OTHERS = re.compile(
    r"\b(?:gelet|gezien (?:de|het)|overwegende|aangezien|publicatie|bekendmaking|brief|verstuurd|verzonden|ontvangen|afschrift"
    r"|kennisn\w+|agendapunt|leverancier|centrale|offerte\w*|gunning|gegund|verdaagd|vervangt|opgeheven|volgende|vorige"
    r"|eerdere?|oorspronkelijke?|ontwerp|bespreking|besproken|verslag(?:en)? van|wijziging van|tegen het besluit"
    r"|toewijzing|toegewezen|dat|nota voor|proces-verbaal|addendum|bijakte|avenant|overeenkomst van|contract van|decreet|wet|ingang|vanaf|sinds|tot|begin|start)\b"
)


@dataclass(frozen=True, slots=True)
class _Signed:
    day: str
    rank: int  # 3 of a signature, 2 of a line with a date, 1 of a sitting
    sentence: Sentence


def signed_on(sentences: Sequence[Sentence]) -> Fact | None:
    """When it was signed or decided: by a line of signature before a date line, and by that before a sitting.

    Of several signatures the last day counts: a contract exists when the last party has signed. Of sittings the first
    does: others are told of later.
    """
    found = [each for sentence in sentences if _may_tell(sentence) for each in _signed(sentence)]
    if not found:
        return None
    rank = max(each.rank for each in found)
    best = [each for each in found if each.rank == rank]
    chosen = best[0] if rank == 1 else _last(best)
    one_day = len({each.day for each in best if each.sentence is chosen.sentence}) == 1
    sure = {3: 0.95, 2: 0.8, 1: 0.6}[rank] if one_day else 0.6 + 0.05 * rank
    said = chosen.sentence
    return Fact(Field.SIGNED, chosen.day, said.text, "", said.spans, round(sure, 2))


def _may_tell(sentence: Sentence) -> bool:
    return bool((len(sentence.text) < _SHORT or sentence.names(_WORDS)) and sentence.days)


def _last(found: Sequence[_Signed]) -> _Signed:
    """The last day under the last heading with one: the first may be of the paper that this one amends."""
    return max((each for each in found if each.sentence.part == found[-1].sentence.part), key=lambda each: each.day)


def _signed(sentence: Sentence) -> Iterator[_Signed]:
    """The days in a sentence on which it was signed or decided."""
    folded = sentence.folded
    within = {match.start() for match in _LINE_WITHIN.finditer(sentence.text)}
    after = 0
    for day, start, end in sentence.days:
        since = max(after, start - _LEAD)
        line = max((at for at in within if since <= at < start), default=since)
        rank = _rank(sentence, line, start, is_line=line in within, is_first=after == 0)
        after = end
        if rank and not _OTHERS.search(folded[line:start]) and not _OTHERS.match(folded[end:].lstrip(" (,.")):
            yield _Signed(day.isoformat(), rank, sentence)


def _rank(sentence: Sentence, since: int, start: int, *, is_line: bool, is_first: bool) -> int:
    """How surely the words between two places and the day after them tell a signing; 0 where they do not."""
    folded = sentence.folded
    lead = folded[since:start]
    is_opened = is_line or (len(folded) < _LONGEST and bool(_OPENS.match(folded)))
    if _APPROVED.match(folded) and len(folded) < _LONGEST and _SIGNED_ON.search(lead):
        return 3
    if _TODAY.search(lead) or (is_opened and not sentence.recites):
        return 3
    if (
        (_WAS_SIGNED.match(folded) or _SIGNED_AFTER.match(folded, since))
        and len(folded) < _LONGEST
        and not sentence.recites
    ):
        return 3
    if sentence.recites:
        return 0
    if _DATE_LABEL.search(lead) or _PLACE.search(sentence.text[since:start]):
        return 2
    if _SIGNATORY.search(folded) and _BESIDE.search(sentence.text[since:start]):
        return 2
    if _SIGNS.search(sentence.heading.casefold()) and len(folded) < _LONGEST:
        return 2
    return 1 if is_first and _is_sitting(sentence, start, lead) else 0


def _is_sitting(sentence: Sentence, start: int, lead: str) -> bool:
    """Whether a day is that of the sitting which decided what the paper says."""
    folded = sentence.folded
    if start >= _OPENING or not (len(folded) < _SHORT or _DECIDES.search(folded)) or _TOLD.search(folded):
        return False
    return bool(_SITS.search(lead) or _ADOPTS.search(lead))
