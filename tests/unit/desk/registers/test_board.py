from collections.abc import Callable
from datetime import date

import pytest

from desk.registers import board, durations
from desk.registers.board import Only, What
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract, Phase
from search.types import Document

TODAY = date(2026, 11, 25)
Make = Callable[..., Contract]
Say = Callable[..., Fact]


def test_what_expires_first_comes_first_and_what_is_over_last(
    contract: Make, fact: Say, document: Callable[..., Document]
) -> None:
    def ending(number: int, *days: tuple[Field, str]) -> Contract:
        return contract(*(fact(field, day) for field, day in days), document=document(number))

    late, soon = ending(1, (Field.END, "2029-01-01")), ending(2, (Field.END, "2027-01-01"))
    joins_sooner = ending(3, (Field.END, "2030-01-01"), (Field.JOIN_UNTIL, "2026-12-01"), (Field.MAY_JOIN, "Damme"))
    unknown, long_over, just_over = (
        ending(4),
        ending(5, (Field.END, "2015-01-01")),
        ending(6, (Field.END, "2026-01-01")),
    )
    found = board.rows([long_over, unknown, late, just_over, soon, joins_sooner], TODAY)
    assert [row.contract.document.id for row in found] == [3, 2, 1, 4, 6, 5]


def test_the_last_day_to_give_notice_is_there_only_where_the_contract_renews_itself(contract: Make, fact: Say) -> None:
    end, notice = fact(Field.END, "2027-06-30"), fact(Field.NOTICE, "P3M")
    tacit = board.deadlines(contract(end, notice, fact(Field.RENEWAL, "tacit")))
    assert [(each.what, each.day) for each in tacit] == [
        (What.NOTICE, date(2027, 3, 30)),
        (What.END, date(2027, 6, 30)),
    ]
    for renewal in ("none", "explicit"):
        assert [each.what for each in board.deadlines(contract(end, notice, fact(Field.RENEWAL, renewal)))] == [
            What.END
        ]


def test_of_two_terms_of_notice_the_longest_decides(contract: Make, fact: Say) -> None:
    found = board.row(
        contract(
            fact(Field.END, "2027-06-30"),
            fact(Field.RENEWAL, "tacit"),
            fact(Field.NOTICE, "P1M", "een bestuur"),
            fact(Field.NOTICE, "P6M", "aankoopcentrale"),
            fact(Field.NOTICE, "onzin"),
        ),
        TODAY,
    )
    notice = found.deadline(What.NOTICE)
    assert notice is not None
    assert notice.day == date(2026, 12, 30)
    assert notice.end is not None
    assert notice.end.fact.value == "2027-06-30"


def test_who_buys_or_joined_is_not_told_to_be_allowed_still(contract: Make, fact: Say) -> None:
    row = board.row(
        contract(
            fact(Field.PURCHASING_BODY, "Brugge"),
            *(fact(Field.MAY_JOIN, name) for name in ("Brugge", "Damme", "Torhout")),
            fact(Field.JOINED, "Damme"),
            fact(Field.JOINED, "Damme", "2025-04-01"),
        ),
        TODAY,
    )
    assert [each.fact.value for each in row.may_join] == ["Torhout"]
    assert [(each.fact.value, each.fact.detail) for each in row.joined] == [("Damme", "2025-04-01")]


def test_of_equals_nobody_buys_and_who_joined_later_is_told_as_such(contract: Make, fact: Say) -> None:
    names = ("Zedelgem", "Beernem", "Jabbeke")
    row = board.row(contract(*(fact(Field.PARTY, name) for name in names), fact(Field.JOINED, "Beernem")), TODAY)
    assert row.purchasers == ()
    assert [each.fact.value for each in row.partners] == ["Zedelgem", "Jabbeke"]
    assert [each.fact.value for each in row.joined] == ["Beernem"]
    assert [each.fact.value for each in row.buyers] == list(names)  # whom a note names as bound by it


def test_a_party_that_buys_for_others_is_told_as_the_buyer_alone(contract: Make, fact: Say) -> None:
    facts = (fact(Field.BUYER, "Brugge"), fact(Field.PARTY, "Brugge"), fact(Field.PARTY, "Damme"))
    row = board.row(contract(*facts), TODAY)
    assert [each.fact.value for each in row.purchasers] == ["Brugge"]
    assert [each.fact.value for each in row.partners] == ["Damme"]


def test_the_choices(contract: Make, fact: Say, document: Callable[..., Document]) -> None:
    open_ = contract(fact(Field.END, "2029-01-01"), fact(Field.MAY_JOIN, "Damme"), document=document(1, of="Brugge"))
    ending = contract(fact(Field.END, "2027-02-01"), fact(Field.JOINED, "Torhout"), document=document(2, of="Oostkamp"))
    over = contract(fact(Field.END, "2026-11-24"), document=document(3, of="Oostkamp"))

    def chosen(only: Only = Only.ALL, *municipalities: str) -> set[int]:
        found = board.rows([open_, ending, over], TODAY, only, municipalities)
        return {row.contract.document.id for row in found}

    assert chosen() == {1, 2, 3}
    assert chosen(Only.OPEN) == {1}
    assert chosen(Only.ENDING) == {2}
    assert chosen(Only.ALL, "Damme", "Torhout") == {1, 2}
    assert chosen(Only.ALL, "Oostkamp") == {2, 3}


def test_a_contract_that_is_over_but_renews_itself_says_so(contract: Make, fact: Say) -> None:
    over = board.row(contract(fact(Field.END, "2026-01-01"), fact(Field.RENEWAL, "tacit")), TODAY)
    assert over.phase is Phase.ENDED
    assert over.may_have_been_renewed
    assert not board.row(
        contract(fact(Field.END, "2027-12-01"), fact(Field.RENEWAL, "tacit")), TODAY
    ).may_have_been_renewed


def test_what_was_read_with_doubt_is_gathered(contract: Make, fact: Say) -> None:
    row = board.row(contract(fact(Field.END, "2027-01-01", confidence=0.4), fact(Field.SUBJECT, "zout")), TODAY)
    assert [each.fact.field for each in row.uncertain] == [Field.END]


@pytest.mark.parametrize(
    ("duration", "words", "day"),
    [
        ("P3M", "3 maanden", date(2027, 2, 28)),
        ("P1Y", "1 jaar", date(2026, 5, 31)),
        ("P1Y6M", "1 jaar en 6 maanden", date(2025, 11, 30)),
        ("P6W", "6 weken", date(2027, 4, 19)),
        ("P1D", "1 dag", date(2027, 5, 30)),
        ("P0M", "P0M", None),
        ("P", "P", None),
        ("", "", None),
        ("P9999Y", "9999 jaar", None),
        ("P3M; DROP", "P3M; DROP", None),
    ],
)
def test_durations(duration: str, words: str, day: date | None) -> None:
    assert durations.in_words(duration) == words
    assert durations.before(date(2027, 5, 31), duration) == day
