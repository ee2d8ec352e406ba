"""A briefing note as Markdown: numbered sources, and the list of them. Pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from desk.note import Entry, Note, Section, Source, unrepeated
from search.language import dates

SOURCES: Final = "Bronnen"
MADE_ON: Final = "Opgemaakt op {day} uit de stukken in het Streekgeheugen; elk citaat staat woordelijk in zijn bron."
PAGE: Final = "p. {page}"
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")
_NUMBERED: Final = re.compile(r"^(\d{1,9})([.)])(?=\s)")
_BULLET: Final = re.compile(r"^([-+])(?=\s)")


def as_markdown(note: Note) -> str:
    """Return the note; what was taken from a document stands in quotation marks, with the number of its source."""
    lines = [f"# {_escaped(note.title)}", "", MADE_ON.format(day=dates.in_words(note.made_on)), ""]
    numbers = note.numbers()
    for section in note.sections:
        lines += _section(section, numbers)
    if numbers:
        named = (f"{number}. {_source(source)}" for number, source in enumerate(note.sources(), 1))
        lines += [f"## {SOURCES}", "", *named, ""]
    return "\n".join(lines)


def _section(section: Section, numbers: Mapping[Source | None, int]) -> Iterator[str]:
    yield f"## {_escaped(section.heading)}"
    yield ""
    for entry in unrepeated(section.entries):
        yield f"- {_entry(entry, numbers.get(entry.page))}"
    yield ""


def _entry(entry: Entry, number: int | None) -> str:
    quoted = f"“{_escaped(entry.text)}”" if number and entry.text else _escaped(entry.text)
    parts = [
        f"**{_escaped(entry.lead)}**" if entry.lead else "",
        _escaped(f"{entry.label}:" if entry.text else entry.label) if entry.label else "",
        quoted,
        f"[{number}]" if number else "",
        f"*{_escaped(entry.remark)}*" if entry.remark else "",
    ]
    return " ".join(filter(None, parts))


def _source(source: Source) -> str:
    parts = (
        source.title, source.municipality or "", source.body or "",
        dates.in_words(source.date) if source.date else "", PAGE.format(page=source.page), source.path,
    )  # fmt: skip
    return ", ".join(_escaped(part) for part in parts if part)


def _escaped(text: str) -> str:
    """Return text on one line that Markdown shows as it is."""
    flat = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _BULLET.sub(r"\\\1", _NUMBERED.sub(r"\1\\\2", flat))
