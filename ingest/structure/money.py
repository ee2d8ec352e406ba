"""The ceiling of a contract and what it costs, with or without VAT. Knows nothing of who pays."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.structure import amounts
from ingest.structure.amounts import EXCLUDED, INCLUDED, Amount
from ingest.structure.clauses import Sentence
from ingest.structure.contract_terms import RECITAL_TOPIC, RECITES
from search.registers.agreements import Fact, Field

_CEILING = re.compile(
    r"\b(?:plafond\w*|maxim(?:um(?!pri)\w*|ale?|aal)|bovengrens|begrensd|beperkt tot|(?:niet|nooit|in geen geval) (?:voor )?meer (?:\w+ ){0,3}?(?:dan|bedragen|zijn)|uitstijgen boven|(?:niet|nooit) (?:worden |mogen |kunnen )?(?:overschrij\w+|te boven)|ten hoogste|hoogstens|limiet|geplafonneerd|\w*plafond|(?:niet|nooit) hoger|boven)\b"
)
_ABOVE = re.compile(r"\bboven\s*$")
_NO_MORE = re.compile(r"[^.;€]{0,30}\b(?:mag|mogen|kan|kunnen)\b[^.;€]{0,30}\b(?:niet|geen)\b")
_BY = re.compile(
    r"\b(?:ver(?:hoog|laag|minder|meerder)(?:d|t|en)?|opgetrokken|stijgt|daalt|toename|verhoging|verlaging)\s+met\s*$|\btoename van\s*$"
)
_FORMER = re.compile(
    r"\b(?:in plaats van|voordien|voorheen|vroeger|tot nu toe|i\.p\.v\.|was)[:\s(]*$|\btussen\s*$|\btussen\b[^;€]{0,20}\ben\s*$"
)
_UNIT_LEAD = re.compile(
    r"\b(?:uur|dag|kilometer|km|minuut|eenheids)(?:tarie\w*|prij\w*|lo(?:on|nen)|vergoeding)\b|\b(?:een|elke|iedere|per)\s+(?!bestuur|partij|gemeente|jaar|deelnemer)[\w-]+(?:\s+[\w-]+){0,7}\s+(?:kost|wordt (?:vergoed|aangerekend|gefactureerd|betaald))\b"
)
_THAT_IS = re.compile(r"\b(?:zijnde|hetzij|ofwel|of in totaal)\b")
_LEAST = Decimal(10)  # euro: less is a price for one of something, whatever stands beside it
_CEILING_TOPIC = re.compile(
    r"\b(?:plafond\w*|\w*plafond|maximum(?:bedrag\w*|waarde|bestel\w*)?|maximale (?:waarde|afname|bestel\w*|opdracht\w*)|maximumbedragen|bovengrens)\b"
)
_NO_CEILING = re.compile(
    r"\b(?:boetes?|straf\w*|penalit\w*|schade\w*|verzeker\w*|borgtocht|waarborg|herzien\w*|index\w*|verschil|korting\w*|maximumprij\w*|aansprakelijk\w*|dagvergoeding|vertraging|per (?!jaar|bestuur|partij|gemeente|deelnemer|perceel|contractjaar)\w+)\b"
)
_COSTS = re.compile(
    r"\b(?:ramen|raamt|raamde|begroten|geraamd\w*|raming\w*|geschat\w*|schatting|bedraagt|bedragen|kost(?:en|prijs)?|jaarkost|kosten\w*|bijdrage\w*|\w*vergoeding\w*|totaal\w*|totale|begroot|begroting\w*|te verdelen|voorzien|uitgave\w*|forfait\w*|eenmalig\w*|jaarlijks\w*|per jaar|opstart\w*|tussenkomst"
    r"|ingeschreven|betaalt|betalen|prijs|bedrag\w*|waarde|aandeel|\w+bedrag|lidgeld|retributie|licentie|huurprijs|\w*premie|aannemingssom|honorarium|ereloon|subsidie|offerte|gegund|toegewezen|opdrachtsom|erelonen|abonnement)\b"
)
_NO_COST = re.compile(
    r"\b(?:boetes?|straf\w*|penalit\w*|schadegeval\w*|verzeker(?:t|d|de|en)|borgtocht|waarborg|boven|meer dan|minder dan|vanaf een bedrag|drempel\w*|voorheen|korting\w*|voorschot\w*|besteed|eerste schijf|minimum\w*|aansprakelijk\w*|begonnen|vertraging|maximumprijs"
    r"|vorige aankoop|laatste eigen|tegenover|standaard\w+|riem|handelaar|per (?!jaar|schooljaar|kalenderjaar|werkjaar|bestuur|partij|gemeente|deelnemer|perceel|contractjaar|maand|huishouden en per jaar|kwartaal)\w+)\b"
)
_NO_TOPIC = re.compile(
    r"\b(?:prijzen|prijslijst|eenheidsprij\w*|tarie\w*|bijlage|bestelprocedure|boetes?|straf\w*|borg\w*|waarborg\w*|verzekering\w*|kortingen|sancties?|maximumprijzen|leveringen|hoeveelhe\w*)\b"
)
_UNIT_PRICES = re.compile(
    r"\b(?:prijs|tarief|eenheid\w*|kostprijs)\s+per\b|\beenheidsprij\w*|\bprijs excl|\bprijs incl|\bprijs (?:tot|vanaf)\b|maximumprijs"
)
_TOTAL = re.compile(r"^\W*(?:algemeen\s+)?totaal\b|^\W*totale\b|\bsamen\b", re.IGNORECASE)
_ESTIMATE = re.compile(r"\b(?:geraamd|raming|geschat|schatting)")
_ALL_AMOUNTS = re.compile(r"\b(?:bedragen|prijzen|bijdragen|vergoedingen)\b")
_SHORT = 70  # characters of a line below "De bijdragen worden vastgesteld op:" that holds one of them
_RAISED = re.compile(r"\b(?:van|dan)\s*$")
_TO = re.compile(r"\s*(?:\(?(?:excl|incl)[^)]{0,12}\)?\s*)?(?:naar|tot|op)\s*$")


def money_of(sentences: Sequence[Sentence]) -> list[Fact]:
    """The ceilings and the amounts agreed or estimated, each value once.

    A price for one of something, a fine, a guarantee and an advance are neither.
    """
    found: dict[tuple[Field, str, str], Fact] = {}
    for fact in _all(sentences):
        found.setdefault((fact.field, fact.value, fact.detail if fact.field is Field.CEILING else ""), fact)
    ceilings = {fact.value for fact in found.values() if fact.field is Field.CEILING}
    kept = [fact for fact in found.values() if fact.field is Field.CEILING or fact.value not in ceilings]
    return _without_parts(kept)


def _without_parts(facts: list[Fact]) -> list[Fact]:
    """Ceilings of lots go where one of them is the sum of the others."""
    ceilings = [fact for fact in facts if fact.field is Field.CEILING]
    total = max((Decimal(fact.value) for fact in ceilings), default=Decimal(0))
    if len(ceilings) < 3 or sum(Decimal(fact.value) for fact in ceilings) != 2 * total:
        return facts
    return [fact for fact in facts if fact.field is not Field.CEILING or Decimal(fact.value) == total]


def _all(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    head: Sentence | None = None  # the first row of a table: says what its columns are
    vats = {
        each.part: vat for each in sentences if _ALL_AMOUNTS.search(each.folded) and (vat := amounts.vat_in(each.text))
    }
    for sentence in sentences:
        found = amounts.find(sentence.text)
        if head and head.part != sentence.part:
            head = None
        if not found:
            head = sentence if _is_table_head(sentence) else head
            continue
        is_below = head is not None and (head.text[-1] != ":" or len(sentence.text) < _SHORT)
        for fact in _money(sentence, found, head.text if head and is_below else ""):
            vat = "" if EXCLUDED in fact.detail or INCLUDED in fact.detail else vats.get(sentence.part, "")
            yield replace(fact, detail=", ".join(part for part in (vat, fact.detail) if part))


def _is_table_head(sentence: Sentence) -> bool:
    is_lead = sentence.text[-1] == ":" and bool(_COSTS.search(sentence.folded))  # "De bijdragen bedragen:"
    return len(sentence.text) < 140 and (sentence.is_row or is_lead or sentence.text[-1] not in ".:;,")


def _money(sentence: Sentence, found: Sequence[Amount], head: str) -> Iterator[Fact]:
    folded = sentence.folded
    is_recital = bool(RECITAL_TOPIC.search(sentence.heading.casefold()) or RECITES.match(sentence.text))
    columns = _columns(head)
    after_last = 0
    for number, amount in enumerate(found):
        if number and not _is_former(folded, found[number - 1], amount):
            after_last = found[number - 1].end
        if _is_former(folded, amount, found[number + 1] if number + 1 < len(found) else None):
            continue
        vat = amount.vat or (columns[number] if len(columns) == len(found) else amounts.vat_in(head) if head else "")
        vat = vat or amounts.vat_in(sentence.text)
        if _is_ceiling(sentence, folded, amount, head, after_last):
            sure = 0.92 - (0.3 if is_recital else 0.0)
            yield Fact(Field.CEILING, amount.value, sentence.text, vat, sentence.spans, round(sure, 2))
        elif _is_cost(sentence, folded, amount, head):
            what = _what(sentence, amount, found[number - 1].end if number else 0)
            detail = ", ".join(part for part in (vat, what) if part)
            yield Fact(Field.AMOUNT, amount.value, sentence.text, detail, sentence.spans, 0.6 if is_recital else 0.8)


def _is_former(folded: str, amount: Amount, following: Amount | None) -> bool:
    """Whether it held before, is the difference with what holds now, or an end of a range."""
    lead = folded[max(0, amount.start - 32) : amount.start].rstrip("€ (").removesuffix("eur").rstrip()
    is_old = following is not None and _is_replaced(folded, amount, following)
    return is_old or bool(_FORMER.search(lead) or _BY.search(lead))


def _is_replaced(folded: str, amount: Amount, following: Amount) -> bool:
    """Whether it is the old one of "van € 6,5 miljoen naar € 7 miljoen"."""
    raised = _RAISED.search(folded, max(0, amount.start - 8), amount.start)
    return bool(raised and _TO.match(folded[amount.end : following.start]))


def _columns(head: str) -> list[str]:
    """What the columns of a table say of VAT, in order, where there are several that do."""
    cells = re.split(r"[|\t]", head) if re.search(r"[|\t]", head) else re.findall(r"(?:excl|incl)[\w.]*\s+btw", head)
    said = [amounts.vat_in(cell) for cell in cells]
    return [each for each in said if each]


def _is_ceiling(sentence: Sentence, folded: str, amount: Amount, head: str, after_last: int) -> bool:
    if amount.per and amount.per not in ("jaar", "contractjaar"):
        return False
    lead = folded[max(after_last, amount.start - 130) : amount.start]
    after = folded[amount.end : amount.end + 60]
    if _NO_CEILING.search(folded[max(0, amount.start - 130) : amount.start]) or _NO_CEILING.search(
        sentence.heading.casefold()
    ):
        return False
    if _ABOVE.search(lead.rstrip("€ ")):
        return bool(_NO_MORE.match(after))
    if _CEILING.search(lead) or re.match(
        r"[^;€]{0,45}?\b(?:(?:niet|nooit) (?:worden )?overschr|als maximum|maximum\b|als plafond)", after
    ):
        return amount.per != "jaar"
    label = f"{sentence.label} {head}".casefold()
    is_bare = (sentence.is_row or bool(head) or len(sentence.text) < 70) and not _ESTIMATE.search(lead)
    return bool(is_bare and (_CEILING_TOPIC.search(label) or _CEILING_TOPIC.search(sentence.heading.casefold())))


def _is_cost(sentence: Sentence, folded: str, amount: Amount, head: str) -> bool:
    if amount.per and amount.per not in (
        "jaar",
        "schooljaar",
        "kalenderjaar",
        "werkjaar",
        "jaarbasis",
        "bestuur",
        "partij",
        "gemeente",
        "maand",
    ):
        return False
    lead = folded[max(0, amount.start - 160) : amount.start]
    if Decimal(amount.value) < _LEAST or _UNIT_LEAD.search(lead):
        return False
    topic = sentence.heading.casefold()
    is_total = bool(_TOTAL.search(sentence.text))
    if (_NO_TOPIC.search(topic) or _UNIT_PRICES.search(head.casefold())) and not is_total:
        return False
    lead = _THAT_IS.split(lead)[-1]  # "€ 0,20 per inwoner, zijnde € 4.000"
    said = lead + folded[amount.start : amount.end + 45].split(";")[0]
    if _NO_COST.search(said) or _NO_COST.search(sentence.label.casefold()):
        return False
    return bool(_COSTS.search(folded) or _COSTS.search(head.casefold()) or _COSTS.search(topic) or is_total)


def _what(sentence: Sentence, amount: Amount, after: int) -> str:
    """What an amount is for: the first cell of its row, or the label before it."""
    if not (sentence.is_row or sentence.label or len(sentence.text) < 90):
        return ""
    cell = re.split(r"[|\t:€]", sentence.text[: after or amount.start])[0].strip(" -•*")
    return cell if 2 < len(cell) <= 60 else ""
