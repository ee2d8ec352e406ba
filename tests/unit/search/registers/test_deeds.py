"""Where one street or building is named, what is done there tells whether two titles are of one matter."""

import pytest

from search.registers.deeds import Deed, of
from tests.unit.search.registers.drawn import formed, matter


@pytest.mark.parametrize(
    ("title", "deeds"),
    [
        ("Wegen- en rioleringswerken Dorpsstraat. Gunning.", {Deed.WORKS, Deed.BUILDING}),
        ("Verkoop perceel grond Dorpsstraat", {Deed.GROUND}),
        ("Zwembad De Otter. Retributiereglement", {Deed.RULES}),
        ("Notulen", set()),
    ],
)
def test_a_title_says_what_is_done(title: str, deeds: set[Deed]) -> None:
    assert of(title) == deeds


@pytest.mark.parametrize(
    ("built", "ruled"),
    [
        ("Zwembad De Otter - renovatie - lastvoorwaarden", "Zwembad De Otter - retributiereglement"),
        ("Gemeenteschool De Wissel: vernieuwen van het dak - bestek", "Gemeenteschool De Wissel: schoolreglement"),
    ],
)
def test_a_building_and_the_rules_for_its_use_are_two_dossiers(built: str, ruled: str) -> None:
    assert not formed([matter(built), matter(ruled)])


def test_a_feast_is_not_of_the_works_on_its_square() -> None:
    works = "Herinrichting Marktplein. Bestek.", "Marktplein. Heraanleg. Gunning."
    assert formed([matter(title) for title in (*works, "Kerstmarkt Marktplein: toelating")]) == [set(works)]


def test_ways_that_have_a_number_only_are_told_apart_by_it() -> None:
    ways = "Opheffen van voetweg nr. 33 in Heuvelgem - voorlopig", "Voetweg nr. 33 in Heuvelgem: definitieve opheffing"
    assert formed([matter(title) for title in (*ways, "Voetweg nr. 12 in Heuvelgem: verplaatsing")]) == [set(ways)]
