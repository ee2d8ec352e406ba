from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.answer import Order, Query
from search.types import Kind
from views import texts
from views.address import LONGEST_QUESTION, MOST_SHOWN, Address, link, parameters, parse, toggled

WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
NAMES = st.lists(WORDS, max_size=3, unique=True).map(tuple)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31))
NUMBERS = st.none() | st.integers(1, 10**9)


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    since, until = draw(DAYS), draw(DAYS)
    if since and until and since > until:
        since, until = until, since
    query = Query(
        " ".join(draw(st.lists(WORDS, max_size=6))),
        draw(NAMES),
        tuple(draw(st.lists(st.sampled_from(Kind), max_size=3, unique=True))),
        draw(NAMES),
        since,
        until,
        draw(NAMES),
    )
    order = draw(st.sampled_from(Order))
    return Address(query, draw(st.integers(1, MOST_SHOWN)), *(draw(NUMBERS) for _ in range(4)), order=order)


@given(addresses())
def test_an_address_reads_back_as_itself(address: Address) -> None:
    assert parse(parameters(address)) == (address, ())


@given(st.dictionaries(
    st.sampled_from(
        ["vraag", "gemeente", "soort", "orgaan", "van", "tot", "letterlijk", "toon", "document", "pagina", "volgorde"]
    ),
    st.lists(st.text(max_size=30), max_size=3),
))  # fmt: skip
def test_anything_may_be_typed_in_the_address(typed: dict[str, list[str]]) -> None:
    address, _ = parse(typed, ["Brugge"])
    assert parse(parameters(address), ["Brugge"]) == (address, ())
    assert link(address).startswith("/")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"gemeente": ["Antwerpen"]}, texts.UNKNOWN_MUNICIPALITY.format(value="Antwerpen")),
        ({"soort": ["brief"]}, texts.UNKNOWN_KIND.format(value="brief")),
        ({"van": ["gisteren"]}, texts.UNKNOWN_DATE.format(key="van", value="gisteren")),
        ({"tot": ["2019-02-30"]}, texts.UNKNOWN_DATE.format(key="tot", value="2019-02-30")),
        ({"pagina": ["-1"]}, texts.UNKNOWN_NUMBER.format(key="pagina", value="-1")),
        ({"document": ["99999999999999999999"]}, texts.UNKNOWN_NUMBER.format(key="document", value="9" * 20)),
        ({"van": ["2020"], "tot": ["2019"]}, texts.PERIOD_REVERSED),
        ({"volgorde": ["oudste"]}, texts.UNKNOWN_ONLY.format(value="oudste")),
        ({"vraag": ["a" * 5_000]}, texts.QUESTION_CUT.format(most=LONGEST_QUESTION)),
    ],
)
def test_what_is_not_applied_is_said(typed: dict[str, list[str]], problem: str) -> None:
    assert parse(typed, ["Brugge"])[1] == (problem,)


def test_a_municipality_is_known_in_any_case() -> None:
    address, problems = parse({"gemeente": ["brugge", "BRUGGE"]}, ["Brugge", "Damme"])
    assert address.query.municipalities == ("Brugge",)
    assert not problems


def test_years_are_whole_years() -> None:
    query = parse({"van": ["2013"], "tot": ["2018"]})[0].query
    assert (query.since, query.until) == (date(2013, 1, 1), date(2018, 12, 31))


def test_a_link_is_short_and_in_dutch() -> None:
    query = Query("wind & zee", ("Knokke-Heist",), (Kind.MINUTES,), (), date(2019, 1, 1), date(2024, 12, 31))
    assert link(Address(query)) == "/?vraag=wind+%26+zee&gemeente=Knokke-Heist&soort=notulen&van=2019&tot=2024"


def test_control_characters_are_not_part_of_a_question() -> None:
    assert parse({"vraag": ["wind\x00molen \ud83d\n ok"]})[0].query.text == "wind molen ok"


def test_toggling_twice_changes_nothing() -> None:
    assert toggled(toggled(("a", "b"), "c"), "c") == ("a", "b")
    assert toggled(("a", "b"), "a") == ("b",)
