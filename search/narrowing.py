"""What was understood of a question -> which documents and passages it leaves, and which of them come first.

Everything here is decided among what the reader may read. Knows nothing of scores but the share that is left of one.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from search.answer import Aspect, Notion, Query
from search.language.dutch import analyse
from search.language.wishes import plain
from search.permissions import allowed
from search.question import FITTING, Question, in_words, without
from search.types import Document, DocumentId, Hit, PassageId, Reader

UNFIT = 0.5  # what is left of the score of a document of another kind than the question asks for
# Of a document that is not of the municipality that is named: by a partnership that names it too, by another
# municipality that does, by any that does not. nDCG@10 of 232 questions on the sample corpus with a place in them, its
# own papers first: no preference 0.795; 1, 0.8 and 0.6 0.880; 1, 0.7 and 0.5 0.894; 0.9, 0.7 and 0.5 0.895, and in 73 %
# of them a paper of its own on top instead of 64 %. Without the name in what is embedded 0.885, in the words too 0.871.
NAMED_BY_PARTNERSHIP = 0.9
NAMED_BY_OTHER = 0.7
NOT_NAMED = 0.5
OTHER_BODY = 0.8
MOST_READ = 3_000  # passages that are read to see whether a phrase stands in them
_STANDS_IN = (Aspect.PHRASE, Aspect.NUMBER)


@dataclass(frozen=True, slots=True)
class Holding:
    """Where the phrases and numbers of a question stand: documents that have them all, passages that have any."""

    documents: frozenset[DocumentId]
    passages: frozenset[PassageId]


def grounded(db: Database, asked: Question, reader: Reader) -> Question:
    """Return the question without the notions that nothing here could meet, whatever its subject.

    Where no document has a date, a period is no more than words.
    """
    times = asked.of(Aspect.PERIOD)
    if times and not _any(db, reader, Query(""), "d.date IS NOT NULL"):
        asked = in_words(asked, times)
    return without(asked, [notion for notion in asked.notions if not _is_met(db, notion, reader)])


def holding(db: Database, asked: Question, reader: Reader) -> Holding | None:
    """Return where the phrases and numbers of the question stand; None where it has none."""
    wanted = asked.values(*_STANDS_IN)
    if not wanted:
        return None
    found = [_standing(db, phrase, reader) for phrase in wanted]
    return Holding(
        frozenset.intersection(*(each.documents for each in found)),
        frozenset().union(*(each.passages for each in found)),
    )


def left(
    db: Database, hits: Sequence[Hit], owner: Mapping[PassageId, DocumentId], asked: Question, held: Holding | None
) -> list[Hit]:
    """Return the hits that the question leaves, in their order: with its phrases, and without its unwanted words."""
    kept = [hit for hit in hits if hit.passage_id in owner]
    for word in asked.values(Aspect.WITHOUT):
        stands = _among(db, "words", word, [hit.passage_id for hit in kept])
        kept = [hit for hit in kept if hit.passage_id not in stands]
    if held is None:
        return kept
    saying = {owner[hit.passage_id] for hit in kept if hit.passage_id in held.passages}
    return [
        hit
        for hit in kept
        if owner[hit.passage_id] in held.documents
        and (hit.passage_id in held.passages or owner[hit.passage_id] not in saying)  # it stands in the title
    ]


def shares(db: Database, asked: Question, documents: Mapping[DocumentId, Document]) -> dict[DocumentId, float]:
    """Return what is left of the score of each document, in (0, 1]: less where it is not what was asked for."""
    places, bodies = asked.values(Aspect.MUNICIPALITY), asked.values(Aspect.BODY)
    kinds = FITTING.get(asked.intent or "", frozenset())
    naming = {i for place in places for i in _among(db, "document_words", place, list(documents))}
    return {
        i: (UNFIT if kinds and document.kind not in kinds else 1.0)
        * _nearness(document, places, i in naming)
        * (OTHER_BODY if bodies and not _is_of(document, bodies) else 1.0)
        for i, document in documents.items()
    }


def _nearness(document: Document, places: Sequence[str], is_naming: bool) -> float:
    if not places or document.municipality in places:
        return 1.0
    if not is_naming:
        return NOT_NAMED
    return NAMED_BY_OTHER if document.municipality else NAMED_BY_PARTNERSHIP


def _is_of(document: Document, bodies: Sequence[str]) -> bool:
    return document.body is not None and document.body.casefold().startswith(tuple(body.casefold() for body in bodies))


def _is_met(db: Database, notion: Notion, reader: Reader) -> bool:
    match notion.aspect:
        case Aspect.PERIOD:
            return _any(db, reader, Query("", since=notion.since, until=notion.until))
        case Aspect.MUNICIPALITY:
            return _any(db, reader, Query("", municipalities=(notion.value,)))
        case Aspect.BODY:
            return _any(db, reader, Query(""), "d.body LIKE ? || '%'", [notion.value])
        case Aspect.KIND:
            return _any(db, reader, Query("", kinds=tuple(FITTING[notion.value])))
        case Aspect.PHRASE | Aspect.NUMBER:
            return bool(_standing(db, notion.value, reader).documents)
        case Aspect.WITHOUT:
            return True


def _any(db: Database, reader: Reader, query: Query, more: str = "1", values: Sequence[object] = ()) -> bool:
    condition, parameters = allowed(reader, query)
    found = db.execute(f"SELECT 1 FROM documents d WHERE {condition} AND {more} LIMIT 1", [*parameters, *values])
    return found.fetchone() is not None


def _standing(db: Database, phrase: str, reader: Reader) -> Holding:
    """Return where a phrase stands word for word, but for capitals, accents, spaces and punctuation."""
    expression = _expression(phrase)
    if not expression:
        return Holding(frozenset(), frozenset())
    condition, parameters = allowed(reader)
    sought = plain(phrase)
    passages = db.execute(
        "SELECT p.id, p.document_id, p.context || ' ' || p.headings || ' ' || p.text FROM words w"
        " CROSS JOIN passages p ON p.id = w.rowid CROSS JOIN documents d ON d.id = p.document_id"
        f" WHERE words MATCH ? AND {condition} LIMIT ?",
        [expression, *parameters, MOST_READ],
    )
    found = [(passage, document) for passage, document, text in passages if sought in plain(text)]
    titles = db.execute(
        "SELECT d.id, d.title FROM document_words w CROSS JOIN documents d ON d.id = w.rowid"
        f" WHERE document_words MATCH ? AND {condition} LIMIT ?",
        [expression, *parameters, MOST_READ],
    )
    titled = {document for document, title in titles if sought in plain(title)}
    return Holding(frozenset(titled | {document for _, document in found}), frozenset(passage for passage, _ in found))


def _among(db: Database, table: str, words: str, ids: Sequence[int]) -> set[int]:
    """Return those of these passages, or documents, in which all of the words stand in some form."""
    expression = _expression(words)
    if not expression or not ids:
        return set()
    found = db.execute(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid IN (SELECT value FROM json_each(?))",
        [expression, json.dumps(list(ids))],
    )
    return {i for (i,) in found}


def _expression(words: str) -> str:
    return " AND ".join(f'"{stem}"' for stem in dict.fromkeys(analyse(plain(words))))
