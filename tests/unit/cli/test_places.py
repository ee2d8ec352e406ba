"""What is said of a municipality of which there is nothing."""

import pytest

from cli.places import unknown

REGION = ["Beernem", "Blankenberge", "Brugge", "Damme", "Jabbeke", "Knokke-Heist", "Torhout", "Zuienkerke"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("damme", "Damme"),
        ("Bruge", "Brugge"),
        ("Zuinkerke", "Zuienkerke"),
        ("Knokke", "Knokke-Heist"),
        ("stad Brugge", "Brugge"),
        ("Sijsele", "Damme"),
    ],
)
def test_a_slip_of_the_pen_and_a_part_of_a_municipality_name_the_one_that_is_meant(typed, meant):
    assert unknown(typed, REGION).endswith(f"Bedoelde u {meant}?")


@pytest.mark.parametrize("typed", ["Gent", "Kortrijk", "Beveren", "", "é" * 100_000, "("])
def test_of_another_place_it_is_said_which_there_are(typed):
    said = unknown(typed, REGION)
    assert said.endswith(f"Wel van: {', '.join(REGION)}.")
    assert len(said) < 300


def test_of_many_municipalities_the_first_are_named_and_the_others_counted():
    said = unknown("Gent", [f"Gemeente{at:02}" for at in range(30)])
    assert "Gemeente11 en nog 18." in said
    assert "Gemeente12" not in said


def test_a_party_without_papers_is_meant_too_but_no_list_of_them_is_made():
    assert unknown("Wingen", REGION, ["Wingene"]).endswith("Bedoelde u Wingene?")
    assert "Wingene" not in unknown("Gent", REGION, ["Wingene"])


def test_where_nothing_is_read_in_no_name_is_given():
    assert unknown("Gent", []) == "Van de gemeente “Gent” is hier geen stuk dat deze lezer mag lezen."
