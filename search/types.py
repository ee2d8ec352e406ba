"""The nouns of the knowledge base, and the shapes that an extension must have.

Knows nothing of files, SQL, models or screens. Imports nothing of ours; every other module may import it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

DocumentId: TypeAlias = int
PassageId: TypeAlias = int
Vectors: TypeAlias = NDArray[np.float32]
"""Row vectors of unit length, shape (n, dim)."""
Ids: TypeAlias = NDArray[np.int64]
"""Passage ids, ascending, shape (n,)."""

EVERYONE = "iedereen"
"""The audience that every reader belongs to; what a document gets when nobody says otherwise."""


class Kind(StrEnum):
    """What kind of document it is: the field's Dutch terms (OSLO BesluitDocumentType and our own)."""

    AGENDA = "agenda"
    DECISION_LIST = "besluitenlijst"
    MINUTES = "notulen"
    EXTRACT = "uittreksel"
    SESSION_REPORT = "zittingsverslag"
    MEETING_REPORT = "verslag"
    POSITION = "standpunt"
    FRAMEWORK_CONTRACT = "raamovereenkomst"
    ACCESSION = "toetreding"
    ADDENDUM = "addendum"
    CONTRACT = "overeenkomst"
    REGULATION = "reglement"
    NOTE = "nota"
    OTHER = "ander"


class Outcome(StrEnum):
    """What became of one file."""

    OK = "ok"
    PARTIAL = "partial"  # some pages could not be read
    NO_TEXT = "no_text"  # readable, but without a text layer: a scan
    EMPTY = "empty"
    PASSWORD = "password"  # noqa: S105 it is the outcome, not a secret
    CORRUPT = "corrupt"
    UNSUPPORTED = "unsupported"
    LIMIT = "limit"  # larger than we are willing to read
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"  # the parser died; a defect of the parser, not of this run

    @property
    def has_failed(self) -> bool:
        """Whether nothing of the file can be shown."""
        return self not in (Outcome.OK, Outcome.PARTIAL, Outcome.NO_TEXT)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks. Decides what may be read; no query function works without one."""

    name: str
    audiences: frozenset[str]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in fractions of its width and height, origin top left, range [0, 1]."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """Where the characters [start, end) of a page's text stand on that page."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` counts from 1 as a PDF reader shows it, sizes are in points.

    `words` is empty where positions are unknown (a page recovered by the fallback extractor).
    """

    number: int
    text: str
    width: float
    height: float
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page as it is stored: `words` as `search.rows.pack_words` packs them."""

    number: int
    text: str
    width: float
    height: float
    words: bytes


@dataclass(frozen=True, slots=True)
class Span:
    """The characters [start, end) of the text of one page."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One file as received, with what it says of itself."""

    id: DocumentId
    path: str  # below the folder it was read from, with forward slashes
    sha256: str
    title: str
    kind: Kind
    municipality: str | None  # whose body decided or stated; None for a samenwerkingsverband
    body: str | None  # Bestuursorgaan, or the name of the samenwerkingsverband
    date: date | None
    dossier: str | None
    pages: int
    audience: str
    outcome: Outcome
    message: str  # in Dutch, empty when all went well


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest unit that is embedded, found and cited.

    `text` is the text of its spans: characters of the page, with a line break inside a paragraph turned into
    a space, spans joined by a line break. So offset i of `text` is a known place on a known page.
    """

    id: PassageId
    document_id: DocumentId
    position: int  # order within the document, from 0
    spans: tuple[Span, ...]
    text: str
    headings: tuple[str, ...]  # outermost first
    context: str  # municipality, body, date, item: embedded with the text, never shown as its text

    @property
    def page(self) -> int:
        """The page on which the passage begins, from 1."""
        return self.spans[0].page


@dataclass(frozen=True, slots=True)
class Snippet:
    """What a passage says, without its place on the page."""

    id: PassageId
    document_id: DocumentId
    text: str
    headings: tuple[str, ...]  # outermost first
    context: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A found passage. A higher `score` is better; scores compare only within one list."""

    passage_id: PassageId
    score: float


class Embedder(Protocol):
    """Turns text into unit vectors."""

    @property
    def name(self) -> str:
        """`MODEL@REVISION`: what `search.embedders.build` takes, and all else that changes a vector."""
        ...

    @property
    def dim(self) -> int:
        """Length of a vector."""
        ...

    def embed_passages(self, texts: Sequence[str], /) -> Vectors:
        """Return one unit vector per text, shape (n, dim)."""
        ...

    def embed_query(self, text: str, /) -> Vectors:
        """Return a unit vector, shape (dim,)."""
        ...


class Reranker(Protocol):
    """Reads a question and a passage together, and says how well one answers the other."""

    @property
    def name(self) -> str:
        """The name of the model."""
        ...

    def score(self, question: str, texts: Sequence[str], /) -> NDArray[np.float32]:
        """Return how well each text answers, in [0, 1], shape (n,)."""
        ...


class VectorIndex(Protocol):
    """Finds the passages nearest to a vector, by inner product."""

    def add(self, ids: Ids, vectors: Vectors, /) -> None:
        """Add vectors, shape (n, dim), under ids, shape (n,), ascending and above those already there."""
        ...

    def search(self, vector: Vectors, k: int, allowed: Ids | None, /) -> list[Hit]:
        """Return at most `k` of the `allowed` passages (None: all), best first, ties by id."""
        ...

    def write(self, path: str, /) -> None:
        """Write the index to a new file."""
        ...
