"""What tells whether something answers a question: read from what the reader may read, and from nothing else."""

import pytest

from access import reader_named
from evaluation.questions import Answerable, Base, labelled
from ingest.pipeline import ingest
from search import open_knowledge_base
from search.answer import Query
from search.narrowing import grounded
from search.question import parse

PAPERS = {
    "damme.md": (
        "# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van 23 mei 2016.\n\n"
        "## 1. Belasting\n\nDe raad stelt de belasting op tweede verblijven vast op 480 euro.\n\n"
        "## 2. Sporthal\n\nDe sporthal krijgt zonnepanelen.\n"
    ),
    "knokke.md": (
        "# Gemeente Knokke-Heist\n\nNotulen van de gemeenteraad. Zitting van 30 april 2015.\n\n"
        "## 1. Zeedijk\n\nDe terrassen op de zeedijk in Knokke-Heist blijven tot in de herfst.\n"
    ),
    "overleg.txt": (
        "Burgemeestersoverleg Brugge\nVerslag van het overleg van 16 maart 2012\n\n"
        "De burgemeesters bespreken het strooizout. Knokke-Heist haalt zijn strooizout zelf.\n"
    ),
}


@pytest.fixture
def read(tmp_path, embedder):
    """Read papers in for an audience, and open the knowledge base."""

    def made(papers, audience="iedereen"):
        folder = tmp_path / audience
        for name, text in papers.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        ingest([folder], tmp_path / "data", embedder, audience=audience, workers=1)
        return open_knowledge_base(tmp_path / "data", embedder)

    return made


def met(kb, text, reader):
    return kb.met(grounded(kb.db, parse(Query(text)), reader), reader).signals


def test_a_subject_that_only_another_municipality_treats_is_not_said(read, everyone):
    kb = read(PAPERS)
    assert met(kb, "belasting tweede verblijven in Damme", everyone).said == 1.0
    assert met(kb, "belasting tweede verblijven in Knokke-Heist", everyone).said < 0.5


def test_a_municipality_that_a_partnership_names_counts_as_its_own(read, everyone):
    assert met(read(PAPERS), "strooizout Knokke-Heist", everyone).said == 1.0


def test_a_year_is_met_by_the_paper_or_by_the_passage(read, everyone):
    kb = read(PAPERS)
    assert met(kb, "zonnepanelen sporthal 2016", everyone).said > 0.5
    assert met(kb, "zonnepanelen sporthal 2013", everyone).said == 0.0
    assert met(kb, "belasting 480", everyone).said == 1.0


def test_a_word_inside_a_compound_is_said_and_so_is_a_compound_by_its_parts(read, everyone):
    kb = read(PAPERS)
    assert met(kb, "panelen", everyone).said > 0.5
    assert met(kb, "verblijvenbelasting", everyone).said > 0.5


def test_what_may_not_be_read_changes_no_signal(read, everyone):
    kb = read(PAPERS)
    questions = ("hondenweide", "belasting tweede verblijven in Damme", "zonnepanelen", "asdfqwer")
    before = [met(kb, question, everyone) for question in questions]
    secret = {f"{n}.md": f"# Gemeente Damme\n\nNotulen\n\n## 1. Hondenweide\n\nHondenweide {n}.\n" for n in range(5)}
    kb = read(secret, "college")
    assert [met(kb, question, everyone) for question in questions] == before
    assert met(kb, "hondenweide", reader_named("college")).said == 1.0


@pytest.mark.parametrize("question", ["", "?!", "\x00", "de het een"])
def test_a_question_without_words_is_not_answered(read, everyone, question):
    kb = read(PAPERS)
    assert met(kb, question, everyone).said == 0.0
    assert kb.search(question, everyone).abstained


def test_a_municipality_and_nothing_else_asks_for_what_is_of_there(read, everyone):
    assert {found.document.municipality for found in read(PAPERS).search("Damme", everyone).results} == {"Damme"}


def test_a_base_of_one_passage_answers_what_it_says(read, everyone):
    kb = read({"a.txt": "De raad keurt het reglement op de hondenweide goed."})
    assert not kb.search("reglement hondenweide", everyone).abstained
    assert kb.search("zwembad", everyone).abstained


def test_the_sample_corpus_is_answered_where_it_can_be_and_seldom_where_it_cannot(sample, everyone):
    """Guards what was measured (docs/decisions/0007) with room for a few questions."""
    asked = [question for question in labelled() if question.base is Base.SAMPLE]
    answered = {question: not sample.search(question.text, everyone).abstained for question in asked}
    can = [answered[question] for question in asked if question.answerable is Answerable.YES]
    cannot = [answered[question] for question in asked if question.answerable is not Answerable.YES]
    assert sum(can) >= 0.85 * len(can)
    assert sum(cannot) <= 0.1 * len(cannot)
