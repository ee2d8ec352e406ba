"""A ranking -> what a person sees: per document the best passage, with the sentence that answers. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from search.language.dutch import analyse, tokens
from search.language.sentences import sentences
from search.types import Document, Facets, Highlight, Query, Term

SAYS_SOMETHING = 30  # characters; a shorter sentence is an outcome or a heading
Value = TypeVar("Value", str, int)


def said(text: str, terms: Sequence[Term]) -> dict[str, float]:
    """Return the stems by which a text says what is asked, each with its weight: those of the terms it has in full."""
    stems = set(analyse(text))
    weights: dict[str, float] = {}
    for term in terms:
        if stems.issuperset(term.stems):
            for stem in term.stems:
                weights[stem] = max(weights.get(stem, 0.0), term.weight)
    return weights


def matched_words(text: str, weights: Mapping[str, float]) -> tuple[Highlight, ...]:
    """Return where the words of `text` stand that have one of these stems, in order."""
    return tuple(
        Highlight(start, end) for word, start, end in tokens(text) if not weights.keys().isdisjoint(analyse(word))
    )


def answering_sentence(text: str, weights: Mapping[str, float]) -> Highlight | None:
    """Return the sentence with the greatest sum of weights, the first of equals; None if no sentence has any."""
    best, best_score = None, 0.0
    for start, end in sentences(text):
        score = sum(weights.get(stem, 0.0) for stem in set(analyse(text[start:end])))
        if score > best_score:
            best, best_score = Highlight(start, end), score
    return best


def full_sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences that say something; all of them where none is long enough ("KENNISGENOMEN")."""
    every = sentences(text)
    return [(start, end) for start, end in every if end - start >= SAYS_SOMETHING] or every


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
