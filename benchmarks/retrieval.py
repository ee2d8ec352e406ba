"""Quality of the search on question sets, against baselines in the same run.

    python -m benchmarks.retrieval SET [SET ...] [--most 500]

SET is a folder in BEIR layout. The baselines: `bm25s` with a Dutch Snowball stemmer over whole documents; `rrf`,
reciprocal rank fusion (Cormack et al., 2009) of our own words and meaning; and each of these two alone. A plus or
minus behind a figure of `hybrid` says that it differs from bm25s beyond chance: paired bootstrap over the questions.
"""

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path

import bm25s
import numpy as np
import Stemmer

from benchmarks.written import write
from evaluation.beir import QuestionSet, read
from evaluation.run import DEPTH, ask, fill, grade
from search import Mode, open_knowledge_base
from search.embedders import build
from search.types import Embedder

Rankings = dict[str, dict[str, float]]

RRF_CONSTANT = 60
RESAMPLES = 2_000


def bm25(questions: QuestionSet) -> Rankings:
    """Rank whole documents by BM25 as bm25s does it, with its own Dutch stop words and a Dutch stemmer."""
    stemmer = Stemmer.Stemmer("dutch")
    texts = [f"{entry.title} {entry.text}" for entry in questions.documents]
    retriever = bm25s.BM25()
    retriever.index(bm25s.tokenize(texts, stopwords="nl", stemmer=stemmer, show_progress=False), show_progress=False)
    asked = bm25s.tokenize(list(questions.questions.values()), stopwords="nl", stemmer=stemmer, show_progress=False)
    found, scores = retriever.retrieve(asked, k=min(DEPTH, len(texts)), show_progress=False)
    ids = [entry.id for entry in questions.documents]
    return {
        i: {ids[d]: float(s) for d, s in zip(row, row_scores, strict=True) if s > 0}
        for i, row, row_scores in zip(questions.questions, found, scores, strict=True)
    }


def rrf(*systems: Rankings) -> Rankings:
    """Merge rankings by reciprocal rank."""
    merged: Rankings = {}
    for i in systems[0]:
        scores: dict[str, float] = {}
        for system in systems:
            for rank, document in enumerate(system[i], start=1):
                scores[document] = scores.get(document, 0.0) + 1 / (RRF_CONSTANT + rank)
        merged[i] = dict(sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))[:DEPTH])
    return merged


def differs(ours: dict[str, float], theirs: dict[str, float]) -> str:
    """Return "+" or "-" where the mean difference keeps its sign in 97.5 % of the resamples, else "="."""
    differences = np.array([ours[i] - theirs[i] for i in ours])
    draws = np.random.default_rng(0).integers(0, len(differences), (RESAMPLES, len(differences)))
    means = differences[draws].mean(axis=1)
    return "+" if np.quantile(means, 0.025) > 0 else "-" if np.quantile(means, 0.975) < 0 else "="


def measure(folder: Path, embedder: Embedder, most: int) -> dict[str, object]:
    """Return nDCG@10 and recall@100 of every system on one set, of at most `most` questions drawn at random."""
    questions = read(folder)
    drawn = sorted(questions.questions)
    random.Random(0).shuffle(drawn)
    chosen = QuestionSet(questions.documents, {i: questions.questions[i] for i in drawn[:most]}, questions.grades)
    with tempfile.TemporaryDirectory() as data:
        fill(Path(data), chosen.documents, embedder)
        kb = open_knowledge_base(Path(data), embedder)
        systems = {str(mode): ask(kb, chosen, mode)[0] for mode in Mode}
    systems = {"bm25s": bm25(chosen), **systems, "rrf": rrf(systems["lexical"], systems["dense"])}
    graded = {name: grade(chosen, rankings) for name, rankings in systems.items()}
    return {
        "set": folder.name,
        "questions": len(chosen.questions),
        **{
            name: {
                "ndcg@10": round(float(np.mean(list(values["ndcg_cut_10"].values()))), 3),
                "recall@100": round(float(np.mean(list(values["recall_100"].values()))), 3),
            }
            for name, values in graded.items()
        },
        "hybrid_against_bm25s": differs(graded["hybrid"]["ndcg_cut_10"], graded["bm25s"]["ndcg_cut_10"]),
    }


def main() -> None:
    """Print a line per set, and write them down under the commit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=500)
    given = parser.parse_args()
    embedder, results = build(), []
    for folder in given.folders:
        results.append(measure(folder, embedder, given.most))
        print(json.dumps(results[-1]), file=sys.stderr, flush=True)
    write("retrieval", results)


if __name__ == "__main__":
    main()
