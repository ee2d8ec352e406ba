"""The measure that says whether work grows too fast: what it says of work whose growth is known."""

import re
from collections.abc import Callable

import pytest

from tests import growth
from tests.growth import is_in_proportion


def test_a_real_square_is_told_from_what_grows_in_proportion() -> None:
    square = re.compile(r"a*b")  # begins anew at each letter, and runs to the end from each
    assert not is_in_proportion(lambda length: square.search("a" * length), 20_000)
    assert is_in_proportion(lambda length: re.search(r"a*+b|a*", "a" * length), 4_000_000)
    assert is_in_proportion(lambda length: sorted(range(length, 0, -1), key=str), 400_000)


@pytest.mark.parametrize(
    ("seconds", "slow", "is_fine"),
    [
        (lambda size: size, (), True),
        (lambda size: size, (1,), True),  # the first large run
        (lambda size: size, (1, 3, 5), True),
        (lambda size: size**2, (), False),
        (lambda size: size**2, (1,), False),
        (lambda size: size**2, (2, 4), False),  # later small runs
    ],
)
def test_runs_that_are_three_times_as_slow_change_nothing(
    monkeypatch: pytest.MonkeyPatch, seconds: Callable[[float], float], slow: tuple[int, ...], is_fine: bool
) -> None:
    """By a clock of our own, so that what a busy machine does is the same each time."""
    now, runs = 0.0, -1

    def work(size: int) -> None:
        nonlocal now, runs
        now += seconds(size / 80) * (3 if runs in slow else 1)
        runs += 1

    monkeypatch.setattr(growth.time, "process_time", lambda: now)
    assert is_in_proportion(work, 800) is is_fine
