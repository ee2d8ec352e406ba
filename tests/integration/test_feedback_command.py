import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.__main__ import main
from desk.kept import feedback
from desk.kept.feedback import MadeWith, Verdict
from search import KnowledgeBase
from search.answer import Query
from search.types import Reader

NOW = MadeWith("model@1", "r1")


@pytest.fixture
def kb(make: Callable[[], KnowledgeBase], everyone: Reader) -> KnowledgeBase:
    """A knowledge base in which two people said what they think."""
    made = make()
    for owner, text, ending, verdict in (
        ("an", "zonnepanelen sporthal", "notulen.md", Verdict.ANSWERS),
        ("bo", "Zonnepanelen sporthal?", "notulen.md", Verdict.ANSWERS),
        ("an", "zonnepanelen sporthal", "besluitenlijst.html", Verdict.DOES_NOT),
        ("an", "strooizout", "verslag.txt", Verdict.MISSED),
    ):
        document = next(each for each in made.documents(everyone) if each.path.endswith(ending))
        feedback.judge(made.data, owner, Query(text), verdict, feedback.about(document, 1), NOW)
    feedback.miss(made.data, "an", Query("kwik"), "in mei", NOW)
    return made


def test_what_was_said_is_counted(kb: KnowledgeBase, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feedback", "--data", str(kb.data), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "judgements": 5, "questions": 3, "answers": 2, "does_not": 1, "missed": 1, "unanswered": 1,
    }  # fmt: skip


def test_a_set_is_exported_that_evaluate_measures(
    kb: KnowledgeBase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "diep" / "uit"
    assert main(["feedback", "--data", str(kb.data), "--export", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "folder": str(folder), "documents": 3, "questions": 2, "labels": 3, "unmeasured": 0,
    }  # fmt: skip
    assert main(["evaluate", str(folder), "--model", "hashing", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["queries"] == 2
    assert figures["ndcg@10"] == 1.0  # each question names words of its paper alone


def test_who_may_read_nothing_that_was_judged_gets_no_folder(
    make: Callable[[], KnowledgeBase], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = make()
    feedback.miss(made.data, "an", Query("kwik"), "in mei", NOW)
    assert main(["feedback", "--data", str(made.data), "--export", str(tmp_path / "uit")]) == 1
    assert "niets geschreven" in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "uit").exists()


def test_a_set_without_an_answer_is_written_with_a_warning(
    make: Callable[[], KnowledgeBase], everyone: Reader, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = make()
    about = feedback.about(made.documents(everyone)[0], 1)
    feedback.judge(made.data, "an", Query("kwik"), Verdict.DOES_NOT, about, NOW)
    assert main(["feedback", "--data", str(made.data), "--export", str(tmp_path / "uit"), "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["unmeasured"] == 1
    assert "evaluate kan er nog niets mee" in " ".join(told.err.split())
    assert main(["evaluate", str(tmp_path / "uit")]) == 2


def test_without_a_knowledge_base_and_where_no_folder_can_be_made(
    kb: KnowledgeBase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feedback", "--data", str(tmp_path / "nergens")]) == 10
    (tmp_path / "bestand").write_text("")
    assert main(["feedback", "--data", str(kb.data), "--export", str(tmp_path / "bestand")]) == 1
    assert "Het lukt niet" in capsys.readouterr().err
