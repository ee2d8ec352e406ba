import re

import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

import api
from api.documents import attachment, spans
from api.shell import dutch
from search import KnowledgeBase
from search.errors import NoKnowledgeBase
from search.types import Passage, Reader, Span

ROUTES = ["/pagina/{}/1", "/pagina/{}/1?fragment=1", "/origineel/{}"]


def test_a_page_comes_as_an_image_that_nobody_keeps(client: TestClient, public: int) -> None:
    answer = client.get(f"/pagina/{public}/1")
    assert answer.status_code == 200
    assert answer.headers["content-type"] in ("image/png", "image/webp")
    assert answer.headers["cache-control"] == "private, no-store"


def test_a_marked_page_differs(client: TestClient, kb: KnowledgeBase, public: int, everyone: Reader) -> None:
    passage = kb.passages(public, everyone)[0]
    plain = client.get(f"/pagina/{public}/{passage.page}").content
    marked = client.get(f"/pagina/{public}/{passage.page}?fragment={passage.id}").content
    stronger = client.get(f"/pagina/{public}/{passage.page}?fragment={passage.id}&zin=0-10").content
    assert len({plain, marked, stronger}) == 3


def test_an_original_comes_back_whole(client: TestClient, kb: KnowledgeBase, public: int, everyone: Reader) -> None:
    answer = client.get(f"/origineel/{public}")
    assert answer.content == kb.file(public, everyone)[0].read_bytes()
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize("route", ROUTES)
def test_not_yours_and_not_there_are_one_answer(client: TestClient, secret: int, route: str) -> None:
    not_yours, not_there = client.get(route.format(secret)), client.get(route.format(987654))
    assert not_yours.status_code == not_there.status_code == 404
    assert not_yours.content == not_there.content
    assert dict(not_yours.headers) == dict(not_there.headers)


@pytest.mark.parametrize("question", ["geheim zwembad", "zwembad", "burgemeester"])
def test_search_tells_nothing_of_what_is_not_yours(client: TestClient, question: str) -> None:
    answer = client.get("/api/zoek", params={"vraag": question, "k": "100"}).json()
    assert answer["question"] == question
    assert answer["searched"]["documents"] == 2
    assert "zwembad" not in str(answer["hits"])
    assert all(hit["path"] != "geheim.txt" for hit in answer["hits"])


def test_search_answers_as_the_command_line_does(client: TestClient) -> None:
    found = client.get("/api/zoek", params={"vraag": "zonnepanelen op de sporthal"}).json()
    assert found["abstained"] is False
    hit = found["hits"][0]
    assert (hit["rank"], hit["municipality"], hit["page"], hit["kind"]) == (1, "Damme", 1, "notulen")
    assert {"score", "document", "path", "title", "body", "date", "text", "highlights", "dossier"} <= hit.keys()


@pytest.mark.parametrize(
    "query",
    ["", "vraag=", "vraag=%00", "vraag=" + "x" * 5_000, "vraag=%3Cscript%3E", "vraag=%F0%9F%8D%A6", "vraag=%22*%28)"],
)
def test_any_question_has_an_answer(client: TestClient, query: str) -> None:
    assert client.get(f"/api/zoek?{query}").status_code == 200


@pytest.mark.parametrize("query", ["soort=brief", "van=gisteren", "tot=2019-13-01", "k=nul", "k=-1", "k=0"])
def test_a_senseless_filter_is_refused(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/zoek?vraag=wind&{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize(
    "path",
    ["/pagina/1/0", "/pagina/0/1", "/pagina/9999999999999999999999/1", "/pagina/1/99999999999999999999999",
     "/pagina/x/1", "/origineel/..%2f..%2fetc%2fpasswd", "/origineel/0", "/pagina/1/1?fragment=999999999"],
)  # fmt: skip
def test_senseless_numbers_are_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/media/abc.png", "/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_open_doors_of_streamlit_are_shut(client: TestClient, path: str) -> None:
    assert client.get(path).json() == {"error": "Niet gevonden."}


def test_a_websocket_that_does_not_say_where_it_comes_from_is_refused() -> None:
    async def stream(websocket: WebSocket) -> None:
        await websocket.accept()
        await websocket.send_text("welkom")

    client = TestClient(Starlette(routes=[WebSocketRoute("/stream", stream)], middleware=api.middleware()))
    with client.websocket_connect("/stream", headers={"Origin": "http://testserver"}) as opened:
        assert opened.receive_text() == "welkom"
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/stream"):
        pass


@pytest.mark.parametrize("path", ["/", "/api/gezond", "/nergens", "/streekgeheugen.js", "/api/zoek?vraag=x"])
def test_every_answer_is_hardened(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_shell_is_dutch_and_has_no_inline_script(client: TestClient) -> None:
    page = client.get("/").text
    assert '<html lang="nl">' in page
    assert "<title>Streekgeheugen</title>" in page
    assert not re.search(r"<script>|<script type=\"module\">", page)
    assert "_stcore/agent" not in page


def test_an_unknown_screen_gets_the_dutch_shell_and_files_and_streamlit_are_left_alone(client: TestClient) -> None:
    assert client.get("/bestaat-niet").text == client.get("/").text
    for path in ("/favicon.png", "/_stcore", "/a/b"):
        assert client.get(path).status_code == 404


def test_another_shell_is_refused() -> None:
    with pytest.raises(ValueError, match="has changed"):
        dutch("<html></html>", "x", {})


def test_health_without_a_knowledge_base() -> None:
    def nothing() -> KnowledgeBase:
        raise NoKnowledgeBase

    routes = api.routes(nothing, screens=("/",), title="x")
    client = TestClient(Starlette(routes=routes, middleware=api.middleware()))
    assert client.get("/api/gezond").json() == {"status": "leeg"}
    assert client.get("/api/zoek?vraag=x").status_code == 503


def test_a_failure_tells_nothing() -> None:
    def broken() -> KnowledgeBase:
        raise RuntimeError("/home/geheim/kennisbank.sqlite")

    routes = api.routes(broken, screens=("/",), title="x")
    client = TestClient(Starlette(routes=routes, middleware=api.middleware()))
    assert client.get("/api/gezond").status_code == 503
    for path in ("/api/zoek?vraag=x", "/pagina/1/1", "/origineel/1"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "geheim" not in answer.text
        assert "content-security-policy" in answer.headers


def test_health(client: TestClient) -> None:
    assert client.get("/api/gezond").json() == {"status": "ok"}


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("verslag.pdf", "attachment; filename=\"verslag.pdf\"; filename*=UTF-8''verslag.pdf"),
        ("é€.pdf", "attachment; filename=\"__.pdf\"; filename*=UTF-8''%C3%A9%E2%82%AC.pdf"),
        ('a"; x="b.pdf', "attachment; filename=\"a__ x__b.pdf\"; filename*=UTF-8''a%22%3B%20x%3D%22b.pdf"),
        ("a\r\nB: x.pdf", "attachment; filename=\"a__B_ x.pdf\"; filename*=UTF-8''a__B%3A%20x.pdf"),
        ("", "attachment; filename=\"document\"; filename*=UTF-8''document"),
    ],
)
def test_any_name_can_be_offered(name: str, header: str) -> None:
    assert attachment(name) == header


def test_characters_of_a_passage_are_known_places() -> None:
    passage = Passage(1, 1, 0, (Span(1, 100, 110), Span(2, 0, 5)), "abcdefghij\nklmno", (), "")
    assert spans(passage, 0, 16) == (Span(1, 100, 110), Span(2, 0, 5))
    assert spans(passage, 8, 13) == (Span(1, 108, 110), Span(2, 0, 2))
    assert spans(passage, 12, 12) == ()
    assert spans(passage, 500, 900) == ()
