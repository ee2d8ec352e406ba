"""Typed text -> what is looked for, and what is left when something of it is taken back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from search import question
from search.answer import Aspect, Query

TODAY = date(2026, 11, 23)
PIECES = [
    "wat hebben we beslist over", "zonnepanelen", "in Damme", "Brugse", "sinds 2019", "vorig jaar", '"op daken"',
    "-wind",
    "2020_GR_00057", "notulen", "van het college", "in 2020", '"', "-", "over", "contract",
]  # fmt: skip
TYPED = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join))


def notions(text, **chosen):
    return [(n.aspect, n.value, n.said) for n in question.parse(Query(text, **chosen), TODAY).notions]


def test_everything_at_once_and_where_it_came_from():
    asked = question.parse(
        Query(
            'wat heeft de gemeenteraad van Damme sinds 2019 beslist over "zonnepanelen op daken" -huur 2020_GR_00057'
        ),
        TODAY,
    )
    assert {(n.aspect, n.value, n.said) for n in asked.notions} == {
        (Aspect.KIND, "decision", "wat heeft de gemeenteraad van Damme beslist over"),
        (Aspect.BODY, "Gemeenteraad", "gemeenteraad"),
        (Aspect.MUNICIPALITY, "Damme", "Damme"),
        (Aspect.PERIOD, "", "sinds 2019"),
        (Aspect.PHRASE, "zonnepanelen op daken", '"zonnepanelen op daken"'),
        (Aspect.WITHOUT, "huur", "-huur"),
        (Aspect.NUMBER, "2020_GR_00057", "2020_GR_00057"),
    }
    assert asked.core == "zonnepanelen op daken Damme"
    assert "2020_gr_00057" in asked.words
    assert "huur" not in asked.words
    assert (asked.query.since, asked.query.until) == (date(2019, 1, 1), None)
    assert asked.intent == "decision"


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("zonnepanelen sinds 2019", "zonnepanelen"),
        ("wat is er in 2023 beslist over laadpalen", "laadpalen"),
        ("deelfietsen in Assebroek", "deelfietsen in Assebroek"),
        ("in 2019", "in 2019"),  # nothing else to look for
        ("2020_GR_00057", "2020_GR_00057"),
        ("-windmolens", ""),
    ],
)
def test_what_is_embedded(text, core):
    assert question.parse(Query(text), TODAY).core == core


def test_a_number_that_is_taken_back_is_still_all_there_is_to_look_for():
    assert "2020_gr_00057" in question.parse(Query("2020_GR_00057", literal=("2020_GR_00057",)), TODAY).words


def test_a_sub_municipality_and_an_adjective_are_their_municipality():
    assert notions("deelfietsen in Assebroek") == [(Aspect.MUNICIPALITY, "Brugge", "Assebroek")]
    assert notions("Brugse binnenstad") == [(Aspect.MUNICIPALITY, "Brugge", "Brugse")]


def test_two_periods_have_days_in_common():
    query = question.parse(Query("zonnepanelen sinds 2019 maar voor maart 2021"), TODAY).query
    assert (query.since, query.until) == (date(2019, 1, 1), date(2021, 2, 28))


def test_a_chosen_period_goes_before_a_typed_one():
    asked = question.parse(Query("zonnepanelen sinds 2019", since=date(2012, 1, 1), until=date(2014, 12, 31)), TODAY)
    assert (asked.query.since, asked.query.until) == (date(2012, 1, 1), date(2014, 12, 31))
    assert asked.notions == ()
    assert asked.unfiltered.query == Query("zonnepanelen sinds 2019")


def test_what_is_taken_back_is_searched_without():
    text = "wat is er sinds 2019 beslist over zonnepanelen in Damme -huur"
    asked = question.parse(Query(text, literal=("sinds 2019", "-huur", "Damme")), TODAY)
    assert asked.core == "zonnepanelen in Damme"
    assert [n.aspect for n in asked.notions] == [Aspect.KIND]
    assert asked.query.since is None


@given(TYPED)
@settings(deadline=None)
def test_taking_everything_back_gives_the_plain_search(text):
    asked = question.parse(Query(text), TODAY)
    plain = question.parse(Query(text, literal=tuple(n.said for n in asked.notions)), TODAY)
    assert plain.notions == ()
    assert plain.query == replace(asked.query, since=None, until=None, literal=plain.query.literal)
    assert {*asked.words} >= {*plain.words}


@given(TYPED)
@example('0"SINDS 2000"')
@example('SINDS 2000"SINDS:2000"')
@example('SINDS 2000"VORIG JAAR"0')
@settings(deadline=None)
def test_each_reading_leaves_out_less(text):
    readings = list(question.readings(question.parse(Query(text), TODAY)))
    assert len(readings) <= 7
    filters = {Aspect.PERIOD, Aspect.PHRASE, Aspect.NUMBER, Aspect.WITHOUT}
    assert not [n for n in readings[-1].notions if n.aspect in filters]
    for reading in readings:
        assert {*reading.notions, *reading.ignored} >= {n for n in readings[0].notions if n.aspect in filters}
        assert reading.query.literal == ()


def test_a_phrase_means_no_more_than_it_says():
    asked = question.parse(Query('"sinds 2019" parkeren in 2021'), TODAY)
    assert [(n.aspect, n.said) for n in asked.notions] == [(Aspect.PHRASE, '"sinds 2019"'), (Aspect.PERIOD, "in 2021")]


def test_a_question_without_its_period_does_not_search_for_its_words():
    asked = question.parse(Query("ongevallen in 2016"), TODAY)
    assert question.without(asked, asked.notions).core == "ongevallen"
    assert question.without(asked, asked.notions).ignored == asked.notions
    assert question.in_words(asked, asked.notions).core == "ongevallen in 2016"


def test_the_year_of_a_figure_is_no_period():
    assert notions("hoeveel klachten kwamen er in 2023") == []
    assert question.parse(Query("hoeveel klachten kwamen er in 2023"), TODAY).words[-1] == "2023"


def test_a_pasted_paragraph_is_looked_for_as_it_stands():
    text = 'In 2019 besliste de raad over de "warmtenetten" -zie bijlage- en sindsdien ' + "wordt er gewacht " * 9
    asked = question.parse(Query(text))
    assert len(text) > question.LONGEST_ASKED
    assert not asked.of(Aspect.PERIOD)
    assert not asked.of(Aspect.PHRASE)
    assert not asked.of(Aspect.WITHOUT)
    assert question.parse(Query(text[:60])).of(Aspect.PHRASE)
