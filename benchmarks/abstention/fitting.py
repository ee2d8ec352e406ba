"""Signals of labelled questions -> what each signal weighs, and how often that is right."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from benchmarks.abstention.asking import Asked
from search.confidence import FARTHEST, Signals, Weights

Floats = NDArray[np.float64]

WRONG = 0.05  # share of the unanswerable questions that may be answered
FOLDS = 10
REPEATS = 5
SIGNALS = ("nearness", "said", "words", "rare_words")
PENALTY = 1.0  # inverse strength, on signals of unit variance; 0.1 and 10 give the same to a point


@dataclass(frozen=True, slots=True)
class Rates:
    """How often a question is answered that has an answer, and one that has none."""

    answerable: int
    answered: float  # share of the answerable
    unanswerable: int
    wrongly: float  # share of the unanswerable that are answered


def matrix(asked: Sequence[Asked]) -> Floats:
    """Return the signals as the weights take them, shape (n, 4)."""
    return np.array([_row(each.signals) for each in asked], np.float64)


def labels(asked: Sequence[Asked]) -> NDArray[np.bool_]:
    """Return which of them are answerable, shape (n,)."""
    return np.array([each.is_answerable for each in asked])


def fit(asked: Sequence[Asked]) -> Weights:
    """Fit the weights; the least probability is that of cross-validation, where no question is its own teacher."""
    rows, answerable = matrix(asked), labels(asked)
    partly = ~_is_all_said(rows)
    bias, weights = _fitted(rows[partly], answerable[partly])
    least = _threshold(cross_validated(asked), answerable)
    return Weights(bias=bias, least=least, **dict(zip(SIGNALS, weights, strict=True)))


def cross_validated(asked: Sequence[Asked]) -> Floats:
    """Return the mean probability of each question under weights that were fitted without it, shape (n,)."""
    rows, answerable = matrix(asked), labels(asked)
    logits = np.zeros((REPEATS, len(rows)))
    for repeat in range(REPEATS):
        for fitting, rest in StratifiedKFold(FOLDS, shuffle=True, random_state=repeat).split(rows, answerable):
            fitting = fitting[~_is_all_said(rows[fitting])]
            bias, weights = _fitted(rows[fitting], answerable[fitting])
            logits[repeat, rest] = bias + rows[rest] @ weights
    probabilities: Floats = 1 / (1 + np.exp(-logits.mean(axis=0)))
    return np.where(_is_all_said(rows), 1.0, probabilities)


def nested(asked: Sequence[Asked]) -> Floats:
    """Return how often each question is answered when neither weights nor border saw it, in [0, 1], shape (n,)."""
    rows, answerable = matrix(asked), labels(asked)
    answered = np.zeros((REPEATS, len(rows)))
    for repeat in range(REPEATS):
        for fitting, rest in StratifiedKFold(FOLDS, shuffle=True, random_state=100 + repeat).split(rows, answerable):
            weights = fit([asked[i] for i in fitting])
            answered[repeat, rest] = [weights.answered(asked[i].signals) >= weights.least for i in rest]
    mean: Floats = answered.mean(axis=0)
    return mean


def rates(asked: Sequence[Asked], weights: Weights) -> Rates:
    """Return how often these weights are right."""
    return rates_of(np.array([weights.answered(each.signals) for each in asked]), labels(asked), weights.least)


def rates_of(probabilities: Floats, answerable: NDArray[np.bool_], least: float) -> Rates:
    """Return how often answering from probability `least` on is right."""
    answered = probabilities >= least
    return Rates(
        int(answerable.sum()),
        float(answered[answerable].mean()) if answerable.any() else math.nan,
        int((~answerable).sum()),
        float(answered[~answerable].mean()) if (~answerable).any() else math.nan,
    )


def curve(probabilities: Floats, answerable: NDArray[np.bool_]) -> list[tuple[float, float]]:
    """Return the share of the unanswerable and of the answerable that are answered, at each least probability."""
    steps = [rates_of(probabilities, answerable, least) for least in sorted({*probabilities, 1.1}, reverse=True)]
    return [(step.wrongly, step.answered) for step in steps]


def _threshold(probabilities: Floats, answerable: NDArray[np.bool_]) -> float:
    """Return the least probability that answers at most WRONG of the unanswerable: between the two at that border."""
    wrong = np.sort(probabilities[~answerable])[::-1]
    border = int(WRONG * len(wrong))
    above = probabilities[probabilities > wrong[border]]
    return float((wrong[border] + above.min()) / 2) if len(above) else float(wrong[border])


def _fitted(rows: Floats, answerable: NDArray[np.bool_]) -> tuple[float, list[float]]:
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=PENALTY, max_iter=1_000).fit((rows - mean) / spread, answerable)
    weights = model.coef_[0] / spread
    return float(model.intercept_[0] - weights @ mean), [float(weight) for weight in weights]


def _is_all_said(rows: Floats) -> NDArray[np.bool_]:
    """Return which questions are answered without weighing: a passage says every word of their subject."""
    return rows[:, SIGNALS.index("said")] >= 1.0


def _row(signals: Signals) -> list[float]:
    return [
        max(FARTHEST, signals.nearness),
        signals.said,
        math.log1p(signals.words),
        math.log1p(signals.rare_words),
    ]
