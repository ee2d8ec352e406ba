"""Who leaves an office, who takes it, and the rank of members after that, are one dossier."""

import pytest

from tests.unit.search.registers.drawn import formed, matter, titled


@pytest.mark.parametrize(
    ("leaves", "takes"),
    [
        ("Ontslag raadslid. Kennisname.", "Opvolging raadslid. Onderzoek geloofsbrieven en eedaflegging."),
        ("Ontslag schepen. Aktename.", "Verkiezing nieuwe schepen en eedaflegging."),
        ("Verhindering gemeenteraadslid wegens ziekte.", "Eedaflegging plaatsvervangend gemeenteraadslid."),
        ("Overlijden raadslid Jan Maes. Kennisname.", "Installatie raadslid An Smet. Eedaflegging."),
    ],
)
def test_who_leaves_is_followed_by_who_takes_the_oath(leaves: str, takes: str) -> None:
    assert formed([matter(leaves, day="2023-09-25"), matter(takes, day="2023-10-23")]) == [{leaves, takes}]


def test_the_rank_of_members_changes_with_the_oath_of_that_day() -> None:
    titles = "Ontslag raadslid.", "Opvolgend raadslid. Eedaflegging.", "Vaststelling rangorde raadsleden."
    found = [matter(title, day="2023-09-25") for title in titles]
    later = matter("Rangorde raadsleden. Aanpassing.", day="2024-09-25")
    assert formed([*found, later]) == [set(titles)]


@pytest.mark.parametrize(
    ("leaves", "takes", "day"),
    [
        ("Ontslag raadslid.", "Eedaflegging raadslid.", "2024-09-30"),  # a year later
        ("Ontslag raadslid.", "Eedaflegging raadslid.", "2023-06-26"),  # before it
        ("Ontslag raadslid.", "Eedaflegging schepen.", "2023-09-25"),
        ("Ontslag financieel directeur.", "Eedaflegging raadslid.", "2023-09-25"),
        ("Ontslag raadslid als lid van de raad van bestuur.", "Eedaflegging raadslid.", "2023-09-25"),
        ("Ontslag raadslid. Vraag over het zwembad.", "Eedaflegging raadslid.", "2023-09-25"),
    ],
)
def test_another_time_or_office_is_another_dossier(leaves: str, takes: str, day: str) -> None:
    assert not formed([matter(leaves, day="2023-09-25"), matter(takes, day=day)])


def test_two_successions_of_one_sitting_are_told_apart_by_who_is_named_in_both() -> None:
    left = [matter(f"Ontslag raadslid {name}.", day="2023-09-25") for name in ("Jan Maes", "Piet Claes")]
    named = matter("Opvolging raadslid Jan Maes door An Smet. Eedaflegging.", day="2023-09-25")
    unnamed = matter("Opvolging raadslid. Eedaflegging Els Wouters.", day="2023-09-25")
    assert formed([*left, unnamed]) == []
    assert formed([*left, named, unnamed]) == [{titled(left[0]), titled(named)}]


def test_an_oath_in_another_municipality_follows_nobody() -> None:
    assert not formed([matter("Ontslag raadslid."), matter("Eedaflegging raadslid.", "Brugge")])
