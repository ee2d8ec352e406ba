import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.testclient import TestClient

import api
from access import reader_named
from api import exports
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base, store
from search.database import open_for_writing
from search.errors import NoKnowledgeBase
from search.registers import tellings
from search.registers.agreements import Fact, Field
from search.types import Embedder, Reader, Span

LATER = date.today() + timedelta(days=400)
PUBLIC = "# Raamovereenkomst strooizout\n\nStad Brugge\n\nDe stad koopt strooizout als aankoopcentrale.\n"
SECRET = "# Gemeente Jabbeke\n\nRaamovereenkomst geheim zwembad\n\nHet zwembad gebruikt strooizout.\n"
MADE = [
    f"/export/{name}.{form}?{query}"
    for name, query in (("overeenkomsten", ""), ("matrix", "onderwerp=strooizout"), ("ervaring", "vraag=strooizout"))
    for form in ("xlsx", "csv")
]


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> KnowledgeBase:
    root: Path = tmp_path_factory.mktemp("meenemen")
    for name, text in (("iedereen", PUBLIC), ("kabinet", SECRET)):
        (root / name / "raamovereenkomsten").mkdir(parents=True)
        (root / name / "raamovereenkomsten" / f"2024-09-01_raamovereenkomst_{name}.md").write_text(text)
        ingest([root / name], root / "data", embedder, audience=name, workers=1)
    opened = open_knowledge_base(root / "data", embedder)
    for about in opened.documents(Reader("", frozenset({"iedereen", "kabinet"}))):
        facts = [
            Fact(field, value, value, "", (Span(1, 0, 4),), 0.9)
            for field, value in ((Field.END, LATER.isoformat()), (Field.PURCHASING_BODY, about.municipality or ""))
        ]
        with open_for_writing(root / "data") as db, db.atomic():
            tellings.put(db, about.id, about, [], facts)
            store.grow(db)
    return opened


@pytest.fixture(scope="module")
def client(kb: KnowledgeBase) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=exports.routes(lambda: kb), middleware=api.middleware())) as client:
        yield client


@pytest.mark.parametrize("route", MADE)
def test_every_table_comes_as_a_file_that_nobody_keeps(client: TestClient, route: str) -> None:
    answer = client.get(route)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["content-disposition"].startswith("attachment;")
    if ".xlsx" in route:
        book = load_workbook(io.BytesIO(answer.content))
        assert book.active is not None
        lines = [[str(cell.value) for cell in row] for row in book.active.iter_rows()]
    else:
        lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len(lines) > 1
    text = str(lines)
    assert "strooizout" in text
    assert "http://testserver/" in text  # every line leads to where it stands
    assert "zwembad" not in text


def test_the_calendar_holds_what_this_reader_may_know(client: TestClient, kb: KnowledgeBase) -> None:
    answer = client.get("/export/overeenkomsten.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event.decoded("dtstart") == LATER
    (contract,) = kb.registers.register(reader_named(None)).contracts
    assert str(event["url"]) == f"http://testserver/overeenkomst?overeenkomst={contract.key}"


def test_one_contract_alone_and_none_of_others(client: TestClient, kb: KnowledgeBase) -> None:
    both = kb.registers.register(Reader("", frozenset({"iedereen", "kabinet"}))).contracts
    status = {
        each.document.audience: client.get("/export/overeenkomsten.ics", params={"overeenkomst": each.key}).status_code
        for each in both
    }
    assert status == {"iedereen": 200, "kabinet": 404}


@pytest.mark.parametrize(
    ("route", "status"),
    [
        ("/export/overeenkomsten.pdf", 404),
        ("/export/matrix.ics?onderwerp=zout", 404),
        ("/export/overeenkomsten.csv?enkel=alles", 400),
        ("/export/overeenkomsten.csv?overeenkomst=x", 404),
        ("/export/matrix.csv", 400),
        ("/export/ervaring.csv?vraag=%20", 400),
    ],
)
def test_what_cannot_be_made_is_refused(client: TestClient, route: str, status: int) -> None:
    answer = client.get(route)
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}


def test_a_choice_narrows_the_file(client: TestClient) -> None:
    assert len(client.get("/export/overeenkomsten.csv?gemeente=Brugge").text.splitlines()) > 1
    assert len(client.get("/export/overeenkomsten.csv?gemeente=Torhout").text.splitlines()) == 1


def test_without_a_knowledge_base_it_says_so() -> None:
    def nothing() -> KnowledgeBase:
        raise NoKnowledgeBase

    with TestClient(Starlette(routes=exports.routes(nothing))) as client:
        assert client.get("/export/overeenkomsten.ics").status_code == 503
