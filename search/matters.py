"""What may belong to a dossier, and the words of its title that tell its subject from others. Pure.

Knows nothing of links: see `search.linking`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

import wordfreq

from search.citations import Citation
from search.items import named
from search.language import dates, municipalities, thesaurus
from search.language.compounds import parts, written
from search.language.dutch import analyse
from search.treatments import Effect
from search.types import Kind, Vectors

SAME = 0.9  # what two words for one subject of the thesaurus share ("laadpaal", "laadpunt")
PART = 0.5  # what two compounds share by a part ("deelfiets", "deelauto"), times how rare that part is
SHORTEST_PART = 4
COMMON = 6.0  # Zipf frequency of the words that tell no subject at all; "gemeente" has 5.3, "fiets" 4.8
RARE = 3.5  # and of those that tell it in full; "laadpaal" 2.7
TITLES_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Matter:
    """A decision of a sitting, an item of a meeting's report, or a paper without items (contract, position, note)."""

    key: str  # the same when the papers are read again
    municipality: str | None
    body: str | None
    date: date | None
    title: str
    code: str  # reference number: "2020_GR_00057"; empty where there is none
    kind: Kind  # of its richest paper
    effect: Effect | None
    cites: tuple[Citation, ...]
    names: tuple[str, ...]  # of companies and products, in its title or text: see `search.naming`
    vector: Vectors | None  # unit vector of its title and first sentences, shape (dim,)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a title, and by what another title can share it: itself, a subject that it names, its parts."""

    stem: str
    rarity: float  # in all of Dutch, from 0 to 1
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a title that say what it is about."""

    words: tuple[Word, ...]
    own: frozenset[str]  # those that stand for what every municipality has of its own: budget, church council

    @property
    def is_routine(self) -> bool:
        """Whether it says nothing of a subject: minutes of the last sitting, questions, a paper called "Addendum"."""
        return not self.words and not self.own


@lru_cache(maxsize=TITLES_KEPT)
def read_title(title: str) -> Title:
    """Return what a title is about: no numbers, dates, places, nor words of form."""
    item = named(_without_places_and_dates(title))
    stems = item.words if item else frozenset()
    formal = _formal()
    telling = {s for s in stems if not any(c.isdigit() for c in s)} - formal["form"] - formal["field"] - formal["own"]
    concepts = _concepts(stems)
    words = (Word(stem, rarity(stem), _shares(stem, concepts[stem])) for stem in sorted(telling))
    return Title(tuple(words), stems & formal["own"])


@lru_cache(maxsize=TITLES_KEPT)
def rarity(stem: str) -> float:
    """Return how rare a word is in all of Dutch, from 0 for "jaar" to 1 for "laadpaal"."""
    frequency = wordfreq.zipf_frequency(written(stem), "nl")
    return min(max((COMMON - frequency) / (COMMON - RARE), 0.0), 1.0)


def _without_places_and_dates(title: str) -> str:
    spans = [(start, end) for _, _, start, end in dates.periods(title)]
    spans += [(start, end) for _, start, end in municipalities.find(title)]
    for start, end in spans:
        title = f"{title[:start]}{' ' * (end - start)}{title[end:]}"
    return title


def _shares(stem: str, concepts: list[str]) -> dict[str, float]:
    formal = _formal()
    inside = (part for part in parts(stem) if len(part) >= SHORTEST_PART and part not in formal["form"])
    return {part: PART * rarity(part) for part in inside} | dict.fromkeys(concepts, SAME) | {stem: 1.0}


def _concepts(stems: frozenset[str]) -> Mapping[str, list[str]]:
    """Return for each stem the subjects of the thesaurus that it names, alone or with others of these stems."""
    formal = _formal()
    found: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(stems):
        for name, concept in _names_of_concepts().get(stem, ()):
            if stems.issuperset(name) and not formal["form"].issuperset(name):
                for word in name:
                    found[word].append(concept)
    return found


@cache
def _names_of_concepts() -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    concepts, _ = thesaurus.read("\n".join(thesaurus.lines()))
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for concept in concepts:
        for name in concept.names:
            found[name[0]].append((name, "=" + " ".join(concept.names[0])))
    return found


@cache
def _formal() -> Mapping[str, frozenset[str]]:
    sorts: dict[str, set[str]] = {"form": set(), "field": set(), "own": set()}
    for line in _lines():
        sort, _, words = line.partition(" ")
        sorts[sort].update(analyse(words))
    return {sort: frozenset(stems) for sort, stems in sorts.items()}


def _lines() -> Iterator[str]:
    text = files(__package__).joinpath("formal.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
