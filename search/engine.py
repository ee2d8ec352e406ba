"""Answer a question: parse, what may be read, retrieve, fuse, present."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from search import (
    catalogue,
    dense,
    expansion,
    fusion,
    lexical,
    narrowing,
    overview,
    present,
    question,
    reranking,
    showing,
    signals,
    spelling,
    subjects,
    vocabulary,
)
from search.answer import Answer, Order, Query
from search.confidence import NOTHING, Signals, least_shown, weights
from search.content import Content
from search.embedding import embedded_text
from search.language.thesaurus import Expansion
from search.narrowing import UNFIT
from search.question import Question
from search.types import EVERYONE, Document, DocumentId, Embedder, Hit, PassageId, Reader, Reranker

DEPTH = 300  # passages taken from each retriever
NOTHING_GOOD = float("inf")
READERS_KEPT = 4  # groups of audiences whose subjects are kept at hand for suggestions


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


class Understood(NamedTuple):
    """How a question was read, what that reading finds without the filters that were chosen, and how good is good."""

    asked: Question
    everywhere: list[Ranked]
    signals: Signals
    least: float


class KnowledgeBase(Content):
    """An opened knowledge base. Safe to use from several threads; sees what is written while it is open."""

    def __init__(self, data: Path, embedder: Embedder | None = None, reranker: Reranker | None = None) -> None:
        super().__init__(data, embedder)
        self.reranker = reranker
        self._subjects = lru_cache(READERS_KEPT)(self._load_subjects)
        self._background = lru_cache(READERS_KEPT)(self._load_background)
        self._vocabulary = lru_cache(1)(self._load_vocabulary)

    def search(self, query: Query | str, reader: Reader, k: int = 10, order: Order = Order.BEST) -> Answer:
        """Return the first `k` documents that answer `query` among those that `reader` may read."""
        query = Query(query) if isinstance(query, str) else query
        met = self._understood(query, reader)
        correction = spelling.correct(self.db, query, reader)
        if correction and met.least == NOTHING_GOOD:
            mended = self._understood(replace(query, text=correction.text), reader)
            correction = replace(correction, is_applied=True) if mended.least < NOTHING_GOOD else None
            met = mended if correction else met
        asked, everywhere, least = met.asked, met.everywhere, met.least
        ranked = everywhere if asked.query == asked.unfiltered.query else self.rank(asked, reader)
        good = _good(ranked, least)
        best = self.reranked(asked, reader, good)
        told, decisions = showing.gathered(self.db, asked, reader, best, ranked, UNFIT, k, order)
        others = expansion.sure(self.other_words(asked, reader))
        results = showing.results(self, asked, reader, told, others)
        return Answer(
            query=query,
            understood=question.understood(asked),
            results=results,
            abstained=not results,
            facets=present.facets([found.document for found in _good(everywhere, least)], query),
            searched=overview.searched(self.db, reader, query),
            notions=asked.notions,
            ignored=asked.ignored,
            correction=correction,
            suggestions=() if results else showing.nearest_subjects(self.db, asked, reader, ranked, others),
            more=decisions - len(told),
            documents=len(good),
        )

    def rank(self, asked: Question, reader: Reader, mode: Mode = Mode.HYBRID, depth: int = DEPTH) -> list[Ranked]:
        """Return the documents with a passage among the `depth` best of either retriever, best first."""
        asked = narrowing.grounded(self.db, asked, reader)
        if not asked.core:
            return []
        held = narrowing.holding(self.db, asked, reader)
        by_words, whole = ({}, {}) if mode is Mode.DENSE else self._by_words(asked, reader, depth)
        others = [*by_words, *(held.passages if held else ())]
        cosines = {} if mode is Mode.LEXICAL else self._by_meaning(asked, reader, depth, others)
        hits = fusion.combine(cosines, by_words)
        owners = catalogue.owners(self.db, [hit.passage_id for hit in hits], reader)
        groups = fusion.by_document(narrowing.left(self.db, hits, owners, asked, held), owners, cosines, whole)
        documents = catalogue.by_id(self.db, [group.document for group in groups], reader)
        shares = narrowing.shares(self.db, asked, documents)
        ranked = [
            Ranked(documents[group.document], group.score * shares[group.document], group.evidence, group.hits)
            for group in groups
        ]
        return sorted(ranked, key=lambda found: (-found.score, found.document.id))

    def warm_up(self) -> None:
        """Load what the first question needs: the model, tables of words. Two seconds, else waited for by a person.

        What is loaded stays for good: Python need not look through it again and again for what could go, which took
        12 ms of a search among 100,000 passages.
        """
        self.search("gemeentelijk dossier", Reader("", frozenset()))
        self.registers.register(Reader("", frozenset({EVERYONE})))
        gc.collect()
        gc.freeze()

    def suggest(self, typed: str, reader: Reader) -> tuple[str, ...]:
        """Return subjects that go on from what is typed, among those that `reader` may see; the likeliest first."""
        return subjects.matching(self._subjects(self.generation, reader.audiences), typed)

    def _load_subjects(self, generation: int, audiences: frozenset[str]) -> subjects.Subjects:
        return subjects.load(self.db, Reader("", audiences))

    def _understood(self, query: Query, reader: Reader) -> Understood:
        """Return the first reading of the question that leaves something good; as it was understood where none does."""
        found: list[Understood] = []
        for asked in question.readings(narrowing.grounded(self.db, question.parse(query), reader)):
            found.append(self.met(asked, reader))
            if found[-1].least < NOTHING_GOOD:
                return found[-1]
        return found[0]

    def met(self, asked: Question, reader: Reader) -> Understood:
        """Return what one reading of a question finds without the filters that were chosen, and how good it is."""
        everywhere = self.rank(asked.unfiltered, reader)
        if not everywhere:
            return Understood(asked, [], NOTHING, NOTHING_GOOD)
        behind = self._background(self.index.fingerprint.revision, reader.audiences)
        found = [(each.document, each.hits) for each in everywhere]
        others = self.other_words(asked, reader)
        met = signals.gather(self.db, asked, found, reader, self.vector(asked.core), behind, others)
        judge = weights(self.embedder.name)
        least = least_shown([each.evidence for each in everywhere], judge.answered(met), judge.least)
        return Understood(asked, everywhere, met, least)

    def other_words(self, asked: Question, reader: Reader) -> tuple[Expansion, ...]:
        """Return what else to look for than the words of a question."""
        words = self._vocabulary(self.index.fingerprint.revision)
        return expansion.of_question(self.db, asked, reader, words)

    def _load_vocabulary(self, revision: str) -> vocabulary.Vocabulary:
        return vocabulary.load(self.db, self.embedder)

    def _load_background(self, revision: str, audiences: frozenset[str]) -> signals.Background:
        return signals.background(self.db, self.index, Reader("", audiences), self.embedder.dim)

    def reranked(self, asked: Question, reader: Reader, ranked: list[Ranked]) -> list[Ranked]:
        """Return the ranking as the reranker orders its best documents; as it is where this site has none."""
        if self.reranker is None:
            return ranked
        passages = catalogue.passages(self.db, reranking.to_read(ranked), reader)
        texts = {i: embedded_text(passage) for i, passage in passages.items()}
        return reranking.rerank(ranked, texts, asked.core, self.reranker)

    def _by_words(
        self, asked: Question, reader: Reader, depth: int
    ) -> tuple[dict[PassageId, float], dict[DocumentId, float]]:
        others = self.other_words(asked, reader)
        passages = lexical.match(self.db, lexical.PASSAGES, asked.words, depth, reader, asked.query, others)
        return passages, lexical.match(self.db, lexical.DOCUMENTS, asked.words, depth, reader, asked.query, others)

    def _by_meaning(
        self, asked: Question, reader: Reader, depth: int, others: list[PassageId]
    ) -> dict[PassageId, float]:
        """Return the cosines of the nearest passages, and of those that were found by their words."""
        readable = dense.readable(self.db, self.index, reader, asked.query)
        nearest = self.index.vectors.search(self.vector(asked.core), depth, readable)
        found = {hit.passage_id: hit.score for hit in nearest}
        missing = [i for i in others if i not in found]
        return found | dense.cosines(self.db, self.vector(asked.core), missing)


def _good(ranked: Sequence[Ranked], least: float) -> list[Ranked]:
    """Return the documents that are good enough to show; of files that are the same, the first."""
    same: dict[str, Ranked] = {}
    for found in ranked:
        if found.evidence >= least:
            same.setdefault(found.document.sha256, found)
    return list(same.values())


def open_knowledge_base(
    data: Path, embedder: Embedder | None = None, reranker: Reranker | None = None
) -> KnowledgeBase:
    """Open the knowledge base in folder `data`, with the model that made it unless another is given.

    A reranker is used only where one is given.

    Raises:
        search.errors.NoKnowledgeBase: Nothing has been read into that folder yet.
        search.errors.ModelMismatch: `embedder` is not the model that made it.
    """
    return KnowledgeBase(data, embedder, reranker)
