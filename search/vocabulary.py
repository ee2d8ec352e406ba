"""The words that stand in a knowledge base, each with a vector: which of them are near in meaning to a word.

A vector depends on the word and the model alone, never on where the word stands, so it tells nothing of a document.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

import numpy as np
from sqlite_utils import Database
from wordfreq import top_n_list

from search import vectors
from search.language.compounds import written
from search.types import Embedder, VectorIndex, Vectors

T = TypeVar("T")
ENGINE = "faiss_flat"
QUESTIONS_KEPT = 256
SHORTEST = 4  # letters: shorter ones are abbreviations, and mean what they stand for
BATCH = 5_000
USUAL = slice(1_000, 5_000, 20)  # of all Dutch words by frequency: 200 that tell how near any two words are
KEPT = 2_000  # words whose near ones are kept at hand: people ask the same
FIRST = 64  # looked at first; more where all of them are near
NEAREST = 0.4
"""How near a word must be, from 0 (as any two words) to 1 (the same).

nDCG@10 by words alone and with meaning, French title -> section, term -> documents, govbench, at a cosine of:
0.45 0.538 0.731, 0.528 0.539, 0.855 0.860; 0.5 0.494 0.727, 0.524 0.532, 0.855 0.857; none 0.214 0.674, 0.491 0.526,
0.852 0.862.
"""


def bring_up_to_date(db: Database, embedder: Embedder) -> None:
    """Give each word that stands in the knowledge base its vector, and forget the words that are gone."""
    has = {stem for (stem,) in db.execute("SELECT stem FROM word_vectors")}
    stands = _standing(db)
    with db.atomic():
        db.conn.executemany("DELETE FROM word_vectors WHERE stem = ?", [(stem,) for stem in sorted(has - stands)])
    new = sorted(stands - has)
    for first in range(0, len(new), BATCH):
        stems = new[first : first + BATCH]
        made = embedder.embed_passages([written(stem) for stem in stems]).astype("<f2")
        rows = [(stem, vector.tobytes()) for stem, vector in zip(stems, made, strict=True)]
        with db.atomic():
            db.conn.executemany("INSERT INTO word_vectors (stem, vector) VALUES (?, ?)", rows)


def is_empty(db: Database) -> bool:
    """Whether no word has its vector yet: an older version of this program made the knowledge base."""
    return db.execute("SELECT 1 FROM word_vectors LIMIT 1").fetchone() is None


def forget(db: Database) -> None:
    """Forget all vectors of words: another model makes others."""
    db.execute("DELETE FROM word_vectors")


@dataclass(frozen=True, slots=True)
class Near:
    """A word of the knowledge base, by its stem, and how near it is: from NEAREST to 1."""

    stem: str
    nearness: float


class Vocabulary:
    """The words of a knowledge base in memory: 1 kB each, 50 MB for the 50,000 of some 40,000 passages."""

    def __init__(self, stems: list[str], index: VectorIndex, embedder: Embedder) -> None:
        self._embedder = embedder
        self._stems = stems
        self._index = index
        self._kept: dict[str, tuple[Near, ...]] = {}
        self._last: dict[Hashable, object] = {}

    @cached_property
    def _usual(self) -> Vectors:
        """The mean vector of words of Dutch, whatever stands here: what may not be read changes no nearness."""
        mean: Vectors = self._embedder.embed_passages(top_n_list("nl", USUAL.stop)[USUAL]).mean(axis=0)
        return mean

    def near(self, words: Iterable[str]) -> dict[str, tuple[Near, ...]]:
        """Return for each word as it is written those near in meaning, nearest first, of equally near ones by name."""
        words = tuple(words)
        new = [word for word in words if word not in self._kept] if self._stems else []
        if len(self._kept) + len(new) > KEPT:
            self._kept = {word: near for word, near in self._kept.items() if word in words}
        for word, vector in zip(new, self._embedder.embed_passages(new) if new else (), strict=True):
            self._kept[word] = self._nearest(vector)
        return {word: self._kept.get(word, ()) for word in words}

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for a key while these words stood here: one search asks for the same several times."""
        kept = self._last  # other threads may begin a new one meanwhile
        if key in kept:
            return cast(T, kept[key])
        made = make()
        if len(kept) >= QUESTIONS_KEPT:
            self._last = kept = {}
        kept[key] = made
        return made

    def _nearest(self, vector: Vectors) -> tuple[Near, ...]:
        usual = float(self._usual @ vector)
        least = usual + NEAREST * (1 - usual)
        count = FIRST
        while True:
            hits = self._index.search(vector, count, None)
            if count >= len(self._stems) or hits[-1].score < least:
                break
            count *= 4
        near = (Near(self._stems[hit.passage_id], (hit.score - usual) / (1 - usual)) for hit in hits)
        enough = [one for one in near if one.nearness >= NEAREST]
        return tuple(sorted(enough, key=lambda one: (-one.nearness, one.stem)))


def load(db: Database, embedder: Embedder) -> Vocabulary:
    """Return the vocabulary as it is stored; `embedder` made its vectors. A vector that is damaged is left out."""
    index = vectors.build(ENGINE, embedder.dim)
    stems: list[str] = []
    found = db.execute(
        "SELECT stem, vector FROM word_vectors WHERE length(vector) = ? ORDER BY stem", [2 * embedder.dim]
    )
    while rows := found.fetchmany(BATCH):
        some = np.frombuffer(b"".join(vector for _, vector in rows), "<f2").astype(np.float32)
        index.add(np.arange(len(stems), len(stems) + len(rows)), some.reshape(-1, embedder.dim))
        stems += [stem for stem, _ in rows]
    return Vocabulary(stems, index, embedder)


def missing(db: Database, dim: int) -> int:
    """Return how many words that stand in the knowledge base have no vector of length `dim`."""
    whole = {stem for (stem,) in db.execute("SELECT stem FROM word_vectors WHERE length(vector) = ?", [2 * dim])}
    return len(_standing(db) - whole)


def _standing(db: Database) -> set[str]:
    return {stem for (stem,) in db.execute("SELECT term FROM vocabulary") if len(stem) >= SHORTEST and stem.isalpha()}
