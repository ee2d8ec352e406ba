"""The bench: what it compares, what it holds back, what it remembers and what it writes."""

import json

import numpy as np
import pytest

from benchmarks.retrieval import report
from benchmarks.retrieval.ablations import OWN_MODEL, PARTS, without_each
from benchmarks.retrieval.measure import ALL, UNSEEN, Row, measure
from benchmarks.retrieval.questions import TERMS, draw, unseen
from benchmarks.retrieval.remembered import Remembering
from benchmarks.retrieval.significance import Difference, difference
from benchmarks.retrieval.systems import SYSTEMS, by_reciprocal_rank, knowledge_base
from evaluation.beir import Entry, QuestionSet
from evaluation.run import ask
from search import Mode
from search.embedders import build
from training.split import held_out, held_out_term

SUBJECTS = ("zwembad", "parking", "kermis", "begraafplaats", "bibliotheek", "fietspad", "markt", "riolering")


def questions(count=40):
    """Return a set of `count` short documents, each with a question that names its subject and number."""
    texts = {f"a{i}": f"De gemeenteraad bespreekt {SUBJECTS[i % 8]} nummer{i}." for i in range(count)}
    return QuestionSet(
        tuple(Entry(i, "", text) for i, text in texts.items()),
        {f"q{i}": f"{SUBJECTS[i % 8]} nummer{i}" for i in range(count)},
        {f"q{i}": {f"a{i}": 1, f"a{(i + 1) % count}": 0} for i in range(count)},
    )


@pytest.fixture
def folder(tmp_path):
    """Return the same as files."""
    every = questions()
    where = tmp_path / "dekamer_made"
    (where / "qrels").mkdir(parents=True)
    rows = [{"_id": d.id, "title": d.title, "text": d.text} for d in every.documents]
    (where / "corpus.jsonl").write_text("\n".join(map(json.dumps, rows)))
    asked = [{"_id": i, "text": text} for i, text in every.questions.items()]
    (where / "queries.jsonl").write_text("\n".join(map(json.dumps, asked)))
    grades = [f"{i}\t{d}\t{grade}" for i, found in every.grades.items() for d, grade in found.items()]
    (where / "qrels" / "test.tsv").write_text("\n".join(["query-id\tcorpus-id\tscore", *grades]))
    return where


class Counting:
    """The embedder for tests, and how many texts it was given."""

    name, dim = "counting@1", 256

    def __init__(self):
        self.embedder, self.texts = build("hashing"), 0

    def embed_passages(self, texts, /):
        self.texts += len(texts)
        return self.embedder.embed_passages(texts)

    def embed_query(self, text, /):
        self.texts += 1
        return self.embedder.embed_query(text)


def test_a_clear_difference_is_beyond_chance_and_a_small_one_is_not():
    random = np.random.default_rng(1)
    theirs = {str(i): float(value) for i, value in enumerate(random.random(200))}
    better = {i: value + 0.1 for i, value in theirs.items()}
    shuffled = dict(zip(theirs, random.permutation(list(theirs.values())).tolist(), strict=True))
    clear = difference(better, theirs)
    assert (clear.mean, clear.low, clear.high) == pytest.approx((0.1, 0.1, 0.1))
    assert clear.is_beyond_chance
    assert not difference(shuffled, theirs).is_beyond_chance
    assert difference(theirs, better).high < 0


def test_the_interval_is_that_of_the_normal_law():
    values = np.random.default_rng(2).normal(0.02, 0.3, 900)
    found = difference({str(i): float(v) for i, v in enumerate(values)}, {str(i): 0.0 for i in range(900)})
    error = 1.96 * values.std() / 30
    assert (found.high - found.low) / 2 == pytest.approx(error, rel=0.05)


def test_unseen_questions_are_about_held_out_documents_among_all_others():
    every = questions()
    new = unseen("dekamer_made", every)
    assert 0 < len(new.questions) < len(every.questions)
    assert new.documents == every.documents
    for i in every.questions:
        assert (i in new.questions) == held_out("dekamer_made", i.replace("q", "a"))


def test_unseen_terms_are_asked_to_unseen_documents_only():
    every = questions(400)
    new = unseen(TERMS, every)
    assert new.questions
    assert all(held_out(TERMS, document.id) for document in new.documents)
    assert all(held_out_term(text) for text in new.questions.values())
    ids = {document.id for document in new.documents}
    assert all(new.grades[i].keys() <= ids and any(new.grades[i].values()) for i in new.questions)


def test_a_draw_is_the_same_each_time_and_never_more_than_there_is():
    every = questions()
    assert draw(every, 7).questions == draw(every, 7).questions
    assert len(draw(every, 7).questions) == 7
    assert draw(every, 1_000).questions.keys() == draw(every, None).questions.keys() == every.questions.keys()


def test_what_was_embedded_once_is_not_embedded_again(tmp_path):
    texts = ["zwembad", "", "zwembad", "\ud800 kermis"]
    first, second = Counting(), Counting()
    vectors = Remembering(first, tmp_path).embed_passages(texts)
    question = Remembering(first, tmp_path).embed_query("zwembad")
    assert first.texts == 4  # three passages and a question: the two uses are kept apart
    again = Remembering(second, tmp_path)
    np.testing.assert_array_equal(again.embed_passages(texts), vectors)
    np.testing.assert_array_equal(again.embed_query("zwembad"), question)
    assert second.texts == 0
    assert again.embed_passages([]).shape == (0, 256)


def test_models_do_not_share_what_is_remembered(tmp_path):
    other = Counting()
    other.name = "counting@2"
    Remembering(Counting(), tmp_path).embed_query("zwembad")
    Remembering(other, tmp_path).embed_query("zwembad")
    assert other.texts == 1


def test_reciprocal_ranks_add_up():
    merged = by_reciprocal_rank({"q": {"a": 9.0, "b": 1.0}}, {"q": {"b": 5.0, "c": 4.0}})
    assert list(merged["q"]) == ["b", "a", "c"]
    assert merged["q"]["b"] == pytest.approx(1 / 62 + 1 / 61)


def test_every_system_is_measured_on_all_and_on_unseen_questions(folder, embedder):
    rows = measure(folder, embedder, embedder)
    assert [row.which for row in rows] == [ALL, UNSEEN]
    assert rows[0].questions == 40 > rows[1].questions > 0
    for row in rows:
        assert tuple(row.means) == SYSTEMS
        assert row.means["lexical"]["ndcg_cut_10"] > 0.95
        assert all(0 <= mean <= 1 for means in row.means.values() for mean in means.values())
    assert json.loads(json.dumps(rows[0].as_json()))["systems"]["bm25s"]["nDCG@10"] > 0.9


def telling():
    """Return a small set in which each part of the search has its say."""
    long = "\n".join(
        f"Paragraaf {i} gaat over het zwembad en de toegangsprijs. " + f"Er komt een {SUBJECTS[i]}. " * 30
        for i in range(5)
    )
    texts = [
        ("Reglement van het zwembad", long),
        ("Zwembad", "De toegangsprijs blijft gelijk."),
        ("", "Het zwembad is dicht tijdens de kermis."),
        ("", "De stad treedt op als opdrachtencentrale."),
        ("", "Het zonnepanelenproject op de sporthal krijgt geld."),
        ("", "Wat hebben we nodig? We beslisten te wachten."),
    ]
    asked = [
        "zwembad toegangsprijs",
        "aankoopcentrale",
        "zonnepanelen",
        "zwembad -kermis",
        "wat hebben we beslist over zwembad",
    ]
    documents = tuple(Entry(f"a{i}", title, text) for i, (title, text) in enumerate(texts))
    return QuestionSet(documents, {f"q{i}": text for i, text in enumerate(asked)}, {})


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_each_part_changes_something_and_comes_back(part, embedder):
    asked = telling()
    with knowledge_base(asked, embedder) as kb:
        whole = ask(kb, asked, Mode.HYBRID)[0]
        with part.off():
            if part.at_reading:
                with knowledge_base(asked, embedder) as other:
                    without = ask(other, asked, Mode.HYBRID)[0]
            else:
                without = ask(kb, asked, Mode.HYBRID)[0]
        assert without != whole
        assert ask(kb, asked, Mode.HYBRID)[0] == whole


def test_an_ablation_has_a_figure_for_each_part(folder, embedder):
    found = without_each(folder, embedder, Counting(), None)
    assert list(found) == [*(part.name for part in PARTS), OWN_MODEL]


def test_nothing_unseen_is_no_ablation(folder, embedder):
    known = next(f"a{i}" for i in range(40) if not held_out(folder.name, f"a{i}"))
    (folder / "qrels" / "test.tsv").write_text(f"query-id\tcorpus-id\tscore\nq0\t{known}\t1\n")
    assert without_each(folder, embedder, embedder, None) == {}
    assert [found.which for found in measure(folder, embedder, embedder)] == [ALL]


def row(which=UNSEEN, name="een_set"):
    """Return a row of made-up figures."""
    means = {system: {"ndcg_cut_10": 0.5, "recall_10": 0.6, "recall_100": 0.7, "recip_rank": 0.4} for system in SYSTEMS}
    return Row(name, which, 12, means, {("hybrid", "bm25s"): Difference(0.1, 0.05, 0.15)})


def test_tables_say_which_questions_and_mark_what_is_beyond_chance():
    text = report.tables([row(ALL), row(UNSEEN)])
    assert "| een_set | unseen (12) | **+0.100 [+0.050, +0.150]** |" in text
    assert "| een_set | all (12) | 0.700 |" in text
    ablations = report.ablation_table(
        {"een": {"x": Difference(-0.1, -0.2, -0.01)}, "twee": {"y": Difference(0, -1, 1)}}
    )
    assert "| x | **-0.100** |  |" in ablations
    assert "| y |  | +0.000 |" in ablations


def test_the_plot_is_the_same_each_time_and_small(tmp_path):
    for name in ("a.svg", "b.svg"):
        report.plot([row(ALL), row(UNSEEN), row(UNSEEN, "nog_een")], tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert (tmp_path / "a.svg").stat().st_size < 40_000


def test_only_what_stands_between_the_marks_is_replaced(tmp_path):
    page = tmp_path / "README.md"
    page.write_text("before\n<!-- figures -->\nold\n<!-- end of figures -->\nafter\n")
    for _ in range(2):
        report.replace_between("figures", "| new |", page)
    assert page.read_text() == "before\n<!-- figures -->\n\n| new |\n\n<!-- end of figures -->\nafter\n"
    with pytest.raises(ValueError, match="no place for other"):
        report.replace_between("other", "x", page)
