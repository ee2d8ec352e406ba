"""Which item of a sitting is meant where a text cites the day and no word of the titles is shared."""

from dataclasses import replace

import numpy as np

from search.registers.linking import Reason, links
from search.registers.matters import Matter
from tests.unit.search.registers.drawn import matter

CITES = "Gelet op het besluit van de gemeenteraad van 18 december 2023."


def _meaning(each: Matter, *numbers: float) -> Matter:
    vector = np.array(numbers, np.float32)
    return replace(each, vector=vector / np.linalg.norm(vector))


MERGER = _meaning(matter("Samengaan van twee gemeenten", day="2023-12-18"), 1, 0, 0)
SALT = _meaning(matter("Strooizout", day="2023-12-18"), 0, 1, 0)
DEBTS = _meaning(matter("Keuzelijst van schulden", day="2024-03-25", text=CITES), 0.8, 0.2, 0)


def test_a_cited_day_means_what_is_plainly_nearest_in_meaning() -> None:
    (link,) = links([MERGER, SALT, DEBTS])
    assert {link.one, link.other} == {MERGER.key, DEBTS.key}
    assert link.reason is Reason.CITATION


def test_what_is_near_to_two_items_or_far_from_all_is_meant_by_neither() -> None:
    assert not links([MERGER, SALT, _meaning(DEBTS, 0.5, 0.5, 0)])
    assert not links([MERGER, SALT, _meaning(DEBTS, 0.3, 0, 0.9)])


def test_announcements_that_cite_a_day_mean_no_item() -> None:
    announced = _meaning(matter("Mededelingen van de voorzitter", day="2024-03-25", text=CITES), 1, 0, 0)
    assert not links([MERGER, SALT, announced])


def test_a_cited_day_means_the_only_item_of_which_the_same_recurs() -> None:
    accounts = matter("Jaarrekening 2022 volgens de vennootschapswet", day="2023-12-18")
    budget = matter("Begroting 2024 volgens de vennootschapswet", day="2023-12-18")
    letter = matter("Jaarrekening 2022. Kwijting.", day="2024-03-25", text=CITES)
    (link,) = [each for each in links([accounts, budget, letter]) if letter.key in (each.one, each.other)]
    assert {link.one, link.other} == {accounts.key, letter.key}
    twice = matter("Jaarrekening 2022 van de tombola", day="2023-12-18")
    assert not [each for each in links([accounts, twice, letter]) if letter.key in (each.one, each.other)]
