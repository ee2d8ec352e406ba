"""The board, the matrix and the experience as tables to take along, each row with where it stands. Pure."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from desk import texts
from desk.exports.tables import Cell as Value
from desk.exports.tables import Table
from desk.registers import durations
from desk.registers.board import LABELS, Row, What
from desk.registers.experience import Experience
from desk.registers.matrix import Cell, State
from search.registers.agreements import Field
from search.registers.contracts import Contract, Evidence

OpenDocument: TypeAlias = Callable[[int, int], str]
"""Gives the address of a page of a document."""


def contracts(rows: Iterable[Row], link: Callable[[Contract], str]) -> Table:
    """Return the board as a table."""
    return Table(texts.CONTRACTS, texts.CONTRACT_COLUMNS, [_contract(row, link(row.contract)) for row in rows])


def matrix(cells: Iterable[Cell], link: OpenDocument) -> Table:
    """Return the matrix as a table with a row for each cell: the form that can be filtered."""
    return Table(texts.MATRIX, texts.MATRIX_COLUMNS, [_cell(cell, link) for cell in cells])


def experience(found: Iterable[Experience], link: OpenDocument) -> Table:
    """Return who has experience, with a row for each paper that shows it."""
    rows = [row for place, each in enumerate(found, start=1) for row in _proofs(place, each, link)]
    return Table(texts.EXPERIENCE, texts.EXPERIENCE_COLUMNS, rows)


def _contract(row: Row, link: str) -> Sequence[Value]:
    contract = row.contract
    ceiling, renewal = contract.first(Field.CEILING), contract.first(Field.RENEWAL)
    days = {what: each.day if (each := row.deadline(what)) else None for what in What}
    return (
        row.name, str(row.phase), _names(row.purchasers), _names(row.partners), _names(row.may_join),
        _names(row.joined), days[What.JOIN],
        contract.day(Field.START), days[What.END], row.days_left,
        texts.RENEWALS.get(renewal.fact.value, renewal.fact.value) if renewal else None,
        "; ".join(_notice(each) for each in contract.facts.get(Field.NOTICE, ())), days[What.NOTICE],
        texts.euro(ceiling.fact.value) if ceiling else None, ceiling.fact.detail if ceiling else None,
        ", ".join(dict.fromkeys(each.fact.said for each in row.uncertain)), _sources(row), link,
    )  # fmt: skip


def _names(facts: Sequence[Evidence]) -> str:
    return ", ".join(
        f"{each.fact.value} ({texts.moment(each.fact.detail)})"
        if each.fact.field is Field.JOINED and each.fact.detail
        else each.fact.value
        for each in facts
    )


def _notice(evidence: Evidence) -> str:
    words = durations.in_words(evidence.fact.value)
    return f"{words} ({evidence.fact.detail})" if evidence.fact.detail else words


def _sources(row: Row) -> str:
    """Return where the dates and the ceiling stand, one a line."""
    told = [(LABELS[each.what], each.evidence) for each in row.deadlines]
    if ceiling := row.contract.first(Field.CEILING):
        told.append((texts.CONTRACT_COLUMNS[13], ceiling))
    return "\n".join(
        texts.SOURCE.format(what=what, title=each.document.title, page=each.page) for what, each in told
    ) or texts.SOURCE.format(what=texts.CONTRACT_COLUMNS[0], title=row.name, page=1)


def _cell(cell: Cell, link: OpenDocument) -> Sequence[Value]:
    document = cell.document
    if document is None:
        state = texts.NOT_READ if cell.state is State.NOT_READ else texts.NOT_FOUND
        return cell.municipality, cell.subject, state, None, None, None, None, None, None
    return (
        cell.municipality, cell.subject, texts.FOUND, cell.day, cell.title, str(cell.effect or document.kind),
        document.title, cell.page, link(document.id, cell.page),
    )  # fmt: skip


def _proofs(place: int, each: Experience, link: OpenDocument) -> Iterable[Sequence[Value]]:
    for proof in each.proofs:
        yield (
            place, each.who, each.reason, each.decisions, each.papers, each.latest, proof.as_what or str(proof.role),
            proof.title, proof.day, proof.document.title, proof.page, link(proof.document.id, proof.page),
        )  # fmt: skip
