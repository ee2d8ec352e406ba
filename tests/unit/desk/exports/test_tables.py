import csv
import io
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from desk.exports.tables import Cell, Table, as_csv, as_xlsx

ROWS: list[list[Cell]] = [
    ["Zout; zand", date(2027, 6, 30), Decimal("17950.50"), 3, None],
    ["é “ü”", date(1875, 1, 2), Decimal("6500000.00"), -2, "lijn 1\nlijn 2"],
]
TABLE = Table("Overeenkomsten", ["Naam", "Eindigt", "Plafond", "Dagen", "Nota"], ROWS)
DANGEROUS = [
    "=1+1",
    "+32 50",
    "-2",
    "@SUM(A1)",
    "\t=1",
    " =cmd|' /C calc'!A0",
    "＝1",
    "\r\n=1",
    '=HYPERLINK("http://x")',
]


def sheet(table: Table) -> list[tuple[object, ...]]:
    book = load_workbook(io.BytesIO(as_xlsx(table)))
    assert book.active is not None
    return [tuple(cell.value for cell in row) for row in book.active.iter_rows()]


def lines(table: Table) -> list[list[str]]:
    content = as_csv(table)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_workbook_holds_dates_as_dates_and_amounts_as_numbers() -> None:
    head, first, second = sheet(TABLE)
    assert head == ("Naam", "Eindigt", "Plafond", "Dagen", "Nota")
    assert first == ("Zout; zand", datetime(2027, 6, 30), 17950.5, 3, None)
    assert second[1] == "1875-01-02"  # before the first day that Excel knows
    assert second[4] == "lijn 1\nlijn 2"


def test_a_csv_opens_in_belgian_excel() -> None:
    head, first, second = lines(TABLE)
    assert head[0] == "Naam"
    assert first == ["Zout; zand", "2027-06-30", "17950,50", "3", ""]
    assert second == ["é “ü”", "1875-01-02", "6500000,00", "-2", "lijn 1\nlijn 2"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_from_a_document_becomes_a_formula(text: str) -> None:
    table = Table("=1+1", [text], [[text]])
    book = load_workbook(io.BytesIO(as_xlsx(table)))
    assert book.active is not None
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} == {"s"}
    assert all(cell.lstrip()[0] == "'" for line in lines(table) for cell in line)


@pytest.mark.parametrize("text", ["", "x" * 100_000, "a\x00b\x1f", "\ud800", "￿", "🍦"])
def test_any_text_fits(text: str) -> None:
    table = Table(text or "t", ["k"], [[text]])
    assert len(sheet(table)) == 2
    assert len(lines(table)) == 2


def test_a_table_without_rows_is_a_head() -> None:
    assert sheet(Table("[a]:*?/\\", ["k", "l"], [])) == [("k", "l")]
    assert lines(Table("a", ["k", "l"], [])) == [["k", "l"]]
