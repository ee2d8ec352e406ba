"""The items of a sitting as a paper tells them: outcome, votes, articles. By headings and typography."""

from collections.abc import Sequence

from ingest.structure.outline import Head
from ingest.structure.rows import Row
from ingest.types import Facts
from search.treatments import Treatment


def treatments_of(
    rows: Sequence[Row], kept: Sequence[Row], heads: Sequence[Head], facts: Facts
) -> tuple[Treatment, ...]:
    """Return the items of a paper in order.

    Args:
        rows: Of the paper, without furniture; lists of people and votes included.
        kept: The same without lists of people and votes.
        heads: The headings among `kept`.
        facts: What the paper says of itself.
    """
    return ()
