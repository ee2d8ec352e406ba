"""When evidence is good enough to show: absolute, because the best of a bad lot is still bad. Pure."""

from collections.abc import Sequence

ANSWERED = 0.16
"""Least evidence of the best document: below it the question has no answer here.

On the sample corpus and 70 council files it answers 42 of 45 questions that have an answer there and 11 of 60 that
have none ("nieuwe iphone prijs" finds prices); 0.12 answers 43 and 20, 0.20 answers 40 and 8.
"""
SHOWN = 0.06
"""Least evidence of any document that is shown."""
SHARE = 0.2
"""Least evidence of any document that is shown, as a share of that of the best one."""


def shown(evidence: Sequence[float]) -> list[bool]:
    """Return which documents are shown, given the evidence for each (`fusion.by_document`); none if none is good."""
    best = max(evidence, default=0.0)
    least = max(SHOWN, SHARE * best) if best >= ANSWERED else float("inf")
    return [one >= least for one in evidence]
