"""Amounts in euro as Dutch papers write them."""

import pytest

from ingest.structure.contracts.money.amounts import find, vat_in


@pytest.mark.parametrize(
    ("text", "value", "vat", "per"),
    [
        ("€ 6.500.000,00 excl. btw", "6500000.00", "excl. btw", ""),
        ("18.583,47 euro inclusief BTW", "18583.47", "incl. btw", ""),
        ("1,2 miljoen euro", "1200000.00", "", ""),
        ("€ 1.5 miljoen", "1500000.00", "", ""),
        ("EUR 250.000", "250000.00", "", ""),
        ("60 470,11 EUR incl. btw", "60470.11", "incl. btw", ""),
        ("€250.000,- (btw niet inbegrepen)", "250000.00", "excl. btw", ""),
        ("35.000 € (excl. 21% btw)", "35000.00", "excl. btw", ""),
        ("€ 0,45 per kWh", "0.45", "", "kWh"),
        ("2.500 EUR/jaar excl. btw", "2500.00", "excl. btw", "jaar"),
        ("€ 0,4875", "0.4875", "", ""),
    ],
)
def test_an_amount_is_read_with_its_vat_and_unit(text, value, vat, per):
    (found,) = find(text)
    assert (found.value, found.vat, found.per) == (value, vat, per)


def test_two_amounts_of_one_sentence_stand_at_their_own_places():
    text = "van € 6.500.000,00 naar € 7.100.000,00 excl. btw"
    assert [(text[each.start : each.end], each.vat) for each in find(text)] == [
        ("€ 6.500.000,00", ""),
        ("€ 7.100.000,00", "excl. btw"),
    ]


@pytest.mark.parametrize("text", ["1.200 ton", "in 2016 kocht de stad 240 panelen", "artikel 2.2", "", "eurozone", "€"])
def test_a_number_without_euro_is_no_amount(text):
    assert find(text) == []


def test_a_heading_says_what_its_column_holds_unless_it_says_both():
    assert vat_in("Plafond excl. btw") == "excl. btw"
    assert vat_in("excl. btw | incl. btw") == ""
