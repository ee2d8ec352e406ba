"""Question -> passages and documents by words: BM25 over Dutch stems and parts of compounds. Knows nothing of meaning.

Source: BM25F, Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted Fields", 2004.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from search import postings
from search.answer import Query, Term
from search.language.compounds import parts
from search.language.thesaurus import Expansion
from search.occurrences import DOCUMENTS as DOCUMENTS
from search.occurrences import PASSAGES as PASSAGES
from search.occurrences import Floats, Level, Places, Units, Weights
from search.permissions import readable
from search.types import PassageId, Reader

K1 = 1.2  # how soon more of the same word adds no more
B = 0.75  # how much a long text must say a word more often
# nDCG@10 on subject -> answer, term -> documents, title -> section (2026-11-23): without compounds 0.617 0.340 0.769;
# parts in the index 0.622 0.371 0.778; and of the question, at 0.3 0.647 0.430 0.801, at 0.8 0.658 0.435 0.810.
WEIGHTS = Weights(heading=1.5, part=0.5)
PARTS = 0.8  # what the parts of a compound in the question count for, all of them together, against the compound
MOST_WORDS = 64


def match(
    db: Database,
    level: Level,
    words: Sequence[str],
    k: int,
    reader: Reader,
    query: Query | None = None,
    others: Sequence[Expansion] = (),
) -> dict[int, float]:
    """Return the best `k` passages or documents with any of `words`, their parts, or `others` for the same.

    Only what `reader` may read, and how rare a word is was counted in that alone. Scores are in [0, 1): the share of
    the highest BM25 score that could be reached for these words. A word that occurs nowhere counts in full among what
    could be reached, so that a question in another language, whose words cannot help, scores low everywhere and not
    high on the one word that happens to occur. A code that occurs nowhere ("MV 17042") does not: it asks for nothing
    that is here (+0.011 nDCG@10 on subject -> answer, where a third of the questions has one).

    Returns:
        {id: score}, best first, equal scores by id.
    """
    words = tuple(dict.fromkeys(words))[:MOST_WORDS]
    if not words:
        return {}
    units = postings.units(db, level)
    sought = {*words, *_inside(words), *(stem for each in others for stems, _ in each.others for stem in stems)}
    may_read = _may_read(db, units, reader)
    scoring = _Scoring(units, postings.places(db, level, sorted(sought), WEIGHTS), may_read)
    words = [word for word in words if scoring.stands(word) or not _is_code(word)]
    if not words:
        return {}
    scores = scoring.of_words(words)
    whole = sum(scoring.rarity(word) for word in words)
    for expansion in others:
        share = sum(scoring.rarity(stem) for stem in expansion.covered if stem in words) / whole
        scores += share * scoring.best_other(expansion) * (1 - scores)
    return _best(units.ids, scores * (may_read if query is None else _may_read(db, units, reader, query)), k)


def terms(db: Database, words: Sequence[str], reader: Reader, others: Sequence[Expansion] = ()) -> tuple[Term, ...]:
    """Return what a text may say for these words: each of them, its parts, and `others` for the same."""
    words = tuple(dict.fromkeys(words))[:MOST_WORDS]
    said: list[tuple[tuple[str, ...], float]] = [((word,), 1.0) for word in words]
    said += [((part,), PARTS) for part in _inside(words) if part not in words]
    said += [(stems, weight) for expansion in others for stems, weight in expansion.others]
    worth = rarity(db, sorted({stem for stems, _ in said for stem in stems}), reader)
    return tuple(Term(stems, weight * sum(worth[stem] for stem in stems) / len(stems)) for stems, weight in said)


def rarity(db: Database, words: Sequence[str], reader: Reader, level: Level = PASSAGES) -> dict[str, float]:
    """Return the inverse document frequency of each word in what `reader` may read, without one in everything; > 0."""
    units = postings.units(db, level)
    may_read = _may_read(db, units, reader)
    scoring = _Scoring(units, postings.places(db, level, list(words), WEIGHTS), may_read)
    return {word: scoring.rarity(word) for word in words}


def standing(db: Database, stems: Sequence[str], reader: Reader) -> set[str]:
    """Return which of these words stand in what `reader` may read."""
    units = postings.units(db, PASSAGES)
    may_read = readable(db, units.documents, reader)
    found = postings.places(db, PASSAGES, list(stems), WEIGHTS)
    return {stem for stem in stems if stem in found and may_read[found[stem].rows].any()}


def having(db: Database, stems: Collection[str], among: Sequence[PassageId]) -> dict[str, set[PassageId]]:
    """Return for each stem which of the passages `among` have it, as a word or within one."""
    ids = postings.units(db, PASSAGES).ids
    wanted = np.array(sorted(among), np.int64)
    rows = np.searchsorted(ids, wanted)
    is_known = rows < len(ids)
    is_known[is_known] = ids[rows[is_known]] == wanted[is_known]
    rows, wanted = rows[is_known], wanted[is_known]
    places = postings.places(db, PASSAGES, sorted(stems), WEIGHTS)
    return {stem: set(wanted[_are_in(places[stem].rows, rows)].tolist()) if stem in places else set() for stem in stems}


class _Scoring:
    """BM25 over the units of one level, by what one reader may read of them."""

    def __init__(self, units: Units, places: Mapping[str, Places], readable: Floats) -> None:
        self._places = places
        self._readable = readable
        self._total = float(readable.sum())
        average = float(units.lengths @ readable) / max(1.0, self._total)
        self._norms = np.float32(K1) * (1 - B + B * units.lengths / np.float32(max(1.0, average)))
        self._rarity: dict[str, float] = {}

    def rarity(self, stem: str) -> float:
        """Return the inverse document frequency; > 0."""
        if stem not in self._rarity:
            found = self._places.get(stem)
            count = float(self._readable[found.rows].sum()) if found else 0.0
            self._rarity[stem] = math.log(1 + (self._total - count + 0.5) / (count + 0.5))
        return self._rarity[stem]

    def stands(self, stem: str) -> bool:
        """Whether the word, or a part of it, is in what the reader may read."""
        return any(
            word in self._places and self._readable[self._places[word].rows].any() for word in (stem, *parts(stem))
        )

    def of_words(self, words: Sequence[str]) -> Floats:
        """Return for each unit the share that it reaches of the best score for these words, in [0, 1)."""
        scores = self._nothing()
        for word in words:
            inner = [part for part in parts(word) if part not in words]
            if inner:
                scores += self.rarity(word) * np.maximum(self._of(word), PARTS * self._mean(inner))
            elif found := self._places.get(word):
                scores[found.rows] += self.rarity(word) * self._saturated(found)
        return scores / np.float32(sum(self.rarity(word) for word in words))

    def best_other(self, expansion: Expansion) -> Floats:
        """Return for each unit how well the best of the other words for a concept matches, in [0, 1)."""
        best = self._nothing()
        for stems, weight in expansion.others:
            if not all(stem in self._places for stem in stems):
                continue
            if len(stems) == 1:
                found = self._places[stems[0]]
                best[found.rows] = np.maximum(best[found.rows], weight * self._saturated(found))
            else:
                together = np.minimum.reduce([self._of(stem) for stem in stems]) > 0
                np.maximum(best, weight * self._mean(stems) * together, out=best)
        return best

    def _mean(self, stems: Sequence[str]) -> Floats:
        """Return the mean over these stems, each by its rarity."""
        scores = self._nothing()
        for stem in stems:
            if found := self._places.get(stem):
                scores[found.rows] += self.rarity(stem) * self._saturated(found)
        return scores / np.float32(sum(self.rarity(stem) for stem in stems))

    def _of(self, stem: str) -> Floats:
        scores = self._nothing()
        if found := self._places.get(stem):
            scores[found.rows] = self._saturated(found)
        return scores

    def _saturated(self, found: Places) -> Floats:
        return (found.counts / (found.counts + self._norms[found.rows])).astype(np.float32, copy=False)

    def _nothing(self) -> Floats:
        return np.zeros(len(self._readable), np.float32)


def _are_in(rows: NDArray[np.int32], some: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which of `some` are among `rows`, which are ascending and many more."""
    places = np.searchsorted(rows, some)
    found: NDArray[np.bool_] = rows[np.minimum(places, len(rows) - 1)] == some
    return found


def _is_code(word: str) -> bool:
    return len(word) <= 2 or any(map(str.isdigit, word))


def _inside(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(part for word in words for part in parts(word)))


def _may_read(db: Database, units: Units, reader: Reader, query: Query | None = None) -> Floats:
    """Return 1 for each unit that `reader` may read and that passes the filters, else 0."""
    return readable(db, units.documents, reader, query).astype(np.float32)


def _best(ids: np.ndarray, scores: Floats, k: int) -> dict[int, float]:
    found = np.flatnonzero(scores)
    if len(found) > k:
        least = np.partition(scores[found], len(found) - k)[len(found) - k]
        found = found[scores[found] >= least]
    order = np.lexsort((ids[found], -scores[found]))[:k]
    return {int(ids[i]): float(scores[i]) for i in found[order]}
