"""What a model wrote, read as sentences that name their quotations; strict, since anything may stand there. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desk.summary.statement import Dropped, Reason
from search.language.sentences import sentences

LONGEST_READ: Final = 8_000  # characters of an answer
LONGEST: Final = 300  # of a sentence
SHORTEST: Final = 15
_THOUGHTS: Final = "</think>"  # what a model thinks aloud stands before it
_BULLET: Final = re.compile(r"(?:[-*•–]|\d{1,2}[.)]) ")
_CITED: Final = re.compile(r" ?\[ ?\d{1,3}(?: ?[,;] ?\d{1,3}){0,9} ?\]")
_EMPHASIS: Final = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_MARKUP: Final = re.compile(
    r"[<>{}\[\]\\|`#@^~]|://|\bwww\.|&#?\w{1,20};|\b(?:javascript|data|mailto|file):", re.IGNORECASE
)
_HIDDEN: Final = frozenset(["Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"])  # control, direction, no character at all
_ENDS: Final = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, and the numbers of the quotations that it names."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    numbers: tuple[int, ...]


def read(answer: str) -> Iterator[Claim | Dropped]:
    """Yield the sentences of an answer, in order, and why each of the others is none that can be looked into."""
    for line in answer[:LONGEST_READ].rpartition(_THOUGHTS)[2].splitlines():
        flat = plain(line)
        for piece in _pieces(_BULLET.sub("", flat, count=1) if _BULLET.match(flat) else flat):
            yield from _claims(piece)


def plain(text: str) -> str:
    """Return text on one line, without hidden characters and emphasis."""
    shown = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    shown = "".join(c for c in shown if unicodedata.category(c) not in _HIDDEN)
    return _EMPHASIS.sub("", unicodedata.normalize("NFC", " ".join(shown.split())))


def _pieces(line: str) -> Iterator[_Piece]:
    """Yield a line in pieces, each with the numbers behind it; one within a sentence belongs to the whole of it."""
    text, numbers, at = "", list[int](), 0
    for match in [*_CITED.finditer(line), None]:
        between = line[at : match.start() if match else len(line)]
        goes_on = bool(text) and (not between.strip(" .,;:") or _goes_on(text, between))
        if text and not goes_on:
            yield _Piece(text, tuple(numbers))
            text, numbers = "", []
        text = f"{text}{between}" if text else between.strip()
        if match:
            numbers += [int(number) for number in re.findall(r"\d+", match[0])]
            at = match.end()
    if text:
        yield _Piece(text, tuple(numbers))


def _goes_on(text: str, after: str) -> bool:
    return not text.rstrip().endswith(_ENDS) and after.lstrip(" ,;:")[:1].islower()


def _claims(piece: _Piece) -> Iterator[Claim | Dropped]:
    """Yield the sentences of a piece: the number behind it is that of the last."""
    found = [piece.text[start:end].strip() for start, end in sentences(piece.text)]
    found = [each for each in found if any(character.isalnum() for character in each)]
    for position, text in enumerate(found):
        if _MARKUP.search(text):
            yield Dropped(text, Reason.MARKUP)
        elif not SHORTEST <= len(text) <= LONGEST or not (text[0].isupper() or text[0].isdigit()):
            yield Dropped(text[:LONGEST], Reason.NO_SENTENCE)
        elif position < len(found) - 1 or not piece.numbers:
            yield Dropped(text, Reason.UNCITED)
        else:
            yield Claim(_ended(text), tuple(dict.fromkeys(piece.numbers)))


def _ended(text: str) -> str:
    text = text.rstrip(" ,;:")
    return text if text.endswith(_ENDS) else f"{text}."
