"""Names of places, and words and people that only look like them."""

import pytest

from search.language import municipalities


def names(text, **options):
    return [name for name, _, _ in municipalities.find(text, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brugse en Knokse diensten, Heist-op-den-Berg", ["Brugge", "Knokke-Heist", "Heist-op-den-Berg"]),
        ("fusiegemeente Nazareth-De Pinte en De Pinte", ["Nazareth-De Pinte", "De Pinte"]),
        ("STAD BRUGGE", ["Brugge"]),
        ("in Brugge-centrum", ["Brugge"]),
        ("Loppem, Ruddervoorde en Assebroek", ["Zedelgem", "Oostkamp", "Brugge"]),
        ("Sint-Joris (Beernem)", ["Beernem", "Beernem"]),
    ],
)
def test_names_parts_and_adjectives(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Essen en eiken staan langs de weg.",
        "Menen is meten. Landen doen mee.",
        "Jean-Claude Van Damme sprak met Peter Lier.",
        "De kerkfabriek Sint-Andries diende een rekening in.",
        "Het Burgemeestersoverleg Brugge kwam samen.",
        "de basisschool Sint-Joris",
    ],
)
def test_words_and_people_are_no_places(text):
    assert names(text) == []


def test_an_ambiguous_name_counts_after_a_word_that_announces_a_place():
    assert names("de stad Lier en de gemeente Essen") == ["Lier", "Essen"]
    assert names("de gemeenteraad van Damme") == ["Damme"]


def test_questions_need_no_capitals():
    assert names("wat besliste damme over de brugse essen", any_case=True) == ["Damme", "Brugge"]


def test_canonical():
    assert municipalities.canonical("knokse") == "Knokke-Heist"
    assert municipalities.canonical("Stad Brugge") == "Brugge"
    assert municipalities.canonical("de pinte") == "De Pinte"
    assert municipalities.canonical("verslagen") is None


def test_all_three_hundred_are_there():
    table = municipalities._names().values()
    assert sum(entry.kind == "gemeente" for entry in table) >= 300
    assert all(municipalities.is_municipality(entry.municipality) for entry in table)
