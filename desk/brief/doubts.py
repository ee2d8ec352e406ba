"""What was found of a municipality that may or may not be about the theme: for a person to judge, never a gap. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from desk.brief.hits import Hits
from desk.registers.experience import Experience, Proof, Role
from search.answer import Result
from search.registers.decisions import Decision

DID: Final = frozenset({Role.LEADS, Role.PARTICIPATES, Role.DECIDED})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A paper of a municipality that may be about the theme."""

    proof: Proof
    under: str = ""  # the fixed theme by which it was found, where that was asked for


def lasts(decisions: Iterable[Decision], people: Iterable[Experience]) -> dict[str, date | None]:
    """Return the last day of each municipality that has something of its own on the theme, as any screen shows it.

    Args:
        decisions: Those that are about the theme.
        people: Who has experience with it.
    """
    days = [(each.municipality, each.date) for each in decisions]
    days += [(e.who, p.day) for e in people for p in e.proofs if p.role in DID and p.document.municipality == e.who]
    last: dict[str, date | None] = {}
    for who, day in days:
        if who:
            last[who] = max(filter(None, (last.get(who), day)), default=None)
    return last


def by_others(each: Experience) -> Proof | None:
    """Return the last paper of somebody else that shows that a municipality leads or takes part; None without one."""
    told = [proof for proof in each.proofs if proof.role in DID and proof.document.municipality != each.who]
    return max(told, key=lambda proof: proof.day or date.min, default=None)


def doubts(place: str, hits: Hits, people: Iterable[Experience], under: Mapping[str, Doubt]) -> list[Doubt]:
    """Return what may be about the theme of one municipality, the best first: what another screen shows of it.

    Args:
        place: The municipality.
        hits: What was found.
        people: Who has experience with the theme.
        under: See `themed`.
    """
    spoken = [p for each in people if each.who == place for p in each.proofs if p.role is Role.DISCUSSED]
    weak = [_proof(each, hits.at.of(each)) for each in hits.fair if each.document.municipality == place]
    own = [under[place]] if place in under else []
    found: dict[tuple[str, int], Doubt] = {}
    for doubt in (*map(Doubt, spoken), *map(Doubt, weak), *own):
        decision = doubt.proof.decision
        found.setdefault((decision.key if decision else "", doubt.proof.document.id), doubt)
    return list(found.values())


def themed(theme: str, decisions: Iterable[Decision]) -> dict[str, Doubt]:
    """Return the last decision of each municipality under a fixed theme: the matrix shows these by its name.

    Args:
        theme: What was asked for; none of the fixed themes, mostly.
        decisions: All that may be shown, oldest first.
    """
    last = {each.municipality: each for each in decisions if each.is_decided and theme in each.themes}
    return {
        who: Doubt(Proof(Role.DECIDED, each.document, each.page, each.title, decision=each), theme)
        for who, each in last.items()
        if who
    }


def _proof(result: Result, decision: Decision | None) -> Proof:
    title = decision.title if decision else result.document.title
    return Proof(Role.DISCUSSED, result.document, result.passage.page, title, result.passage.id, decision=decision)
