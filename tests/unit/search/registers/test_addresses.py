import pytest

from search.registers.addresses import are_apart, find
from tests.growth import is_in_proportion


def houses(title: str) -> list[tuple[str, int, int]]:
    return [(each.street, each.first, each.last) for each in find(title)]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Sloop schuur - Vlierstraat 12", [("vlierstraat", 12, 12)]),
        ("Geluid - Bouwbedrijf Zonneweelde - Jan de Vlasserlaan 42-48.", [("vlasserlaan", 42, 48)]),
        ("Ongeschikt verklaard: Havendijk-Het Zand 639 bus 53, 8999 Duindorp", [("havendijkhetzand", 639, 639)]),
        ("Balustrade aan graaf d'Ooievaarslaan 28", [("ooievaarslaan", 28, 28)]),
        ("Werken Vlierstraat 7-9 / Populierenlaan 107", [("vlierstraat", 7, 9), ("populierenlaan", 107, 107)]),
        ("Kerstmarkt Dorpsplein 2023", []),
        ("Aankoop van 3 fietsen", []),
        ("Het plein heeft 12 bomen", []),
        ("", []),
    ],
)
def test_a_house_is_a_street_and_its_number(title: str, found: list[tuple[str, int, int]]) -> None:
    assert houses(title) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ongeschikt: Vlierstraat 11", "Ongeschikt: Vlierstraat 40"),
        ("Geluid - Vlierstraat 11", "Geluid - Beukenlaan 11"),
        ("Kortparkeren Korte Vlierstraat", "Verkeersreglement Vlierstraat"),
    ],
)
def test_another_house_or_a_namesake_sets_two_titles_apart(one: str, other: str) -> None:
    assert are_apart(one, other)
    assert are_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ongeschikt: Vlierstraat 11 bus 2", "Ongeschikt: Vlierstraat 11 bus 31"),
        ("Geluid - Vlierstraat 42", "Bouwwerf Vlierstraat 42-48"),
        ("Ongeschikt: Zwaluwenhofflaan 23", "Overbewoond: Emiel Zwaluwenhoflaan 23"),
        ("Riolering Vlierstraat", "Verlichting Vlierstraat 12"),
        ("Riolering Vlierstraat", "Verlichting Beukenlaan"),
    ],
)
def test_a_flat_a_row_of_houses_and_a_slip_of_the_pen_do_not(one: str, other: str) -> None:
    assert not are_apart(one, other)


def test_a_short_street_with_another_letter_is_another_street() -> None:
    assert are_apart("Sloop Eikstraat 12", "Sloop Elkstraat 12")


@pytest.mark.parametrize("piece", ["12-", "Vlierstraat 1", "A ", "1 bus ", "Laan-", "d'"])
def test_a_title_made_to_tire_it_takes_no_longer_than_its_length_asks(piece: str) -> None:
    assert is_in_proportion(lambda count: find(piece * count), 40_000)
