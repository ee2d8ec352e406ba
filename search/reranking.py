"""How the best documents of a ranking change places when a reranker has read their passages. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from search.types import Hit, PassageId, Reranker

if TYPE_CHECKING:
    from search.engine import Ranked

DOCUMENTS = 20  # that are read; a model with 6 layers reads some 30 passages a second on one core
PASSAGES = 2  # of each of them
WEIGHT = 0.5
"""Of the reading against the evidence. Not measured: no cross-encoder for Dutch can be had from a package registry."""


def to_read(ranked: Sequence["Ranked"]) -> list[PassageId]:
    """Return the passages that a reranker reads, best document first."""
    return [hit.passage_id for found in ranked[:DOCUMENTS] for hit in found.hits[:PASSAGES]]


def rerank(
    ranked: Sequence["Ranked"], texts: Mapping[PassageId, str], question: str, reranker: Reranker
) -> list["Ranked"]:
    """Return the ranking with its first documents, and their first passages, in the order that the reading makes.

    Those that were not read keep their place behind those that were. Evidence is left as it is: whether an answer is
    good enough to show does not depend on which reranker a site has.

    Args:
        ranked: Best first.
        texts: The text of each passage of `to_read(ranked)`; one that is missing counts as unread, with 0.
        question: What is asked.
        reranker: Asked once, for all passages.
    """
    values = reranker.score(question, list(texts.values())) if texts else ()
    read = {i: min(1.0, max(0.0, float(value))) for i, value in zip(texts, values, strict=True)}
    first, rest = list(ranked[:DOCUMENTS]), list(ranked[DOCUMENTS:])
    hits = [_hits(found.hits, read) for found in first]
    best = [max((read.get(hit.passage_id, 0.0) for hit in found.hits[:PASSAGES]), default=0.0) for found in first]
    scores = _mixed([found.score for found in first], best, rest[0].score if rest else 0.0)
    changed = [replace(f, score=score, hits=h) for f, score, h in zip(first, scores, hits, strict=True)]
    return sorted([*changed, *rest], key=lambda found: (-found.score, found.document.id))


def _hits(hits: Sequence[Hit], read: Mapping[PassageId, float]) -> tuple[Hit, ...]:
    first, rest = hits[:PASSAGES], hits[PASSAGES:]
    readings = [read.get(hit.passage_id, 0.0) for hit in first]
    scores = _mixed([hit.score for hit in first], readings, rest[0].score if rest else 0.0)
    changed = [Hit(hit.passage_id, score) for hit, score in zip(first, scores, strict=True)]
    return tuple(sorted([*changed, *rest], key=lambda hit: (-hit.score, hit.passage_id)))


def _mixed(scores: Sequence[float], readings: Sequence[float], below: float) -> list[float]:
    """Mix scores, best first, with readings in [0, 1] laid over the same range, so that none falls below `below`."""
    top = max(scores, default=below)
    return [
        (1 - WEIGHT) * score + WEIGHT * (below + (top - below) * reading)
        for score, reading in zip(scores, readings, strict=True)
    ]
