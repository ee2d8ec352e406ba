"""Which questions of a set are asked, and which of them are about documents that no model of ours was trained on."""

import random
from collections.abc import Iterable
from pathlib import Path

from evaluation.beir import QuestionSet
from training.split import held_out, held_out_term

SETS = Path(__file__).resolve().parents[3] / "shared" / "data" / "eval"
TERMS = "dekamer_theme2doc"
"""The one set whose questions are terms: a term is trained on with some of its documents, so both must be unseen."""


def every_set() -> list[Path]:
    """Return the folders of the sets that lie beside the project; none where there are none."""
    return sorted(file.parent for file in SETS.glob("*/corpus.jsonl"))


def unseen(name: str, questions: QuestionSet) -> QuestionSet:
    """Return the questions whose relevant documents were never trained on; maybe none.

    The other documents stay, as distractors; of `TERMS`, where most documents answer to some term, only the documents
    that were never trained on, and the terms that were not.
    """
    if name == TERMS:
        documents = tuple(document for document in questions.documents if held_out(name, document.id))
        ids = {document.id for document in documents}
        grades = {i: {d: grade for d, grade in found.items() if d in ids} for i, found in questions.grades.items()}
        terms = [i for i, text in questions.questions.items() if held_out_term(text) and any(grades[i].values())]
        return _only(QuestionSet(documents, questions.questions, grades), terms)
    return _only(
        questions,
        (
            i
            for i in questions.questions
            if all(held_out(name, document) for document, grade in questions.grades[i].items() if grade > 0)
        ),
    )


def draw(questions: QuestionSet, most: int | None) -> QuestionSet:
    """Return at most `most` of the questions, always the same ones."""
    ids = sorted(questions.questions)
    random.Random(0).shuffle(ids)
    return _only(questions, ids[:most])


def _only(questions: QuestionSet, ids: Iterable[str]) -> QuestionSet:
    return QuestionSet(questions.documents, {i: questions.questions[i] for i in ids}, questions.grades)
