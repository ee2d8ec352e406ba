"""What was asked, what was searched, and which dossiers it found, each with one of its matters. Pure."""

from collections.abc import Iterator
from datetime import date

from desk.brief import leads, quotes, texts
from desk.brief.texts import HEADINGS
from desk.brief.theme import Found
from desk.note import Entry, Part, Section
from desk.texts import counted
from search.answer import Answer
from search.registers.dossiers import Dossier

MOST_DOSSIERS = 6


def section(found: Found) -> Section:
    """Return the section."""
    lines = [*_asked(found), *_searched(found.answer), *_result(found)]
    dossiers = (_dossier(each, found) for each in found.dossiers[:MOST_DOSSIERS])
    return Section(Part.CONTEXT, HEADINGS[Part.CONTEXT], (*map(Entry, lines), *dossiers))


def _asked(found: Found) -> Iterator[str]:
    query = found.query
    theme = query.text.strip()
    yield texts.ASKED.format(theme=theme) if theme else texts.NO_THEME
    correction = found.answer.correction
    if correction and correction.is_applied:
        yield texts.SEARCHED_AS.format(text=correction.text)
    if found.answer.ignored and found.matters:
        yield texts.WITHOUT.format(said=", ".join(notion.said for notion in found.answer.ignored))
    if query.since and query.until:
        yield texts.PERIOD.format(since=leads.day(query.since), until=leads.day(query.until))
    elif query.since:
        yield texts.SINCE.format(since=leads.day(query.since))
    elif query.until:
        yield texts.UNTIL.format(until=leads.day(query.until))
    if query.municipalities:
        yield texts.PLACES.format(places=", ".join(query.municipalities))


def _searched(answer: Answer) -> Iterator[str]:
    searched = answer.searched
    period = ""
    if searched.since and searched.until:
        period = texts.SEARCHED_PERIOD.format(since=searched.since.year, until=searched.until.year)
    scans = texts.SEARCHED_SCANS.format(scans=searched.without_text) if searched.without_text else ""
    yield texts.SEARCHED.format(documents=counted(searched.documents, texts.DOCUMENTS), period=period, scans=scans)


def _result(found: Found) -> Iterator[str]:
    if not found.matters:
        if found.query.text.strip():
            yield texts.NOTHING
        if found.answer.suggestions:
            yield texts.NEAREST.format(subjects=", ".join(found.answer.suggestions))
        return
    documents = {matter.document.id for matter in found.matters}
    yield texts.FOUND.format(
        matters=counted(len(found.matters), texts.MATTERS), documents=counted(len(documents), texts.DOCUMENTS)
    )


def _dossier(dossier: Dossier, found: Found) -> Entry:
    """Return a dossier, with the page of the last of its matters that the note is about: it has no page itself."""
    years = ""
    if dossier.first and dossier.last:
        form = texts.DOSSIER_YEAR if dossier.first.year == dossier.last.year else texts.DOSSIER_YEARS
        years = form.format(first=dossier.first.year, last=dossier.last.year)
    matters = counted(len(dossier.decisions), texts.DOSSIER_MATTERS)
    about = {matter.decision.key for matter in found.matters}
    last = max(dossier.decisions, key=lambda each: (each.key in about, each.date or date.min))
    has = texts.DOSSIER_HAS.format(matters=matters, years=years, one=leads.titled(last.document, last.title))
    return Entry("", quotes.at_page(last.document, last.page), texts.DOSSIER.format(title=dossier.title), label=has)
