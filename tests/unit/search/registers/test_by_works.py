"""The works in one street are one dossier; what else is done there is not."""

import pytest

from tests.unit.search.registers.drawn import formed, matter, titled

SEWER = matter("Rioleringswerken Koekoekstraat. Raming.", day="2020-03-01")


@pytest.mark.parametrize(
    "title",
    [
        "Koekoekstraat. Heraanleg voetpaden. Gunning.",
        "Innemingen voor de heraanleg van de Koekoekstraat.",
        "Wegen- en rioleringswerken Koekoekstraat. Voorlopige oplevering.",
    ],
)
def test_works_in_one_street_are_one_dossier(title: str) -> None:
    assert formed([SEWER, matter(title, day="2022-03-01")]) == [{titled(SEWER), title}]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Koekoekstraat. Heraanleg voetpaden.", "2028-03-01"),
        ("Vlierstraat. Heraanleg voetpaden.", "2020-06-01"),
        ("Straatfeest Koekoekstraat. Toelating.", "2020-06-01"),
        ("Aanvullend verkeersreglement Koekoekstraat.", "2020-06-01"),
        ("Heraanleg voetpad Koekoekstraat 14.", "2020-06-01"),  # before a house
    ],
)
def test_another_street_time_or_deed_is_another_dossier(title: str, day: str) -> None:
    assert not formed([SEWER, matter(title, day=day)])


def test_ground_that_is_sold_is_not_of_the_works_in_its_street() -> None:
    works = matter("Heraanleg Koekoekstraat. Gunning.", day="2020-03-01")
    sale = matter("Verkoop perceel grond Koekoekstraat.", day="2020-09-01")
    deed = matter("Verkoop perceel Koekoekstraat. Ontwerpakte.", day="2020-12-01")
    assert formed([works, sale, deed]) == [{titled(sale), titled(deed)}]


def test_what_one_firm_does_in_one_street_is_one_dossier() -> None:
    noise = matter("Uitzondering geluid - Pauwels Infra - Koekoekstraat", day="2020-03-01")
    stop = matter("Afwijking bouwstop van Pauwels Infra NV voor de tunnel in de Koekoekstraat", day="2020-05-01")
    elsewhere = matter("Uitzondering geluid - Pauwels Infra - Vlierstraat", day="2020-03-01")
    other_house = matter("Afwijking bouwstop van Pauwels Infra voor Vlierstraat 3", day="2020-05-01")
    house = matter("Kraan van Pauwels Infra op Vlierstraat 8", day="2020-05-01")
    assert {titled(noise), titled(stop)} in formed([noise, stop, elsewhere])
    assert not formed([other_house, house])
