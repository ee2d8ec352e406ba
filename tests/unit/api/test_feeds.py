"""The private addresses of a watch: what they show, to whom, and how they say that they lead nowhere."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import api
from api import feeds
from desk.watches import addresses as watch_addresses
from desk.watches import watches, watching
from desk.watches.watches import Watch, What
from search import KnowledgeBase
from search.answer import Query
from search.types import Reader

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def client(kb: KnowledgeBase) -> Iterator[TestClient]:
    app = Starlette(routes=feeds.routes(lambda: kb), middleware=api.middleware())
    with TestClient(app, base_url="https://geheugen.example") as client:
        yield client


@pytest.fixture
def watch(kb: KnowledgeBase, everyone: Reader) -> Watch:
    return watching.follow(kb, kb.data, "an", everyone, What.SEARCH, Query("zonnepanelen"), NOW)


@pytest.fixture
def dates(kb: KnowledgeBase, everyone: Reader) -> Watch:
    return watching.follow(kb, kb.data, "an", everyone, What.CONTRACTS, Query("Overeenkomsten"), NOW)


def test_a_feed_names_itself_and_the_app_and_is_kept_by_nobody_in_between(client: TestClient, watch: Watch) -> None:
    got = client.get(f"/volg/{watch.token}.atom")
    assert got.status_code == 200
    assert got.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert got.headers["cache-control"] == "private, no-store"
    assert f'href="https://geheugen.example/volg/{watch.token}.atom" rel="self"' in got.text
    assert 'href="https://geheugen.example/volglijsten" rel="alternate"' in got.text
    assert "set-cookie" not in got.headers


def test_who_has_it_already_is_told_so(client: TestClient, watch: Watch, dates: Watch) -> None:
    for path in (f"/volg/{watch.token}.atom", f"/volg/{dates.token}.ics"):
        tag = client.get(path).headers["etag"]
        for known in (tag, f"W/{tag}", f'"ander", {tag}', "*"):
            again = client.get(path, headers={"if-none-match": known})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
            assert again.headers["cache-control"] == "private, no-store"
        assert client.get(path, headers={"if-none-match": '"ander"'}).status_code == 200


@pytest.mark.parametrize("token", ["0" * 32, "x", "0" * 5_000, "%00", "'%20OR%201=1"])
@pytest.mark.parametrize("form", ["atom", "ics"])
def test_an_address_that_leads_nowhere_is_answered_as_any_other(client: TestClient, token: str, form: str) -> None:
    got = client.get(f"/volg/{token}.{form}")
    assert (got.status_code, got.json()) == (404, {"error": "Niet gevonden."})


def test_a_renewed_or_removed_address_is_answered_just_so(client: TestClient, kb: KnowledgeBase, watch: Watch) -> None:
    nowhere = client.get(f"/volg/{'0' * 32}.atom")
    watches.renew(kb.data, "an", watch.id)
    old = client.get(f"/volg/{watch.token}.atom")
    assert (old.status_code, old.content, old.headers) == (nowhere.status_code, nowhere.content, nowhere.headers)
    fresh = watches.of(kb.data, "an", watch.id)
    assert client.get(f"/volg/{fresh.token}.atom").status_code == 200
    watches.remove(kb.data, "an", watch.id, NOW)
    assert client.get(f"/volg/{fresh.token}.atom").content == nowhere.content


def test_a_search_has_no_calendar(client: TestClient, watch: Watch) -> None:
    assert client.get(f"/volg/{watch.token}.ics").status_code == 404


def test_the_secret_of_the_mails_opens_no_feed_and_that_of_the_feed_stops_no_mail(
    client: TestClient, watch: Watch
) -> None:
    assert client.get(f"/volg/{watch.stop}.atom").status_code == 404
    assert client.post(f"/volg/stop/{watch.token}").status_code == 404


def test_the_address_that_the_administrator_set_is_the_one_in_the_links(
    client: TestClient, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STREEKGEHEUGEN_URL", "https://streek.example/geheugen")
    got = client.get(f"/volg/{watch.token}.atom", headers={"host": "kwaad.example"})
    assert 'href="https://streek.example/geheugen/volglijsten"' in got.text
    assert "kwaad" not in got.text


def test_mails_stop_at_the_button_or_at_one_click_of_a_mail_program_and_not_before(
    client: TestClient, kb: KnowledgeBase, watch: Watch
) -> None:
    watches.mail_to(kb.data, "an", watch.id, "an@huis.example")
    page = client.get(f"/volg/stop/{watch.stop}")
    assert watch.name in page.text
    assert '<form method="post">' in page.text
    assert watches.of(kb.data, "an", watch.id).address == "an@huis.example"
    done = client.post(f"/volg/stop/{watch.stop}", data={"List-Unsubscribe": "One-Click"})
    assert done.status_code == 200
    assert watches.of(kb.data, "an", watch.id).address == ""
    assert client.post(f"/volg/stop/{watch.stop}").status_code == 200


@pytest.mark.parametrize("way", ["bevestig", "stop"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_is_not_valid_says_so_in_words(client: TestClient, way: str, method: str) -> None:
    got = client.request(method, f"/volg/{way}/{'0' * 32}")
    assert got.status_code == 404
    assert got.headers["content-type"].startswith("text/html")
    assert '<p role="status">De' in got.text


def test_an_address_is_confirmed_at_the_button(client: TestClient, kb: KnowledgeBase) -> None:
    secret = watch_addresses.ask(kb.data, "an", "an@huis.example", datetime.now(UTC))
    page = client.get(f"/volg/bevestig/{secret}")
    assert "an@huis.example" in page.text
    assert not watch_addresses.is_confirmed(kb.data, "an", "an@huis.example")
    assert client.post(f"/volg/bevestig/{secret}").status_code == 200
    assert watch_addresses.is_confirmed(kb.data, "an", "an@huis.example")


def test_what_somebody_typed_is_text_on_the_pages(client: TestClient, kb: KnowledgeBase, watch: Watch) -> None:
    watches.rename(kb.data, "an", watch.id, "<img src=x onerror=alert(1)>")
    html = client.get(f"/volg/stop/{watch.stop}").text
    assert "<img" not in html
    assert not re.search(r"<script|\son\w+=\"", html)
