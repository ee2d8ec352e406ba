import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from desk.kept import meetings as kept
from desk.news.contracts import Event, Happening
from desk.news.meetings import Period
from desk.news.news import News, Place
from ingest.pipeline import ingest
from search.registers.contracts import Contract
from search.types import Document, Embedder, Kind, Outcome
from views import session
from views.news import news, places, texts

TODAY = date.today()
SINCE = TODAY - timedelta(days=60)
TEXTS = {
    "damme/notulen.md": (
        f"# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van {SINCE + timedelta(days=9):%d/%m/%Y}.\n\n"
        "## 3. Zonnepanelen & laadpalen op de sporthal. Goedkeuring.\n\nDe raad keurt dit goed.\n"
    ),
    "overleg/verslag.md": (
        f"# Burgemeestersoverleg Brugge\n\nVerslag van het overleg van {SINCE:%d/%m/%Y}\n\n"
        "## 1. Regiovorming\n\nDe burgemeesters bespreken de regiovorming.\n"
    ),
}


@pytest.fixture(scope="module")
def read_in(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    root: Path = tmp_path_factory.mktemp("nieuw")
    for name, text in TEXTS.items():
        (root / "open" / name).parent.mkdir(parents=True)
        (root / "open" / name).write_text(text)
    (root / "kabinet").mkdir()
    (root / "kabinet" / "verslag.md").write_text(
        f"# Burgemeestersoverleg Brugge\n\nVerslag van het overleg van {TODAY - timedelta(days=3):%d/%m/%Y}\n\n"
        "## 1. Geheim zwembad\n\nDe burgemeesters bespreken het zwembad.\n"
    )
    ingest([root / "open"], root / "data", embedder, workers=1)
    ingest([root / "kabinet"], root / "data", embedder, audience="kabinet", workers=1)
    return root / "data"


@pytest.fixture
def data(read_in: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(read_in, tmp_path / "data"))


@pytest.fixture
def screen(data: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Runs the screen at an address; "u" is who looks."""
    monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(data))
    monkeypatch.setattr(session, "owner", lambda: "u")

    def run(**address: str | list[str]) -> AppTest:
        test = AppTest.from_string("from views.news import news\nnews.show()", default_timeout=60)
        for key, value in address.items():
            test.query_params[key] = value
        return test.run()

    return run


def shown(test: AppTest) -> str:
    assert not test.exception
    return "\n".join(str(element.proto.body) for element in test.get("html"))


def button(test: AppTest, label: str) -> AppTest:
    return next(each for each in test.button if each.label == label).click().run()


def test_since_the_last_meeting_a_decision_leads_to_its_item_and_its_page(screen: Callable[..., AppTest]) -> None:
    html = shown(screen())
    assert "Zonnepanelen &amp; laadpalen op de sporthal" in html
    assert "/besluit?besluit=" in html
    assert "/document?document=" in html
    assert f'<option value="{SINCE.isoformat()}" selected>' in html
    assert "Regiovorming" not in html  # what that meeting said itself
    assert "/export/nieuw.docx?van=" in html


def test_what_is_not_for_this_reader_moves_no_default_and_shows_nowhere(screen: Callable[..., AppTest]) -> None:
    html = shown(screen())
    assert (TODAY - timedelta(days=3)).isoformat() not in html
    assert "zwembad" not in html.casefold()


def test_another_theme_or_period_with_nothing_new_says_so_and_of_whom(screen: Callable[..., AppTest]) -> None:
    html = shown(screen(van="2001-01-01", tot="2001-12-31"))
    assert texts.NOTHING_HEADING in html
    assert "Niets nieuws gevonden van: Damme" in html
    assert texts.NOTHING_HEADING in shown(screen(thema="Bestaat niet"))


def test_without_a_calendar_the_last_month_quarter_and_year_of_papers_are_one_click_away(
    tmp_path, monkeypatch, embedder
):
    (tmp_path / "notulen.md").write_text(
        "# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van 23/05/2016.\n\n"
        "## 3. Zonnepanelen. Goedkeuring.\n\nDe raad keurt dit goed.\n"
    )
    ingest([tmp_path / "notulen.md"], tmp_path / "data", embedder, workers=1)
    monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(tmp_path / "data"))
    test = AppTest.from_string("from views.news import news\nnews.show()", default_timeout=60).run()
    html = shown(test)
    assert "Het jongste stuk is van 23 mei 2016." in html
    for since in ("2016-04-23", "2016-02-22", "2015-05-24"):
        assert f"/nieuw?van={since}&amp;tot=2016-05-23" in html


def test_without_any_dated_paper_there_is_no_last_month():
    assert news.spans(None) == ""
    assert "van=0001&amp;tot=0001-01-05" in news.spans(date(1, 1, 5))


@pytest.mark.parametrize(
    "address",
    [{"van": "0001-01-01", "tot": "9999-12-31"}, {"van": "morgen"}, {"tot": "2001"}, {"thema": "<b>\x00" * 99}],
)
def test_whatever_stands_in_the_address_the_screen_is_drawn(
    screen: Callable[..., AppTest], address: dict[str, str]
) -> None:
    assert "<b>" not in shown(screen(**address))


def test_without_any_meeting_it_asks_for_one_and_offers_days(
    screen: Callable[..., AppTest], tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stukken").mkdir()
    (tmp_path / "stukken" / "notulen.md").write_text(TEXTS["damme/notulen.md"])
    ingest([tmp_path / "stukken"], tmp_path / "leeg", embedder, workers=1)
    monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(tmp_path / "leeg"))
    test = screen()
    assert texts.NO_MEETINGS_HEADING in shown(test)
    assert 'type="date"' in shown(test)
    assert test.expander[0].proto.expanded
    assert "Zonnepanelen" in shown(screen(van=SINCE.isoformat()))


def test_a_contract_stands_once_with_all_that_happens_to_it_and_for_whom() -> None:
    paper = Document(
        7, "7.pdf", "7", "Raamovereenkomst <b>zout", Kind.CONTRACT, "Brugge", None, TODAY, None, 3, "iedereen",
        Outcome.OK, "",
    )  # fmt: skip
    contract = Contract("a" * 16, (paper,), {})
    events = [
        Event(Happening.SIGNED, SINCE, contract, paper, 1, ("Brugge", "Damme", "Torhout"), ("Brugge",)),
        Event(Happening.JOINED, TODAY, contract, paper, 2, ("Damme",), ("Damme",)),
    ]
    found = News(Period(SINCE, TODAY), TODAY, None, (), "", (), (), (), tuple(events), (), {})
    html = places.contracts(found)
    assert html.count("Raamovereenkomst &lt;b&gt;zout</a>") == 1
    assert "voor: Brugge; open voor: Damme, Torhout" in html
    assert "document=7&amp;pagina=2" in html
    own = places.place(Place("Damme", True, {}, (), tuple(events[1:]), ()), 1, TODAY)
    assert "Toegetreden" in own
    assert "open voor" not in own


def test_a_meeting_is_added_changed_removed_and_taken_back(screen: Callable[..., AppTest], data: Path) -> None:
    test = screen()
    coming = TODAY + timedelta(days=20)
    test.date_input(key="sg-dag-nieuw").set_value(coming)
    test.text_input(key="sg-naam-nieuw").set_value("In Damme")
    test = button(test, texts.SAVE)
    assert [(each.day, each.name, each.owner) for each in kept.kept(data)] == [(coming, "In Damme", "u")]
    assert kept.kept(data)[0].partnership == "Burgemeestersoverleg Brugge"
    html = shown(test)
    assert texts.SAVED in html
    assert f'<option value="{coming.isoformat()}" selected>' in html  # it is the end of the period now
    test = button(test, texts.REMOVE)
    assert kept.kept(data) == []
    button(test, texts.UNDO)
    assert [each.name for each in kept.kept(data)] == ["In Damme"]


def test_what_cannot_be_added_is_told_and_nothing_is_kept(screen: Callable[..., AppTest], data: Path) -> None:
    test = screen()
    test.date_input(key="sg-dag-nieuw").set_value(TODAY + timedelta(days=20))
    test = button(test, texts.SAVE)
    test.date_input(key="sg-dag-nieuw").set_value(TODAY + timedelta(days=20))
    test = button(test, texts.SAVE)
    assert "staat al in de kalender" in shown(test)
    assert len(kept.kept(data)) == 1


def test_a_browser_without_cookies_sees_the_calendar_and_is_told_why_it_cannot_change_it(
    screen: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "owner", lambda: None)
    test = screen()
    assert texts.NO_COOKIES in shown(test)
    assert not test.button
    assert "/export/vergaderingen.ics" in shown(test)


def test_a_calendar_file_is_read_in_and_said_what_became_of_it(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(data))
    from views.news.meetings import _taken

    content = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
        b"BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270312\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n"
        b"BEGIN:VEVENT\r\nUID:2\r\nDTSTART:ooit\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    said = _taken("u", content, "Exello.net")
    assert said.startswith("1 vergadering toegevoegd; ")
    assert "alleen de eerste dag" in said
    assert "niet te lezen" in said
    assert [each.partnership for each in kept.kept(data)] == ["Exello.net"]
