"""A briefing note on a theme: what was found, section by section, every statement word for word with its page.

Nothing is written by a model: a section quotes, and says of a quotation no more than what is stored of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desk.brief import actions, context, contracts, decisions, experience, gaps, positions, quotes, texts
from desk.brief import theme as themes
from desk.brief.theme import Found
from desk.note import Entry, Note, Part, Section
from desk.texts import printable
from search import KnowledgeBase
from search.answer import Query
from search.question import LONGEST
from search.types import Reader

_SECTIONS = (positions, decisions, contracts, experience, actions, gaps)
_NONE = {Part.POSITIONS: texts.NO_POSITIONS, Part.EXPERIENCE: texts.NO_EXPERIENCE}
"""What is said where a section has nothing; what was looked through for actions, `actions` knows."""


def compose(
    kb: KnowledgeBase,
    reader: Reader,
    theme: str,
    since: date | None = None,
    until: date | None = None,
    municipalities: Sequence[str] = (),
    *,
    today: date,
) -> Note:
    """Return a note on a theme, of what `reader` may read; one that says so where nothing was found.

    Args:
        kb: Where it is looked for.
        reader: Who asks.
        theme: A subject or a question.
        since: The first day of what is taken up.
        until: The last day.
        municipalities: Those that it is about; all of the region unless given. Partnerships are always looked at.
        today: The day on which it is made: what runs, ends and is late is counted from it.
    """
    asked = " ".join(printable(theme).split())[:LONGEST]
    found = themes.find(kb, reader, Query(asked, tuple(municipalities), since=since, until=until), today)
    title = texts.TITLE.format(theme=asked) if asked else texts.TITLE_EMPTY
    return Note(title, asked, today, since, until, tuple(municipalities), quotes.once(_sections(found)))


def _sections(found: Found) -> list[Section]:
    told = [context.section(found)]
    if found.matters:
        told += [_said(each.section(found)) for each in _SECTIONS]
    return told


def _said(section: Section) -> Section:
    """Return a section that says so where nothing was found."""
    none = _NONE.get(section.part, "")
    return section if section.entries or not none else replace(section, entries=(Entry(none),))
