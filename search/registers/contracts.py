"""Contracts as a reader may know them: a contract with its addenda and with those who joined it. Pure.

Of what can be said once (end, ceiling, last day to join) the paper that says it last counts; parties add up.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from search.items import named
from search.registers.agreements import SURE, Fact, Field
from search.types import Document, Kind

BASES = frozenset({Kind.FRAMEWORK_CONTRACT, Kind.CONTRACT})
ALIKE = 0.5  # least share of the words of the shorter name by which a paper names a contract
LEAVES = 0.6  # the same where somebody leaves it: one word of two ("overeenkomst deelfietsen kustregio") is not enough
SOON = 180  # days before the end from which a contract is said to end soon
_ONCE = frozenset({Field.START, Field.END, Field.TERM, Field.RENEWAL, Field.NOTICE, Field.CEILING, Field.JOIN_UNTIL})
_TAKING_PART = frozenset({Field.PARTY, Field.JOINED})
_OF_ALL = frozenset({*_ONCE, Field.JOINED, Field.MAY_JOIN, Field.PARTY})
"""What a later paper may add to a contract; its own subject, parties and amounts stay its own."""


class Phase(StrEnum):
    """Where a contract stands on a day."""

    COMING = "begint nog"
    OPEN = "open voor toetreding"
    RUNNING = "loopt"
    ENDING = "loopt af"
    ENDED = "verlopen"
    UNKNOWN = "einddatum onbekend"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact and the paper that says it."""

    document: Document
    fact: Fact

    @property
    def page(self) -> int:
        """The page on which it stands, from 1."""
        return self.fact.spans[0].page if self.fact.spans else 1

    @property
    def day(self) -> date | None:
        """Its value as a day; None where it is none."""
        return _day(self.fact.value)

    @property
    def needs_a_look(self) -> bool:
        """Whether it was read with so little certainty that a person should confirm it."""
        return self.fact.confidence < SURE


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract with its papers: itself, then addenda and accessions by date."""

    key: str
    papers: tuple[Document, ...]
    facts: Mapping[Field, tuple[Evidence, ...]]  # what holds now
    left: tuple[Evidence, ...] = ()  # who took part and does so no longer, each by the decision that says so

    @property
    def document(self) -> Document:
        """The contract itself."""
        return self.papers[0]

    @property
    def is_framework(self) -> bool:
        """Whether others than its parties may order under it."""
        return self.document.kind is Kind.FRAMEWORK_CONTRACT

    def values(self, field: Field) -> tuple[str, ...]:
        """Return the different values of a field, in order."""
        return tuple(dict.fromkeys(each.fact.value for each in self.facts.get(field, ())))

    @property
    def parties(self) -> tuple[str, ...]:
        """Who buys, takes part, has joined or may join, each once."""
        fields = (Field.PURCHASING_BODY, Field.BUYER, Field.PARTY, Field.JOINED, Field.MAY_JOIN)
        return tuple(dict.fromkeys(value for field in fields for value in self.values(field)))

    def first(self, field: Field) -> Evidence | None:
        """Return what holds for a field that can be said once."""
        return next(iter(self.facts.get(field, ())), None)

    def day(self, field: Field) -> date | None:
        """Return the day of a field."""
        found = self.first(field)
        return found.day if found else None

    @property
    def ceiling(self) -> Decimal | None:
        """The most that may be ordered, in euro."""
        found = self.first(Field.CEILING)
        try:
            return Decimal(found.fact.value) if found else None
        except InvalidOperation:
            return None

    def may_still_join(self, today: date) -> bool:
        """Whether somebody may join on that day."""
        until = self.day(Field.JOIN_UNTIL) or self.day(Field.END)
        begins = self.day(Field.START)
        is_open = bool(self.facts.get(Field.MAY_JOIN) or self.facts.get(Field.JOIN_UNTIL))
        return is_open and until is not None and until >= today and (begins is None or begins <= today)

    def phase(self, today: date) -> Phase:
        """Return where the contract stands on a day."""
        start, end = self.day(Field.START), self.day(Field.END)
        if start and start > today:
            return Phase.COMING
        if end is None:
            return Phase.UNKNOWN
        if end < today:
            return Phase.ENDED
        if self.may_still_join(today):
            return Phase.OPEN
        return Phase.ENDING if (end - today).days <= SOON else Phase.RUNNING

    def days_left(self, today: date) -> int | None:
        """Return the days from a day until the last one; negative after it."""
        end = self.day(Field.END)
        return (end - today).days if end else None


def assembled(papers: Iterable[tuple[Document, str, Sequence[Fact]]], today: date) -> list[Contract]:
    """Return the contracts that papers tell of as they are on a day, those that end last first.

    Args:
        papers: Each with the key of what it tells and with its facts: what a reader may read.
        today: Who has left by then takes part no longer.
    """
    every = sorted(papers, key=lambda paper: (paper[0].date or date.min, paper[0].id))
    bases = [(document, key, facts) for document, key, facts in every if document.kind in BASES]
    later: dict[int, list[tuple[Document, Sequence[Fact]]]] = {document.id: [] for document, _, _ in bases}
    for document, _, facts in every:
        if document.kind not in BASES and (base := _base(document, facts, bases)):
            later[base.id].append((document, facts))
    made = [_contract(document, key, facts, later[document.id]) for document, key, facts in bases]
    for document, _, facts in every:
        for fact in facts:
            if fact.field is Field.LEFT and fact.detail <= today.isoformat():
                made = _without(made, Evidence(document, fact), facts)
    return sorted(made, key=lambda each: (-(each.day(Field.END) or date.min).toordinal(), each.document.id))


def _base(
    document: Document, facts: Sequence[Fact], bases: Sequence[tuple[Document, str, Sequence[Fact]]]
) -> Document | None:
    """Return the contract that an addendum or accession is about: by reference, else by name, the latest before it."""
    named_there = [fact.value for fact in facts if fact.field in (Field.AMENDS, Field.REFERENCE)]
    if not named_there or not (document.kind is Kind.ADDENDUM or any(f.field is Field.JOINED for f in facts)):
        return None
    references = " ".join(named_there).casefold()
    words = _words([*(f.value for f in facts if f.field in (Field.AMENDS, Field.SUBJECT)), document.title])
    found: list[tuple[bool, float, date, Document]] = []
    for base, _, own in bases:
        begins = base.date or date.min
        if document.date and begins > document.date:
            continue
        is_named = any(f.value.casefold() in references for f in own if f.field is Field.REFERENCE)
        share = _share(words, _words([*(f.value for f in own if f.field is Field.SUBJECT), base.title]))
        if is_named or share >= ALIKE:
            found.append((is_named, share, begins, base))
    return max(found, key=lambda each: (*each[:3], -each[3].id))[3] if found else None


def _words(texts: Iterable[str]) -> frozenset[str]:
    items = (named(text) for text in texts)
    return frozenset(word for item in items if item for word in item.words) - _EMPTY


_EMPTY = frozenset(
    word
    for text in ("raamovereenkomst overeenkomst samenwerkingsovereenkomst", "addendum toetreding aankoopcentrale stad")
    if (item := named(text))
    for word in item.words
)
"""Words that every such paper has."""


def _share(one: Collection[str], other: Collection[str]) -> float:
    least = min(len(one), len(other))
    return len(set(one) & set(other)) / least if least else 0.0


def _contract(
    document: Document, key: str, facts: Sequence[Fact], later: Sequence[tuple[Document, Sequence[Fact]]]
) -> Contract:
    held: dict[Field, list[Evidence]] = {}
    for fact in facts:
        held.setdefault(fact.field, []).append(Evidence(document, fact))
    for paper, said in later:
        changes = paper.kind is Kind.ADDENDUM
        for field in Field:
            told = [Evidence(paper, fact) for fact in said if fact.field is field]
            if field in _ONCE and told and changes:
                held[field] = told
            elif field is Field.JOINED or (field in _OF_ALL - _ONCE and changes):
                held.setdefault(field, []).extend(told)
    return Contract(key, (document, *(paper for paper, _ in later)), {f: tuple(each) for f, each in held.items()})


def _without(made: Sequence[Contract], left: Evidence, facts: Sequence[Fact]) -> list[Contract]:
    """Return the contracts once somebody has left the one that a decision means: of several the one it names best."""
    words = _words([left.fact.said, *(fact.value for fact in facts if fact.field is Field.AMENDS)])
    said = left.fact.said.casefold()
    found: list[tuple[bool, float, int]] = []
    for at, contract in enumerate(made):
        is_named = any(reference.casefold() in said for reference in contract.values(Field.REFERENCE))
        share = _share(words, _words([*contract.values(Field.SUBJECT), contract.document.title]))
        if _takes_part(contract, left) and (is_named or share >= LEAVES):
            found.append((is_named, share, at))
    if not found:
        return list(made)
    *_, at = max(found)
    kept = {
        field: tuple(each for each in some if not (field in _TAKING_PART and _ends(left, each)))
        for field, some in made[at].facts.items()
    }
    ended = replace(
        made[at], papers=(*made[at].papers, left.document), facts=kept, left=(*made[at].left, left)
    )  # fmt: skip
    return [*made[:at], ended, *made[at + 1 :]]


def _takes_part(contract: Contract, left: Evidence) -> bool:
    return any(_ends(left, each) for field in _TAKING_PART for each in contract.facts.get(field, ()))


def _ends(left: Evidence, part: Evidence) -> bool:
    """Whether somebody who leaves took part by what another paper said before."""
    before, after = part.document.date or date.min, left.document.date or date.max
    return part.fact.value == left.fact.value and before <= after


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
