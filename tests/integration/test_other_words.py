"""Words near in meaning, with the model that is shipped: a question in other words finds, and tells no secrets."""

import pytest

from ingest.pipeline import ingest
from search import expansion, lexical, open_knowledge_base
from search.answer import Query
from search.check import check
from search.database import open_for_writing
from search.embedders import DEFAULT, build
from search.question import parse
from search.rebuild import rebuild
from search.types import EVERYONE, Reader

READER = Reader("a", frozenset({EVERYONE}))
INSIDER = Reader("b", frozenset({EVERYONE, "intern"}))
OPEN = {
    "zwembad.txt": "Het zwembad Olympia sluit in de zomer voor de vernieuwing van de douches.",
    "vuil.txt": "De ophaling van huisvuil verandert: de zakken worden op dinsdag opgehaald.",
    "kerk.txt": "De kerkfabriek legt de rekening van 2022 voor aan de gemeenteraad.",
}
SWIMMING = (
    "zwemles zwemmers zwemmend zwemdiploma zwembroek zwemkleding zwemschool zwembond zwemclub zwemwater zwemvijver"
    " zwemzone zwemster zwemslag zwemvest zwemwedstrijd zwemmen zwembaden binnenzwembad openluchtzwembad badmeester"
)


@pytest.fixture(scope="module")
def model():
    return build(DEFAULT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory, model):
    root = tmp_path_factory.mktemp("dossiers")
    for folder, papers in (("open", OPEN), ("intern", {f"{i}.txt": f"Nota {i}. {SWIMMING}" for i in range(4)})):
        (root / folder).mkdir()
        for name, text in papers.items():
            (root / folder / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def data(tmp_path, folder, model):
    ingest([folder / "open"], tmp_path / "data", model, workers=1)
    return tmp_path / "data"


def near(kb, question, reader=READER):
    """Return the words near in meaning, without those of the thesaurus."""
    return tuple(each for each in kb.other_words(parse(Query(question)), reader) if not each.is_told)


def by_words(kb, question, reader=READER):
    words = parse(Query(question)).words
    return lexical.match(kb.db, lexical.PASSAGES, words, 10, reader, None, near(kb, question, reader))


@pytest.mark.parametrize("question", ["piscine", "swimming pool"])
def test_a_question_in_another_language_finds_by_words(data, model, question):
    kb = open_knowledge_base(data, model)
    best = next(iter(by_words(kb, question)))
    assert "zwembad" in kb.db.execute("SELECT text FROM passages WHERE id = ?", [best]).fetchone()[0]
    assert lexical.match(kb.db, lexical.PASSAGES, parse(Query("piscine")).words, 10, READER) == {}


def test_words_that_only_others_may_read_neither_help_nor_hinder(data, folder, model):
    before = by_words(open_knowledge_base(data, model), "piscine")
    words = near(open_knowledge_base(data, model), "piscine")
    ingest([folder / "intern"], data, model, audience="intern", workers=1)
    kb = open_knowledge_base(data, model)
    assert by_words(kb, "piscine") == before
    assert near(kb, "piscine") == words
    assert [len(each.others) for each in near(kb, "piscine", INSIDER)] == [expansion.MOST]
    assert len(by_words(kb, "piscine", INSIDER)) > len(before)


def test_whether_a_word_stands_here_does_not_depend_on_what_others_may_read(data, folder, model):
    stems = ["huis", "zwembad", "kwakzalverij"]  # the first only within "huisvuil"
    before = lexical.standing(open_knowledge_base(data, model).db, stems, READER)
    ingest([folder / "intern"], data, model, audience="intern", workers=1)
    assert lexical.standing(open_knowledge_base(data, model).db, stems, READER) == before == {"huis", "zwembad"}


def test_common_words_numbers_and_short_words_ask_for_nothing_else(data, model):
    kb = open_knowledge_base(data, model)
    assert near(kb, "pour avec des 2022 av") == ()


def test_what_is_lost_is_told_and_made_again(data, model):
    with open_for_writing(data) as db:
        db.execute("UPDATE word_vectors SET vector = substr(vector, 1, 100) WHERE stem = 'zwembad'")
    assert by_words(open_knowledge_base(data, model), "piscine") == {}
    (problem,) = check(data).problems
    assert problem.remedy == "streekgeheugen rebuild"
    rebuild(data, model)
    assert check(data).problems == ()
    assert by_words(open_knowledge_base(data, model), "piscine")


def test_a_knowledge_base_of_before_gets_its_words_at_the_next_reading(data, folder, model):
    with open_for_writing(data) as db:
        db.execute("DELETE FROM word_vectors")
    ingest([folder / "open"], data, model, workers=1)
    assert check(data).problems == ()
