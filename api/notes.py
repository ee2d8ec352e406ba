"""Notes as Word, PDF and Markdown: one that is kept, by its id, or one that is composed on a theme.

Made anew at each request, in the name of its reader: what he may not read is not in it.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api.asking import owner_of_request
from api.attachments import at_page, file
from api.filters import LAST_DAY, NO_DATE, day
from desk.brief import note as brief
from desk.note import Note, Source
from desk.notes import opened as notes_opened
from desk.printing import docx, markdown, pdf
from search import KnowledgeBase
from search.errors import NotFound, QueryError
from search.question import LONGEST
from search.types import Reader

FORMS: Final[Mapping[str, Callable[[Note, Callable[[Source], str]], bytes]]] = {
    "docx": docx.made,
    "pdf": pdf.made,
    "md": lambda note, _: markdown.as_markdown(note).encode(),
}


def note(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return the kept note `nota`, or a briefing note on `vraag` (`gemeente`, `van`, `tot`), as a file."""
    form, kept = request.path_params["form"], request.query_params.get("nota", "")
    if form not in FORMS:
        raise NotFound
    made = _kept(request, kb, reader, kept) if kept else _composed(request, kb, reader)
    return written(request, "nota" if kept else "briefingnota", made)


def written(request: Request, name: str, made: Note) -> Response:
    """Return a note as the ending of the address asks, one of FORMS."""
    form, at = request.path_params["form"], at_page(request)
    return file(name, form, FORMS[form](made, lambda source: at(source.document_id, source.page)))


def _kept(request: Request, kb: KnowledgeBase, reader: Reader, kept: str) -> Note:
    opened = notes_opened.opened(kb, reader, owner_of_request(request), kept, kb.data)
    if opened is None:
        raise NotFound
    return opened.note()


def _composed(request: Request, kb: KnowledgeBase, reader: Reader) -> Note:
    given = request.query_params
    theme = given.get("vraag", "")[:LONGEST].strip()
    if not theme:
        raise QueryError("Vul eerst een thema in.")
    return brief.compose(
        kb, reader, theme, day(given.get("van", ""), refusal=NO_DATE), day(given.get("tot", ""), LAST_DAY, NO_DATE),
        given.getlist("gemeente"), today=date.today(),
    )  # fmt: skip
