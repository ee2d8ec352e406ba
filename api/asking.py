"""What every route shares: who asks, and how an error is told. "Not there" and "not yours" are one answer."""

import logging
from collections.abc import Callable
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from access import reader_named
from access.visitors import owner_of
from api.visitors import secret_in
from search import KnowledgeBase
from search.errors import NoKnowledgeBase, NotFound, QueryError
from search.types import Reader

OpenKnowledgeBase: TypeAlias = Callable[[], KnowledgeBase]
Endpoint: TypeAlias = Callable[[Request, KnowledgeBase, Reader], Response]

NOT_FOUND = "Niet gevonden."
NO_KNOWLEDGE_BASE = "Er is nog niets ingelezen."
BROKEN = "Dit lukte niet. Probeer het later opnieuw."
_LOG = logging.getLogger(__name__)


def guarded(endpoint: Endpoint, knowledge_base: OpenKnowledgeBase) -> Callable[[Request], Response]:
    """Return the endpoint as Starlette calls it: with the knowledge base and the reader, errors as answers."""

    def answer(request: Request) -> Response:  # not async: Starlette runs it in a thread of its own
        try:
            return endpoint(request, knowledge_base(), reader_of(request))
        except NotFound:
            return refusal(NOT_FOUND, 404)
        except NoKnowledgeBase:
            return refusal(NO_KNOWLEDGE_BASE, 503)
        except QueryError as error:
            return refusal(str(error), 400)
        except Exception:  # a defect of ours or damaged data: to the log in full, to the reader without a word of it
            _LOG.exception("A route failed")
            return refusal(BROKEN, 500)

    return answer


def reader_of(request: Request) -> Reader:
    """Return who sent this request. Until people sign in, that is everyone."""
    return reader_named(None)


def owner_of_request(request: Request) -> str | None:
    """Return whose notes and watch lists are meant; None for a browser that keeps no cookies."""
    return owner_of(secret_in(request.headers.get("cookie", "")))


def refusal(message: str, status: int) -> Response:
    """Return an error that tells nothing but its message."""
    return JSONResponse({"error": message}, status_code=status, headers={"Cache-Control": "no-store"})
