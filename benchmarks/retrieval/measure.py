"""One set, asked to every system: the figures of all its questions, and of those about unseen documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.retrieval.questions import TERMS, draw, unseen
from benchmarks.retrieval.significance import Difference, difference
from benchmarks.retrieval.systems import rank_by_all
from evaluation.beir import QuestionSet, read
from evaluation.run import grade
from search.types import Embedder, Reranker

MEASURES = {"ndcg_cut_10": "nDCG@10", "recall_10": "recall@10", "recall_100": "recall@100", "recip_rank": "MRR@10"}
"""What is graded, as `evaluation.run.grade` names it and as people do."""
ALL, UNSEEN = "all", "unseen"
Pair = tuple[str, str]
PAIRS: tuple[Pair, ...] = (("hybrid", "bm25s"), ("hybrid", "rrf"), ("hybrid", "lexical"), ("dense", "vectors"))
Graded = dict[str, dict[str, dict[str, float]]]
"""{system: {measure: {question: value}}}."""


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of every system on some questions of a set: means by measure, differences in nDCG@10 by pair."""

    set: str
    which: str  # ALL or UNSEEN
    questions: int
    means: Mapping[str, Mapping[str, float]]  # {system: {measure: mean}}
    differences: Mapping[Pair, Difference]

    def as_json(self) -> dict[str, object]:
        """Return the figures as they are written down."""
        return {
            "set": self.set,
            "which": self.which,
            "questions": self.questions,
            "systems": {
                system: {MEASURES[measure]: round(mean, 4) for measure, mean in means.items()}
                for system, means in self.means.items()
            },
            "differences in nDCG@10": {
                f"{ours} - {theirs}": found.as_json() for (ours, theirs), found in self.differences.items()
            },
        }


def measure(
    folder: Path,
    embedder: Embedder,
    base: Embedder,
    reranker: Reranker | None = None,
    most: int | None = None,
    pairs: Sequence[Pair] = PAIRS,
) -> list[Row]:
    """Return a row for all questions of a set and one for the unseen, where there are any; of each at most `most`."""
    every = read(folder)
    chosen, new = draw(every, most), draw(unseen(folder.name, every), most)
    if folder.name == TERMS:  # other documents, so a knowledge base of its own
        parts = [(ALL, chosen, _graded(chosen, embedder, base, reranker))]
        if new.questions:
            parts.append((UNSEEN, new, _graded(new, embedder, base, reranker)))
    else:
        both = QuestionSet(every.documents, chosen.questions | new.questions, every.grades)
        graded = _graded(both, embedder, base, reranker)
        parts = [(which, asked, graded) for which, asked in ((ALL, chosen), (UNSEEN, new)) if asked.questions]
    return [_row(folder.name, which, asked, graded, pairs) for which, asked, graded in parts]


def _graded(questions: QuestionSet, embedder: Embedder, base: Embedder, reranker: Reranker | None) -> Graded:
    rankings = rank_by_all(questions, embedder, base, reranker)
    return {system: grade(questions, found) for system, found in rankings.items()}


def _row(name: str, which: str, asked: QuestionSet, graded: Graded, pairs: Sequence[Pair]) -> Row:
    values = {
        system: {measure: {i: by_question[i] for i in asked.questions} for measure, by_question in found.items()}
        for system, found in graded.items()
    }
    return Row(
        name,
        which,
        len(asked.questions),
        {s: {m: float(np.mean(list(v.values()))) for m, v in found.items()} for s, found in values.items()},
        {(a, b): difference(values[a]["ndcg_cut_10"], values[b]["ndcg_cut_10"]) for a, b in pairs},
    )
