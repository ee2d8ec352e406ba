"""How near the titles of matters are to each other, by rare words they share and by meaning. Pure arithmetic.

Only pairs that share a word, a part of one, or a subject of the thesaurus are looked at: 20,000 matters are 200 million
pairs, of which some 0.2 % do.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from search.registers.matters import HEAD, Matter, Title

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

FEWEST = 2_000  # in a small collection a word counts as rare as in one of so many matters
BLOCK = 64  # matters with one word, up to which each pair of them is looked at
NEIGHBOURS = 16  # where there are more: those nearest in meaning to each
LARGEST = 1_500  # and above which the word tells no subject: 20,000 matters of twenty years have none so large
CHUNK = 2_000  # matters whose neighbours are looked for at a time
SLOTS = 32  # words of a title that count
TOLD = 0.7  # what a word of a title shares with one that stands in the text of another
NO_SLOT = -1  # of a word in the text: it is shared, but no part of the title
# Nearness of two titles: that part of the words of the title that shares most, of the one that shares least, and the
# cosine. By logistic regression over the 660 pairs of the sample papers that share a word: 4.2, 5.9 and 4.4.
LARGER, SMALLER, COSINE = 0.4, 0.55, 0.4
ENOUGH = 0.5
UNKNOWN = 0.35  # cosine of two matters one of which has no vector
LEAST_EVIDENCE = 0.15  # weight of the words shared, below which it is chance
LEAST_SHARE = 0.1  # part of the words of the title that shares fewer
LEAST = 0.3  # nearness of pairs that are returned


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of matters by their index, first < second, in that order, and what they share."""

    first: Ints
    second: Ints
    evidence: Floats  # the weight of the words that they share
    larger: Floats  # that as a part of all words of the title that shares most of its words
    smaller: Floats  # and of the other
    nearness: Floats


class _Entry(NamedTuple):
    matter: int
    slot: int
    strength: float


def pairs(matters: Sequence[Matter]) -> Pairs:
    """Return the pairs whose titles are near, each once."""
    titles = [matter.about for matter in matters]
    known: Counter[str] = Counter(key for title in titles for key in _keys(title))
    size = max(len(matters), FEWEST)
    weights = np.zeros((len(matters), SLOTS), np.float32)
    for at, title in enumerate(titles):
        for slot, word in enumerate(title.words[:SLOTS]):
            weights[at, slot] = word.rarity * math.log(size / known[word.stem]) / math.log(size)
    vectors = _vectors(matters)
    # On a busy machine the threads of a product wait for each other: 5 to 14 s of processor for 20,000 matters, not 1.
    with threadpool_limits(limits=1, user_api="blas"):
        return _measured(_shared(titles, vectors), weights, matters, vectors)


def _keys(title: Title) -> set[str]:
    return {key for word in title.words for key in (word.stem, *word.parts)}


def _vectors(matters: Sequence[Matter]) -> Floats:
    dim = next((len(matter.vector) for matter in matters if matter.vector is not None), 1)
    none = np.zeros(dim, np.float32)
    return np.array([none if m.vector is None else m.vector for m in matters], np.float32).reshape(-1, dim)


def _shared(titles: Sequence[Title], vectors: Floats) -> tuple[Ints, Floats]:
    """Return (matter, other, slot) as one number, and how much of that word of the matter the other shares."""
    words: dict[str, list[_Entry]] = {}
    concepts: dict[str, list[_Entry]] = {}
    for at, title in enumerate(titles):
        for slot, word in enumerate(title.words[:SLOTS]):
            words.setdefault(word.stem, []).append(_Entry(at, slot, 1.0))
            for part, strength in word.parts.items():
                words.setdefault(part, []).append(_Entry(at, slot, strength))
            for concept, strength in word.concepts.items():
                concepts.setdefault(concept, []).append(_Entry(at, slot, strength))
        for word in title.told:
            words.setdefault(word.stem, []).append(_Entry(at, NO_SLOT, TOLD))
            for concept, strength in word.concepts.items():
                concepts.setdefault(concept, []).append(_Entry(at, NO_SLOT, strength * TOLD))
    codes, strengths = _reduced(np.maximum, *_rows(words, vectors))
    told, added = _reduced(np.add, *_rows(concepts, vectors))
    both = np.concatenate([codes, told]), np.concatenate([strengths, np.minimum(added, np.float32(HEAD))])
    return _reduced(np.maximum, *both)


def _rows(entries: dict[str, list[_Entry]], vectors: Floats) -> tuple[Ints, Floats]:
    codes: list[Ints] = [np.zeros(0, np.int64)]
    strengths: list[Floats] = [np.zeros(0, np.float32)]
    size = len(vectors)
    for some in entries.values():
        best: dict[int, float] = {}
        for entry in some:
            best[entry.matter] = max(entry.strength, best.get(entry.matter, 0.0))
        if not 2 <= len(best) <= LARGEST:
            continue
        others = np.fromiter(best, np.int64, len(best))
        shares = np.fromiter(best.values(), np.float32, len(best))
        place = {matter: at for at, matter in enumerate(best)}
        of_titles = [entry for entry in some if entry.slot != NO_SLOT]
        mine = np.array([(e.matter, e.slot, place[e.matter]) for e in of_titles], np.int64).reshape(-1, 3)
        strength = np.array([e.strength for e in of_titles], np.float32)
        near = _neighbours(vectors[others]) if len(best) > BLOCK else np.ones((len(best), len(best)), bool)
        np.fill_diagonal(near, False)
        of, other = np.nonzero(near[mine[:, 2]])
        codes.append((mine[of, 0] * size + others[other]) * SLOTS + mine[of, 1])
        strengths.append(np.minimum(strength[of], shares[other]))
    return np.concatenate(codes), np.concatenate(strengths)


def _neighbours(vectors: Floats) -> NDArray[np.bool_]:
    """Return which are neighbours; a block of several thousand costs a byte for each of its pairs."""
    count = len(vectors)
    near = np.zeros((count, count), bool)
    for start in range(0, count, CHUNK):
        cosines = vectors[start : start + CHUNK] @ vectors.T
        cosines[np.arange(len(cosines)), np.arange(start, start + len(cosines))] = -2.0
        nearest = np.argpartition(-cosines, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
        near[np.arange(start, start + len(cosines))[:, None], nearest] = True
    return near | near.T


def _reduced(how: np.ufunc, codes: Ints, values: Floats) -> tuple[Ints, Floats]:
    if not len(codes):
        return codes, values
    order = np.argsort(codes, kind="stable")
    codes, values = codes[order], values[order]
    starts = np.flatnonzero(np.concatenate([[True], codes[1:] != codes[:-1]]))
    return codes[starts], how.reduceat(values, starts)


def _measured(shared: tuple[Ints, Floats], weights: Floats, matters: Sequence[Matter], vectors: Floats) -> Pairs:
    codes, strengths = shared
    size = len(matters)
    weighed = strengths * weights[codes // SLOTS // size, codes % SLOTS]
    of, other = np.divmod(codes // SLOTS, size)
    pair, at = np.unique(np.minimum(of, other) * size + np.maximum(of, other), return_inverse=True)
    first, second = np.divmod(pair, size)
    forth = np.bincount(at, np.where(of < other, weighed, 0.0), len(pair)).astype(np.float32)
    back = np.bincount(at, np.where(of < other, 0.0, weighed), len(pair)).astype(np.float32)
    totals = np.maximum(weights.sum(axis=1), np.float32(1e-6))
    shares = np.stack([forth / totals[first], back / totals[second]])
    least = np.maximum(np.minimum(forth, back), TOLD * np.maximum(forth, back))
    enough = (least >= LEAST_EVIDENCE) & (shares.min(axis=0) >= LEAST_SHARE)
    first, second, least, shares = first[enough], second[enough], least[enough], shares[:, enough]
    larger, smaller = shares.max(axis=0), shares.min(axis=0)
    near = LARGER * larger * np.minimum(least / ENOUGH, 1.0) + SMALLER * smaller
    near += COSINE * _cosines(vectors, first, second)
    kept = near >= LEAST
    return Pairs(
        first[kept], second[kept], least[kept], larger[kept], smaller[kept], np.clip(near[kept], 0.0, 1.0)
    )  # fmt: skip


def _cosines(vectors: Floats, first: Ints, second: Ints) -> Floats:
    found = np.empty(len(first), np.float32)
    is_known = np.einsum("ij,ij->i", vectors, vectors) > 0
    for start in range(0, len(first), 20 * CHUNK):
        some = slice(start, start + 20 * CHUNK)
        found[some] = np.einsum("ij,ij->i", vectors[first[some]], vectors[second[some]])
    found[~(is_known[first] & is_known[second])] = UNKNOWN
    return found
