"""What a reader may know of decisions, sittings and dossiers, by key and by filter. Every function takes the Reader.

A register is what one group of audiences may read, as it is now: made at first use, and again after every write.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from sqlite_utils import Database

from search.answer import Query
from search.copies import RICHEST
from search.errors import NotFound
from search.registers import belonging, contracts, decisions, departures, dossiers, edits, tellings, validity
from search.registers.agreements import Fact
from search.registers.contracts import Contract
from search.registers.decisions import Decision
from search.registers.dossiers import Dossier
from search.registers.edits import Edit, What
from search.registers.sittings import Sitting, sitting_of
from search.registers.tellings import Place, Telling
from search.registers.treatments import Effect
from search.types import Document, DocumentId, Passage, Reader, Span

AUDIENCES_KEPT = 4  # registers at hand: 1 kB a decision, 10 MB for some 100,000 passages


@dataclass(frozen=True, slots=True)
class Register:
    """Decisions by key, oldest first, without votes and articles; contracts; and what people decided of them."""

    decisions: dict[str, Decision]
    contracts: tuple[Contract, ...]
    dossiers: tuple[Dossier, ...]
    dossier_of: Mapping[str, Dossier]  # by the key of each of its matters
    edits: tuple[Edit, ...]


class Registers:
    """Looks things up in the registers. Safe to use from several threads."""

    def __init__(self, db: Callable[[], Database], generation: Callable[[], int]) -> None:
        self._db = db
        self._generation = generation
        self._made = lru_cache(AUDIENCES_KEPT)(self._make)

    def register(self, reader: Reader) -> Register:
        """Return all that `reader` may know."""
        return self._made(self._generation(), date.today(), reader.audiences)

    def decisions(self, reader: Reader, query: Query | None = None) -> list[Decision]:
        """Return the decisions that pass the filters of `query`, newest first, undated last; without articles."""
        found = [each for each in self.register(reader).decisions.values() if _passes(each, query)]
        return sorted(found, key=lambda each: (each.date is None, -_ordinal(each), each.document.id, _place(each)))

    def decision(self, key: str, reader: Reader) -> Decision:
        """Return a decision with its votes and articles.

        Raises:
            NotFound: There is none, or it is not for this reader.
        """
        return self.whole([key], reader)[0]

    def whole(self, keys: Sequence[str], reader: Reader) -> list[Decision]:
        """Return decisions with their votes and articles, in the order of `keys`.

        Raises:
            NotFound: One is not there, or not for this reader.
        """
        known = self.register(reader).decisions
        told = tellings.of_keys(self._db(), keys, reader)
        found = decisions.assembled(told, _effects(self.register(reader).edits), {})
        if any(key not in known or key not in found for key in keys):
            raise NotFound("Dit besluit bestaat niet, of u mag het niet lezen.")
        return [replace(found[key], standing=known[key].standing, themes=known[key].themes) for key in keys]

    def contract(self, key: str, reader: Reader) -> Contract:
        """Return a contract.

        Raises:
            NotFound: There is none, or it is not for this reader.
        """
        found = next((each for each in self.register(reader).contracts if each.key == key), None)
        if found is None:
            raise NotFound("Deze overeenkomst bestaat niet, of u mag ze niet lezen.")
        return found

    def dossier(self, key: str, reader: Reader) -> Dossier:
        """Return the dossier that a matter belongs to, by the key of any of its matters.

        Raises:
            NotFound: There is none, or nothing of it is for this reader.
        """
        found = self.register(reader).dossier_of.get(key)
        if found is None:
            raise NotFound("Dit dossier bestaat niet, of u mag het niet lezen.")
        return found

    def at_each(self, passages: Sequence[Passage], reader: Reader) -> list[str | None]:
        """Return for each passage the key of what it is about; None where that is no item, or not for this reader."""
        told = tellings.places(self._db(), {passage.document_id for passage in passages}, reader)
        return [_key_at(passage, told.get(passage.document_id, ())) for passage in passages]

    def of_sitting(self, sitting: Sitting, reader: Reader) -> list[Decision]:
        """Return the items of a sitting or meeting in their order; empty where `reader` may read nothing of it."""
        found = [each for each in self.register(reader).decisions.values() if sitting_of(each.document) == sitting]
        return sorted(found, key=_place)

    def papers_of_sitting(self, sitting: Sitting, reader: Reader) -> list[Document]:
        """Return the papers of a sitting or meeting, the richest first."""
        papers = {
            paper.document.id: paper.document for each in self.of_sitting(sitting, reader) for paper in each.papers
        }
        return sorted(papers.values(), key=lambda paper: (RICHEST.get(paper.kind, 0), paper.id))

    def _make(self, generation: int, today: date, audiences: frozenset[str]) -> Register:
        reader = Reader("", audiences)
        db = self._db()
        made = tuple(edits.standing(db))
        found = decisions.assembled(tellings.listed(db, reader), _effects(made), belonging.themed(db, reader))
        said = belonging.changes(db, reader)
        for key, each in found.items():
            if each.is_decided or each.is_stated:
                effect = Effect.APPROVED if each.is_stated else each.effect
                standing = validity.standing(effect, said.get(key, ()), today)
                found[key] = replace(each, standing=standing)
        formed = dossiers.assembled(found, belonging.linked(db, reader), made)
        of = {each.key: dossier for dossier in formed for each in dossier.decisions}
        return Register(found, tuple(contracts.assembled(_told(db, reader, made), today)), tuple(formed), of, made)


def _told(db: Database, reader: Reader, made: Sequence[Edit]) -> Iterator[tuple[Document, str, list[Fact]]]:
    """Yield what papers say of contracts: of a paper with items, what each of these says; then who leaves one."""
    said = tellings.facts(db, reader)
    of_document: dict[DocumentId, list[tuple[Document, Telling]]] = {}
    for document, telling in tellings.of_documents(db, list(said), reader):
        of_document.setdefault(document.id, []).append((document, telling))
    for document_id, told in of_document.items():
        facts = edits.corrected(said[document_id], told[0][0].path, made)
        if len(told) == 1:
            yield told[0][0], told[0][1].key, facts
            continue
        for document, telling in told:
            own = [
                fact for fact in facts if any(_holds(telling.treatment.spans, s.page, s.start) for s in fact.spans[:1])
            ]
            if own:
                yield document, telling.key, own
    for document, telling in tellings.with_articles(db, departures.WORDS, reader):
        if left := departures.of(document, telling.treatment):
            yield document, telling.key, edits.corrected(left, document.path, made)


def _effects(made: Sequence[Edit]) -> dict[str, Effect | None]:
    return {edit.subject: Effect(edit.value) if edit.value else None for edit in made if edit.what is What.EFFECT}


def _passes(decision: Decision, query: Query | None) -> bool:
    if query is None:
        return True
    day = decision.date
    return (
        (not query.municipalities or decision.municipality in query.municipalities)
        and (not query.bodies or decision.body in query.bodies)
        and (not query.kinds or any(paper.document.kind in query.kinds for paper in decision.papers))
        and (query.since is None or (day is not None and day >= query.since))
        and (query.until is None or (day is not None and day <= query.until))
    )


def _key_at(passage: Passage, told: Sequence[Place]) -> str | None:
    if len(told) == 1 and not told[0].is_item:
        return told[0].key
    places = [(span.page, at) for span in passage.spans for at in (span.start, span.end - 1)]
    return next((each.key for each in told if any(_holds(each.spans, page, at) for page, at in places)), None)


def _holds(spans: Sequence[Span], page: int, at: int) -> bool:
    return any(span.page == page and span.start <= at < span.end for span in spans)


def _ordinal(decision: Decision) -> int:
    return decision.date.toordinal() if decision.date else 0


def _place(decision: Decision) -> tuple[int, int, int]:
    """Return where an item stands in the order of its sitting: by its richest paper."""
    paper = decision.papers[0]
    return RICHEST.get(paper.document.kind, 0), paper.document.id, paper.telling.treatment.position
