from datetime import date

import pytest

from search.registers.sittings import keyed
from search.registers.tellings import Telling
from search.registers.treatments import Treatment
from search.types import Document, Kind, Outcome

DAY = date(2024, 5, 27)


def paper(number: int, kind: Kind, *titles: str, body: str | None = "Gemeenteraad", day: date | None = DAY):
    document = Document(
        number, f"{number}.pdf", str(number), str(kind), kind, "Damme", body, day, None, 3, "iedereen", Outcome.OK, ""
    )
    told = []
    for position, title in enumerate(titles):
        item, _, rest = title.partition(". ")
        code, _, subject = rest.partition(" - ") if rest.startswith("20") else ("", "", rest)
        treatment = Treatment(position, item, code, subject, None, None, 0.0, (), (), (), (), ())
        key = f"{number}-{position}"
        told.append((document, Telling(100 * number + position, number, True, key, key, treatment)))
    return told


def groups(*papers):
    keys = keyed(telling for told in papers for telling in told)
    found: dict[str, list[int]] = {}
    for telling, key in keys.items():
        found.setdefault(key, []).append(telling)
    return sorted(sorted(group) for group in found.values())


def test_agenda_list_and_minutes_of_one_sitting_tell_of_the_same_decisions():
    agenda = paper(1, Kind.AGENDA, "1. Notulen. Goedkeuring.", "2. Fietspad langs de vaart. Goedkeuring.")
    minutes = paper(2, Kind.MINUTES, "1. Notulen. Goedkeuring.", "2. Fietspad langs de vaart. Goedkeuring.")
    assert groups(agenda, minutes) == [[100, 200], [101, 201]]


def test_an_item_keeps_its_decision_when_numbers_shift():
    agenda = paper(1, Kind.AGENDA, "1. Notulen.", "2. Fietspad langs de vaart.", "3. Aankoop strooiwagen.")
    minutes = paper(2, Kind.MINUTES, "1. Notulen.", "2. Aankoop strooiwagen.", "3. Fietspad langs de vaart.")
    assert groups(agenda, minutes) == [[100, 200], [101, 202], [102, 201]]


def test_a_title_that_stands_twice_is_told_apart_by_its_number():
    one = paper(1, Kind.DECISION_LIST, "4. Geluid. Afwijking.", "9. Geluid. Afwijking.")
    other = paper(2, Kind.MINUTES, "4. Geluid. Afwijking.", "9. Geluid. Afwijking.")
    assert groups(one, other) == [[100, 200], [101, 201]]


def test_a_reference_number_counts_for_more_than_a_title():
    one = paper(1, Kind.AGENDA, "4. 2020_GR_00057 - Zonnepanelen op daken")
    other = paper(2, Kind.EXTRACT, "1. 2020_GR_00057 - Raamovereenkomst voor groene stroom")
    third = paper(3, Kind.EXTRACT, "1. 2020_GR_00058 - Zonnepanelen op daken")
    assert groups(one, other, third) == [[100, 200], [300]]


def test_a_title_that_was_reworded_a_little_is_met_by_its_number():
    one = paper(1, Kind.AGENDA, "4. Politiereglement voor de zomerfeesten op de markt. Goedkeuring.")
    other = paper(2, Kind.MINUTES, "4. Politiereglement voor de zomerfeesten. Goedkeuring.")
    assert groups(one, other) == [[100, 200]]


def test_what_is_left_under_one_number_in_other_words_is_one_item():
    one = paper(1, Kind.AGENDA, "4. Parkeerplaats voor mindervaliden in de Langestraat 33. Goedkeuring.", "5. Varia.")
    other = paper(
        2,
        Kind.MINUTES,
        "4. Parkeerplaats voor personen met een handicap in de Langestraat 33. Goedkeuring.",
        "5. Varia.",
    )
    assert groups(one, other) == [[100, 200], [101, 201]]


@pytest.mark.parametrize(
    ("agenda", "minutes"),
    [
        ("4. Parkeerplaats in de Langestraat. Goedkeuring.", "4. Parkeerplaats in de Kortestraat. Goedkeuring."),
        ("4. Parkeerplaats in de Langestraat 33. Goedkeuring.", "4. Parkeerplaats in de Langestraat 35. Goedkeuring."),
        ("4. Toelage scouts. Verslag van de jeugdraad.", "4. Verkoop van een woning. Verslag van de schatter."),
        (
            "4. Parkeerplaats voor mindervaliden op de markt.",
            "5. Parkeerplaats voor personen met handicap op de markt.",
        ),
    ],
)
def test_two_streets_two_houses_two_subjects_or_two_numbers_are_two_items(agenda: str, minutes: str):
    assert groups(paper(1, Kind.AGENDA, agenda), paper(2, Kind.MINUTES, minutes)) == [[100], [200]]


def test_other_words_do_not_count_where_the_item_stands_under_its_own_title():
    agenda = paper(1, Kind.AGENDA, "4. Meerjarenplan. Deel gemeente. Goedkeuring.")
    minutes = paper(
        2, Kind.MINUTES, "4. Meerjarenplan. Deel bedrijf. Goedkeuring.", "5. Meerjarenplan. Deel gemeente. Goedkeuring."
    )
    assert groups(agenda, minutes) == [[100, 201], [200]]


@pytest.mark.parametrize("other", [{"day": date(2024, 6, 24)}, {"body": "Vast Bureau"}, {"day": None}])
def test_papers_of_another_sitting_stay_apart(other):
    assert groups(paper(1, Kind.AGENDA, "1. Notulen."), paper(2, Kind.MINUTES, "1. Notulen.", **other)) == [
        [100],
        [200],
    ]


def test_the_order_of_the_papers_changes_nothing():
    agenda = paper(1, Kind.AGENDA, "1. Notulen.", "2. Fietspad langs de vaart.", "3. Aankoop strooiwagen.")
    minutes = paper(2, Kind.MINUTES, "1. Notulen.", "2. Aankoop strooiwagen.", "3. Fietspad langs de vaart.")
    listed = paper(3, Kind.DECISION_LIST, "2. Aankoop strooiwagen.", "5. Tijdelijke parkeerplaats.")
    assert keyed([*agenda, *minutes, *listed]) == keyed([*listed, *minutes, *agenda])


def test_what_is_a_contract_or_has_no_items_is_no_part_of_a_sitting():
    assert groups(paper(1, Kind.CONTRACT, "1. Voorwerp"), paper(2, Kind.CONTRACT, "1. Voorwerp")) == [[100], [200]]
