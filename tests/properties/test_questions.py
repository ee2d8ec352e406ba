"""Whatever is typed, by whomever: an answer, never an error, and never what the reader may not read."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.pipeline import ingest
from search import open_knowledge_base
from search.answer import Query
from search.types import EVERYONE, Reader
from tests.conftest import DOCUMENTS

NASTY = ['"', '""', "a OR", "NEAR(", "body:geheim", "*", "^", "a AND NOT", "'; DROP TABLE words; --", "\x00", "\ud800"]
SECRET = "vertrouwelijk dossier kwakzalverij"


@pytest.fixture(scope="module")
def kb(tmp_path_factory, embedder):
    root, data = tmp_path_factory.mktemp("open"), tmp_path_factory.mktemp("data")
    for i, text in enumerate(DOCUMENTS.values()):
        (root / f"{i}.txt").write_text(text, encoding="utf-8")
    closed = tmp_path_factory.mktemp("closed")
    (closed / "geheim.txt").write_text(f"Het {SECRET} wordt besproken.\n", encoding="utf-8")
    ingest([root], data, embedder)
    ingest([closed], data, embedder, audience="exello")
    return open_knowledge_base(data, embedder)


@given(text=st.one_of(st.text(max_size=80), st.sampled_from(NASTY), st.lists(st.sampled_from(NASTY)).map(" ".join)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_may_be_typed(kb, text):
    answer = kb.search(text, Reader("a", frozenset({EVERYONE})))
    assert answer.abstained == (not answer.results)
    scores = [result.score for result in answer.results]
    assert scores == sorted(scores, reverse=True)


@given(
    words=st.lists(st.sampled_from([*SECRET.split(), "zonnepanelen", "warmtenet", "besproken"]), min_size=1),
    audiences=st.frozensets(st.sampled_from([EVERYONE, "exello", "brugge"])),
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_result_is_readable_by_its_reader(kb, words, audiences):
    answer = kb.search(Query(" ".join(words)), Reader("a", audiences), 100)
    assert {result.document.audience for result in answer.results} <= audiences
    assert answer.searched.documents == len(kb.documents(Reader("a", audiences)))
    if "exello" not in audiences:
        shown = repr((answer.results, answer.facets, answer.suggestions, answer.searched))
        assert "kwakzalverij" not in shown
        assert "geheim" not in shown


def test_a_very_long_question_is_cut_and_answered(kb):
    answer = kb.search("zonnepanelen sporthal " + "woord " * 100_000, Reader("a", frozenset({EVERYONE})))
    assert len(answer.understood["subject"]) <= 500
