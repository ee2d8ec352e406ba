"""Lists to take along for a spreadsheet: search results, decisions, dossiers, one dossier.

Made anew at each request, in the name of its reader; nothing of it is kept. The addresses take what the screens take.
"""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.asking import Endpoint, OpenKnowledgeBase, guarded
from api.attachments import table
from api.filters import order_of, query_of
from desk.exports import results as listing_results
from desk.exports.results import MOST
from search import KnowledgeBase
from search.answer import Result
from search.errors import NotFound, QueryError
from search.registers.decisions import Decision
from search.registers.dossiers import Dossier
from search.registers.sittings import sitting_of
from search.types import Reader

_ASKED: Final = frozenset({"vraag", "gemeente", "soort", "orgaan", "van", "tot", "letterlijk", "volgorde"})


def routes(knowledge_base: OpenKnowledgeBase) -> list[BaseRoute]:
    """Return the routes of the lists."""
    made: dict[str, Endpoint] = {
        "/export/zoeken.{form}": results,
        "/export/besluiten.{form}": decisions,
        "/export/dossiers.{form}": dossiers,
        "/export/dossier.{form}": dossier,
    }
    return [Route(path, guarded(endpoint, knowledge_base)) for path, endpoint in made.items()]


def results(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return what `vraag` finds with the filters of the screen, at most MOST results."""
    query = query_of(request.query_params)
    if not query.text:
        raise QueryError("Vul eerst een vraag in.")
    asked = [(key, value) for key, value in request.query_params.multi_items() if key in _ASKED]

    def link(result: Result) -> str:
        place = {
            "document": result.document.id, "pagina": result.passage.page, "fragment": result.passage.id,
            "plaats": result.rank,
        }  # fmt: skip
        return f"{request.base_url}document?{urlencode([*asked, *place.items()])}"

    return table(
        request,
        "zoekresultaten",
        listing_results.results(kb.search(query, reader, MOST, order_of(request.query_params)), link),
    )


def decisions(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return the decisions of a theme (`thema`), of the sitting of one decision (`besluit`), or that pass the filters.

    Those of a sitting stand in its order, others with the newest first; with their votes and articles.
    """
    found = _of_sitting(request, kb, reader)
    if found is None:
        theme = request.query_params.get("thema", "")
        every = kb.registers.decisions(reader, query_of(request.query_params))
        found = [each for each in every if not theme or theme in each.themes]
    whole = kb.registers.whole([each.key for each in found[:MOST]], reader)
    of = kb.registers.register(reader).dossier_of
    made = listing_results.decisions(whole, len(found), of, lambda each: _decision_link(request, each))
    return table(request, "besluiten", made)


def dossiers(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return the dossiers with a matter of `gemeente` (may be repeated), on `thema`."""
    given = request.query_params
    places, theme = set(given.getlist("gemeente")), given.get("thema", "")
    found = [
        each
        for each in kb.registers.register(reader).dossiers
        if (not places or not places.isdisjoint(each.municipalities)) and (not theme or theme in each.themes)
    ]

    def link(each: Dossier) -> str:
        return f"{request.base_url}dossier?{urlencode({'dossier': each.key})}"

    return table(request, "dossiers", listing_results.dossiers(found, link))


def dossier(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return what happened in one dossier (`dossier`), oldest first."""
    found = kb.registers.dossier(request.query_params.get("dossier", ""), reader)
    return table(request, "dossier", listing_results.matters(found, lambda each: _decision_link(request, each)))


def _of_sitting(request: Request, kb: KnowledgeBase, reader: Reader) -> Sequence[Decision] | None:
    """Return the items of the sitting that is named by one of its decisions; None where none is named."""
    key = request.query_params.get("besluit", "")
    if not key:
        return None
    sitting = sitting_of(kb.registers.decision(key, reader).document)
    if sitting is None:
        raise NotFound
    return [each for each in kb.registers.of_sitting(sitting, reader) if each.papers[0].telling.is_item]


def _decision_link(request: Request, decision: Decision) -> str:
    """Return the address at which a decision opens; of a paper without items that of the paper itself."""
    if decision.papers[0].telling.is_item:
        return f"{request.base_url}besluit?{urlencode({'besluit': decision.key})}"
    return f"{request.base_url}document?{urlencode({'document': decision.document.id, 'pagina': decision.page})}"
