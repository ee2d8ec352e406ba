"""The screen of watch lists and the button that makes one, without a browser."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from access import reader_named
from desk.watches import addresses as watch_addresses
from desk.watches import watches, watching
from desk.watches.watches import Watch, What
from ingest.pipeline import ingest
from search import open_knowledge_base
from search.answer import Query
from search.types import Embedder
from tests.mail_server import Mailbox, running
from views import session
from views.watches import texts

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
END = date.today() + timedelta(days=20)
Screen = Callable[..., AppTest]


def minutes(folder: Path, day: str, word: str) -> None:
    file = folder / "damme" / f"{word}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van {day}.\n\n"
        f"## 3. Zonnepanelen op de {word}. Goedkeuring.\n\n"
        f"De raad beslist om op het dak van de {word} zonnepanelen te plaatsen.\n"
    )


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """What is there before anybody follows anything, read in once."""
    made: Path = tmp_path_factory.mktemp("eerst")
    minutes(made / "open", "23 mei 2016", "sporthal")
    minutes(made / "kabinet", "25 mei 2016", "zwembad")
    contract = made / "open/brugge/2024-09-01_raamovereenkomst_zout.md"
    contract.parent.mkdir(parents=True)
    contract.write_text(
        "# Raamovereenkomst zout\n\nStad Brugge\n\n## Artikel 1. Duur\n\n"
        f"De raamovereenkomst vangt aan op 1 september 2024 en eindigt op {END.strftime('%d/%m/%Y')}.\n"
    )
    read(made, embedder)
    ingest([made / "kabinet"], made / "data", embedder, audience="kabinet", workers=1)
    return made


@pytest.fixture
def root(first: Path, tmp_path: Path) -> Path:
    """The same each time; what a test reads in comes from folders of its own, and is added."""
    shutil.copytree(first / "data", tmp_path / "data")
    return tmp_path


def read(root: Path, embedder: Embedder) -> None:
    ingest([root / "open"], root / "data", embedder, workers=1)


@pytest.fixture
def screen(root: Path, monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Runs a script as the visitor `an`."""
    monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(root / "data"))
    monkeypatch.setattr(session, "owner", lambda: "an")
    for name in ("STREEKGEHEUGEN_SMTP", "STREEKGEHEUGEN_URL"):
        monkeypatch.delenv(name, raising=False)

    def run(script: str = "from views.watches import watches\nwatches.show()") -> AppTest:
        return AppTest.from_string(script, default_timeout=60).run()

    return run


def html(test: AppTest) -> str:
    assert not test.exception
    return "\n".join(str(element.proto.body) for element in test.get("html"))


def press(test: AppTest, label: str) -> AppTest:
    return next(button for button in test.button if button.label == label).click().run()


def follow(root: Path, reader: str = "iedereen", text: str = "zonnepanelen op het dak") -> Watch:
    kb = open_knowledge_base(root / "data")
    return watching.follow(kb, kb.data, "an", reader_named(reader), What.SEARCH, Query(text), NOW)


def test_who_follows_nothing_reads_what_it_is_for(screen: Screen) -> None:
    shown = html(screen())
    assert texts.EMPTY_HEADING in shown
    assert texts.TO_SEARCH in shown


def test_without_cookies_it_says_kindly_why_nothing_is_kept(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "owner", lambda: None)
    assert "cookies" in html(screen())


BUTTON = (
    "from views.watches import button\nfrom views.address import Address\nfrom search.answer import Query\n"
    "button.show(Address(Query('zonnepanelen op het dak', ('Damme',))))"
)


def test_a_search_is_followed_with_its_filters_by_one_button(screen: Screen, root: Path) -> None:
    test = press(screen(BUTTON), texts.FOLLOW)
    (watch,) = watches.listed(root / "data", "an")
    assert watch.query == Query("zonnepanelen op het dak", ("Damme",))
    assert texts.FOLLOWING in html(test)
    assert texts.FOLLOWED in html(test)
    assert not test.button


def test_where_nothing_is_asked_there_is_no_button(screen: Screen) -> None:
    test = screen("from views.watches import button\nfrom views.address import Address\nbutton.show(Address())")
    assert not test.button
    assert html(test) == ""


def test_what_is_new_is_counted_shown_with_its_reason_and_page_and_gone_when_seen(
    screen: Screen, root: Path, embedder: Embedder
) -> None:
    follow(root)
    assert texts.NOTHING_NEW in html(screen())
    minutes(root / "open", "24 juni 2024", "school")
    read(root, embedder)
    test = screen()
    shown = html(test)
    assert "1 nieuw" in shown
    assert "Uw woorden “zonnepanelen” en “dak” staan erin." in shown
    assert "<mark>zonnepanelen</mark>" in shown
    assert 'href="/document?vraag=zonnepanelen+op+het+dak&amp;document=' in shown
    assert "sporthal" not in shown
    seen = html(press(test, texts.SEEN))
    assert texts.NOTHING_NEW in seen
    assert "Eerder gevonden: 1" in seen


def test_what_another_name_may_read_is_not_shown_to_this_one(screen: Screen, root: Path, embedder: Embedder) -> None:
    follow(root, reader="kabinet")
    minutes(root / "kabinet", "26 juni 2024", "molen")
    ingest([root / "kabinet"], root / "data", embedder, audience="kabinet", workers=1)
    shown = html(screen())
    assert texts.EMPTY_HEADING in shown
    assert "molen" not in shown


def test_a_watch_gets_another_name_and_another_question(screen: Screen, root: Path) -> None:
    watch = follow(root)
    test = screen()
    named = {each.label: each for each in test.text_input}
    named[texts.NAME].set_value("Zon <b>")
    named[texts.QUESTION].set_value("strooizout")
    shown = html(press(test, texts.SAVE))
    kept = watches.of(root / "data", "an", watch.id)
    assert (kept.name, kept.query.text) == ("Zon <b>", "strooizout")
    assert "Zon &lt;b&gt;" in shown
    assert texts.ASKED_ANEW in shown


def test_a_private_address_is_shown_and_renewed(screen: Screen, root: Path) -> None:
    watch = follow(root)
    test = screen()
    assert f"volg/{watch.token}.atom" in html(test)
    shown = html(press(test, texts.RENEW))
    assert watch.token not in shown
    assert f"volg/{watches.of(root / 'data', 'an', watch.id).token}.atom" in shown


def test_a_watch_is_removed_and_taken_back(screen: Screen, root: Path) -> None:
    watch = follow(root)
    test = press(screen(), texts.DELETE)
    assert watches.listed(root / "data", "an") == []
    assert texts.DELETED.format(name=watch.name) in html(test)
    press(test, texts.UNDO)
    assert [each.id for each in watches.listed(root / "data", "an")] == [watch.id]


def test_dates_of_contracts_are_followed_and_those_that_are_near_are_told(screen: Screen, root: Path) -> None:
    shown = html(press(screen(), texts.CONTRACTS_FOLLOW))
    assert texts.CONTRACTS in shown
    assert "1 nieuw" in shown
    assert "Einddatum" in shown
    assert "nog 20 dagen" in shown
    (watch,) = watches.listed(root / "data", "an")
    assert f"volg/{watch.token}.ics" in shown


def test_where_no_mail_server_is_set_up_it_says_so(screen: Screen, root: Path) -> None:
    follow(root)
    test = screen()
    assert texts.MAIL_NOT_HERE in html(test)
    assert texts.MAIL not in [each.label for each in test.text_input]


def test_mail_is_asked_for_confirmed_and_stopped(screen: Screen, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch, box = follow(root), Mailbox()
    with running(box) as port:
        monkeypatch.setenv("STREEKGEHEUGEN_SMTP", f"127.0.0.1:{port}")
        monkeypatch.setenv("STREEKGEHEUGEN_MAIL_FROM", "geheugen@streek.example")
        monkeypatch.setenv("STREEKGEHEUGEN_URL", "https://geheugen.example")
        test = screen()
        next(each for each in test.text_input if each.label == texts.MAIL).set_value("geen adres")
        wrong = press(test, texts.MAIL_SAVE)
        assert "geen mailadres" in html(wrong)
        next(each for each in wrong.text_input if each.label == texts.MAIL).set_value("an@huis.example")
        shown = html(press(wrong, texts.MAIL_SAVE))
    assert texts.MAIL_WAITS.format(address="an@huis.example") in shown
    assert box.recipients == ["an@huis.example"]
    link = box.taken[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    watch_addresses.confirm(root / "data", link.partition("/bevestig/")[2].split()[0], datetime.now(UTC))
    test = screen()
    assert texts.MAIL_ON.format(address="an@huis.example") in html(test)
    press(test, texts.MAIL_STOP)
    assert watches.of(root / "data", "an", watch.id).address == ""


def test_a_mail_server_that_is_away_is_said_and_nothing_is_kept(
    screen: Screen, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = follow(root)
    monkeypatch.setenv("STREEKGEHEUGEN_SMTP", "127.0.0.1:9")
    monkeypatch.setenv("STREEKGEHEUGEN_MAIL_FROM", "geheugen@streek.example")
    monkeypatch.setenv("STREEKGEHEUGEN_URL", "https://geheugen.example")
    test = screen()
    next(each for each in test.text_input if each.label == texts.MAIL).set_value("an@huis.example")
    assert "De mailserver" in html(press(test, texts.MAIL_SAVE))
    assert watches.of(root / "data", "an", watch.id).address == ""
