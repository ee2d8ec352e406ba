import threading
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from desk.kept.database import FILE, reading, writing
from search.database import write_lock
from search.errors import NoKnowledgeBase

ROOM = Migrations("room")
OTHER = Migrations("other room")


@ROOM()
def m001_things(db: Database) -> None:
    db.execute("CREATE TABLE things (name TEXT NOT NULL) STRICT")


@OTHER()
def m001_others(db: Database) -> None:
    db.execute("CREATE TABLE others (name TEXT NOT NULL) STRICT")


def names(data: Path) -> list[str]:
    with reading(data, ROOM) as db:
        return [name for (name,) in db.execute("SELECT name FROM things ORDER BY name")]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    with writing(tmp_path, ROOM) as db:
        db.execute("INSERT INTO things VALUES ('nota')")
    assert names(tmp_path) == ["nota"]


def test_a_writer_who_fails_leaves_nothing_half(tmp_path: Path) -> None:
    def fail() -> None:
        with writing(tmp_path, ROOM) as db:
            db.execute("INSERT INTO things VALUES ('half')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert names(tmp_path) == []


def test_each_room_has_its_own_tables_in_one_file(tmp_path: Path) -> None:
    with writing(tmp_path, OTHER) as db:
        db.execute("INSERT INTO others VALUES ('volglijst')")
    assert names(tmp_path) == []
    with reading(tmp_path, OTHER) as db:
        assert db.execute("SELECT count(*) FROM others").fetchone()[0] == 1


def test_many_who_write_at_once_lose_nothing(tmp_path: Path) -> None:
    def write(i: int) -> None:
        with writing(tmp_path, ROOM) as db:
            db.execute("INSERT INTO things VALUES (?)", [f"{i:02}"])

    threads = [threading.Thread(target=write, args=[i]) for i in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert names(tmp_path) == [f"{i:02}" for i in range(16)]


def test_reading_files_in_keeps_nobody_waiting(tmp_path: Path) -> None:
    with write_lock(tmp_path), writing(tmp_path, ROOM) as db:
        db.execute("INSERT INTO things VALUES ('nota')")
    assert names(tmp_path) == ["nota"]


def test_nobody_else_on_the_machine_reads_it(tmp_path: Path) -> None:
    names(tmp_path)
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_without_a_knowledge_base_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoKnowledgeBase, match="Lees eerst een map in"), reading(tmp_path / "nergens", ROOM):
        pass
