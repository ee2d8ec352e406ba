"""The subcommand that writes a briefing note: on the screen as Markdown, or in a file as its name asks."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cli import note_files
from cli.commands import WrongCall
from cli.output import print_json, print_text, warn

if TYPE_CHECKING:
    from desk.note import Entry, Note, Source

_Day = Callable[[str], date]


def arguments(part: argparse.ArgumentParser, day: _Day, last_day: _Day) -> None:
    """Add the arguments of the subcommand; `day` and `last_day` read the first and the last day of a period."""
    part.add_argument("theme", metavar="THEMA")
    part.add_argument("--reader", metavar="NAAM", help="wie het vraagt (standaard: leest wat voor iedereen is)")
    part.add_argument("--municipality", action="append", default=[], metavar="GEMEENTE")
    part.add_argument("--from", dest="since", type=day, metavar="DATUM", help="JJJJ-MM-DD of JJJJ")
    part.add_argument("--to", dest="until", type=last_day, metavar="DATUM", help="JJJJ-MM-DD of JJJJ")
    part.add_argument(
        "--output",
        type=Path,
        metavar="BESTAND",
        help="schrijf ze in dit bestand: .docx, .pdf of .md (standaard: druk af)",
    )


def brief(given: argparse.Namespace) -> int:
    """Write a note on a theme; one that says that nothing was found is a note too."""
    from access import reader_named
    from desk.brief.note import compose
    from desk.printing.markdown import as_markdown
    from search import open_knowledge_base

    if given.output and given.output.suffix.lower() not in note_files.ENDINGS:
        raise WrongCall(f"{given.output}: kies een bestand dat eindigt op {', '.join(note_files.ENDINGS)}.")
    if given.since and given.until and given.since > given.until:
        raise WrongCall("De periode eindigt voor ze begint.")
    kb = open_knowledge_base(given.data)
    note = compose(
        kb, reader_named(given.reader), given.theme, given.since, given.until, given.municipality, today=date.today()
    )
    if given.output:
        note_files.write(note, given.output)
        warn(f"Geschreven: {given.output}")
    if given.json:
        print_json(as_json(note))
    elif not given.output:
        print_text(as_markdown(note))
    return 0


def as_json(note: "Note") -> dict[str, object]:
    """Return the note as the command line prints it; the number of a source counts from 1."""
    numbers = note.numbers()
    return {
        "title": note.title,
        "theme": note.theme,
        "made_on": note.made_on.isoformat(),
        "from": note.since.isoformat() if note.since else None,
        "to": note.until.isoformat() if note.until else None,
        "municipalities": list(note.municipalities),
        "sections": [
            {
                "part": str(section.part),
                "heading": section.heading,
                "entries": [_entry(entry, numbers.get(entry.page)) for entry in section.entries],
            }
            for section in note.sections
        ],
        "sources": [_source(source) for source in note.sources()],
    }


def _entry(entry: "Entry", number: int | None) -> dict[str, object]:
    spans = entry.source.spans if entry.source else ()
    return {
        "lead": entry.lead,
        "text": entry.text,
        "remark": entry.remark,
        "source": number,
        "spans": [[span.page, span.start, span.end] for span in spans],
    }


def _source(source: "Source") -> dict[str, object]:
    return {
        "document": source.document_id,
        "title": source.title,
        "kind": str(source.kind),
        "municipality": source.municipality,
        "body": source.body,
        "date": source.date.isoformat() if source.date else None,
        "page": source.page,
        "path": source.path,
    }
