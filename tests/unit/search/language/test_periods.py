"""The period that a question asks for, and the years that only name a thing."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.language import periods

TODAY = date(2026, 11, 23)
OPEN = None


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("zonnepanelen sinds 2019", date(2019, 1, 1), OPEN),
        ("zonnepanelen vanaf maart 2020", date(2020, 3, 1), OPEN),
        ("in 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("tussen 2019 en 2022", date(2019, 1, 1), date(2022, 12, 31)),
        ("van 2019 tot 2022", date(2019, 1, 1), date(2022, 12, 31)),
        ("tussen maart 2019 en juni 2020", date(2019, 3, 1), date(2020, 6, 30)),
        ("windmolens voor 2020", OPEN, date(2019, 12, 31)),
        ("windmolens vóór 2020", OPEN, date(2019, 12, 31)),
        ("na 2019", date(2020, 1, 1), OPEN),
        ("tot en met 2021", OPEN, date(2021, 12, 31)),
        ("eind 2019", date(2019, 9, 1), date(2019, 12, 31)),
        ("in het najaar van 2022", date(2022, 9, 1), date(2022, 12, 31)),
        ("gemeenteraad van 27 mei 2024", date(2024, 5, 27), date(2024, 5, 27)),
        ("notulen maart 2020", date(2020, 3, 1), date(2020, 3, 31)),
        ("op 12 maart 2020", date(2020, 3, 12), date(2020, 3, 12)),
        ("in maart", date(2026, 3, 1), date(2026, 3, 31)),
        ("in december", date(2025, 12, 1), date(2025, 12, 31)),  # the last one that has begun
        ("vorig jaar", date(2025, 1, 1), date(2025, 12, 31)),
        ("de laatste vijf jaar", date(2021, 11, 23), TODAY),
        ("afgelopen 3 maanden", date(2026, 8, 23), TODAY),
        ("vijf jaar geleden", date(2021, 1, 1), date(2021, 12, 31)),
        ("tijdens de vorige legislatuur", date(2019, 1, 1), date(2024, 12, 31)),
        ("sinds de vorige legislatuur", date(2019, 1, 1), OPEN),
        ("legislatuur 2013-2018", date(2013, 1, 1), date(2018, 12, 31)),
        ("deze bestuursperiode", date(2025, 1, 1), date(2030, 12, 31)),
        ("since 2019", date(2019, 1, 1), OPEN),
        ("in the last five years", date(2021, 11, 23), TODAY),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("décisions prises en 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("depuis 2019", date(2019, 1, 1), OPEN),
        ("ces cinq dernières années", date(2021, 11, 23), TODAY),
    ],
)
def test_a_period_is_understood(text, since, until):
    assert [(each.since, each.until) for each in periods.find(text, TODAY)] == [(since, until)]


@pytest.mark.parametrize(
    "text",
    [
        "jaarrekening 2019", "begroting voor 2020", "belasting op leegstand voor 2020", "meerjarenplan 2020-2025",
        "wet van 17 juni 2016", "koninklijk besluit van 14 januari 2013", "de nota van 2019", "2019 en 2020",
        "in 2000 euro", "subsidies van 2000 euro", "actie 1.06.01", "voor maart", "in de zomer", "zonnepanelen", "",
    ],
)  # fmt: skip
def test_a_year_that_names_a_thing_is_no_period(text):
    assert periods.find(text, TODAY) == []


def test_the_words_that_say_so_are_told():
    text = "wat is er sinds de vorige legislatuur beslist, en in maart 2020?"
    assert [text[each.start : each.end] for each in periods.find(text, TODAY)] == [
        "sinds de vorige legislatuur",
        "in maart 2020",
    ]


@settings(deadline=None)
@given(st.text(max_size=80), st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_any_text_on_any_day(text, today):
    found = periods.find(text, today)
    for period in found:
        assert 0 <= period.start < period.end <= len(text)
        assert period.since is None or period.until is None or period.since <= period.until


WORDS = [
    "in", "sinds", "van", "tot", "voor", "na", "maart", "mei", "2019", "2020", "31", "2", "de", "laatste", "5", "jaar",
    "vorig", "en", "-", "29",
]  # fmt: skip


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(WORDS)).map(" ".join),
    st.sampled_from([date(2024, 2, 29), date(2026, 1, 31), date(2026, 12, 31)]),
)
def test_periods_never_overlap(text, today):
    found = periods.find(text, today)
    assert all(before.end <= after.start for before, after in pairwise(found))
