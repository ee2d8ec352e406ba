"""Figures -> the table of weights, a plot of the curves and what is kept under the commit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from benchmarks.abstention.asking import FIRST, Asked
from benchmarks.abstention.fitting import Floats, Rates, cross_validated, curve, fit, labels, nested, rates
from evaluation.questions import Answerable, Base, Part
from search import confidence
from search.confidence import Weights

PLOT = Path(__file__).with_name("curve.svg")
TABLE = Path(confidence.__file__).with_name("confidence.tsv")
_HEAD = """\
# What the signals of an answer weigh, for each model, and the least probability at which a question is answered.
# search/confidence.py says what they are. Written by `python -m benchmarks.abstention --write`, not by hand.
"""


def figures(asked: Sequence[Asked], stories: Sequence[Asked]) -> dict[str, object]:
    """Return how weights that were fitted on one half do on the other, and all of them by cross-validation."""
    fitted = fit([each for each in asked if each.question.part is Part.FIT])
    reported = [each for each in asked if each.question.part is Part.REPORT]
    seen, all_of_them = nested(asked), fit(asked)
    return {
        "fitted on one half, asked the other": as_json(rates(reported, fitted)),
        "cross-validated": _shares(asked, seen),
        "cross-validated, by kind": {
            name: _shares([asked[i] for i in chosen], seen[chosen])
            for name, belongs in _kinds().items()
            for chosen in ([i for i, each in enumerate(asked) if belongs(each)],)
        },
        "answerable ones with an answer among the first": found_first([each for each in asked if each.is_answerable]),
        "stories": {
            str(part): as_json(rates(of_part, all_of_them)) | {"found": found_first(of_part)}
            for part in (Part.A, Part.B, Part.C)
            for of_part in ([each for each in stories if each.question.part is part],)
        },
        "weights": {name: round(value, 3) for name, value in asdict(all_of_them).items()},
    }


def _shares(asked: Sequence[Asked], answered: Floats) -> dict[str, object]:
    can = labels(asked)
    return {
        name: {"questions": int(which.sum()), "answered": round(float(answered[which].mean()), 3)}
        for name, which in (("answerable", can), ("unanswerable", ~can))
        if which.any()
    }


def found_first(asked: Sequence[Asked]) -> float:
    """Return the share of questions with a document that answers them among the first FIRST."""
    return round(float(np.mean([each.rank is not None and each.rank <= FIRST for each in asked])), 3)


def as_json(found: Rates) -> dict[str, object]:
    """Return rates as they are kept."""
    return {name: round(value, 3) for name, value in asdict(found).items()}


def write_weights(by_model: Mapping[str, Weights], file: Path = TABLE) -> None:
    """Write the table that the search reads; models that are not in `by_model` keep their row."""
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    kept = {line.split("\t")[0]: line for line in lines if line and not line.startswith(("#", "model\t"))}
    new = {
        model: "\t".join([model, *(f"{value:.3f}" for value in asdict(weights).values())])
        for model, weights in by_model.items()
    }
    names = "\t".join(["model", *asdict(next(iter(by_model.values())))])
    rows = [line for _, line in sorted((kept | new).items())]
    file.write_text(_HEAD + "\n".join([names, *rows]) + "\n", "utf-8")


def plot(by_model: Mapping[str, Sequence[Asked]], file: Path = PLOT) -> None:
    """Draw what share of the answerable is answered for what share of the unanswerable; the same bytes each time."""
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context({"svg.hashsalt": "streekgeheugen", "svg.fonttype": "none", "font.size": 10}):
        axes = (figure := Figure(figsize=(6, 4), layout="constrained")).subplots()
        axes.axvline(0.05, color="#999999", linewidth=1, linestyle=":")
        axes.axhline(0.9, color="#999999", linewidth=1, linestyle=":")
        for model, asked in by_model.items():
            wrongly, answered = zip(*curve(cross_validated(asked), labels(asked)), strict=True)
            axes.plot(wrongly, answered, label=model)
        axes.set_xlim(0, 0.5)
        axes.set_ylim(0.5, 1)
        axes.set_xlabel("answered, of the questions without an answer")
        axes.set_ylabel("answered, of those with one")
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(loc="lower right", frameon=False)
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})


def _kinds() -> dict[str, Callable[[Asked], bool]]:
    return {
        "sample": lambda each: each.question.base is Base.SAMPLE,
        "council": lambda each: each.question.base is Base.COUNCIL,
        "junk": lambda each: each.question.answerable is Answerable.JUNK,
        "near": lambda each: each.question.answerable is Answerable.NEAR,
    }
