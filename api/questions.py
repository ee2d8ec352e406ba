"""Search as JSON, the same answer as the command line prints; and what may be asked while it is typed."""

from datetime import date

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from search import KnowledgeBase
from search.answer import Query
from search.contract import as_json
from search.errors import QueryError
from search.types import Kind, Reader

MOST = 100
LONGEST = 500  # characters of a question


def search(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Answer `vraag`, filtered by gemeente, soort, orgaan (each may be repeated), van and tot; at most `k` hits."""
    given = request.query_params
    query = Query(
        text=given.get("vraag", "")[:LONGEST],
        municipalities=tuple(given.getlist("gemeente")),
        kinds=tuple(_kind(value) for value in given.getlist("soort")),
        bodies=tuple(given.getlist("orgaan")),
        since=_day(given.get("van", ""), "-01-01"),
        until=_day(given.get("tot", ""), "-12-31"),
        literal=tuple(given.getlist("letterlijk")),
    )
    answer = kb.search(query, reader, _k(given.get("k", "10")))
    return JSONResponse(as_json(answer), headers={"Cache-Control": "private, no-store"})


def suggest(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return subjects that go on from `q`, at most eight, the likeliest first."""
    found = kb.suggest(request.query_params.get("q", "")[:LONGEST], reader)
    return JSONResponse({"suggesties": list(found)}, headers={"Cache-Control": "private, no-store"})


def _kind(value: str) -> Kind:
    try:
        return Kind(value)
    except ValueError:
        raise QueryError(f"We kennen geen soort document “{value[:80]}”.") from None


def _day(value: str, rest_of_year: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value + rest_of_year if len(value) == 4 else value)
    except ValueError:
        raise QueryError(f"“{value[:80]}” is geen jaar of datum. Schrijf 2019 of 2019-05-31.") from None


def _k(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 5 and int(value) > 0):
        raise QueryError(f"“{value[:80]}” is geen aantal.")
    return min(int(value), MOST)
