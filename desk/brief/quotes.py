"""Words of a document as they are quoted: whole sentences, on one page, with their place. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from desk.brief import leads
from desk.note import Entry, Section, Source
from search.answering import SAYS_SOMETHING
from search.language.sentences import sentences
from search.types import Document, Span

LONGEST: Final = 420  # characters of a quotation of several sentences: some five lines of a note
_MARKER: Final = re.compile(r"\s*(?:[•▪◦–*-]|\d{1,2}[.)])\s+")
_BREAK: Final = 2  # characters
_ENDS: Final = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Quote:
    """Whole sentences of one page."""

    text: str  # on one line
    spans: tuple[Span, ...]
    is_all: bool = True  # whether nothing of what it was cut from was left out

    @property
    def page(self) -> int:
        """The page on which it stands."""
        return self.spans[0].page


def whole(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a text that are whole: a page or a column that ends within one leaves two halves."""
    every = sentences(text)
    broken = set()
    for i in range(len(every) - 1):
        (start, end), (after, _) = every[i], every[i + 1]
        if not _ENDS.search(text[start:end]) and text[after].islower():
            broken |= {i, i + 1}
    return [each for i, each in enumerate(every) if i not in broken]


def quote(text: str, spans: Sequence[Span], start: int, end: int) -> Quote | None:
    """Return the characters [start, end) of a text as a quotation, without the number or bullet of a list.

    None where they stand on more than one page, or with something else between them.

    Args:
        text: That of `spans`, see `search.spans.text_of`.
        spans: Where it stands.
        start: First character.
        end: One after the last.
    """
    if marker := _MARKER.match(text, start, end):
        start = marker.end()
    found = _within(spans, start, end)
    if not found or not all(map(_follows, found, found[1:])):
        return None
    return Quote(" ".join(text[start:end].split()), found)


def beginning(text: str, spans: Sequence[Span], longest: int = LONGEST) -> Quote | None:
    """Return the first whole sentences of a text that stand on one page, at least one; None where there is none."""
    every = sentences(text)
    found: Quote | None = None
    first = taken = 0
    for start, end in whole(text):
        longer = quote(text, spans, first if found else start, end)
        if found and (longer is None or end - first > longest or start > taken + 1):
            break
        if longer:
            first = first if found else start
            found, taken = longer, end
    if found is None:
        return None
    return Quote(found.text, found.spans, first == every[0][0] and taken == every[-1][1])


def standing_in(words: str, page: str) -> bool:
    """Whether these words stand on a page, white space aside."""
    flat = " ".join(words.split())
    return bool(flat) and flat in " ".join(page.split())


def says_something(text: str) -> bool:
    """Whether a sentence is long enough to say something: a heading or an outcome is not."""
    return len(text) >= SAYS_SOMETHING


def source(document: Document, found: Quote) -> Source:
    """Return where a quotation stands."""
    return at_page(document, found.page, found.spans)


def at_page(document: Document, page: int, spans: tuple[Span, ...] = ()) -> Source:
    """Return a page of a document as a source."""
    return Source(
        document.id, document.title, document.kind, document.municipality, document.body, document.date, document.path,
        page, spans,
    )  # fmt: skip


def once(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections without what was quoted before in the note, and without those that are left empty."""
    known: list[Entry] = []
    kept = []
    for section in sections:
        entries: list[Entry] = []
        for entry in leads.carried(section.entries):
            if not any(_is_same(entry, other) for other in known):
                entries.append(entry)
                known += [entry] if entry.source else []
        if entries:
            kept.append(Section(section.part, section.heading, tuple(entries)))
    return tuple(kept)


def _is_same(entry: Entry, other: Entry) -> bool:
    """Whether these words were quoted before: from the same place, or the same sentence of another paper.

    A title that only names a paper is never left out: two councils give a decision the same one, and each took it.
    """
    at, before = entry.source, other.source
    if at is None or before is None:
        return False
    if at.document_id != before.document_id:
        return bool(at.spans) and entry.text == other.text and says_something(entry.text)
    return bool(at.spans) and all(any(_holds(outer, span) for outer in before.spans) for span in at.spans)


def _holds(outer: Span, span: Span) -> bool:
    return outer.page == span.page and outer.start <= span.start and span.end <= outer.end


def _follows(span: Span, other: Span) -> bool:
    """Whether nothing but a line break stands between two places."""
    return span.page == other.page and 0 <= other.start - span.end <= _BREAK


def _within(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return where the characters [start, end) of a text stand; spans are joined by one character."""
    found, at = [], 0
    for span in spans:
        length = span.end - span.start
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            found.append(Span(span.page, span.start + first, span.start + last))
        at += length + 1
    return tuple(found)
