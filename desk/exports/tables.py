"""Any table as a file for a spreadsheet: XLSX, and CSV as Belgian Excel reads it. Pure.

What came from a document is text and stays text: a cell that begins like a formula is none.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

import xlsxwriter

from desk import texts

Cell: TypeAlias = str | date | Decimal | int | None

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What spreadsheets take for the beginning of a formula, full-width forms included (OWASP, CSV injection)."""
_LONGEST: Final = 32_767  # characters in a cell of Excel; a longer one is left out by it
_SHEET: Final = str.maketrans({character: " " for character in "[]:*?/\\'"})
_WIDEST, _NARROWEST, _LINE = 48, 9, 1.1  # characters a column


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the names of the columns, and rows of as many cells."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def as_xlsx(table: Table) -> bytes:
    """Return a table as an Excel workbook: dates are dates, amounts numbers, the head stays in sight."""
    file = io.BytesIO()
    # Text that looks like a formula or an address stays text; nothing is written to a temporary folder.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet(_text(table.title).translate(_SHEET).strip()[:31] or None)
        formats = {
            date: book.add_format({"num_format": "dd/mm/yyyy", "align": "left", "valign": "top"}),
            Decimal: book.add_format({"num_format": "#,##0.00", "valign": "top"}),
            str: book.add_format({"text_wrap": True, "valign": "top"}),
            int: book.add_format({"valign": "top"}),
        }
        for i, name in enumerate(table.columns):
            sheet.write_string(0, i, _text(name), book.add_format({"bold": True, "bottom": 1, "text_wrap": True}))
            sheet.set_column(i, i, _width([name, *(row[i] for row in table.rows)]))
        for number, row in enumerate(table.rows, start=1):
            for i, value in enumerate(row):
                _write(sheet, number, i, value, formats)
        sheet.freeze_panes(1, 1)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    return file.getvalue()


def as_csv(table: Table) -> bytes:
    """Return a table as Belgian Excel opens it at a double click: BOM, semicolons, decimal comma, ISO dates."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([_harmless(_text(name)) for name in table.columns])
    writer.writerows([_plain(value) for value in row] for row in table.rows)
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Cell, formats: dict[type, object]
) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, _text(value), formats[str])
    elif isinstance(value, date):
        _write_day(sheet, row, column, value, formats)
    elif isinstance(value, Decimal | int):
        sheet.write_number(row, column, value, formats[type(value)])


def _write_day(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, day: date, formats: dict[type, object]
) -> None:
    if day.year < 1900:  # Excel counts days from 1900
        sheet.write_string(row, column, day.isoformat(), formats[str])
    else:
        sheet.write_datetime(row, column, day, formats[date])


def _plain(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return _harmless(_text(value)) if isinstance(value, str) else str(value)


def _harmless(text: str) -> str:
    """Return text that no spreadsheet computes: an apostrophe in front of what looks like a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _text(text: str) -> str:
    whole = texts.printable(text)
    return whole if len(whole) <= _LONGEST else whole[: _LONGEST - len(texts.CUT)] + texts.CUT


def _width(values: Sequence[Cell]) -> float:
    lines = [line for value in values if value is not None for line in str(value).splitlines()]
    return min(max((len(line) * _LINE for line in lines), default=0), _WIDEST) + 2 if lines else _NARROWEST
