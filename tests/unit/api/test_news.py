import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document as open_docx
from icalendar import Calendar
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.testclient import TestClient

import api
from api import news as routes
from desk.exports.tables import as_csv
from desk.kept import meetings as kept
from desk.news import meetings
from desk.news.as_json import as_json
from desk.news.listing import table
from desk.news.news import news
from desk.news.note import compose
from desk.printing.markdown import as_markdown
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base, store
from search.database import open_for_writing
from search.errors import NoKnowledgeBase
from search.registers import tellings
from search.registers.agreements import Fact, Field
from search.types import EVERYONE, Embedder, Reader, Span

TODAY = date.today()
SINCE, UNTIL = TODAY - timedelta(days=70), TODAY
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
READERS = {name: Reader(name, frozenset({EVERYONE, name})) for name in (EVERYONE, "a", "b")}


def in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def minutes(place: str, day: date, *items: str) -> str:
    head = f"# Gemeente {place}\n\nNotulen van de gemeenteraad. Zitting van {in_words(day)}.\n\n"
    return head + "\n".join(
        f"## {i}. {item}. Goedkeuring.\n\nDe raad keurt dit goed.\n" for i, item in enumerate(items, 1)
    )


def report(day: date, *items: str) -> str:
    head = f"# Burgemeestersoverleg Brugge\n\nVerslag van het overleg van {in_words(day)}\n\n"
    return head + "\n".join(f"## {i}. {item}\n\nDe burgemeesters bespreken dit.\n" for i, item in enumerate(items, 1))


def papers() -> dict[str, dict[str, str]]:
    """What each audience may read: b has many sittings on one theme, a a position and a contract of its own."""
    old = {
        f"damme/oud_{i}_notulen.md": minutes(
            "Damme", SINCE - timedelta(days=40 * i + 20), f"Kerkfabriek Sint-Jan {i}. Rekening"
        )
        for i in range(16)
    }
    return {
        EVERYONE: {
            **old,
            "damme/nieuw_notulen.md": minutes("Damme", SINCE + timedelta(days=10), "Trage wegen. Plan"),
            "overleg/verslag_oud.md": report(SINCE, "Oude afspraken"),
            "overleg/verslag_nieuw.md": report(SINCE + timedelta(days=30), "Regiovorming"),
        },
        "a": {
            "jabbeke/a_notulen.md": minutes("Jabbeke", SINCE + timedelta(days=12), "Kwispelbakken. Aankoop"),
            "overleg/a_verslag.md": report(SINCE + timedelta(days=50), "Kwispelgeheim"),
            "brugge/raamovereenkomst_a.md": "# Raamovereenkomst kwispels\n\nStad Brugge\n\nDe stad koopt korrels.\n",
        },
        "b": {
            f"torhout/b_{i}_notulen.md": minutes(
                "Torhout", SINCE + timedelta(days=3 * i + 1), f"Zwembad fase {i}. Bestek"
            )
            for i in range(6)
        },
    }


@dataclass(frozen=True)
class Base:
    data: Path
    kb: KnowledgeBase


def read_in(root: Path, embedder: Embedder, audiences: Mapping[str, Mapping[str, str]]) -> Base:
    for audience, texts in audiences.items():
        for name, text in texts.items():
            file = root / audience / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        ingest([root / audience], root / "data", embedder, audience=audience, workers=1)
    kb = open_knowledge_base(root / "data", embedder)
    for about in kb.documents(Reader("", frozenset({EVERYONE, "a", "b"}))):
        if "raamovereenkomst" in about.path:
            facts = [
                Fact(field, value, value, "", (Span(1, 0, 4),), 0.9)
                for field, value in ((Field.END, UNTIL.isoformat()), (Field.PARTY, "Brugge"), (Field.PARTY, "Damme"))
            ]
            with open_for_writing(root / "data") as db, db.atomic():
                tellings.put(db, about.id, about, [], facts)
                store.grow(db)
    return Base(root / "data", kb)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Base:
    return read_in(tmp_path_factory.mktemp("nieuw"), embedder, papers())


@pytest.fixture(scope="module")
def client(base: Base) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes.routes(lambda: base.kb), middleware=api.middleware())) as client:
        yield client


def told(base: Base, reader: Reader) -> dict[str, object]:
    return as_json(news(base.kb, reader, SINCE, UNTIL, today=TODAY))


@pytest.mark.parametrize("name", READERS)
def test_the_news_is_as_if_what_one_may_not_read_were_not_there(
    base: Base, name: str, tmp_path: Path, embedder: Embedder
) -> None:
    own = {audience: texts for audience, texts in papers().items() if audience in READERS[name].audiences}
    assert told(base, READERS[name]) == told(read_in(tmp_path, embedder, own), READERS[name])


def test_each_reader_has_news_that_the_others_do_not_see(base: Base) -> None:
    everyone, a, b = (told(base, reader) for reader in READERS.values())

    def names(found: dict[str, object]) -> list[str]:
        return [place["name"] for place in found["places"]]

    assert names(everyone) == ["Damme", "Burgemeestersoverleg Brugge"]
    assert names(a) == ["Brugge", "Damme", "Jabbeke", "Burgemeestersoverleg Brugge"]
    assert names(b) == ["Damme", "Torhout", "Burgemeestersoverleg Brugge"]
    assert [len(found["contracts"]) for found in (everyone, a, b)] == [0, 1, 0]
    assert everyone["rising_themes"] == a["rising_themes"] == []
    assert b["rising_themes"][0]["times"] == 6


@pytest.mark.parametrize("name", [EVERYONE, "b"])
def test_nothing_that_is_made_of_the_news_holds_a_word_of_what_one_may_not_read(base: Base, name: str) -> None:
    found = news(base.kb, READERS[name], SINCE, UNTIL, today=TODAY)
    made = as_markdown(compose(base.kb, READERS[name], found)) + as_csv(table(found, lambda d, p: "")).decode()
    assert "Trage wegen" in made
    assert "wispel" not in made
    assert "Jabbeke" in found.unread
    assert str(found.themes).count("Dierenwelzijn") == 0


def test_the_calendar_holds_no_meeting_of_which_one_may_read_no_paper(base: Base) -> None:
    days = {name: [each.day for each in meetings.calendar(base.kb, reader)] for name, reader in READERS.items()}
    public = [SINCE, SINCE + timedelta(days=30)]
    assert days == {EVERYONE: public, "a": [*public, SINCE + timedelta(days=50)], "b": public}


def test_what_the_last_meeting_said_itself_is_not_new(base: Base) -> None:
    found = str(told(base, READERS[EVERYONE]))
    assert "Regiovorming" in found
    assert "Oude afspraken" not in found


@pytest.mark.parametrize("form", ["xlsx", "csv", "docx", "pdf", "md"])
def test_the_news_is_taken_along_as_any_file_and_kept_by_nobody(client: TestClient, form: str) -> None:
    answer = client.get(f"/export/nieuw.{form}", params={"van": SINCE.isoformat(), "tot": UNTIL.isoformat()})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"
    assert f"nieuw-{TODAY.isoformat()}.{form}" in answer.headers["content-disposition"]
    assert answer.content
    if form == "xlsx":
        sheet = load_workbook(io.BytesIO(answer.content)).active
        rows = list(sheet.iter_rows(values_only=True))
        assert any(
            "Trage wegen. Plan. Goedkeuring." in str(row) and "http://testserver/document?" in str(row) for row in rows
        )
        assert "wispel" not in str(rows)
    if form == "docx":
        said = "\n".join(paragraph.text for paragraph in open_docx(io.BytesIO(answer.content)).paragraphs)
        assert f"Wat is er nieuw sinds {in_words(SINCE)}" in said
        assert "Trage wegen" in said
        assert "wispel" not in said


def test_what_is_asked_for_narrows_the_file(client: TestClient) -> None:
    period = {"van": SINCE.isoformat(), "tot": UNTIL.isoformat()}
    here = client.get("/export/nieuw.csv", params={**period, "gemeente": "Damme"}).text
    assert "Trage wegen" in here
    assert "Regiovorming" not in here
    assert "Trage wegen" not in client.get("/export/nieuw.csv", params={**period, "gemeente": "Torhout"}).text
    assert "Trage wegen" not in client.get("/export/nieuw.csv", params={**period, "thema": "Bestaat niet"}).text


def test_without_days_it_is_since_the_last_meeting(client: TestClient) -> None:
    said = client.get("/export/nieuw.md").text
    assert f"# Wat is er nieuw sinds {in_words(SINCE + timedelta(days=30))}" in said


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/export/nieuw.exe", 404),
        ("/export/nieuw.ics", 404),
        ("/export/nieuw.csv?van=gisteren", 400),
        ("/export/nieuw.csv?van=2026-05-01&tot=2026-04-01", 400),
        ("/export/nieuw.csv?van=0001-01-01&tot=9999-12-31", 200),
        ("/export/nieuw.docx?van=0001-01-01&tot=9999-12-31", 200),
        ("/export/nieuw.csv?" + "&".join(f"gemeente=x{n}" for n in range(900)), 200),
        ("/export/nieuw.csv?thema=" + "%00%0d" * 900, 200),
    ],
)
def test_whatever_is_asked_gets_a_clear_answer(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_the_calendar_is_taken_along_with_what_people_added(base: Base, client: TestClient) -> None:
    act = kept.add(base.data, "wie", TODAY + timedelta(days=20), "Volgende", "Burgemeestersoverleg Brugge")
    try:
        events = Calendar.from_ical(client.get("/export/vergaderingen.ics").content).walk("VEVENT")
        assert [str(event["summary"]) for event in events] == ["Burgemeestersoverleg Brugge"] * 2 + ["Volgende"]
        found = news(base.kb, READERS[EVERYONE], SINCE, UNTIL, today=TODAY)
        assert found.next_meeting == found.horizon == TODAY + timedelta(days=20)
    finally:
        kept.undo(base.data, act)


def test_without_a_knowledge_base_it_says_so() -> None:
    def absent() -> KnowledgeBase:
        raise NoKnowledgeBase

    with TestClient(Starlette(routes=routes.routes(absent))) as client:
        assert client.get("/export/nieuw.csv").status_code == 503


def test_what_came_in_later_is_told_of_its_place(tmp_path: Path, embedder: Embedder) -> None:
    day = SINCE - timedelta(days=20)
    read_in(tmp_path, embedder, {EVERYONE: {"damme/oud_notulen.md": minutes("Damme", day, "Trage wegen. Plan")}})
    with open_for_writing(tmp_path / "data") as db, db.atomic():  # that was long ago
        db.execute("UPDATE documents SET read_at = '2020-01-01T12:00:00+00:00'")
        db.execute("UPDATE runs SET started = '2020-01-01T12:00:00+00:00'")
    later = {"torhout/laat_notulen.md": minutes("Torhout", day, "Zwembad. Bestek")}
    base = read_in(tmp_path, embedder, {EVERYONE: later})
    (torhout,) = news(base.kb, READERS[EVERYONE], SINCE, UNTIL, today=TODAY).places
    assert torhout.name == "Torhout"
    assert [each.title for each in torhout.late] == ["Zwembad. Bestek. Goedkeuring."]
