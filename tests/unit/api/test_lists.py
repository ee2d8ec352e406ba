import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.testclient import TestClient

import api
from access import reader_named
from api import lists
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base
from search.answer import Query
from search.errors import NoKnowledgeBase
from search.registers import edits
from search.registers.edits import What
from search.types import Embedder, Reader

READERS = ("iedereen", "a", "b")
ALL = Reader("test", frozenset(READERS))
MINUTES = (
    "# Gemeente {place}\n\nNotulen van de gemeenteraad. Zitting van {day} mei 2019.\n\n"
    "## 3. Zonnepanelen {place}. Aankoop van zonnepanelen. Goedkeuring.\n\n"
    "De raad van {place} keurt de aankoop van zonnepanelen goed.\n\n"
    "## 4. Kerkfabriek {place}. Rekening. Goedkeuring.\n\nDe raad keurt de rekening van {place} goed.\n"
)
PLACES = {"iedereen": ("Damme", 20), "a": ("Jabbeke", 21), "b": ("Torhout", 22)}


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> KnowledgeBase:
    """Minutes of Damme for everyone, of Jabbeke for a, of Torhout for b, each with a dossier that was pinned."""
    root: Path = tmp_path_factory.mktemp("lijsten")
    for audience, (place, day) in PLACES.items():
        (root / audience).mkdir()
        (root / audience / f"2019-05-{day}_notulen.md").write_text(MINUTES.format(place=place, day=day))
        ingest([root / audience], root / "data", embedder, audience=audience, workers=1)
    opened = open_knowledge_base(root / "data", embedder)
    for each in opened.registers.decisions(ALL):
        if each.papers[0].telling.is_item:
            edits.note(root / "data", ALL, What.PIN, each.key)
    return opened


@pytest.fixture
def client(kb: KnowledgeBase) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=lists.routes(lambda: kb), middleware=api.middleware())) as client:
        yield client


def key(kb: KnowledgeBase, place: str) -> str:
    return next(each.key for each in kb.registers.decisions(ALL, Query("", (place,))) if "panelen" in each.title)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


ROUTES = ["zoeken.{}?vraag=zonnepanelen", "besluiten.{}", "besluiten.{}?vraag=zonnepanelen&van=2018", "dossiers.{}"]


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("route", ROUTES)
def test_each_reader_takes_along_what_he_may_read(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, route: str, name: str
) -> None:
    monkeypatch.setattr("api.asking.reader_of", lambda _: reader_named(name))
    answer = client.get(f"/export/{route.format('xlsx')}")
    book = load_workbook(io.BytesIO(answer.content))
    assert book.active is not None
    whole = str([[cell.value for cell in row] for row in book.active.iter_rows()])
    assert {place for place, _ in PLACES.values() if place in whole} == {"Damme", PLACES[name][0]}
    text = client.get(f"/export/{route.format('csv')}").text
    assert {place for place, _ in PLACES.values() if place in text} == {"Damme", PLACES[name][0]}


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("route", ["besluiten.csv?besluit={}", "dossier.csv?dossier={}"])
def test_what_is_of_others_is_as_if_it_were_not_there(
    client: TestClient, kb: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, route: str, name: str
) -> None:
    monkeypatch.setattr("api.asking.reader_of", lambda _: reader_named(name))
    for audience, (place, _) in PLACES.items():
        answer = client.get(f"/export/{route.format(key(kb, place))}")
        may = audience in ("iedereen", name)
        assert answer.status_code == (200 if may else 404)
        assert may or answer.json() == client.get(f"/export/{route.format('0' * 16)}").json()
        assert not may or place in answer.text


def test_the_links_open_the_page_and_the_decision(client: TestClient, kb: KnowledgeBase) -> None:
    answer = client.get("/export/zoeken.csv?vraag=aankoop+zonnepanelen&gemeente=Damme")
    (result, *_) = kb.search(Query("aankoop zonnepanelen", ("Damme",)), reader_named(None)).results
    assert rows(answer.content)[0]["Link"] == (
        "http://testserver/document?vraag=aankoop+zonnepanelen&gemeente=Damme"
        f"&document={result.document.id}&pagina=1&fragment={result.passage.id}&plaats=1"
    )
    found = rows(client.get("/export/besluiten.csv").content)
    assert f"http://testserver/besluit?besluit={key(kb, 'Damme')}" in {row["Link"] for row in found}
    (dossier, *_) = rows(client.get("/export/dossiers.csv").content)
    assert client.get(dossier["Link"].replace("/dossier?", "/export/dossier.csv?")).status_code == 200


def test_a_sitting_stands_in_its_own_order(client: TestClient, kb: KnowledgeBase) -> None:
    found = rows(client.get(f"/export/besluiten.csv?besluit={key(kb, 'Damme')}").content)
    assert [row["Nummer"] for row in found] == ["3", "4"]
    assert {row["Uitkomst"] for row in found} == {"goedgekeurd"}


def test_the_filters_of_the_screen_narrow_the_list(client: TestClient, kb: KnowledgeBase) -> None:
    themes = {theme for each in kb.registers.decisions(reader_named(None)) for theme in each.themes}
    assert themes
    for theme in themes:
        found = rows(client.get("/export/besluiten.csv", params={"thema": theme}).content)
        assert found
        assert all(theme in row["Thema’s"].split(", ") for row in found)
    for query in ("gemeente=Brugge", "van=2020", "tot=2018", "soort=agenda", "orgaan=OCMW", "thema=geen"):
        assert rows(client.get(f"/export/besluiten.csv?{query}").content) == []
    assert rows(client.get("/export/dossiers.csv?gemeente=Brugge").content) == []
    assert rows(client.get("/export/zoeken.csv?vraag=zonnepanelen&van=2020").content) == []


def test_a_file_is_not_kept_by_anybody(client: TestClient) -> None:
    answer = client.get("/export/dossiers.xlsx")
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["content-disposition"].startswith("attachment;")


@pytest.mark.parametrize(
    ("route", "status"),
    [
        ("zoeken.csv", 400),
        ("zoeken.csv?vraag=%20%00", 400),
        ("zoeken.csv?vraag=zon&soort=onzin", 400),
        ("zoeken.csv?vraag=zon&van=morgen", 400),
        ("zoeken.csv?vraag=zon&volgorde=oudste", 400),
        ("zoeken.pdf?vraag=zon", 404),
        ("besluiten.ics", 404),
        ("besluiten.csv?besluit=x", 404),
        ("dossier.csv", 404),
        ("dossier.csv?dossier=%27%20OR%201", 404),
    ],
)
def test_what_cannot_be_made_is_refused(client: TestClient, route: str, status: int) -> None:
    answer = client.get(f"/export/{route}")
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}


def test_an_endless_question_is_cut(client: TestClient) -> None:
    assert client.get("/export/zoeken.csv?vraag=" + "zonnepanelen+" * 1_500).status_code == 200


def test_without_a_knowledge_base_it_says_so() -> None:
    def nothing() -> KnowledgeBase:
        raise NoKnowledgeBase

    with TestClient(Starlette(routes=lists.routes(nothing))) as client:
        assert client.get("/export/dossiers.csv").status_code == 503
