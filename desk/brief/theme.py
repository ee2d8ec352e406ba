"""What a knowledge base holds about a theme, for one reader: found by the search, and what its dossiers add.

Knows nothing of sections, sentences or files; everything here takes the Reader.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from desk.brief import about
from desk.brief.about import About
from desk.registers import experience, finding, region
from desk.registers.experience import Experience
from desk.registers.finding import LEAST_OF_BEST
from search import KnowledgeBase
from search.answer import Answer, Query, Result
from search.language.dutch import analyse
from search.registers import tellings
from search.registers.agreements import Fact
from search.registers.contracts import Contract
from search.registers.decisions import Decision
from search.registers.dossiers import Dossier
from search.types import Document, DocumentId, Kind, Passage, Reader

LOOKED_AT: Final = 60  # results of the question
LOOKED_AT_EACH: Final = 5  # of the question for one municipality of which nothing was found
SEVERAL: Final = 2  # documents that were found by a word, for it to be a word for the theme
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
    facts: Mapping[DocumentId, Sequence[Fact]] = field(default_factory=dict)  # of the positions among the matters
    experience: tuple[Experience, ...] = ()
    pages: Mapping[DocumentId, Mapping[int, str]] = field(default_factory=dict)  # text of those that are quoted
    words: frozenset[str] = frozenset()  # stems by which something is about the theme
    beside: tuple[Decision, ...] = ()  # found, but not surely about the theme; the best first
    read_in: frozenset[str] = frozenset()  # municipalities of which the reader may read anything
    earlier: Mapping[str, date | None] = field(
        default_factory=dict
    )  # of places of which nothing was found: the last outside the period


def find(kb: KnowledgeBase, reader: Reader, query: Query, today: date) -> Found:
    """Return what `reader` may know about a theme.

    Args:
        kb: Where it is looked for.
        reader: Who asks.
        query: The theme, with municipalities and a period that restrict it; partnerships are always looked at.
        today: The day for which it holds.
    """
    wide = replace(query, municipalities=())
    answer = kb.search(wide, reader, LOOKED_AT)
    read_in = frozenset(kb.overview(reader).municipalities)
    places = query.municipalities or region.places(region.members(kb.data), read_in)
    found = Found(query, today, answer, places, read_in=read_in)
    if not answer.results:
        return found
    good, earlier = _everywhere(kb, reader, wide, answer, [place for place in places if place in read_in])
    words = _words(answer, good)
    register = kb.registers.register(reader)
    shares = _shares(kb, reader, good, answer.results[0].score)
    told = about.about(shares, register.decisions, register.dossier_of, _asked(answer), words)
    beside = [register.decisions[key] for key in shares if key not in told.shares]
    found = replace(found, dossiers=told.dossiers, words=words, earlier=earlier, beside=tuple(beside))
    return _with_papers(kb, reader, found, told, good)


def _shares(kb: KnowledgeBase, reader: Reader, good: Sequence[Result], best: float) -> dict[str, float]:
    """Return the share of the best score of each matter that was found, by its key, the best first."""
    known = kb.registers.register(reader).decisions
    shares: dict[str, float] = {}
    for result, key in zip(good, kb.registers.at_each([each.passage for each in good], reader), strict=True):
        if key is not None and key in known:
            shares[key] = max(shares.get(key, 0.0), result.score / best)
    return shares


def _with_papers(kb: KnowledgeBase, reader: Reader, found: Found, told: About, good: Sequence[Result]) -> Found:
    """Return what was found with the matters, contracts and people that it leads to, and the text to quote."""
    register, query = kb.registers.register(reader), found.query
    wanted = {key: share for key, share in told.shares.items() if _passes(register.decisions[key], query)}
    matters = _matters(kb, reader, wanted, told, found.words)
    # A contract that runs was often signed before the period that is asked for.
    signed = {paper.document.id for key in told.shares for paper in register.decisions[key].papers}
    contracts = tuple(each for each in register.contracts if signed & {paper.id for paper in each.papers})
    facts = tellings.facts(kb.db, reader, [m.document.id for m in matters if m.document.kind is Kind.POSITION])
    ranked = experience.ranked(
        _as_results(matters, good), finding.items(matter.decision for matter in matters), contracts
    )
    people = tuple(
        each for each in ranked if not query.municipalities or not each.is_municipality or each.who in found.places
    )
    pages = _pages(kb, reader, matters, contracts, people, facts)
    return replace(found, matters=matters, contracts=contracts, facts=facts, experience=people, pages=pages)


def _everywhere(
    kb: KnowledgeBase, reader: Reader, wide: Query, answer: Answer, places: Iterable[str]
) -> tuple[list[Result], dict[str, date | None]]:
    """Return the results that are good beside the best one, and when something was last found of places without any.

    A place is asked for by itself before it is said that nothing was found of it.
    """
    least = LEAST_OF_BEST * answer.results[0].score
    good = [each for each in answer.results if each.score >= least]
    earlier: dict[str, date | None] = {}
    there = {each.document.municipality for each in good}
    for place in places:
        if place in there:
            continue
        own = kb.search(replace(wide, municipalities=(place,), since=None, until=None), reader, LOOKED_AT_EACH).results
        near = [each for each in own if each.score >= least]
        within = [each for each in near if _is_within(each.document.date, wide)]
        good += within
        if not within:
            earlier[place] = max((each.document.date for each in near if each.document.date), default=None)
    return good, earlier


def _asked(answer: Answer) -> frozenset[str]:
    words = answer.understood.get("words")
    return frozenset(map(str, words)) if isinstance(words, list) else frozenset()


def _words(answer: Answer, good: Iterable[Result]) -> frozenset[str]:
    """Return the stems of the theme, and of other words for it that several documents were found by."""
    counts: Counter[str] = Counter()
    for each in good:
        found = {each.passage.text[word.start : word.end].casefold() for word in each.words}
        counts.update({stem for word in found for stem in analyse(word)})
    return _asked(answer) | {stem for stem, n in counts.items() if n >= SEVERAL}


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


def _as_results(matters: Iterable[Matter], good: Iterable[Result]) -> list[Result]:
    """Return what was found of these matters, and what dossiers added as if it was: all that is told counts."""
    papers = {paper.document.id for matter in matters for paper in matter.decision.papers}
    found = [each for each in good if each.document.id in papers]
    known = {each.document.id for each in found}
    best = max((each.score for each in found), default=1.0)
    added = [
        Result(0, best, matter.document, matter.passages[0], None, (), ())
        for matter in matters
        if matter.document.id not in known and matter.passages
    ]
    return [*found, *added]


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
    people: Iterable[Experience],
    stated: Mapping[DocumentId, Sequence[Fact]],
) -> dict[DocumentId, dict[int, str]]:
    """Return the text of the pages on which outcomes, titles, facts of contracts and proofs stand, and of reports."""
    wanted = {(proof.document.id, proof.page) for each in people for proof in each.proofs}
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
    return is_asked and _is_within(decision.date, query)


def _is_within(day: date | None, query: Query) -> bool:
    if day is None:
        return query.since is None and query.until is None
    return (query.since is None or day >= query.since) and (query.until is None or day <= query.until)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
