"""The board of contracts: which to show, in which order, and what of each expires when. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk import texts
from desk.registers import durations
from search.registers.agreements import Field
from search.registers.contracts import SOON, Contract, Evidence, Phase


class Only(StrEnum):
    """Which contracts are wanted."""

    ALL = ""
    OPEN = "open"  # others may still join
    ENDING = "eindigt"  # within SOON days


class What(StrEnum):
    """What of a contract ends on a day."""

    JOIN = "toetreden"
    NOTICE = "opzeggen"
    END = "einde"


LABELS = {What.JOIN: texts.JOIN_BY, What.NOTICE: texts.NOTICE_BY, What.END: texts.ENDS}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day on which something of a contract ends, and the fact that says so."""

    what: What
    day: date
    evidence: Evidence
    end: Evidence | None = None  # from which `evidence`, a notice, was counted back

    @property
    def needs_a_look(self) -> bool:
        """Whether a person should confirm what it was read from."""
        return self.evidence.needs_a_look or (self.end is not None and self.end.needs_a_look)


@dataclass(frozen=True, slots=True)
class Row:
    """A contract on the board, as it stands on a day."""

    contract: Contract
    phase: Phase
    days_left: int | None
    purchasers: tuple[Evidence, ...]  # purchasing body, else buyer; none where equals work together
    parties: tuple[Evidence, ...]
    may_join: tuple[Evidence, ...]  # and have not
    joined: tuple[Evidence, ...]
    deadlines: tuple[Deadline, ...]  # by day

    @property
    def name(self) -> str:
        """What the contract is called."""
        return self.contract.document.title

    @property
    def buyers(self) -> tuple[Evidence, ...]:
        """Who is bound by it from the beginning: who buys, else all parties."""
        return self.purchasers or self.parties

    @property
    def partners(self) -> tuple[Evidence, ...]:
        """The parties that take part as equals: those that do not buy for others and did not join later."""
        told = {each.fact.value for each in (*self.purchasers, *self.joined)}
        return tuple(each for each in self.parties if each.fact.value not in told)

    def deadline(self, what: What) -> Deadline | None:
        """Return when something ends, where that is known."""
        return next((each for each in self.deadlines if each.what is what), None)

    @property
    def may_have_been_renewed(self) -> bool:
        """Whether its last known day is over but it renews itself: nobody can tell from these papers."""
        renewal = self.contract.first(Field.RENEWAL)
        return self.phase is Phase.ENDED and renewal is not None and renewal.fact.value == "tacit"

    @property
    def uncertain(self) -> tuple[Evidence, ...]:
        """The facts that a person should confirm."""
        return tuple(each for facts in self.contract.facts.values() for each in facts if each.needs_a_look)


def rows(
    contracts: Iterable[Contract], today: date, only: Only = Only.ALL, municipalities: Sequence[str] = ()
) -> list[Row]:
    """Return the board: what expires first comes first, then what has no known end, then what is over, latest first.

    Args:
        contracts: What a reader may know.
        today: The day for which the board holds.
        only: Which to keep.
        municipalities: Keep the contracts that one of these buys, has joined, is party to or may join; empty: all.
    """
    kept = [row(contract, today) for contract in contracts if _passes(contract, today, only, municipalities)]
    return sorted(kept, key=lambda each: _order(each, today))


def row(contract: Contract, today: date) -> Row:
    """Return a contract as it stands on a day."""
    purchasers = _distinct(contract, Field.PURCHASING_BODY) or _distinct(contract, Field.BUYER)
    parties, joined = _distinct(contract, Field.PARTY), _distinct(contract, Field.JOINED)
    there = {each.fact.value for each in (*purchasers, *parties, *joined)}
    return Row(
        contract,
        contract.phase(today),
        contract.days_left(today),
        purchasers,
        parties,
        tuple(each for each in _distinct(contract, Field.MAY_JOIN) if each.fact.value not in there),
        joined,
        deadlines(contract),
    )


def deadlines(contract: Contract) -> tuple[Deadline, ...]:
    """Return the days on which something of a contract ends, by day.

    A last day to give notice is there only where the contract renews itself: elsewhere nothing happens after it.
    """
    found = []
    end, join = contract.first(Field.END), contract.first(Field.JOIN_UNTIL)
    if join and join.day:
        found.append(Deadline(What.JOIN, join.day, join))
    if end and end.day:
        found.append(Deadline(What.END, end.day, end))
        if notice := _notice(contract, end, end.day):
            found.append(notice)
    return tuple(sorted(found, key=lambda each: (each.day, each.what)))


def _notice(contract: Contract, end: Evidence, day: date) -> Deadline | None:
    """Return the last day on which everybody can give notice: of several terms the longest counts."""
    renewal = contract.first(Field.RENEWAL)
    if renewal is None or renewal.fact.value != "tacit":
        return None
    terms = [(durations.before(day, each.fact.value), each) for each in contract.facts.get(Field.NOTICE, ())]
    known = [(last, each) for last, each in terms if last]
    if not known:
        return None
    last, notice = min(known, key=lambda each: each[0])
    return Deadline(What.NOTICE, last, notice, end)


def _distinct(contract: Contract, field: Field) -> tuple[Evidence, ...]:
    """Return the facts of a field, each value once: the one that says most of it."""
    best: dict[str, Evidence] = {}
    for each in contract.facts.get(field, ()):
        known = best.get(each.fact.value)
        if known is None or (each.fact.detail and not known.fact.detail):
            best[each.fact.value] = each
    return tuple(best.values())


def _passes(contract: Contract, today: date, only: Only, municipalities: Sequence[str]) -> bool:
    if municipalities and not {contract.document.municipality, *contract.parties} & set(municipalities):
        return False
    if only is Only.OPEN:
        return contract.may_still_join(today)
    left = contract.days_left(today)
    return only is Only.ALL or (left is not None and 0 <= left <= SOON)


def _order(row: Row, today: date) -> tuple[int, int, int]:
    if row.phase is Phase.ENDED:
        end = row.contract.day(Field.END) or date.min
        return 2, -end.toordinal(), row.contract.document.id
    coming = [each.day.toordinal() for each in row.deadlines if each.day >= today]
    return (0, min(coming), row.contract.document.id) if coming else (1, 0, row.contract.document.id)
