"""What happens to contracts in a period: signed, changed, joined, and the days on which something ends. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desk.registers import board
from desk.registers.board import Deadline, Row, What
from search.registers.agreements import Field
from search.registers.contracts import Contract, Evidence
from search.types import Document, Kind


class Happening(StrEnum):
    """What happens to a contract on a day."""

    SIGNED = "nieuw"
    CHANGED = "gewijzigd"
    JOINED = "toegetreden"
    JOIN = "toetreden"  # the last day
    NOTICE = "opzeggen"  # the last day: then the term of notice begins
    END = "einde"


DEADLINES: Final = {What.JOIN: Happening.JOIN, What.NOTICE: Happening.NOTICE, What.END: Happening.END}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens to a contract on a day."""

    happening: Happening
    day: date
    contract: Contract
    document: Document  # the paper that says so
    page: int
    who: tuple[str, ...]  # whom it concerns
    of: tuple[str, ...]  # of these, whose own it is; the others may only join
    evidence: Evidence | None = None  # None where it is the paper itself
    needs_a_look: bool = False


def events(contracts: Iterable[Contract], since: date, until: date, horizon: date) -> tuple[Event, ...]:
    """Return what happens to contracts, by day.

    Args:
        contracts: Those that a reader may know.
        since: The first day.
        until: The last day of what is signed, changed or joined.
        horizon: The last day of what ends: what ends before the next meeting must be settled at this one.
    """
    found = [
        event
        for contract in contracts
        for event in _of(board.row(contract, until))
        if since <= event.day <= (horizon if event.happening in DEADLINES.values() else until)
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.happening, each.contract.document.id, each.who)))


def _of(row: Row) -> Iterator[Event]:
    contract = row.contract
    for paper in contract.papers:
        happening = Happening.SIGNED if paper == contract.document else Happening.CHANGED
        if paper.date and (happening is Happening.SIGNED or paper.kind is Kind.ADDENDUM):
            of = _from_the_beginning(row) if happening is Happening.SIGNED else _within(row)
            yield Event(happening, paper.date, contract, paper, 1, _everyone(row), of)
    for each in row.joined:  # who takes part from the beginning did not join
        day, begins = _joined_on(each, contract), contract.day(Field.START) or contract.document.date
        if day and (begins is None or day > begins or each.document != contract.document):
            yield _told(Happening.JOINED, day, row, each, (each.fact.value,), (each.fact.value,))
    for deadline in row.deadlines:
        yield _deadline(row, deadline)


def _deadline(row: Row, deadline: Deadline) -> Event:
    may_join = tuple(each.fact.value for each in row.may_join) if deadline.what is What.JOIN else ()
    of = () if may_join else _within(row)
    happening, is_unsure = DEADLINES[deadline.what], deadline.needs_a_look
    return _told(happening, deadline.day, row, deadline.evidence, may_join or of, of, is_unsure)


def _told(
    happening: Happening,
    day: date,
    row: Row,
    evidence: Evidence,
    who: tuple[str, ...],
    of: tuple[str, ...],
    needs_a_look: bool = False,
) -> Event:
    is_unsure = needs_a_look or evidence.needs_a_look
    return Event(happening, day, row.contract, evidence.document, evidence.page, who, of, evidence, is_unsure)


def _joined_on(evidence: Evidence, contract: Contract) -> date | None:
    """Return from when somebody takes part: as it is said, else the day of the paper by which he joined."""
    said = evidence.fact.detail
    try:
        return date.fromisoformat(f"{said}-01" if len(said) == 7 else said)
    except ValueError:
        return evidence.document.date if evidence.document != contract.document else None


def _within(row: Row) -> tuple[str, ...]:
    """Return who is bound by it."""
    names = dict.fromkeys(each.fact.value for each in (*row.buyers, *row.joined))
    return tuple(names) or _owner(row)


def _from_the_beginning(row: Row) -> tuple[str, ...]:
    """Return who was bound by it when it was signed: who joined by a later paper was not."""
    there = [each for each in row.joined if each.document == row.contract.document]
    return tuple(dict.fromkeys(each.fact.value for each in (*row.buyers, *there))) or _owner(row)


def _everyone(row: Row) -> tuple[str, ...]:
    """Return who is bound by it or may be."""
    return tuple(dict.fromkeys((*row.contract.parties, *_owner(row))))


def _owner(row: Row) -> tuple[str, ...]:
    owner = row.contract.document.municipality
    return (owner,) if owner else ()


def fields(event: Event) -> tuple[Evidence, ...]:
    """Return what an event was read from: of a last day to give notice, the end that it was counted back from too."""
    if event.evidence is None:
        return ()
    end = event.contract.first(Field.END) if event.happening is Happening.NOTICE else None
    return (event.evidence, *([end] if end else []))
