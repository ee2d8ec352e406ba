"""What a reader of passages changes in a ranking, and what it leaves alone."""

from dataclasses import dataclass

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.engine import Ranked
from search.reranking import DOCUMENTS, PASSAGES, rerank, to_read
from search.types import EVERYONE, Document, Hit, Kind, Outcome


@dataclass
class Liking:
    """Likes a text as much as the figure that it is."""

    name: str = "liking"

    def score(self, question, texts, /):
        return np.array([float(text) for text in texts], dtype=np.float32)


def ranked(*scores, hits=3):
    """Return documents with these scores; document i has passages 10 i, 10 i + 1, ..."""
    return [
        Ranked(
            Document(i, f"{i}", f"{i}", "", Kind.OTHER, None, None, None, None, 1, EVERYONE, Outcome.OK, ""),
            score,
            score,
            tuple(Hit(10 * i + n, score - n / 100) for n in range(hits)),
        )
        for i, score in enumerate(scores, start=1)
    ]


def order(found):
    return [entry.document.id for entry in found]


def test_what_reads_best_comes_first():
    found = ranked(0.5, 0.4, 0.3)
    assert order(rerank(found, {10: "0", 20: "0", 30: "1"}, "vraag", Liking())) == [3, 1, 2]


def test_the_passage_that_reads_best_is_the_one_shown():
    found = rerank(ranked(0.5), {10: "0.1", 11: "0.9"}, "vraag", Liking())
    assert found[0].hits[0].passage_id == 11


def test_what_was_not_read_stays_behind_what_was():
    found = ranked(*np.linspace(0.9, 0.1, DOCUMENTS + 5))
    after = rerank(found, dict.fromkeys(to_read(found), "0"), "vraag", Liking())
    assert order(after)[DOCUMENTS:] == order(found)[DOCUMENTS:]


def test_only_the_first_passages_of_the_first_documents_are_read():
    found = ranked(*[0.5] * (DOCUMENTS + 1), hits=PASSAGES + 2)
    assert len(to_read(found)) == DOCUMENTS * PASSAGES
    assert 10 * (DOCUMENTS + 1) not in to_read(found)


def test_evidence_stays_and_nothing_is_fine_too():
    assert [entry.evidence for entry in rerank(ranked(0.5, 0.4), {20: "1"}, "vraag", Liking())] == [0.4, 0.5]
    assert rerank([], {}, "vraag", Liking()) == []


@given(
    st.lists(st.floats(0, 1), max_size=30).map(lambda scores: sorted(scores, reverse=True)),
    st.lists(st.sampled_from(["0", "0.5", "1", "nan", "-3", "7"]), min_size=40, max_size=40),
)
def test_a_reranking_is_a_total_order_of_the_same_documents(scores, likings):
    found = ranked(*scores)
    after = rerank(found, dict(zip(to_read(found), likings, strict=False)), "vraag", Liking())
    assert sorted(order(after)) == sorted(order(found))
    assert [(-entry.score, entry.document.id) for entry in after] == sorted(
        (-entry.score, entry.document.id) for entry in after
    )
    for entry in after:
        assert [(-hit.score, hit.passage_id) for hit in entry.hits] == sorted(
            (-hit.score, hit.passage_id) for hit in entry.hits
        )
