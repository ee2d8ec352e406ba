"""What the text of an item says by itself: what it cites and names, its themes, which decisions it ends.

That depends on the item alone, so it is made once and kept while its paper stands. Knows nothing of other items.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sqlite_utils import Database

from search import store
from search.registers import citations, gist_json, matters, tellings, themes
from search.registers import claims as reading
from search.registers.citations import Citation
from search.registers.claims import Claim
from search.registers.decisions import Decision
from search.registers.matters import Title
from search.registers.tellings import TellingId
from search.registers.themes import Themes
from search.registers.title_vectors import LONGEST
from search.types import Vectors

BATCH = 1_000  # items committed together
_KEY = "gists"
_PACKAGES = ("search.registers", "search.language")  # whose code and lists decide what is made of a text
_TEXT, _CLAIMS = "text", "claims"


@dataclass(frozen=True, slots=True)
class Gist:
    """What the title and the text of an item say."""

    cites: tuple[Citation, ...]
    about: Title
    themes: tuple[tuple[str, float], ...]  # each with how likely it is, the likeliest first


def keep_what_fits(db: Database, *made_with: str) -> None:
    """Forget what was made with something else: another model, another list, another version of this program."""
    wanted = hashlib.sha256("\0".join((_program(), *made_with)).encode()).hexdigest()
    if store.setting(db, _KEY) != wanted:
        with db.atomic():
            forget(db)
            store.set_setting(db, _KEY, wanted)


def forget(db: Database) -> None:
    """Forget all of them."""
    db.execute("DELETE FROM gists")


def of_texts(
    db: Database, items: Mapping[TellingId, Decision], vectors: Mapping[str, Vectors], listed: Themes
) -> dict[TellingId, Gist]:
    """Return what items say.

    Args:
        db: Open for writing: what is made now is kept.
        items: The richest telling of each decision, with that decision.
        vectors: Of their titles, each up to LONGEST characters.
        listed: The themes to choose from.
    """

    def made(ids: Sequence[TellingId]) -> Iterator[tuple[TellingId, object]]:
        for i, text in tellings.texts(db, ids):
            yield i, _made(items[i].title, items[i].body, text, vectors[items[i].title[:LONGEST]], listed)

    known: gist_json.Words = {}
    return {
        i: Gist(gist_json.cites(cites), gist_json.title(about, known), tuple(map(tuple, found)))
        for i, (cites, about, found) in _kept(db, _TEXT, items, made)
    }


def claims(db: Database, ids: Iterable[TellingId]) -> dict[TellingId, tuple[Claim, ...]]:
    """Return what was decided in these items of decisions that no longer hold as they did."""

    def made(ids: Sequence[TellingId]) -> Iterator[tuple[TellingId, object]]:
        for i, text in tellings.decided(db, ids):
            yield i, gist_json.of_claims(reading.claims(text))

    return {i: gist_json.claims(packed) for i, packed in _kept(db, _CLAIMS, ids, made)}


def _kept(
    db: Database,
    sort: str,
    wanted: Iterable[TellingId],
    made: Callable[[Sequence[TellingId]], Iterator[tuple[TellingId, object]]],
) -> Iterator[tuple[TellingId, Any]]:
    """Yield what is kept of these items as it was packed, once what is not there yet has been made."""
    wanted = set(wanted)
    has = {i for (i,) in db.execute("SELECT telling_id FROM gists WHERE sort = ?", [sort])}
    new = sorted(wanted - has)
    for first in range(0, len(new), BATCH):
        packed = [(i, sort, json.dumps(each, ensure_ascii=False)) for i, each in made(new[first : first + BATCH])]
        with db.atomic():
            db.conn.executemany("INSERT INTO gists (telling_id, sort, packed) VALUES (?, ?, ?)", packed)
    found = db.execute("SELECT telling_id, packed FROM gists WHERE sort = ?", [sort])
    yield from ((i, json.loads(packed)) for i, packed in found if i in wanted)


def _made(title: str, body: str | None, text: str, vector: Vectors, listed: Themes) -> object:
    return [
        gist_json.of_cites(citations.find(text)),
        gist_json.of_title(matters.about(title, body, text)),
        [(each.theme, each.score) for each in themes.themes_of(title, text, vector, listed)],
    ]


@cache
def _program() -> str:
    """Return a name of the code and the lists that make this, so that nobody need remember to change a number."""
    read = hashlib.sha256()
    for package in _PACKAGES:
        for file in sorted(files(package).iterdir(), key=lambda file: file.name):
            if file.name.endswith((".py", ".txt", ".tsv")):
                read.update(file.read_bytes())
    return read.hexdigest()
