"""Words near in meaning: which are found, and that the vectors follow the words."""

import numpy as np
import pytest

from search import vocabulary
from search.database import open_for_writing

DIM = 8
STRANGE = "vreemd"


class Meaning:
    """An embedder that knows what four words mean, and for all others nothing that they share."""

    name, dim = "meaning@1", DIM
    known = {"zwembad": (1.0, 0.1), "piscine": (1.0, 0.0), "zwemmen": (1.0, 0.6), "subsidie": (0.0, 1.0)}  # noqa: RUF012

    def __init__(self):
        self.embedded = []

    def embed_passages(self, texts):
        self.embedded += texts
        rows = np.zeros((len(texts), DIM), np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[:2] = self.known.get(text, (0, 0))
            if not row.any():
                row[2 + len(text) % (DIM - 2)] = 1.0
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def embed_query(self, text):
        return self.embed_passages([text])[0]


@pytest.fixture
def db(tmp_path):
    with open_for_writing(tmp_path) as db:
        yield db


def put(db, number, text):
    db.execute("INSERT INTO words (rowid, heading, body) VALUES (?, '', ?)", [number, text])


def test_near_words_come_nearest_first_and_others_not_at_all(db):
    put(db, 1, "zwembad zwem subsidie vergader")
    model = Meaning()
    vocabulary.bring_up_to_date(db, model)
    near = vocabulary.load(db, model).near(["piscine"])["piscine"]
    assert [word.stem for word in near] == ["zwembad", "zwem"]
    assert near[0].nearness > near[1].nearness >= vocabulary.NEAREST
    assert near == tuple(sorted(near, key=lambda word: -word.nearness))


def test_only_new_words_are_embedded_and_those_that_are_gone_are_forgotten(db):
    put(db, 1, "zwembad subsidie av 2020")
    model = Meaning()
    vocabulary.bring_up_to_date(db, model)
    assert sorted(model.embedded) == ["subsidie", "zwembad"]
    put(db, 2, "zwembad vergader")
    db.execute("DELETE FROM words WHERE rowid = 1")
    vocabulary.bring_up_to_date(db, model)
    assert len(model.embedded) == 3
    assert [stem for (stem,) in db.execute("SELECT stem FROM word_vectors")] == ["vergader", "zwembad"]


def test_however_many_words_are_near_all_are_found(db, monkeypatch):
    monkeypatch.setattr(vocabulary, "FIRST", 2)
    monkeypatch.setattr(Meaning, "known", {f"xq{chr(97 + i)}xq": (1.0, 0.01 * i) for i in range(20)} | Meaning.known)
    put(db, 1, " ".join(Meaning.known) + " " + " ".join(f"wq{chr(97 + i)}wq" for i in range(20)))
    model = Meaning()
    vocabulary.bring_up_to_date(db, model)
    near = vocabulary.load(db, model).near(["piscine"])["piscine"]
    assert {word.stem for word in near} >= {f"xq{chr(97 + i)}xq" for i in range(20)}
    assert not any(word.stem.startswith("wq") for word in near)


def test_without_words_nothing_is_near(db):
    assert vocabulary.is_empty(db)
    assert vocabulary.load(db, Meaning()).near(["piscine"]) == {"piscine": ()}
