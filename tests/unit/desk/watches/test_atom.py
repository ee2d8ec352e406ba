import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desk.watches import atom
from desk.watches.lines import Line
from desk.watches.watches import Watch, What
from search.answer import Query

feedparser = pytest.importorskip("feedparser", reason="the package feedparser is not installed")

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
WATCH = Watch(
    "0123456789abcdef", "an", "iedereen", "Zon & <wind>", What.SEARCH, Query("zon"), NOW, "a" * 32, "b" * 32, 0, "",
    False, "",
)  # fmt: skip
LINE = Line(
    "k1", NOW + timedelta(hours=1), "Notulen <b>Damme</b> & co", "Damme · 23 mei 2016 · p. 3", "240 zonnepanelen",
    "Uw woord “zon” staat erin.", "https://huis.example/document?document=7&pagina=3",
)  # fmt: skip


def content(*lines: Line, watch: Watch = WATCH) -> bytes:
    return atom.feed(watch, lines, f"https://huis.example/volg/{watch.token}.atom", "https://huis.example/volglijsten")


def parsed(*lines: Line, watch: Watch = WATCH) -> "feedparser.FeedParserDict":
    made = feedparser.parse(content(*lines, watch=watch))
    assert not made.bozo
    assert made.version == "atom10"
    return made


def test_a_feed_reader_finds_title_reason_and_link_to_the_page() -> None:
    made = parsed(LINE)
    assert made.feed.title == "Streekgeheugen: Zon & <wind>"
    entry = made.entries[0]
    assert (entry.title, entry.link) == (LINE.title, LINE.link)
    assert entry.summary == f"{LINE.about}\n{LINE.why}\n{LINE.quoted}"
    assert entry.updated_parsed[:5] == (2026, 11, 25, 10, 0)


def test_titles_are_text_and_never_mark_up() -> None:
    entry = ElementTree.fromstring(content(LINE)).find("{*}entry")
    assert entry is not None
    for part in ("title", "summary"):
        found = entry.find(f"{{*}}{part}")
        assert found is not None
        assert found.get("type", "text") == "text"
        assert len(found) == 0


def test_it_has_what_the_standard_requires() -> None:
    for made in (parsed(), parsed(LINE)):
        assert made.feed.id.startswith("urn:uuid:")
        assert made.feed.updated
        assert made.feed.author
        assert {each.rel for each in made.feed.links} == {"self", "alternate"}


def test_entries_keep_their_identity_whatever_the_address_is() -> None:
    def identities(watch: Watch) -> list[str]:
        made = parsed(LINE, replace(LINE, key="k2"), watch=watch)
        return [made.feed.id, *(entry.id for entry in made.entries)]

    first = identities(WATCH)
    assert len(set(first)) == 3
    assert identities(replace(WATCH, token="c" * 32, name="anders")) == first
    assert set(identities(replace(WATCH, id="f" * 16))).isdisjoint(first)
    assert WATCH.id not in " ".join(first)


def test_the_feed_is_as_new_as_its_newest_entry_and_the_same_lines_give_the_same_bytes() -> None:
    older = replace(LINE, key="k2", found_at=NOW)
    assert parsed(LINE, older).feed.updated_parsed[:5] == (2026, 11, 25, 10, 0)
    assert parsed().feed.updated_parsed[:5] == (2026, 11, 25, 9, 0)
    assert content(LINE, older) == content(LINE, older)


def test_a_long_list_is_cut_to_the_newest() -> None:
    lines: Sequence[Line] = [replace(LINE, key=str(i), title=f"{i}") for i in range(atom.MOST + 20)]
    assert [entry.title for entry in parsed(*lines).entries] == [f"{i}" for i in range(atom.MOST)]


def test_a_hostile_name_breaks_no_feed() -> None:
    assert parsed(LINE, watch=replace(WATCH, name="]]> \x00\x1b \ud800 <!DOCTYPE x>")).entries
