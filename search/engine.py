"""Answer a question: parse, what may be read, retrieve, fuse, present."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from search import catalogue, dense, fusion, lexical, overview, present, question
from search.confidence import SHOWN, shown
from search.content import Content
from search.question import FITTING, Question
from search.types import Answer, Document, Embedder, Highlight, Hit, Passage, PassageId, Query, Reader, Result, Term

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
        good = self._good(asked, reader)
        results = self._present(asked, reader, good[:k])
        return Answer(
            query=asked.query,
            understood=question.understood(asked),
            results=results,
            abstained=not results,
            facets=present.facets(self._before_filters(asked, reader, good), asked.query),
            searched=overview.searched(self.db, reader, asked.query),
            more=max(0, len(good) - k),
        )

    def rank(self, asked: Question, reader: Reader, mode: Mode = Mode.HYBRID, depth: int = DEPTH) -> list[Ranked]:
        """Return the documents with a passage among the `depth` best of either retriever, best first."""
        if not asked.core:
            return []
        by_meaning = [] if mode is Mode.LEXICAL else self._by_meaning(asked, reader, depth)
        by_words = [] if mode is Mode.DENSE else lexical.match(self.db, asked.words, depth, reader, asked.query)
        hits = fusion.combine(
            self._cosines(asked, by_meaning, by_words, mode), {hit.passage_id: hit.score for hit in by_words}
        )
        owners = catalogue.owners(self.db, [hit.passage_id for hit in hits], reader)
        groups = fusion.by_document([hit for hit in hits if hit.passage_id in owners], owners)
        documents = catalogue.by_id(self.db, [document_id for document_id, _, _ in groups], reader)
        ranked = [
            Ranked(documents[i], score * _fit(documents[i], asked), score, tuple(members))
            for i, score, members in groups
        ]
        return sorted(ranked, key=lambda found: (-found.score, found.document.id))

    def _good(self, asked: Question, reader: Reader) -> list[Ranked]:
        """Return the documents that are good enough to show; of files that are the same, the first."""
        ranked = self.rank(asked, reader)
        good = zip(ranked, shown([found.evidence for found in ranked]), strict=True)
        same: dict[str, Ranked] = {}
        for found, is_shown in good:
            if is_shown:
                same.setdefault(found.document.sha256, found)
        return list(same.values())

    def _by_meaning(self, asked: Question, reader: Reader, depth: int) -> list[Hit]:
        readable = dense.readable(self.db, self.index, reader, asked.query)
        return self.index.vectors.search(self.vector(asked.core), depth, readable)

    def _cosines(
        self, asked: Question, by_meaning: list[Hit], by_words: list[Hit], mode: Mode
    ) -> dict[PassageId, float]:
        if mode is Mode.LEXICAL:
            return {}
        found = {hit.passage_id: hit.score for hit in by_meaning}
        missing = [hit.passage_id for hit in by_words if hit.passage_id not in found]
        return found | dense.cosines(self.db, self.vector(asked.core), missing)

    def _before_filters(self, asked: Question, reader: Reader, good: list[Ranked]) -> list[Document]:
        """Return the documents that match without filters, to count what each filter would leave."""
        if asked.query == Query(asked.query.text):
            return [found.document for found in good]
        unfiltered = self._good(question.parse(Query(asked.query.text)), reader)
        return [found.document for found in unfiltered]

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
