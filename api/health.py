"""Whether the service is well. Tells nothing about what is in it, and so needs no Reader."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.asking import OpenKnowledgeBase
from search.errors import KnowledgeBaseError, NoKnowledgeBase


def health(knowledge_base: OpenKnowledgeBase) -> Callable[[Request], Response]:
    """Return a route: 200 when questions can be answered or nothing was read in yet, 503 otherwise."""

    def answer(request: Request) -> Response:
        try:
            knowledge_base()
        except NoKnowledgeBase:
            return _status("leeg", 200)
        except KnowledgeBaseError:
            return _status("gestoord", 503)
        return _status("ok", 200)

    return answer


def _status(word: str, status: int) -> Response:
    return JSONResponse({"status": word}, status, headers={"Cache-Control": "no-store"})
