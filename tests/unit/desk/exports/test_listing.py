from collections.abc import Callable
from datetime import date
from decimal import Decimal

from desk.exports import listing
from desk.registers import board
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract


def test_the_board_as_a_table_has_dates_amounts_and_where_they_stand(
    contract: Callable[..., Contract], fact: Callable[..., Fact]
) -> None:
    made = contract(
        fact(Field.PURCHASING_BODY, "Brugge"),
        fact(Field.JOINED, "Damme", "2025-04"),
        fact(Field.MAY_JOIN, "OCMW's"),
        fact(Field.END, "2027-06-30", page=3),
        fact(Field.RENEWAL, "tacit"),
        fact(Field.NOTICE, "P3M", "aankoopcentrale", confidence=0.3),
        fact(Field.CEILING, "480000.00", "excl. btw", page=5),
    )
    table = listing.contracts(board.rows([made], date(2026, 11, 25)), lambda each: f"http://x/{each.key}")
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert row["Eindigt"] == date(2027, 6, 30)
    assert row["Opzeggen tot en met"] == date(2027, 3, 30)
    assert row["Plafond (euro)"] == Decimal("480000.00")
    assert row["Btw"] == "excl. btw"
    assert row["Toegetreden"] == "Damme (april 2025)"
    assert row["Opzegtermijn"] == "3 maanden (aankoopcentrale)"
    assert row["Na te kijken"] == "zo staat het: P3M"
    assert "Einddatum: Raamovereenkomst strooizout, p. 3" in str(row["Bronnen"])
    assert "Plafond (euro): Raamovereenkomst strooizout, p. 5" in str(row["Bronnen"])
    assert row["Link"] == f"http://x/{made.key}"


def test_a_contract_of_which_nothing_is_known_is_a_row_all_the_same(contract: Callable[..., Contract]) -> None:
    table = listing.contracts(board.rows([contract()], date(2026, 11, 25)), lambda each: "x")
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert row["Eindigt"] is None
    assert row["Plafond (euro)"] is None
    assert "Raamovereenkomst strooizout" in str(row["Bronnen"])


def test_who_works_together_are_parties_and_nobody_buys(
    contract: Callable[..., Contract], fact: Callable[..., Fact]
) -> None:
    made = contract(fact(Field.PARTY, "Damme"), fact(Field.PARTY, "Torhout"))
    table = listing.contracts(board.rows([made], date(2026, 11, 25)), lambda _: "x")
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert row["Partijen"] == "Damme, Torhout"
    assert not row["Aankoper"]
