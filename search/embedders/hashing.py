"""A deterministic embedder without a model: for tests, and the floor that every real model must beat.

Knows letters, no meaning: texts are near when they share words or parts of words.
"""

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np

from ..types import Vectors

DIM = 256
_WORD = re.compile(r"\w+")
_STEM = 5  # letters: gemeente, gemeenten and gemeentelijk share one feature
_GRAM = 4


class Hashing:
    """Signed feature hashing of the beginnings of words and of their runs of four letters.

    Source: Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", ICML 2009.
    """

    name = "hashing@1"
    dim = DIM

    def embed_passages(self, texts: Sequence[str], /) -> Vectors:
        """Return one unit vector per text, shape (n, 256)."""
        vectors = np.zeros((len(texts), DIM), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            self._fill(vector, text)
        return vectors

    def embed_query(self, text: str, /) -> Vectors:
        """Return a unit vector, shape (256,)."""
        vector: Vectors = self.embed_passages([text])[0]
        return vector

    def _fill(self, vector: Vectors, text: str) -> None:
        for feature, weight in _features(text):
            # crc32 and not hash(): the same in every process, whatever PYTHONHASHSEED.
            code = crc32(feature.encode("utf-8", "replace"))
            vector[code % DIM] += weight if code & 0x8000_0000 else -weight
        norm = np.linalg.norm(vector)
        if norm == 0:  # no words, or words that cancel out
            vector[0] = norm = np.float32(1)
        vector /= norm


def build(model: str = "hashing", threads: int | None = None) -> Hashing:
    """Return the embedder; there is one, and it uses one thread whatever is asked."""
    return Hashing()


def _features(text: str) -> Iterator[tuple[str, float]]:
    """Yield what a text is made of, with how much it counts."""
    for word in _WORD.findall(text.lower()):
        yield f"^{word[:_STEM]}", 1.0
        marked = f"^{word}$"
        for i in range(len(marked) - _GRAM + 1):
            yield marked[i : i + _GRAM], 0.3
