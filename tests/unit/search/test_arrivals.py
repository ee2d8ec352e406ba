"""Which papers surely came in, on rows that the store itself wrote; the moments are set by hand."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from ingest.pipeline import ingest
from search import store
from search.arrivals import arrived
from search.database import open_for_writing
from search.store import Received
from search.types import EVERYONE, Document, Embedder, Kind, Outcome, Reader

TODAY = date(2026, 11, 25)
SINCE = TODAY - timedelta(days=70)
OTHER = "ander"


def moment(days_ago: int) -> str:
    return f"{(TODAY - timedelta(days=days_ago)).isoformat()}T12:00:00+00:00"


@dataclass(frozen=True)
class Archive:
    data: Path

    def read(
        self,
        days_ago: int,
        added: str = "",
        changed: str = "",
        failed: str = "",
        *,
        is_noted: bool = True,
        audience: str = EVERYONE,
    ) -> None:
        """Store papers as a reading would, so many days ago; each letter is one."""
        with open_for_writing(self.data) as db, db.atomic():
            source = store.source(db, "/map")
            for name in (*added, *changed, *failed):
                outcome = Outcome.CORRUPT if name in failed else Outcome.OK
                about = Document(
                    0,
                    name,
                    name * 64,
                    name,
                    Kind.MINUTES,
                    "Damme",
                    "Gemeenteraad",
                    None,
                    None,
                    0,
                    audience,
                    outcome,
                    "",
                )
                nothing = np.zeros((0, 4), np.float32)
                store.put(db, source, Received(about, 1, None, False, 1, (), (), nothing))
                db.execute("UPDATE documents SET read_at = ? WHERE path = ?", [moment(days_ago), name])
            if is_noted:
                store.note_run(db, moment(days_ago), 60.0, (len(added), len(changed), 0, 0, len(failed)))

    def arrived(self, since: date = SINCE, until: date = TODAY, audience: str = EVERYONE) -> str:
        with open_for_writing(self.data) as db:
            found = arrived(db, Reader("", frozenset({audience})), since, until)
            rows = db.execute("SELECT id, path FROM documents ORDER BY path")
            return "".join(path for i, path in rows if i in found)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def test_the_first_reading_brings_what_there_was_and_a_later_one_what_came_in(archive: Archive) -> None:
    archive.read(30, "ab")
    assert archive.arrived() == ""
    archive.read(20, "cd")
    assert archive.arrived() == "cd"


def test_only_what_came_in_during_the_period_did(archive: Archive) -> None:
    archive.read(300, "a")
    archive.read(100, "b")
    archive.read(50, "c")
    archive.read(10, "d")
    assert archive.arrived() == "cd"
    assert archive.arrived(until=TODAY - timedelta(days=30)) == "c"
    assert archive.arrived(since=date.min, until=date.max) == "bcd"


def test_a_paper_that_changed_did_not_come_in_and_what_came_in_beside_it_did(archive: Archive) -> None:
    archive.read(300, "abc")
    archive.read(20, "de", changed="ac")
    assert archive.arrived() == "de"


def test_when_all_is_read_anew_nothing_is_sure_any_more(archive: Archive) -> None:
    archive.read(300, "ab")
    archive.read(20, "cd")
    archive.read(10, changed="abcd")  # a new version of the program reads everything again
    assert archive.arrived() == ""
    archive.read(5, "e")
    assert archive.arrived() == "e"


def test_papers_that_failed_and_then_did_not_are_no_proof(archive: Archive) -> None:
    archive.read(300, "a", failed="b")
    archive.read(20, "c", changed="b", failed="z")
    assert archive.arrived() == "c"


def test_a_reading_that_was_killed_proves_nothing(archive: Archive) -> None:
    archive.read(300, "a")
    archive.read(20, "b", is_noted=False)
    assert archive.arrived() == ""


def test_of_two_readings_within_one_second_what_changed_is_still_told_apart(archive: Archive) -> None:
    archive.read(300, "a")
    archive.read(20, "b")
    archive.read(20, "c", changed="a")
    assert archive.arrived() == "bc"


def test_what_one_may_not_read_did_not_come_in(archive: Archive) -> None:
    archive.read(300, "a")
    archive.read(20, "b")
    archive.read(10, "c", audience=OTHER)
    assert archive.arrived() == "b"
    assert archive.arrived(audience=OTHER) == "c"


def test_readings_that_follow_one_another_at_once_are_told_apart(tmp_path: Path, embedder: Embedder) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.md").write_text(f"# Gemeente Damme\n\nNota {name}\n")
        ingest([tmp_path / name], tmp_path / "data", embedder, workers=1)
    with open_for_writing(tmp_path / "data") as db:
        found = arrived(db, Reader("", frozenset({EVERYONE})), date.today(), date.today() + timedelta(days=1))
        names = {path for i, path in db.execute("SELECT id, path FROM documents") if i in found}
    assert names == {"b.md", "c.md"}
