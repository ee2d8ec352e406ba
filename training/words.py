"""How well words alone match the passages of a batch, so that the model learns what they cannot see."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from search.language.dutch import analyse
from search.types import Vectors

_K1, _B = 1.2, 0.75


class Words:
    """BM25 as the program uses it: the share of the best possible score."""

    def __init__(self, documents: Iterable[str]) -> None:
        """Count in how many of the documents each stem occurs."""
        self._found: Counter[str] = Counter()
        self._total = 0
        for document in documents:
            self._found.update(set(analyse(document)))
            self._total += 1

    def shares(self, queries: Sequence[str], passages: Sequence[str]) -> Vectors:
        """Return the score of each passage for each question, in [0, 1), shape (len(queries), len(passages))."""
        counts = [Counter(analyse(passage)) for passage in passages]
        lengths = [sum(count.values()) for count in counts]
        mean = max(1.0, sum(lengths) / len(lengths))
        slack = [_K1 * (1 - _B + _B * length / mean) for length in lengths]
        scores = np.zeros((len(queries), len(passages)), dtype=np.float32)
        for i, query in enumerate(queries):
            worth = {stem: self._rarity(stem) for stem in set(analyse(query))}
            whole = sum(worth.values()) or 1.0
            for j, count in enumerate(counts):
                score = sum(worth[stem] * count[stem] / (count[stem] + slack[j]) for stem in worth if stem in count)
                scores[i, j] = score / whole
        return scores

    def _rarity(self, stem: str) -> float:
        found = self._found[stem]
        return max(1e-6, math.log((self._total - found + 0.5) / (found + 0.5)))
