"""The subcommand that writes a briefing note: on the screen as Markdown, or in a file as its name asks."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from cli import note_files, options, places
from cli.options import WrongCall
from cli.output import print_json, print_text, warn

if TYPE_CHECKING:
    from desk.note import Entry, Note, Source


def arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of the subcommand."""
    part.add_argument("theme", metavar="THEMA", help="waarover: enkele woorden of een vraag, tussen aanhalingstekens")
    options.reader(part)
    options.municipality(part, "alleen deze gemeente, naast de samenwerkingsverbanden")
    options.period(part)
    options.output(part, "schrijf ze in dit bestand: .docx, .pdf of .md (standaard: druk af)")


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
    kb, reader = open_knowledge_base(given.data), reader_named(given.reader)
    places.warn_of_unknown(kb, reader, given.municipality)
    note = compose(kb, reader, given.theme, given.since, given.until, given.municipality, today=date.today())
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
        "label": entry.label,
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
