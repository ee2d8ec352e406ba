"""The occasion on which something is done is no subject."""

import pytest

from search.registers.occasions import without
from tests.growth import is_in_proportion
from tests.unit.search.registers.drawn import formed, matter


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Wijziging arbeidsreglement n.a.v. telewerk. Goedkeuring.", "Wijziging arbeidsreglement. Goedkeuring."),
        ("Rechtspositieregeling ingevolge het decreet van 3.5.2020 - aanpassing", "Rechtspositieregeling - aanpassing"),
        ("Verhindering raadslid wegens ziekte", "Verhindering raadslid"),
        ("Naar aanleiding van de storm. Steun", "Naar aanleiding van de storm. Steun"),  # it is all that is told
        ("", ""),
    ],
)
def test_an_occasion_goes_up_to_the_end_of_its_phrase(title: str, left: str) -> None:
    assert without(title) == left


def test_a_regulation_that_changes_on_an_occasion_is_the_same_regulation() -> None:
    titles = {"Arbeidsreglement. Vaststelling.", "Wijziging arbeidsreglement n.a.v. de invoering van telewerk."}
    assert formed([matter(title) for title in sorted(titles)]) == [titles]


def test_a_measure_for_an_event_is_about_that_event() -> None:
    assert not formed([matter(f"Politieverordening naar aanleiding van {what}.") for what in ("de kermis", "de koers")])


def test_a_regulation_for_one_field_of_policy_is_another() -> None:
    titles = "Arbeidsreglement. Vaststelling.", "Arbeidsreglement voor het onderwijs. Wijziging."
    assert not formed([matter(title) for title in titles])
    under_heading = "Personeel - arbeidsreglement - wijziging"
    assert formed([matter(titles[0]), matter(under_heading)]) == [{titles[0], under_heading}]


@pytest.mark.parametrize("piece", [" wegens", " n.a.v. ", ". ", " - ", " ten gevolge van "])
def test_a_title_made_to_tire_it_takes_no_longer_than_its_length_asks(piece: str) -> None:
    assert is_in_proportion(lambda count: without(piece * count), 40_000)
