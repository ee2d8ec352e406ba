"""What a knowledge base holds about a theme, for one reader: what was found, and the text to quote of it.

Knows nothing of sections, sentences or files; everything here takes the Reader.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from desk.brief import about, citing, doubts, hits
from desk.brief.about import About
from desk.brief.doubts import Doubt
from desk.brief.hits import Hits
from desk.brief.superseded import Superseded, superseded
from desk.registers.experience import Experience, Proof
from search import KnowledgeBase
from search.answer import Answer, Query
from search.registers import tellings
from search.registers.agreements import Fact
from search.registers.contracts import Contract
from search.registers.decisions import Decision
from search.registers.dossiers import Dossier
from search.types import Document, DocumentId, Kind, Passage, Reader

REPORTS: Final = frozenset({Kind.MEETING_REPORT, Kind.SESSION_REPORT})


@dataclass(frozen=True, slots=True)
class Matter:
    """A decision, an item of a meeting or a paper about the theme."""

    decision: Decision  # whole
    passages: tuple[Passage, ...]  # what its richest paper says of it, in order
    is_central: bool  # all of it is about the theme, and not one sentence among others
    share: float = 1.0  # of the best score

    @property
    def document(self) -> Document:
        """The richest paper on it."""
        return self.decision.document

    @property
    def day(self) -> date | None:
        """Of the sitting, else of the paper."""
        return self.decision.date


@dataclass(frozen=True, slots=True)
class Found:
    """All that a note on a theme can say."""

    query: Query
    today: date
    answer: Answer
    places: tuple[str, ...]  # the municipalities that the note is about
    matters: tuple[Matter, ...] = ()  # newest first, undated last
    dossiers: tuple[Dossier, ...] = ()  # that are about the theme, those with most of it first
    contracts: tuple[Contract, ...] = ()
    facts: Mapping[DocumentId, Sequence[Fact]] = field(default_factory=dict)  # of positions
    experience: tuple[Experience, ...] = ()
    pages: Mapping[DocumentId, Mapping[int, str]] = field(default_factory=dict)  # text of those that are quoted
    words: frozenset[str] = frozenset()  # stems by which something is about the theme
    read_in: frozenset[str] = frozenset()  # municipalities of which the reader may read anything
    earlier: Mapping[str, date | None] = field(
        default_factory=dict
    )  # of places of which nothing was found: the last outside the period
    superseded: Superseded = field(default_factory=Superseded)  # of all positions that the reader may read
    last: Mapping[str, date | None] = field(default_factory=dict)  # of places that have something surely about it
    doubts: Mapping[str, Sequence[Doubt]] = field(default_factory=dict)  # of places: what may be, the best first


def find(kb: KnowledgeBase, reader: Reader, query: Query, today: date) -> Found:
    """Return what `reader` may know about a theme.

    Args:
        kb: Where it is looked for.
        reader: Who asks.
        query: The theme, with municipalities and a period that restrict it; partnerships are always looked at.
        today: The day for which it holds.
    """
    read_in = frozenset(kb.overview(reader).municipalities)
    places = query.municipalities or hits.places(kb, reader)
    looked = hits.look(kb, reader, query, places)
    found = Found(query, today, looked.answer, places, read_in=read_in)
    if not looked.answer.results:
        return found
    found = replace(found, dossiers=looked.told.dossiers, words=looked.words, earlier=looked.earlier)
    return _with_papers(kb, reader, found, looked)


def _with_papers(kb: KnowledgeBase, reader: Reader, found: Found, looked: Hits) -> Found:
    """Return what was found with the matters, contracts and people that it leads to, and the text to quote."""
    register, query, told = kb.registers.register(reader), found.query, looked.told
    wanted = {key: share for key, share in told.shares.items() if _passes(register.decisions[key], query)}
    matters = _matters(kb, reader, wanted, told, found.words)
    # A contract that runs was often signed before the period that is asked for.
    contracts = hits.contracts(register, told)
    stated = {each.document.id: each.document for each in register.decisions.values() if each.is_stated}
    facts = tellings.facts(kb.db, reader, stated)
    replaced = superseded(stated.values(), facts)
    people = hits.people(kb, reader, query, looked)
    last = doubts.lasts((each.decision for each in matters), people)
    maybe = _doubts(found, looked, people, register.decisions.values())
    people = tuple(
        each for each in people if not query.municipalities or not each.is_municipality or each.who in found.places
    )
    proofs = [proof for each in people for proof in each.proofs if proof.role in doubts.DID]
    proofs += [each.proof for own in maybe.values() for each in own]
    quoted = {*(matter.document.id for matter in matters), *(heir.id for heir in replaced.heirs.values())}
    pages = _pages(kb, reader, matters, contracts, proofs, {key: facts[key] for key in quoted if key in facts})
    return replace(
        found, matters=matters, contracts=contracts, facts=facts, superseded=replaced, experience=people, last=last,
        doubts=maybe, pages=pages,
    )  # fmt: skip


def _doubts(
    found: Found, looked: Hits, people: Sequence[Experience], all_: Iterable[Decision]
) -> dict[str, list[Doubt]]:
    """Return what may be about the theme of each place, the best first; within the period."""
    within = [each for each in all_ if hits.is_within(each.date, found.query)]
    under = doubts.themed(found.query.text.strip(), within)
    return {place: doubts.doubts(place, looked, people, under) for place in found.places if place in found.read_in}


def _matters(
    kb: KnowledgeBase, reader: Reader, shares: Mapping[str, float], told: About, words: Collection[str]
) -> tuple[Matter, ...]:
    central = {each.key for dossier in told.dossiers for each in dossier.decisions}
    whole = kb.registers.whole(list(shares), reader)
    said = _said(kb, reader, {each.document.id for each in whole})
    made = [
        Matter(
            each,
            tuple(said[each.document.id].get(each.key, ())),
            each.key in central or about.has_word(each.title, words),
            shares[each.key],
        )
        for each in whole
    ]
    return tuple(
        sorted(made, key=lambda each: (each.day is None, -_ordinal(each.day), each.document.id, each.decision.key))
    )


def _said(
    kb: KnowledgeBase, reader: Reader, documents: Iterable[DocumentId]
) -> dict[DocumentId, dict[str | None, list[Passage]]]:
    """Return the passages of papers, by the key of what they are about."""
    passages = [passage for document in sorted(documents) for passage in kb.passages(document, reader)]
    found: dict[DocumentId, dict[str | None, list[Passage]]] = defaultdict(dict)
    for passage, key in zip(passages, kb.registers.at_each(passages, reader), strict=True):
        found[passage.document_id].setdefault(key, []).append(passage)
    return found


def _pages(
    kb: KnowledgeBase,
    reader: Reader,
    matters: Iterable[Matter],
    contracts: Iterable[Contract],
    proofs: Iterable[Proof],
    stated: Mapping[DocumentId, Sequence[Fact]],
) -> dict[DocumentId, dict[int, str]]:
    """Return the text of the pages on which outcomes, titles, facts of contracts and proofs stand, and of reports."""
    wanted = {place for proof in proofs for place in citing.wanted(proof)}
    for matter in matters:
        document, treatment = matter.document, matter.decision.papers[0].telling.treatment
        wanted |= {(document.id, span.page) for span in (*treatment.decision, *treatment.title_spans)}
        if document.kind in REPORTS or (document.kind is Kind.ACCESSION and not matter.decision.articles):
            wanted |= {(document.id, number) for number in range(1, document.pages + 1)}
    wanted |= {(document, span.page) for document, own in stated.items() for each in own for span in each.spans}
    facts = (each for contract in contracts for every in contract.facts.values() for each in every)
    wanted |= {(each.document.id, span.page) for each in facts for span in each.fact.spans}
    found: dict[DocumentId, dict[int, str]] = defaultdict(dict)
    for document_id, number in sorted(wanted):
        found[document_id][number] = kb.page(document_id, number, reader).text
    return dict(found)


def _passes(decision: Decision, query: Query) -> bool:
    is_asked = (
        not query.municipalities or decision.municipality is None or decision.municipality in query.municipalities
    )
    return is_asked and hits.is_within(decision.date, query)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
