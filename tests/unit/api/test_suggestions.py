"""What may be asked while it is typed: only what the reader may see, whatever is typed, and quickly."""

import time

import pytest
from starlette.testclient import TestClient


def suggested(client: TestClient, typed: str) -> list[str]:
    answer = client.get("/api/suggesties", params={"q": typed})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"
    found: list[str] = answer.json()["suggesties"]
    return found


def test_a_subject_goes_on_from_what_is_typed(client: TestClient) -> None:
    assert suggested(client, "zonnep") == ["Zonnepanelen op de sporthal"]
    assert suggested(client, "sporthal zon") == ["Zonnepanelen op de sporthal"]


def test_what_may_not_be_read_is_not_suggested(client: TestClient) -> None:
    assert suggested(client, "geheim zwembad") == suggested(client, "geh") == []


@pytest.mark.parametrize(
    "typed", ["", " ", "z", "\x00", "%", "*", '"', "é" * 50, "x" * 5_000, "\ud83c", "-", "a b c d e f g"]
)
def test_anything_may_be_typed(client: TestClient, typed: str) -> None:
    answer = client.get("/api/suggesties", params={"q": typed.encode("utf-8", "surrogatepass")})
    assert answer.status_code == 200
    assert len(answer.json()["suggesties"]) <= 8


def test_without_a_question_nothing_is_suggested(client: TestClient) -> None:
    assert client.get("/api/suggesties").json() == {"suggesties": []}


def test_it_keeps_up_with_who_types(client: TestClient) -> None:
    suggested(client, "zonnep")
    started = time.perf_counter()
    for length in range(2, 12):
        suggested(client, "zonnepanelen"[:length])
    assert (time.perf_counter() - started) / 10 < 0.2  # 2 ms on a quiet machine


def test_words_are_taken_literally_on_request(client: TestClient) -> None:
    understood = client.get("/api/zoek", params={"vraag": "zonnepanelen in 2016"}).json()["understood"]
    assert [notion["said"] for notion in understood["notions"]] == ["in 2016"]
    literal = client.get("/api/zoek", params={"vraag": "zonnepanelen in 2016", "letterlijk": "in 2016"}).json()
    assert literal["understood"]["notions"] == []
