import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk.kept import feedback
from desk.kept.database import FILE
from desk.kept.feedback import About, MadeWith, TooMany, Verdict
from desk.kept.queries import as_text, cleaned, from_text
from search.answer import Query
from search.errors import NotFound, QueryError
from search.types import EVERYONE, Document, Kind, Outcome, Passage, Span

NOW = MadeWith("model@1", "r1")
DOCUMENT = Document(
    7, "damme/notulen.pdf", "f" * 64, "Notulen", Kind.MINUTES, "Damme", None, None, None, 9, EVERYONE, Outcome.OK, ""
)
PASSAGE = Passage(70, 7, 0, (Span(3, 0, 20),), "Het zwembad gaat dicht.", (), "")
HIT = feedback.about(DOCUMENT, 1, PASSAGE, 4)
QUERY = Query("Gaat het zwembad dicht?", municipalities=("Damme",), kinds=(Kind.MINUTES,), since=date(2019, 1, 1))


def test_what_is_said_is_kept_with_all_that_places_it(tmp_path: Path) -> None:
    feedback.judge(tmp_path, "an", QUERY, Verdict.ANSWERS, HIT, NOW)
    (kept,) = feedback.listed(tmp_path, "an")
    assert kept.query == QUERY
    assert kept.verdict is Verdict.ANSWERS
    assert kept.about == About("damme/notulen.pdf", "f" * 64, feedback.checksum(PASSAGE), 3, 4)
    assert kept.made_with == NOW
    assert kept.made_at.tzinfo is not None


def test_no_word_of_a_document_is_kept(tmp_path: Path) -> None:
    feedback.judge(tmp_path, "an", QUERY, Verdict.ANSWERS, HIT, NOW)
    stored = b"".join(file.read_bytes() for file in tmp_path.glob(f"{FILE}*"))
    assert b"damme/notulen.pdf" in stored
    assert b"gaat dicht" not in stored


def test_another_word_takes_the_place_of_the_first(tmp_path: Path) -> None:
    feedback.judge(tmp_path, "an", QUERY, Verdict.ANSWERS, HIT, NOW)
    feedback.judge(tmp_path, "an", QUERY, Verdict.DOES_NOT, replace(HIT, rank=1), MadeWith("model@2", "r2"))
    (kept,) = feedback.listed(tmp_path, "an")
    assert (kept.verdict, kept.made_with.model) == (Verdict.DOES_NOT, "model@2")
    assert kept.about
    assert kept.about.is_same(HIT)
    assert kept.about.rank == 1


@pytest.mark.parametrize(
    ("query", "about"),
    [
        (Query("Gaat het zwembad dicht?"), HIT),  # without the filters it is another question
        (QUERY, feedback.about(DOCUMENT, 3)),
        (QUERY, feedback.about(replace(DOCUMENT, path="brugge/notulen.pdf"), 1, PASSAGE)),
    ],
)
def test_what_is_said_of_something_else_stands_beside_it(tmp_path: Path, query: Query, about: About) -> None:
    feedback.judge(tmp_path, "an", QUERY, Verdict.ANSWERS, HIT, NOW)
    feedback.judge(tmp_path, "an", query, Verdict.DOES_NOT, about, NOW)
    assert len(feedback.listed(tmp_path, "an")) == 2


def test_two_pages_of_one_document_are_two_things(tmp_path: Path) -> None:
    for page in (1, 2):
        feedback.judge(tmp_path, "an", QUERY, Verdict.MISSED, feedback.about(DOCUMENT, page), NOW)
    assert {each.about.page for each in feedback.listed(tmp_path, "an") if each.about} == {1, 2}


def test_nobody_sees_or_takes_back_what_another_says(tmp_path: Path) -> None:
    mine = feedback.judge(tmp_path, "an", QUERY, Verdict.ANSWERS, HIT, NOW)
    feedback.judge(tmp_path, "bo", QUERY, Verdict.DOES_NOT, HIT, NOW)
    assert [each.owner for each in feedback.of_question(tmp_path, "bo", QUERY)] == ["bo"]
    assert [each.owner for each in feedback.listed(tmp_path, "bo")] == ["bo"]
    assert {each.owner for each in feedback.listed(tmp_path, None)} == {"an", "bo"}
    with pytest.raises(NotFound):
        feedback.withdraw(tmp_path, "bo", mine)
    assert len(feedback.listed(tmp_path, "an")) == 1


def test_what_is_taken_back_is_gone_and_only_once(tmp_path: Path) -> None:
    said = feedback.judge(tmp_path, "an", QUERY, Verdict.ANSWERS, HIT, NOW)
    feedback.withdraw(tmp_path, "an", said)
    assert feedback.listed(tmp_path, None) == []
    with pytest.raises(NotFound):
        feedback.withdraw(tmp_path, "an", said)


def test_that_something_should_have_been_found_is_kept_in_free_words_once(tmp_path: Path) -> None:
    for words in ("de raad van mei", "  de raad\nvan\x00 april " + "x" * 5_000):
        feedback.miss(tmp_path, "an", QUERY, words, NOW)
    (kept,) = feedback.listed(tmp_path, "an")
    assert (kept.verdict, kept.about) == (Verdict.UNANSWERED, None)
    assert kept.words.startswith("de raad van april xxx")
    assert len(kept.words) == feedback.LONGEST_WORDS


@pytest.mark.parametrize("text", ["", "   ", "\x00\x1b", "\ud800"])
def test_without_a_question_nothing_is_kept(tmp_path: Path, text: str) -> None:
    with pytest.raises(QueryError):
        feedback.judge(tmp_path, "an", Query(text), Verdict.ANSWERS, HIT, NOW)
    with pytest.raises(QueryError):
        feedback.miss(tmp_path, "an", Query(text), "iets", NOW)
    assert feedback.listed(tmp_path, None) == []


HOSTILE = [
    "'; DROP TABLE judgements; --", "<script>x</script>", "\ud83d zwembad \u202e", "zwembad " * 100_000, "🏊" * 900,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_question_is_bounded_and_met_again(tmp_path: Path, text: str) -> None:
    query = Query(text, municipalities=(text,) * 99, bodies=tuple(map(str, range(999))), literal=(text,))
    feedback.judge(tmp_path, "an", query, Verdict.ANSWERS, HIT, NOW)
    (kept,) = feedback.of_question(tmp_path, "an", query)
    assert 0 < len(kept.query.text) <= 500
    assert len(kept.query.bodies) == 50
    assert feedback.of_question(tmp_path, "an", kept.query) == [kept]


def test_one_person_keeps_no_more_than_is_sensible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback, "MOST", 2)
    for n in range(2):
        feedback.judge(tmp_path, "an", Query(f"vraag {n}"), Verdict.ANSWERS, HIT, NOW)
    with pytest.raises(TooMany):
        feedback.judge(tmp_path, "an", Query("vraag 3"), Verdict.ANSWERS, HIT, NOW)
    assert len(feedback.listed(tmp_path, "an")) == 2
    feedback.judge(tmp_path, "an", Query("vraag 1"), Verdict.DOES_NOT, HIT, NOW)  # in place of what was said
    feedback.judge(tmp_path, "bo", Query("vraag 1"), Verdict.ANSWERS, HIT, NOW)


def test_a_question_is_the_same_line_whatever_the_order_of_its_filters() -> None:
    one = Query("x", municipalities=("Damme", "Brugge"), kinds=(Kind.NOTE, Kind.AGENDA), until=date(2020, 2, 3))
    other = replace(one, municipalities=("Brugge", "Damme", "Brugge"), kinds=(Kind.AGENDA, Kind.NOTE))
    assert as_text(cleaned(one)) == as_text(cleaned(other))
    assert from_text(as_text(cleaned(one))) == cleaned(one)


@pytest.mark.parametrize("text", ["", "geen json", "[]", "null", '{"text": 5, "kinds": ["onbekend", 3], "since": "x"}'])
def test_a_question_that_another_program_kept_still_opens(text: str) -> None:
    found = from_text(text)
    assert (found.kinds, found.since) == ((), None)


def test_searching_never_loads_what_was_said() -> None:
    code = "import sys, search.engine, search.showing; print([m for m in sys.modules if m.split('.')[0] == 'desk'])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
