"""Every notation of reference/the-field.md, section 5, and what only looks like a date."""

from datetime import date

import pytest

from search.language import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("27 MEI 2024", date(2024, 5, 27)),
        ("31 dec 2023, 00:00 uur", date(2023, 12, 31)),
        ("ma 13/05/2024 - 20:00", date(2024, 5, 13)),
        ("d.d. 12 april 2016", date(2016, 4, 12)),
        ("dd. 25.10.2021", date(2021, 10, 25)),
        ("22-12-2017", date(2017, 12, 22)),
        ("Zitting van 22 04 2024", date(2024, 4, 22)),
        ("14 & 15 december 2020", date(2020, 12, 14)),
        ("30 november en 1 december 2020", date(2020, 11, 30)),
        ("12 febr. 2019", date(2019, 2, 12)),
        ("op 18/04/16", date(2016, 4, 18)),
        ("1er janvier 2020", date(2020, 1, 1)),
        ("le 3 février 2019", date(2019, 2, 3)),
        ("March 16, 2012", date(2012, 3, 16)),
        ("2024-05-27", date(2024, 5, 27)),
    ],
)
def test_a_notation_is_read_day_first(text, expected):
    assert [day for day, _, _ in dates.find(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["31/02/2020", "actie 1.06.01.01", "2020_GR_00057", "20u30", "€ 1.250,00", "1 januari", "45 mei 2020", ""]
)
def test_what_only_looks_like_a_date_is_left_out(text):
    assert dates.find(text) == []


def test_places_are_those_of_the_notation():
    text = "besloten op 1 maart 2020 en op 02/04/2021."
    assert [text[start:end] for _, start, end in dates.find(text)] == ["1 maart 2020", "02/04/2021"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("20240129 GR verslag", date(2024, 1, 29)),
        ("Notulen_Gemeenteraad_27-05-2024", date(2024, 5, 27)),
        ("2012_03_16_verslag", date(2012, 3, 16)),
        ("Besluitenlijst-raadsvergadering-29-juni-2015", date(2015, 6, 29)),
        ("scan 17", None),
    ],
)
def test_file_names(name, expected):
    assert dates.find_in_name(name) == expected


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("eerste kwartaal 2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("sinds 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("tussen 2015 en 2018", date(2015, 1, 1), date(2018, 12, 31)),
        ("mei 2016", date(2016, 5, 1), date(2016, 5, 31)),
        ("december 2016", date(2016, 12, 1), date(2016, 12, 31)),
    ],
)
def test_periods(text, since, until):
    assert [(a, b) for a, b, _, _ in dates.periods(text)] == [(since, until)]


def test_an_amount_is_no_year():
    assert dates.year("€ 2000,00 of 2000 euro") is None
    assert dates.year("in 2017") == 2017
    assert dates.year("2013-2018") is None


def test_legislatures_last_six_years():
    assert dates.legislature(date(2016, 5, 23)) == (date(2013, 1, 1), date(2018, 12, 31))
    assert dates.legislature(date(2025, 1, 1)) == (date(2025, 1, 1), date(2030, 12, 31))
    assert dates.legislature(date(2012, 12, 31))[0] == date(2007, 1, 1)
