import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from access.visitors import COOKIE, is_secret
from api.asking import owner_of_request
from api.visitors import Visitors, secret_in


def _page(request: Request) -> Response:
    return HTMLResponse("<p>Dag")


def _who(request: Request) -> Response:
    return JSONResponse({"owner": owner_of_request(request)})


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=[Route("/", _page), Route("/wie", _who)], middleware=[Middleware(Visitors)]))


def test_a_browser_gets_a_secret_once_and_keeps_its_things(client: TestClient) -> None:
    first = client.get("/")
    assert first.headers["cache-control"] == "private, no-store"
    assert is_secret(client.cookies[COOKIE])
    assert "set-cookie" not in client.get("/").headers
    owner = client.get("/wie").json()["owner"]
    assert owner
    assert client.get("/wie").json()["owner"] == owner


def test_the_secret_is_kept_from_scripts_and_other_sites(client: TestClient) -> None:
    cookie = client.get("/").headers["set-cookie"]
    assert re.search(r"; HttpOnly; SameSite=Lax$", cookie)
    assert client.get("https://testserver/", headers={"cookie": ""}).headers["set-cookie"].endswith("; Secure")


def test_what_is_no_page_gives_no_secret(client: TestClient) -> None:
    answer = client.get("/wie")
    assert "set-cookie" not in answer.headers
    assert answer.json() == {"owner": None}


@pytest.mark.parametrize("header", ["", "x", f"{COOKIE}", f"a=\x00; {COOKIE}=[", "=;=;" * 1000])
def test_a_broken_cookie_is_no_secret(header: str) -> None:
    assert not is_secret(secret_in(header))
