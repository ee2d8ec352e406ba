"""The nouns of what was signed or stated: facts of contracts and positions, each with its place.

Names: Open Contracting Data Standard. Imports `search.types` alone.
"""

from dataclasses import dataclass
from enum import StrEnum

from search.types import Span


class Field(StrEnum):
    """What a fact is about; a contract may have several facts of one field (parties, amounts, who joined)."""

    SUBJECT = "subject"
    REFERENCE = "reference"  # number of the bestek or of the contract itself
    BUYER = "buyer"  # opdrachtgever; aankoopcentrale where it buys for others
    PURCHASING_BODY = "purchasing_body"  # the buyer, where it acts as aankoopcentrale (opdrachtencentrale)
    SUPPLIER = "supplier"  # opdrachtnemer, dienstverlener, leverancier
    PARTY = "party"  # of a cooperation among equals; value: the name, detail: the role ("penvoerder")
    SIGNED = "signed"  # ISO date
    START = "start"  # ISO date
    END = "end"  # ISO date; detail: "afgeleid" where computed, "raamovereenkomst" where an accession recites it
    TERM = "term"  # ISO 8601 duration in months or days: P48M; "" with detail "onbepaalde duur" where it has no end
    RENEWAL = "renewal"  # "none", "tacit", "explicit"; detail: how often and for how long, as written
    NOTICE = "notice"  # ISO 8601 duration; detail: who may give it, where that is said
    CEILING = "ceiling"  # decimal amount in euro; detail: "excl. btw", "incl. btw" or ""
    AMOUNT = "amount"  # decimal amount in euro; detail: btw, then what for: "excl. btw, Opstart"
    MAY_JOIN = "may_join"  # a municipality, or a group as it is written ("OCMW's", "politiezones")
    JOIN_UNTIL = "join_until"  # ISO date
    JOINED = "joined"  # a municipality that is a participant; detail: ISO date, or "2017-01", from when, where said
    LEFT = "left"  # a municipality that takes part no longer; detail: ISO date, from when
    AMENDS = "amends"  # the contract that an addendum or accession is about: its title or reference as written
    REPLACES = "replaces"  # the earlier contract or position that this one takes the place of
    HOLDER = "holder"  # who states a position
    STATEMENT = "statement"  # one sentence or numbered point of a position, word for word


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a document says of a contract or position."""

    field: Field
    value: str  # normalised: ISO date or duration, decimal amount, canonical name of a municipality
    said: str  # as it is written
    detail: str  # "" where there is nothing to add
    spans: tuple[Span, ...]  # where it stands
    confidence: float  # in [0, 1]; below `search.registers.agreements.SURE` a person is asked


SURE = 0.7
