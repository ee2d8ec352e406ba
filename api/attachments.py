"""A file as an answer: made for its reader, offered under a name with the day, kept by nobody on the way."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api.documents import attachment
from desk.exports import tables
from search.errors import NotFound
from search.types import DocumentId

TYPES: Final[Mapping[str, str]] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "md": "text/markdown; charset=utf-8",
}
TABLES: Final[Mapping[str, Callable[[tables.Table], bytes]]] = {"xlsx": tables.as_xlsx, "csv": tables.as_csv}


def file(name: str, form: str, content: bytes) -> Response:
    """Return the answer; `form` is one of TYPES."""
    headers = {
        "Content-Disposition": attachment(f"{name}-{date.today().isoformat()}.{form}"),
        "Cache-Control": "private, no-store",
    }
    return Response(content, media_type=TYPES[form], headers=headers)


def table(request: Request, name: str, made: tables.Table) -> Response:
    """Return a table as the ending of the address asks.

    Raises:
        NotFound: It asks for what is no table.
    """
    form = request.path_params["form"]
    if form not in TABLES:
        raise NotFound
    return file(name, form, TABLES[form](made))


def at_page(request: Request) -> Callable[[DocumentId, int], str]:
    """Return a function that gives the address of a page of a document in this app."""
    return lambda document, page: f"{request.base_url}document?document={document}&pagina={page}"
