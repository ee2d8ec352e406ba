"""A text as the things it says, in order, each with the words that make another statement of it: "niet", "minstens".

Knows Dutch and nothing of notes, models or servers. Pure.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from desk.summary import qualifiers
from desk.summary.pieces import Piece, Sort, pieces
from search.language.dutch import fold
from search.language.sentences import sentences

_CLAUSE: Final = re.compile(r"[,;:()|–]|\s-\s")


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that is said."""

    sort: Sort
    value: str
    days: tuple[date, date] | None
    sentence: int
    clause: int  # counted through all sentences
    qualifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says."""

    marks: tuple[Mark, ...]
    moods: Mapping[int, frozenset[str]]  # of clauses that have any: "kan", "moet", "vraag"
    conditions: Mapping[int, frozenset[str]]  # of each sentence: "tenzij", "behalve"


def read(text: str) -> Said:
    """Return what a text says, sentence by sentence."""
    found: list[Mark] = []
    moods: dict[int, frozenset[str]] = {}
    conditions: dict[int, frozenset[str]] = {}
    clause = 0
    for number, (start, end) in enumerate(sentences(text)):
        reader = _Reader(number, clause)
        reader.read(text[start:end])
        found += reader.marks
        moods |= {at: frozenset(words) for at, words in reader.moods.items()}
        conditions[number] = frozenset(reader.conditions)
        clause = reader.clause
    return Said(tuple(found), moods, conditions)


class _Reader:
    """Reads one sentence from left to right."""

    def __init__(self, sentence: int, clause: int) -> None:
        self.clause = clause
        self.marks: list[Mark] = []
        self.moods: dict[int, set[str]] = {}
        self.conditions: set[str] = set()
        self._sentence = sentence
        self._waiting: set[str] = set()  # what qualifies the next thing
        self._is_deadline = False  # if that is a day

    def read(self, text: str) -> None:
        last = 0
        for piece in pieces(text):
            word = fold(text[piece.start : piece.end])
            if _CLAUSE.search(text, last, piece.start) or word in qualifiers.NEW_CLAUSE:
                self._end_clause()
            last = piece.end
            if piece.sort is not Sort.WORD or not self._qualifies(word):
                self._add(piece)
        self._end_clause()

    def _qualifies(self, word: str) -> bool:
        """Keep what a word makes of what stands beside it; whether that is all it says."""
        if condition := qualifiers.CONDITIONS.get(word):
            self.conditions.add(condition)
        elif mood := qualifiers.MOODS.get(word):
            self.moods.setdefault(self.clause, set()).add(mood)
        elif word in qualifiers.NEGATIONS:
            twice = qualifiers.NOT in self._waiting
            self._waiting.add(f"{qualifiers.NOT} {word}" if twice else qualifiers.NOT)
        elif other := qualifiers.BOUNDS.get(word) or qualifiers.ROLES.get(word):
            self._waiting.add(other)
        elif word in qualifiers.DEADLINES:
            self._is_deadline = True
        else:
            return False
        return True

    def _add(self, piece: Piece) -> None:
        if not piece.values:
            return
        is_time = piece.sort is Sort.DAY or piece.values[0] in qualifiers.PARTS_OF_YEAR
        held = frozenset(self._waiting | ({qualifiers.DEADLINE} if self._is_deadline and is_time else set()))
        for value in piece.values:
            self.marks.append(Mark(piece.sort, value, piece.days, self._sentence, self.clause, held))
        self._waiting, self._is_deadline = set(), False

    def _end_clause(self) -> None:
        """What nothing follows qualifies what stands before it in its clause: "aanvaardt de voorwaarden niet"."""
        if self._waiting and self.marks and self.marks[-1].clause == self.clause:
            last = self.marks[-1]
            twice = {f"{each} {each}" for each in last.qualifiers & self._waiting}
            self.marks[-1] = replace(last, qualifiers=last.qualifiers | self._waiting | twice)
            self._waiting = set()
        self._is_deadline = False
        self.clause += 1
