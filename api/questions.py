"""Search as JSON, the same answer as the command line prints; and what may be asked while it is typed."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.filters import LAST_DAY, day, kind, order_of
from search import KnowledgeBase
from search.answer import Query
from search.contract import as_json
from search.errors import QueryError
from search.question import LONGEST
from search.types import Reader

MOST = 100


def search(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Answer `vraag`, filtered by gemeente, soort, orgaan (each may be repeated), van and tot; at most `k` hits.

    `volgorde=nieuwste` gives the newest first.
    """
    given = request.query_params
    query = Query(
        text=given.get("vraag", "")[:LONGEST],
        municipalities=tuple(given.getlist("gemeente")),
        kinds=tuple(kind(value) for value in given.getlist("soort")),
        bodies=tuple(given.getlist("orgaan")),
        since=day(given.get("van", "")),
        until=day(given.get("tot", ""), LAST_DAY),
        literal=tuple(given.getlist("letterlijk")),
    )
    answer = kb.search(query, reader, _k(given.get("k", "10")), order_of(given))
    return JSONResponse(as_json(answer), headers={"Cache-Control": "private, no-store"})


def suggest(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return subjects that go on from `q`, at most eight, the likeliest first."""
    found = kb.suggest(request.query_params.get("q", "")[:LONGEST], reader)
    return JSONResponse({"suggesties": list(found)}, headers={"Cache-Control": "private, no-store"})


def _k(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 5 and int(value) > 0):
        raise QueryError(f"“{value[:80]}” is geen aantal.")
    return min(int(value), MOST)
