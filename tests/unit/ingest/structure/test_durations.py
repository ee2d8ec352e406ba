"""Durations as Dutch contracts write them."""

import pytest

from ingest.structure.contracts.text.durations import find


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("vier (4) jaar", "P48M"),
        ("4 (vier) jaar", "P48M"),
        ("48 maanden", "P48M"),
        ("één jaar", "P12M"),
        ("zesendertig (36) maanden", "P36M"),
        ("tweeëntwintig weken", "P154D"),
        ("anderhalf jaar", "P18M"),
        ("honderdtwintig kalenderdagen", "P120D"),
        ("12 opeenvolgende maanden", "P12M"),
        ("twee kwartalen", "P6M"),
        ("VIJF JAAR", "P60M"),
    ],
)
def test_a_duration_is_read_from_digits_words_or_both(text, iso):
    (found,) = find(f"voor {text}.")
    assert found.iso == iso


@pytest.mark.parametrize("text", ["het jaar 2020", "2020 jaar", "de driejarige looptijd", "artikel 4", "jaarlijks", ""])
def test_a_year_or_an_adjective_is_no_duration(text):
    assert find(text) == []
