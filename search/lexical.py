"""Question -> passages and documents by words: BM25 over Dutch stems in FTS5. Knows nothing of meaning."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from search.language.thesaurus import Expansion, expand
from search.permissions import allowed
from search.types import Query, Reader, Term

K1 = 1.2  # fixed inside FTS5's bm25(), as is b = 0.75; a word's weight stays below idf * (K1 + 1)
MOST_WORDS = 64


@dataclass(frozen=True, slots=True)
class Level:
    """What is matched: passages, or documents as a whole."""

    table: str
    vocabulary: str
    count: str  # the table that says how many there are
    documents: str  # joins the documents, as d
    weights: str  # of the columns


PASSAGES = Level(
    "words",
    "vocabulary",
    "passages",
    "CROSS JOIN passages p ON p.id = w.rowid CROSS JOIN documents d ON d.id = p.document_id",
    "1.5, 1.0",  # a word in the context line or heading against one in the text
)
DOCUMENTS = Level(
    "document_words", "document_vocabulary", "documents", "CROSS JOIN documents d ON d.id = w.rowid", "1.0"
)


def match(
    db: Database, level: Level, words: Sequence[str], k: int, reader: Reader, query: Query | None = None
) -> dict[int, float]:
    """Return the best `k` passages or documents with any of `words`, or of other words for the same: {id: score}.

    Only what `reader` may read. Scores are in [0, 1): the share of the highest BM25 score that could be reached for
    these words. A word that occurs nowhere counts in full among what could be reached, so that a question in another
    language, whose words cannot help, scores low everywhere and not high on the one word that happens to occur.
    """
    words = tuple(dict.fromkeys(words))[:MOST_WORDS]
    if not words:
        return {}
    worth = rarity(db, words, level)
    whole = sum(worth.values())
    scores = _scores(db, level, " OR ".join(f'"{word}"' for word in words), whole, k, reader, query)
    for expansion in expand(words):
        share = sum(worth[stem] for stem in expansion.covered if stem in worth) / whole
        for i, score in _best_other(db, level, expansion, k, reader, query).items():
            found = scores.get(i, 0.0)
            scores[i] = found + share * score * (1 - found)
    return dict(sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))[:k])


def terms(db: Database, words: Sequence[str]) -> tuple[Term, ...]:
    """Return what a text may say for these words: each of them, and the other words for the same."""
    words = tuple(dict.fromkeys(words))[:MOST_WORDS]
    others = [(stems, weight) for expansion in expand(words) for stems, weight in expansion.others]
    worth = rarity(db, sorted({*words, *(stem for stems, _ in others for stem in stems)}))
    said = [((word,), 1.0) for word in words] + others
    return tuple(Term(stems, weight * sum(worth[stem] for stem in stems) / len(stems)) for stems, weight in said)


def rarity(db: Database, words: Sequence[str], level: Level = PASSAGES) -> dict[str, float]:
    """Return the inverse document frequency of each word, as FTS5's bm25() counts it; > 0."""
    total = db.execute(f"SELECT count(*) FROM {level.count}").fetchone()[0]
    rows = db.execute(
        f"SELECT term, doc FROM {level.vocabulary} WHERE term IN (SELECT value FROM json_each(?))",
        [json.dumps(list(words))],
    )
    found = dict(rows.fetchall())
    return {
        word: max(1e-6, math.log((total - found.get(word, 0) + 0.5) / (found.get(word, 0) + 0.5))) for word in words
    }


def _best_other(
    db: Database, level: Level, expansion: Expansion, k: int, reader: Reader, query: Query | None
) -> dict[int, float]:
    """Return for each passage or document how well the best of the other words for a concept matches, in [0, 1)."""
    best: dict[int, float] = {}
    worth = rarity(db, sorted({stem for stems, _ in expansion.others for stem in stems}), level)
    for stems, weight in expansion.others:
        whole = sum(worth[stem] for stem in stems)
        together = " AND ".join(f'"{stem}"' for stem in stems)
        for i, score in _scores(db, level, together, whole, k, reader, query).items():
            best[i] = max(best.get(i, 0.0), weight * score)
    return best


def _scores(
    db: Database, level: Level, expression: str, whole: float, k: int, reader: Reader, query: Query | None
) -> dict[int, float]:
    condition, parameters = allowed(reader, query)
    rows = db.execute(
        f"SELECT w.rowid, -bm25({level.table}, {level.weights}) AS score FROM {level.table} w {level.documents}"
        f" WHERE {level.table} MATCH ? AND {condition} ORDER BY score DESC, w.rowid LIMIT ?",
        [expression, *parameters, k],
    )
    return {i: score / ((K1 + 1) * whole) for i, score in rows}
