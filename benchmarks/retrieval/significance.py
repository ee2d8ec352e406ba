"""Whether one system is better than another beyond chance."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

RESAMPLES = 10_000
_AT_ONCE = 500  # resamples drawn together: 10 MB for 2,600 questions


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference over the questions, and the interval that holds it in 95 % of the resamples."""

    mean: float
    low: float
    high: float

    @property
    def is_beyond_chance(self) -> bool:
        """Whether the interval leaves zero out."""
        return self.low > 0 or self.high < 0

    def __str__(self) -> str:
        return f"{self.mean:+.3f} [{self.low:+.3f}, {self.high:+.3f}]"

    def as_json(self) -> dict[str, float]:
        """Return the three figures, rounded."""
        return {"mean": round(self.mean, 4), "low": round(self.low, 4), "high": round(self.high, 4)}


def difference(ours: Mapping[str, float], theirs: Mapping[str, float]) -> Difference:
    """Compare two systems by the value that each gave every question; the same questions for both, at least one.

    Source: the paired bootstrap test, Efron and Tibshirani, "An Introduction to the Bootstrap", 1993.
    """
    by_question = np.array([ours[i] - theirs[i] for i in sorted(ours)])
    random = np.random.default_rng(0)
    means = np.concatenate(
        [
            by_question[random.integers(0, len(by_question), (_AT_ONCE, len(by_question)))].mean(axis=1)
            for _ in range(RESAMPLES // _AT_ONCE)
        ]
    )
    low, high = np.quantile(means, (0.025, 0.975))
    return Difference(float(by_question.mean()), float(low), float(high))
