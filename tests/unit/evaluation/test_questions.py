"""The labelled questions hold what their tables promise."""

import re
from collections import Counter

import pytest
import Stemmer

from evaluation.questions import Answerable, Base, Part, labelled, stories
from search.language import municipalities
from search.language.boilerplate import strip_boilerplate
from search.language.dutch import stop_words, words
from tests.conftest import CORPUS, ROOT, SHARED


def test_there_are_enough_of_each_kind():
    counts = Counter(question.answerable for question in labelled())
    assert sum(counts.values()) >= 160
    assert counts[Answerable.JUNK] >= 25
    assert counts[Answerable.NEAR] >= 45
    assert Counter((question.story, question.part) for question in stories()) == {
        (story, part): 10 for story in ("staff", "directors", "coordinator") for part in (Part.A, Part.B, Part.C)
    }


def test_no_question_stands_there_twice_and_only_the_answerable_have_a_place():
    every = (*labelled(), *stories())
    assert len({question.text for question in every}) == len(every)
    assert all(bool(question.where) == (question.answerable is Answerable.YES) for question in every)


def test_both_halves_hold_every_kind_of_question():
    halves = Counter((question.part, question.base, question.answerable) for question in labelled())
    for base in Base:
        for kind in Answerable:
            assert halves[Part.FIT, base, kind] > 0.3 * (halves[Part.FIT, base, kind] + halves[Part.REPORT, base, kind])


@pytest.mark.parametrize(
    ("base", "folder"),
    [
        (Base.SAMPLE, CORPUS),
        pytest.param(
            Base.COUNCIL,
            SHARED / "council",
            marks=pytest.mark.skipif(not (SHARED / "council").exists(), reason="needs ../shared/data/council"),
        ),
    ],
)
def test_every_place_is_a_file(base, folder):
    places = {place for question in (*labelled(), *stories()) if question.base is base for place in question.where}
    assert places
    assert {place.path for place in places if not (folder / place.path).is_file()} == set()
    assert min(place.page for place in places) == 1


def test_a_story_question_shares_no_word_with_what_answers_it():
    stem = Stemmer.Stemmer("dutch").stemWord  # another stemmer than the search has: this is about the questions
    text_of = {}
    for source in (ROOT / "corpus_sources").glob("[ab]/*.md"):
        _, front, text = source.read_text("utf-8").split("---\n", 2)
        text_of[re.search(r"^file: *(.+?) *$", front, re.MULTILINE)[1]] = text
    for question in stories():
        if question.base is not Base.SAMPLE:
            continue
        names = {word for name, start, end in municipalities.find(question.text, any_case=True) for word in words(name)}
        asked = {
            stem(w) for w in words(strip_boilerplate(question.text)[0]) if w not in stop_words() and w not in names
        }
        for place in question.where:
            said = {stem(word) for word in words(text_of[place.path])}
            assert asked.isdisjoint(said), f"{question.text}: {asked & said} stands in {place.path}"
