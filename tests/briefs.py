"""Briefing notes on the sample corpus, as tests look at them."""

from collections.abc import Iterable, Sequence
from datetime import date

from access import reader_named
from desk.brief.note import compose
from desk.note import Entry, Note, Part
from search import KnowledgeBase

TODAY = date(2026, 11, 25)


def composed(sample: KnowledgeBase, themes: Iterable[str]) -> dict[str, Note]:
    """Return the note on each theme, for everyone, as of TODAY."""
    return {theme: compose(sample, reader_named(None), theme, today=TODAY) for theme in themes}


def section(note: Note, part: Part) -> Sequence[Entry]:
    """Return what stands in a part of a note; nothing where it has none."""
    return next((each.entries for each in note.sections if each.part is part), ())
