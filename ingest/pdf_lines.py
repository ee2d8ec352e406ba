"""The printed lines of a PDF page as one text, with the words joined that a line end divided.

Knows nothing of pdfium: works on what ingest.pdf_page took from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeAlias

from ingest.cleaning import is_division, junction
from ingest.types import Line, ReadPage
from search.types import Box, Page, Word

Edges: TypeAlias = tuple[float, float, float, float]


@dataclass(slots=True)
class Token:
    """A printed run of characters between two spaces; first and last are pdfium's character numbers."""

    text: str
    first: int
    last: int
    edges: Edges = (0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class Printed:
    """A printed line. `divided`: a hyphen at the end of the line before belongs to its first word."""

    tokens: list[Token]
    divided: bool = False
    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """What one page holds, before it is known whether the document divides words at line ends."""

    number: int
    width: float
    height: float
    printed: tuple[Printed, ...] = ()

    @property
    def letters(self) -> int:
        """How many letters and digits the page has."""
        return sum(sum(map(str.isalnum, token.text)) for line in self.printed for token in line.tokens)

    @property
    def divisions(self) -> int:
        """How many line ends may divide a word."""
        return sum(
            after.divided and is_division(before.tokens[-1].text, after.tokens[0].text)
            for before, after in pairwise(self.printed)
        )


@dataclass(slots=True)
class _Composed:
    """The text under construction."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    words: list[Word] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def add(self, text: str, edges: Edges) -> None:
        """Append a word where the text ends now."""
        self.parts.append(text)
        start, self.length = self.length, self.length + len(text)
        self.words.append(Word(start, self.length, Box(*edges)))

    def put(self, text: str) -> None:
        """Append characters that stand nowhere on the page by themselves."""
        self.parts.append(text)
        self.length += len(text)


def compose(gathered: Gathered, is_hyphenated: bool) -> ReadPage:
    """Return the page with its words joined that a line end divided.

    Args:
        gathered: The page.
        is_hyphenated: Whether the document divides words by machine; see ingest.cleaning.junction.
    """
    composed = _composed(gathered.printed, is_hyphenated)
    page = Page(gathered.number, "".join(composed.parts), gathered.width, gathered.height, tuple(composed.words))
    return ReadPage(page, tuple(composed.lines))


def _composed(printed: Sequence[Printed], is_hyphenated: bool) -> _Composed:
    composed = _Composed()
    for line in printed:
        tokens = line.tokens
        if line.divided and composed.words and _is_joined(composed, tokens[0], is_hyphenated):
            tokens = tokens[1:]
        if tokens:
            if composed.lines:
                composed.put("\n")
            start = composed.length
            for number, token in enumerate(tokens):
                if number:
                    composed.put(" ")
                composed.add(token.text, token.edges)
            composed.lines.append(_line(line, start, composed.length))
    return composed


def _is_joined(composed: _Composed, token: Token, is_hyphenated: bool) -> bool:
    """Put the first word of a line behind the divided word before it, if they are one; tell whether they are."""
    left = composed.parts[-1]
    how = junction(left, token.text, is_hyphenated)
    composed.put(how.replace(" ", "-"))
    if how != " ":
        composed.add(token.text, token.edges)
    composed.lines[-1] = replace(composed.lines[-1], end=composed.length)
    return how != " "


def _line(line: Printed, start: int, end: int) -> Line:
    lefts, tops, rights, bottoms = zip(*(token.edges for token in line.tokens), strict=True)
    return Line(
        start,
        end,
        size=line.size,
        bold=line.bold,
        left=min(lefts),
        top=min(tops),
        right=max(rights),
        bottom=max(bottoms),
    )
