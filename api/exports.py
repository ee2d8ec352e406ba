"""What can be taken along as a file: contracts, matrix and experience for a spreadsheet, dates for a calendar.

Made anew at each request, in the name of its reader; nothing of it is kept.
"""

from datetime import UTC, date, datetime
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api import notes
from api.asking import Endpoint, OpenKnowledgeBase, guarded
from api.attachments import at_page, file, table
from desk.brief import hits
from desk.exports import calendar, listing
from desk.registers import board, finding, matrix, region
from desk.registers.board import Only
from search import KnowledgeBase
from search.errors import QueryError
from search.question import LONGEST
from search.registers.contracts import Contract
from search.types import Reader


def routes(knowledge_base: OpenKnowledgeBase) -> list[BaseRoute]:
    """Return the routes of the files."""
    made: dict[str, Endpoint] = {
        "/export/overeenkomsten.{form}": contracts,
        "/export/matrix.{form}": subjects,
        "/export/ervaring.{form}": experienced,
        "/export/nota.{form}": notes.note,
    }
    return [Route(path, guarded(endpoint, knowledge_base)) for path, endpoint in made.items()]


def contracts(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return the board (`enkel`, `gemeente`), or one contract (`overeenkomst`), as a table or as a calendar."""
    given = request.query_params
    every = kb.registers.register(reader).contracts
    if key := given.get("overeenkomst", ""):
        every = (kb.registers.contract(key, reader),)
    rows = board.rows(every, date.today(), _only(given.get("enkel", "")), given.getlist("gemeente"))

    def link(contract: Contract) -> str:
        return f"{request.base_url}overeenkomst?{urlencode({'overeenkomst': contract.key})}"

    if request.path_params["form"] == "ics":
        return file("overeenkomsten", "ics", calendar.calendar(rows, datetime.now(UTC), link))
    return table(request, "overeenkomsten", listing.contracts(rows, link))


def subjects(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return the matrix of the subjects `onderwerp` (may be repeated) as a table."""
    wanted = matrix.subjects_of(request.query_params.getlist("onderwerp"))
    if not wanted:
        raise QueryError("Kies eerst een onderwerp.")
    decisions = kb.registers.decisions(reader)
    read_in = kb.overview(reader).municipalities
    places, at = region.places(region.members(kb.data), read_in), finding.items(decisions)
    found = [
        cell
        for subject in wanted
        for cell in matrix.cells(subject, places, read_in, lambda query, k: kb.search(query, reader, k), at, decisions)
    ]
    return table(request, "matrix", listing.matrix(found, at_page(request)))


def experienced(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return who has experience with `vraag` as a table."""
    question = request.query_params.get("vraag", "")[:LONGEST].strip()
    if not question:
        raise QueryError("Vul eerst een onderwerp in.")
    found, _ = hits.experienced(kb, reader, question)
    return table(request, "ervaring", listing.experience(found, at_page(request)))


def _only(value: str) -> Only:
    try:
        return Only(value)
    except ValueError:
        raise QueryError(f"“{value[:80]}” is geen keuze. Kies open of eindigt.") from None
