"""What a text is about that has a name: municipalities, bodies, companies, laws and places. Never persons.

Pure. Who signs, speaks or votes is left out on purpose: nobody is to be looked up by what he decided or asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from search.language import bodies, companies, laws, municipalities, places


class EntityKind(StrEnum):
    """What kind of thing has the name."""

    LAW = "wet"
    COMPANY = "bedrijf"
    BODY = "orgaan"
    PLACE = "plaats"
    MUNICIPALITY = "gemeente"


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that stands at [start, end) of a text."""

    kind: EntityKind
    name: str  # the same for all ways in which it is written
    start: int
    end: int
    detail: tuple[str, ...] = ()  # of a law the articles that are named: "41", "172-175"


def entities_of(text: str) -> tuple[Entity, ...]:
    """Return what is named in a text, in order. Where two overlap, the kind that stands first in EntityKind counts."""
    taken = bytearray(len(text))
    kept: list[Entity] = []
    for entity in _all(text):
        if not any(taken[entity.start : entity.end]):
            taken[entity.start : entity.end] = b"\x01" * (entity.end - entity.start)
            kept.append(entity)
    return tuple(sorted(kept, key=lambda entity: entity.start))


def _all(text: str) -> Iterator[Entity]:
    """Yield all that is named, kind by kind."""
    for cited in laws.find(text):
        yield Entity(EntityKind.LAW, cited.name, cited.start, cited.end, cited.articles)
    for kind, found in (
        (EntityKind.COMPANY, companies.find(text)),
        (EntityKind.BODY, bodies.find(text)),
        (EntityKind.PLACE, places.find(text)),
        (EntityKind.MUNICIPALITY, municipalities.find(text)),
    ):
        yield from (Entity(kind, name, start, end) for name, start, end in found)
