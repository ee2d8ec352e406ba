"""Other people's models: prefixes, refusals, and a tiny model made here. No network."""

import json

import numpy as np
import pytest

from search import embedders
from search.embedders.sentence_transformers import prefixes


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a one-layer static model over seven words."""
    pytest.importorskip("torch")
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    words = ["[UNK]", "raad", "zwembad", "belasting", "vraag", "stuk", ":"]
    tokenizer = Tokenizer(models.WordLevel({word: i for i, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    weights = np.random.default_rng(0).normal(size=(len(words), 16)).astype(np.float32)
    weights[0] = 0
    module = StaticEmbedding(tokenizer, embedding_weights=weights)
    SentenceTransformer(modules=[module], device="cpu").save(str(tmp_path / "klein"))
    return tmp_path / "klein"


def with_prompts(folder, **prompts):
    path = folder / "config_sentence_transformers.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "prompts": prompts}))
    return embedders.build(str(folder))


def test_a_folder_is_an_embedder(folder):
    embedder = embedders.build(str(folder), threads=2)
    vectors = embedder.embed_passages(["raad zwembad", "belasting", "", "onbekend"])
    assert vectors.shape == (4, 16)
    assert embedder.dim == 16
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    np.testing.assert_allclose(embedder.embed_query("belasting"), vectors[1], atol=1e-6)
    assert embedder.embed_passages([]).shape == (0, 16)


def test_the_models_own_prompts_are_used(folder):
    plain = embedders.build(str(folder))
    prompted = with_prompts(folder, query="vraag: ", document="stuk: ")
    np.testing.assert_allclose(prompted.embed_query("raad"), plain.embed_query("vraag: raad"), atol=1e-6)
    np.testing.assert_allclose(prompted.embed_passages(["raad"]), plain.embed_passages(["stuk: raad"]), atol=1e-6)
    assert prompted.name != plain.name


def test_the_name_changes_with_the_parameters(folder):
    from safetensors.numpy import load_file, save_file

    before = embedders.build(str(folder)).name
    assert embedders.build(str(folder)).name == before
    path = next(folder.rglob("model.safetensors"))
    tensors = load_file(path)
    save_file({name: tensor + np.float32(0.001) for name, tensor in tensors.items()}, path)
    assert embedders.build(str(folder)).name != before


@pytest.mark.parametrize(
    ("name", "query", "passage"),
    [
        ("intfloat/multilingual-e5-base", "query: ", "passage: "),
        ("intfloat/multilingual-e5-large-instruct", "Instruct: ", ""),
        ("BAAI/bge-m3", "", ""),
        ("BAAI/bge-base-en-v1.5", "Represent this sentence", ""),
        ("nomic-ai/nomic-embed-text-v1.5", "search_query: ", "search_document: "),
        ("Snowflake/snowflake-arctic-embed-l-v2.0", "query: ", ""),
        ("sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2", "", ""),
    ],
)
def test_known_families(name, query, passage):
    found = prefixes(name, {"query": "", "document": ""})
    assert found[0].startswith(query)
    assert bool(found[0]) == bool(query)
    assert found[1] == passage


def test_prompts_of_the_model_win():
    assert prefixes("some/e5-thing", {"query": "q ", "passage": "p "}) == ("q ", "p ")


@pytest.mark.parametrize("name", ["/no/such/folder", "./nergens", "a/b/c", " "])
def test_a_missing_folder_is_said_in_dutch(name):
    with pytest.raises(embedders.ModelNotFound, match="Er is geen map"):
        embedders.build(name)


def test_a_hub_model_that_is_not_here_says_what_to_do(monkeypatch):
    pytest.importorskip("torch")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(embedders.ModelNotFound, match="hf download intfloat/not-a-model"):
        embedders.build("intfloat/not-a-model")


def test_code_that_comes_with_a_model_is_not_run(folder):
    modules = json.loads((folder / "modules.json").read_text())
    modules[0]["type"] = "evil.Module"
    (folder / "modules.json").write_text(json.dumps(modules))
    (folder / "evil.py").write_text("raise SystemExit('ran')")
    with pytest.raises(embedders.ModelNotFound, match="zonder eigen programmacode"):
        embedders.build(str(folder))


def test_pickled_weights_are_refused(folder):
    import torch
    from safetensors.torch import load_file

    path = next(folder.rglob("model.safetensors"))
    torch.save(load_file(path), path.with_name("pytorch_model.bin"))
    path.unlink()
    with pytest.raises(embedders.ModelNotFound):
        embedders.build(str(folder))
