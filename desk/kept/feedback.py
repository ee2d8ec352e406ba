"""What people say of what was found: this answers my question, this does not, this should have been found.

Names a document by its path, checksum and page, a passage by the checksum of its text: never by what stands in it.
Nothing here is read by a search: what was judged is looked at by a person, and measured with `evaluate`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from desk import texts
from desk.kept.database import reading, writing
from desk.kept.queries import as_text, cleaned, from_text
from search.answer import Query
from search.errors import KnowledgeBaseError, NotFound, QueryError
from search.types import Document, Passage

SCHEMA: Final = Migrations("terugkoppeling")
MOST: Final = 5_000  # judgements of one person: one for each working hour of two and a half years
LONGEST_WORDS: Final = 1_000  # characters of what somebody adds in words of his own
_COLUMNS: Final = (
    "id, owner, made_at, query, verdict, path, sha256, passage, page, rank, words, model, revision FROM judgements"
)


class TooMany(KnowledgeBaseError):
    """One person keeps more judgements than is sensible."""


class Verdict(StrEnum):
    """What somebody says."""

    ANSWERS = "answers"
    DOES_NOT = "does_not"
    MISSED = "missed"  # the document should have been found
    UNANSWERED = "unanswered"  # nothing was found, and something should have been; which document is not known


@dataclass(frozen=True, slots=True)
class About:
    """What is judged, without a word of it."""

    path: str
    sha256: str  # of the file
    passage: str  # checksum of the text of the passage; empty where a page as a whole is meant
    page: int  # from 1
    rank: int | None = None  # from 1, as it was found; None where it was not

    def is_same(self, other: "About") -> bool:
        """Whether the same is judged, wherever it was found."""
        return replace(self, rank=None) == replace(other, rank=None)


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What answered, so that a judgement can be placed in time: the embedder, and the revision of what was read in."""

    model: str
    revision: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one person says of one answer."""

    id: int
    owner: str
    made_at: datetime
    query: Query
    verdict: Verdict
    about: About | None  # None exactly where it is UNANSWERED
    words: str  # of the person's own; empty where there are none
    made_with: MadeWith


@SCHEMA()
def m001_create_tables(db: Database) -> None:
    """One row for what a person says of one passage or page for one question: another word takes its place."""
    db.execute(
        """CREATE TABLE judgements (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            owner TEXT NOT NULL,
            made_at TEXT NOT NULL,
            query TEXT NOT NULL,
            verdict TEXT NOT NULL,
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            passage TEXT NOT NULL,
            page INTEGER NOT NULL,
            rank INTEGER,
            words TEXT NOT NULL,
            model TEXT NOT NULL,
            revision TEXT NOT NULL,
            UNIQUE (owner, query, path, sha256, passage, page)) STRICT"""
    )


def checksum(passage: Passage) -> str:
    """Return by what a passage is known again, from which its text cannot be read."""
    return sha256(passage.text.encode("utf-8", "replace")).hexdigest()


def about(document: Document, page: int, passage: Passage | None = None, rank: int | None = None) -> About:
    """Return how a judgement names a passage, or the page where none is meant in particular."""
    if passage is None:
        return About(document.path, document.sha256, "", page)
    return About(document.path, document.sha256, checksum(passage), passage.page, rank)


def judge(data: Path, owner: str, query: Query, verdict: Verdict, judged: About, made_with: MadeWith) -> int:
    """Keep what somebody says of a document, in place of what he said of it for this question before; return its id.

    Raises:
        QueryError: There is no question.
        TooMany: This person keeps too many already.
    """
    if verdict is Verdict.UNANSWERED:
        raise ValueError("what is said of a document is something else")
    return _keep(data, owner, query, verdict, judged, "", made_with)


def miss(data: Path, owner: str, query: Query, words: str, made_with: MadeWith) -> int:
    """Keep that a question should have had an answer, with what somebody says of it; return its id.

    Raises:
        QueryError: There is no question.
        TooMany: This person keeps too many already.
    """
    said = " ".join(texts.printable(words[: LONGEST_WORDS * 2]).split())[:LONGEST_WORDS]
    return _keep(data, owner, query, Verdict.UNANSWERED, None, said, made_with)


def withdraw(data: Path, owner: str, judgement: int) -> None:
    """Take back what somebody said.

    Raises:
        NotFound: It is not this person's, or not there: deliberately the same.
    """
    with writing(data, SCHEMA) as db:
        done = db.execute("DELETE FROM judgements WHERE id = ? AND owner = ?", [judgement, owner])
        if not done.rowcount:
            raise NotFound("Dit oordeel bestaat niet, of is al teruggenomen.")


def of_question(data: Path, owner: str, query: Query) -> list[Judgement]:
    """Return what a person said of the answers to a question, the newest first."""
    with reading(data, SCHEMA) as db:
        found = db.execute(
            f"SELECT {_COLUMNS} WHERE owner = ? AND query = ? ORDER BY made_at DESC, id DESC",
            [owner, as_text(cleaned(query))],
        )
        return [_judgement(row) for row in found]


def listed(data: Path, owner: str | None, most: int | None = None) -> list[Judgement]:
    """Return what was said, the newest first.

    Args:
        data: The folder of the knowledge base.
        owner: Whose it must be; None for that of everyone, which is for an administrator.
        most: How many at most; None for all.
    """
    with reading(data, SCHEMA) as db:
        found = db.execute(
            f"SELECT {_COLUMNS} WHERE owner = coalesce(?, owner) ORDER BY made_at DESC, id DESC LIMIT ?",
            [owner, -1 if most is None else most],
        )
        return [_judgement(row) for row in found]


def _keep(
    data: Path, owner: str, query: Query, verdict: Verdict, judged: About | None, words: str, made_with: MadeWith
) -> int:
    asked = cleaned(query)
    if not asked.text:
        raise QueryError("Typ eerst een vraag.")
    row = _row(owner, asked, verdict, judged, words, made_with)
    columns = ", ".join(row)
    updates = ", ".join(f"{column} = excluded.{column}" for column in row)
    with writing(data, SCHEMA) as db:
        kept = db.execute(
            f"INSERT INTO judgements ({columns}) VALUES ({', '.join('?' * len(row))})"
            f" ON CONFLICT (owner, query, path, sha256, passage, page) DO UPDATE SET {updates} RETURNING id",
            list(row.values()),
        ).fetchone()[0]
        if db.execute("SELECT count(*) FROM judgements WHERE owner = ?", [owner]).fetchone()[0] > MOST:
            raise TooMany(f"U hebt al {MOST} oordelen gegeven. Neem er eerst enkele terug.")
        return int(kept)


def _row(
    owner: str, asked: Query, verdict: Verdict, judged: About | None, words: str, made_with: MadeWith
) -> Mapping[str, str | int | None]:
    return {
        "owner": owner,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "query": as_text(asked),
        "verdict": str(verdict),
        "path": judged.path if judged else "",
        "sha256": judged.sha256 if judged else "",
        "passage": judged.passage if judged else "",
        "page": judged.page if judged else 0,
        "rank": judged.rank if judged else None,
        "words": words,
        "model": made_with.model,
        "revision": made_with.revision,
    }


def _judgement(row: Sequence[Any]) -> Judgement:
    i, owner, made_at, query, verdict, path, file, passage, page, rank, words, model, revision = row
    judged = None if page == 0 else About(path, file, passage, page, rank)
    return Judgement(
        i, owner, datetime.fromisoformat(made_at), from_text(query), Verdict(verdict), judged, words,
        MadeWith(model, revision),
    )  # fmt: skip
