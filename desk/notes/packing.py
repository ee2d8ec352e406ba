"""A version of a note as stored bytes, and back: compressed JSON that is checked at every reading. Pure."""

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, Final, TypeVar

from desk.brief import texts
from desk.note import Part
from desk.notes.content import Chapter, Content, Piece, Place, Unreadable
from search.types import Span

FORMAT: Final = 1
_LARGEST: Final = 32 * 2**20  # bytes; the longest text that `checked` lets through takes 12 MB as ASCII
_PARTS: Final = tuple(
    form.partition("{")[0]
    for form in (
        texts.ARTICLE, texts.JOIN_UNTIL, texts.JOIN_OVER, texts.END, texts.NOTICE, texts.RENEWAL, texts.MAY_JOIN,
        texts.JOINED, texts.CEILING,
    )
)  # fmt: skip
_Of = TypeVar("_Of")
_DAMAGED: Final = (
    "Deze versie van de nota is beschadigd en kan niet getoond worden. Open de nota en zet een eerdere versie terug."
)
_NEWER: Final = "Deze versie van de nota is gemaakt met een nieuwere versie van het programma. Werk eerst dat bij."


def encoded(content: Content) -> bytes:
    """Return the content as it is stored."""
    plain = {"format": FORMAT, **asdict(content)}
    return zlib.compress(json.dumps(plain, default=date.isoformat, separators=(",", ":")).encode())


def decoded(stored: bytes) -> Content:
    """Return what `encoded` made.

    Raises:
        Unreadable: It is damaged, or of a newer program; the sentence says which.
    """
    try:
        packed = zlib.decompressobj()
        plain = json.loads(packed.decompress(stored, _LARGEST))
        if not packed.eof or not isinstance(plain, dict):
            raise ValueError("cut off, or no note")
        if isinstance(number := plain.get("format"), int) and number > FORMAT:
            raise Unreadable(_NEWER)
        return _content(plain)
    except (ValueError, KeyError, TypeError, RecursionError, zlib.error) as error:
        raise Unreadable(_DAMAGED) from error


def _content(plain: Mapping[str, Any]) -> Content:
    if plain["format"] != FORMAT:
        raise ValueError("no such format")
    content = Content(
        _text(plain["title"]), _each(plain["chapters"], _chapter), _text(plain["theme"]), _day(plain["since"]),
        _day(plain["until"]), _each(plain["municipalities"], _text),
    )  # fmt: skip
    names = [each.id for each in content.pieces()] + [each.id for each in content.chapters]
    if len(set(names)) != len(names):
        raise ValueError("an id stands twice")
    return content


def _chapter(plain: Mapping[str, Any]) -> Chapter:
    return Chapter(_text(plain["id"]), Part(plain["part"]), _text(plain["heading"]), _each(plain["pieces"], _piece))


def _piece(plain: Mapping[str, Any]) -> Piece:
    place = None if plain["place"] is None else _place(plain["place"])
    lead, label = _text(plain["lead"]), plain.get("label")
    if label is None:  # kept before pieces had labels: what named a part stood in the place of what it is a part of
        lead, label = ("", lead) if place and lead.startswith(_PARTS) else (lead, "")
    return Piece(
        _text(plain["id"]), _text(plain["text"]), place, lead, _text(plain["remark"]),
        _each(plain["audiences"], _text), _text(plain["origin"]), _text(label),
    )  # fmt: skip


def _place(plain: Mapping[str, Any]) -> Place:
    return Place(
        _text(plain["path"]), _text(plain["sha256"]), _number(plain["page"]), _each(plain["spans"], _span),
        _text(plain["audience"]),
    )  # fmt: skip


def _span(plain: Mapping[str, Any]) -> Span:
    return Span(_number(plain["page"]), _number(plain["start"]), _number(plain["end"]))


def _each(plain: object, make: Callable[[Any], _Of]) -> tuple[_Of, ...]:
    if not isinstance(plain, Sequence) or isinstance(plain, str):
        raise TypeError("no list")
    return tuple(make(each) for each in plain)


def _text(plain: object) -> str:
    if not isinstance(plain, str):
        raise TypeError("no text")
    return plain


def _number(plain: object) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool) or plain < 0:
        raise TypeError("no number")
    return plain


def _day(plain: object) -> date | None:
    return None if plain is None else date.fromisoformat(_text(plain))
