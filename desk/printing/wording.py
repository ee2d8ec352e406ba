"""What a printed note says around its entries, and text that a file can hold. Pure; knows neither Word nor PDF."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeAlias
from urllib.parse import quote, urlsplit

from desk import texts
from desk.note import Entry, Note, Section, Source
from search.language import dates
from search.types import Span

Link: TypeAlias = Callable[[Source], str]
"""Gives the web address of a page in the app."""

LANGUAGE: Final = "nl-BE"
AUTHOR: Final = "Streekgeheugen"
CONTENTS: Final = "Inhoud"
SOURCES: Final = "Bronnen"
EMPTY: Final = "Niets opgenomen."
UNTITLED: Final = "Briefingnota"
QUOTED: Final = "“{text}”"
PAGE: Final = "p.\N{NO-BREAK SPACE}{page}"
_PERIOD, _TOWNS, _MADE = "Periode", "Gemeenten", "Opgemaakt op"
_BETWEEN: Final = "{since} tot en met {until}"
_SINCE: Final = "vanaf {day}"
_UNTIL: Final = "tot en met {day}"
_LONGEST_ADDRESS: Final = 2_000  # Word cuts off or refuses what is longer than 2,083
_STOPS: Final = (".", "!", "?", texts.CUT)
_LONGEST_NAME: Final = 300
"""Characters of a heading, or of a document's title: what is longer is no title, but a page that was taken for one."""
_KEPT_IN_ADDRESS: Final = "%/:?#[]@!$&'()*+,;=~-._"


def line(text: str) -> str:
    """Return a text on one line, without what no file can hold."""
    return " ".join(texts.printable(text).split())


def short(text: str, most: int = _LONGEST_NAME) -> str:
    """Return a text on one line, cut off with "…" where it is too long for what it is."""
    whole = line(text)
    return whole if len(whole) <= most else whole[: most - len(texts.CUT)].rstrip() + texts.CUT


def block(text: str) -> str:
    """Return a text with its line breaks, without empty lines and what no file can hold."""
    return "\n".join(each for each in texts.printable(text).splitlines() if each.strip())


def title(note: Note) -> str:
    """Return the title of a note."""
    return line(note.title) or UNTITLED


def subtitle(note: Note) -> str:
    """Return its theme; nothing where the title says it."""
    theme = line(note.theme)
    return "" if theme.casefold() in title(note).casefold() else theme


def facts(note: Note) -> list[tuple[str, str]]:
    """Return what stands under the title, by name: period, municipalities, the day on which it was made."""
    towns = [line(town) for town in note.municipalities]
    found = [(_PERIOD, _period(note)), (_TOWNS, ", ".join(towns)), (_MADE, dates.in_words(note.made_on))]
    return [(name, value) for name, value in found if value]


def heading(section: Section) -> str:
    """Return the heading of a section."""
    return short(section.heading) or section.part.value.capitalize()


def said(entry: Entry) -> str:
    """Return the text of an entry, between quotation marks where it stands in a document."""
    found = block(entry.text)
    return QUOTED.format(text=found) if found and entry.source else found


def where(source: Source) -> str:
    """Return what stands behind the title of a source, a full stop first: municipality, body, date and page."""
    day = dates.in_words(source.date) if source.date else ""
    parts = [short(source.municipality or ""), short(source.body or ""), day, PAGE.format(page=source.page)]
    stop = "" if name(source).endswith(_STOPS) else "."
    return f"{stop} {', '.join(part for part in parts if part)}."


def name(source: Source) -> str:
    """Return the title of a source, or else the name of its file."""
    return short(source.title) or short(source.path.rpartition("/")[2]) or source.kind.value.capitalize()


def cited(note: Note) -> list[Source]:
    """Return the sources in the order of their numbers, each with all the words that the note takes from its page."""
    words: dict[Source, dict[Span, None]] = defaultdict(dict)
    for section in note.sections:
        for entry in section.entries:
            if entry.source:
                words[entry.source.page_alone()].update(dict.fromkeys(entry.source.spans))
    return [replace(source, spans=tuple(words[source])) for source in note.sources()]


def address(source: Source, link: Link | None) -> str | None:
    """Return where a source can be opened, as Word and PDF readers accept it; None where it is no web address."""
    if not link:
        return None
    found = quote(texts.printable(link(source)).strip(), safe=_KEPT_IN_ADDRESS)
    try:
        parts = urlsplit(found)
        is_sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, half an IPv6 address
        return None
    return found if is_sound and len(found) <= _LONGEST_ADDRESS else None


def _period(note: Note) -> str:
    since, until = (dates.in_words(day) if day else "" for day in (note.since, note.until))
    if since and until:
        return _BETWEEN.format(since=since, until=until)
    return _SINCE.format(day=since) if since else _UNTIL.format(day=until) if until else ""
