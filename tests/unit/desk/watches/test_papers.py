from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desk.watches import papers as watch_papers
from search.types import EVERYONE, Document, Kind, Outcome


def paper(name: str, content: str = "", audience: str = EVERYONE, outcome: Outcome = Outcome.OK) -> Document:
    return Document(1, name, content or name, name, Kind.MINUTES, None, None, None, None, 1, audience, outcome, "")


def notice(data: Path, documents: Sequence[Document], revision: str, *audiences: str) -> int:
    return watch_papers.notice(data, lambda: documents, audiences or (EVERYONE,), revision)


def new(data: Path, after: int, *audiences: str) -> dict[str, bool]:
    return watch_papers.new(data, audiences or (EVERYONE,), after)


def test_what_was_there_at_the_first_look_is_not_new(tmp_path: Path) -> None:
    looked = notice(tmp_path, [paper("a"), paper("b")], "1")
    assert new(tmp_path, looked) == {}


def test_what_came_since_is_new_and_once_looked_at_no_more(tmp_path: Path) -> None:
    first = notice(tmp_path, [paper("a")], "1")
    second = notice(tmp_path, [paper("a"), paper("b")], "2")
    assert new(tmp_path, first) == {"b": False}
    assert new(tmp_path, second) == {}


def test_read_again_renamed_or_back_after_a_while_nothing_is_new(tmp_path: Path) -> None:
    looked = notice(tmp_path, [paper("a"), paper("b")], "1")
    notice(tmp_path, [paper("a")], "2")
    notice(tmp_path, [replace(paper("a"), id=9), paper("map/b.md", content="b")], "3")
    assert new(tmp_path, looked) == {}


def test_a_paper_that_changed_is_new_and_known_as_changed(tmp_path: Path) -> None:
    looked = notice(tmp_path, [paper("a", "1"), paper("b", "1b")], "1")
    notice(tmp_path, [paper("a", "2"), paper("b", "1b")], "2")
    assert new(tmp_path, looked) == {"2": True}


def test_a_scan_is_new_when_its_text_is_read(tmp_path: Path) -> None:
    looked = notice(tmp_path, [paper("a", outcome=Outcome.NO_TEXT), paper("b", outcome=Outcome.CORRUPT)], "1")
    notice(tmp_path, [paper("a")], "2")
    assert new(tmp_path, looked) == {"a": False}


def test_opened_to_more_people_it_is_new_to_these_alone(tmp_path: Path) -> None:
    notice(tmp_path, [], "1", EVERYONE)
    looked = notice(tmp_path, [paper("a", audience="kabinet")], "1", EVERYONE, "kabinet")
    notice(tmp_path, [paper("a")], "2", EVERYONE)
    assert new(tmp_path, looked) == {"a": False}
    assert new(tmp_path, looked, EVERYONE, "kabinet") == {}


def test_what_is_for_others_is_new_to_nobody_else(tmp_path: Path) -> None:
    looked = notice(tmp_path, [], "1", EVERYONE, "kabinet")
    notice(tmp_path, [paper("a", audience="kabinet")], "2", EVERYONE, "kabinet")
    assert new(tmp_path, looked) == {}
    assert new(tmp_path, looked, "kabinet") == {"a": False}


def test_a_right_that_is_given_later_does_not_make_all_old_papers_new(tmp_path: Path) -> None:
    looked = notice(tmp_path, [paper("a")], "1", EVERYONE)
    notice(tmp_path, [paper("a"), paper("oud", audience="kabinet")], "1", EVERYONE, "kabinet")
    assert new(tmp_path, looked, EVERYONE, "kabinet") == {}


def test_where_nothing_was_written_nobody_looks_through_all_papers(tmp_path: Path) -> None:
    notice(tmp_path, [paper("a")], "1")
    asked = []
    watch_papers.notice(tmp_path, lambda: asked.append(1) or [], (EVERYONE,), "1")
    assert asked == []


def test_nothing_that_can_be_read_is_kept(tmp_path: Path) -> None:
    notice(tmp_path, [replace(paper("map/vertrouwelijk-jansens.pdf", content="c" * 64), title="Jansens")], "1")
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"ansens" not in kept
