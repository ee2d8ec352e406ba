import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.fusion import WHOLE, by_document, combine
from search.types import Hit

scores = st.dictionaries(st.integers(1, 50), st.floats(0, 1, allow_nan=False), max_size=20)


def test_evidence_of_both_kinds_outranks_either():
    hits = combine({1: 0.6, 2: 0.6}, {2: 0.4, 3: 0.4}, weight=0.5)
    assert [hit.passage_id for hit in hits] == [2, 1, 3]
    assert hits[0].score == pytest.approx(0.5)


def test_a_negative_cosine_counts_as_nothing():
    assert combine({1: -0.5}, {1: 0.4}, weight=0.5) == [Hit(1, 0.2)]


@given(scores, scores)
def test_a_ranking_is_a_total_order_of_what_went_in(cosines, lexical):
    hits = combine(cosines, lexical)
    assert {hit.passage_id for hit in hits} == cosines.keys() | lexical.keys()
    assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))
    assert hits == combine(dict(reversed(cosines.items())), dict(reversed(lexical.items())))


def test_a_document_is_as_good_as_its_best_passage():
    hits = [Hit(4, 0.9), Hit(2, 0.8), Hit(9, 0.5), Hit(1, 0.1), Hit(3, 0.1)]
    groups = by_document(hits, {4: 20, 2: 10, 9: 20, 1: 10, 3: 10}, {}, {})
    assert [group.document for group in groups] == [20, 10]
    assert [group.evidence for group in groups] == [0.9, 0.8]
    assert [hit.passage_id for hit in groups[0].hits] == [4, 9]


def test_the_words_of_the_whole_document_and_its_nearest_passage_count_too():
    hits = [Hit(1, 0.5), Hit(2, 0.5)]
    (best, other) = by_document(hits, {1: 10, 2: 20}, {2: 0.5}, {20: 0.4}, weight=0.5)
    assert (best.document, other.document) == (20, 10)
    assert best.score - other.score == pytest.approx(WHOLE * (0.25 + 0.2))
    assert best.evidence == other.evidence == 0.5


@given(scores)
def test_the_score_stays_within_what_goes_in(cosines):
    for group in by_document(combine(cosines, {}, 1.0), {i: i for i in cosines}, cosines, cosines, 0.5):
        assert group.evidence == pytest.approx(cosines[group.document])
        assert group.score == pytest.approx(cosines[group.document])
