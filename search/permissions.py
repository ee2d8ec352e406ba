"""Who may read what: the only SQL about rights. Decided before retrieval, never after it.

A document is read by those who belong to its audience and by nobody else. Whatever asks for documents puts
`allowed(...)` into its own SQL, so that there is no list of rights that could grow stale.
"""

import json

from search.answer import Query
from search.types import Reader


def allowed(reader: Reader, query: Query | None = None, table: str = "d") -> tuple[str, list[object]]:
    """Return an SQL condition on the rows of `documents AS {table}`, and its parameters.

    It holds for the documents that `reader` may read and that pass the filters of `query`. No audience, no
    document: an empty set of audiences allows nothing.
    """
    conditions = [f"{table}.audience IN (SELECT value FROM json_each(?))"]
    parameters: list[object] = [json.dumps(sorted(reader.audiences))]
    if query is None:
        return conditions[0], parameters
    for column, values in (
        ("municipality", query.municipalities),
        ("kind", [str(kind) for kind in query.kinds]),
        ("body", query.bodies),
    ):
        if values:
            conditions.append(f"{table}.{column} IN (SELECT value FROM json_each(?))")
            parameters.append(json.dumps(list(values)))
    if query.since is not None:
        conditions.append(f"{table}.date >= ?")
        parameters.append(query.since.isoformat())
    if query.until is not None:
        conditions.append(f"{table}.date <= ?")
        parameters.append(query.until.isoformat())
    return " AND ".join(conditions), parameters
