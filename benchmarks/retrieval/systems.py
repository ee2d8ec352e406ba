"""What is compared: our search, its halves, and how others do it. Each ranks the documents of a set."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import bm25s
import numpy as np
import Stemmer

from evaluation.beir import QuestionSet
from evaluation.run import DEPTH, ask, fill
from search import KnowledgeBase, Mode, open_knowledge_base, store
from search.embedding import embedded_text
from search.types import Embedder, Reranker

Rankings = dict[str, dict[str, float]]
"""{question: {document: score}}, best first."""

SYSTEMS = ("bm25s", "vectors", "rrf", "lexical", "dense", "hybrid")
RERANKED = "reranked"
"""Hybrid with a cross-encoder on top, where one is given."""
RRF_CONSTANT = 60  # as in the paper
_AT_ONCE = 256  # questions compared with all passages together: 17 MB for 16,000 passages


@contextmanager
def knowledge_base(
    questions: QuestionSet, embedder: Embedder, reranker: Reranker | None = None
) -> Iterator[KnowledgeBase]:
    """Give a knowledge base of the documents of a set, for as long as it is worked with."""
    with TemporaryDirectory(prefix="streekgeheugen-") as folder:
        fill(Path(folder), questions.documents, embedder)
        yield open_knowledge_base(Path(folder), embedder, reranker)


def rank_by_all(
    questions: QuestionSet, embedder: Embedder, base: Embedder, reranker: Reranker | None
) -> dict[str, Rankings]:
    """Rank by every system; `base` is the model of the one that knows vectors alone."""
    with knowledge_base(questions, embedder) as kb:
        ours = {str(mode): ask(kb, questions, mode)[0] for mode in Mode}
        vectors = by_vectors(kb, questions, base)
        if reranker:
            ours[RERANKED] = ask(open_knowledge_base(kb.data, embedder, reranker), questions, Mode.HYBRID)[0]
    rrf = by_reciprocal_rank(ours["lexical"], ours["dense"])
    every = {"bm25s": by_bm25(questions), "vectors": vectors, "rrf": rrf, **ours}
    return {name: every[name] for name in (*SYSTEMS, RERANKED) if name in every}


def by_bm25(questions: QuestionSet) -> Rankings:
    """Rank whole documents by BM25 as bm25s does it, with its own Dutch stop words and a Dutch Snowball stemmer."""
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


def by_vectors(kb: KnowledgeBase, questions: QuestionSet, embedder: Embedder) -> Rankings:
    """Rank by the nearest passage alone, the question embedded as it was typed: what vector-only systems do."""
    passages = list(store.every_passage(kb.db))
    vectors = embedder.embed_passages([embedded_text(passage) for passage in passages])
    owners, first = np.unique([passage.document_id for passage in passages], return_index=True)
    paths = dict(kb.db.execute("SELECT id, path FROM documents"))
    asked, rankings = list(questions.questions.items()), {}
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        cosines = np.array([embedder.embed_query(text) for _, text in some]) @ vectors.T
        nearest = np.maximum.reduceat(cosines, first, axis=1)  # passages stand by document
        for (i, _), row in zip(some, nearest, strict=True):
            best = np.argsort(-row, kind="stable")[:DEPTH]
            rankings[i] = {paths[int(owners[d])]: float(row[d]) for d in best}
    return rankings


def by_reciprocal_rank(*systems: Rankings) -> Rankings:
    """Merge rankings without a look at their scores.

    Source: Cormack, Clarke and Buettcher, "Reciprocal Rank Fusion", SIGIR 2009.
    """
    merged: Rankings = {}
    for i in systems[0]:
        scores: dict[str, float] = {}
        for system in systems:
            for rank, document in enumerate(system[i], start=1):
                scores[document] = scores.get(document, 0.0) + 1 / (RRF_CONSTANT + rank)
        merged[i] = dict(sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))[:DEPTH])
    return merged
