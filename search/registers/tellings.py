"""What papers tell, as it is stored: items of sittings, papers as a whole, facts. Writes and reads rows.

A telling has a key of its own, from the sitting and its title, that stays the same when its paper is read again; what
people decide of it is kept by that key.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlite_utils import Database

from search import rows
from search.items import named
from search.permissions import allowed
from search.registers.agreements import Fact, Field
from search.registers.treatments import Article, Effect, Treatment, Vote
from search.spans import text_of
from search.types import Document, DocumentId, Reader, Span

TellingId = int

_BRIEF = (
    "m.id, m.document_id, m.is_item, m.own_key, m.key, m.position, m.number, m.code, m.title, m.is_public, m.effect,"
    " m.confidence"
)
_WHOLE = f"{_BRIEF}, m.votes, m.articles, m.decision, m.spans, m.title_spans, m.uri"
_LISTED = f"{_BRIEF}, '[]', '[]', '[]', '[]', m.title_spans, m.uri"
"""For lists: without votes and articles, which are most of what is stored."""
_NAMED = f"{_BRIEF}, '[]', '[]', '[]', '[]', '[]', ''"
"""For what is derived: without places as well."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An item of a sitting as one paper tells it, or a paper that has no items, as a whole."""

    id: TellingId
    document_id: DocumentId
    is_item: bool
    own_key: str
    key: str  # that of all that tell of the same decision; its own where nothing else does
    treatment: Treatment


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands in one paper."""

    key: str
    is_item: bool
    spans: tuple[Span, ...]


def put(
    db: Database, document_id: DocumentId, about: Document, found: Sequence[Treatment], said: Sequence[Fact]
) -> None:
    """Store what a paper tells, in place of what was stored of it before."""
    db.execute("DELETE FROM tellings WHERE document_id = ?", [document_id])
    db.execute("DELETE FROM facts WHERE document_id = ?", [document_id])
    whole = Treatment(0, "", "", about.title, None, None, 0.0, (), (), (), (), ())
    seen: dict[str, int] = {}
    for treatment in found or (whole,):
        key = own_key(about, treatment, is_item=bool(found))
        seen[key] = seen.get(key, 0) + 1
        key = key if seen[key] == 1 else _hash(key, str(seen[key]))
        db.execute(
            "INSERT INTO tellings (document_id, is_item, own_key, key, position, number, code, title, is_public,"
            " effect, confidence, votes, articles, decision, spans, title_spans, uri)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [document_id, int(bool(found)), key, key, *_packed(treatment)],
        )
    db.conn.executemany(
        "INSERT INTO facts (document_id, position, field, value, said, detail, spans, confidence)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (document_id, i, str(f.field), f.value, f.said, f.detail, _spans_text(f.spans), f.confidence)
            for i, f in enumerate(said)
        ],
    )


def own_key(about: Document, treatment: Treatment, *, is_item: bool) -> str:
    """Return the key of a telling by itself: of the sitting and its code or title, or of the paper's path."""
    if not is_item:
        return _hash("paper", about.path)
    named_as = named(treatment.title)
    title = " ".join(sorted(named_as.words)) if named_as else treatment.title.casefold()
    day = about.date.isoformat() if about.date else about.path
    return _hash("item", about.municipality or "", about.body or "", day, treatment.code or title)


def every(db: Database) -> list[tuple[Document, Telling]]:
    """Return all tellings with their documents, by date and place, for what is derived from them; never for a reader.

    Without votes, articles and places on the page: see `texts` and `decided`.
    """
    return list(_read(db, _NAMED, "1", []))


def texts(db: Database, ids: Iterable[TellingId]) -> Iterator[tuple[TellingId, str]]:
    """Yield the texts of tellings, for what is derived from them; never for a reader. Of a paper without items, all."""
    found = db.execute(
        "SELECT id, document_id, is_item, spans FROM tellings WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY document_id, position",
        [json.dumps(list(ids))],
    ).fetchall()
    for document_id, told in groupby(found, key=lambda row: row[1]):
        written = db.execute("SELECT number, text FROM pages WHERE document_id = ? ORDER BY number", [document_id])
        pages = dict(written.fetchall())
        for i, _, is_item, spans in told:
            yield i, text_of(_spans(spans), pages) if is_item else "\n".join(pages.values())


def decided(db: Database, ids: Iterable[TellingId]) -> Iterator[tuple[TellingId, str]]:
    """Yield what was decided, for what is derived from it; never for a reader.

    The articles, a line for each; where there are none, the words of the decision: so decision lists tell it.
    """
    found = db.execute(
        "SELECT id, document_id, articles, decision FROM tellings WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY document_id, position",
        [json.dumps(list(ids))],
    ).fetchall()
    for document_id, told in groupby(found, key=lambda row: row[1]):
        written = db.execute("SELECT number, text FROM pages WHERE document_id = ?", [document_id])
        pages = dict(written.fetchall())
        for i, _, packed, decision in told:
            articles = "\n".join(text for _, text, _ in _listed_in(packed))
            yield i, articles or text_of(_spans(decision), pages)


def listed(db: Database, reader: Reader) -> list[tuple[Document, Telling]]:
    """Return all that `reader` may read, by date and place, without votes, articles and places on the page."""
    may, parameters = allowed(reader)
    return list(_read(db, _LISTED, may, parameters))


def of_keys(db: Database, keys: Sequence[str], reader: Reader) -> list[tuple[Document, Telling]]:
    """Return all that `reader` may read of these decisions, by date and place."""
    may, parameters = allowed(reader)
    condition = f"{may} AND m.key IN (SELECT value FROM json_each(?))"
    return list(_read(db, _WHOLE, condition, [*parameters, json.dumps(list(keys))]))


def of_documents(db: Database, documents: Sequence[DocumentId], reader: Reader) -> Iterator[tuple[Document, Telling]]:
    """Yield what these papers tell, as far as `reader` may read them, by date and place."""
    may, parameters = allowed(reader)
    condition = f"{may} AND d.id IN (SELECT value FROM json_each(?))"
    yield from _read(db, _WHOLE, condition, [*parameters, json.dumps(list(documents))])


def with_articles(db: Database, words: Sequence[str], reader: Reader) -> Iterator[tuple[Document, Telling]]:
    """Yield what `reader` may read whose articles hold one of these words, by date and place."""
    may, parameters = allowed(reader)
    condition = f"{may} AND ({' OR '.join(['m.articles LIKE ?'] * len(words))})"
    yield from _read(db, _WHOLE, condition, [*parameters, *(f"%{word}%" for word in words)])


def of_document(db: Database, document_id: DocumentId, reader: Reader) -> list[Telling]:
    """Return what one paper tells, in its order; empty where `reader` may not read it."""
    return [telling for _, telling in of_documents(db, [document_id], reader)]


def places(db: Database, documents: Collection[DocumentId], reader: Reader) -> dict[DocumentId, list[Place]]:
    """Return where the items of papers stand, in their order.

    Their places alone: with votes and articles ten results took 33 ms, so they take 2 ms.
    """
    may, parameters = allowed(reader)
    found = db.execute(
        "SELECT m.document_id, m.key, m.is_item, m.spans FROM tellings m JOIN documents d ON d.id = m.document_id"
        f" WHERE {may} AND d.id IN (SELECT value FROM json_each(?)) ORDER BY m.document_id, m.position",
        [*parameters, json.dumps(sorted(documents))],
    )
    found_in: dict[DocumentId, list[Place]] = {}
    for document_id, key, is_item, spans in found:
        found_in.setdefault(document_id, []).append(Place(key, bool(is_item), _spans(spans)))
    return found_in


def facts(db: Database, reader: Reader, documents: Iterable[DocumentId] | None = None) -> dict[DocumentId, list[Fact]]:
    """Return the facts of the documents that `reader` may read, of all of them or of some."""
    may, parameters = allowed(reader)
    if documents is not None:
        may += " AND d.id IN (SELECT value FROM json_each(?))"
        parameters.append(json.dumps(list(documents)))
    found = db.execute(
        "SELECT f.document_id, f.field, f.value, f.said, f.detail, f.spans, f.confidence"
        f" FROM facts f JOIN documents d ON d.id = f.document_id WHERE {may} ORDER BY f.document_id, f.position",
        parameters,
    )
    told: dict[DocumentId, list[Fact]] = {}
    for document_id, field, value, said, detail, spans, confidence in found:
        told.setdefault(document_id, []).append(Fact(Field(field), value, said, detail, _spans(spans), confidence))
    return told


def sentences(db: Database, field: Field) -> dict[DocumentId, tuple[str, ...]]:
    """Return the sentences from which facts of a field were read, for what is derived from them; never for a reader."""
    found = db.execute(
        "SELECT document_id, said FROM facts WHERE field = ? ORDER BY document_id, position", [str(field)]
    )
    said: dict[DocumentId, list[str]] = {}
    for document_id, sentence in found:
        said.setdefault(document_id, []).append(sentence)
    return {document_id: tuple(dict.fromkeys(some)) for document_id, some in said.items()}


def set_keys(db: Database, keys: Iterable[tuple[TellingId, str]]) -> None:
    """Note which decision each matter tells of."""
    db.conn.executemany("UPDATE tellings SET key = ? WHERE id = ? AND key != ?", [(k, i, k) for i, k in keys])


def _read(
    db: Database, columns: str, condition: str, parameters: Sequence[object]
) -> Iterator[tuple[Document, Telling]]:
    found = db.execute(
        f"SELECT {rows.DOCUMENT}, {columns} FROM tellings m JOIN documents d ON d.id = m.document_id"
        f" WHERE {condition} ORDER BY d.date IS NULL, d.date, d.id, m.position",
        list(parameters),
    )
    width = rows.DOCUMENT.count(",") + 1
    documents: dict[DocumentId, Document] = {}
    for row in found:
        document = documents.get(row[0]) or documents.setdefault(row[0], rows.document(row[:width]))
        yield document, _telling(row[width:])


def _telling(row: Sequence[object]) -> Telling:
    i, document_id, is_item, own, key, position, number, code, title, is_public, effect, confidence = row[:12]
    votes, articles, decision, spans, title_spans, uri = map(str, row[12:])
    treatment = Treatment(
        position, number, code, title,  # type: ignore[arg-type]
        None if is_public is None else bool(is_public),
        None if effect is None else Effect(str(effect)),
        confidence,  # type: ignore[arg-type]
        tuple(Vote(*vote) for vote in _listed_in(votes)),
        tuple(Article(number, text, _spans_of(place)) for number, text, place in _listed_in(articles)),
        _spans(decision), _spans(spans), _spans(title_spans), uri,
    )  # fmt: skip
    return Telling(i, document_id, bool(is_item), str(own), str(key), treatment)  # type: ignore[arg-type]


def _packed(treatment: Treatment) -> list[object]:
    t = treatment
    votes = [[v.said, v.is_unanimous, v.in_favour, v.against, v.abstained, v.is_secret, v.subject] for v in t.votes]
    articles = [[a.number, a.text, [[s.page, s.start, s.end] for s in a.spans]] for a in t.articles]
    return [
        t.position, t.number, t.code, t.title, None if t.is_public is None else int(t.is_public),
        t.effect and str(t.effect), t.confidence, json.dumps(votes, ensure_ascii=False),
        json.dumps(articles, ensure_ascii=False), _spans_text(t.decision), _spans_text(t.spans),
        _spans_text(t.title_spans), t.uri,
    ]  # fmt: skip


def _spans_text(spans: Sequence[Span]) -> str:
    return json.dumps([[s.page, s.start, s.end] for s in spans])


def _spans(text: str) -> tuple[Span, ...]:
    return _spans_of(_listed_in(text))


def _listed_in(text: str) -> Sequence[Any]:
    return () if text == "[]" else json.loads(text)


def _spans_of(packed: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in packed)


def _hash(*parts: str) -> str:
    """Return a name that tells nothing of what it names: it stands in links that others may see."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
