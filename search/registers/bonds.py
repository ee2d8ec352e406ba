"""A link between two matters, why it is there and how sure it is; and what is looked at to find links. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from search.registers.matters import Matter, Title
from search.registers.nearness import Pairs


class Reason(StrEnum):
    """Why two matters belong together."""

    REFERENCE = "reference"  # one names the number of the other, or both have it
    CITATION = "citation"  # one names the body and day of the other
    RETURNS = "returns"  # one was postponed and came back as the other
    SAME_TITLE = "same_title"
    ADDRESS = "address"  # both are about one house
    CONTRACT = "contract"  # both are on one contract
    MEANING = "meaning"  # their titles share rare words and mean nearly the same


@dataclass(frozen=True, slots=True)
class Link:
    """Two matters that belong together, by their keys, one < other."""

    one: str
    other: str
    reason: Reason
    said: str  # the evidence, word for word: "2020_GR_00057", "besluit van 24 februari 2020", "laadpalen"
    strength: float  # in [0, 1]


STRENGTHS: Mapping[Reason, float] = {
    Reason.REFERENCE: 1.0, Reason.CONTRACT: 0.95, Reason.RETURNS: 0.95, Reason.CITATION: 0.9, Reason.SAME_TITLE: 0.85,
    Reason.ADDRESS: 0.84,
}  # fmt: skip
"""How sure each reason is, but MEANING: that is as sure as the titles are near, and never as sure as these."""


@dataclass(frozen=True, slots=True)
class Context:
    """The matters among which links are looked for."""

    matters: Sequence[Matter]  # by key
    titles: Sequence[Title]
    told: Sequence[Matter]  # without the words of formulas
    pairs: Pairs  # of these
    near: Mapping[tuple[int, int], float]

    def nearness(self, one: int, other: int) -> float:
        """Return how near two matters are; 0 where their titles share no word."""
        return self.near.get((min(one, other), max(one, other)), 0.0)


def link(context: Context, i: int, j: int, reason: Reason, said: str, strength: float | None = None) -> Link:
    """Return a link between two matters by their index; as strong as its reason, where nothing else is said."""
    one, other = context.matters[min(i, j)].key, context.matters[max(i, j)].key
    return Link(one, other, reason, said, STRENGTHS[reason] if strength is None else round(strength, 4))
