"""What one body does year after year is one dossier; what is bought from it or built by it is not."""

import pytest

from search.registers.by_body import whose
from tests.unit.search.registers.drawn import formed, matter, titled

ACCOUNTS = matter("Projectvereniging Erfgoed Zwalmstreek. Jaarrekening 2021.", day="2022-05-01")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Zwalmgas ov. Statutenwijziging. Goedkeuring.", {"zwalmgas"}),
        ("Aanduiding vertegenwoordiger Zwalmgas wegens ontslag.", {"zwalmgas"}),
        ("Wijk-werken Leie. Bijdrage 2024.", {"wijkwerk", "lei"}),
        ("Wijkwerken Leie. Jaarverslag 2022.", {"wijkwerk", "lei"}),
        ("Hulpverleningszone 5. Wijziging verdeelsleutel.", {"hulpverleningszon"}),
        ("Zwalmgas. Verkoop van een perceel.", set()),  # is about the parcel
        ("Zwalmgas. Jaarrekening en aankoop vrachtwagen.", set()),
        ("Financiën. Jaarrekening 2021. Vaststelling.", set()),  # of the municipality itself
        ("", set()),
    ],
)
def test_a_body_is_read_where_a_title_tells_nothing_but_how_it_runs(title: str, body: set[str]) -> None:
    assert whose(title) == body


@pytest.mark.parametrize("what", ["Statutenwijziging en verlenging", "Vervanging vertegenwoordiger", "Bijdrage 2024"])
def test_accounts_statutes_and_dues_of_one_body_are_one_dossier(what: str) -> None:
    other = matter(f"Projectvereniging Erfgoed Zwalmstreek. {what}.", day="2023-05-01")
    assert formed([ACCOUNTS, other]) == [{titled(ACCOUNTS), titled(other)}]


def test_two_bodies_of_one_region_stay_apart() -> None:
    other = matter("Projectvereniging Wijkwerken Zwalmstreek. Jaarrekening 2021.", day="2022-05-01")
    assert not formed([ACCOUNTS, other])


def test_a_body_of_two_municipalities_has_a_dossier_in_each() -> None:
    other = matter("Projectvereniging Erfgoed Zwalmstreek. Statutenwijziging.", "Brugge", "2022-05-01")
    assert not formed([ACCOUNTS, other])


def test_what_looks_like_a_word_is_a_name_after_it_was_the_name_of_a_body() -> None:
    accounts = matter("Zonnewind. Jaarrekening 2021.", day="2022-05-01")
    sale = matter("Zonnewind. Verkoop perceel aan de Bergstraat.", day="2022-09-01")
    assert not formed([accounts, sale])


def test_a_body_with_a_new_name_goes_on_in_one_dossier() -> None:
    before = matter("Zwalmgas ov. Algemene vergadering van 3 juni 2022.", day="2022-05-01")
    told = matter("Lumivia ov. Algemene vergadering van 5 juni 2023.", day="2023-05-01",
                  text="De oproepingsbrief van Lumivia ov (voorheen Zwalmgas ov) van 18 april 2023.")  # fmt: skip
    after = matter("Lumivia ov. Statutenwijziging.", day="2024-05-01")
    assert formed([before, told, after]) == [{titled(before), titled(told), titled(after)}]


def test_a_new_name_that_is_told_of_another_body_joins_nothing() -> None:
    before = matter("Zwalmgas ov. Algemene vergadering van 3 juni 2022.", day="2022-05-01")
    other = matter("Vlaswater ov. Algemene vergadering van 5 juni 2023.", day="2023-05-01",
                   text="Zoals bij Lumivia ov (voorheen Zwalmgas ov) wordt digitaal vergaderd.")  # fmt: skip
    assert not formed([before, other])
