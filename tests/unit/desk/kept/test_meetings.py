import threading
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk.kept import meetings
from desk.kept.meetings import Act, Given, NotAccepted, Taken
from search.errors import NotFound

DAY = date(2027, 3, 12)
ONE, OTHER = "bezoeker-een", "bezoeker-ander"


def names(data: Path) -> list[tuple[date, str]]:
    return [(each.day, each.name) for each in meetings.kept(data)]


def test_what_one_person_adds_stands_there_for_all_by_day_with_who_added_it(tmp_path: Path) -> None:
    meetings.add(tmp_path, ONE, DAY, "Vergadering in Damme", "Burgemeestersoverleg")
    meetings.add(tmp_path, OTHER, DAY - timedelta(days=9), "", "Exello.net")
    assert names(tmp_path) == [(date(2027, 3, 3), "Exello.net"), (DAY, "Vergadering in Damme")]
    assert [each.owner for each in meetings.kept(tmp_path)] == [OTHER, ONE]


def test_a_meeting_moves_and_gets_another_name_and_keeps_its_identity(tmp_path: Path) -> None:
    meetings.add(tmp_path, ONE, DAY, "", "Burgemeestersoverleg")
    (before,) = meetings.kept(tmp_path)
    meetings.change(tmp_path, OTHER, before.id, DAY + timedelta(days=7), "Uitgesteld", "Burgemeestersoverleg")
    (after,) = meetings.kept(tmp_path)
    assert (after.id, after.day, after.name, after.owner) == (before.id, date(2027, 3, 19), "Uitgesteld", OTHER)


def test_each_change_is_taken_back_in_turn_until_nothing_is_left(tmp_path: Path) -> None:
    meetings.add(tmp_path, ONE, DAY, "Eerst", "Overleg")
    (meeting,) = meetings.kept(tmp_path)
    meetings.change(tmp_path, ONE, meeting.id, DAY, "Later", "Overleg")
    meetings.remove(tmp_path, ONE, meeting.id)
    assert names(tmp_path) == []
    seen = []
    for expected in (Act.REMOVED, Act.CHANGED, Act.ADDED):
        (change,) = meetings.changes(tmp_path)
        assert change.what is expected
        meetings.undo(tmp_path, change.act)
        seen.append([name for _, name in names(tmp_path)])
    assert seen == [["Later"], ["Eerst"], []]
    assert meetings.changes(tmp_path) == []


def test_a_change_that_was_followed_by_another_is_not_taken_back(tmp_path: Path) -> None:
    added = meetings.add(tmp_path, ONE, DAY, "Eerst", "Overleg")
    (meeting,) = meetings.kept(tmp_path)
    meetings.change(tmp_path, OTHER, meeting.id, DAY, "Later", "Overleg")
    with pytest.raises(NotFound, match="sindsdien"):
        meetings.undo(tmp_path, added)
    assert names(tmp_path) == [(DAY, "Later")]


def test_what_is_not_there_cannot_be_changed_removed_or_taken_back(tmp_path: Path) -> None:
    for attempt in (
        lambda: meetings.change(tmp_path, ONE, 7, DAY, "x", "Overleg"),
        lambda: meetings.remove(tmp_path, ONE, 7),
        lambda: meetings.undo(tmp_path, 7),
    ):
        with pytest.raises(NotFound):
            attempt()


@pytest.mark.parametrize(
    ("day", "name", "partnership"),
    [
        (DAY, "Naam", "  \x00 "),
        (DAY, "n" * 121, "Overleg"),
        (DAY, "Naam", "o" * 121),
        (date(1, 1, 1), "Naam", "Overleg"),
        (date(9999, 12, 31), "Naam", "Overleg"),
    ],
)
def test_what_is_no_meeting_is_refused_in_words(tmp_path: Path, day: date, name: str, partnership: str) -> None:
    with pytest.raises(NotAccepted):
        meetings.add(tmp_path, ONE, day, name, partnership)
    assert names(tmp_path) == []


def test_a_hostile_name_stays_on_one_line_and_is_only_a_name(tmp_path: Path) -> None:
    meetings.add(tmp_path, "o'wner\";--", DAY, "'); DROP TABLE\r\nmeeting_versions;--\x00", "Overleg")
    assert names(tmp_path) == [(DAY, "'); DROP TABLE meeting_versions;--")]


def test_the_same_meeting_is_not_added_twice(tmp_path: Path) -> None:
    meetings.add(tmp_path, ONE, DAY, "Naam", "Overleg")
    with pytest.raises(NotAccepted, match="staat al"):
        meetings.add(tmp_path, OTHER, DAY, "Andere naam", "overleg")


def test_a_file_that_is_read_again_moves_what_moved_and_adds_nothing_twice(tmp_path: Path) -> None:
    first = [Given(DAY, "Een", "Overleg", "uid-1"), Given(DAY + timedelta(days=1), "Twee", "Overleg", "uid-2")]
    assert meetings.take_in(tmp_path, ONE, first) == Taken(added=2)
    assert meetings.take_in(tmp_path, ONE, first) == Taken(known=2)
    moved = [Given(DAY + timedelta(days=30), "Een", "Overleg", "uid-1"), first[1]]
    assert meetings.take_in(tmp_path, ONE, moved) == Taken(changed=1, known=1)
    assert names(tmp_path) == [(DAY + timedelta(days=1), "Twee"), (DAY + timedelta(days=30), "Een")]


def test_what_was_removed_here_does_not_come_back_with_the_file(tmp_path: Path) -> None:
    given = [Given(DAY, "Een", "Overleg", "uid-1")]
    meetings.take_in(tmp_path, ONE, given)
    meetings.remove(tmp_path, ONE, meetings.kept(tmp_path)[0].id)
    assert meetings.take_in(tmp_path, ONE, given) == Taken(removed=1)
    assert names(tmp_path) == []


def test_a_whole_file_is_taken_back_at_once_but_for_what_was_changed_since(tmp_path: Path) -> None:
    meetings.take_in(tmp_path, ONE, [Given(DAY + timedelta(days=n), f"Nr {n}", "Overleg", f"u{n}") for n in range(4)])
    (change,) = meetings.changes(tmp_path)
    assert len(change.meetings) == 4
    meetings.change(tmp_path, ONE, meetings.kept(tmp_path)[2].id, DAY, "Mijn naam", "Overleg")
    meetings.undo(tmp_path, change.act)
    assert names(tmp_path) == [(DAY, "Mijn naam")]


def test_a_file_with_one_that_is_no_meeting_adds_none(tmp_path: Path) -> None:
    with pytest.raises(NotAccepted):
        meetings.take_in(tmp_path, ONE, [Given(DAY, "Een", "Overleg"), Given(DAY, "Twee", "")])
    assert names(tmp_path) == []


def test_a_full_calendar_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meetings, "MOST", 2)
    with pytest.raises(NotAccepted, match="vol"):
        meetings.take_in(tmp_path, ONE, [Given(DAY + timedelta(days=n), "", "Overleg") for n in range(3)])
    assert names(tmp_path) == []


def test_many_who_add_at_once_lose_nothing(tmp_path: Path) -> None:
    def add(n: int) -> None:
        meetings.add(tmp_path, ONE, DAY + timedelta(days=n), "", "Overleg")

    threads = [threading.Thread(target=add, args=[n]) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(tmp_path)) == 12
    assert len({each.id for each in meetings.kept(tmp_path)}) == 12
