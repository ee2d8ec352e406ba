"""The facts of contracts, accessions, addenda and positions: parties, dates, amounts, who may join."""

from collections.abc import Sequence

from ingest.structure.outline import Head
from ingest.structure.rows import Row
from ingest.types import Facts
from search.agreements import Fact
from search.treatments import Treatment


def said_of(
    rows: Sequence[Row], heads: Sequence[Head], treatments: Sequence[Treatment], facts: Facts
) -> tuple[Fact, ...]:
    """Return what a paper says of a contract or position, in order of where it stands.

    Args:
        rows: Of the paper, without furniture and people.
        heads: The headings among them.
        treatments: Its items, where it is a paper of a sitting.
        facts: What the paper says of itself.
    """
    return ()
