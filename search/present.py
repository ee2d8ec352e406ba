"""A ranking -> what a person sees: per document the best passage, with the sentence that answers. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from search.answer import Facets, Highlight, Query, Term
from search.language.compounds import parts
from search.language.dutch import analyse, tokens
from search.types import Document

WORDS_KEPT = 50_000  # some 10 MB; a page of results has a thousand words, and takes a third of the time with it
Value = TypeVar("Value", str, int)


class Spot(NamedTuple):
    """A word of a text: its stems, and where it stands."""

    stems: tuple[str, ...]
    start: int
    end: int


def read(text: str) -> list[Spot]:
    """Return the words of a text in order, each with its stems and its place."""
    return [Spot(_stems(word), start, end) for word, start, end in tokens(text)]


@lru_cache(maxsize=WORDS_KEPT)
def _stems(word: str) -> tuple[str, ...]:
    stems = analyse(word)
    return tuple(dict.fromkeys([*stems, *(part for stem in stems for part in parts(stem))]))


def said(spots: Iterable[Spot], terms: Sequence[Term]) -> dict[str, float]:
    """Return the stems by which a text says what is asked, each with its weight: those of the terms it has in full."""
    stems = {stem for spot in spots for stem in spot.stems}
    weights: dict[str, float] = {}
    for term in terms:
        if stems.issuperset(term.stems):
            for stem in term.stems:
                weights[stem] = max(weights.get(stem, 0.0), term.weight)
    return weights


def matched_words(spots: Iterable[Spot], weights: Mapping[str, float]) -> tuple[Highlight, ...]:
    """Return where the words stand that have one of these stems, in order."""
    return tuple(Highlight(spot.start, spot.end) for spot in spots if not weights.keys().isdisjoint(spot.stems))


def facets(documents: Sequence[Document], query: Query) -> Facets:
    """Count, for each value of each filter, the documents that would be left if it were the only one of its kind.

    The other filters stay on: with Damme chosen, the kinds are those of Damme, the municipalities all that match.
    """
    return Facets(
        municipalities=_count(d.municipality for d in documents if _passes(d, query, "municipality")),
        kinds=_count(str(d.kind) for d in documents if _passes(d, query, "kind")),
        bodies=_count(d.body for d in documents if _passes(d, query, "body")),
        years=dict(sorted(_count(d.date.year for d in documents if d.date and _passes(d, query, "date")).items())),
    )


def _passes(document: Document, query: Query, except_for: str) -> bool:
    day = document.date
    in_period = (query.since is None or (day is not None and day >= query.since)) and (
        query.until is None or (day is not None and day <= query.until)
    )
    return (
        (except_for == "municipality" or not query.municipalities or document.municipality in query.municipalities)
        and (except_for == "kind" or not query.kinds or document.kind in query.kinds)
        and (except_for == "body" or not query.bodies or document.body in query.bodies)
        and (except_for == "date" or in_period)
    )


def _count(values: Iterable[Value | None]) -> dict[Value, int]:
    counts = Counter(value for value in values if value is not None)
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
