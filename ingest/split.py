"""Sections -> passages: small enough to embed and to cite, large enough to be understood.

A passage never crosses the border of an agenda item. Its text is the page's own, character by character.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.types import Facts, Piece, Section, Structured
from search.language.dates import in_words
from search.language.sentences import sentences
from search.spans import flat, text_of
from search.types import Page, Span

SIZE = 700  # characters: some 120 words of Dutch, within what the default model reads in full
_TINY = 80  # a shorter passage says too little on its own
_LONGEST_CONTEXT_PART = 160


@dataclass(slots=True)
class _Draft:
    spans: list[Span]
    length: int
    headings: tuple[str, ...]
    item: str
    is_whole: bool = True  # all of its sections, not a part of a long one


def split(structured: Structured, pages: Sequence[Page], size: int = SIZE) -> list[Piece]:
    """Cut a document into passages of about `size` characters, in order.

    `text` is the text of the spans, with line breaks within a span turned into spaces (same length) and spans
    joined by a line break. Short parts of one agenda item are merged up to `size`; a long part is cut between
    blocks, a block longer than `size` between sentences.
    """
    texts = {page.number: page.text for page in pages}
    drafts: list[_Draft] = []
    for section in structured.sections:
        cuts = list(_cuts(section, texts, size))
        for cut in cuts:
            cut.is_whole = len(cuts) == 1
        if drafts and len(cuts) == 1 and _may_merge(drafts[-1], section, cuts[0], size):
            _merge(drafts[-1], cuts.pop(0))
        drafts += cuts
    return [_piece(draft, structured.facts, texts) for draft in _without_tiny(drafts, size)]


def _cuts(section: Section, texts: dict[int, str], size: int) -> Iterator[_Draft]:
    """The blocks of one section, packed greedily up to `size`."""
    open_draft: _Draft | None = None
    for block in section.blocks:
        for spans in _parts(block.spans, texts, size):
            length = _length(spans)
            if open_draft and open_draft.length + 1 + length <= size:
                open_draft.spans += spans
                open_draft.length += 1 + length
                continue
            if open_draft:
                yield open_draft
            open_draft = _Draft(list(spans), length, section.headings, section.item)
    if open_draft:
        yield open_draft


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans) + max(0, len(spans) - 1)


def _parts(spans: tuple[Span, ...], texts: dict[int, str], size: int) -> Iterator[list[Span]]:
    """A block whole, or cut between sentences where it is longer than `size`."""
    if _length(spans) <= size:
        yield list(spans)
        return
    open_part: list[Span] = []
    for span in spans:
        for piece in _sentence_spans(span, texts[span.page], size):
            if open_part and _length([*open_part, piece]) > size:
                yield open_part
                open_part = []
            last = open_part[-1] if open_part else None
            if last and last.page == piece.page and last.end <= piece.start and last.start >= span.start:
                open_part[-1] = Span(last.page, last.start, piece.end)
            else:
                open_part.append(piece)
    if open_part:
        yield open_part


def _sentence_spans(span: Span, text: str, size: int) -> Iterator[Span]:
    """The sentences of a span; one longer than `size` is cut at white space, or anywhere if it has none."""
    written = flat(text[span.start : span.end])
    for start, end in sentences(written):
        while end - start > size:
            cut = written.rfind(" ", start + size // 2, start + size)
            cut = cut if cut > 0 else start + size
            yield Span(span.page, span.start + start, span.start + cut)
            start = cut + (written[cut] == " ")
        if end > start:
            yield Span(span.page, span.start + start, span.start + end)


def _may_merge(before: _Draft, section: Section, first: _Draft, size: int) -> bool:
    """Parts of one item may share a passage; outside items only a part too short to stand alone."""
    if before.item != section.item or before.length + 1 + first.length > size:
        return False
    if section.item:
        return before.is_whole or min(before.length, first.length) < _TINY
    is_tiny = min(before.length, first.length) < _TINY
    return is_tiny and bool(_common(before.headings, section.headings) or not before.headings)


def _merge(draft: _Draft, other: _Draft) -> None:
    if draft.headings != other.headings:
        longer = draft if draft.length >= other.length else other
        draft.headings = _common(draft.headings, other.headings) or longer.headings
    draft.spans += other.spans
    draft.length += 1 + other.length


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return one[:count]


def _without_tiny(drafts: list[_Draft], size: int) -> list[_Draft]:
    """Add what is too short to stand alone to the passage before it, of the same item and part."""
    kept: list[_Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        belongs = before is not None and before.item == draft.item and (draft.item or before.headings == draft.headings)
        if (
            before
            and belongs
            and min(draft.length, before.length) < _TINY
            and before.length + draft.length <= size + _TINY
        ):
            _merge(before, draft)
        else:
            kept.append(draft)
    return kept


def _piece(draft: _Draft, facts: Facts, texts: dict[int, str]) -> Piece:
    return Piece(tuple(draft.spans), text_of(draft.spans, texts), draft.headings, _context(draft, facts))


def _context(draft: _Draft, facts: Facts) -> str:
    """Municipality, body, date and subject: what a passage needs to be understood out of its document."""
    subject = draft.item or facts.title
    last = draft.headings[-1] if draft.headings else ""
    day = in_words(facts.date) if facts.date else ""
    parts = [facts.municipality, facts.body, day, subject]
    if not draft.item and last:
        parts.append(last)
    return " | ".join(dict.fromkeys(part[:_LONGEST_CONTEXT_PART] for part in parts if part))
