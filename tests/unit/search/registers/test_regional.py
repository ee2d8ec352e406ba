import pytest

from search.registers.bonds import Link, Reason
from search.registers.regional import is_regional, that_hold

WHOSE = {
    "a": ("Damme", "Gemeenteraad"),
    "b": ("Torhout", "Gemeenteraad"),
    "c": ("Damme", "College"),
    "r": (None, "Burgemeestersoverleg"),
    "u": (None, "Gemeenteraad"),
}


def link(one: str, other: str, reason: Reason = Reason.MEANING) -> Link:
    return Link(one, other, reason, "", 0.79)


@pytest.mark.parametrize("reason", [Reason.MEANING, Reason.SAME_TITLE])
def test_titles_alone_tie_no_two_municipalities(reason: Reason) -> None:
    assert that_hold([link("a", "b", reason)], WHOSE) == []
    assert that_hold([link("a", "u", reason)], WHOSE) == []


@pytest.mark.parametrize("reason", [Reason.CONTRACT, Reason.CITATION, Reason.REFERENCE])
def test_a_contract_or_citation_does(reason: Reason) -> None:
    assert that_hold([link("a", "b", reason)], WHOSE) == [link("a", "b", reason)]


def test_so_does_a_matter_of_the_region_that_both_are_linked_to() -> None:
    links = [link("a", "b"), link("a", "r"), link("b", "r")]
    assert that_hold(links, WHOSE) == links
    assert that_hold(links[:2], WHOSE) == [link("a", "r")]


def test_within_one_municipality_nothing_changes() -> None:
    assert that_hold([link("a", "c")], WHOSE) == [link("a", "c")]


def test_links_of_what_is_not_there_are_left_out_and_tie_nothing() -> None:
    links = [link("a", "b"), link("a", "r"), link("b", "r")]
    assert that_hold(links, {key: of for key, of in WHOSE.items() if key != "r"}) == []


def test_a_council_whose_municipality_was_not_read_is_no_region() -> None:
    assert is_regional(None, "Werkgroep bibliotheken")
    assert not is_regional(None, "College van Burgemeester en Schepenen")
    assert not is_regional(None, None)
    assert not is_regional("Damme", "Burgemeestersoverleg")
