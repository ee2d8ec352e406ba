"""The list of routes, and what every answer passes through on its way out."""

from collections.abc import Mapping, Sequence

from starlette.convertors import StringConvertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from api.asking import Endpoint, OpenKnowledgeBase, guarded
from api.documents import original, page_image
from api.health import health
from api.questions import search, suggest
from api.security import SecurityHeaders
from api.shell import script, shell
from api.visitors import Visitors


class Name(StringConvertor):
    """One part of an address that can be a screen's: without a dot, as files have, or the underscore of Streamlit."""

    regex = "[^/._]+"


register_url_convertor("name", Name())


def routes(
    knowledge_base: OpenKnowledgeBase,
    *,
    screens: Sequence[str],
    title: str,
    words: Mapping[str, str] | None = None,
) -> list[BaseRoute]:
    """Return all routes.

    Args:
        knowledge_base: Returns the opened knowledge base, or raises NoKnowledgeBase.
        screens: The paths of the screens, which all get the same HTML shell.
        title: What the browser shows before a screen has named itself.
        words: Streamlit's own English words, and what to show in their place.
    """
    html = shell(title, words or {})
    asked: dict[str, Endpoint] = {
        "/pagina/{document:int}/{number:int}": page_image,
        "/origineel/{document:int}": original,
        "/api/zoek": search,
        "/api/suggesties": suggest,
    }
    return [
        *(Route(path, guarded(endpoint, knowledge_base)) for path, endpoint in asked.items()),
        Route("/api/gezond", health(knowledge_base)),
        Route("/streekgeheugen.js", script),
        *(Route(path, html) for path in screens),
        Route("/{unknown:name}", html),  # Streamlit says that there is no such screen, in Dutch as well
    ]


def middleware() -> list[Middleware]:
    """Return what every request and answer passes, those of Streamlit included."""
    return [Middleware(SecurityHeaders), Middleware(Visitors)]
