"""Which days of contracts come near: half a year, a quarter and a month before. Pure."""

from collections.abc import Iterable
from datetime import date

from desk.exports.calendar import DAYS_BEFORE
from desk.registers.board import Row
from desk.watches.news import Reminder


def due(rows: Iterable[Row], today: date) -> list[Reminder]:
    """Return the step that each coming day has reached, the nearest day first; none for a day that is further off.

    A step is reached from its day on, so that a day on which nobody looked is made up for: 88 days before the end it is
    the step of 90 days that counts, and not that of 180 as well.
    """
    found = []
    for row in rows:
        for deadline in row.deadlines:
            left = (deadline.day - today).days
            steps = [step for step in DAYS_BEFORE if 0 <= left <= step]
            if steps:
                found.append(Reminder(row.contract.key, str(deadline.what), deadline.day, min(steps)))
    return sorted(found, key=lambda each: (each.day, each.contract, each.what))
