"""The measurements of speed, each on very little: that they run, and on what they say they do."""

import os

import pytest

from access import reader_named
from benchmarks import asking, embedding, large
from benchmarks.retrieval.questions import every_set
from search import open_knowledge_base
from search.answer import Query


@pytest.mark.skipif(not every_set(), reason="the sets that it is made of do not lie beside the project")
def test_a_large_knowledge_base_is_made_and_asked(data, embedder, monkeypatch):
    monkeypatch.setattr(large, "SOURCES", ("dekamer_title2answer",))
    monkeypatch.setattr(large, "SENTENCES", 300)
    large.fill(data, 200, embedder)
    kb, reader = open_knowledge_base(data, embedder), reader_named(None)
    assert kb.overview(reader).passages == 200
    assert len(kb.documents(reader, Query("", municipalities=("Damme",)))) == 1
    times = asking.measure(data, 1)
    assert times.keys() == {"search", "filtered", "embed", "lexical", "dense"}
    assert all(0 < value["p50_ms"] <= value["p95_ms"] for value in times.values())


def test_one_core_is_one_core_and_no_longer():
    before = os.sched_getaffinity(0)
    with embedding.one_core():
        assert len(os.sched_getaffinity(0)) == 1
    assert os.sched_getaffinity(0) == before
