import pytest

from search.registers.beginnings import first_part, subject
from tests.growth import is_in_proportion


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Algemeen retributiereglement. Wijziging. Goedkeuring.", "Algemeen retributiereglement"),
        ("12. 2020_GR_00057 - Project Zwaluw - aanpassing", "Project Zwaluw"),
        ("Retributiereglement. Kampvervoer van verenigingen.", ""),  # goes on with a subject
        ("BESTUUR EN ZAKEN. Wijziging van de statuten", ""),  # a heading of the agenda
        ("Algemeen retributiereglement", ""),
        ("", ""),
    ],
)
def test_a_title_begins_with_what_something_is_done_to(title: str, first: str) -> None:
    assert first_part(title) == first


@pytest.mark.parametrize(
    "first", ["Zwalmgas", "Politiezone Mandel-Schelde", "Retributiereglement", "Dienst personeel", ""]
)
def test_a_body_or_one_word_of_form_is_no_subject(first: str) -> None:
    assert not subject(first)


def test_a_regulation_and_a_project_are() -> None:
    assert subject("Algemeen retributiereglement")
    assert subject("Project handhaving zwerfvuil")


@pytest.mark.parametrize("piece", [" ", " - ", ". ", "1. "])
def test_a_title_made_to_tire_it_takes_no_longer_than_its_length_asks(piece: str) -> None:
    assert is_in_proportion(lambda count: first_part(piece * count), 50_000)
