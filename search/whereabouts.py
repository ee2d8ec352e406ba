"""Documents that something kept names by path, as one reader may read them now; and the text of their pages.

The ids of documents change when a file goes and comes back, and rights change: both are looked up at every look.
"""

import json
from collections import defaultdict
from collections.abc import Iterable

from sqlite_utils import Database

from search import rows
from search.permissions import allowed
from search.types import Document, DocumentId, Reader


def by_path(db: Database, paths: Iterable[str], reader: Reader) -> dict[str, list[Document]]:
    """Return the documents of each path that `reader` may read; two folders may each hold one of that path."""
    condition, parameters = allowed(reader)
    found = db.execute(
        f"SELECT {rows.DOCUMENT} FROM documents d WHERE {condition} AND d.source_id IN (SELECT id FROM sources)"
        " AND d.path IN (SELECT value FROM json_each(?)) ORDER BY d.id",
        [*parameters, json.dumps(sorted(set(paths)))],
    )
    of_path: dict[str, list[Document]] = defaultdict(list)
    for document in map(rows.document, found):
        of_path[document.path].append(document)
    return dict(of_path)


def by_content_or_path(db: Database, contents: Iterable[str], paths: Iterable[str], reader: Reader) -> list[Document]:
    """Return the documents of one of these checksums or paths that `reader` may read, the last that came in first."""
    condition, parameters = allowed(reader)
    found = db.execute(
        f"SELECT {rows.DOCUMENT} FROM documents d WHERE {condition} AND (d.sha256 IN (SELECT value FROM json_each(?))"
        " OR d.path IN (SELECT value FROM json_each(?))) ORDER BY d.id DESC",
        [*parameters, json.dumps(list(contents)), json.dumps(list(paths))],
    )
    return list(map(rows.document, found))


def texts(db: Database, pages: Iterable[tuple[DocumentId, int]], reader: Reader) -> dict[tuple[DocumentId, int], str]:
    """Return the text of those of the pages, by document and number, that `reader` may read."""
    condition, parameters = allowed(reader)
    found = db.execute(
        "SELECT p.document_id, p.number, p.text FROM json_each(?) w JOIN pages p"
        " ON p.document_id = w.value ->> 0 AND p.number = w.value ->> 1"
        f" JOIN documents d ON d.id = p.document_id WHERE {condition}",
        [json.dumps(sorted(set(pages))), *parameters],
    )
    return {(document, number): text for document, number, text in found}


def audiences(db: Database, reader: Reader) -> frozenset[str]:
    """Return for whom the documents are that `reader` may read: all that anything found for him was made of."""
    condition, parameters = allowed(reader)
    found = db.execute(f"SELECT DISTINCT d.audience FROM documents d WHERE {condition}", parameters)
    return frozenset(audience for (audience,) in found)
