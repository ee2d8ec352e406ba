"""Who has experience with a subject: who led, who took part, who decided, and the papers that show it. Pure.

The order can be told in a sentence: who leads before who takes part, before who decided or discussed, before who is
only mentioned; among these who decided most, has most papers, did so last. The papers of each come by role, decisions
first, then those that name the subject in their title, then the latest.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from desk import texts
from desk.registers.finding import LEAST_OF_BEST, Items, owner
from search.answer import Result
from search.language import municipalities
from search.language.dutch import analyse
from search.registers import matters
from search.registers.agreements import Field
from search.registers.contracts import BASES, Contract, Evidence
from search.registers.decisions import Decision
from search.registers.treatments import Effect
from search.types import Document, DocumentId, Kind, Span

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
_ROLES: Final = tuple(Role)


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
    spans: tuple[Span, ...] = ()  # where it is said, where a contract says it

    @property
    def is_decided(self) -> bool:
        """Whether it shows a decision of a governing body on one subject."""
        return self.decision is not None and self.decision.is_decided and not is_slot(self.decision.title)

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
    proofs: tuple[Proof, ...]  # by role, then those that name the subject, then the latest

    @property
    def rank(self) -> int:
        """0 leads, 1 takes part, 2 decided or discussed, 3 only mentioned."""
        return min(_RANK[proof.role] for proof in self.proofs)

    @property
    def decisions(self) -> int:
        """How many decisions of its governing bodies."""
        return len({proof.decision.key for proof in self.proofs if proof.decision and proof.is_decided})

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
        days = [proof.day for proof in self.proofs if proof.is_decided and proof.day]
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


def ranked(
    results: Sequence[Result], at: Items, contracts: Iterable[Contract], added: Iterable[Decision] = ()
) -> list[Experience]:
    """Return who has experience, the most first.

    Args:
        results: What was found on the subject.
        at: Tells which decision a passage belongs to.
        contracts: All that the reader may know; those that were found count.
        added: Decisions on the subject that were not found by their words, such as others of the same dossier.
    """
    gathered: _Gathered = {}
    towns: set[str] = set()
    best = max((result.score for result in results), default=0.0)
    good = [result for result in results if result.score >= LEAST_OF_BEST * best]
    added = list(added)
    for result in good:
        _note_own(gathered, towns, result.document, result.passage.page, result.passage.id, at.of(result))
    for each in added:
        _note_own(gathered, towns, each.document, each.page, None, each)
    papers = {result.document.id for result in good} | {paper.document.id for each in added for paper in each.papers}
    on_it, others = _apart(contracts, papers)
    for contract in on_it:
        _note_contract(gathered, towns, contract, at)
    for result, contract in _joined(results, on_it, others):
        _note_own(gathered, towns, result.document, result.passage.page, result.passage.id, at.of(result))
        _tie(gathered, result.document, at.of(result), contract)
    for result in good:
        _note_mentions(gathered, towns, result)
    words = _words(good)
    made = [Experience(who, who in towns, _in_order(each, words)) for who, each in gathered.items()]
    return sorted(made, key=_order)


def is_slot(title: str) -> bool:
    """Whether a title names no subject but a place on the agenda that holds several: "Mondelinge vragen", "Varia"."""
    return matters.read_title(title).is_closed


def _when(count: int, latest: date | None) -> str:
    return (texts.ONCE_IN if count == 1 else texts.LATEST).format(year=latest.year) if latest else ""


def _words(results: Iterable[Result]) -> frozenset[str]:
    """Return the stems of the words that these were found by."""
    said = (each.passage.text[word.start : word.end] for each in results for word in each.words)
    return frozenset(stem for words in dict.fromkeys(said) for stem in analyse(words))


def _apart(contracts: Iterable[Contract], papers: Collection[DocumentId]) -> tuple[list[Contract], list[Contract]]:
    """Return the contracts of which one of these is a paper that makes or changes it, and the others."""
    on_it: list[Contract] = []
    others: list[Contract] = []
    for contract in contracts:
        is_found = any(paper.id in papers for paper in contract.papers if paper.kind in _AGREEMENTS)
        (on_it if is_found else others).append(contract)
    return on_it, others


def _joined(
    results: Iterable[Result], on_it: Iterable[Contract], others: Iterable[Contract]
) -> Iterator[tuple[Result, Contract]]:
    """Yield the accessions, however weakly found, of those who joined one of these contracts by what it says itself.

    In the sample corpus "PV-installaties ... toetreding" has 0.48 of the best score on "zonnepanelen"; the addendum to
    the contract says that this municipality joined. An accession to another contract is none to this one.
    """
    to = {each.fact.value: contract for contract in on_it for each in contract.facts.get(Field.JOINED, ())}
    elsewhere = {paper.id for contract in others for paper in contract.papers}
    for result in results:
        document = result.document
        if document.kind is Kind.ACCESSION and document.municipality in to and document.id not in elsewhere:
            yield result, to[document.municipality]


def _tie(gathered: _Gathered, document: Document, decision: Decision | None, contract: Contract) -> None:
    """Note that an accession is to this contract: it then shows the role, and what others say of it does not."""
    proofs = gathered[str(document.municipality)]
    key = ("own", decision.key if decision else document.id)
    if proofs[key].role is Role.PARTICIPATES:
        proofs[key] = replace(proofs[key], contract=contract.key)
        proofs.pop(("contract", contract.key), None)


def _note_own(
    gathered: _Gathered, towns: set[str], document: Document, page: int, passage: int | None, decision: Decision | None
) -> None:
    """Note what somebody's own paper shows: one proof for each decision, by the richest paper on it."""
    who = owner(document)
    if who is None:
        return
    if document.municipality:
        towns.add(who)
    taken = decision is None or decision.effect not in _NOT_TAKEN
    as_what = texts.JOINED if document.kind is Kind.ACCESSION and taken else ""
    title = decision.title if decision else document.title
    proof = Proof(Role.DISCUSSED, document, page, title, passage, as_what, decision)
    role = Role.PARTICIPATES if as_what else Role.DECIDED if proof.is_decided else Role.DISCUSSED
    key = ("own", decision.key if decision else document.id)
    gathered.setdefault(who, {}).setdefault(key, replace(proof, role=role))


def _note_contract(gathered: _Gathered, towns: set[str], contract: Contract, at: Items) -> None:
    """Note who has which role in a contract: by a paper of his own that says so, else by what others say."""
    told = sorted(_roles(contract), key=lambda each: each[3].document.municipality != each[0])
    for who, role, as_what, evidence in told:
        towns.add(who)
        proofs = gathered.setdefault(who, {})
        document, spans = evidence.document, evidence.fact.spans
        own = at.at(document.id, spans[0].page, spans[0].start) if spans and document.municipality == who else None
        known = [each for each in proofs.values() if each.contract == contract.key and _RANK[each.role] <= _RANK[role]]
        key = ("own", own.key) if own else ("contract", contract.key)
        if any(own is None or each.decision == own for each in known):
            continue
        title = own.title if own else contract.document.title
        proofs[key] = Proof(
            role, document, evidence.page, title, None, as_what, own, contract.key, evidence.needs_a_look, spans
        )


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


def _note_mentions(gathered: _Gathered, towns: set[str], result: Result) -> None:
    document, passage = result.document, result.passage
    for who in dict.fromkeys(name for name, _, _ in municipalities.find(passage.text)):
        known = gathered.get(who)
        if known is not None and any(proof.role is not Role.MENTIONED for proof in known.values()):
            continue
        towns.add(who)
        proof = Proof(Role.MENTIONED, document, passage.page, document.title, passage.id)
        gathered.setdefault(who, {}).setdefault(("mention", document.id), proof)


def _in_order(proofs: _Proofs, words: Collection[str]) -> tuple[Proof, ...]:
    """Return the proofs in their order; a contract that shows a role is not told again as a paper."""
    told = {proof.document.id for proof in proofs.values() if proof.contract}
    kept = [p for p in proofs.values() if not (p.role is Role.DISCUSSED and p.document.id in told)]
    return tuple(sorted(kept, key=lambda proof: _place(proof, words)))


def _place(proof: Proof, words: Collection[str]) -> tuple[int, bool, bool, bool, int, DocumentId]:
    """Return an order: by role, then decisions, no place for several subjects, what names the subject, the latest."""
    names = not set(words).isdisjoint(analyse(proof.title))
    at = (-_ordinal(proof.day), proof.document.id)
    return _ROLES.index(proof.role), not proof.is_decided, is_slot(proof.title), not names, *at


def _order(each: Experience) -> tuple[int, int, int, int, str]:
    return each.rank, -each.decisions, -each.papers, -_ordinal(each.latest), each.who


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
