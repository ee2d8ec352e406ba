"""Make what is derived again from what is stored: the words, the index, and with another model the vectors."""

import time
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from search import index, rows, store
from search.database import FILE, open_for_writing
from search.errors import NoKnowledgeBase
from search.types import Embedder

BATCH = 512  # passages embedded at a time


def rebuild(data: Path, embedder: Embedder) -> dict[str, object]:
    """Rebuild everything that can be, all or nothing; return how much that was."""
    if not (data / FILE).is_file():
        raise NoKnowledgeBase(f"Er is nog geen kennisbank in {data}. Lees eerst een map in: streekgeheugen ingest MAP")
    started = time.monotonic()
    with open_for_writing(data) as db:
        with db.atomic():
            if store.made_by(db) != embedder.name:
                _embed_again(db, embedder)
            db.execute("INSERT INTO words (words) VALUES ('delete-all')")
            db.execute("INSERT INTO document_words (document_words) VALUES ('delete-all')")
            for document_id, title, passages in store.every_document(db):
                store.put_document_words(db, document_id, title, passages)
                for passage in passages:
                    store.put_words(db, passage.id, passage)
            store.touch(db)
        made = index.build(db, embedder, index.fingerprint(db, embedder))
        index.write(made, data)
    return {"passages": len(made.passages), "seconds": round(time.monotonic() - started, 3)}


def _embed_again(db: Database, embedder: Embedder) -> None:
    passages = store.every_passage(db)
    db.execute("DELETE FROM vectors")
    while batch := list(islice(passages, BATCH)):
        vectors = embedder.embed_passages([store.embedded_text(passage.context, passage.text) for passage in batch])
        for passage, vector in zip(batch, vectors, strict=True):
            blob = vector.astype("<f4").tobytes()
            db.execute("INSERT INTO vectors (passage_id, vector) VALUES (?, ?)", [passage.id, blob])
            db.execute("UPDATE passages SET checksum = ? WHERE id = ?", [rows.checksum(passage.text, blob), passage.id])
    store.claim(db, embedder)
