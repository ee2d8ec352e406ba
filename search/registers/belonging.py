"""What belongs together, derived from what papers tell: papers on one decision, dossiers, what ends a decision, themes.

Made again at the end of every reading. The edits of people are applied when somebody looks, never here.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path

from sqlite_utils import Database

from search import store
from search.copies import RICHEST
from search.language.themes import load
from search.permissions import allowed
from search.registers import claims as claimed
from search.registers import decisions, gists, tellings, themes, title_vectors, validity
from search.registers.agreements import Field
from search.registers.decisions import MEETINGS, Decision, State
from search.registers.gists import Gist
from search.registers.linking import Link, Reason, links
from search.registers.matters import Matter
from search.registers.sittings import keyed
from search.registers.tellings import Telling
from search.registers.themes import Themes
from search.registers.title_vectors import LONGEST
from search.registers.treatments import Effect
from search.registers.validity import Change, Said
from search.types import Document, Embedder, Kind, Reader, Vectors

Told = Sequence[tuple[Document, Telling]]


def bring_up_to_date(db: Database, embedder: Embedder, folder: Path) -> None:
    """Note which papers tell of one decision, what decisions say of each other, their themes, and what links them.

    What each item says by itself is kept from earlier readings; what items say of each other is made anew, since one
    more item changes how rare a word is. Of 25,000 items: 133 s of processor once, and 31 s at each reading.
    """
    read = tellings.every(db)
    keys = keyed(read)
    with db.atomic():
        tellings.set_keys(db, keys.items())
    told = [(document, replace(telling, key=keys[telling.id])) for document, telling in read]
    every = decisions.assembled(told, {}, {})
    gists.keep_what_fits(db, embedder.name, _list_in(folder))
    listed = Themes(load(folder))
    means = (text[:LONGEST] for each in themes.texts(listed) for text in each)
    vectors = title_vectors.bring_up_to_date(db, (*(each.title for each in every.values()), *means), embedder)
    richest = {each.papers[0].telling.id: each for each in every.values()}
    said = gists.of_texts(db, richest, vectors, themes.placed(listed, vectors))
    own = {richest[i].key: gist for i, gist in said.items()}
    compared = [_matter(each, own[key], vectors[each.title[:LONGEST]]) for key, each in every.items()]
    with db.atomic():
        store.set_setting(db, "themes", _list_in(folder))
        _put_changes(db, validity.changes([*_said(db, told), *_stated(db, told)]))
        _put_themes(db, every, own)
        _put_links(db, every, links(compared))


def forget(db: Database) -> None:
    """Forget what is kept from earlier readings."""
    title_vectors.forget(db)
    gists.forget(db)


def are_current(db: Database, folder: Path) -> bool:
    """Whether themes were given by the list that stands there now."""
    return store.setting(db, "themes") == _list_in(folder)


def _list_in(folder: Path) -> str:
    """Return a name of the list of themes, another for another list."""
    return hashlib.sha256(repr(load(folder)).encode()).hexdigest()


def changes(db: Database, reader: Reader) -> dict[str, list[Change]]:
    """Return what the papers that `reader` may read say of whether a decision holds, by the key of that decision."""
    may, parameters = allowed(reader)
    found = db.execute(
        "SELECT c.of_key, c.by_key, c.state, c.since, c.said, c.document_id"
        f" FROM changes c JOIN documents d ON d.id = c.document_id WHERE {may} ORDER BY c.rowid",
        parameters,
    )
    said: dict[str, list[Change]] = defaultdict(list)
    for of, by, state, since, sentence, document_id in found:
        day = date.fromisoformat(since) if since else None
        said[of].append(Change(of, by, State(state), day, sentence, document_id))
    return said


def linked(db: Database, reader: Reader) -> list[Link]:
    """Return the links between what `reader` may read: both papers that were compared must be his to read."""
    may_one, parameters = allowed(reader, table="a")
    may_other, more = allowed(reader, table="b")
    found = db.execute(
        "SELECT l.one, l.other, l.reason, l.said, l.strength FROM links l JOIN documents a ON a.id = l.one_document"
        f" JOIN documents b ON b.id = l.other_document WHERE {may_one} AND {may_other} ORDER BY l.rowid",
        [*parameters, *more],
    )
    return [Link(one, other, Reason(reason), said, strength) for one, other, reason, said, strength in found]


def themed(db: Database, reader: Reader) -> dict[str, tuple[str, ...]]:
    """Return the themes of each decision, the likeliest first, as the papers tell that `reader` may read."""
    may, parameters = allowed(reader)
    found = db.execute(
        "SELECT t.key, t.theme FROM themes t JOIN documents d ON d.id = t.document_id"
        f" WHERE {may} ORDER BY t.key, t.score DESC, t.theme",
        parameters,
    )
    return {key: tuple(theme for _, theme in some) for key, some in groupby(found, key=lambda row: row[0])}


def _matter(decision: Decision, own: Gist, vector: Vectors) -> Matter:
    return Matter(
        decision.key, decision.municipality, decision.body, decision.date, decision.code, decision.document.kind,
        decision.effect, own.cites, own.about, vector, decision.title,
    )  # fmt: skip


def _said(db: Database, told: Told) -> Iterator[Said]:
    """Yield what governing bodies decided, the richest paper on each first; agendas and reports decide nothing."""
    deciding = [
        (document, telling)
        for document, telling in told
        if document.kind is not Kind.AGENDA and document.kind not in MEETINGS and telling.is_item
    ]
    deciding.sort(key=lambda pair: (RICHEST.get(pair[0].kind, 0), pair[0].id, pair[1].treatment.position))
    claims = gists.claims(db, (telling.id for _, telling in deciding))
    for document, telling in deciding:
        yield Said(
            telling.key, document.id, document.municipality, document.body, document.date, telling.treatment.code,
            telling.treatment.title, telling.treatment.effect,
            (*claims[telling.id], *claimed.of_title(telling.treatment.title)),
        )  # fmt: skip


def _stated(db: Database, told: Told) -> Iterator[Said]:
    """Yield the positions, each with what it says that it takes the place of."""
    replaces = tellings.sentences(db, Field.REPLACES)
    for document, telling in told:
        if document.kind is Kind.POSITION and not telling.is_item:
            yield Said(
                telling.key, document.id, document.municipality, document.body, document.date, "", document.title,
                Effect.APPROVED, claimed.claims("\n".join(replaces.get(document.id, ()))),
            )  # fmt: skip


def _put_changes(db: Database, found: Iterable[Change]) -> None:
    db.execute("DELETE FROM changes")
    db.conn.executemany(
        "INSERT INTO changes (of_key, by_key, document_id, state, since, said) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (each.of, each.by, each.document_id, str(each.state), each.since and each.since.isoformat(), each.said)
            for each in found
        ],
    )


def _put_themes(db: Database, every: Mapping[str, Decision], own: Mapping[str, Gist]) -> None:
    db.execute("DELETE FROM themes")
    db.conn.executemany(
        "INSERT INTO themes (key, theme, score, document_id) VALUES (?, ?, ?, ?)",
        [(key, theme, score, each.document.id) for key, each in every.items() for theme, score in own[key].themes],
    )


def _put_links(db: Database, every: Mapping[str, Decision], found: Iterable[Link]) -> None:
    db.execute("DELETE FROM links")
    db.conn.executemany(
        "INSERT INTO links (one, one_document, other, other_document, reason, said, strength)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(link.one, every[link.one].document.id, link.other, every[link.other].document.id),
                *(str(link.reason), link.said, link.strength),
            )
            for link in found
        ],
    )
