"""A question set read, asked and graded: odd files are said in Dutch, odd questions count like any other."""

import pytest

from evaluation.beir import Entry, NotBeir, QuestionSet, read
from evaluation.run import ask, fill, grade
from search import Mode, open_knowledge_base

CORPUS = '{"_id": "a", "title": "Zwembad", "text": "De tarieven."}\n\n{"_id": 7, "text": null}\n'
QUERIES = '{"_id": "q", "text": "tarieven"}\n{"_id": "r", "text": "niet beoordeeld"}\n'
GRADES = "query-id\tcorpus-id\tscore\nq\ta\t2\nq\t7\t0\nr\ta\t0\n"


@pytest.fixture
def write(tmp_path):
    """Return what writes a set, and says where."""

    def written(corpus=CORPUS, queries=QUERIES, grades=GRADES):
        (tmp_path / "qrels").mkdir(exist_ok=True)
        for name, text in (("corpus.jsonl", corpus), ("queries.jsonl", queries), ("qrels/test.tsv", grades)):
            if text is not None:
                (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return written


def test_a_set_is_read_without_the_questions_that_nothing_answers(write):
    found = read(write())
    assert found.documents == (Entry("a", "Zwembad", "De tarieven."), Entry("7", "", ""))
    assert found.questions == {"q": "tarieven"}
    assert found.grades["q"] == {"a": 2, "7": 0}


@pytest.mark.parametrize(
    "changed",
    [
        {"corpus": None},
        {"corpus": "geen json\n"},
        {"corpus": '["a", "b"]\n'},
        {"corpus": "5\n"},
        {"corpus": b"\xff\xfe\x00"},
        {"corpus": ""},
        {"queries": '{"text": "zonder nummer"}\n'},
        {"grades": None},
        {"grades": "query-id\tcorpus-id\tscore\n"},
        {"grades": "q\ta\tgoed\n"},
    ],
)
def test_what_is_no_set_is_said_in_dutch(write, changed):
    with pytest.raises(NotBeir, match=r"geen BEIR-map|geen documenten of geen beoordeelde vragen"):
        read(write(**changed))


@pytest.fixture(scope="module")
def odd():
    """Return a set with an empty, a long and a very short document, and questions that filters could empty."""
    texts = {
        "leeg": "",
        "lang": "Het zwembad.\n" * 3_000,
        "kort": "Kermis",
        "gewoon": "De tarieven van de parking in 2019.",
    }
    asked = {
        "gewoon": "tarieven parking",
        "aanhaling": '"tarieven zwemmen" parking',
        "jaar": "tarieven parking sinds 2025",
        "leeg": "",
        "lang": "parking " * 2_000,
    }
    grades = {i: {"gewoon": 1} for i in asked}
    return QuestionSet(tuple(Entry(i, "", text) for i, text in texts.items()), asked, grades)


@pytest.fixture(scope="module")
def kb(odd, embedder, tmp_path_factory):
    data = tmp_path_factory.mktemp("odd")
    fill(data, odd.documents, embedder)
    return open_knowledge_base(data, embedder)


@pytest.mark.parametrize("mode", list(Mode))
def test_a_reading_that_finds_nothing_is_given_up_as_in_a_search(kb, odd, mode):
    rankings = ask(kb, odd, mode)[0]
    for i in ("gewoon", "aanhaling", "jaar", "lang"):
        assert next(iter(rankings[i])) == "gewoon", i


def test_every_question_is_graded_also_when_nothing_was_found(kb, odd):
    rankings, times = ask(kb, odd, Mode.HYBRID)
    graded = grade(odd, rankings)
    assert len(times) == len(odd.questions)
    assert all(values.keys() == odd.questions.keys() for values in graded.values())
    assert graded["recall_100"]["leeg"] == graded["recip_rank"]["leeg"] == 0
    assert graded["ndcg_cut_10"]["gewoon"] == 1
