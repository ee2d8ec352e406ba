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
from desk import brief, docx, markdown, pdf
from desk.kept import notes_opened
from desk.note import Note, Source
from search import KnowledgeBase
from search.errors import NotFound, QueryError
from search.types import Reader

LONGEST: Final = 500  # characters of a theme
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
    at = at_page(request)
    content = FORMS[form](made, lambda source: at(source.document_id, source.page))
    return file("nota" if kept else "briefingnota", form, content)


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
        kb, reader, theme, _day(given.get("van", "")), _day(given.get("tot", ""), "-12-31"),
        given.getlist("gemeente"), today=date.today(),
    )  # fmt: skip


def _day(text: str, rest: str = "-01-01") -> date | None:
    try:
        return date.fromisoformat(text + rest if len(text) == 4 else text) if text else None
    except ValueError:
        raise QueryError(f"“{text[:80]}” is geen datum. Schrijf JJJJ-MM-DD of JJJJ.") from None
