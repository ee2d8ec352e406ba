"""What a person types to correct a fact of a contract, as the value that is kept; which facts were corrected. Pure."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from desk import texts
from desk.registers import durations
from search.errors import KnowledgeBaseError
from search.language import dates
from search.registers.agreements import Field
from search.registers.contracts import Contract
from search.registers.edits import Edit, What

DAYS: Final = frozenset({Field.SIGNED, Field.START, Field.END, Field.JOIN_UNTIL})
AMOUNTS: Final = frozenset({Field.CEILING, Field.AMOUNT})
DURATIONS: Final = frozenset({Field.TERM, Field.NOTICE})
LONGEST: Final = 200
_LARGEST: Final = Decimal(10) ** 12
_DURATION: Final = re.compile(r"(\d{1,4}) ?(jaar|jaren|maand|maanden|week|weken|dag|dagen)", re.IGNORECASE)
_UNIT: Final = {"j": "Y", "m": "M", "w": "W", "d": "D"}
_GROUPED: Final = re.compile(r"\d{1,3}(?:[. ]\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?")


class NotUnderstood(KnowledgeBaseError):
    """What was typed is no value of that field; the message is in Dutch and says what to type."""


def checked(field: Field, typed: str) -> str:
    """Return what was typed as the value of a fact: ISO day or duration, decimal amount, "tacit", a name.

    Raises:
        NotUnderstood: It is none.
    """
    text = " ".join(texts.printable(typed).split())[:LONGEST]
    if not text:
        raise NotUnderstood(texts.TYPE_SOMETHING)
    if field in DAYS:
        return _day(text)
    if field in AMOUNTS:
        return _amount(text)
    if field in DURATIONS:
        return _duration(text)
    if field is Field.RENEWAL and text not in texts.RENEWALS:
        raise NotUnderstood(texts.TYPE_RENEWAL)
    return text


def of_contract(edits: Iterable[Edit], contract: Contract) -> list[Edit]:
    """Return what people corrected in the papers of a contract, the last first."""
    paths = {paper.path for paper in contract.papers}
    return [edit for edit in edits if edit.what is What.FACT and edit.subject in paths][::-1]


def field_of(edit: Edit) -> tuple[Field | None, str]:
    """Return the field that an edit corrects, and the value that was read."""
    name, _, value = edit.field.partition("=")
    return (Field(name), value) if name in Field.__members__.values() else (None, value)


def _day(text: str) -> str:
    found = dates.find(text)
    if len(found) != 1:
        raise NotUnderstood(texts.TYPE_DAY)
    return found[0][0].isoformat()


def _amount(text: str) -> str:
    bare = text.casefold().replace("euro", "").replace("eur", "").replace("€", "").replace("\N{NO-BREAK SPACE}", " ")
    bare = bare.strip()
    if not _GROUPED.fullmatch(bare):
        raise NotUnderstood(texts.TYPE_AMOUNT)
    whole, comma, cents = bare.partition(",")
    if not comma and re.fullmatch(r"\d+\.\d{1,2}", bare):
        whole, _, cents = bare.partition(".")
    value = Decimal(f"{re.sub(r'[. ]', '', whole)}.{cents or '0'}")
    if value >= _LARGEST:
        raise NotUnderstood(texts.TYPE_AMOUNT)
    return f"{value:.2f}"


def _duration(text: str) -> str:
    if durations.parsed(text):
        return text
    found = _DURATION.fullmatch(text)
    if not found or not int(found[1]):
        raise NotUnderstood(texts.TYPE_DURATION)
    return f"P{int(found[1])}{_UNIT[found[2][0].casefold()]}"
