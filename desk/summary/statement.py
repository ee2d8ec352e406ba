"""The nouns of a generated summary: what may be summarised, what was kept of what a model wrote, and what was not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.note import Entry


class Reason(StrEnum):
    """Why a sentence of a model is not shown."""

    UNCITED = "zonder bron"
    NO_SUCH_SOURCE = "met een bron die niet bestaat"
    MARKUP = "met een link of opmaak"
    NO_SENTENCE = "geen zin, of een te lange"
    WORDS = "met woorden die niet in het citaat staan"
    NUMBER = "met een getal, bedrag of datum die zo niet in het citaat staat"
    NAME = "met een gemeente of naam die zo niet in het citaat staat"
    TURNED = "met een ontkenning, grens of termijn die anders is dan in het citaat"
    MOOD = "die van wat kan, moet of gevraagd wordt een feit maakt, of omgekeerd"
    CONDITION = "met een voorwaarde of uitzondering te veel of te weinig"
    TWICE = "die er al stond"
    TOO_MANY = "na de laatste die past"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a model gets to read, and what its sentences are held against: words of a page, and whose page it is."""

    text: str  # on one line, word for word
    municipality: str | None
    body: str | None
    day: date | None
    entry: Entry  # of the note


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that a model wrote and that its quotation supports."""

    text: str  # one line of plain text
    entry: Entry  # that it was held against: its source, and what we remark of it, are shown beside the sentence
    number: int  # of that source in the note, from 1


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that a model wrote and that nobody gets to see."""

    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a request for a summary."""

    model: str
    read: int  # quotations that the model got
    statements: tuple[Statement, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    problem: str = ""  # in Dutch, why there is none; empty where the model answered
