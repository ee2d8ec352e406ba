import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.confidence import ANY_MODEL, NOTHING, SHARE, SHOWN, Signals, Weights, least_shown, weights
from search.embedders import DEFAULT, build

GOOD = Signals(nearness=2.0, said=0.9, words=3, rare_words=2.0)
share = st.floats(0, 1)
signals = st.builds(Signals, st.floats(-1e6, 1e6), share, st.integers(0, 500), st.floats(0, 500))


@given(signals, st.sampled_from([DEFAULT, "hashing", ANY_MODEL]))
def test_the_probability_is_one_whatever_the_signals(found, model):
    assert 0 <= weights(model).answered(found) <= 1


@pytest.mark.parametrize("model", [DEFAULT, "hashing", ANY_MODEL])
def test_what_says_more_or_is_nearer_is_not_less_likely_an_answer(model):
    answered = weights(model).answered
    assert answered(GOOD) > answered(replace(GOOD, said=0.2)) > answered(NOTHING)
    assert answered(GOOD) > answered(replace(GOOD, nearness=-1.0))


@pytest.mark.parametrize("model", [DEFAULT, "hashing", "some-hub/model"])
def test_an_answer_is_shown_and_nothing_is_not(model):
    judge = weights(model)
    assert judge.answered(GOOD) >= judge.least > judge.answered(NOTHING)


def test_a_model_is_looked_up_with_its_revision_then_without_and_then_as_any():
    assert weights(build("hashing").name) == weights("hashing")
    assert weights("hashing@99") == weights("hashing")
    assert weights("some-hub/model@main") == weights(ANY_MODEL)


def test_extreme_weights_do_not_overflow():
    extreme = Weights(bias=0.0, nearness=1e9, said=0.0, words=0.0, rare_words=0.0, least=0.5)
    assert extreme.answered(GOOD) == pytest.approx(1.0)
    assert extreme.answered(replace(GOOD, nearness=-math.inf)) == pytest.approx(0.0)


def test_a_passage_that_says_every_word_is_an_answer_however_far_in_meaning():
    assert weights(DEFAULT).answered(replace(NOTHING, said=1.0, words=1)) == 1.0


def test_below_the_least_probability_nothing_is_shown_however_good_it_looks():
    assert least_shown([0.9, 0.8], answered=0.4, least=0.5) == math.inf


def test_above_it_what_is_near_the_best_is_shown_and_never_next_to_nothing():
    assert least_shown([0.9, 0.1], answered=0.5, least=0.5) == pytest.approx(SHARE * 0.9)
    assert least_shown([0.1], answered=0.9, least=0.5) == SHOWN


def test_without_documents_there_is_nothing_to_show():
    assert least_shown([], answered=1.0, least=0.5) == math.inf
