"""Look for what is damaged, missing or orphaned. Changes nothing; says of each problem what to do about it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pysqlite3 import dbapi2 as sqlite3
from sqlite_utils import Database

from search import derived, files, index, rows, store, vocabulary
from search.database import open_for_reading
from search.language import themes, thesaurus

RESTORE = "zet een reservekopie terug, of verwijder de map en lees alles opnieuw in"
REBUILD = "streekgeheugen rebuild"
READ_AGAIN = "lees het bestand opnieuw in met streekgeheugen ingest"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be."""

    kind: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was looked at and what is wrong."""

    documents: int
    passages: int
    problems: tuple[Problem, ...]
    orphans: int  # kept files that no document speaks of: harmless, swept at the next change

    @property
    def summary(self) -> str:
        """One Dutch sentence."""
        verdict = "alles in orde" if not self.problems else f"{len(self.problems)} problemen"
        return f"{self.documents} documenten, {self.passages} passages: {verdict}"

    def as_json(self) -> dict[str, object]:
        """Return the report as the command line prints it."""
        return {
            "documents": self.documents,
            "passages": self.passages,
            "orphans": self.orphans,
            "problems": [{"kind": p.kind, "what": p.what, "remedy": p.remedy} for p in self.problems],
        }


def check(data: Path, *, read_data: bool = False) -> CheckReport:
    """Check the knowledge base in folder `data`; with `read_data` also every passage, vector and kept file."""
    db = open_for_reading(data)
    try:
        problems = list(_database(db))
        if not any(problem.kind == "database" for problem in problems):
            problems += [*_passages(db), *_index(db, data), *_files(db, data, read_data), *_lists(data)]
            problems += _content(db) if read_data else []
        documents = db.execute("SELECT count(*) FROM documents").fetchone()[0]
        passages = db.execute("SELECT count(*) FROM passages").fetchone()[0]
        return CheckReport(documents, passages, tuple(problems), len(_orphans(db, data)))
    except sqlite3.DatabaseError as error:
        return CheckReport(0, 0, (Problem("database", str(error), RESTORE),), 0)
    finally:
        db.close()


def _database(db: Database) -> Iterator[Problem]:
    for (message,) in db.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem("database", message, RESTORE)
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Problem("reference", f"rij {row} van {table} verwijst naar een rij van {parent} die er niet is", RESTORE)


def _passages(db: Database) -> Iterator[Problem]:
    without_vector = "SELECT count(*) FROM passages WHERE id NOT IN (SELECT passage_id FROM vectors)"
    without_words = "SELECT count(*) FROM passages WHERE id NOT IN (SELECT rowid FROM words)"
    words_alone = "SELECT count(*) FROM words WHERE rowid NOT IN (SELECT id FROM passages)"
    without_parts = (
        "SELECT count(*) FROM passages WHERE id NOT IN (SELECT rowid FROM parts)"
        " OR id NOT IN (SELECT passage_id FROM word_counts)"
    )
    whole = "SELECT count(*) FROM documents WHERE id NOT IN (SELECT rowid FROM document_words)"
    for kind, sql, remedy in (
        ("vector", without_vector, READ_AGAIN),
        ("words", without_words, REBUILD),
        ("words", words_alone, REBUILD),
        ("words", without_parts, REBUILD),
        ("words", whole, REBUILD),
    ):
        count = db.execute(sql).fetchone()[0]
        if count:
            yield Problem(kind, f"{count} rijen en hun {kind} passen niet bij elkaar", remedy)
    without = vocabulary.missing(db, int(store.setting(db, "dim") or 0))
    if without:
        yield Problem("words", f"{without} woorden weten niet wat erop lijkt", REBUILD)
    empty = "SELECT path FROM documents WHERE outcome IN ('ok', 'partial') AND pages = 0"
    for (path,) in db.execute(empty):
        yield Problem("document", f"{path} heeft geen bladzijden", READ_AGAIN)


def _index(db: Database, data: Path) -> Iterator[Problem]:
    wanted = index.stored_fingerprint(db)
    if wanted.passages and not derived.are_current(db, data, wanted):
        yield Problem("index", "de index ontbreekt, is beschadigd of past niet bij wat opgeslagen is", REBUILD)


def _files(db: Database, data: Path, read_data: bool) -> Iterator[Problem]:
    kept = "SELECT path, sha256, has_rendition FROM documents WHERE outcome IN ('ok', 'partial', 'no_text')"
    for path, sha256, has_rendition in db.execute(kept):
        original = files.original(data, sha256)
        if not original.is_file():
            yield Problem("original", f"het origineel van {path} is weg", READ_AGAIN)
        elif read_data and hashlib.sha256(original.read_bytes()).hexdigest() != sha256:
            yield Problem("original", f"het origineel van {path} is gewijzigd of beschadigd", READ_AGAIN)
        if has_rendition and not files.rendition(data, sha256).is_file():
            yield Problem("rendition", f"de leesversie van {path} is weg", READ_AGAIN)


def _lists(data: Path) -> Iterator[Problem]:
    for kind, file, read in (
        ("thesaurus", data / thesaurus.FILE, thesaurus.read_file),
        ("themes", data / themes.FILE, themes.read_file),
    ):
        for problem in read(file)[1] if file.exists() else ():
            place = f"{file.name}, regel {problem.line}" if problem.line else file.name
            yield Problem(kind, f"{place}: {problem.what}", f"verbeter {file}")


def _content(db: Database) -> Iterator[Problem]:
    content = "SELECT p.id, p.text, p.checksum, v.vector FROM passages p JOIN vectors v ON v.passage_id = p.id"
    for passage_id, text, checksum, vector in db.execute(content):
        if rows.checksum(text, vector) != checksum:
            yield Problem("passage", f"passage {passage_id} of haar vector is gewijzigd of beschadigd", RESTORE)
        elif not np.isfinite(np.frombuffer(vector, dtype="<f4")).all():
            yield Problem("vector", f"de vector van passage {passage_id} is geen getal", REBUILD)


def _orphans(db: Database, data: Path) -> list[Path]:
    wanted = store.checksums(db)
    return [
        path
        for folder in (files.ORIGINALS, files.RENDITIONS)
        for path in (data / folder).glob("*/*")
        if path.name.split(".")[0] not in wanted
    ]
