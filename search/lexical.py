"""Question -> passages by words: BM25 over Dutch stems in FTS5. Knows nothing of meaning."""

import json
import math
from collections.abc import Sequence

from sqlite_utils import Database

from search.language.thesaurus import Expansion, expand
from search.permissions import allowed
from search.types import Hit, PassageId, Query, Reader, Term

K1 = 1.2  # fixed inside FTS5's bm25(), as is b = 0.75; a word's weight stays below idf * (K1 + 1)
HEADING_WEIGHT = 1.5  # a word in the item title or heading against one in the text
MOST_WORDS = 64


def match(db: Database, words: Sequence[str], k: int, reader: Reader, query: Query | None = None) -> list[Hit]:
    """Return the passages with any of `words`, or of other words for the same, that `reader` may read, best first.

    Scores are in [0, 1): the share of the highest BM25 score that a passage could reach for these words. A word
    that occurs nowhere counts in full among what could be reached, so that a question in another language, whose
    words cannot help, scores low everywhere and not high on the one word that happens to occur. Ties by id.
    """
    words = tuple(dict.fromkeys(words))[:MOST_WORDS]
    if not words:
        return []
    worth = rarity(db, words)
    whole = sum(worth.values())
    scores = _scores(db, " OR ".join(f'"{word}"' for word in words), whole, k, reader, query)
    for expansion in expand(words):
        share = sum(worth[stem] for stem in expansion.covered if stem in worth) / whole
        for passage, score in _best_other(db, expansion, k, reader, query).items():
            found = scores.get(passage, 0.0)
            scores[passage] = found + share * score * (1 - found)
    hits = [Hit(i, score) for i, score in scores.items()]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:k]


def terms(db: Database, words: Sequence[str]) -> tuple[Term, ...]:
    """Return what a text may say for these words: each of them, and the other words for the same."""
    words = tuple(dict.fromkeys(words))[:MOST_WORDS]
    others = [(stems, weight) for expansion in expand(words) for stems, weight in expansion.others]
    worth = rarity(db, sorted({*words, *(stem for stems, _ in others for stem in stems)}))
    said = [((word,), 1.0) for word in words] + others
    return tuple(Term(stems, weight * sum(worth[stem] for stem in stems) / len(stems)) for stems, weight in said)


def _best_other(
    db: Database, expansion: Expansion, k: int, reader: Reader, query: Query | None
) -> dict[PassageId, float]:
    """Return for each passage how well the best of the other words for a concept matches, in [0, 1)."""
    best: dict[PassageId, float] = {}
    present = rarity(db, sorted({stem for stems, _ in expansion.others for stem in stems}))
    for stems, weight in expansion.others:
        whole = sum(present[stem] for stem in stems)
        together = " AND ".join(f'"{stem}"' for stem in stems)
        for passage, score in _scores(db, together, whole, k, reader, query).items():
            best[passage] = max(best.get(passage, 0.0), weight * score)
    return best


def _scores(
    db: Database, expression: str, whole: float, k: int, reader: Reader, query: Query | None
) -> dict[PassageId, float]:
    condition, parameters = allowed(reader, query)
    rows = db.execute(
        f"SELECT w.rowid, -bm25(words, {HEADING_WEIGHT}, 1.0) AS score FROM words w"
        " CROSS JOIN passages p ON p.id = w.rowid CROSS JOIN documents d ON d.id = p.document_id"
        f" WHERE words MATCH ? AND {condition} ORDER BY score DESC, w.rowid LIMIT ?",
        [expression, *parameters, k],
    )
    return {i: score / ((K1 + 1) * whole) for i, score in rows}


def rarity(db: Database, words: Sequence[str]) -> dict[str, float]:
    """Return the inverse document frequency of each word, as FTS5's bm25() counts it; > 0."""
    total = db.execute("SELECT count(*) FROM passages").fetchone()[0]
    rows = db.execute(
        "SELECT term, doc FROM vocabulary WHERE term IN (SELECT value FROM json_each(?))", [json.dumps(list(words))]
    )
    found = dict(rows.fetchall())
    return {
        word: max(1e-6, math.log((total - found.get(word, 0) + 0.5) / (found.get(word, 0) + 0.5))) for word in words
    }
