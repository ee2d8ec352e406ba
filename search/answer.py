"""What is asked and what comes back: the nouns of a question and its answer.

Knows nothing of SQL, models or screens.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from search.types import Document, Kind, Passage


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked. An empty filter does not restrict; several values of one filter mean any of them."""

    text: str
    municipalities: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    bodies: tuple[str, ...] = ()
    since: date | None = None  # inclusive
    until: date | None = None  # inclusive
    literal: tuple[str, ...] = ()  # words of the text that are not to be understood, or corrected, as anything else


class Order(StrEnum):
    """In which order results are returned; which are good enough to be one does not depend on it."""

    BEST = ""  # what answers best first
    NEWEST = "nieuwste"  # the latest date first, undated last; where decisions are asked, these before the rest


class Aspect(StrEnum):
    """What of a question is understood."""

    MUNICIPALITY = "gemeente"  # documents of it, or that name it, come first
    BODY = "orgaan"  # its documents come first
    KIND = "soort"  # the documents that such a question asks for come first
    PERIOD = "periode"  # only documents of that time
    NUMBER = "nummer"  # only documents in which it stands
    PHRASE = "woordgroep"  # only documents in which it stands, word for word
    WITHOUT = "zonder"  # only passages in which the word does not stand


@dataclass(frozen=True, slots=True)
class Notion:
    """Something that a question says of what is wanted, beside its subject."""

    aspect: Aspect
    value: str  # what was understood; empty for a period
    said: str  # the words of the question that say so
    since: date | None = None  # inclusive, as `until`; of a period only
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """The question with its spelling mistakes mended. `is_applied` where nothing was found without."""

    text: str
    mistaken: tuple[str, ...]  # the words of the question that were mended
    is_applied: bool


@dataclass(frozen=True, slots=True)
class Term:
    """Stems that together say what is asked, and how much each counts: rarity, less for other words for the same."""

    stems: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Highlight:
    """The characters [start, end) of a passage's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Another paper in which the same decision stands, and where."""

    document: Document
    passage: Passage


@dataclass(frozen=True, slots=True)
class Result:
    """One hit as a person sees it: the best passage of a document, and where else the answer stands."""

    rank: int  # from 1
    score: float
    document: Document
    passage: Passage
    sentence: Highlight | None  # the sentence that answers best
    words: tuple[Highlight, ...]  # the matched words
    others: tuple[Passage, ...]  # further passages of the same document that match, best first
    sources: tuple[Source, ...] = ()  # other papers on the same decision, the richest first


@dataclass(frozen=True, slots=True)
class Facets:
    """How many documents each filter value would leave, most first. Counts only what the reader may read."""

    municipalities: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)
    bodies: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)  # by year, ascending


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched, for an honest 'not found'. Counts only what the reader may read."""

    documents: int
    passages: int
    without_text: int
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question yields. `abstained` when nothing is good enough to show; then `results` is empty."""

    query: Query
    understood: Mapping[str, object]
    results: tuple[Result, ...]
    abstained: bool
    facets: Facets
    searched: Searched
    suggestions: tuple[str, ...] = ()  # nearest subjects, when abstained
    notions: tuple[Notion, ...] = ()  # what was understood and searched with
    ignored: tuple[Notion, ...] = ()  # what was understood, but left nothing good: searched without
    correction: Correction | None = None
    more: int = 0  # further results, beyond those shown
    documents: int = 0  # that match, those shown included: copies of one decision are one result and several documents
