"""What a search finds about a theme, for one reader: which is good enough, which is beside it, and who did something.

Everything here takes the Reader. The screen that ranks experience and a note on the same theme both rest on it, so
that one does not say "nothing found" of what the other shows.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from desk.brief import about
from desk.brief.about import About
from desk.registers import experience, finding, region
from desk.registers.experience import Experience
from desk.registers.finding import LEAST_OF_BEST, Items
from search import KnowledgeBase
from search.answer import Answer, Query, Result, Searched
from search.language.dutch import analyse
from search.registers.contracts import Contract
from search.registers.register import Register
from search.types import DocumentId, Reader

LOOKED_AT_EACH: Final = 5  # of the question for one municipality of which nothing was found
SEVERAL: Final = 2  # documents that were found by a word, for it to be a word for the theme


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found about a theme."""

    answer: Answer
    results: tuple[Result, ...] = ()  # of the question, then of places that it found nothing good of
    good: tuple[Result, ...] = ()  # those that are good beside the best one
    at: Items = field(default_factory=Items)  # which decision each of them is about
    words: frozenset[str] = frozenset()  # stems by which something is about the theme
    earlier: dict[str, date | None] = field(default_factory=dict)  # of places without: the last outside the period
    shares: dict[str, float] = field(default_factory=dict)  # of the best score, by the key of a matter; best first
    told: About = field(default_factory=About)

    @property
    def fair(self) -> tuple[Result, ...]:
        """Those that the matrix shows too: good beside the best one of a municipality."""
        best = max((each.score for each in self.results if each.document.municipality), default=0.0)
        return tuple(each for each in self.results if each.score >= LEAST_OF_BEST * best)


def experienced(kb: KnowledgeBase, reader: Reader, question: str) -> tuple[tuple[Experience, ...], Searched]:
    """Return who has experience with a subject, the most first, and what was searched."""
    query = Query(question)
    found = look(kb, reader, query, places(kb, reader))
    return people(kb, reader, query, found), found.answer.searched


def places(kb: KnowledgeBase, reader: Reader) -> tuple[str, ...]:
    """Return the municipalities of the region, and others of which the reader may read something."""
    return region.places(region.members(kb.data), kb.overview(reader).municipalities)


def look(kb: KnowledgeBase, reader: Reader, query: Query, of: Iterable[str]) -> Hits:
    """Return what was found about a theme.

    Args:
        kb: Where it is looked for.
        reader: Who asks.
        query: The theme and the period; its municipalities do not restrict it.
        of: A place among these is asked for by itself before it is said that nothing was found of it.
    """
    wide = replace(query, municipalities=())
    answer = kb.search(wide, reader, experience.LOOKED_AT)
    if not answer.results:
        return Hits(answer)
    read_in = kb.overview(reader).municipalities
    results, earlier = _everywhere(kb, reader, wide, answer, [place for place in of if place in read_in])
    good = [each for each in results if each.score >= LEAST_OF_BEST * answer.results[0].score]
    words = _words(answer, good)
    register = kb.registers.register(reader)
    at = _items(register, {each.document.id for each in results})
    shares = _shares(good, at, answer.results[0].score)
    told = about.about(shares, register.decisions, register.dossier_of, _asked(answer), words)
    return Hits(answer, tuple(results), tuple(good), at, words, earlier, shares, told)


def people(kb: KnowledgeBase, reader: Reader, query: Query, found: Hits) -> tuple[Experience, ...]:
    """Return who has experience with the theme in the period, the most first."""
    register = kb.registers.register(reader)
    added = [register.decisions[key] for key in found.told.shares if is_within(register.decisions[key].date, query)]
    ranked = experience.ranked(found.results, found.at, contracts(register, found.told), added)
    kept = (replace(each, proofs=tuple(p for p in each.proofs if is_within(p.day, query))) for each in ranked)
    return tuple(each for each in kept if each.proofs)


def contracts(register: Register, told: About) -> tuple[Contract, ...]:
    """Return the contracts that are about a theme: what is about it is one of their papers."""
    signed = {paper.document.id for key in told.shares for paper in register.decisions[key].papers}
    return tuple(each for each in register.contracts if signed & {paper.id for paper in each.papers})


def is_within(day: date | None, query: Query) -> bool:
    """Whether a day lies in the period of a question; one that is not known does where there is no period."""
    if day is None:
        return query.since is None and query.until is None
    return (query.since is None or day >= query.since) and (query.until is None or day <= query.until)


def _everywhere(
    kb: KnowledgeBase, reader: Reader, wide: Query, answer: Answer, of: Iterable[str]
) -> tuple[list[Result], dict[str, date | None]]:
    """Return what was found, places without anything good asked for by themselves; and when they last had such."""
    least = LEAST_OF_BEST * answer.results[0].score
    results = list(answer.results)
    known = {each.document.id for each in results}
    earlier: dict[str, date | None] = {}
    there = {each.document.municipality for each in results if each.score >= least}
    for place in of:
        if place in there:
            continue
        asked = replace(wide, municipalities=(place,), since=None, until=None)
        own = kb.search(asked, reader, LOOKED_AT_EACH).results
        within = [each for each in own if is_within(each.document.date, wide)]
        results += [each for each in within if each.document.id not in known]
        near = [each for each in own if each.score >= least]
        if not any(each in within for each in near):
            earlier[place] = max((each.document.date for each in near if each.document.date), default=None)
    return results, earlier


def _items(register: Register, papers: Collection[DocumentId]) -> Items:
    """Return where the decisions of these papers, and of contracts, begin: there may be many more."""
    wanted = {*papers, *(paper.id for contract in register.contracts for paper in contract.papers)}
    return finding.items(
        each for each in register.decisions.values() if any(paper.document.id in wanted for paper in each.papers)
    )


def _shares(good: Iterable[Result], at: Items, best: float) -> dict[str, float]:
    """Return the share of the best score of each matter that was found, by its key, the best first."""
    shares: dict[str, float] = {}
    for result in good:
        if decision := at.of(result):
            shares[decision.key] = max(shares.get(decision.key, 0.0), result.score / best)
    return shares


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
