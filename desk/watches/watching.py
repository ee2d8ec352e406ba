"""What is new for a watch: looked for in the name of its reader, kept by its place, and told with why it is told.

New is a paper that came since the watch looked last and that answers its question. The ranking alone makes nothing new:
a file that is read again, or that other papers let rise among the answers, was there already.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final, TypeAlias

from access import reader_named
from desk.registers import board
from desk.registers.board import Deadline, Row
from desk.watches import news, papers, reminders, watches
from desk.watches.news import Find, News, Reminder
from desk.watches.watches import Watch
from desk.watches.why import Why, why
from search import KnowledgeBase, store, whereabouts
from search.answer import Highlight, Query, Result
from search.database import is_being_written
from search.types import Document, Passage, Reader

MOST: Final = 200  # results of a question that are looked at: retrieval goes 300 passages deep


@dataclass(frozen=True, slots=True)
class Found:
    """A paper that is new, which its reader may read now."""

    news: News
    find: Find
    document: Document


@dataclass(frozen=True, slots=True)
class Due:
    """A day of a contract that comes near, which its reader may know now."""

    news: News
    reminder: Reminder
    row: Row
    deadline: Deadline


Told: TypeAlias = Found | Due


@dataclass(frozen=True, slots=True)
class Quote:
    """Where a paper answers, and why it was told. No passage where the paper was divided otherwise since."""

    page: int
    passage: Passage | None
    sentence: Highlight | None
    words: tuple[Highlight, ...]
    why: Why


def follow(
    kb: KnowledgeBase, data: Path, owner: str, reader: Reader, what: watches.What, query: Query, now: datetime
) -> Watch:
    """Follow something from now on: papers that are there now are not new.

    Raises:
        search.errors.QueryError: There is nothing to follow, or too much.
    """
    return watches.make(data, owner, reader.name, what, query, looked=_noticed(kb, data, reader), now=now)


def ask(kb: KnowledgeBase, data: Path, watch: Watch, query: Query) -> None:
    """Let a watch follow another question from now on."""
    watches.ask(data, watch.owner, watch.id, query, _noticed(kb, data, reader_named(watch.reader)))


def look(kb: KnowledgeBase, data: Path, watch: Watch, now: datetime) -> list[News] | None:
    """Look for what is new, keep it, and return it; None while files are being read in: what is new is not whole then.

    Args:
        kb: The knowledge base.
        data: The folder of what people keep.
        watch: What is followed.
        now: The moment.
    """
    reader, generation = reader_named(watch.reader), kb.generation
    if is_being_written(kb.data):
        return None
    if watch.what is watches.What.CONTRACTS:
        found = reminders.due(contracts(kb, watch, now.date()), now.date())
        return news.keep(data, watch.id, [News(each.key, now, each) for each in found])
    latest = _noticed(kb, data, reader)
    if latest <= watch.looked:
        return []
    new = papers.new(data, reader.audiences, watch.looked)
    results = kb.search(watch.query, reader, MOST).results if new else ()
    told = {(each.told.path, each.told.passage) for each in _kept(data, watch) if isinstance(each.told, Find)}
    finds = [_find(result, new) for result in results if result.document.sha256 in new]
    if kb.generation != generation or is_being_written(kb.data):
        return None
    fresh = [News(each.content, now, each) for each in finds if (each.path, each.passage) not in told]
    return news.keep(data, watch.id, fresh, latest)


def told(kb: KnowledgeBase, data: Path, watch: Watch, today: date) -> list[Told]:
    """Return what a watch found and its reader may know now, the newest first."""
    kept = _kept(data, watch)
    if watch.what is watches.What.CONTRACTS:
        return _due(kept, contracts(kb, watch, today))
    finds = [each.told for each in kept if isinstance(each.told, Find)]
    reader = reader_named(watch.reader)
    by_content, by_path = _documents(kb, finds, reader)
    shown: list[Told] = []
    for each in kept:
        if not isinstance(each.told, Find):
            continue
        document = by_content.get(each.told.content)
        if document is None and (later := by_path.get(each.told.path)):  # changed since: does it still say so?
            document = later if _passage(kb, later, each.told, reader) else None
        if document is not None:
            shown.append(Found(each, each.told, document))
    return shown


def contracts(kb: KnowledgeBase, watch: Watch, today: date) -> list[Row]:
    """Return the contracts whose days a watch follows, as its reader may know them now."""
    every = kb.registers.register(reader_named(watch.reader)).contracts
    return board.rows(every, today, municipalities=watch.query.municipalities)


def quote(kb: KnowledgeBase, watch: Watch, found: Found) -> Quote:
    """Return where a paper answers, and which words, or what meaning, made it be told."""
    find = found.find
    passage = _passage(kb, found.document, find, reader_named(watch.reader))
    if passage is None:
        return Quote(1, None, None, (), why(watch.query.text, found.document.title, ()))
    words = tuple(Highlight(*place) for place in find.words)
    marked = [passage.text[word.start : word.end] for word in words]
    around = " ".join((found.document.title, *passage.headings))
    sentence = Highlight(*find.sentence) if find.sentence else None
    return Quote(passage.page, passage, sentence, words, why(watch.query.text, around, marked))


def _noticed(kb: KnowledgeBase, data: Path, reader: Reader) -> int:
    revision = store.setting(kb.db, "revision") or ""
    return papers.notice(data, lambda: kb.documents(reader), reader.audiences, revision)


def _kept(data: Path, watch: Watch) -> list[News]:
    return news.listed(data, watch.id)


def _find(result: Result, new: dict[str, bool]) -> Find:
    document, passage, sentence = result.document, result.passage, result.sentence
    return Find(
        content=document.sha256,
        path=document.path,
        passage=_digest(passage.text),
        page=passage.page,
        words=tuple((word.start, word.end) for word in result.words),
        sentence=(sentence.start, sentence.end) if sentence else None,
        is_changed=new[document.sha256],
    )


def _due(kept: Iterable[News], known: Iterable[Row]) -> list[Told]:
    """Return the reminders of days that still stand."""
    at = {row.contract.key: row for row in known}
    found: list[Told] = []
    for each in kept:
        reminder = each.told
        if not isinstance(reminder, Reminder) or not (row := at.get(reminder.contract)):
            continue
        deadline = next((d for d in row.deadlines if d.what == reminder.what and d.day == reminder.day), None)
        if deadline is not None:
            found.append(Due(each, reminder, row, deadline))
    return found


def _documents(
    kb: KnowledgeBase, finds: Sequence[Find], reader: Reader
) -> tuple[dict[str, Document], dict[str, Document]]:
    """Return the documents of these contents, and those at these paths, that `reader` may read now."""
    found = whereabouts.by_content_or_path(
        kb.db, [find.content for find in finds], [find.path for find in finds], reader
    )
    return {document.sha256: document for document in found}, {document.path: document for document in found}


def _passage(kb: KnowledgeBase, document: Document, find: Find, reader: Reader) -> Passage | None:
    passages = kb.passages(document.id, reader)
    return next((each for each in passages if _digest(each.text) == find.passage), None)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
