"""What leads to a watch without the app: its Atom feed, its calendar, and the links in its mails.

Whoever has the address may look; an address that leads nowhere is answered like any other that is not there. What is
told is asked anew at each request, in the name of the watch's own reader.
"""

import hashlib
import os
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from html import escape
from typing import Final

from icalendar import Calendar
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from api.asking import Endpoint, OpenKnowledgeBase, guarded
from desk import texts
from desk.exports import calendar
from desk.mail import settings as mail_settings
from desk.watches import addresses as watch_addresses
from desk.watches import atom, watches, watching
from desk.watches import lines as watch_lines
from desk.watches import texts as words
from desk.watches.watches import What
from search import KnowledgeBase
from search.errors import NotFound
from search.registers.contracts import Contract
from search.types import Reader

REFRESH: Final = timedelta(hours=12)  # how often a calendar looks again: dates of contracts move with a decision
_PRIVATE: Final = "private, no-store"


def routes(knowledge_base: OpenKnowledgeBase) -> list[BaseRoute]:
    """Return the routes."""
    shown: dict[str, Endpoint] = {"/volg/{token}.atom": feed, "/volg/{token}.ics": dates}
    asked: dict[str, Endpoint] = {"/volg/bevestig/{token}": confirm, "/volg/stop/{token}": stop}
    return [
        *(Route(path, guarded(endpoint, knowledge_base)) for path, endpoint in shown.items()),
        *(Route(path, guarded(endpoint, knowledge_base), methods=["GET", "POST"]) for path, endpoint in asked.items()),
    ]


def feed(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return what a watch tells as an Atom feed; it is looked for first."""
    watch, now = watches.by_token(kb.data, request.path_params["token"]), datetime.now().astimezone()
    watching.look(kb, kb.data, watch, now)
    base = _base(request)
    link = watch_lines.page_link(base)
    told = watching.told(kb, kb.data, watch, now.date())[: atom.MOST]
    lines = [watch_lines.line(kb, watch, each, link, now.date()) for each in told]
    content = atom.feed(watch, lines, f"{base}volg/{watch.token}.atom", f"{base}volglijsten")
    return _unless_known(request, content, f"{atom.MEDIA_TYPE}; charset=utf-8")


def dates(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Return the days of contracts that a watch follows as a calendar to subscribe to."""
    watch = watches.by_token(kb.data, request.path_params["token"])
    if watch.what is not What.CONTRACTS:
        raise NotFound
    base, today = _base(request), date.today()

    def link(contract: Contract) -> str:
        return f"{base}overeenkomst?overeenkomst={contract.key}"

    rows = watching.contracts(kb, watch, today)
    made = Calendar.from_ical(calendar.calendar(rows, datetime.combine(today, time(), UTC), link))
    assert isinstance(made, Calendar)
    made.pop("x-wr-calname", None)
    made.add("x-wr-calname", texts.printable(watch.name))
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})  # RFC 7986, section 5.7
    made.add("x-published-ttl", "PT12H")  # what Outlook reads
    return _unless_known(request, made.to_ical(), "text/calendar; charset=utf-8")


def confirm(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Ask whether mail may be sent to the address to which this link was sent; note it once that is said.

    A button and not the link alone: programs that guard a mailbox open every link in it.
    """
    secret, now = request.path_params["token"], datetime.now(UTC)
    try:
        address = watch_addresses.asked_for(kb.data, secret, now)
    except NotFound as error:
        return _page(words.CONFIRM_HEADING, str(error), status=404)
    if request.method == "POST":
        watch_addresses.confirm(kb.data, secret, now)
        return _page(words.CONFIRM_HEADING, words.CONFIRMED.format(address=address))
    return _page(words.CONFIRM_HEADING, words.CONFIRM_QUESTION.format(address=address), words.CONFIRM_BUTTON)


def stop(request: Request, kb: KnowledgeBase, reader: Reader) -> Response:
    """Ask whether the mails of a watch must stop; stop them once that is said, as a mail program does (RFC 8058)."""
    try:
        watch = watches.by_stop(kb.data, request.path_params["token"])
    except NotFound as error:
        return _page(words.STOP_HEADING, str(error), status=404)
    if request.method == "POST":
        watches.stop_mail(kb.data, watch.stop)
        return _page(words.STOP_HEADING, words.STOPPED.format(name=watch.name))
    return _page(words.STOP_HEADING, words.STOP_QUESTION.format(name=watch.name), words.STOP_BUTTON)


def _base(request: Request) -> str:
    """Return the address of the app: as the administrator set it, else as the request names it."""
    return mail_settings.site_address(os.environ) or str(request.base_url)


def _unless_known(request: Request, content: bytes, kind: str) -> Response:
    """Return the content, or that it has not changed since the caller got it."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers: Mapping[str, str] = {"ETag": tag, "Cache-Control": _PRIVATE}
    known = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if tag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=kind, headers=headers)


def _page(heading: str, sentence: str, button: str = "", status: int = 200) -> Response:
    form = f'<form method="post"><button type="submit">{escape(button)}</button></form>' if button else ""
    style = "font-family:sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;line-height:1.5"
    body = (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(heading)} · {words.APP}</title></head>'
        f'<body style="{style}"><main><h1>{escape(heading)}</h1><p role="status">{escape(sentence)}</p>{form}'
        f'<p><a href="/volglijsten">{escape(words.TO_APP)}</a></p></main></body></html>'
    )
    return HTMLResponse(body, status, headers={"Cache-Control": _PRIVATE})
