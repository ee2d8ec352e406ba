"""What was said as labelled questions: for three readers, and measured with `evaluate`."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from access import reader_named
from desk.exports.judgements import labels, named, written
from desk.kept import feedback
from desk.kept.feedback import Judgement, MadeWith, Verdict
from desk.kept.judgements import Placed, State
from evaluation.beir import read
from evaluation.run import evaluate
from ingest.pipeline import ingest
from search import KnowledgeBase, Mode, open_knowledge_base
from search.answer import Query
from search.types import EVERYONE, Document, Embedder, Kind, Outcome, Reader

NOW = MadeWith("model@1", "r1")
READERS = ("iedereen", "a", "b")
ALL = Reader("test", frozenset(READERS))
SUBJECTS = ("fietsenstalling", "warmtenet", "bibliotheek", "strooizout", "zwembad", "kerkfabriek")


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> KnowledgeBase:
    """Six papers for everyone, one for a and one for b."""
    root: Path = tmp_path_factory.mktemp("vragenset")
    for audience, subjects in (("iedereen", SUBJECTS), ("a", ("kwikschade",)), ("b", ("loodschade",))):
        (root / audience).mkdir()
        for subject in subjects:
            text = f"# Gemeente Damme\n\nNota {subject}\n\nDe gemeente bespreekt de {subject} met de buren.\n"
            (root / audience / f"2020-01-02_{subject}.md").write_text(text)
        ingest([root / audience], root / "data", embedder, audience=audience, workers=1)
    return open_knowledge_base(root / "data", embedder)


@pytest.fixture
def said(kb: KnowledgeBase) -> list[Judgement]:
    """Each subject asked and answered by its own paper; what is a's and b's by theirs, and by one for everyone."""
    every = [judged(kb, subject, subject, Verdict.ANSWERS) for subject in (*SUBJECTS, "kwikschade", "loodschade")]
    return [
        *every,
        judged(kb, "kwikschade", "zwembad", Verdict.DOES_NOT),
        judged(kb, "warmtenet", "zwembad", Verdict.DOES_NOT),
    ]


def judged(kb: KnowledgeBase, question: str, subject: str, verdict: Verdict) -> Judgement:
    document = next(each for each in kb.documents(ALL) if subject in each.path)
    about = feedback.about(document, 1, kb.passages(document.id, ALL)[0], 1)
    return Judgement(1, "an", datetime.now(UTC), Query(f"wat met de {question}?"), verdict, about, "", NOW)


def rows(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text().splitlines()]


@pytest.mark.parametrize("name", READERS)
def test_the_set_holds_what_its_reader_may_read_and_not_a_word_more(
    kb: KnowledgeBase, said: list[Judgement], tmp_path: Path, name: str
) -> None:
    done = written(tmp_path / "uit", kb, reader_named(name), said)
    assert done
    assert {row["_id"].removesuffix(".md")[11:] for row in rows(tmp_path / "uit" / "corpus.jsonl")} == {
        *SUBJECTS,
        *{"a": ("kwikschade",), "b": ("loodschade",)}.get(name, ()),
    }
    whole = "".join(file.read_text() for file in (tmp_path / "uit").rglob("*") if file.is_file())
    assert ("kwikschade.md" in whole) is (name == "a")
    assert ("loodschade" in whole) is (name == "b")  # its question is about what others may not read, and nothing else
    assert done.documents == len(SUBJECTS) + (name != "iedereen")


def test_evaluate_measures_the_set_and_sees_a_search_that_fails(
    kb: KnowledgeBase, said: list[Judgement], tmp_path: Path, embedder: Embedder
) -> None:
    done = written(tmp_path, kb, reader_named("a"), said)
    assert done
    found = read(tmp_path)
    assert len(found.questions) == 7 == done.questions - done.unmeasured
    (figures,) = evaluate(found, embedder, [Mode.HYBRID])
    assert figures.queries == 7
    assert figures.ndcg_at_10 > 0.9  # each question names its paper
    wrong = {question: {"2020-01-02_zwembad.md": 1} for question in found.grades}
    (bad,) = evaluate(replace(found, grades=wrong), embedder, [Mode.HYBRID])
    assert bad.ndcg_at_10 < 0.6


def test_the_files_are_for_who_exports_alone_and_a_second_time_is_the_same(
    kb: KnowledgeBase, said: list[Judgement], tmp_path: Path
) -> None:
    def content() -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}

    written(tmp_path, kb, ALL, said)
    first = content()
    assert set(first) == {"corpus.jsonl", "queries.jsonl", "test.tsv"}
    assert all(file.stat().st_mode & 0o077 == 0 for file in tmp_path.rglob("*") if file.is_file())
    written(tmp_path, kb, ALL, said)
    assert content() == first


def test_where_nothing_was_said_of_what_may_be_read_nothing_is_written(
    kb: KnowledgeBase, said: list[Judgement], tmp_path: Path
) -> None:
    of_b = [each for each in said if "lood" in each.query.text]
    assert written(tmp_path / "uit", kb, reader_named("a"), of_b) is None
    assert written(tmp_path / "uit", kb, ALL, []) is None
    assert not (tmp_path / "uit").exists()


def test_odd_names_of_files_come_back_as_they_are(
    kb: KnowledgeBase, said: list[Judgement], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = "map\t\"met\"\n'tekens'.md"
    monkeypatch.setattr(
        "desk.exports.judgements.named", lambda documents: dict.fromkeys((d.id for d in documents), odd)
    )
    written(tmp_path, kb, ALL, said[:1])
    assert list(read(tmp_path).grades.values()) == [{odd: 1}]


def paper(number: int, path: str = "x.md") -> Document:
    return Document(number, path, "0" * 64, "Stuk", Kind.OTHER, None, None, None, None, 1, EVERYONE, Outcome.OK, "")


def placed(*said: tuple[str, int, Verdict]) -> Iterable[Placed]:
    for owner, document, verdict in said:
        judgement = Judgement(1, owner, datetime.now(UTC), Query("q"), verdict, None, "", NOW)
        yield Placed(judgement, State.STANDS, paper(document))


YES, NO, MISSED = Verdict.ANSWERS, Verdict.DOES_NOT, Verdict.MISSED


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        ([("an", 1, YES)], 1),
        ([("an", 1, NO)], 0),
        ([("an", 1, MISSED)], 1),
        ([("an", 1, YES), ("an", 1, NO)], 1),  # one passage of it answers, another does not
        ([("an", 1, YES), ("bo", 1, NO), ("cy", 1, NO)], 0),
        ([("an", 1, YES), ("bo", 1, MISSED), ("cy", 1, NO)], 1),
        ([("an", 1, YES), ("bo", 1, NO)], None),
    ],
)
def test_what_most_people_say_is_the_label(said: list[tuple[str, int, Verdict]], grade: int | None) -> None:
    assert labels(placed(*said)).get("q", {}) == ({} if grade is None else {1: grade})


def test_what_was_said_of_another_version_is_no_label() -> None:
    (one,) = placed(("an", 1, YES))
    assert labels([replace(one, state=State.CHANGED)]) == {}


def test_two_papers_of_one_path_have_two_names() -> None:
    assert named([paper(1), paper(2), paper(3, "y.md")]) == {1: "x.md", 2: "x.md#2", 3: "y.md"}
