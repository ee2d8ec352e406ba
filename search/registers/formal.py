"""Words of a title that say nothing of its subject, by what they say instead: the list in `formal.txt`. Pure."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from search.language.compounds import parts
from search.language.dutch import analyse, fold

STEMS_KEPT = 200_000
TITLES_KEPT = 50_000  # of which what was read is remembered: twice as many as a large site has matters
SHORT = 5  # letters with which a word and its stem begin alike: "toetreding" and "toetred"
_SORTS = ("form", "field", "own", "organ", "measure", "running", "closed")


@lru_cache(maxsize=STEMS_KEPT)
def is_formal(stem: str) -> bool:
    """Whether a word says nothing of a subject; a compound of words of form ("subsidiereglement") does not either."""
    inside = parts(stem)
    if any(letter.isdigit() for letter in stem) or any(stem in words for words in sorts().values()):
        return True
    return bool(inside) and sorts()["form"].issuperset(inside)


def is_done(word: str) -> bool:
    """Whether a word of a title says what is done, or what recurs: "Wijziging", "Goedkeuring", "Jaarrekening"."""
    return any(stem in sorts()["form"] or stem in sorts()["own"] for stem in analyse(word))


def is_field(phrase: str) -> bool:
    """Whether a phrase names nothing but the policy field that some write before a title: "Leefmilieu"."""
    return sorts()["field"].issuperset(analyse(phrase))


def is_running(word: str) -> bool:
    """Whether a word of a title names what a body does year after year: "Jaarrekening", "Statutenwijziging"."""
    return not sorts()["running"].isdisjoint(analyse(word))


def may_run(title: str) -> bool:
    """Whether a title may hold such a word; looked at in one go, which takes a fraction of reading the title."""
    return _running().search(fold(title)) is not None


def organs() -> frozenset[str]:
    """Return the words for bodies that every municipality has of its own: they tell whose a matter is, not what."""
    return sorts()["organ"]


@cache
def _running() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted({stem[:SHORT] for stem in sorts()['running']}))})")


@cache
def sorts() -> Mapping[str, frozenset[str]]:
    """Return the stems of the words of each sort."""
    found: dict[str, set[str]] = {sort: set() for sort in _SORTS}
    for line in files(__package__).joinpath("formal.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sort, _, words = line.partition(" ")
            found[sort].update(analyse(words))
    return {sort: frozenset(stems) for sort, stems in found.items()}
