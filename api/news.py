"""What is new between two days as a file, and the calendar of meetings for another calendar."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.asking import Endpoint, OpenKnowledgeBase, guarded
from api.attachments import at_page, file
from desk import docx, markdown, meetings, meetings_file, news_listing, news_note, pdf, tables
from desk.meetings import Meeting
from desk.news import News, news
from desk.note import Note
from desk.wording import Link
from search import KnowledgeBase
from search.errors import NotFound, QueryError
from search.types import Reader

LONGEST: Final = 200  # characters of a theme
MOST_PLACES: Final = 50
NAME: Final = "nieuw"

_TABLES: Final[Mapping[str, Callable[[tables.Table], bytes]]] = {"xlsx": tables.as_xlsx, "csv": tables.as_csv}
_NOTES: Final[Mapping[str, Callable[[Note, Link], bytes]]] = {
    "docx": docx.made,
    "pdf": pdf.made,
    "md": lambda note, _: markdown.as_markdown(note).encode(),
}


def routes(knowledge_base: OpenKnowledgeBase) -> list[BaseRoute]:
    """Return the routes of what is new and of the calendar."""
    made: dict[str, Endpoint] = {"/export/nieuw.{form}": new, "/export/vergaderingen.ics": calendar}
    return [Route(path, guarded(endpoint, knowledge_base)) for path, endpoint in made.items()]


def new(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return what is new from `van` to `tot` (`gemeente`, `thema`): as a table, or as a note."""
    form = request.path_params["form"]
    if form not in _TABLES and form not in _NOTES:
        raise NotFound
    found, at = _asked(request, kb, reader), at_page(request)
    if form in _TABLES:
        return file(NAME, form, _TABLES[form](news_listing.table(found, at)))
    note = news_note.compose(kb, reader, found)
    return file(NAME, form, _NOTES[form](note, lambda source: at(source.document_id, source.page)))


def calendar(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return all meetings that the reader may know of as a calendar file."""

    def link(meeting: Meeting) -> str:
        return f"{request.base_url}nieuw?tot={meeting.day.isoformat()}"

    content = meetings_file.written(meetings.calendar(kb, reader), datetime.now(UTC), link)
    return file("vergaderingen", "ics", content)


def _asked(request: Request, kb: KnowledgeBase, reader: Reader) -> News:
    given, today = request.query_params, date.today()
    since, until = _day(given.get("van", "")), _day(given.get("tot", ""), "-12-31")
    if since is None or until is None:
        usual = meetings.usual(meetings.calendar(kb, reader), today)
        since, until = since or (usual.since if usual else None), until or (usual.until if usual else today)
    if since is None:
        raise QueryError("Kies eerst sinds wanneer: er is nog geen vergadering bekend.")
    return news(
        kb, reader, since, until, today=today, municipalities=given.getlist("gemeente")[:MOST_PLACES],
        theme=given.get("thema", "")[:LONGEST].strip(),
    )  # fmt: skip


def _day(text: str, rest: str = "-01-01") -> date | None:
    try:
        return date.fromisoformat(text + rest if len(text) == 4 else text) if text else None
    except ValueError:
        raise QueryError(f"“{text[:80]}” is geen datum. Schrijf JJJJ-MM-DD of JJJJ.") from None
