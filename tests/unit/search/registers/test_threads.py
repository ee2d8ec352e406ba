"""How links become dossiers, and what people change of them."""

from collections.abc import Iterable

from search.registers.linking import Link, Reason
from search.registers.threads import Act, Edit, Thread, threads


def near(*pairs: tuple[str, str, float]) -> list[Link]:
    return [Link(*sorted((one, other)), Reason.MEANING, "", strength) for one, other, strength in pairs]


def keys(found: Iterable[Thread]) -> list[str]:
    return ["".join(thread.keys) for thread in found]


def test_one_matter_near_to_two_dossiers_does_not_make_them_one() -> None:
    one = near(("a", "b", 0.7), ("a", "c", 0.7), ("b", "c", 0.7))
    two = near(("e", "f", 0.7), ("e", "g", 0.7), ("f", "g", 0.7))
    assert keys(threads("abcdefg", [*one, *two, *near(("c", "d", 0.6), ("d", "e", 0.5))])) == ["abc", "d", "efg"]


def test_one_sure_link_is_enough() -> None:
    sure = Link("b", "c", Reason.CONTRACT, "SB-2016-077", 0.95)
    unsure = near(("a", "b", 0.3), ("c", "d", 0.3))
    assert keys(threads("abcd", [sure, *unsure])) == ["a", "bc", "d"]


def test_what_a_person_put_together_stays_together() -> None:
    assert keys(threads("abc", [], [Edit(Act.MERGE, "a", "c")])) == ["ac", "b"]


def test_what_a_person_took_out_stays_out_and_draws_nothing_with_it() -> None:
    found = near(("a", "b", 0.6), ("a", "c", 0.6), ("b", "c", 0.6), ("c", "d", 0.9), ("b", "d", 0.6), ("a", "d", 0.6))
    assert keys(threads("abcd", found)) == ["abcd"]
    assert keys(threads("abcd", found, [Edit(Act.SPLIT, "d", "a")])) == ["abc", "d"]


def test_of_two_edits_that_contradict_each_other_the_later_one_counts() -> None:
    merge, split = Edit(Act.MERGE, "a", "b"), Edit(Act.SPLIT, "a", "b")
    assert keys(threads("ab", [], [split, merge])) == ["ab"]
    assert keys(threads("ab", near(("a", "b", 0.9)), [merge, split])) == ["a", "b"]


def test_a_name_and_a_pin_go_with_the_dossier_of_their_key() -> None:
    edits = [Edit(Act.RENAME, "b", "Zon"), Edit(Act.PIN, "a"), Edit(Act.RENAME, "a", "Zonnepanelen")]
    assert threads("abc", near(("a", "b", 0.9)), edits) == [Thread(("a", "b"), "Zonnepanelen", True), Thread(("c",))]


def test_edits_and_links_of_matters_that_are_gone_do_nothing() -> None:
    edits = [Edit(Act.MERGE, "a", "x"), Edit(Act.SPLIT, "x", "a"), Edit(Act.RENAME, "x", "weg"), Edit(Act.PIN, "x")]
    assert keys(threads("ab", near(("a", "x", 0.9)), edits)) == ["a", "b"]
