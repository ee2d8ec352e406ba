"""What is in the knowledge base, as far as a reader may know, and how it came there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from search import postings, rows
from search.answer import Query, Searched
from search.occurrences import PASSAGES
from search.permissions import allowed, readable
from search.types import Document, Outcome, Reader

RUNS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Run:
    """One time that files were read in: how many of each, and how long it took."""

    started: datetime
    seconds: float
    added: int
    changed: int
    unchanged: int
    removed: int
    failed: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The content in numbers; `troubled` are the files that failed or have no text, with what to do about it."""

    documents: int
    passages: int
    pages: int
    municipalities: Mapping[str, int]
    kinds: Mapping[str, int]
    years: Mapping[int, int]
    last_ingest: datetime | None
    runs: tuple[Run, ...]
    troubled: tuple[Document, ...]


def overview(db: Database, reader: Reader) -> Overview:
    """Count what `reader` may read."""
    condition, parameters = allowed(reader)
    usable = f"{condition} AND d.outcome IN ('ok', 'partial', 'no_text')"

    def count(what: str, where: str) -> dict[str, int]:
        return dict(
            db.execute(
                f"SELECT {what} AS value, count(*) AS n FROM documents d WHERE {where} AND value IS NOT NULL"
                " GROUP BY value ORDER BY n DESC, value",
                parameters,
            ).fetchall()
        )

    documents, pages = db.execute(
        f"SELECT count(*), coalesce(sum(d.pages), 0) FROM documents d WHERE {usable}", parameters
    ).fetchone()
    passages = db.execute(
        f"SELECT count(*) FROM passages p JOIN documents d ON d.id = p.document_id WHERE {condition}", parameters
    ).fetchone()[0]
    years = count("substr(d.date, 1, 4)", usable)
    past = runs(db)
    return Overview(
        documents, passages, pages,
        count("d.municipality", usable), count("d.kind", usable),
        {int(year): years[year] for year in sorted(years)},
        past[0].started if past else None, past, _troubled(db, reader),
    )  # fmt: skip


def runs(db: Database) -> tuple[Run, ...]:
    """Return the latest runs, newest first."""
    found = db.execute(
        "SELECT started, seconds, added, changed, unchanged, removed, failed FROM runs ORDER BY id DESC LIMIT ?",
        [RUNS_SHOWN],
    )
    return tuple(Run(datetime.fromisoformat(row[0]), *row[1:]) for row in found)


def searched(db: Database, reader: Reader, query: Query) -> Searched:
    """Count what a question with these filters is put to."""
    condition, parameters = allowed(reader, query)
    documents, without_text, first, last = db.execute(
        "SELECT count(*), coalesce(sum(d.outcome = 'no_text'), 0), min(d.date), max(d.date) FROM documents d"
        f" WHERE d.outcome IN ('ok', 'partial', 'no_text') AND {condition}",
        parameters,
    ).fetchone()
    passages = int(readable(db, postings.units(db, PASSAGES).documents, reader, query).sum())  # 8 ms of SQL for 100,000
    period = (date.fromisoformat(day) if day else None for day in (first, last))
    return Searched(documents, passages, without_text, *period)


def _troubled(db: Database, reader: Reader) -> tuple[Document, ...]:
    condition, parameters = allowed(reader)
    found = db.execute(
        f"SELECT {rows.DOCUMENT} FROM documents d WHERE {condition} AND (d.outcome != ? OR d.message != '')"
        " ORDER BY d.outcome, d.path, d.id",
        [*parameters, str(Outcome.OK)],
    )
    return tuple(rows.document(row) for row in found)
