"""Days that are of one who joins or leaves, and not of the contract itself. Knows nothing of texts."""

from collections.abc import Iterator, Sequence

from search.registers.agreements import SURE, Fact, Field
from search.types import Kind

_OF_MEMBERS = {Field.START: Field.JOINED, Field.END: Field.LEFT}


def without_members_days(found: Sequence[Fact], kind: Kind) -> Iterator[Fact]:
    """The facts, without a first or last day with doubt that one sentence tells of somebody who joins or leaves.

    An accession is all of one who joins: his days are its own.
    """
    told = {(each.field, each.said) for each in found if each.field in _OF_MEMBERS.values()}
    for each in found:
        of = _OF_MEMBERS.get(each.field)
        if kind is not Kind.ACCESSION and of and each.confidence < SURE and (of, each.said) in told:
            continue
        yield each
