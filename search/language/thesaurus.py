"""Which other words a question stands for: an administrative thesaurus that a coordinator can extend.

Used on the side of the question only, so that a changed thesaurus needs no reading again.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from search.language.dutch import analyse

Stems = tuple[str, ...]

SAME = 0.8  # of what the word of the question itself would count
NARROWER = 0.6


@dataclass(frozen=True, slots=True)
class Concept:
    """Names for one subject, and what falls under it, each as the stems of its words."""

    names: tuple[Stems, ...]
    narrower: tuple[Stems, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words of a question that name a concept, and other words for it, each with its weight in (0, 1)."""

    covered: frozenset[str]
    others: tuple[tuple[Stems, float], ...]


def expand(stems: Stems) -> tuple[Expansion, ...]:
    """Return, for the concepts that a question names with these stems, what else to look for."""
    asked = frozenset(stems)
    expansions = []
    for concept in concepts():
        named = [name for name in concept.names if asked.issuperset(name)]
        if not named:
            continue
        covered = frozenset(stem for name in named for stem in name)
        weights = {name: NARROWER for name in concept.narrower} | {name: SAME for name in concept.names}
        others = tuple((name, weight) for name, weight in weights.items() if not asked.issuperset(name))
        expansions.append(Expansion(covered, others))
    return tuple(expansions)


@cache
def concepts() -> tuple[Concept, ...]:
    """Return the concepts of the thesaurus, in the order of the file."""
    return read((Path(__file__).parent / "thesaurus.txt").read_text(encoding="utf-8"))


def read(text: str) -> tuple[Concept, ...]:
    """Read a thesaurus; the file itself says how it is written. A narrower line above any subject is passed over."""
    found: list[tuple[list[Stems], list[Stems]]] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.lstrip().startswith(">"):
            if found:
                found[-1][1].extend(_terms(line.lstrip()[1:]))
        else:
            found.append((_terms(line.replace("=", ",", 1)), []))
    return tuple(Concept(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(narrower))) for names, narrower in found)


def _terms(text: str) -> list[Stems]:
    return [stems for term in text.split(",") if (stems := tuple(dict.fromkeys(analyse(term))))]
