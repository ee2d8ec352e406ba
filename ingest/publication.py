"""The nouns of a council publication as its mark-up tells them (OSLO Besluit). Knows neither mark-up nor pages."""

from dataclasses import dataclass

from search.registers.treatments import Vote
from search.types import Kind


@dataclass(frozen=True, slots=True)
class Sitting:
    """A Zitting. Times are as written ("2024-05-27T17:00:00.0000000Z"); what the mark-up does not tell is empty."""

    uri: str
    body: str  # the Bestuursorgaan
    unit: str  # the Bestuurseenheid that it governs
    planned_start: str
    started: str
    ended: str
    place: str


@dataclass(frozen=True, slots=True)
class PublishedArticle:
    """An Artikel."""

    number: str  # as written: "Artikel 1"
    text: str
    whole: str  # number and text as they follow each other; empty where the number does not stand before the text


@dataclass(frozen=True, slots=True)
class PublishedItem:
    """An Agendapunt with its BehandelingVanAgendapunt and Besluiten, however often each is told."""

    number: str
    code: str
    title: str
    titles: tuple[str, ...]  # all its titles as written, the best first
    is_public: bool | None
    outcome: str  # besluit:gevolg of its vote, as written
    votes: tuple[Vote, ...]
    articles: tuple[PublishedArticle, ...]
    decision: str  # text of its decisions
    description: str
    uri: str
    text: str  # all that is told of it, without names of those present and of voters


@dataclass(frozen=True, slots=True)
class Publication:
    """What the mark-up of one page tells."""

    kind: Kind | None  # by its BesluitDocumentType
    sittings: tuple[Sitting, ...]
    items: tuple[PublishedItem, ...]  # in the order of the page
