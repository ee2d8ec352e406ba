"""What was said, as three readers may see it: of everyone, of audience a, of audience b."""

import shutil
from pathlib import Path

import pytest

from access import reader_named
from desk.kept import feedback, judgements
from desk.kept.feedback import Judgement, MadeWith, Verdict
from desk.kept.judgements import Placed, State
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base, store
from search.answer import Query
from search.database import open_for_writing
from search.types import Document, Embedder, Reader

TEXTS = {
    "iedereen": (
        "# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van 23 mei 2016.\n\n"
        "## 3. Kerkfabriek. Rekening. Advies.\n\nDe raad geeft gunstig advies over de jaarrekening van de kerkfabriek,"
        " en vraagt om het verslag van de kerkraad voortaan mee te sturen met de stukken.\n\n"
        "## 4. Zwembad. Openingsuren. Goedkeuring.\n\nHet zwembad in het park is open in juli en augustus, elke dag"
        " van negen uur tot zes uur, en in het weekend tot acht uur.\n"
    ),
    "a": "# Gemeente Jabbeke\n\nGeheim zwembad van a\n\nHet zwembad van a kost negentien duizend euro.\n",
    "b": "# Gemeente Torhout\n\nGeheim zwembad van b\n\nHet zwembad van b kost elf duizend euro.\n",
}
NOW = MadeWith("model@1", "r1")
QUERY = Query("zwembad")
READERS = ("iedereen", "a", "b")
ALL = Reader("test", frozenset(READERS))


@pytest.fixture(scope="module")
def read_in(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """A folder with a document for each audience, and a knowledge base of them."""
    root: Path = tmp_path_factory.mktemp("oordelen")
    for name, text in TEXTS.items():
        (root / name).mkdir()
        (root / name / f"zwembad-{name}.md").write_text(text)
        ingest([root / name], root / "data", embedder, audience=name, workers=1)
    return root


@pytest.fixture
def kb(read_in: Path, tmp_path: Path, embedder: Embedder) -> KnowledgeBase:
    """A copy of it, to change."""
    return open_knowledge_base(shutil.copytree(read_in / "data", tmp_path / "data"), embedder)


def paper(kb: KnowledgeBase, audience: str) -> Document:
    return next(each for each in kb.documents(ALL) if each.audience == audience)


def say(kb: KnowledgeBase, owner: str, audience: str, verdict: Verdict, query: Query = QUERY) -> None:
    document = paper(kb, audience)
    about = feedback.about(document, 1, kb.passages(document.id, ALL)[-1], 1)
    feedback.judge(kb.data, owner, query, verdict, about, NOW)


def seen(kb: KnowledgeBase, name: str) -> list[Placed]:
    return judgements.placed(kb, reader_named(name), feedback.listed(kb.data, None))


def after(kb: KnowledgeBase, read_in: Path, text: str) -> list[Placed]:
    """Read another text in from the same file, and return what was said as everyone sees it then."""
    (read_in / "iedereen" / "zwembad-iedereen.md").write_text(text)
    ingest([read_in / "iedereen"], kb.data, kb.embedder, workers=1)
    return seen(open_knowledge_base(kb.data, kb.embedder), "iedereen")


@pytest.mark.parametrize("name", READERS)
def test_each_reader_meets_only_what_he_may_read(kb: KnowledgeBase, name: str) -> None:
    for audience in READERS:
        say(kb, "an", audience, Verdict.ANSWERS)
    found = seen(kb, name)
    assert len(found) == 3
    shown = {each.document.audience for each in found if each.document}
    assert shown == {"iedereen", name}
    for each in found:
        if each.state is State.WITHHELD:
            assert each.judgement.about is None  # neither path nor page nor checksum
            assert each.passage is None
        else:
            assert each.passage
            assert "zwembad" in each.passage.text
    told = repr(found)
    assert all((f"zwembad-{other}" in told) is (other in shown) for other in READERS)


def test_a_passage_that_still_stands_in_a_paper_that_changed_still_counts(kb: KnowledgeBase, read_in: Path) -> None:
    say(kb, "an", "iedereen", Verdict.ANSWERS)
    about = feedback.about(paper(kb, "iedereen"), 1)
    feedback.judge(kb.data, "an", QUERY, Verdict.MISSED, about, NOW)
    mended = TEXTS["iedereen"].replace("gunstig advies", "na een lange bespreking met de kerkraad een gunstig advies")
    by_verdict = {each.judgement.verdict: each for each in after(kb, read_in, mended)}
    assert by_verdict[Verdict.MISSED].state is State.CHANGED  # of a page as a whole nobody can say that it is the same
    assert by_verdict[Verdict.ANSWERS].state is State.STANDS
    assert by_verdict[Verdict.ANSWERS].passage
    other = "# Gemeente Damme\n\nIets heel anders over fietsen.\n"
    assert {each.state for each in after(kb, read_in, other)} == {State.CHANGED}


def test_what_is_gone_looks_like_what_may_not_be_read(kb: KnowledgeBase) -> None:
    say(kb, "an", "iedereen", Verdict.ANSWERS)
    with open_for_writing(kb.data) as db, db.atomic():
        store.remove(db, [paper(kb, "iedereen").id])
    (found,) = judgements.placed(kb, ALL, feedback.listed(kb.data, None))
    assert (found.state, found.judgement.about) == (State.WITHHELD, None)


def test_of_two_folders_with_one_path_the_file_that_was_judged_counts(kb: KnowledgeBase, embedder: Embedder) -> None:
    say(kb, "an", "a", Verdict.ANSWERS)
    other = kb.data.parent / "elders"
    other.mkdir()
    (other / "zwembad-a.md").write_text("# Gemeente Damme\n\nEen ander zwembad, voor iedereen.\n")
    ingest([other], kb.data, embedder, workers=1)
    opened = open_knowledge_base(kb.data, embedder)
    said = feedback.listed(kb.data, None)
    (of_a,) = judgements.placed(opened, reader_named("a"), said)
    assert of_a.document
    assert (of_a.state, of_a.document.audience) == (State.STANDS, "a")
    (of_all,) = judgements.placed(opened, reader_named(None), said)
    assert of_all.state is State.CHANGED
    assert "negentien" not in repr(of_all)


def test_questions_are_put_together_whatever_their_capitals_and_filters(kb: KnowledgeBase) -> None:
    for owner, text, verdict in (
        ("an", "Zwembad?", Verdict.ANSWERS), ("bo", "zwembad", Verdict.DOES_NOT), ("bo", "park", Verdict.ANSWERS),
    ):  # fmt: skip
        say(kb, owner, "iedereen", verdict, Query(text))
    say(kb, "cy", "iedereen", Verdict.ANSWERS, Query("ZWEMBAD", municipalities=("Damme",)))
    feedback.miss(kb.data, "an", QUERY, "in de zomer", NOW)
    found: list[Judgement] = feedback.listed(kb.data, None)
    by_text = {judgements.name_of(each.query): each for each in judgements.by_question(found)}
    assert set(by_text) == {"zwembad", "park"}
    pool = by_text["zwembad"]
    assert [pool.count(verdict) for verdict in Verdict] == [2, 1, 0, 1]


def test_what_was_said_changes_nothing_that_is_found(kb: KnowledgeBase) -> None:
    everyone = reader_named(None)
    before = kb.search(QUERY, everyone)
    for owner in "abcdef":
        say(kb, owner, "iedereen", Verdict.DOES_NOT)
    assert kb.search(QUERY, everyone) == before
    assert open_knowledge_base(kb.data, kb.embedder).search(QUERY, everyone) == before
