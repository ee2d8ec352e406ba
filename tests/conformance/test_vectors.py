"""What every vector engine must do. A new file in search/vectors is under test the moment it exists."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search import vectors
from search.types import Hit

DIM = 32


@pytest.fixture(params=vectors.NAMES)
def engine(request):
    return request.param


def unit(n, dim=DIM, seed=0):
    rows = np.random.default_rng(seed).normal(size=(n, dim)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def filled(engine, ids, rows):
    index = vectors.build(engine, rows.shape[1])
    index.add(np.asarray(ids, dtype=np.int64), rows)
    return index


def ids_of(hits):
    return [hit.passage_id for hit in hits]


def test_listing_names_imports_no_engine():
    code = "import sys, search.vectors as v; assert 'exact' in v.NAMES; assert 'faiss' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_unknown_engine_is_refused():
    with pytest.raises(ValueError, match="exact"):
        vectors.build("nope", DIM)


def test_nearest_to_itself(engine):
    rows = unit(200)
    index = filled(engine, np.arange(200) * 7 + 3, rows)
    for i in range(0, 200, 17):
        best = index.search(rows[i], 1, None)[0]
        assert best.passage_id == i * 7 + 3
        assert best.score == pytest.approx(1, abs=2e-3)


def test_agrees_with_exact(engine):
    rows, ids = unit(3000), np.arange(3000) * 2
    index, reference = filled(engine, ids, rows), filled("exact", ids, rows)
    found = 0
    for question in unit(50, seed=1):
        hits, right = index.search(question, 10, None), reference.search(question, 10, None)
        found += len(set(ids_of(hits)) & set(ids_of(right)))
        np.testing.assert_allclose([h.score for h in hits], [h.score for h in right], atol=2e-3)
    assert found >= 0.98 * 500


@pytest.mark.parametrize("share", [0.002, 0.05, 0.3, 0.95])
def test_only_allowed_and_best_of_those(engine, share):
    rows, ids = unit(2000), np.arange(2000) + 10
    allowed = np.sort(np.random.default_rng(5).choice(ids, int(2000 * share), replace=False))
    index, reference = filled(engine, ids, rows), filled("exact", ids, rows)
    for question in unit(10, seed=2):
        hits = ids_of(index.search(question, 10, allowed))
        assert set(hits) <= set(allowed.tolist())
        assert len(hits) == min(10, len(allowed))
        assert len(set(hits) & set(ids_of(reference.search(question, 10, allowed)))) >= len(hits) - 1


def test_nothing_allowed_gives_nothing(engine):
    rows = unit(10)
    index = filled(engine, np.arange(10), rows)
    assert index.search(rows[0], 5, np.empty(0, dtype=np.int64)) == []
    assert index.search(rows[0], 5, np.array([10, 999], dtype=np.int64)) == []


def test_allowed_ids_that_are_not_there_are_ignored(engine):
    rows = unit(10)
    index = filled(engine, np.arange(10) * 2, rows)
    assert ids_of(index.search(rows[2], 9, np.array([-1, 4, 5, 100], dtype=np.int64))) == [4]


def test_empty_index(engine):
    index = vectors.build(engine, DIM)
    assert index.search(unit(1)[0], 3, None) == []
    assert index.search(unit(1)[0], 3, np.array([1], dtype=np.int64)) == []


def test_k_above_what_there_is_and_k_zero(engine):
    rows = unit(4)
    index = filled(engine, np.arange(4), rows)
    assert sorted(ids_of(index.search(rows[0], 100, None))) == [0, 1, 2, 3]
    assert index.search(rows[0], 0, None) == []


@pytest.mark.parametrize("k", [1, 3, 8, 19])
def test_ties_go_by_id_also_at_the_last_place(engine, k):
    same, other = unit(2)
    rows = np.stack([other, *[same] * 20, other])
    index = filled(engine, np.arange(22) + 100, rows)
    assert ids_of(index.search(same, k, None)) == list(range(101, 101 + k))
    assert ids_of(index.search(same, k, np.arange(110, 122))) == list(range(110, 122))[: min(k, 12)][:k]


def test_same_question_same_answer(engine):
    index = filled(engine, np.arange(500), unit(500))
    question = unit(1, seed=9)[0]
    assert index.search(question, 20, None) == index.search(question, 20, None)


def test_adding_in_steps_equals_adding_at_once(engine):
    rows, ids, question = unit(300), np.arange(300), unit(1, seed=4)[0]
    steps = vectors.build(engine, DIM)
    for part in np.array_split(ids, 7):
        steps.add(part, rows[part] * np.float32(1))
    steps.add(np.empty(0, dtype=np.int64), np.empty((0, DIM), dtype=np.float32))
    assert steps.search(question, 30, None) == filled(engine, ids, rows).search(question, 30, None)


def test_ids_must_ascend(engine):
    index = filled(engine, [1, 5], unit(2))
    with pytest.raises(ValueError, match="ascending"):
        index.add(np.array([5]), unit(1))
    with pytest.raises(ValueError, match="ascending"):
        index.add(np.array([9, 8]), unit(2))
    assert len(index.search(unit(1)[0], 9, None)) == 2


@pytest.mark.parametrize("n", [0, 1, 300])
def test_written_and_read_gives_the_same_and_can_grow(engine, tmp_path, n):
    rows, path, question = unit(n + 5), str(tmp_path / "index"), unit(1, seed=3)[0]
    index = filled(engine, np.arange(n), rows[:n])
    index.write(path)
    again = vectors.read(engine, path)
    assert again.search(question, 20, None) == index.search(question, 20, None)
    for grown in (index, again):
        grown.add(np.arange(n, n + 5), rows[n:])
    assert again.search(question, 20, None) == index.search(question, 20, None)
    again.write(path + "2")
    assert vectors.read(engine, path + "2").search(question, 20, None) == index.search(question, 20, None)


@pytest.mark.parametrize("share", [0, 0.001, 0.02, 0.5, 0.99])
def test_a_file_cut_short_is_refused(engine, tmp_path, share):
    path = tmp_path / "index"
    filled(engine, np.arange(100), unit(100)).write(str(path))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ValueError, match="index"):
        vectors.read(engine, str(path))


def test_a_file_that_is_something_else_is_refused(engine, tmp_path):
    path = tmp_path / "index"
    for content in (b"IxMp" + b"\xff" * 400, b"PK\x03\x04" + b"\0" * 99, b"IxFI" + b"\0" * 200):
        path.write_bytes(content)
        with pytest.raises(ValueError, match="index"):
            vectors.read(engine, str(path))


def test_a_damaged_beginning_never_ends_the_process(engine, tmp_path):
    path = tmp_path / "index"
    filled(engine, np.arange(20), unit(20)).write(str(path))
    whole = path.read_bytes()
    generator = np.random.default_rng(0)
    for place in range(150):
        damaged = bytearray(whole)
        damaged[place] ^= int(generator.integers(1, 256))
        path.write_bytes(damaged)
        try:
            vectors.read(engine, str(path)).search(unit(1)[0], 5, None)
        except ValueError:
            continue


def test_a_missing_file_is_an_os_error(engine, tmp_path):
    with pytest.raises(OSError, match="nothing"):
        vectors.read(engine, str(tmp_path / "nothing"))


@pytest.mark.parametrize("name", vectors.NAMES)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_any_ids_any_filter(name, data):
    ids = sorted(data.draw(st.sets(st.integers(0, 2**40), max_size=40)))
    allowed = sorted(data.draw(st.sets(st.sampled_from(ids) if ids else st.integers(0, 9), max_size=40)))
    k = data.draw(st.integers(0, 50))
    hits = filled(name, ids, unit(len(ids))).search(unit(1, seed=1)[0], k, np.array(allowed, dtype=np.int64))
    assert len(hits) == min(k, len(set(allowed) & set(ids)))
    assert set(ids_of(hits)) <= set(allowed)
    assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))
    assert all(isinstance(hit, Hit) for hit in hits)
