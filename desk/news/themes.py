"""Themes that come up more often than before, by a test that does not fire on noise. Pure.

Counted are sittings, meetings and papers, and not their items: ten accounts of ten church councils are one evening.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from dateutil.relativedelta import relativedelta

from search.registers.decisions import Decision
from search.registers.sittings import sitting_of

YEARS: Final = 6  # that are compared with: a bestuursperiode
# The chance that any theme at all is said to rise where nothing did, divided over the themes that are looked at
# (Bonferroni). Measured in `docs/decisions/0014-news.md`.
ALARM: Final = 0.05
LEAST: Final = 2  # times: where hardly anything was read in, the first sitting on a subject is surprising, and no rise
_FIRST: Final = date(YEARS + 1, 1, 1)

_Place: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rise:
    """A theme that came up more often than before."""

    theme: str
    times: int  # sittings, meetings and papers in the period
    before: float  # the same in the years before, on average in a period as long
    chance: float  # of as many where the theme comes up as often as before


def rises(decisions: Iterable[Decision], since: date, until: date) -> tuple[Rise, ...]:
    """Return the themes that rose in a period, the least by chance first.

    How often a theme comes up is compared with how many sittings there were, so that a period of which more was read
    in is not one in which everything rises.

    Args:
        decisions: All that a reader may know.
        since: The first day of the period.
        until: Its last day, today at the latest.
    """
    oldest = max(since, _FIRST) - relativedelta(years=YEARS)
    now: dict[_Place, set[str]] = {}
    before: dict[_Place, set[str]] = {}
    first = since
    for each in decisions:
        if each.date is not None and oldest <= each.date <= until:
            side = now if each.date >= since else before
            side.setdefault(_place(each), set()).update(each.themes)
            first = min(first, each.date)
    if not now or not before:
        return ()
    periods = max(1.0, (since - first).days / ((until - since).days + 1))
    times, earlier = (Counter(theme for themes in side.values() for theme in themes) for side in (now, before))
    looked_at = len({*times, *earlier})
    found = [
        Rise(theme, n, earlier[theme] / periods, chance(n, len(now), earlier[theme], len(before)))
        for theme, n in times.items()
        if n >= LEAST
    ]
    kept = [each for each in found if each.chance <= ALARM / looked_at and each.times > each.before]
    return tuple(sorted(kept, key=lambda each: (each.chance, each.theme)))


def chance(times: int, of: int, earlier: int, of_earlier: int) -> float:
    """Return the chance of `times` or more in `of` draws, where `earlier` in `of_earlier` were drawn as well.

    The exact test of Fisher (1934, Statistical Methods for Research Workers, 5th ed., section 21.02), one-sided: all
    ways to choose which of the sittings with the theme fall in the period are equally likely.
    """
    whole, hits = of + of_earlier, times + earlier
    every = _ways(whole, of)
    most = min(hits, of)
    return min(1.0, sum(math.exp(_ways(hits, n) + _ways(whole - hits, of - n) - every) for n in range(times, most + 1)))


def _ways(many: int, chosen: int) -> float:
    """Return the logarithm of the number of ways to choose some of many; minus infinity where there is none."""
    if not 0 <= chosen <= many:
        return -math.inf
    return math.lgamma(many + 1) - math.lgamma(chosen + 1) - math.lgamma(many - chosen + 1)


def _place(decision: Decision) -> _Place:
    """Return the sitting that a decision was taken in, else its paper."""
    return sitting_of(decision.document) or (str(decision.document.id),)
