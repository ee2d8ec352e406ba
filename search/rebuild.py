"""Make what is derived again from what is stored: the words, the index, and with another model the vectors."""

import time
from itertools import groupby, islice
from pathlib import Path

from sqlite_utils import Database

from search import derived, index, rows, store, vocabulary, words
from search.database import FILE, open_for_writing
from search.embedding import embed
from search.errors import NoKnowledgeBase
from search.registers import belonging
from search.types import Embedder

BATCH = 32  # documents embedded at a time


def rebuild(data: Path, embedder: Embedder) -> dict[str, object]:
    """Rebuild everything that can be, all or nothing; return how much that was."""
    if not (data / FILE).is_file():
        raise NoKnowledgeBase(f"Er is nog geen kennisbank in {data}. Lees eerst een map in: streekgeheugen ingest MAP")
    started = time.monotonic()
    with open_for_writing(data) as db:
        with db.atomic():
            if store.made_by(db) != embedder.name:
                _embed_again(db, embedder)
            vocabulary.forget(db)
            belonging.forget(db)
            words.make_again(db)
            store.touch(db)
        derived.make(db, data, embedder)
        passages = index.fingerprint(db, embedder).passages
    return {"passages": passages, "seconds": round(time.monotonic() - started, 3)}


def _embed_again(db: Database, embedder: Embedder) -> None:
    every = groupby(store.every_passage(db), key=lambda passage: passage.document_id)
    db.execute("DELETE FROM vectors")
    while documents := [list(passages) for _, passages in islice(every, BATCH)]:
        batch = [passage for passages in documents for passage in passages]
        vectors = embed(embedder, batch, [passage.document_id for passage in batch])
        for passage, vector in zip(batch, vectors, strict=True):
            blob = vector.astype("<f4").tobytes()
            db.execute("INSERT INTO vectors (passage_id, vector) VALUES (?, ?)", [passage.id, blob])
            db.execute("UPDATE passages SET checksum = ? WHERE id = ?", [rows.checksum(passage.text, blob), passage.id])
    store.claim(db, embedder)
