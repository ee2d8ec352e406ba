"""What stands before a quotation: who said it, where and when. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from desk.brief import texts
from desk.note import Entry, Source
from search.language import dates
from search.types import Document


def who(document: Document | Source) -> str:
    """Return whose paper it is: "Brugge, gemeenteraad", else the partnership."""
    if document.municipality:
        return ", ".join(filter(None, (document.municipality, (document.body or "").lower())))
    return document.body or str(document.kind)


def lead(document: Document | Source) -> str:
    """Return "Brugge, gemeenteraad, 25 maart 2024"."""
    return texts.LEAD_DAY.format(who=who(document), day=day(document.date))


def titled(document: Document | Source, title: str) -> str:
    """Return "Brugge, gemeenteraad, 25 maart 2024: Strooizout. Aankoop", the title whole and on one line."""
    return texts.TITLED.format(lead=lead(document), title=" ".join(title.split()).rstrip("."))


def carried(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries that each say whose words they are: a quotation without it goes on with what stands before it."""
    before = ""
    for entry in entries:
        before = entry.lead or before
        yield replace(entry, lead=before) if entry.source else entry


def day(moment: date | None) -> str:
    """Return a day in Dutch words."""
    return dates.in_words(moment) if moment else texts.UNDATED


def sentence(*parts: str) -> str:
    """Return remarks as one line that begins with a capital: "Goedgekeurd; 21 voor, 5 tegen"."""
    joined = "; ".join(filter(None, parts))
    return joined[:1].upper() + joined[1:]
