"""Which themes an item of a sitting, an agreement or a position is about: by the words of a list, and by meaning.

Pure: knows nothing of files, SQL or which papers there are. The list itself is read by `search.language.themes`.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache

import numpy as np

from search.language.compounds import parts
from search.language.dutch import analyse, tokens
from search.language.themes import Stems, Theme
from search.types import Embedder, Vectors

MOST = 3  # themes of one item
LONGEST_TITLE = 1_000  # characters that are looked at
LONGEST_TEXT = 4_000  # the subject stands at the beginning; the middle of a long decision has words of every theme
WORDS_KEPT = 200_000  # of which the stems are kept at hand: some 40 MB
PART = 0.6  # what a word inside a longer one counts: "kerk" in "kerktoren"

# Probabilities by logistic regression on 112 real items with 139 labels, each with 21 themes (2026-11-25); what
# `python -m evaluation.themes` measures was not used. A theme that the title names: by how much of its words stand
# there, and by its share in all that stand there. F1 on the 112 with at least 0.5 0.929, 0.65 0.942, 0.75 0.934.
_NAMED = (-1.13, 1.55, 2.61)
LEAST_NAMED = 0.65
# Where the title names none: how often words stand in the text, their share (of three at least, so that one word in a
# long text is little), and how near the title is in meaning, in standard deviations above the other themes. Fitted as
# if no title named any: precision 0.80, 0.83, 0.85, 0.86 and recall 0.81, 0.75, 0.72, 0.68 with 0.3, 0.4, 0.5, 0.6.
_MEANT = (-5.46, 1.33, 4.07, 1.5)
LEAST_MEANT = 0.5
_FEW = 3

Named = tuple[tuple[int, str], ...]
"""Which themes a term names, by their places, each with the word as it was typed there."""

_PLACE = re.compile(r"(?:straat|laan|weg|plein|dreef|dijk|lei|pad)(?:-\w+)?$")


class By(StrEnum):
    """What decided that an item is about a theme."""

    WORDS = "woorden"
    MEANING = "betekenis"


@dataclass(frozen=True, slots=True)
class Assigned:
    """A theme that an item is about."""

    theme: str
    score: float  # how likely it is that a reader would file it there, in (0, 1]
    by: By
    word: str = ""  # of the list, that counted most; empty where no word of it stands there


@dataclass(frozen=True)
class Themes:
    """The themes to choose from, and their vectors where there is a model: one row for each, in the same order."""

    themes: tuple[Theme, ...]
    vectors: Vectors | None = field(default=None, compare=False)

    @cached_property
    def terms(self) -> dict[str, list[tuple[Stems, Named]]]:
        """Terms by their first stem, the longest first, each with the themes it names and how it was typed there."""
        named: dict[Stems, dict[int, str]] = defaultdict(dict)
        for i, theme in enumerate(self.themes):
            for word, term in zip(theme.words, theme.terms, strict=True):
                named[term].setdefault(i, word)
        found: dict[str, list[tuple[Stems, Named]]] = defaultdict(list)
        for term, where in sorted(named.items(), key=lambda each: (-len(each[0]), each[0])):
            found[term[0]].append((term, tuple(where.items())))
        return dict(found)

    @cached_property
    def unless(self) -> dict[str, list[tuple[Stems, int]]]:
        """What says in a title that it is not about a theme, by the first stem."""
        found: dict[str, list[tuple[Stems, int]]] = defaultdict(list)
        for i, theme in enumerate(self.themes):
            for term in theme.unless:
                found[term[0]].append((term, i))
        return dict(found)

    @cached_property
    def inside(self) -> Callable[[str], tuple[Named, ...]]:
        """What the parts of a compound name, by its stem; of parts inside each other the longest. Kept at hand."""
        return lru_cache(maxsize=WORDS_KEPT)(self._inside)

    def _inside(self, stem: str) -> tuple[Named, ...]:
        named = {part: where for part in parts(stem) for term, where in self.terms.get(part, ()) if term == (part,)}
        longest = (part for part in named if not any(part != other and part in other for other in named))
        return tuple(named[part] for part in longest)


@dataclass(frozen=True, slots=True)
class _Stem:
    stem: str
    has_parts: bool  # a name ("Vlinderboom", "Parkstraat") is not about what it is made of


@dataclass(slots=True)
class _Counted:
    """How much of each theme stands in a text."""

    weights: Counter[int] = field(default_factory=Counter)
    words: dict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def texts(themes: Themes) -> list[tuple[str, ...]]:
    """Return what says what each theme means: its name, its sentence and its words."""
    return [(theme.name, theme.description or theme.name, *theme.words) for theme in themes.themes]


def embedded(themes: Themes, embedder: Embedder) -> Themes:
    """Return the themes with what each means."""
    every = list(dict.fromkeys(text for each in texts(themes) for text in each))
    return placed(themes, dict(zip(every, embedder.embed_passages(every), strict=True)))


def placed(themes: Themes, vectors: Mapping[str, Vectors]) -> Themes:
    """Return the themes with what each means: the middle of the vectors of its `texts`."""
    if not themes.themes:
        return themes
    means = np.stack([np.mean([vectors[text] for text in each], axis=0) for each in texts(themes)])
    return replace(themes, vectors=means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9))


def themes_of(title: str, text: str, vector: Vectors | None, themes: Themes) -> tuple[Assigned, ...]:
    """Return the themes of an item, the likeliest first; at most MOST, and none where nothing fits.

    Words of the title decide. Where these name no theme, words of the text and the meaning of the title do, together.

    Args:
        title: Of the item, or of the paper where it has no items.
        text: Of the item; may begin with the title.
        vector: What the title means (`embed_passages([title])`), shape (dim,) or (1, dim); None without a model.
        themes: To choose from; their vectors by the model that made `vector`.
    """
    title = title[:LONGEST_TITLE]
    heading = _stems(title)
    barred = frozenset(_barred(heading, themes))
    named = _named(_counted(heading, themes, barred), themes)
    if not named:
        body = text.removeprefix(title)[:LONGEST_TEXT]
        named = _meant(_counted(_stems(body), themes, barred), _nearness(vector, themes), barred, themes)
    return tuple(sorted(named, key=lambda each: (-each.score, each.theme))[:MOST])


def _stems(text: str) -> list[_Stem]:
    """Return the stems of a text, and whether each may be taken apart."""
    found: list[_Stem] = []
    end = 0
    for word, start, after in tokens(text):
        found += _stems_of(word, start > 0 and text[end:start].isspace())
        end = after
    return found


@lru_cache(maxsize=WORDS_KEPT)
def _stems_of(word: str, is_inside: bool) -> tuple[_Stem, ...]:
    """Return the stems of a word, and whether it may be taken apart: not where it is a name, by its capital."""
    is_name = word[0].isupper() and not word.isupper() and (is_inside or _PLACE.search(word) is not None)
    return tuple(_Stem(stem, not is_name) for stem in analyse(word))


def _counted(stems: Sequence[_Stem], themes: Themes, barred: frozenset[int]) -> _Counted:
    counted = _Counted()
    for weight, where in _hits(stems, themes):
        for i, word in where:
            if i not in barred:
                counted.weights[i] += weight  # type: ignore[assignment]  # a Counter adds fractions too
                counted.words[i][word] += 1
    return counted


def _hits(stems: Sequence[_Stem], themes: Themes) -> Iterator[tuple[float, Named]]:
    """Yield what each place names, the longest term first; a word that is none itself names what it is made of."""
    at = 0
    while at < len(stems):
        term = _term_at(stems, at, themes) if stems[at].stem in themes.terms else None
        if term:
            yield 1.0, term[1]
            at += len(term[0])
            continue
        if stems[at].has_parts:
            yield from ((PART, where) for where in themes.inside(stems[at].stem))
        at += 1


def _term_at(stems: Sequence[_Stem], at: int, themes: Themes) -> tuple[Stems, Named] | None:
    for term, where in themes.terms.get(stems[at].stem, ()):
        if all(each.stem == wanted for each, wanted in zip(stems[at : at + len(term)], term, strict=False)) and (
            at + len(term) <= len(stems)
        ):
            return term, where
    return None


def _barred(stems: Sequence[_Stem], themes: Themes) -> Iterator[int]:
    """Yield the themes that a title says it is not about."""
    written = tuple(each.stem for each in stems)
    for at, stem in enumerate(written):
        yield from (i for term, i in themes.unless.get(stem, ()) if written[at : at + len(term)] == term)
    inside = {part for each in stems if each.has_parts for part in parts(each.stem)}
    for part in inside & themes.unless.keys():
        yield from (i for term, i in themes.unless[part] if len(term) == 1)


def _named(counted: _Counted, themes: Themes) -> list[Assigned]:
    total = sum(counted.weights.values())
    found = []
    for i, weight in counted.weights.items():
        score = _probability(_NAMED, (min(weight, 2.0), weight / total))
        if score >= LEAST_NAMED:
            found.append(Assigned(themes.themes[i].name, score, By.WORDS, _first(counted.words[i])))
    return found


def _meant(counted: _Counted, nearness: Sequence[float], barred: frozenset[int], themes: Themes) -> list[Assigned]:
    total = max(sum(counted.weights.values()), _FEW)
    found = []
    for i, theme in enumerate(themes.themes):
        weight = counted.weights[i]
        values = (math.log1p(weight), weight / total, nearness[i])
        score = _probability(_MEANT, values)
        if score >= LEAST_MEANT and i not in barred:
            by_words = _MEANT[1] * values[0] + _MEANT[2] * values[1]
            by = By.WORDS if by_words >= _MEANT[3] * values[2] else By.MEANING
            found.append(Assigned(theme.name, score, by, _first(counted.words[i])))
    return found


def _nearness(vector: Vectors | None, themes: Themes) -> Sequence[float]:
    """Return for each theme how far it is nearer than the others, in standard deviations; 0 for all without a model."""
    count = len(themes.themes)
    if vector is None or themes.vectors is None or not count:
        return [0.0] * count
    cosines = themes.vectors @ np.ravel(vector)
    spread = float(cosines.std())
    return [float(near) for near in (cosines - cosines.mean()) / spread] if spread > 1e-6 else [0.0] * count


def _probability(weights: Sequence[float], values: Sequence[float]) -> float:
    total = weights[0] + sum(weight * value for weight, value in zip(weights[1:], values, strict=True))
    return 1 / (1 + math.exp(-total))


def _first(words: Counter[str]) -> str:
    """Return the word that stands there most often; of equals the longest."""
    return min(words, key=lambda word: (-words[word], -len(word), word), default="")
