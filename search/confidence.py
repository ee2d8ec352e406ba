"""When evidence is good enough to show: absolute, because the best of a bad lot is still bad. Pure."""

from collections.abc import Sequence

ANSWERED = 0.2
"""Least evidence of the best document: below it the question has no answer here.

On the sample corpus and 70 council files it answers 41 of 45 questions that have an answer there and 4 of 60 that
have none ("beste films van 2023" finds 2023); 0.16 answers 42 and 11, 0.14 answers 44 and 17.
"""
SHOWN = 0.06
"""Least evidence of any document that is shown."""
SHARE = 0.2
"""Least evidence of any document that is shown, as a share of that of the best one."""


def least_shown(evidence: Sequence[float]) -> float:
    """Return the least evidence that is shown, given that of every document without filters; infinite if none is good.

    Filters do not change it: what a filter's count promises is what choosing that filter shows.
    """
    best = max(evidence, default=0.0)
    return max(SHOWN, SHARE * best) if best >= ANSWERED else float("inf")
