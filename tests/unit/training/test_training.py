"""What is trained on, what is not, and that what is carried is what was trained."""

import json
import random

import numpy as np
import pytest

from evaluation.beir import read
from search.embedders import universal, universal_weights
from training.pairs import Text, cloze, draw, sources
from training.split import held_out, held_out_term

pytest.importorskip("torch")
DOCUMENTS = {f"a{i}": f"Antwoord {i}. De minister bezorgt de tabel {i}. Er volgt overleg." for i in range(40)}


def write_set(folder, name, documents, questions):
    """Write a set in BEIR layout; `questions` is {id: (text, [documents])}."""
    path = folder / name
    (path / "qrels").mkdir(parents=True)
    lines = [json.dumps({"_id": i, "title": "", "text": text}) for i, text in documents.items()]
    (path / "corpus.jsonl").write_text("\n".join(lines))
    (path / "queries.jsonl").write_text("\n".join(json.dumps({"_id": i, "text": q[0]}) for i, q in questions.items()))
    rows = [f"{i}\t{document}\t1" for i, (_, found) in questions.items() for document in found]
    (path / "qrels" / "test.tsv").write_text("\n".join(["query-id\tcorpus-id\tscore", *rows]))


@pytest.fixture
def folder(tmp_path):
    write_set(tmp_path, "dekamer_title2answer", DOCUMENTS, {f"t{i}": (f"Titel {i}", [f"a{i}"]) for i in range(40)})
    questions = {f"d{i}": f"Vraag {i} aan de minister. Klopt het dat tabel {i} ontbreekt?" for i in range(40)}
    terms = {f"th{i}": (f"trefwoord {i}", [f"d{i}", f"d{39 - i}"]) for i in range(40)}
    write_set(tmp_path, "dekamer_theme2doc", questions, terms)
    write_set(tmp_path, "govbench", {"g": "Een paspoort."}, {"q": ("paspoort", ["g"])})
    return tmp_path


def test_nothing_that_is_held_out_is_trained_on(folder):
    found = {source.name: source for source in sources(folder)}
    assert found.keys() == {"dekamer_title2answer", "dekamer_theme2doc", "title2question", "question2answer"}
    for source in found.values():
        keys = {text.key for _, text in source.pairs}
        assert keys
        assert not any(held_out("dekamer_title2answer", key) for key in keys)
    assert not any(held_out_term(question) for question, _ in found["dekamer_theme2doc"].pairs)


def test_a_question_and_its_answer_are_held_out_together():
    kept = {number for number in range(500) if not held_out("dekamer_title2answer", f"a{number}")}
    assert kept == {number for number in range(500) if not held_out("dekamer_theme2doc", f"d{number}")}
    assert 350 < len(kept) < 450
    assert held_out("govbench", "x")


def test_a_title_meets_a_passage_of_its_own_answer(folder):
    source = next(s for s in sources(folder) if s.name == "dekamer_title2answer")
    answers = {entry.id: entry.text for entry in read(folder / "dekamer_title2answer").documents}
    for pair in draw(source, range(len(source.pairs)), 60, random.Random(1)):
        number = pair.key.partition(":")[2]
        assert pair.passage in answers[f"a{number}"]
        assert f"titel {number}" in pair.query.lower()


def test_a_cloze_asks_for_what_was_taken_out():
    text = Text("x", tuple(f"Dit is de volledige zin met nummer {i} erin." for i in range(6)))
    rng = random.Random(3)
    pairs = [cloze(text, 200, rng) for _ in range(50)]
    left_in = sum(pair.query in pair.passage for pair in pairs)
    assert 0 < left_in < 35
    assert all(pair.query in " ".join(text.sentences) for pair in pairs)


@pytest.fixture(scope="module")
def module():
    from search.embedders.universal_module import UniversalSentenceEncoder

    return UniversalSentenceEncoder(universal_weights.from_package())


def test_training_computes_what_the_module_says(module):
    import torch

    from training.forward import embed

    texts = ["De raad keurt het reglement goed.", "Piscine", "Besluit over de zwemkom " * 60]
    with torch.no_grad():
        module.importance[100:5000] = 0.5
    quick = embed(module, universal.cut(module.tokenizer, texts))
    plain = module(module.preprocess(texts))["sentence_embedding"]
    np.testing.assert_allclose(quick.detach().numpy(), plain.detach().numpy(), atol=1e-5)


def test_what_is_carried_is_what_was_trained(module, tmp_path, monkeypatch):
    import torch

    from training.pack import pack

    texts = ["De raad keurt het reglement goed.", "Piscine communale", "windturbines"]
    with torch.no_grad():
        for pieces in universal.cut(module.tokenizer, texts):
            module.embedding.weight[pieces] += 0.3 * torch.randn(512)
            module.importance[pieces] = 1.7
        module.dense["d3"] += 0.02
    path = tmp_path / "weights" / "x.safetensors"
    pack(module, path)
    monkeypatch.setattr(universal_weights, "OURS", path)
    vectors = universal.build("streekgeheugen-1").embed_passages(texts)
    trained = module(module.preprocess(texts))["sentence_embedding"].detach().numpy()
    assert (vectors * trained).sum(axis=1).min() > 0.999
    assert (vectors * universal.build(universal.BASE).embed_passages(texts)).sum(axis=1).max() < 0.99
