"""Our search with each of its parts switched off in turn, on questions about documents that were never trained on.

A part that can be switched off is one entry of `PARTS`. The product has no switches for this: a part is taken out by
putting something plainer in its place for as long as the measurement lasts.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from benchmarks.retrieval.questions import draw, unseen
from benchmarks.retrieval.significance import Difference, difference
from benchmarks.retrieval.systems import knowledge_base
from evaluation.beir import QuestionSet, read
from evaluation.run import ask, grade
from search import KnowledgeBase, Mode, embedding, expansion, fusion, lexical, narrowing, question, words
from search.language.boilerplate import Subject
from search.types import Embedder
from search.vocabulary import Vocabulary

Off = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the search, and what takes it out for a while."""

    name: str
    off: Off
    at_reading: bool = False  # it has its say when documents are stored, so they are stored again without it


def _no_thesaurus() -> AbstractContextManager[object]:
    return patch.object(expansion, "by_thesaurus", lambda db, stems: ())


def _no_words_near_in_meaning() -> AbstractContextManager[object]:
    return patch.object(Vocabulary, "remembered", lambda self, key, make: ())


def _headings_as_text() -> AbstractContextManager[object]:
    return patch.object(lexical, "WEIGHTS", replace(lexical.WEIGHTS, heading=1.0))


@contextmanager
def _no_compounds() -> Iterator[None]:
    with patch.object(lexical, "parts", _no_parts), patch.object(words, "parts", _no_parts):
        yield


def _compounds_of_texts_only() -> AbstractContextManager[object]:
    return patch.object(lexical, "parts", _no_parts)


def _no_parts(word: str) -> tuple[str, ...]:
    return ()


def _passages_only() -> AbstractContextManager[object]:
    return patch.object(fusion, "WHOLE", 0.0)


def _each_by_itself() -> AbstractContextManager[object]:
    return patch.object(embedding, "leaning", lambda vectors, keys: vectors)


@contextmanager
def _as_typed() -> Iterator[None]:
    question.forget()
    with patch.object(question, "subject", lambda text: Subject(text.strip(), None, "")):
        yield
    question.forget()


def _nothing_understood() -> AbstractContextManager[object]:
    return patch.object(narrowing, "grounded", lambda db, asked, reader: question.without(asked, asked.notions))


PARTS = (
    Part("thesaurus", _no_thesaurus),
    Part("words near in meaning", _no_words_near_in_meaning),
    Part("compounds", _no_compounds, at_reading=True),
    Part("compounds of the question", _compounds_of_texts_only),
    Part("headings above text", _headings_as_text),
    Part("words of whole documents", _passages_only),
    Part("passages leaning to their item", _each_by_itself, at_reading=True),
    Part("boilerplate left out", _as_typed),
    Part("places, periods and kinds understood", _nothing_understood),
)

OWN_MODEL = "our own model"
MEASURE = "ndcg_cut_10"


def without_each(folder: Path, embedder: Embedder, base: Embedder, most: int | None) -> dict[str, Difference]:
    """Return by how much the nDCG@10 of hybrid on one set changes without each part; empty where nothing is unseen.

    Args:
        folder: The set, in BEIR layout.
        embedder: The model of the search.
        base: The model that it was made of, for the last part.
        most: Of the questions that are asked; None for all.
    """
    questions = draw(unseen(folder.name, read(folder)), most)
    if not questions.questions:
        return {}
    without: dict[str, dict[str, float]] = {}
    with knowledge_base(questions, embedder) as kb:
        whole = _values(kb, questions)
        for part in PARTS:
            if not part.at_reading:
                with part.off():
                    without[part.name] = _values(kb, questions)
    for part in PARTS:
        if part.at_reading:
            with part.off(), knowledge_base(questions, embedder) as kb:
                without[part.name] = _values(kb, questions)
    if embedder.name != base.name:
        with knowledge_base(questions, base) as kb:
            without[OWN_MODEL] = _values(kb, questions)
    names = (*(part.name for part in PARTS), OWN_MODEL)
    return {name: difference(without[name], whole) for name in names if name in without}


def _values(kb: KnowledgeBase, questions: QuestionSet) -> dict[str, float]:
    return grade(questions, ask(kb, questions, Mode.HYBRID)[0])[MEASURE]
