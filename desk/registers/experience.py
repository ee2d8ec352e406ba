"""Who has experience with a subject: who led, who took part, who decided, and the papers that show it. Pure.

The order can be told in a sentence: who leads before who takes part, before who decided or discussed, before who is
only mentioned; among these who decided most, has most papers, did so last.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from desk import texts
from desk.registers.finding import LEAST_OF_BEST, Items, owner
from search.answer import Result
from search.language import municipalities
from search.registers.agreements import Field
from search.registers.contracts import BASES, Contract, Evidence
from search.registers.decisions import Decision
from search.registers.treatments import Effect
from search.types import Document, Kind, Passage

LOOKED_AT: Final = 60  # results of one question
_LEADS: Final = re.compile(r"penvoer|trekker|coördinat|coordinat|aankoopcentrale|opdrachtencentrale|leidend|initiatie")
_AGREEMENTS: Final = BASES | {Kind.ADDENDUM, Kind.ACCESSION}
_NOT_TAKEN: Final = frozenset({Effect.REJECTED, Effect.POSTPONED, Effect.WITHDRAWN})


class Role(StrEnum):
    """What a municipality or partnership did; whoever comes first in this list comes first in the ranking."""

    LEADS = "leidt"
    PARTICIPATES = "neemt deel"
    DECIDED = "besliste"
    DISCUSSED = "besprak"
    MENTIONED = "vermeld"


_RANK: Final = {
    Role.LEADS: 0, Role.PARTICIPATES: 1, Role.DECIDED: 2, Role.DISCUSSED: 2, Role.MENTIONED: 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proof:
    """A paper that shows a role, and the page."""

    role: Role
    document: Document
    page: int
    title: str
    passage: int | None = None
    as_what: str = ""  # "aankoopcentrale", "penvoerder"
    decision: Decision | None = None
    contract: str = ""  # key of the contract that says so
    needs_a_look: bool = False

    @property
    def day(self) -> date | None:
        """Of the paper."""
        return self.document.date


_Proofs: TypeAlias = dict[tuple[object, ...], Proof]
_Gathered: TypeAlias = dict[str, _Proofs]


@dataclass(frozen=True, slots=True)
class Experience:
    """What somebody has done with a subject."""

    who: str
    is_municipality: bool
    proofs: tuple[Proof, ...]  # by role, then latest first

    @property
    def rank(self) -> int:
        """0 leads, 1 takes part, 2 decided or discussed, 3 only mentioned."""
        return min(_RANK[proof.role] for proof in self.proofs)

    @property
    def decisions(self) -> int:
        """How many decisions of its governing bodies."""
        return len({proof.decision.key for proof in self.proofs if proof.decision and proof.decision.is_decided})

    @property
    def papers(self) -> int:
        """In how many papers it can be read."""
        return len({proof.document.id for proof in self.proofs})

    @property
    def latest(self) -> date | None:
        """The day of the last paper; of its own papers, where there are any."""
        own = [proof for proof in self.proofs if proof.role is not Role.MENTIONED] or self.proofs
        return max((proof.day for proof in own if proof.day), default=None)

    @property
    def reason(self) -> str:
        """Why it stands where it stands, in Dutch."""
        parts = [self._decided(), *self._roles()]
        if not any(parts):
            forms = texts.MENTIONED_IN if self.rank == _RANK[Role.MENTIONED] else texts.PAPERS
            parts = [texts.counted(self.papers, forms) + _when(self.papers, self.latest)]
        return "; ".join(part for part in parts if part)

    def _decided(self) -> str:
        days = [proof.day for proof in self.proofs if proof.decision and proof.decision.is_decided and proof.day]
        count = self.decisions
        return texts.counted(count, texts.DECISIONS) + _when(count, max(days, default=None)) if count else ""

    def _roles(self) -> list[str]:
        led = dict.fromkeys(proof.as_what for proof in self.proofs if proof.role is Role.LEADS)
        taken = {proof.contract for proof in self.proofs if proof.role is Role.PARTICIPATES and proof.contract}
        joined = sum(proof.role is Role.PARTICIPATES and not proof.contract for proof in self.proofs)
        return [
            *led,
            texts.counted(len(taken), texts.IN_CONTRACTS) if taken else "",
            texts.counted(joined, texts.JOINED_IN) if joined and not taken else "",
        ]


def ranked(results: Sequence[Result], at: Items, contracts: Iterable[Contract]) -> list[Experience]:
    """Return who has experience, the most first.

    Args:
        results: What was found on the subject.
        at: Tells which decision a passage belongs to.
        contracts: All that the reader may know; those that were found count.
    """
    gathered: _Gathered = {}
    towns: set[str] = set()
    best = max((result.score for result in results), default=0.0)
    good = [result for result in results if result.score >= LEAST_OF_BEST * best]
    for result in good:
        _note_own(gathered, towns, result.document, result.passage, at.of(result))
    found = {result.document.id for result in good}
    for contract in contracts:
        if found & {paper.id for paper in contract.papers if paper.kind in _AGREEMENTS}:
            _note_contract(gathered, towns, contract)
    for result in good:
        _note_mentions(gathered, towns, result.document, result.passage)
    made = [Experience(who, who in towns, _in_order(each)) for who, each in gathered.items()]
    return sorted(made, key=_order)


def _when(count: int, latest: date | None) -> str:
    return (texts.ONCE_IN if count == 1 else texts.LATEST).format(year=latest.year) if latest else ""


def _note_own(
    gathered: _Gathered, towns: set[str], document: Document, passage: Passage, decision: Decision | None
) -> None:
    """Note what somebody's own paper shows: one proof for each decision, by the richest paper on it."""
    who = owner(document)
    if who is None:
        return
    if document.municipality:
        towns.add(who)
    taken = decision is None or decision.effect not in _NOT_TAKEN
    role = Role.DECIDED if decision and decision.is_decided else Role.DISCUSSED
    as_what = ""
    if document.kind is Kind.ACCESSION and taken:
        role, as_what = Role.PARTICIPATES, texts.JOINED
    key = ("own", decision.key if decision else document.id)
    title = decision.title if decision else document.title
    proof = Proof(role, document, passage.page, title, passage.id, as_what, decision)
    gathered.setdefault(who, {}).setdefault(key, proof)


def _note_contract(gathered: _Gathered, towns: set[str], contract: Contract) -> None:
    for who, role, as_what, evidence in _roles(contract):
        towns.add(who)
        proof = Proof(
            role, evidence.document, evidence.page, contract.document.title, None, as_what, None, contract.key,
            evidence.needs_a_look,
        )  # fmt: skip
        proofs = gathered.setdefault(who, {})
        known = proofs.get(("contract", contract.key))
        if known is None or _RANK[role] < _RANK[known.role]:
            proofs[("contract", contract.key)] = proof


def _roles(contract: Contract) -> Iterable[tuple[str, Role, str, Evidence]]:
    """Yield who has which role in a contract, the first thing that is said of each first."""
    fields = (
        (Field.PURCHASING_BODY, Role.LEADS, texts.PURCHASING_BODY),
        (Field.PARTY, Role.PARTICIPATES, texts.PARTICIPANT),
        (Field.BUYER, Role.PARTICIPATES, texts.BUYER),
        (Field.JOINED, Role.PARTICIPATES, texts.JOINED),
    )
    for which, role, as_what in fields:
        for evidence in contract.facts.get(which, ()):
            who = municipalities.canonical(evidence.fact.value)
            said = evidence.fact.detail if which is Field.PARTY else ""
            if who:
                yield who, Role.LEADS if _LEADS.search(said.casefold()) else role, said or as_what, evidence


def _note_mentions(gathered: _Gathered, towns: set[str], document: Document, passage: Passage) -> None:
    for who in dict.fromkeys(name for name, _, _ in municipalities.find(passage.text)):
        known = gathered.get(who)
        if known is not None and any(proof.role is not Role.MENTIONED for proof in known.values()):
            continue
        towns.add(who)
        proof = Proof(Role.MENTIONED, document, passage.page, document.title, passage.id)
        gathered.setdefault(who, {}).setdefault(("mention", document.id), proof)


def _in_order(proofs: _Proofs) -> tuple[Proof, ...]:
    """Return the proofs by role, the latest first; a contract that shows a role is not told again as a paper."""
    told = {proof.document.id for proof in proofs.values() if proof.contract}
    kept = [p for p in proofs.values() if not (p.role is Role.DISCUSSED and p.document.id in told)]
    return tuple(sorted(kept, key=lambda p: (_RANK[p.role], -_ordinal(p.day), p.document.id)))


def _order(each: Experience) -> tuple[int, int, int, int, str]:
    return each.rank, -each.decisions, -each.papers, -_ordinal(each.latest), each.who


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
