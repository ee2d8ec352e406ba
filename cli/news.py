"""The subcommand that tells what is new since the last meeting: on the screen, as JSON, or in a file as its name asks.

`--json` prints one document (days are ISO 8601, pages count from 1, a list that holds nothing is there and empty):

    {"from", "to",                  the period, both days included
     "deadlines_until",             until when the days of contracts are told: of the next meeting where it is known
     "next_meeting",                its day, or null
     "municipalities", "theme",     what was asked for: [] and null where it is everything
     "rising_themes": [{"theme", "times", "before", "chance"}],   before: on average in a period as long
     "contracts": [EVENT],          each once, by day
     "places": [{"name", "is_municipality",
                 "decisions": [MATTER], "positions": [MATTER], "discussed": [MATTER], "planned": [MATTER],
                 "papers": [MATTER],
                 "ended": [{"decision": MATTER, "state", "since", "by": MATTER or null, "said"}],
                 "contracts": [EVENT],   those that bind it or that it joined
                 "late": [MATTER]}],   of before the period, of papers that surely came in during it
     "nothing_new": [name], "not_read": [name]}

    MATTER: {"id", "title", "municipality", "body", "date", "outcome", "themes", "document", "kind", "page"}
    EVENT:  {"what": "nieuw" | "gewijzigd" | "toegetreden" | "toetreden" | "opzeggen" | "einde",
             "day", "contract", "title", "who": [name], "document", "page", "uncertain",
             "facts": [{"field", "value", "said", "document", "page"}]}
"""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cli import note_files, options, places
from cli.options import WrongCall
from cli.output import print_json, print_text, warn

if TYPE_CHECKING:
    from desk.news.meetings import Period
    from desk.news.news import News
    from desk.note import Note
    from search import KnowledgeBase
    from search.types import Reader

_ENDINGS: Final = (*note_files.ENDINGS, ".xlsx", ".csv")


def arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of the subcommand."""
    options.reader(part)
    options.municipality(part, "alleen wat van deze gemeente is")
    part.add_argument("--theme", default="", metavar="THEMA", help=f"alleen over {options.THEME}")
    options.period(
        part, " (standaard sinds de vorige vergadering)", " (standaard tot de volgende vergadering, anders vandaag)"
    )
    options.output(part, "schrijf het in dit bestand: .docx, .pdf, .md, .xlsx of .csv (standaard: druk af)")


def news(given: argparse.Namespace) -> int:
    """Tell what is new; nothing new is an answer too."""
    from access import reader_named
    from desk.news import news as desk_news
    from desk.news.as_json import as_json
    from desk.news.note import compose
    from desk.printing.markdown import as_markdown
    from search import open_knowledge_base

    if given.output and given.output.suffix.lower() not in _ENDINGS:
        raise WrongCall(f"{given.output}: kies een bestand dat eindigt op {', '.join(_ENDINGS)}.")
    if given.since and given.until and given.since > given.until:
        raise WrongCall("De periode eindigt voor ze begint.")
    kb, reader, today = open_knowledge_base(given.data), reader_named(given.reader), date.today()
    places.warn_of_unknown(kb, reader, given.municipality)
    period = _period(given, kb, reader, today)
    found = desk_news.news(
        kb, reader, period.since, period.until, today=today, municipalities=given.municipality, theme=given.theme
    )
    if given.output:
        _write(found, lambda: compose(kb, reader, found), given.output)
        warn(f"Geschreven: {given.output}")
    if given.json:
        print_json(as_json(found))
    elif not given.output:
        print_text(as_markdown(compose(kb, reader, found)))
    return 0


def _period(given: argparse.Namespace, kb: "KnowledgeBase", reader: "Reader", today: date) -> "Period":
    """Return the period that is asked for; what is not given is as the meetings have it."""
    from desk.news import meetings

    usual = meetings.usual(meetings.calendar(kb, reader), today)
    since = given.since or (usual.since if usual else None)
    if since is None:
        raise WrongCall("Er is geen vorige vergadering bekend. Zeg sinds wanneer: --from JJJJ-MM-DD")
    until = given.until or (usual.until if usual else today)
    if since > until:
        raise WrongCall(f"De periode eindigt ({until.isoformat()}) voor ze begint ({since.isoformat()}).")
    return meetings.Period(since, until)


def _write(found: "News", note: "Callable[[], Note]", file: Path) -> None:
    """Write a note or a table; outside the app a page has no address, so that in a table the links are left empty."""
    if file.suffix.lower() in note_files.ENDINGS:
        note_files.write(note(), file)
        return
    from desk.exports import tables
    from desk.news import listing as news_listing

    made = news_listing.table(found, lambda document, page: "")
    file.write_bytes(tables.as_xlsx(made) if file.suffix.lower() == ".xlsx" else tables.as_csv(made))
