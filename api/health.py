"""Whether the service is well. Tells nothing about what is in it, and so needs no Reader."""

import logging
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.asking import OpenKnowledgeBase
from search.errors import NoKnowledgeBase

_LOG = logging.getLogger(__name__)


def health(knowledge_base: OpenKnowledgeBase) -> Callable[[Request], Response]:
    """Return a route: 200 when questions can be answered or nothing was read in yet, 503 otherwise."""

    def answer(request: Request) -> Response:
        try:
            knowledge_base()
        except NoKnowledgeBase:
            return _status("leeg", 200)
        except Exception:  # whatever it is, it is not well
            _LOG.exception("The knowledge base does not open")
            return _status("gestoord", 503)
        return _status("ok", 200)

    return answer


def _status(word: str, status: int) -> Response:
    return JSONResponse({"status": word}, status, headers={"Cache-Control": "no-store"})
