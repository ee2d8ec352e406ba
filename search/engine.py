"""Answer a question: parse, what may be read, retrieve, fuse, present."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from search import catalogue, dense, fusion, lexical, overview, present, question
from search.confidence import SHOWN, least_shown
from search.content import Content
from search.question import FITTING, Question
from search.types import (
    Answer,
    Document,
    DocumentId,
    Embedder,
    Highlight,
    Hit,
    Passage,
    PassageId,
    Query,
    Reader,
    Result,
    Term,
)

DEPTH = 300  # passages taken from each retriever
UNFIT = 0.5  # what is left of the score of a document of another kind than the question asks for
OTHERS = 5  # further passages named with a result


class Mode(StrEnum):
    """Which evidence counts."""

    LEXICAL = "lexical"
    DENSE = "dense"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document in a ranking, and its passages that match, best first."""

    document: Document
    score: float  # what it is ranked by
    evidence: float  # how good it is, whatever kind of document was asked for
    hits: tuple[Hit, ...]


class KnowledgeBase(Content):
    """An opened knowledge base. Safe to use from several threads; sees what is written while it is open."""

    def search(self, query: Query | str, reader: Reader, k: int = 10) -> Answer:
        """Return the `k` documents that best answer `query` among those that `reader` may read, best first."""
        asked = question.parse(Query(query) if isinstance(query, str) else query)
        everywhere = self.rank(question.parse(Query(asked.query.text)), reader)
        least = least_shown([found.evidence for found in everywhere])
        has_filters = asked.query != Query(asked.query.text)
        good = _good(self.rank(asked, reader) if has_filters else everywhere, least)
        results = self._present(asked, reader, good[:k])
        return Answer(
            query=asked.query,
            understood=question.understood(asked),
            results=results,
            abstained=not results,
            facets=present.facets([found.document for found in _good(everywhere, least)], asked.query),
            searched=overview.searched(self.db, reader, asked.query),
            more=max(0, len(good) - k),
        )

    def rank(self, asked: Question, reader: Reader, mode: Mode = Mode.HYBRID, depth: int = DEPTH) -> list[Ranked]:
        """Return the documents with a passage among the `depth` best of either retriever, best first."""
        if not asked.core:
            return []
        by_words, whole = ({}, {}) if mode is Mode.DENSE else self._by_words(asked, reader, depth)
        cosines = {} if mode is Mode.LEXICAL else self._by_meaning(asked, reader, depth, list(by_words))
        hits = fusion.combine(cosines, by_words)
        owners = catalogue.owners(self.db, [hit.passage_id for hit in hits], reader)
        groups = fusion.by_document([hit for hit in hits if hit.passage_id in owners], owners, cosines, whole)
        documents = catalogue.by_id(self.db, [group.document for group in groups], reader)
        ranked = [
            Ranked(documents[group.document], group.score * fit, group.evidence, group.hits)
            for group in groups
            for fit in (_fit(documents[group.document], asked),)
        ]
        return sorted(ranked, key=lambda found: (-found.score, found.document.id))

    def _by_words(
        self, asked: Question, reader: Reader, depth: int
    ) -> tuple[dict[PassageId, float], dict[DocumentId, float]]:
        passages = lexical.match(self.db, lexical.PASSAGES, asked.words, depth, reader, asked.query)
        return passages, lexical.match(self.db, lexical.DOCUMENTS, asked.words, depth, reader, asked.query)

    def _by_meaning(
        self, asked: Question, reader: Reader, depth: int, others: list[PassageId]
    ) -> dict[PassageId, float]:
        """Return the cosines of the nearest passages, and of those that were found by their words."""
        readable = dense.readable(self.db, self.index, reader, asked.query)
        nearest = self.index.vectors.search(self.vector(asked.core), depth, readable)
        found = {hit.passage_id: hit.score for hit in nearest}
        missing = [i for i in others if i not in found]
        return found | dense.cosines(self.db, self.vector(asked.core), missing)

    def _present(self, asked: Question, reader: Reader, ranked: list[Ranked]) -> tuple[Result, ...]:
        wanted = [hit.passage_id for found in ranked for hit in found.hits[: OTHERS + 1]]
        passages = catalogue.passages(self.db, wanted, reader)
        terms = lexical.terms(self.db, asked.words)
        return tuple(self._result(rank, found, passages, asked, terms) for rank, found in enumerate(ranked, start=1))

    def _result(
        self, rank: int, found: Ranked, passages: dict[PassageId, Passage], asked: Question, terms: Sequence[Term]
    ) -> Result:
        best, *others = (passages[hit.passage_id] for hit in found.hits[: OTHERS + 1])
        weights = present.said(best.text, terms)
        return Result(
            rank=rank,
            score=found.score,
            document=found.document,
            passage=best,
            sentence=present.answering_sentence(best.text, weights) or self._nearest_sentence(best, asked),
            words=present.matched_words(best.text, weights),
            others=tuple(p for p, hit in zip(others, found.hits[1:], strict=False) if hit.score >= SHOWN),
        )

    def _nearest_sentence(self, passage: Passage, asked: Question) -> Highlight | None:
        """Return the sentence nearest in meaning, for a passage that says it in other words altogether."""
        spots = present.full_sentences(passage.text)
        if not spots:
            return None
        vectors = self.embedder.embed_passages([passage.text[start:end] for start, end in spots])
        return Highlight(*spots[int((vectors @ self.vector(asked.core)).argmax())])


def _good(ranked: Sequence[Ranked], least: float) -> list[Ranked]:
    """Return the documents that are good enough to show; of files that are the same, the first."""
    same: dict[str, Ranked] = {}
    for found in ranked:
        if found.evidence >= least:
            same.setdefault(found.document.sha256, found)
    return list(same.values())


def _fit(document: Document, asked: Question) -> float:
    fitting = FITTING.get(asked.intent or "", frozenset())
    return 1.0 if not fitting or document.kind in fitting else UNFIT


def open_knowledge_base(data: Path, embedder: Embedder | None = None) -> KnowledgeBase:
    """Open the knowledge base in folder `data`, with the model that made it unless another is given.

    Raises:
        search.errors.NoKnowledgeBase: Nothing has been read into that folder yet.
        search.errors.ModelMismatch: `embedder` is not the model that made it.
    """
    return KnowledgeBase(data, embedder)
