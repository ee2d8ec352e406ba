"""What the text of an item says, as JSON has it and back. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from search.registers.citations import Citation, Cited
from search.registers.claims import Claim
from search.registers.decisions import State
from search.registers.matters import Title, Word

Words = dict[tuple[object, ...], Word]
"""Words that were read before: most items are made of the same ones."""


def of_cites(cites: Iterable[Citation]) -> object:
    """Return citations as they are stored."""
    return [[str(each.what), each.said, each.number, _iso(each.day), each.body, each.municipality] for each in cites]


def cites(packed: Any) -> tuple[Citation, ...]:
    """Return citations from how they are stored."""
    return tuple(
        Citation(Cited(what), said, number, _day(day), body, municipality)
        for what, said, number, day, body, municipality in packed
    )


def of_claims(claims: Iterable[Claim]) -> object:
    """Return claims as they are stored."""
    return [
        [each.said, _iso(each.last), each.state and str(each.state), of_cites(each.cites), _iso(each.since)]
        for each in claims
    ]


def claims(packed: Any) -> tuple[Claim, ...]:
    """Return claims from how they are stored."""
    return tuple(
        Claim(said, _day(last), State(state) if state else None, cites(cited), _day(since))
        for said, last, state, cited, since in packed
    )


def of_title(title: Title) -> object:
    """Return what a matter is about as it is stored."""
    words, told = (
        [[w.stem, w.rarity, w.parts, w.concepts, w.written] for w in some] for some in (title.words, title.told)
    )
    return [words, title.is_closed, sorted(title.own), sorted(title.names), told, title.is_from_text]


def title(packed: Any, known: Words) -> Title:
    """Return what a matter is about from how it is stored."""
    words, is_closed, own, names, told, is_from_text = packed
    return Title(
        _words(words, known), is_closed, frozenset(own), frozenset(names), _words(told, known), is_from_text
    )  # fmt: skip


def _words(packed: Any, known: Words) -> tuple[Word, ...]:
    found = []
    for stem, rarity, parts, concepts, written in packed:
        key = (stem, written, *concepts.items())
        found.append(known.get(key) or known.setdefault(key, Word(stem, rarity, parts, concepts, written)))
    return tuple(found)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
