"""A site's own reranker, in a search and on the command line."""

import numpy as np

from access import reader_named
from cli.__main__ import main
from ingest.pipeline import ingest
from search import open_knowledge_base


class LikesStreetLamps:
    """A Reranker that prefers what is said of street lamps, and remembers what it was given to read."""

    name = "lamps"

    def __init__(self):
        self.read = []

    def score(self, question, texts, /):
        self.read += texts
        return np.array([float("straatlampen" in text) for text in texts], dtype=np.float32)


def test_the_reranker_decides_among_what_was_found(folder, data, embedder, everyone):
    (folder / "a.txt").write_text("De raad keurt de verlichting van de sporthal goed. Verlichting is nodig.")
    (folder / "b.txt").write_text("De raad keurt de verlichting goed: straatlampen worden vervangen in 2021.")
    ingest([folder], data, embedder, workers=1)
    question = "verlichting"
    plain = [r.document.path for r in open_knowledge_base(data, embedder).search(question, everyone).results]
    assert plain[0] == "a.txt"
    answer = open_knowledge_base(data, embedder, LikesStreetLamps()).search(question, everyone)
    reranked = [r.document.path for r in answer.results]
    assert reranked[0] == "b.txt"
    assert set(reranked) == set(plain)


def test_the_reranker_reads_only_what_the_reader_may_read(folder, data, embedder):
    (folder / "b.txt").write_text("Besloten zitting: straatlampen worden vervangen door zonnepanelen.")
    ingest([folder / "b.txt"], data, embedder, workers=1, audience="bestuur")
    ingest([folder / "damme"], data, embedder, workers=1)
    for name, sees in (("", False), ("bestuur", True)):
        reranker = LikesStreetLamps()
        open_knowledge_base(data, embedder, reranker).search("zonnepanelen", reader_named(name or None))
        assert any("straatlampen" in text for text in reranker.read) is sees


def test_without_its_reranker_a_search_goes_on_and_says_so(folder, data, capsys, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert main(["ingest", str(folder), "--data", str(data), "--model", "hashing", "--json"]) == 0
    capsys.readouterr()
    assert main(["search", "zonnepanelen", "--data", str(data), "--reranker", "./nergens", "--json"]) == 0
    said = capsys.readouterr()
    assert "zonder herschikken" in " ".join(said.err.split())
    assert "2016-05-23_notulen.md" in said.out


def test_figures_are_never_those_of_another_reranker(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    (tmp_path / "qrels").mkdir()
    (tmp_path / "corpus.jsonl").write_text('{"_id": "d", "title": "", "text": "zwembad"}\n')
    (tmp_path / "queries.jsonl").write_text('{"_id": "q", "text": "zwembad"}\n')
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq\td\t1\n")
    assert main(["evaluate", str(tmp_path), "--model", "hashing", "--reranker", "./nergens"]) == 2
    assert "./nergens" in " ".join(capsys.readouterr().err.split())


def test_the_app_opens_without_its_reranker_and_logs_it(folder, data, embedder, everyone, monkeypatch, caplog):
    from views import session

    ingest([folder], data, embedder, workers=1)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(data))
    monkeypatch.setenv("STREEKGEHEUGEN_RERANKER", "./nergens")
    opened = session.knowledge_base()
    assert opened.reranker is None
    assert opened.search("zonnepanelen", everyone).results
    assert "zonder herschikken" in caplog.text
