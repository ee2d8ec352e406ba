"""What is new between two days as a file, and the calendar of meetings for another calendar."""

from datetime import UTC, date, datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api import notes
from api.asking import Endpoint, OpenKnowledgeBase, guarded
from api.attachments import TABLES, at_page, file, table
from api.filters import LAST_DAY, NO_DATE, day
from desk.news import listing as news_listing
from desk.news import meetings, meetings_file
from desk.news import note as news_note
from desk.news.meetings import Meeting
from desk.news.news import News, news
from search import KnowledgeBase
from search.errors import NotFound, QueryError
from search.types import Reader

LONGEST: Final = 200  # characters of a theme
MOST_PLACES: Final = 50
NAME: Final = "nieuw"


def routes(knowledge_base: OpenKnowledgeBase) -> list[BaseRoute]:
    """Return the routes of what is new and of the calendar."""
    made: dict[str, Endpoint] = {"/export/nieuw.{form}": new, "/export/vergaderingen.ics": calendar}
    return [Route(path, guarded(endpoint, knowledge_base)) for path, endpoint in made.items()]


def new(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return what is new from `van` to `tot` (`gemeente`, `thema`): as a table, or as a note."""
    form = request.path_params["form"]
    if form not in TABLES and form not in notes.FORMS:
        raise NotFound
    found = _asked(request, kb, reader)
    if form in TABLES:
        return table(request, NAME, news_listing.table(found, at_page(request)))
    return notes.written(request, NAME, news_note.compose(kb, reader, found))


def calendar(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return all meetings that the reader may know of as a calendar file."""

    def link(meeting: Meeting) -> str:
        return f"{request.base_url}nieuw?tot={meeting.day.isoformat()}"

    content = meetings_file.written(meetings.calendar(kb, reader), datetime.now(UTC), link)
    return file("vergaderingen", "ics", content)


def _asked(request: Request, kb: KnowledgeBase, reader: Reader) -> News:
    given, today = request.query_params, date.today()
    since, until = day(given.get("van", ""), refusal=NO_DATE), day(given.get("tot", ""), LAST_DAY, NO_DATE)
    if since is None or until is None:
        usual = meetings.usual(meetings.calendar(kb, reader), today)
        since, until = since or (usual.since if usual else None), until or (usual.until if usual else today)
    if since is None:
        raise QueryError("Kies eerst sinds wanneer: er is nog geen vergadering bekend.")
    return news(
        kb, reader, since, until, today=today, municipalities=given.getlist("gemeente")[:MOST_PLACES],
        theme=given.get("thema", "")[:LONGEST].strip(),
    )  # fmt: skip
