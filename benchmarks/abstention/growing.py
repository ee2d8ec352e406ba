"""The same questions while the base grows: what was right among few passages must be right among many."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.abstention.asking import FOLDERS, ask, bases, may_be_answered_by, opened
from benchmarks.abstention.fitting import rates
from benchmarks.abstention.report import as_json, found_first
from evaluation.beir import Entry, read
from evaluation.questions import labelled
from evaluation.run import fill
from search import confidence, open_knowledge_base
from search.types import Embedder

STEPS = (0, 500, 2_000, 8_000)  # documents put beside those that the questions are about


def measure(data: Path, embedder: Embedder, folders: Sequence[Path]) -> list[dict[str, object]]:
    """Return the rates at each step, over the questions whose label still holds there.

    A question without an answer in its own base may have one in what is put beside it: it is left out from the step on
    where another document holds its rarest word and the municipalities that it names.
    """
    others = _entries(folders)
    opened(data, bases(), embedder)
    found = [_at(data, embedder, 0)]
    for before, after in pairwise(STEPS):
        if before < len(others):
            fill(data, others[before:after], embedder)
            found.append(_at(data, embedder, min(after, len(others))))
    return found


def _at(data: Path, embedder: Embedder, beside: int) -> dict[str, object]:
    kb = open_knowledge_base(data, embedder)
    own = {base: {file.relative_to(FOLDERS[base]).as_posix() for file in FOLDERS[base].rglob("*")} for base in bases()}
    asked = ask(kb, [question for question in labelled() if question.base in own])
    holding = [
        each
        for each in asked
        if each.is_answerable or not may_be_answered_by(kb, each.question, own[each.question.base])
    ]
    weights = confidence.weights(embedder.name)
    return {
        "documents beside": beside,
        "passages": kb.db.execute("SELECT count(*) FROM passages").fetchone()[0],
        **as_json(rates(holding, weights)),
        "found": found_first([each for each in asked if each.is_answerable]),
        "answered wrongly": [
            each.question.text
            for each in holding
            if not each.is_answerable and weights.answered(each.signals) >= weights.least
        ],
    }


def _entries(folders: Sequence[Path]) -> list[Entry]:
    """Return the documents of all sets, each text once, in the order of the sets."""
    texts: dict[str, Entry] = {}
    for folder in folders:
        for entry in read(folder).documents:
            texts.setdefault(entry.text[:200], entry)
    return list(texts.values())
