import json
import random

import pytest

from search import index, inverted, manifest, open_knowledge_base, rebuild
from search.check import check
from search.database import open_for_reading


def damage_truncate(file):
    file.write_bytes(file.read_bytes()[:-7])


def damage_flip(file):
    content = bytearray(file.read_bytes())
    content[random.Random(1).randrange(len(content))] ^= 4
    file.write_bytes(bytes(content))


def damage_empty(file):
    file.write_bytes(b"")


def damage_remove(file):
    file.unlink()


DAMAGES = [damage_truncate, damage_flip, damage_empty, damage_remove]


@pytest.mark.parametrize("name", [index.FILE, inverted.FILE, manifest.MANIFEST])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_noticed_and_the_answer_stays_the_same(make, data, embedder, everyone, damage, name):
    kb = make()
    before = [(r.document.id, r.score) for r in kb.search("zonnepanelen sporthal", everyone).results]
    assert before
    damage(data / manifest.FOLDER / name)
    if name != manifest.MANIFEST or damage is not damage_flip:  # a flipped bit may leave the manifest's meaning alone
        assert [problem.kind for problem in check(data).problems] == ["index"]
    kb = open_knowledge_base(data, embedder)
    assert [(r.document.id, r.score) for r in kb.search("zonnepanelen sporthal", everyone).results] == before
    rebuild.rebuild(data, embedder)
    assert check(data).problems == ()


def test_an_older_index_put_back_is_noticed(make, folder, data, embedder, everyone):
    make()
    old = {path.name: path.read_bytes() for path in (data / manifest.FOLDER).iterdir()}
    (folder / "nieuw.txt").write_text("De raad keurt de aankoop van hoogwerkers goed.\n", encoding="utf-8")
    kb = make()
    for name, content in old.items():
        (data / manifest.FOLDER / name).write_bytes(content)
    assert [problem.kind for problem in check(data).problems] == ["index"]
    kb = open_knowledge_base(data, embedder)
    assert kb.search("hoogwerkers", everyone).results[0].document.path == "nieuw.txt"


def test_rebuild_with_another_model_makes_new_vectors_and_keeps_everything_else(make, data, everyone, embedder):
    class Reversed:
        model, name, dim = "reversed", "reversed", embedder.dim

        def embed_passages(self, texts):
            return embedder.embed_passages(texts)[:, ::-1].copy()

        def embed_query(self, text):
            return embedder.embed_query(text)[::-1].copy()

    before = [(r.document.id, round(r.score, 3)) for r in make().search("zonnepanelen", everyone).results]
    rebuild.rebuild(data, Reversed())
    assert check(data, read_data=True).problems == ()
    written = json.loads((data / manifest.FOLDER / manifest.MANIFEST).read_text(encoding="utf-8"))
    assert written["made_from"]["embedder"] == "reversed"
    kb = open_knowledge_base(data, Reversed())
    assert [(r.document.id, round(r.score, 3)) for r in kb.search("zonnepanelen", everyone).results] == before


def test_check_finds_what_the_database_itself_does_not(make, data):
    make()
    from search.database import open_for_writing

    with open_for_writing(data) as db:
        db.execute("UPDATE passages SET text = replace(text, 'beslist', 'weigert') WHERE text LIKE '%beslist%'")
    assert check(data).problems == ()
    assert {problem.kind for problem in check(data, read_data=True).problems} == {"passage"}
    original = next((data / "originals").glob("*/*"))
    original.write_bytes(b"changed")
    assert {problem.kind for problem in check(data, read_data=True).problems} == {"passage", "original"}
    original.unlink()
    assert "original" in {problem.kind for problem in check(data).problems}


def test_a_healthy_knowledge_base_has_no_problems(make, data):
    make()
    assert check(data, read_data=True).problems == ()
    assert open_for_reading(data).execute("SELECT count(*) FROM passages").fetchone()[0] > 3
