"""Files are read in, something is followed, more files come: what is told, to whom, why, and once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from access import reader_named
from desk.watches import watching
from desk.watches.watches import What
from desk.watches.why import in_words
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base
from search.answer import Answer, Query
from search.database import write_lock
from tests import watched
from tests.mail_server import Mailbox, running
from tests.watched import NOW, READERS, SOLAR, Region, everything_told, follow, mailed, notify, titles

client, first, region = watched.client, watched.first, watched.region  # fixtures


def test_only_what_came_since_is_new_with_the_words_that_made_it_so(region: Region) -> None:
    kb = region.opened()
    watch = follow(kb, "iedereen")
    assert titles(kb, watch) == []
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    region.minutes("iedereen", "ander", "25 juni 2024", "weg", "strooizout")
    kb = region.read("iedereen")
    assert titles(kb, watch) == ["Notulen gemeenteraad 24 juni 2024 – Damme"]
    (found,) = watching.told(kb, kb.data, watch, NOW.date())
    assert isinstance(found, watching.Found)
    quote = watching.quote(kb, watch, found)
    assert quote.passage is not None
    assert "school" in quote.passage.text
    assert in_words(quote.why) == "Uw woorden “zonnepanelen” en “daken” staan erin."
    assert not found.find.is_changed


def test_read_again_moved_or_remade_nothing_is_new(region: Region) -> None:
    kb = region.opened()
    watch = follow(kb, "iedereen")
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    kb = region.read("iedereen")
    before = titles(kb, watch)
    assert len(before) == 1
    old = region.root / "iedereen/damme/oud-iedereen.md"
    old.rename(old.with_name("hernoemd.md"))
    region.read("iedereen")
    for file in region.data.glob("kennisbank.sqlite*"):
        file.unlink()
    kb = region.read("iedereen")
    assert titles(kb, watch) == before


def test_other_papers_that_come_bring_no_old_ones_back(region: Region) -> None:
    """What the ranking lets rise is not new: the old paper is found too, and was before."""
    kb = region.opened()
    watch = follow(kb, "iedereen")
    for i in range(4):
        region.minutes("iedereen", f"nieuw-{i}", f"{i + 1} juni 2024", f"school {i}")
        kb = region.read("iedereen")
        assert len(titles(kb, watch)) == i + 1
    assert "oude sporthal" in " ".join(r.passage.text for r in kb.search(SOLAR, reader_named(None)).results)
    assert not any("2016" in title for title in titles(kb, watch))


def test_a_changed_paper_is_told_as_changed_and_a_passage_that_was_told_is_not_told_again(region: Region) -> None:
    kb = region.opened()
    watch = follow(kb, "iedereen")
    region.minutes("iedereen", "oud-iedereen", "23 mei 2016", "nieuwe sporthal")
    kb = region.read("iedereen")
    assert len(titles(kb, watch)) == 1
    (found,) = watching.told(kb, kb.data, watch, NOW.date())
    assert isinstance(found, watching.Found)
    assert found.find.is_changed
    file = region.root / "iedereen/damme/oud-iedereen.md"
    file.write_text(file.read_text() + "\n## 4. Rekening kerkfabriek. Advies.\n\nDe raad geeft gunstig advies.\n")
    kb = region.read("iedereen")
    assert len(titles(kb, watch)) == 1


def test_a_question_that_nothing_answers_tells_nothing(region: Region) -> None:
    kb = region.opened()
    watch = follow(kb, "iedereen", Query("welke smaken ijsjes zijn er"))
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    assert titles(region.read("iedereen"), watch) == []


def test_filters_hold_for_what_is_new(region: Region) -> None:
    kb = region.opened()
    brugge = follow(kb, "iedereen", replace(SOLAR, municipalities=("Brugge",)))
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    kb = region.read("iedereen")
    assert titles(kb, brugge) == []
    assert len(titles(kb, follow(kb, "iedereen", replace(SOLAR, municipalities=("Damme",))))) == 0  # from now on


def test_while_files_are_read_in_it_waits_and_then_misses_nothing(region: Region) -> None:
    kb = region.opened()
    watch = follow(kb, "iedereen")
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    kb = region.read("iedereen")
    with write_lock(kb.data):
        assert watching.look(kb, kb.data, watch, NOW) is None
    assert len(titles(kb, watch)) == 1


def test_what_is_written_during_a_look_is_looked_for_at_the_next(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    kb = region.opened()
    watch = follow(kb, "iedereen")
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    kb = region.read("iedereen")
    real = kb.search

    def search(*asked: Any) -> Answer:
        answer = real(*asked)
        region.minutes("iedereen", "nieuwer", "25 juni 2024", "bibliotheek")
        region.read("iedereen")
        return answer

    monkeypatch.setattr(kb, "search", search)
    assert watching.look(kb, kb.data, watch, NOW) is None
    monkeypatch.setattr(kb, "search", real)
    assert len(titles(kb, watch)) == 2


def test_dates_are_not_told_from_papers_that_are_half_read(region: Region) -> None:
    region.contract("iedereen", "sluis", "15 februari 2027")
    kb = region.read("iedereen")
    watch = follow(kb, "iedereen", Query("Overeenkomsten"), What.CONTRACTS)
    with write_lock(kb.data):
        assert watching.look(kb, kb.data, watch, NOW) is None
    assert len(titles(kb, watch)) == 1


def test_a_watch_that_is_made_while_files_are_read_in_hears_of_what_is_still_to_come(region: Region) -> None:
    kb = region.read("iedereen")
    with write_lock(kb.data):
        watch = follow(kb, "iedereen")
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    assert len(titles(region.read("iedereen"), watch)) == 1


def test_each_reader_hears_of_what_he_may_read_and_of_nothing_else(
    region: Region, client: Callable[[KnowledgeBase], TestClient]
) -> None:
    kb = region.opened()
    solar = {name: follow(kb, name) for name in READERS}
    dates = {name: follow(kb, name, Query("Overeenkomsten"), What.CONTRACTS) for name in READERS}
    for watch in (*solar.values(), *dates.values()):
        mailed(kb, watch)
    for name in READERS:
        region.minutes(name, f"nieuw-{name}", "24 juni 2024", f"merkschool{name}")
        region.contract(name, f"merkcontract{name}", "15 februari 2027")
    kb = region.read()
    box = Mailbox()
    with running(box) as port:
        done = notify(kb, port)
    assert (done.watches, done.mails, done.failed) == (6, 6, [])
    assert done.new == 2 * (1 + 2 + 2)
    for name in READERS:
        may = {"iedereen", name}
        for kind, marker in ((solar, "merkschool"), (dates, "merkcontract")):
            said = everything_told(kb, client(kb), kind[name], box)
            for other in READERS:
                assert (f"{marker}{other}" in said) == (other in may), (name, marker, other)


def test_a_right_that_is_withdrawn_takes_back_what_was_new(
    region: Region, client: Callable[[KnowledgeBase], TestClient]
) -> None:
    kb = region.opened()
    solar, dates = follow(kb, "a"), follow(kb, "a", Query("Overeenkomsten"), What.CONTRACTS)
    for watch in (solar, dates):
        mailed(kb, watch)
    region.minutes("a", "nieuw-a", "24 juni 2024", "merkschool")
    region.contract("a", "merkcontract", "15 februari 2027")
    kb = region.read()
    assert len(titles(kb, solar)) == 1
    assert len(titles(kb, dates)) == 1
    ingest([region.root / "a"], region.data, region.embedder, audience="b", workers=1)
    kb = open_knowledge_base(region.data, region.embedder)
    box = Mailbox()
    with running(box) as port:
        done = notify(kb, port)
    assert (done.new, done.mails) == (0, 0)
    for watch in (solar, dates):
        said = everything_told(kb, client(kb), watch, box)
        assert "merk" not in said
        assert "24 juni" not in said


def test_a_paper_that_is_opened_to_all_is_new_to_who_could_not_read_it(region: Region) -> None:
    kb = region.opened()
    everyone, insider = follow(kb, "iedereen"), follow(kb, "a")
    ingest([region.root / "a"], region.data, region.embedder, audience="iedereen", workers=1)
    kb = open_knowledge_base(region.data, region.embedder)
    assert len(titles(kb, everyone)) == 1
    assert titles(kb, insider) == []
