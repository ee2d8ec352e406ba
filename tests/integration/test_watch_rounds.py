"""Rounds along the watch lists: what is mailed over a real server, once, whatever goes wrong; dates; the command."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api import feeds
from desk.mail import run as mail_run
from desk.mail.post import NotSent, Post
from desk.watches import addresses as watch_addresses
from desk.watches import watches, watching
from desk.watches.watches import Watch, What
from search import KnowledgeBase, open_knowledge_base
from search.answer import Query
from search.errors import Locked, NotFound
from tests import watched
from tests.mail_server import Mailbox, free_port, running
from tests.watched import NOW, READERS, Region, body, command, follow, mailed, notify, settings, titles, with_news

feedparser = pytest.importorskip("feedparser", reason="the package feedparser is not installed")

client, first, region = watched.client, watched.first, watched.region  # fixtures


def test_from_files_to_mail_and_feed_and_the_second_time_nothing(
    region: Region, client: Callable[[KnowledgeBase], TestClient]
) -> None:
    kb, watch = with_news(region)
    box = Mailbox()
    with running(box) as port:
        assert notify(kb, port).as_json() == {"watches": 1, "new": 1, "mails": 1, "failed": [], "busy": 0}
        assert notify(kb, port).as_json() == {"watches": 1, "new": 0, "mails": 0, "failed": [], "busy": 0}
    (mail,) = box.taken
    assert mail["Subject"] == "Streekgeheugen: 1 nieuw stuk voor “zonnepanelen op daken”"
    entries = feedparser.parse(client(kb).get(f"/volg/{watch.token}.atom").content).entries
    assert len(entries) == 1
    (found,) = watching.told(kb, kb.data, watch, NOW.date())
    assert isinstance(found, watching.Found)
    for text in (body(mail), entries[0].summary):
        assert "Uw woorden “zonnepanelen” en “daken” staan erin." in text
        assert "school zonnepanelen te plaatsen" in text
        assert "sporthal" not in text
    assert f"https://geheugen.example/document?document={found.document.id}&pagina=1" in body(mail)


def test_what_the_server_does_not_take_goes_with_the_next_round_and_once(region: Region) -> None:
    kb, watch = with_news(region)
    box = Mailbox()
    box.replies = ["451 4.3.0 probeer later"]
    with running(box) as port:
        done = notify(kb, port)
        assert (done.new, done.mails, [i for i, _ in done.failed]) == (1, 0, [watch.id])
        assert "451" in watches.of(kb.data, watch.owner, watch.id).trouble
        done = notify(kb, port)
        assert (done.new, done.mails, done.failed) == (0, 1, [])
        assert watches.of(kb.data, watch.owner, watch.id).trouble == ""
        assert notify(kb, port).mails == 0
    assert len(box.taken) == 1


def test_a_server_that_is_away_is_tried_once_in_a_round(region: Region) -> None:
    kb = region.opened()
    for name in READERS:
        mailed(kb, follow(kb, name))
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    kb = region.read("iedereen")
    box = Mailbox()
    box.delay = 2.0
    with running(box) as port:
        done = notify(kb, port, patience=0.5)
    assert (done.mails, len(done.failed), box.offered) == (0, 3, 1)
    assert notify(kb, free_port()).mails == 0


def test_who_is_refused_keeps_nobody_else_waiting(region: Region) -> None:
    kb = region.opened()
    for name in READERS:
        mailed(kb, follow(kb, name))
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    kb = region.read("iedereen")
    box = Mailbox()
    box.refusals = ["550 5.1.1 onbekend"]
    with running(box) as port:
        done = notify(kb, port)
    assert (done.mails, len(done.failed)) == (2, 1)


def test_two_rounds_at_once_mail_once(region: Region) -> None:
    kb = region.opened()
    mailed(kb, follow(kb, "iedereen"))
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    kb = region.read("iedereen")
    box, refused = Mailbox(), []
    box.delay = 0.3

    def go(port: int) -> None:
        try:
            notify(open_knowledge_base(region.data, region.embedder), port)
        except Locked as error:
            refused.append(error)

    with running(box) as port:
        threads = [threading.Thread(target=go, args=[port]) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(box.taken) == 1


def test_what_was_seen_in_the_app_is_not_mailed(region: Region) -> None:
    from desk.watches import news as watch_news

    kb, watch = with_news(region)
    titles(kb, watch)
    watch_news.mark_seen(kb.data, watch.owner, watch.id, [e.key for e in watch_news.listed(kb.data, watch.id)])
    box = Mailbox()
    with running(box) as port:
        assert notify(kb, port).mails == 0


def test_nothing_goes_to_an_address_that_nobody_confirmed(region: Region) -> None:
    kb = region.opened()
    watch = follow(kb, "iedereen")
    watches.mail_to(kb.data, watch.owner, watch.id, "vreemde@huis.example")
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    kb = region.read("iedereen")
    box = Mailbox()
    with running(box) as port:
        assert notify(kb, port).as_json()["failed"] == []
    assert box.taken == []


def test_each_step_of_a_date_is_mailed_once_also_when_its_day_was_missed(region: Region) -> None:
    region.contract("iedereen", "sluis", "30 juni 2027")
    kb = region.read("iedereen")
    mailed(kb, follow(kb, "iedereen", Query("Overeenkomsten"), What.CONTRACTS))
    end, box, sent = date(2027, 6, 30), Mailbox(), []
    with running(box) as port:
        for left in (181, 179, 178, 88, 87, 30, 29, 0, -1):
            day = end - timedelta(days=left)
            now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)
            sent += [left] * notify(kb, port, now).mails
    assert sent == [179, 88, 30]
    assert "Einddatum: 30 juni 2027 (nog 88 dagen)" in body(box.taken[1])
    assert "hoogstens 90 dagen" in body(box.taken[1])


def test_dates_of_some_municipalities_are_followed_apart(region: Region) -> None:
    region.contract("iedereen", "sluis", "15 februari 2027")
    region.put("iedereen", "damme/2024-09-01_raamovereenkomst_brug.md",
               "# Raamovereenkomst brug\n\nGemeente Damme\n\n## Artikel 1. Duur\n\n"
               "De raamovereenkomst vangt aan op 1 september 2024 en eindigt op 20 februari 2027.\n")  # fmt: skip
    kb = region.read("iedereen")
    both = follow(kb, "iedereen", Query("Alle"), What.CONTRACTS)
    damme = follow(kb, "iedereen", Query("Damme", municipalities=("Damme",)), What.CONTRACTS)
    assert len(titles(kb, both)) == 2
    assert titles(kb, damme) == ["Raamovereenkomst brug"]


def test_a_calendar_to_subscribe_to_has_dates_alarms_and_how_often_to_look(
    region: Region, client: Callable[[KnowledgeBase], TestClient]
) -> None:
    region.contract("iedereen", "sluis", (date.today() + timedelta(days=400)).strftime("%d/%m/%Y"))
    kb = region.read("iedereen")
    watch = follow(kb, "iedereen", Query("Overeenkomsten"), What.CONTRACTS)
    got = client(kb).get(f"/volg/{watch.token}.ics")
    made = Calendar.from_ical(got.content)
    assert got.headers["content-type"] == "text/calendar; charset=utf-8"
    assert (str(made["method"]), str(made["x-wr-calname"])) == ("PUBLISH", "Overeenkomsten")
    assert made.decoded("refresh-interval") == timedelta(hours=12)
    event = next(e for e in made.walk("VEVENT") if "sluis" in str(e["summary"]))
    assert event.decoded("dtstart") == date.today() + timedelta(days=400)
    assert [alarm.decoded("trigger").days for alarm in event.walk("VALARM")] == [-180, -90, -30]
    search = follow(kb, "iedereen")
    assert client(kb).get(f"/volg/{search.token}.ics").status_code == 404


def test_a_rehearsal_tells_what_would_go_and_changes_nothing(region: Region) -> None:
    kb = region.opened()
    mailed(kb, follow(kb, "iedereen"))
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    kb = region.read("iedereen")
    for _ in range(2):
        done, mails = mail_run.rehearse(kb, settings(25), NOW)
        assert (done.new, done.mails, done.failed) == (1, 1, [])
        assert "school zonnepanelen" in body(mails[0])
    box = Mailbox()
    with running(box) as port:
        assert notify(kb, port).mails == 1


def test_one_broken_watch_keeps_nobody_else_waiting(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    kb = region.opened()
    broken, whole = follow(kb, "iedereen", Query("gebroken")), follow(kb, "iedereen")
    mailed(kb, whole)
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    kb = region.read("iedereen")
    real = watching.look

    def look(kb: KnowledgeBase, data: Path, watch: Watch, now: datetime) -> object:
        if watch.id == broken.id:
            raise ZeroDivisionError
        return real(kb, data, watch, now)

    monkeypatch.setattr(watching, "look", look)
    box = Mailbox()
    with running(box) as port:
        done = notify(kb, port)
    assert (done.mails, [i for i, _ in done.failed]) == (1, [broken.id])


def test_a_watch_that_was_removed_tells_nothing_anywhere(
    region: Region, client: Callable[[KnowledgeBase], TestClient]
) -> None:
    kb, watch = with_news(region)
    watches.remove(kb.data, watch.owner, watch.id, NOW)
    box = Mailbox()
    with running(box) as port:
        assert notify(kb, port).watches == 0
    assert client(kb).get(f"/volg/{watch.token}.atom").status_code == 404


def test_the_command_mails_and_reports(
    region: Region, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kb = region.opened()
    mailed(kb, follow(kb, "iedereen"))
    region.minutes("iedereen", "nieuw", "24 juni 2024", "school")
    region.read("iedereen")
    data = ("notify", "--data", str(region.data))
    code, said = command(capsys, *data)
    assert (code, len(said["failed"])) == (1, 1)  # type: ignore[arg-type]
    assert "geen mailserver" in str(said["failed"])
    monkeypatch.setenv("STREEKGEHEUGEN_MAIL_FROM", "geheugen@streek.example")
    monkeypatch.setenv("STREEKGEHEUGEN_URL", "https://geheugen.example")
    box = Mailbox()
    with running(box) as port:
        monkeypatch.setenv("STREEKGEHEUGEN_SMTP", f"127.0.0.1:{port}")
        assert command(capsys, *data, "--dry-run") == (
            0, {"watches": 1, "new": 0, "mails": 1, "failed": [], "busy": 0},
        )  # fmt: skip
        assert box.taken == []
        assert command(capsys, *data) == (0, {"watches": 1, "new": 0, "mails": 1, "failed": [], "busy": 0})
    assert len(box.taken) == 1


def test_the_command_says_what_is_wrong_with_its_call(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(capsys, "notify", "--data", str(tmp_path / "nergens"))[0] == 10
    monkeypatch.setenv("STREEKGEHEUGEN_SMTP", "een server")
    assert command(capsys, "notify", "--data", str(region.data))[0] == 2


def test_asking_for_mail_sends_a_link_and_leaves_all_as_it_was_where_that_fails(region: Region) -> None:
    from desk.mail import asking as mail_asking

    kb = region.opened()
    watch = follow(kb, "iedereen")
    box, address = Mailbox(), "an@huis.example"
    with running(box) as port, Post(settings(port)) as post:
        box.refusals = ["450 4.2.1 nu niet"]
        with pytest.raises(NotSent):
            mail_asking.mail_to(kb.data, watch, address, settings(port), post, NOW)
        assert watches.of(kb.data, watch.owner, watch.id).address == ""
        assert mail_asking.mail_to(kb.data, watch, address, settings(port), post, NOW) is False
        other = follow(kb, "iedereen", Query("strooizout"))
        assert mail_asking.mail_to(kb.data, other, address, settings(port), post, NOW) is False
    assert len(box.taken) == 1
    secret = body(box.taken[0]).partition("/volg/bevestig/")[2].split()[0]
    client = TestClient(Starlette(routes=feeds.routes(lambda: kb)))
    link = f"/volg/bevestig/{secret}"
    assert address in client.get(link).text
    assert not watches.of(kb.data, watch.owner, watch.id).mails  # a program that opens links confirms nothing
    assert client.post(link).status_code == 200
    assert watches.of(kb.data, watch.owner, watch.id).mails
    assert watches.of(kb.data, other.owner, other.id).mails
    with pytest.raises(NotFound):
        watch_addresses.asked_for(kb.data, "f" * 32, NOW)
