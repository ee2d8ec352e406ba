"""The words that a Dutch compound is made of: "zonnepanelenproject" is a project, and is about solar panels.

Works on stems, so that what is stored and what is asked are taken apart alike. Names nobody's meaning: which words
stand for each other is for the thesaurus.
"""

import math
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import wordfreq

from search.language.dutch import fold, stem, stop_words

SHORTEST = 6  # letters of a stem that is looked into
LONGEST = 60
# How frequent a word of so many letters must be to be a part, as a power of ten; and one whose stem has three ("raad").
RAREST = {4: -6.0, 5: -6.5, 6: -6.8}
RAREST_LONG = -7.3
RAREST_CUT = -5.5
ALSO = -6.0  # what the words of administration in compounds.txt count for
# In powers of ten: what a part loses by being short, and by a linking letter that must be taken off.
SHORT_LOSS = {3: 1.0, 4: 0.5}
LINK_LOSS = 0.5
KEPT = math.log10(3)  # a word this many times more frequent than its parts stays whole
_ENDINGS = ("", "e", "en", "s", "ing", "heid", "ig", "ige", "iging", "lijk", "elijk", "elijke")
_HARDENED = {"f": "v", "s": "z"}
_SHORT_VOWEL = re.compile(r"(?<![aeiou])([aeou])([bcdfgklmnprst])$")  # "rad", the stem of "raad"
_CACHE_SIZE = 400_000  # stems; as many as a million passages of Dutch hold


class _Cut(NamedTuple):
    worth: float  # sum over the parts of the logarithm of their frequency, less what they lose
    parts: tuple[tuple[int, int, str], ...]  # start, end, stem


@lru_cache(maxsize=_CACHE_SIZE)
def parts(word: str) -> tuple[str, ...]:
    """Return the stems inside a stem, without itself, each once; empty for what is one word.

    Parts of parts are among them, and parts that belong together: raad, lid, raadslid and gemeenteraad for the stem
    of "gemeenteraadslid".

    Source: splitting by the frequency of the parts, Koehn and Knight, "Empirical Methods for Compound Splitting", 2003.
    """
    cut = _split(word)
    inner = {part: None for _, _, stem in cut for part in (stem, *parts(stem))}
    starts = sorted({start + offset for start, _, stem in cut for offset in (0, *(s for s, _, _ in _split(stem)))})
    for i, start in enumerate(starts):
        for end in (*starts[i + 2 :], len(word)):
            found = _part(word, start, end) if end - start < len(word) else None
            if found:
                inner[found[1]] = None
    inner.pop(word, None)
    return tuple(inner)


def _split(word: str) -> tuple[tuple[int, int, str], ...]:
    """Return the best way to cut a stem into parts; none where it is more likely one word."""
    if not (SHORTEST <= len(word) <= LONGEST and word.isalpha()) or word in _whole():
        return ()
    cut = _likeliest(word)
    if cut is None:
        return ()
    as_one = _ending(word)
    return () if as_one is not None and as_one > cut.worth / len(cut.parts) + KEPT else cut.parts


def _likeliest(word: str) -> _Cut | None:
    """Return the parts whose frequencies have the greatest product, two or more."""
    best: list[_Cut | None] = [_Cut(0.0, ()), *[None] * len(word)]
    for end in range(3, len(word) + 1):
        for start in range(end - 2):
            before = best[start]
            part = _part(word, start, end) if before and end - start < len(word) else None
            if before and part:
                worth = before.worth + part[0]
                found = best[end]
                if found is None or worth > found.worth:
                    best[end] = _Cut(worth, (*before.parts, (start, end, part[1])))
    return best[-1]


def _part(word: str, start: int, end: int) -> tuple[float, str] | None:
    """Return the worth and the stem of a piece of a stem; None where that is no word."""
    piece = word[start:end]
    if end == len(word):
        worth = _ending(piece)
        return None if worth is None else (worth, piece)
    return _inside(piece)


def _inside(written: str) -> tuple[float, str] | None:
    """Return the likeliest reading of what stands before the end: itself, or a word with a linking letter."""
    known = _known()
    base = written[:-1]
    worth = known.get(written)
    linked = known.get(base) if written[-1] == "s" and len(base) > 3 else None
    if linked is not None and (worth is None or linked - LINK_LOSS > worth):
        return linked - LINK_LOSS, stem(base)
    if worth is None and written[-1] == "e" and (shorter := known.get(stem(written))) is not None:
        return shorter - LINK_LOSS, stem(written)  # "zonne" in "zonnepaneel"
    return None if worth is None else (worth, stem(written))


@lru_cache(maxsize=_CACHE_SIZE // 4)
def _ending(piece: str) -> float | None:
    """Return the worth of the likeliest word with this stem; None where there is none."""
    known = _known()
    if piece in _told()["never"]:
        return None
    worths = [known[word] for word in _written(piece) if len(piece) > 3 or piece in known or known[word] >= RAREST_CUT]
    return max(worths, default=None)


def _written(piece: str) -> list[str]:
    """Return the known words with this stem."""
    known, last = _known(), piece[-1]
    bases = {piece, piece + last, _SHORT_VOWEL.sub(r"\1\1\2", piece), piece[:-1] + _HARDENED.get(last, last)}
    words = (base + ending for base in bases for ending in _ENDINGS)
    return sorted({word for word in words if word in known and stem(word) == piece})


def written(piece: str) -> str:
    """Return the most frequent word with this stem: "toegankelijk" for "toegank"; the stem itself where none is known.

    It is looked up in all of Dutch, so it tells nothing of any document.
    """
    known = _known()
    return max(_written(piece), key=lambda word: known[word], default=piece)


@cache
def _known() -> dict[str, float]:
    """Return the words of the package wordfreq that can be parts, each with its worth. 0.3 s, 15 MB, at first use."""
    told = _told()
    known: dict[str, float] = {}
    buckets = wordfreq.get_frequency_list("nl", wordlist="large")
    for i, bucket in enumerate(buckets[: int(-100 * RAREST_LONG)]):  # words of frequency 10 ** (-i / 100)
        for word in map(fold, bucket):
            if _can_be_part(word, -i / 100, told):
                known.setdefault(word, -i / 100 - SHORT_LOSS.get(len(word), 0.0))
    wordfreq.get_frequency_list.cache_clear()
    return {word: ALSO for word in told["also"]} | known


def _can_be_part(word: str, frequency: float, told: dict[str, frozenset[str]]) -> bool:
    if len(word) < 3 or not (word.isascii() and word.isalpha()) or word in told["never"] or word in stop_words():
        return False
    return word in told["short"] if len(word) == 3 else frequency >= RAREST.get(len(word), RAREST_LONG)


@cache
def _whole() -> frozenset[str]:
    return frozenset(stem(word) for word in _told()["whole"])


@cache
def _told() -> dict[str, frozenset[str]]:
    told: dict[str, set[str]] = {"short": set(), "never": set(), "whole": set(), "also": set()}
    for line in files(__package__).joinpath("compounds.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, *words = line.split()
            told[name].update(words)
    return {name: frozenset(words) for name, words in told.items()}
