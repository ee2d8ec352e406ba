"""Which papers surely came in during a period. Counts over all papers, and names only those that a reader may read.

A paper that changed, or that a new version of the program reads anew, gets a new `read_at`: that alone proves nothing.
What proves it: ids are given at first sight and never again, and each reading notes how many papers it read anew. So
of what one reading wrote, by id, all but the first so many were new.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from sqlite_utils import Database

from search.permissions import allowed
from search.types import DocumentId, Reader

_OLDEST: Final = date(1970, 1, 2)  # before which no computer read anything
_SECOND: Final = timedelta(seconds=1)  # to which moments were kept before they were kept to the microsecond


@dataclass(frozen=True, slots=True)
class _Run:
    started: datetime
    ended: datetime
    read_anew: int
    is_first: bool  # that filled the knowledge base: what it brought is what there was


def arrived(db: Database, reader: Reader, since: date, until: date) -> frozenset[DocumentId]:
    """Return the papers that `reader` may read and that surely came in on these days.

    A paper of which that cannot be proved is left out: that of a reading that was killed, or read anew since.
    """
    first = datetime.combine(max(since, _OLDEST), time.min).astimezone(UTC)
    may, parameters = allowed(reader)
    found = db.execute(
        f"SELECT d.read_at, d.id, {may} FROM documents d"
        " WHERE d.read_at >= ? AND d.outcome IN ('ok', 'partial', 'no_text') ORDER BY d.read_at, d.id",
        [*parameters, first.isoformat(timespec="seconds")],
    )
    rows = [(datetime.fromisoformat(moment), int(i), bool(is_his)) for moment, i, is_his in found]
    surely: set[DocumentId] = set()
    doubtful: set[DocumentId] = set()
    for run in _runs(db, first):
        begin = bisect_left(rows, run.started, key=lambda row: row[0])
        end = bisect_right(rows, run.ended, key=lambda row: row[0])
        own = sorted((i, is_his) for _, i, is_his in rows[begin:end])
        is_in = not run.is_first and run.started.astimezone().date() <= until
        doubtful.update(i for i, _ in (own[: run.read_anew] if is_in else own))
        surely.update(i for i, is_his in own if is_in and is_his)
    return frozenset(surely - doubtful)


def _runs(db: Database, first: datetime) -> list[_Run]:
    """Return the readings since a moment that changed anything, and the one that first brought something."""
    filled = db.execute("SELECT min(id) FROM runs WHERE added > 0").fetchone()[0]
    found = db.execute(
        "SELECT id, started, seconds, changed FROM runs WHERE started >= ? AND added + changed > 0 ORDER BY id",
        [first.isoformat(timespec="seconds")],
    )
    made = []
    for i, started, seconds, changed in found:
        begin = datetime.fromisoformat(started)
        slack = timedelta() if begin.microsecond else _SECOND
        made.append(_Run(begin, begin + timedelta(seconds=seconds) + slack, changed, i == filled))
    return made
