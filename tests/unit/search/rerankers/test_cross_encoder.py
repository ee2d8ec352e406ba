"""A cross-encoder of one layer at random weights, made here: read from its folder, refused where it should be."""

import numpy as np
import pytest

from search import rerankers
from search.embedders import ModelNotFound

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "raad", "zwembad", "belasting", "vraag"]


@pytest.fixture(scope="session")
def make(tmp_path_factory):
    """Return what saves a cross-encoder with so many figures for each pair of texts, and says where."""
    pytest.importorskip("torch")
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    def saved(figures=1):
        torch.manual_seed(0)
        folder = tmp_path_factory.mktemp("klein")
        (folder / "vocab.txt").write_text("\n".join(WORDS))
        size = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
        config = BertConfig(vocab_size=len(WORDS), max_position_embeddings=32, num_labels=figures, **size)
        BertForSequenceClassification(config).save_pretrained(folder)
        BertTokenizerFast(str(folder / "vocab.txt"), model_max_length=32).save_pretrained(folder)
        return folder

    return saved


@pytest.fixture(scope="session")
def reranker(make):
    return rerankers.build(str(make()), threads=2)


def test_a_folder_is_a_reranker(reranker):
    scores = reranker.score("raad zwembad", ["zwembad", "", "belasting " * 5_000, "onbekend \ud800"])
    assert scores.shape == (4,)
    assert scores.dtype == np.float32
    assert ((scores >= 0) & (scores <= 1)).all()
    assert len(set(scores[:2].tolist())) == 2


def test_a_score_does_not_depend_on_what_is_read_beside_it(reranker):
    texts = ["zwembad", "belasting raad vraag raad vraag raad", "raad"]
    together = reranker.score("vraag", texts)
    alone = [float(reranker.score("vraag", [text])[0]) for text in texts]
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_nothing_to_read_is_no_scores(reranker):
    assert reranker.score("vraag", []).shape == (0,)


@pytest.mark.parametrize("name", ["/no/such/folder", "./nergens", "nergens/niets", "", "/"])
def test_a_missing_model_is_said_in_dutch(name, monkeypatch):
    pytest.importorskip("torch")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelNotFound, match="herschikken staat niet op deze computer"):
        rerankers.build(name)


def test_a_classifier_is_no_reranker(make):
    with pytest.raises(ModelNotFound, match="geeft 3 cijfers"):
        rerankers.build(str(make(figures=3)))


def test_pickled_weights_are_refused(make):
    import torch
    from safetensors.torch import load_file

    weights = make() / "model.safetensors"
    torch.save(load_file(weights), weights.with_name("pytorch_model.bin"))
    weights.unlink()
    with pytest.raises(ModelNotFound):
        rerankers.build(str(weights.parent))
