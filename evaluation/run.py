"""Ask every question of a set to a real knowledge base of its documents, and grade the rankings."""

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytrec_eval

from evaluation.beir import Entry, QuestionSet
from ingest.split import split
from ingest.types import Block, Facts, Section, Structured
from search import KnowledgeBase, Mode, derived, open_knowledge_base, question, store
from search.answer import Query
from search.database import open_for_writing
from search.embedding import embed
from search.engine import Ranked
from search.store import Received
from search.types import EVERYONE, Document, Embedder, Kind, Outcome, Page, Passage, Reader, Reranker, Span

DEPTH = 100  # documents of a ranking that are graded
PASSAGES = 1_000  # taken from each retriever, so that 100 documents are among them
BATCH = 64  # documents embedded together
EVALUATOR = Reader("evaluate", frozenset({EVERYONE}))


@dataclass(frozen=True, slots=True)
class Figures:
    """How good and how fast: quality in [0, 1], times in seconds and milliseconds."""

    mode: Mode
    queries: int
    ndcg_at_10: float
    recall_at_10: float
    recall_at_100: float
    mrr_at_10: float
    seconds_index: float
    ms_query_p50: float
    ms_query_p95: float

    def as_json(self) -> dict[str, object]:
        """Return the figures as the command line prints them."""
        return {
            "mode": str(self.mode),
            "queries": self.queries,
            "ndcg@10": round(self.ndcg_at_10, 4),
            "recall@10": round(self.recall_at_10, 4),
            "recall@100": round(self.recall_at_100, 4),
            "mrr@10": round(self.mrr_at_10, 4),
            "seconds_index": round(self.seconds_index, 2),
            "ms_query_p50": round(self.ms_query_p50, 2),
            "ms_query_p95": round(self.ms_query_p95, 2),
        }


def evaluate(
    questions: QuestionSet, embedder: Embedder, modes: Sequence[Mode], reranker: Reranker | None = None
) -> list[Figures]:
    """Build the knowledge base once, in a temporary folder, and grade each mode on it."""
    with tempfile.TemporaryDirectory(prefix="streekgeheugen-") as folder:
        data = Path(folder)
        started = time.perf_counter()
        fill(data, questions.documents, embedder)
        seconds = time.perf_counter() - started
        kb = open_knowledge_base(data, embedder, reranker)
        return [_figures(kb, questions, mode, seconds) for mode in modes]


def fill(data: Path, entries: Sequence[Entry], embedder: Embedder) -> None:
    """Put the documents of a set into a knowledge base, split and embedded as any other."""
    with open_for_writing(data) as db:
        store.claim(db, embedder)
        source = store.source(db, "beir")
        for first in range(0, len(entries), BATCH):
            received = [_received(entry) for entry in entries[first : first + BATCH]]
            pairs = [(passage, document.path) for document, passages in received for passage in passages]
            vectors = embed(embedder, [passage for passage, _ in pairs], [path for _, path in pairs])
            with db.atomic():
                done = 0
                for (document, passages), entry in zip(received, entries[first : first + BATCH], strict=True):
                    rows = vectors[done : done + len(passages)]
                    store.put(db, source, Received(document, len(entry.text), None, False, 0, (), passages, rows))
                    done += len(passages)
        store.touch(db)
        derived.make(db, data, embedder)


def _received(entry: Entry) -> tuple[Document, list[Passage]]:
    """Read an entry as a document of one page, whose title is the heading above its paragraphs."""
    text = entry.text.replace("\r", " ").strip() or entry.title or "-"
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Block((Span(1, start, start + len(line)),)))
        start += len(line) + 1
    headings = (entry.title,) if entry.title else ()
    facts = Facts(entry.title, Kind.OTHER, None, None, None)
    structured = Structured(facts, (Section(headings, "", tuple(paragraphs)),))
    pieces = split(structured, [Page(1, text, 0, 0)])
    passages = [Passage(0, 0, i, p.spans, p.text, p.headings, entry.title) for i, p in enumerate(pieces)]
    title = entry.title or entry.id
    document = Document(0, entry.id, entry.id, title, Kind.OTHER, None, None, None, None, 1, EVERYONE, Outcome.OK, "")
    return document, passages


def ask(kb: KnowledgeBase, questions: QuestionSet, mode: Mode) -> tuple[dict[str, dict[str, float]], list[float]]:
    """Return the ranking of each question, {question: {document: score}}, and the milliseconds that each took."""
    rankings, times = {}, []
    for i, text in questions.questions.items():
        started = time.perf_counter()
        ranked = _ranked(kb, text, mode)
        times.append((time.perf_counter() - started) * 1000)
        rankings[i] = {found.document.path: found.score for found in ranked}
    return rankings, times


def _ranked(kb: KnowledgeBase, text: str, mode: Mode) -> list[Ranked]:
    """Return what the first reading of the question finds that finds anything, as a search does."""
    for asked in question.readings(question.parse(Query(text))):
        if ranked := kb.rank(asked, EVALUATOR, mode, PASSAGES)[:DEPTH]:
            return kb.reranked(asked, EVALUATOR, ranked) if mode is Mode.HYBRID else ranked
    return []


def grade(questions: QuestionSet, rankings: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """Return {measure: {question: value}} for nDCG@10, recall@10, recall@100 and the reciprocal rank within ten.

    A question for which nothing was found counts as 0.
    """
    measured = pytrec_eval.RelevanceEvaluator(questions.grades, {"ndcg_cut.10", "recall.10,100"}).evaluate(rankings)
    first_ten = {i: dict(list(ranking.items())[:10]) for i, ranking in rankings.items()}
    ranks = pytrec_eval.RelevanceEvaluator(questions.grades, {"recip_rank"}).evaluate(first_ten)
    return {
        name: {i: values.get(i, {}).get(name, 0.0) for i in rankings}
        for name, values in (
            ("ndcg_cut_10", measured),
            ("recall_10", measured),
            ("recall_100", measured),
            ("recip_rank", ranks),
        )
    }


def _figures(kb: KnowledgeBase, questions: QuestionSet, mode: Mode, seconds: float) -> Figures:
    rankings, times = ask(kb, questions, mode)
    means = {name: float(np.mean(list(values.values()))) for name, values in grade(questions, rankings).items()}
    return Figures(
        mode,
        len(rankings),
        means["ndcg_cut_10"],
        means["recall_10"],
        means["recall_100"],
        means["recip_rank"],
        seconds,
        float(np.percentile(times, 50)),
        float(np.percentile(times, 95)),
    )
