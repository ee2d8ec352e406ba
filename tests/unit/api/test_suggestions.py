"""What may be asked while it is typed: only what the reader may see, whatever is typed."""

import pytest
from starlette.testclient import TestClient

from tests.growth import is_in_proportion


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


@pytest.mark.parametrize("typed", ["zonnepanelen ", "z", "a b "])
def test_whoever_types_much_waits_no_longer_than_its_length_asks(client: TestClient, typed: str) -> None:
    assert is_in_proportion(lambda length: suggested(client, (typed * length)[:length]), 40_000)


def test_words_are_taken_literally_on_request(client: TestClient) -> None:
    understood = client.get("/api/zoek", params={"vraag": "zonnepanelen in 2016"}).json()["understood"]
    assert [notion["said"] for notion in understood["notions"]] == ["in 2016"]
    literal = client.get("/api/zoek", params={"vraag": "zonnepanelen in 2016", "letterlijk": "in 2016"}).json()
    assert literal["understood"]["notions"] == []
