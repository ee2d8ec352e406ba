"""Names of companies and products in a text: what ties papers on one contract together. No names of persons."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

import wordfreq

from search.language import municipalities
from search.language.compounds import parts
from search.language.dutch import fold, stem, stop_words

MOST_TEXT = 200_000  # characters of one item that are looked into
MOST_NAMES = 12  # of one matter: a list of forty suppliers tells no subject
WORDS_KEPT = 100_000  # of which is kept at hand whether they are coined
KNOWN = 1.5  # Zipf frequency from which a word is Dutch rather than coined

_COMPANY = re.compile(
    r"(?<![\w-])((?:[A-Z][\w&'-]{1,30} ){1,3})(?:nv|NV|bv|BV|bvba|BVBA|cvba|CVBA|cv|CV|vzw|VZW|comm\.?v)(?![\w-])"
)
_FORM_FIRST = re.compile(r"(?<![\w-])(?:nv|bvba|cvba|vzw|firma|vennootschap) ((?:[A-Z][\w&'-]{1,30} ?){1,3})")
# One word with a capital in mid-sentence and none beside it: two of them are a person, a street or an institution.
_ALONE = re.compile(r"(?<=[a-zé,(] )(?<![A-Z]\. )([A-Z][A-Za-z]{3,24})(?![\w.'-]|[ -][A-Z&])")
_MIXED = re.compile(r"(?<![\w-])([A-Za-z]{1,12}[a-z][A-Z]{2,12}[a-z]{0,12})(?![\w-])")
_STREET = re.compile(
    r"(?:straat|laan|weg|plein|dreef|steenweg|dijk|lei|kaai|markt|park|pad|hof|bos|veld|vaart|polder|singel|(?<!loop)(?<!rij)baan)$"
)


def find(text: str) -> tuple[str, ...]:
    """Return the names in a text, the first of them, each once, in the order in which they stand there."""
    text = text[:MOST_TEXT]
    named = sorted(_named(text), key=lambda pair: pair[0])
    return tuple(dict.fromkeys(name for _, name in named))[:MOST_NAMES]


def _named(text: str) -> Iterator[tuple[int, str]]:
    for pattern in (_COMPANY, _FORM_FIRST):
        for match in pattern.finditer(text):
            yield match.start(1), " ".join(match[1].split())
    for match in _MIXED.finditer(text):
        yield match.start(1), match[1]
    for match in _ALONE.finditer(text):
        if is_coined(match[1]):
            yield match.start(1), match[1]


def frequency(word: str) -> float:
    """Return the Zipf frequency of a folded word in all of Dutch; 0 where it is not known.

    As `wordfreq.zipf_frequency`, without what that does with texts of several words: 50 microseconds a word.
    """
    share = wordfreq.get_frequency_dict("nl").get(word, 0.0)
    return max(math.log10(share) + 9.0, 0.0) if share else 0.0


def is_street(word: str) -> bool:
    """Whether a word is the name of a street, by its end."""
    return _STREET.search(fold(word)) is not None


@lru_cache(maxsize=WORDS_KEPT)
def is_coined(word: str) -> bool:
    """Whether a word with a capital is no Dutch word, compound, street or municipality: "Hoplr"."""
    folded = fold(word)
    return (
        frequency(folded) < KNOWN
        and folded not in stop_words()
        and municipalities.canonical(word) is None
        and not is_street(word)
        and not parts(stem(folded))
    )
