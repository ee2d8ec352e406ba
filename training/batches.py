"""Pairs -> batches that are hard enough to learn from. Knows nothing of the model that is trained."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.types import Embedder, Vectors
from training.pairs import Pair, Source, Text, cloze, draw
from training.paraphrases import SYNONYM
from training.words import Words

CLOZE = "cloze"
SHARES = {
    "chamber_title2section": 0.14,
    "dekamer_title2answer": 0.13,
    CLOZE: 0.1,
    "dekamer_theme2doc": 0.09,
    "chamber_frtitle2section": 0.07,
    "dekamer_fr2nl": 0.07,
    "title2question": 0.04,
    "question2answer": 0.04,
    "frtitle2title": 0.02,
    "everyday": 0.08,
    "question": 0.08,
    "terms": 0.05,
    "written_fr": 0.02,
    "written_en": 0.03,
    SYNONYM: 0.04,
}
"""How often a batch is of each kind, among those that there are."""
SIZES = (250, 350, 500, 700)
"""Characters of a passage; those of the program have at most 700."""
_CHARACTERS = 256 * 350  # of the passages of one batch, so that all take as long
_BEGINNING = 1_500  # characters by which a document is placed among the others


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs of one kind.

    `clash[i, j]` says that passage j would be no wrong answer to question i; `words[i, j]` is how well it matches by
    words, in [0, 1), and 0 where the model is to do without.
    """

    kind: str
    pairs: tuple[Pair, ...]
    clash: NDArray[np.bool_]
    words: Vectors


class Batches:
    """Draws batches without end. Half of each are neighbours, told apart only by reading well."""

    def __init__(self, sources: Sequence[Source], embedder: Embedder, seed: int, with_words: float) -> None:
        """Place all documents with `embedder`, the model from which training starts.

        The share `with_words` of the batches has the scores by words, as the program adds them: the model then learns
        what words cannot see (Gao et al., "Complementing Lexical Retrieval with Semantic Residual Embedding", 2021).
        """
        self._with_words = with_words
        self._rng = random.Random(seed)
        self._sources = {source.name: source for source in sources}
        texts = {(t.key, len(t.sentences)): t for source in sources for _, t in source.pairs if len(t.sentences) > 1}
        self._texts = list(texts.values())
        self._words = Words(" ".join(text.sentences) for text in self._texts)
        self._shares = {kind: share for kind, share in SHARES.items() if kind == CLOZE or kind in self._sources}
        self._places = {kind: _places(self._documents(kind), embedder) for kind in self._shares}

    def draw(self) -> Batch:
        """Return the next batch."""
        kind = self._rng.choices(list(self._shares), list(self._shares.values()))[0]
        size = self._rng.choice(SIZES)
        items = self._pick(self._places[kind], _CHARACTERS // size)
        if kind == CLOZE:
            pairs = tuple(cloze(self._texts[i], size, self._rng) for i in items)
        else:
            pairs = tuple(draw(self._sources[kind], items, size, self._rng))
        clash = [[i != j and b.key in {a.key, *a.answers} for j, b in enumerate(pairs)] for i, a in enumerate(pairs)]
        words = np.zeros((len(pairs), len(pairs)), dtype=np.float32)
        if self._rng.random() < self._with_words:
            words = self._words.shares([pair.query for pair in pairs], [pair.passage for pair in pairs])
        return Batch(kind, pairs, np.array(clash), words)

    def _documents(self, kind: str) -> list[Text]:
        return self._texts if kind == CLOZE else [text for _, text in self._sources[kind].pairs]

    def _pick(self, places: Vectors, count: int) -> list[int]:
        count = min(count, len(places))
        middle = places[self._rng.randrange(len(places))]
        near = np.argsort(-(places @ middle))[: count // 2].tolist()
        return list(dict.fromkeys(near + self._rng.sample(range(len(places)), count - len(near))))


def _places(texts: Sequence[Text], embedder: Embedder) -> Vectors:
    """Return a vector for the beginning of each text, shape (len(texts), dim)."""
    beginnings = {text.key: " ".join(text.sentences)[:_BEGINNING] for text in texts}
    vectors = dict(zip(beginnings, embedder.embed_passages(list(beginnings.values())), strict=True))
    return np.stack([vectors[text.key] for text in texts])
