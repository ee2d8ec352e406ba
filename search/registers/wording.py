"""The words that two titles share, as one of them writes them: "Cirque d'Hiver", "laadpunten". Pure.

Knows nothing of what makes two titles alike.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from search.language.dutch import analyse, tokens
from search.registers import naming

TITLES_KEPT = 20_000
MOST = 4  # phrases
_PIECE = re.compile(r"[^-‐‑_'’]+")
# What may stand between two words of one phrase: "Natuur en Bos", "Leie en Schelde", "Maes & Co".
_WITHIN = re.compile(r"[\s'’-]|\s&\s|-?\s(?:en|de|het|van|van de|van het|der|du|of|op|in)\s")


def phrases(title: str, stems: Collection[str], names: Collection[str]) -> tuple[str, ...]:
    """Return the words of a title that have these stems, those that stand side by side together, at most MOST.

    Args:
        title: As it stands in a paper.
        stems: Of the words that are asked for.
        names: Those of words that are a name, and keep their capital.
    """
    places = [(start, end) for start, end, stem in _places(title) if stem in stems]
    found = (title[start:end] for start, end in _together(title, places))
    shown = dict.fromkeys(_as_said(phrase, names) for phrase in found)
    return tuple(shown)[:MOST]


def written(text: str, stems: Collection[str]) -> Mapping[str, str]:
    """Return for each of these stems a word that has it, as it first stands in a text."""
    found: dict[str, str] = {}
    for start, end, stem in _read(text):
        if stem in stems and stem not in found:
            found[stem] = text[start:end]
    return found


def missing(title: str, stems: Collection[str]) -> list[str]:
    """Return the stems that no word of a title has, in order."""
    return sorted(set(stems) - {stem for _, _, stem in _places(title)})


@lru_cache(maxsize=TITLES_KEPT)
def _places(title: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(_read(title))


def _read(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each word of a text with its stem; of what is joined the whole, then its parts."""
    for word, start, end in tokens(text):
        stems = analyse(word)
        if len(stems) == 1:
            yield start, end, stems[0]
        elif stems:
            yield start, end, stems[0]
            for piece in _PIECE.finditer(word):
                yield from ((start + piece.start(), start + piece.end(), stem) for stem in analyse(piece[0]))


def _together(title: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and (start < joined[-1][1] or _WITHIN.fullmatch(title, joined[-1][1], start)):
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _as_said(phrase: str, names: Collection[str]) -> str:
    """Return a phrase without the capital of the beginning of a sentence."""
    first, *others = phrase.split()
    is_name = bool(set(analyse(first)) & set(names)) or naming.is_coined(first)
    is_plain = first[1:].islower() and not is_name and all(word[:1].islower() for word in others)
    return phrase[:1].lower() + phrase[1:] if is_plain else phrase
