"""A decision, a contract or a dossier as sections of a note, made by the sections of a composed one.

Says as well which audiences it was made of: what is said of a decision may come from another paper than the one quoted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desk.brief import contracts, decisions, leads, positions, quotes, texts
from desk.brief.theme import REPORTS, Found, Matter
from desk.note import Entry, Part, Section
from search import KnowledgeBase
from search.answer import Answer, Facets, Query, Searched
from search.registers import tellings
from search.registers.agreements import Fact
from search.registers.contracts import Contract
from search.registers.decisions import Decision
from search.spans import text_of
from search.types import DocumentId, Kind, Passage, Reader

MOST: Final = 15  # matters of a dossier, the newest
MOST_TOLD: Final = 3  # quotations of what is no decision
_ENDED: Final = "Verlopen"
Pages = dict[DocumentId, dict[int, str]]


@dataclass(frozen=True, slots=True)
class Told:
    """Sections of a note on one thing."""

    key: str
    sections: tuple[Section, ...]
    audiences: frozenset[str]


def decision(kb: KnowledgeBase, reader: Reader, key: str, today: date) -> Told:
    """Return a decision, or raise NotFound."""
    found = kb.registers.decision(key, reader)
    return Told(key, tuple(_of_decision(kb, reader, found, today)), _audiences(kb, reader, [found]))


def contract(kb: KnowledgeBase, reader: Reader, key: str, today: date) -> Told:
    """Return a contract, or raise NotFound."""
    found = kb.registers.contract(key, reader)
    section = _of_contract(kb, reader, found, today)
    return Told(key, (section,), frozenset(paper.audience for paper in found.papers))


def dossier(kb: KnowledgeBase, reader: Reader, key: str, today: date) -> Told:
    """Return a dossier by the key of any of its matters, or raise NotFound."""
    found = kb.registers.dossier(key, reader)
    dated = sorted(found.decisions, key=lambda each: each.date or date.min, reverse=True)
    matters = kb.registers.whole([each.key for each in dated[:MOST]], reader)
    keys = {each.key for each in found.decisions}
    signed = [each for each in kb.registers.register(reader).contracts if each.key in keys]
    own = {each.key for each in signed}
    sections = [section for each in matters if each.key not in own for section in _of_decision(kb, reader, each, today)]
    sections += [_of_contract(kb, reader, each, today) for each in signed]
    made_of = _audiences(kb, reader, found.decisions) | {p.audience for each in signed for p in each.papers}
    return Told(found.key, quotes.once(sections), made_of)


def _audiences(kb: KnowledgeBase, reader: Reader, matters: Iterable[Decision]) -> frozenset[str]:
    """Return for whom the papers are that a decision, and what ended it, were read from."""
    known = kb.registers.register(reader).decisions
    papers = []
    for each in matters:
        later = known.get(each.standing.by or "") if each.standing else None
        papers += [*each.papers, *(later.papers if later else ())]
    return frozenset(paper.document.audience for paper in papers)


def _of_decision(kb: KnowledgeBase, reader: Reader, found: Decision, today: date) -> Iterator[Section]:
    """Yield what was decided; of a position or a meeting what was stated or said."""
    matter = Matter(found, tuple(_passages(kb, reader, found)), is_central=True)
    pages = _pages(kb, reader, found)
    document = found.document
    facts = tellings.facts(kb.db, reader, [document.id]) if document.kind is Kind.POSITION else {}
    for fact in facts.get(document.id, ()):
        for span in fact.spans:
            pages.setdefault(document.id, {})[span.page] = kb.page(document.id, span.page, reader).text
    about = _found(found.title, today, matters=(matter,), pages=pages, facts=facts)
    made = decisions.section(about)
    if not made.entries and document.kind is Kind.POSITION:
        made = positions.section(about)
    yield made if made.entries else _quoted(matter)


def _quoted(matter: Matter) -> Section:
    """Return what a paper says of an item that is no decision: its first passages."""
    document = matter.document
    part = Part.POSITIONS if document.kind in (*REPORTS, Kind.POSITION) else Part.DECISIONS
    lead = leads.titled(document, matter.decision.title)
    said = [each for passage in matter.passages if (each := quotes.beginning(passage.text, passage.spans))]
    cut = len(matter.passages) > MOST_TOLD or not all(each.is_all for each in said)
    remark = leads.sentence(texts.SHORTENED) if cut else ""
    entries = [Entry(each.text, quotes.source(document, each)) for each in said[:MOST_TOLD]]
    first = entries[0] if entries else Entry("", quotes.at_page(document, matter.decision.page))
    told = (Entry(first.text, first.source, lead, remark), *entries[1:])
    return Section(part, texts.HEADINGS[part], told)


def _passages(kb: KnowledgeBase, reader: Reader, found: Decision) -> list[Passage]:
    """Return what its richest paper says of it, in order."""
    every = kb.passages(found.document.id, reader)
    if not found.papers[0].telling.is_item:
        return every
    return [each for each, key in zip(every, kb.registers.at_each(every, reader), strict=True) if key == found.key]


def _pages(kb: KnowledgeBase, reader: Reader, found: Decision) -> Pages:
    """Return the text of the pages on which its outcome and title stand."""
    document, treatment = found.document, found.papers[0].telling.treatment
    numbers = {span.page for span in (*treatment.decision, *treatment.title_spans)}
    if document.kind is Kind.ACCESSION and not found.articles:
        numbers |= set(range(1, document.pages + 1))
    return {document.id: {number: kb.page(document.id, number, reader).text for number in sorted(numbers)}}


def _of_contract(kb: KnowledgeBase, reader: Reader, found: Contract, today: date) -> Section:
    pages: Pages = {}
    for each in (evidence for every in found.facts.values() for evidence in every):
        for span in each.fact.spans:
            own = pages.setdefault(each.document.id, {})
            if span.page not in own:
                own[span.page] = kb.page(each.document.id, span.page, reader).text
    made = contracts.section(_found(found.document.title, today, contracts=(found,), pages=pages))
    quoted = tuple(entry for entry in made.entries if entry.text)  # what is over is named, and not quoted
    return Section(made.part, made.heading, quoted or tuple(_ended(found, pages)))


def _ended(found: Contract, pages: Pages) -> Iterator[Entry]:
    """Yield each sentence from which something was read of a contract that is over."""
    lead, remark, told = leads.titled(found.document, found.document.title), _ENDED, set()
    for each in (evidence for every in found.facts.values() for evidence in every):
        spans, where = each.fact.spans, each.document.id
        if not spans or (where, spans) in told:
            continue
        told.add((where, spans))
        text = text_of(spans, pages.get(where, {}))
        if said := quotes.quote(text, spans, 0, len(text)) or quotes.beginning(text, spans):
            yield Entry(said.text, quotes.source(each.document, said), lead, remark)
            remark = ""


def _found(
    theme: str,
    today: date,
    *,
    matters: Sequence[Matter] = (),
    contracts: Sequence[Contract] = (),
    pages: Pages,
    facts: Mapping[DocumentId, Sequence[Fact]] | None = None,
) -> Found:
    """Return what the sections take: one thing, as if it was all that was found."""
    query = Query(theme)
    answer = Answer(query, {}, (), False, Facets(), Searched(0, 0, 0, None, None))
    return Found(query, today, answer, (), tuple(matters), (), tuple(contracts), facts or {}, (), pages)
