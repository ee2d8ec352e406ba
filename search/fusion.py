"""Two lists of evidence -> one ranking. Pure; knows neither where the evidence came from nor what it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from search.types import DocumentId, Hit, PassageId

DENSE_WEIGHT = 0.4
"""Of the cosine, against the words. nDCG@10: subject -> answer, title -> section, French title -> section, six sets:
0.3 0.695 0.808 0.701 0.764; 0.35 0.697 0.809 0.718 0.768; 0.4 0.692 0.807 0.716 0.768; 0.45 0.688 0.808 0.724 0.770;
0.5 0.687 0.803 0.721 0.767."""
WHOLE = 0.6  # share of the evidence for a document as a whole: +0.03 on five of six sets against 0, nDCG@10


def combine(
    cosines: Mapping[PassageId, float], lexical: Mapping[PassageId, float], weight: float = DENSE_WEIGHT
) -> list[Hit]:
    """Merge evidence by meaning and by words into one score per passage.

    Both are absolute (a cosine; the share of the best possible BM25 score), so the sum is too: it says how good
    a passage is and not only that it is the best of a bad lot, and where words cannot help (a question in another
    language) they add next to nothing to any passage.

    Source: convex combination, Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", 2023.

    Args:
        cosines: In [-1, 1]; a passage that is missing counts as 0.
        lexical: In [0, 1]; a passage that is missing counts as 0.
        weight: Of the cosine, in [0, 1].

    Returns:
        Every passage of either, best first, equal scores by id.
    """
    hits = [
        Hit(i, weight * max(0.0, cosines.get(i, 0.0)) + (1 - weight) * lexical.get(i, 0.0))
        for i in cosines.keys() | lexical.keys()
    ]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))


@dataclass(frozen=True, slots=True)
class Group:
    """A document in a ranking. `evidence` is that of its passages alone, `score` also that of the whole document."""

    document: DocumentId
    score: float
    evidence: float
    hits: tuple[Hit, ...]  # its passages, best first


def by_document(
    hits: Sequence[Hit],
    owner: Mapping[PassageId, DocumentId],
    cosines: Mapping[PassageId, float],
    lexical: Mapping[DocumentId, float],
    weight: float = DENSE_WEIGHT,
) -> list[Group]:
    """Group passages by document, best document first, equal ones by id.

    The passages of a document count as its best one; the document as a whole counts by its nearest passage and by the
    words of all its text.

    Args:
        hits: Passages, best first.
        owner: The document of each.
        cosines: Of each passage; a missing one counts as 0.
        lexical: Score of each document as a whole, in [0, 1]; a missing one counts as 0.
        weight: Of the cosine, in [0, 1].
    """
    members: dict[DocumentId, list[Hit]] = {}
    for hit in hits:
        members.setdefault(owner[hit.passage_id], []).append(hit)
    groups = []
    for document, found in members.items():
        evidence = found[0].score
        nearest = max(0.0, *(cosines.get(hit.passage_id, 0.0) for hit in found))
        whole = weight * nearest + (1 - weight) * lexical.get(document, 0.0)
        groups.append(Group(document, (1 - WHOLE) * evidence + WHOLE * whole, evidence, tuple(found)))
    return sorted(groups, key=lambda group: (-group.score, group.document))
