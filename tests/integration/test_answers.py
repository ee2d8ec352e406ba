"""What a person gets of a question: copies of a decision once, the sentence that answers, only what they may read."""

from dataclasses import replace
from pathlib import Path

import pytest

from access import reader_named
from ingest.pipeline import ingest
from search import open_knowledge_base
from search.answer import Order, Query
from search.contract import as_json
from search.types import Kind

EVERYONE = reader_named(None)
CASES = Path(__file__).with_name("answering_sentences.tsv")
LEAST = 0.8  # of the papers that are found; before decisions were looked at the right sentence was marked in 18 of 35

MINUTES = (
    "# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van 23 mei 2016.\n\n"
    "## 3. Kwispelbakken in het park. Goedkeuring.\n\n### Aanleiding\n\n"
    "De hondenbezitters vroegen al lang om kwispelbakken in het park en aan de vaart, en de dienst groen telde ze.\n\n"
    "### Besluit\n\nArtikel 1. De aankoop van twaalf kwispelbakken wordt goedgekeurd.\n"
)
AGENDA = (
    "# Gemeente Damme\n\nAgenda van de gemeenteraad. Zitting van 23 mei 2016.\n\n"
    "## 3. Kwispelbakken in het park. Goedkeuring.\n\n## 4. Reglement kermis. Goedkeuring.\n"
)


@pytest.fixture
def copies(tmp_path, embedder):
    """Minutes for everyone, and the agenda of the same sitting for the cabinet alone."""
    for folder, name, text in (("open", "notulen", MINUTES), ("kabinet", "agenda", AGENDA)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"2016-05-23_{name}.md").write_text(text)
    ingest([tmp_path / "open"], tmp_path / "data", embedder, workers=1)
    ingest([tmp_path / "kabinet"], tmp_path / "data", embedder, audience="kabinet", workers=1)
    return open_knowledge_base(tmp_path / "data", embedder)


def test_a_copy_is_a_source_for_who_may_read_it_and_nothing_for_others(copies):
    cabinet = replace(EVERYONE, audiences=EVERYONE.audiences | {"kabinet"})
    seen = copies.search("kwispelbakken", cabinet)
    (result,) = seen.results
    assert [source.document.kind for source in result.sources] == [Kind.AGENDA]
    assert seen.documents == 2
    others = copies.search("kwispelbakken", EVERYONE)
    (alone,) = others.results
    assert (alone.document.kind, alone.sources, others.documents) == (Kind.MINUTES, (), 1)


def test_a_filter_shows_the_copy_that_it_asks_for(copies):
    cabinet = replace(EVERYONE, audiences=EVERYONE.audiences | {"kabinet"})
    answer = copies.search(Query("kwispelbakken", kinds=(Kind.AGENDA,)), cabinet)
    assert [result.document.kind for result in answer.results] == [Kind.AGENDA]
    assert answer.facets.kinds == {"agenda": 1, "notulen": 1}


def test_a_question_about_the_decision_shows_its_article(copies):
    (result,) = copies.search("wat is er beslist over kwispelbakken", EVERYONE).results
    sentence = result.passage.text[result.sentence.start : result.sentence.end]
    assert sentence == "Artikel 1. De aankoop van twaalf kwispelbakken wordt goedgekeurd."


def test_subjects_near_to_a_question_are_those_that_the_reader_may_read(copies):
    question = "reglement voor de dakgoten van schuren en zolders op de kermis"
    cabinet = replace(EVERYONE, audiences=EVERYONE.audiences | {"kabinet"})
    assert copies.search(question, EVERYONE).suggestions == ()
    seen = copies.search(question, cabinet)
    assert "Reglement kermis" in seen.suggestions or seen.results


def test_copies_in_the_sample_corpus_are_one_result(sample):
    answer = sample.search("kermisreglement Houtave", EVERYONE)
    first = answer.results[0]
    assert first.document.path == "zuienkerke/gemeenteraad/2018-03-22_notulen.pdf"
    assert [source.document.path for source in first.sources] == [
        "zuienkerke/gemeenteraad/2018-03-22_besluitenlijst.html"
    ]
    assert answer.documents > len(answer.results) + answer.more
    assert as_json(answer)["hits"][0]["sources"][0]["page"] == 2  # type: ignore[index]


def test_further_results_follow_on_those_that_were_shown(sample):
    question = "wat hebben we beslist over zonnepanelen?"
    few, many = sample.search(question, EVERYONE, 5), sample.search(question, EVERYONE, 50)
    key = [(result.document.id, result.passage.id) for result in many.results]
    assert [(result.document.id, result.passage.id) for result in few.results] == key[:5]
    assert few.more == len(many.results) - 5
    assert len(key) == len(set(key))
    assert few.documents == many.documents


def test_newest_first_is_the_same_results_by_their_day(sample):
    best = sample.search("zonnepanelen", EVERYONE, 50)
    newest = sample.search("zonnepanelen", EVERYONE, 50, Order.NEWEST)
    days = [result.document.date for result in newest.results]
    assert days == sorted(days, reverse=True)
    assert days != [result.document.date for result in best.results]
    assert _shown(newest) == _shown(best)
    assert (newest.documents, newest.more) == (best.documents, best.more)
    first = sample.search("zonnepanelen", EVERYONE, 3, Order.NEWEST)
    assert [result.document.date for result in first.results] == days[:3]
    assert [result.rank for result in first.results] == [1, 2, 3]


def _shown(answer):
    return {(result.document.id, result.passage.id) for result in answer.results}


def test_newest_first_of_what_was_decided_has_decisions_before_talk(sample):
    answer = sample.search("wat hebben we beslist over hernieuwbare energie?", EVERYONE, 50, Order.NEWEST)
    kinds = [result.document.kind for result in answer.results]
    days = [result.document.date for result in answer.results]
    turns = [at for at in range(1, len(days)) if days[at] > days[at - 1]]
    assert len(turns) == 1  # two parts, each with the newest first
    assert Kind.MINUTES in kinds[: turns[0]]
    assert Kind.POSITION not in kinds[: turns[0]]


def test_the_sentence_that_is_marked_answers(sample):
    cases = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    right, wrong = 0, []
    for question, path, answers in cases:
        results = sample.search(question, EVERYONE, 30).results
        for result in (result for result in results if result.document.path == path):
            sentence = result.passage.text[result.sentence.start : result.sentence.end]
            if any(answer in sentence for answer in answers.split("|")):
                right += 1
            else:
                wrong.append((question, sentence))
            break
    assert right + len(wrong) >= 0.8 * len(cases)
    assert right >= LEAST * (right + len(wrong)), wrong
