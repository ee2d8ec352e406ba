"""Keeping notes: versions, two tabs, damage, bounds, and hostile text."""

import json
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.kept.database import writing
from desk.note import Part
from desk.notes import editing, notes, packing, versions
from desk.notes.content import (
    LONGEST_TEXT,
    MOST_PIECES,
    MOST_TEXT,
    Changed,
    Chapter,
    Content,
    Piece,
    Place,
    TooMuch,
    Unreadable,
    new_id,
)
from desk.notes.rows import SCHEMA, Head
from search.errors import NotFound
from search.types import Span

ME, OTHER = "bezoeker-1", "bezoeker-2"


def piece(text: str, origin: str = "") -> Piece:
    return Piece(
        new_id(), text, Place("map/a.pdf", "0" * 64, 1, (Span(1, 0, 4),), "iedereen"), "Brugge", "", (), origin
    )


def content(*texts: str) -> Content:
    return Content("Overleg", (Chapter("h1", Part.DECISIONS, "Besluiten", tuple(map(piece, texts))),))


def texts_of(data: Path, head: Head) -> list[str]:
    return [each.text for each in versions.content(data, head).pieces()]


def wrote(data: Path, head: Head, text: str) -> Head:
    return versions.edit(
        data, head.owner, head.id, head.version, lambda c: editing.written(c, "h1", text), "Geschreven"
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def head(data: Path) -> Head:
    return notes.create(data, ME, content("een", "twee"), "Begonnen")


def test_a_note_comes_back_as_it_was_kept(data: Path) -> None:
    whole = Content(
        "Titel", (Chapter("a", Part.OWN, "Kop", (piece("x", "besluit:1"), Piece("p", "eigen", audiences=("a", "b")))),),
        "thema", date(2020, 1, 1), None, ("Brugge",),
    )  # fmt: skip
    kept = notes.create(data, ME, whole, "")
    assert versions.content(data, kept) == whole
    assert (kept.title, kept.pieces, kept.version) == ("Titel", 2, 1)


def test_each_change_is_a_version_and_undo_goes_back_one(data: Path, head: Head) -> None:
    changed = wrote(data, wrote(data, head, "drie"), "vier")
    assert texts_of(data, changed) == ["een", "twee", "drie", "vier"]
    back = versions.undo(data, ME, head.id, changed.version)
    assert texts_of(data, back) == ["een", "twee", "drie"]
    first = versions.undo(data, ME, head.id, back.version)
    assert texts_of(data, first) == ["een", "twee"]
    assert not first.can_undo
    with pytest.raises(Changed):
        versions.undo(data, ME, head.id, first.version)


def test_what_was_undone_can_be_done_again_until_something_else_is_done(data: Path, head: Head) -> None:
    changed = wrote(data, head, "drie")
    back = versions.undo(data, ME, head.id, changed.version)
    assert versions.can_redo(data, back)
    again = versions.redo(data, ME, head.id, back.version)
    assert texts_of(data, again) == ["een", "twee", "drie"]
    back = versions.undo(data, ME, head.id, again.version)
    other = wrote(data, back, "anders")
    assert not versions.can_redo(data, other)
    assert {v.number for v in versions.versions(data, ME, head.id)} == {1, 2, 3}  # what was undone is not lost


def test_any_version_can_be_put_back_and_that_too_can_be_undone(data: Path, head: Head) -> None:
    changed = wrote(data, wrote(data, head, "drie"), "vier")
    restored = versions.restore(data, ME, head.id, changed.version, 1, "Teruggezet")
    assert texts_of(data, restored) == ["een", "twee"]
    back = versions.undo(data, ME, head.id, restored.version)
    assert texts_of(data, back) == ["een", "twee", "drie", "vier"]


def test_the_second_of_two_tabs_is_told_and_writes_nothing_over(data: Path, head: Head) -> None:
    wrote(data, head, "uit het eerste tabblad")
    with pytest.raises(Changed, match="elders gewijzigd"):
        wrote(data, head, "uit het tweede")
    assert texts_of(data, notes.seen(data, ME, head.id))[-1] == "uit het eerste tabblad"
    for stale in (versions.undo, versions.redo):
        with pytest.raises(Changed):
            stale(data, ME, head.id, head.version)


def test_a_change_that_changes_nothing_makes_no_version(data: Path, head: Head) -> None:
    assert versions.edit(data, ME, head.id, 1, lambda c: c, "niets").version == 1


def test_the_last_versions_are_kept_and_older_ones_go(data: Path, head: Head) -> None:
    for i in range(versions.KEPT + 5):
        head = versions.edit(data, ME, head.id, head.version, lambda c, i=i: editing.titled(c, f"titel {i}"), "Titel")
    found = versions.versions(data, ME, head.id)
    assert len(found) == versions.KEPT >= 200
    assert found[0].number == head.version
    assert all(versions.restore(data, ME, head.id, head.version, v.number, "x") for v in found[-1:])


@pytest.mark.parametrize(
    "stored",
    [
        b"", b"geen nota", zlib.compress(b"[]"), zlib.compress(b"{}"), zlib.compress(b"[" * 100_000),
        zlib.compress(json.dumps({"format": 99}).encode()), packing.encoded(content("een"))[:-4],
        zlib.compress(json.dumps({"format": 1, "title": 3, "chapters": [], "theme": ""}).encode()),
        zlib.compress(b" " * 64 * 2**20),
    ],
)  # fmt: skip
def test_a_damaged_or_newer_version_says_so_and_the_others_stay(data: Path, head: Head, stored: bytes) -> None:
    head = wrote(data, head, "drie")
    with writing(data, SCHEMA) as db:
        db.execute("UPDATE versions SET content = ? WHERE note = ? AND number = 2", [stored, head.id])
    with pytest.raises(Unreadable, match="versie"):
        versions.content(data, head)
    with pytest.raises(Unreadable):
        wrote(data, head, "vier")
    assert [each.id for each in notes.listed(data, ME)] == [head.id]
    assert texts_of(data, versions.restore(data, ME, head.id, 2, 1, "Teruggezet")) == ["een", "twee"]


def test_a_version_in_which_an_id_stands_twice_is_damaged() -> None:
    twice = Content("t", (Chapter("h", Part.OWN, "k", (Piece("p", "a"), Piece("p", "b"))),))
    with pytest.raises(Unreadable):
        packing.decoded(packing.encoded(twice))


def test_a_note_that_is_too_large_is_refused_and_the_one_before_stays(data: Path, head: Head) -> None:
    with pytest.raises(TooMuch):
        wrote(data, head, "x" * (LONGEST_TEXT + 1))
    with pytest.raises(TooMuch):
        notes.create(data, ME, content(*["kort"] * (MOST_PIECES + 1)), "")
    with pytest.raises(TooMuch):
        notes.create(data, ME, content(*["x" * LONGEST_TEXT] * (MOST_TEXT // LONGEST_TEXT + 1)), "")
    assert texts_of(data, head) == ["een", "twee"]
    largest = notes.create(data, ME, content(*["\u20ac" * LONGEST_TEXT] * (MOST_TEXT // LONGEST_TEXT - 1)), "")
    assert len(texts_of(data, largest)[0]) == LONGEST_TEXT


@given(st.text(st.characters(codec=None), max_size=80))
def test_no_text_breaks_a_note(typed: str) -> None:
    start = Content("t", (Chapter("h", Part.OWN, "k"),))
    made = editing.titled(editing.written(editing.with_chapter(start, typed), "h", typed), typed)
    for each in made.pieces():
        made = editing.remarked(editing.reworded(made, each.id, typed + "x"), each.id, typed)
    assert packing.decoded(packing.encoded(made)) == made
    assert not any(c in made.title for c in "\x00\n\u202e\ud800")


def test_nobody_finds_or_touches_the_note_of_another(data: Path, head: Head) -> None:
    assert notes.listed(data, OTHER) == []
    with pytest.raises(NotFound) as not_yours:
        notes.seen(data, OTHER, head.id)
    with pytest.raises(NotFound) as not_there:
        notes.seen(data, OTHER, "A" * 22)
    assert str(not_yours.value) == str(not_there.value)
    for act in (
        lambda: versions.edit(data, OTHER, head.id, 1, lambda c: replace(c, title="x"), ""),
        lambda: versions.undo(data, OTHER, head.id, 1),
        lambda: versions.restore(data, OTHER, head.id, 1, 1, ""),
        lambda: versions.versions(data, OTHER, head.id),
        lambda: notes.remove(data, OTHER, head.id),
        lambda: notes.share(data, OTHER, head.id, is_shared=True),
        lambda: notes.collect_in(data, OTHER, head.id),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_shared_note_is_read_and_not_changed(data: Path, head: Head) -> None:
    notes.share(data, ME, head.id, is_shared=True)
    assert notes.seen(data, OTHER, head.id).is_shared
    assert notes.seen(data, None, head.id).is_shared
    with pytest.raises(NotFound):
        versions.edit(data, OTHER, head.id, 1, lambda c: replace(c, title="x"), "")
    notes.share(data, ME, head.id, is_shared=False)
    with pytest.raises(NotFound):
        notes.seen(data, OTHER, head.id)


@pytest.mark.parametrize("asked", ["", "' OR 1=1", "\ud800" * 22, "a" * 1_000_000, "../../x", "A" * 22])
def test_an_id_that_is_none_finds_nothing(data: Path, asked: str) -> None:
    with pytest.raises(NotFound):
        notes.seen(data, ME, asked)
    with pytest.raises(NotFound):
        notes.remove(data, ME, asked)


def test_a_removed_note_is_gone_for_all_and_comes_back(data: Path, head: Head) -> None:
    notes.share(data, ME, head.id, is_shared=True)
    notes.remove(data, ME, head.id)
    assert notes.listed(data, ME) == []
    for who in (ME, OTHER):
        with pytest.raises(NotFound):
            notes.seen(data, who, head.id)
    with pytest.raises(NotFound):
        notes.bring_back(data, OTHER, head.id)
    notes.bring_back(data, ME, head.id)
    assert [each.id for each in notes.listed(data, ME)] == [head.id]


def test_what_was_removed_long_ago_is_erased_with_its_versions(data: Path, head: Head) -> None:
    notes.remove(data, ME, head.id)
    long_ago = (datetime.now(UTC) - notes.KEPT_FOR - timedelta(hours=1)).isoformat(timespec="seconds")
    with writing(data, SCHEMA) as db:
        db.execute("UPDATE notes SET removed_at = ?", [long_ago])
    assert notes.removed(data, ME) == []
    notes.create(data, OTHER, content("x"), "")
    with writing(data, SCHEMA) as db:
        assert db.execute("SELECT count(*) FROM versions WHERE note = ?", [head.id]).fetchone()[0] == 0


def test_a_person_has_one_current_note_and_may_choose_another(data: Path, head: Head) -> None:
    assert notes.basket(data, ME) is None
    first, _ = versions.collect(data, ME, "Mijn nota", lambda c: editing.with_chapter(c, "x"), "")
    assert notes.basket(data, ME).id == first.id
    notes.collect_in(data, ME, head.id)
    assert notes.basket(data, ME).id == head.id
    assert notes.basket(data, OTHER) is None
    notes.remove(data, ME, head.id)
    assert notes.basket(data, ME) is None


def test_nobody_keeps_more_notes_than_there_is_room_for(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "MOST", 2)
    for _ in range(2):
        notes.create(data, ME, content("x"), "")
    with pytest.raises(TooMuch):
        notes.create(data, ME, content("x"), "")
    notes.create(data, OTHER, content("x"), "")


def test_pieces_move_within_and_between_chapters_and_keep_their_ids() -> None:
    note = replace(content("een", "twee", "drie"), chapters=(*content("een", "twee", "drie").chapters,
                   Chapter("h2", Part.OWN, "Eigen")))  # fmt: skip
    ids = [each.id for each in note.pieces()]
    down = editing.moved(note, ids[0], 1)
    assert [each.id for each in down.pieces()] == [ids[1], ids[0], ids[2]]
    assert editing.moved(note, ids[0], -1) == note
    across = editing.moved_to(note, ids[0], "h2")
    assert [[each.id for each in chapter.pieces] for chapter in across.chapters] == [ids[1:], ids[:1]]
    assert [each.id for each in editing.dropped(across, ids[2]).pieces()] == [ids[1], ids[0]]
    with pytest.raises(Changed):
        editing.moved(editing.dropped(note, ids[0]), ids[0], 1)


def test_a_quotation_is_never_reworded() -> None:
    note = content("woord voor woord")
    only = next(note.pieces())
    assert editing.reworded(note, only.id, "iets anders") == note


def test_the_same_quotation_is_not_put_in_twice() -> None:
    note = content("een")
    again = [piece("een"), piece("twee")]
    more = editing.collected(note, Part.DECISIONS, "Besluiten", again)
    assert [each.text for each in more.pieces()] == ["een", "twee"]


def test_a_new_chapter_stands_where_a_complete_draft_has_it() -> None:
    note = editing.with_chapter(content("een"), "Eigen")
    note = editing.collected(note, Part.CONTRACTS, "Overeenkomsten", [piece("drie")])
    note = editing.collected(note, Part.POSITIONS, "Standpunten", [piece("nul")])
    assert [each.heading for each in note.chapters] == ["Standpunten", "Besluiten", "Overeenkomsten", "Eigen"]
