"""Sums that are written out, as deeds and old contracts do."""

import pytest

from ingest.structure.contracts.money.amounts import find


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("een som van tweehonderdduizend euro", "200000.00"),
        ("Drieëntwintigduizend vijfhonderd euro", "23500.00"),
        ("honderd en vijfentwintig duizend euro", "125000.00"),
        ("TWEE MILJOEN EURO", "2000000.00"),
    ],
)
def test_a_sum_in_words_is_read_as_one_in_digits(text: str, value: str) -> None:
    assert [each.value for each in find(text)] == [value]


def test_a_sum_in_words_has_its_vat_and_what_it_is_a_price_for() -> None:
    (found,) = find("vijfduizend euro per jaar, exclusief btw")
    assert (found.value, found.per, found.vat) == ("5000.00", "jaar", "excl. btw")


@pytest.mark.parametrize(
    "text", ["tweehonderdduizend euro (200.000 euro)", "€ 200.000 (zegge tweehonderdduizend euro)"]
)
def test_a_sum_in_words_and_in_digits_is_one(text: str) -> None:
    assert [each.value for each in find(text)] == ["200000.00"]


@pytest.mark.parametrize("text", ["een euro", "de euro", "in euro", "elke en euro", "negen euro", ""])
def test_what_is_no_sum_or_a_very_small_one_is_none(text: str) -> None:
    assert find(text) == []


def test_miljoen_behind_digits_is_read_once() -> None:
    assert [each.value for each in find("ten hoogste 1,2 miljoen euro")] == ["1200000.00"]
