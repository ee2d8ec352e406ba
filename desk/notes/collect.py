"""What is found, as pieces of a note: word for word, with its page, in the chapter where it belongs.

A passage is quoted by what it says, in two places at most; decisions, contracts and dossiers as the sections of a
composed note quote them. Every function here takes the Reader, and raises NotFound for what is not there or not for
him.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from desk.brief import leads, quotes
from desk.brief import texts as brief_texts
from desk.brief.quotes import Quote
from desk.note import Entry, Note, Part, Section
from desk.notes import collect_matters, editing, notes, versions
from desk.notes.content import LONGEST_TITLE, Chapter, Content, Piece, Place, new_id
from desk.notes.rows import Head
from search import KnowledgeBase, catalogue, whereabouts
from search.errors import NotFound
from search.types import Document, DocumentId, Kind, Passage, PassageId, Reader, Span

OTHER: Final = "Andere fragmenten"
TITLE: Final = "Mijn nota"
_PARTS: Final = {
    Kind.POSITION: Part.POSITIONS, Kind.MEETING_REPORT: Part.POSITIONS, Kind.SESSION_REPORT: Part.POSITIONS,
    Kind.AGENDA: Part.DECISIONS, Kind.DECISION_LIST: Part.DECISIONS, Kind.MINUTES: Part.DECISIONS,
    Kind.EXTRACT: Part.DECISIONS, Kind.ACCESSION: Part.DECISIONS, Kind.REGULATION: Part.DECISIONS,
    Kind.CONTRACT: Part.CONTRACTS, Kind.FRAMEWORK_CONTRACT: Part.CONTRACTS, Kind.ADDENDUM: Part.CONTRACTS,
}  # fmt: skip
MOST_RUNS: Final = 2  # of a passage; one of real minutes stands in six, most of them "Goedgekeurd" and the like
_ADDED: Final = "Verzameld stuk toegevoegd"  # names no document: its title is not for all times
_TAKEN_OUT: Final = "Weggelaten wat verzameld was"


@dataclass(frozen=True, slots=True)
class Collected:
    """Something that was found, ready to be put in a note."""

    origin: str  # the same for the same thing, also when it is read again
    chapters: tuple[Chapter, ...]


def origin_of_passage(document: Document, passage: Passage) -> str:
    """Return what a passage is known by in a note: its place, for its id changes when the document is read again."""
    first, last = passage.spans[0], passage.spans[-1]
    return f"fragment:{document.path}:{first.page}.{first.start}-{last.page}.{last.end}"


def origin_of_page(document: Document, page: int) -> str:
    """Return what a page is known by in a note."""
    return f"bladzijde:{document.path}:{page}"


def origin_of(what: str, key: str) -> str:
    """Return what a decision, contract or dossier is known by in a note: `what` is "besluit", for instance."""
    return f"{what}:{key}"


def passage(kb: KnowledgeBase, reader: Reader, passage_id: PassageId) -> Collected:
    """Return a passage: as one quotation, or as two where pages or something else stand in between."""
    found = catalogue.passages(kb.db, [passage_id], reader).get(passage_id)
    if found is None:
        raise NotFound
    document = kb.document(found.document_id, reader)
    told = [said for text, spans in _runs(found) if (said := quotes.quote(text, spans, 0, len(text)))]
    kept = _most_said(told)
    remark = leads.sentence(brief_texts.SHORTENED) if len(kept) < len(told) else ""
    lead = leads.titled(document, document.title)
    entries = [Entry(each.text, quotes.source(document, each), lead) for each in kept]
    entries[:1] = [replace(each, remark=remark) for each in entries[:1]]
    return _collected(kb, reader, origin_of_passage(document, found), [_section(document, entries)], ())


def page(kb: KnowledgeBase, reader: Reader, document_id: DocumentId, number: int) -> Collected:
    """Return a page as a source, without quoting it."""
    document = kb.document(document_id, reader)
    kb.page(document_id, number, reader)
    lead = leads.titled(document, document.title)
    section = _section(document, [Entry("", quotes.at_page(document, number), lead)])
    return _collected(kb, reader, origin_of_page(document, number), [section], ())


def decision(kb: KnowledgeBase, reader: Reader, key: str) -> Collected:
    """Return a decision, or an item of a meeting: what was decided, its outcome, and whether it still holds."""
    found = collect_matters.decision(kb, reader, key, date.today())
    return _collected(kb, reader, origin_of("besluit", key), found.sections, found.audiences)


def contract(kb: KnowledgeBase, reader: Reader, key: str) -> Collected:
    """Return what a contract says of its dates and of who takes part."""
    found = collect_matters.contract(kb, reader, key, date.today())
    return _collected(kb, reader, origin_of("overeenkomst", key), found.sections, found.audiences)


def dossier(kb: KnowledgeBase, reader: Reader, key: str) -> Collected:
    """Return what is in a dossier: its decisions and what was said in meetings, the newest first, and its contracts."""
    found = collect_matters.dossier(kb, reader, key, date.today())
    return _collected(kb, reader, origin_of("dossier", found.key), found.sections, found.audiences)


def draft(kb: KnowledgeBase, reader: Reader, note: Note) -> Content:
    """Return a composed note as the content of one that is kept.

    Its sentences without a source, and what it says of its quotations, were made of all that `reader` may read.
    """
    chapters = _chapters(kb, reader, note.sections, "", whereabouts.audiences(kb.db, reader))
    title = editing.on_one_line(note.title)
    return Content(title[:LONGEST_TITLE], chapters, note.theme, note.since, note.until, note.municipalities)


def put(kb: KnowledgeBase, owner: str, thing: Collected) -> tuple[Head, bool]:
    """Put something in the current note of this person; return that note, and whether it was not in it yet."""

    def change(content: Content) -> Content:
        if thing.origin in content.origins:
            return content
        for each in thing.chapters:
            content = editing.collected(content, each.part, each.heading, each.pieces)
        return content

    return versions.collect(kb.data, owner, TITLE, change, _ADDED)


def take_out(kb: KnowledgeBase, owner: str, origin: str) -> Head | None:
    """Take something out of the current note of this person; return that note, None where he has none."""
    if notes.basket(kb.data, owner) is None:
        return None
    head, _ = versions.collect(
        kb.data, owner, TITLE, lambda content: editing.without_origin(content, origin), _TAKEN_OUT
    )
    return head


def _runs(found: Passage) -> list[tuple[str, tuple[Span, ...]]]:
    """Return a passage in parts that each stand on one page with nothing but white space in between."""
    runs: list[tuple[str, tuple[Span, ...]]] = []
    at = 0
    for span in found.spans:
        text = found.text[at : at + span.end - span.start]
        at += len(text) + 1
        if runs and quotes.quote(f"{runs[-1][0]}\n{text}", (*runs[-1][1], span), 0, len(runs[-1][0]) + len(text) + 1):
            runs[-1] = (f"{runs[-1][0]}\n{text}", (*runs[-1][1], span))
        else:
            runs.append((text, (span,)))
    return runs


def _most_said(told: Sequence[Quote]) -> list[Quote]:
    """Return the longest quotations, as they stand; one that is too short to say something only for want of others."""
    longest = sorted(told, key=lambda each: len(each.text), reverse=True)  # stable
    saying = [each for each in longest if quotes.says_something(each.text)] or longest[:1]
    return [each for each in told if each in saying[:MOST_RUNS]]


def _section(document: Document, entries: Sequence[Entry]) -> Section:
    part = _PARTS.get(document.kind, Part.OWN)
    return Section(part, brief_texts.HEADINGS.get(part, OTHER), tuple(entries))


def _collected(
    kb: KnowledgeBase, reader: Reader, origin: str, sections: Iterable[Section], made_of: Iterable[str]
) -> Collected:
    chapters = _chapters(kb, reader, sections, origin, frozenset(made_of))
    if not chapters:
        raise NotFound("Hiervan valt niets over te nemen: de bron heeft geen tekst.")
    return Collected(origin, chapters)


def _chapters(
    kb: KnowledgeBase, reader: Reader, sections: Iterable[Section], origin: str, made_of: frozenset[str]
) -> tuple[Chapter, ...]:
    every = [(section, section.entries) for section in sections]
    ids = {entry.source.document_id for _, entries in every for entry in entries if entry.source}
    documents = catalogue.by_id(kb.db, sorted(ids), reader)
    chapters = []
    for section, entries in every:
        pieces = [piece for entry in leads.carried(entries) if (piece := _piece(entry, documents, origin, made_of))]
        if pieces:
            chapters.append(Chapter(new_id(), section.part, section.heading, tuple(pieces)))
    return tuple(chapters)


def _piece(entry: Entry, documents: dict[DocumentId, Document], origin: str, made_of: frozenset[str]) -> Piece | None:
    """Return an entry as it is kept; None where its source went away in the meantime."""
    place, others = None, made_of
    if entry.source:
        document = documents.get(entry.source.document_id)
        if document is None:
            return None
        place = Place(document.path, document.sha256, entry.source.page, entry.source.spans, document.audience)
        others = made_of - {document.audience}
    return Piece(new_id(), entry.text, place, entry.lead, entry.remark, tuple(sorted(others)), origin, entry.label)
