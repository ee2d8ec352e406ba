from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desk.registers import corrections
from desk.registers.corrections import NotUnderstood
from search.registers.agreements import Field
from search.registers.contracts import Contract
from search.registers.edits import Edit, What
from search.types import Document


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Field.END, "31 augustus 2028", "2028-08-31"),
        (Field.END, "31/08/2028", "2028-08-31"),
        (Field.JOIN_UNTIL, "2028-08-31", "2028-08-31"),
        (Field.CEILING, "480.000", "480000.00"),
        (Field.CEILING, "€ 17.950,50", "17950.50"),
        (Field.AMOUNT, "480000 euro", "480000.00"),
        (Field.AMOUNT, "12.5", "12.50"),
        (Field.NOTICE, "3 maanden", "P3M"),
        (Field.TERM, "1 jaar", "P1Y"),
        (Field.TERM, "P48M", "P48M"),
        (Field.RENEWAL, "tacit", "tacit"),
        (Field.SUPPLIER, "  Zoutvast   bv\x00 ", "Zoutvast bv"),
    ],
)
def test_what_people_type_is_understood(field: Field, typed: str, value: str) -> None:
    assert corrections.checked(field, typed) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (Field.END, "ooit"),
        (Field.END, "31 februari 2028"),
        (Field.END, "1 mei 2027 of 1 mei 2028"),
        (Field.CEILING, "veel"),
        (Field.CEILING, "1.2.3"),
        (Field.CEILING, "9" * 400),
        (Field.NOTICE, "0 maanden"),
        (Field.NOTICE, "een tijdje"),
        (Field.RENEWAL, "misschien"),
        (Field.SUPPLIER, " \x00 "),
    ],
)
def test_what_cannot_be_is_refused_in_dutch(field: Field, typed: str) -> None:
    with pytest.raises(NotUnderstood, match=r"\."):
        corrections.checked(field, typed)


def test_only_edits_of_papers_of_the_contract_are_told(
    contract: Callable[..., Contract], document: Callable[..., Document]
) -> None:
    def edit(number: int, what: What, subject: str) -> Edit:
        return Edit(number, datetime.now(UTC), "", what, subject, "end=2027-01-01", "2028-01-01")

    made = [
        edit(1, What.FACT, "map/1.pdf"),
        edit(2, What.FACT, "map/99.pdf"),
        edit(3, What.EFFECT, "map/1.pdf"),
        edit(4, What.FACT, "map/2.pdf"),
    ]
    found = corrections.of_contract(made, contract(document=document(1), papers=(document(2),)))
    assert [each.id for each in found] == [4, 1]
    assert corrections.field_of(found[0]) == (Field.END, "2027-01-01")
    assert corrections.field_of(Edit(1, datetime.now(UTC), "", What.FACT, "", "onbekend", ""))[0] is None
