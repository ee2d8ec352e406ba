"""The ceiling of a contract and what it costs, with or without VAT. Knows nothing of who pays."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.structure.contracts.money import amounts
from ingest.structure.contracts.money.amounts import EXCLUDED, INCLUDED, Amount
from ingest.structure.contracts.money.money_roles import Around, Role, Topic, is_replaced, role_of
from ingest.structure.contracts.text.clauses import Sentence
from ingest.structure.contracts.text.contract_terms import RECITAL_TOPIC, RECITES
from search.registers.agreements import Fact, Field

_OF_LAST = re.compile(r"^\s*(?:per|/)\s?\w+")
_THAT_IS = re.compile(r"\b(?:zijnde|samen|hetzij|ofwel|of in totaal)\b")
_LEAST = Decimal(10)  # euro: less is a price for one of something, whatever stands beside it
_COSTS = re.compile(
    r"\b(?:\w*kost\w*|\w*forfait\w*|huurprij\w*|waarde|verdeelsleutel|\w*bijdrage\w*|\w*vergoeding\w*|bedrag\w*|bedraagt|aandeel|prijs|raming\w*|geraamd\w*|neerkomt|betaalt|betalen|verdeeld)\b"
)
_ALL_AMOUNTS = re.compile(r"\b(?:bedragen|prijzen|bijdragen|vergoedingen)\b")
_TOLD = 0.75  # how sure an amount of what went before must be: more than its heading must tell of it
_FAR = 160  # characters beside an amount that are read
_FORMER_COLUMN = re.compile(r"\s*(?:was|oude?|vroeger|tot en met|huidige?|nu|eigen|vorige?)\b", re.IGNORECASE)
_SHORT = 70  # characters of a line below "De bijdragen worden vastgesteld op:" that holds one of them


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
            is_row_below = head and len(_cells(head.text)) == len(_cells(sentence.text)) > 1
            head = sentence if _is_table_head(sentence) and not is_row_below else head
            continue
        is_below = head is not None and (head.text[-1] != ":" or len(sentence.text) < _SHORT * max(1, len(found)))
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
    is_bare = sentence.is_row or bool(head) or len(sentence.text) < _SHORT
    own = sentence.label if sentence.label in sentence.text else ""  # of this sentence, not of its paragraph
    topic = Topic(own.casefold(), sentence.heading.casefold(), head.casefold(), is_bare)
    previous: Role | None = None
    since = 0
    for number, amount in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        around = _around(folded, amount, since, following.start if following else len(folded))
        is_old = following and is_replaced(folded[since : amount.start], folded[amount.end : following.start])
        if is_old or _is_former_column(sentence.text, amount, head):
            continue
        if Decimal(amount.value) < _LEAST:
            since = amount.end
            continue
        role, sure = role_of(around, amount.per.casefold(), topic, previous)
        previous, since = role, amount.end
        if role in (Role.OTHER, Role.FORMER) or (is_recital and sure < _TOLD):
            continue
        vat = amount.vat or (columns[number] if len(columns) == len(found) else amounts.vat_in(head) if head else "")
        vat = vat or amounts.vat_in(sentence.text)
        sure = round(sure - 0.3, 2) if is_recital and role is Role.CEILING else min(sure, 0.6) if is_recital else sure
        if role is Role.CEILING:
            yield Fact(Field.CEILING, amount.value, sentence.text, vat, sentence.spans, sure)
        else:
            detail = ", ".join(
                part for part in (vat, _what(sentence, amount, found[number - 1].end if number else 0)) if part
            )
            yield Fact(Field.AMOUNT, amount.value, sentence.text, detail, sentence.spans, sure)


def _around(folded: str, amount: Amount, since: int, until: int) -> Around:
    lead = folded[max(since, amount.start - _FAR) : amount.start]
    lead = _OF_LAST.sub("", lead) if since else lead
    return Around(lead, _THAT_IS.split(lead)[-1], folded[: amount.start], folded[amount.end : until][:_FAR])


def _is_former_column(text: str, amount: Amount, head: str) -> bool:
    """Whether it stands below "Was" in a table with the columns "Was" and "Wordt"."""
    cells = _cells(head)
    at = len(_cells(text[: amount.start])) - 1
    return len(cells) > at > 0 and bool(_FORMER_COLUMN.match(cells[at]))


def _cells(row: str) -> list[str]:
    """The cells of a row; the lines around a table are none."""
    return re.split(r"[|\t]", row.strip("| ") + ("|" if row.endswith("| ") else ""))


def _columns(head: str) -> list[str]:
    """What the columns of a table say of VAT, in order, where there are several that do."""
    cells = re.split(r"[|\t]", head) if re.search(r"[|\t]", head) else re.findall(r"(?:excl|incl)[\w.]*\s+btw", head)
    said = [amounts.vat_in(cell) for cell in cells]
    return [each for each in said if each]


def _what(sentence: Sentence, amount: Amount, after: int) -> str:
    """What an amount is for: the first cell of its row, or the label before it."""
    if not (sentence.is_row or sentence.label or len(sentence.text) < 90):
        return ""
    cell = re.split(r"[|\t:€]", sentence.text[: after or amount.start])[0].strip(" -•*")
    return cell if 2 < len(cell) <= 60 else ""
