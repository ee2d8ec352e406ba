"""Who may read what: the only SQL about rights. Decided before retrieval, never after it.

A document is read by those who belong to its audience and by nobody else. Whatever asks for documents puts
`allowed(...)` into its own SQL, so that there is no list of rights that could grow stale.
"""

import json

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from search.answer import Query
from search.types import Ids, Reader


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


def readable(db: Database, documents: Ids, reader: Reader, query: Query | None = None) -> NDArray[np.bool_]:
    """Return for each of these ids of documents whether `reader` may read it and it passes the filters of `query`."""
    condition, parameters = allowed(reader, query)
    row = db.execute(f"SELECT group_concat(d.id) FROM documents d WHERE {condition}", parameters).fetchone()
    found = np.fromstring(row[0] or "", dtype=np.int64, sep=",")
    known = np.zeros(int(max(documents.max(initial=0), found.max(initial=0))) + 1, np.bool_)
    known[found] = True
    return known[documents]
