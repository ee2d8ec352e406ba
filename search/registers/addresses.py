"""Streets and houses that a title names, and whether two titles name the same one. Pure: knows no list of streets."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from search.language.dutch import analyse, fold
from search.registers.formal import TITLES_KEPT
from search.registers.naming import is_street

BEFORE = 80  # characters before a number that may hold the name of its street
MOST_WORDS = 5  # of such a name from the word that says that it is one: "Zeedijk-Het Zoute 12"
LONGEST_RANGE = 60  # "42-48" is a range of houses, "12-2024" is not
SPELLED = 10  # letters of a street from which one wrong letter is a slip: "Kerkstraat" is not "Berkstraat"
# What tells two streets of one town apart where it stands before the name; a first name does not.
_QUALIFIERS = frozenset({"korte", "lange", "oude", "nieuwe", "kleine", "grote", "hoge", "lage", "achter", "voor"})
_PARTICLES = frozenset({"de", "het", "den", "der", "van", "ter", "ten", "te", "'t"})

_NUMBER = re.compile(r"(?<![\w.,/-])(\d{1,4})([a-zA-Z])?(?!\w)((?:\s?[-/+]\s?\d{1,4}(?!\w)){0,4})")
_WAY = re.compile(r"\b(?:voet|buurt)weg(?:\s?nr\.?)?\s(\d{1,4})(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTER = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+")
_ELIDED = re.compile(r"^[dl]['’](?=\w)")  # "Graaf d'Oultremontlaan"
_JOINT = re.compile(r"[-‐‑/]")


@dataclass(frozen=True, slots=True)
class Address:
    """A house, or a row of them."""

    street: str  # folded, letters only, without the first name of whom it is named after
    first: int
    last: int
    said: str = field(compare=False)  # as it stands in the title, with its street


@lru_cache(maxsize=TITLES_KEPT)
def find(title: str) -> tuple[Address, ...]:
    """Return the houses that a title names, in order, each once."""
    return tuple(dict.fromkeys(_found(title)))


@lru_cache(maxsize=TITLES_KEPT)
def streets(title: str) -> frozenset[tuple[str, str]]:
    """Return the streets that a title names, each with what tells it from a namesake ("korte"), empty for none."""
    words = title.split()
    found = set()
    for before, word in zip(["", *words], words, strict=False):
        plain = word.strip("\"'“”‘’().,;:")
        if plain[:1].isupper() and is_street(plain):
            qualifier = fold(before.strip("\"'“”‘’(")) if before[:1].isupper() else ""
            found.add((qualifier if qualifier in _QUALIFIERS else "", _letters(plain)))
    return frozenset(found)


@lru_cache(maxsize=TITLES_KEPT)
def numbered(title: str) -> frozenset[str]:
    """Return the numbers of the ways that have no other name: "voetweg nr. 33"."""
    return frozenset(match[1] for match in _WAY.finditer(title))


def stems_of_streets(title: str) -> frozenset[str]:
    """Return the stems of the streets that a title names."""
    return frozenset(stem for _, street in streets(title) for stem in analyse(street))


def is_same(one: Address, other: Address) -> bool:
    """Whether two addresses are of one building; its flats ("bus 3") are one building too."""
    return one.first <= other.last and other.first <= one.last and is_same_street(one.street, other.street)


def is_same_street(one: str, other: str) -> bool:
    """Whether two names are one street, but for a slip of one letter in a long name."""
    if one == other:
        return True
    is_long = min(len(one), len(other)) >= SPELLED and one[:1] == other[:1]
    return is_long and OSA.distance(one, other, score_cutoff=1) <= 1


def are_apart(one: str, other: str) -> bool:
    """Whether two titles name houses or numbered ways and none in common, or namesakes: a short and a long street."""
    ways, others_ways = numbered(one), numbered(other)
    if ways and others_ways and ways.isdisjoint(others_ways):
        return True
    houses, others = find(one), find(other)
    if houses and others:
        return not any(is_same(a, b) for a in houses for b in others)
    mine, theirs = streets(one), streets(other)
    if not mine or not theirs or mine & theirs:
        return False
    return bool(_names(mine) & _names(theirs))


def _names(some: Iterable[tuple[str, str]]) -> set[str]:
    return {name for _, name in some}


def _found(title: str) -> Iterator[Address]:
    for match in _NUMBER.finditer(title):
        numbers = [int(match[1]), *map(int, _DIGITS.findall(match[3]))]
        first, last = min(numbers), max(numbers)
        street = _street_before(title[max(0, match.start() - BEFORE) : match.start()])
        if street and not _YEAR.fullmatch(match[1]) and last - first <= LONGEST_RANGE:
            yield Address(_letters(street), first, last, f"{street} {match[1]}{match[2] or ''}")


def _street_before(text: str) -> str:
    """Return the street whose name ends a text; empty where it ends with none."""
    if not text.endswith(" "):
        return ""
    name: list[str] = []
    for word in reversed(text.split()[-MOST_WORDS:]):
        word = _ELIDED.sub("", word)
        if not (word[:1].isupper() or word.casefold() in _PARTICLES) or word[-1] in ".,;:)":
            return ""
        name.insert(0, word)
        if word[:1].isupper() and any(is_street(part) for part in _JOINT.split(word) if part):
            return " ".join(name)
    return ""


def _letters(name: str) -> str:
    return "".join(_LETTER.findall(fold(name)))
