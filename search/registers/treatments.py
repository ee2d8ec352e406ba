"""The nouns of what a governing body did: an item, its decision, articles and votes, as one paper tells them.

Names: OSLO Besluit (Agendapunt, BehandelingVanAgendapunt, Besluit, Artikel, Stemming). Imports `search.types` alone.
"""

from dataclasses import dataclass
from enum import StrEnum

from search.types import Span


class Effect(StrEnum):
    """What became of an item (besluit:gevolg), in the field's Dutch terms."""

    APPROVED = "goedgekeurd"
    AMENDED = "gewijzigd goedgekeurd"
    REJECTED = "verworpen"
    POSTPONED = "verdaagd"
    WITHDRAWN = "ingetrokken"
    NOTED = "kennisgenomen"
    FAVOURABLE = "gunstig advies"
    UNFAVOURABLE = "ongunstig advies"


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a decision."""

    number: str  # "1", "3bis"; empty where there is one without a number
    text: str  # that of its spans: see `search.spans.text_of`
    spans: tuple[Span, ...]  # where its text stands, without "Artikel 1."


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote; several may be taken on one item."""

    said: str  # as the paper puts it: "met 21 stemmen voor, 5 tegen, 1 onthouding"
    is_unanimous: bool
    in_favour: int | None = None  # None where the paper gives no number
    against: int | None = None
    abstained: int | None = None
    is_secret: bool | None = None
    subject: str = ""  # what was voted on, where the paper says so


@dataclass(frozen=True, slots=True)
class Treatment:
    """One item of a sitting as one paper tells it: agenda, decision list, minutes or extract."""

    position: int  # order within the paper, from 0
    number: str  # "3", "A.2"; empty where the paper gives none
    code: str  # "2020_GR_00057"; empty where the paper gives none
    title: str  # without number and code
    is_public: bool | None  # None where the paper does not say
    effect: Effect | None  # None where the paper does not say: an agenda, a question, an announcement
    confidence: float  # of the effect, in [0, 1]: 1 where the mark-up or a word of its own says so
    votes: tuple[Vote, ...]
    articles: tuple[Article, ...]
    decision: tuple[Span, ...]  # what was decided, word for word, where that is not in articles; else empty
    spans: tuple[Span, ...]  # the whole of it in order, title first
    title_spans: tuple[Span, ...]
    uri: str = ""  # of the Besluit or Agendapunt, where the mark-up names it
