from collections.abc import Callable
from datetime import date, timedelta

import pytest

from desk.registers import board
from desk.watches import reminders
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract

END = date(2027, 6, 30)
Make = Callable[..., Contract]
Say = Callable[..., Fact]


def steps(found: Contract, today: date) -> list[tuple[str, date, int]]:
    return [(each.what, each.day, each.days) for each in reminders.due(board.rows([found], today), today)]


@pytest.mark.parametrize(
    ("left", "step"),
    [(181, None), (180, 180), (179, 180), (91, 180), (90, 90), (88, 90), (31, 90), (30, 30), (0, 30), (-1, None)],
)
def test_a_day_has_reached_the_nearest_step_that_it_crossed(
    contract: Make, fact: Say, left: int, step: int | None
) -> None:
    found = steps(contract(fact(Field.END, END.isoformat())), END - timedelta(days=left))
    assert found == ([("einde", END, step)] if step else [])


def test_last_days_to_join_to_give_notice_and_the_end_each_have_their_own(contract: Make, fact: Say) -> None:
    made = contract(
        fact(Field.END, END.isoformat()),
        fact(Field.RENEWAL, "tacit"),
        fact(Field.NOTICE, "P3M"),
        fact(Field.JOIN_UNTIL, "2027-02-28"),
    )
    assert steps(made, date(2027, 2, 10)) == [
        ("toetreden", date(2027, 2, 28), 30),
        ("opzeggen", date(2027, 3, 30), 90),
        ("einde", END, 180),
    ]


def test_a_day_that_is_moved_is_told_anew_and_the_same_one_is_not(contract: Make, fact: Say) -> None:
    def keys(end: date, today: date) -> set[str]:
        rows = board.rows([contract(fact(Field.END, end.isoformat()))], today)
        return {each.key for each in reminders.due(rows, today)}

    today = END - timedelta(days=85)
    assert keys(END, today) == keys(END, today + timedelta(days=20))
    assert keys(END, today).isdisjoint(keys(END + timedelta(days=1), today))
    assert keys(END, today).isdisjoint(keys(END, END - timedelta(days=30)))


def test_without_dates_there_is_nothing_to_remind_of(contract: Make) -> None:
    assert steps(contract(), END) == []
