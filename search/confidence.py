"""When an answer is good enough to show: absolute, because the best of a bad lot is still bad. Pure.

What the signals weigh was fitted on labelled questions, for each model: `python -m benchmarks.abstention`. The figures
stand in `confidence.tsv`, how good they are in docs/decisions/0007.
"""

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SHOWN = 0.12
"""Least evidence of any document that is shown."""
SHARE = 0.4
"""Least evidence of any document that is shown, as a share of that of the best one.

Of the labelled questions with an answer: 99.0 % of the documents that answer stay, and 11 others a question; with 0.06
and 0.2 it was 99.8 % and 41, with 0.12 and 0.5 98.1 % and 6.
"""
FARTHEST = -4.0
"""Least nearness: of a question for which nothing was found at all."""
ANY_MODEL = "*"
"""The row of the table for a model that was not measured."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against there being an answer here.

    Only passages count that have the municipalities, the years and the numbers of the question, if it has any: a tax of
    one municipality is no answer to a question about that tax in another.
    """

    nearness: float  # of the nearest passage: standard deviations beyond what chance brings among so many passages
    said: float  # share of the question's subject, by rarity, that the passage says that says most of it, in [0, 1]
    words: int  # stems of the subject
    rare_words: float  # the same, each counted by its rarity: 1 for one that stands nowhere and is rare in Dutch


NOTHING = Signals(FARTHEST, 0.0, 0, 0.0)
"""Of a question for which nothing was found."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each signal counts for a model, and the least probability at which a question is answered."""

    bias: float
    nearness: float
    said: float
    words: float  # of the natural logarithm of one more than their number
    rare_words: float  # likewise
    least: float

    def answered(self, signals: Signals) -> float:
        """Return the probability that there is an answer, in [0, 1].

        A passage that says every word of the subject is one, however far it is in meaning: 112 of 115 such were.
        """
        if signals.said >= 1.0:
            return 1.0
        score = (
            self.bias
            + self.nearness * max(FARTHEST, signals.nearness)
            + self.said * signals.said
            + self.words * math.log1p(signals.words)
            + self.rare_words * math.log1p(signals.rare_words)
        )
        return 1 / (1 + math.exp(-max(-700.0, min(700.0, score))))


def weights(model: str) -> Weights:
    """Return the weights for a model by its name: `MODEL@REVISION`, else MODEL of any revision, else any model."""
    table = _table()
    return table.get(model) or table.get(model.partition("@")[0]) or table[ANY_MODEL]


def least_shown(evidence: Sequence[float], answered: float, least: float) -> float:
    """Return the least evidence that is shown, given that of every document without filters; infinite if none is good.

    Filters do not change it: what a filter's count promises is what choosing that filter shows.

    Args:
        evidence: Of each document that was found without filters.
        answered: The probability that there is an answer.
        least: The least such probability at which anything is shown.
    """
    return max(SHOWN, SHARE * max(evidence)) if evidence and answered >= least else float("inf")


@cache
def _table() -> dict[str, Weights]:
    lines = files(__package__).joinpath("confidence.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return {row.pop("model"): Weights(**{name: float(value) for name, value in row.items()}) for row in rows}
