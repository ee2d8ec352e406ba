"""The nouns of a briefing note: sections of entries, each entry with the page it stands on. Pure.

Whatever is taken from a document stands word for word in `text` and has a source; what a person wrote has none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from search.types import Kind, Span


class Part(StrEnum):
    """What a section of a note is about, in the order of a complete draft."""

    CONTEXT = "context"  # the question, and what was searched
    POSITIONS = "standpunten"  # per municipality and partnership
    DECISIONS = "besluiten"  # word for word, with outcome and whether they still hold
    CONTRACTS = "overeenkomsten"  # running ones, with their last dates
    EXPERIENCE = "ervaring"  # who did it, who led, how it went
    ACTIONS = "acties"  # open ones, from earlier reports
    GAPS = "leemten"  # of whom nothing was found
    NEWS = "nieuw"  # of one municipality or partnership, between two meetings
    OWN = "eigen"  # what a person added


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands."""

    document_id: int
    title: str  # of the document
    kind: Kind
    municipality: str | None
    body: str | None
    date: date | None
    path: str
    page: int  # from 1
    spans: tuple[Span, ...] = ()  # the words themselves, to be marked; empty where only the page is known

    def page_alone(self) -> "Source":
        """Return it without the words, as it is numbered: two quotations of one page are one source."""
        return replace(self, spans=())


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a section."""

    text: str  # word for word where there is a source
    source: Source | None = None
    lead: str = ""  # what stands before it in bold: "Brugge, gemeenteraad, 25 maart 2024"
    remark: str = ""  # what we say of it: "Goedgekeurd; vervangen op 3 mei 2025"; never a quotation
    label: str = ""  # which part of what `lead` names, less bold: "Artikel 2"

    @property
    def page(self) -> Source | None:
        """The page that it stands on, as a note numbers it."""
        return self.source.page_alone() if self.source else None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a note under one heading."""

    part: Part
    heading: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A briefing note."""

    title: str
    theme: str  # what was asked
    made_on: date
    since: date | None = None
    until: date | None = None
    municipalities: tuple[str, ...] = ()
    sections: tuple[Section, ...] = field(default_factory=tuple)

    def sources(self) -> list[Source]:
        """Return the pages that it stands on, each once, in the order in which they are first met: numbers 1 and up."""
        return list(dict.fromkeys(entry.page for entry in self._entries() if entry.page))

    def numbers(self) -> dict[Source | None, int]:
        """Return the number of each page, from 1; ask for several at once, for all entries are gone through."""
        return {source: number for number, source in enumerate(self.sources(), 1)}

    def _entries(self) -> Iterator[Entry]:
        for section in self.sections:
            yield from section.entries


def unrepeated(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries of a section as they are read: what stands before one is not said again before the next."""
    before = ""
    for entry in entries:
        yield replace(entry, lead="") if entry.lead == before else entry
        before = entry.lead
