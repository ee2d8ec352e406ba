"""The head of a document: the lines above its first item, its title lines, its foot, and the words of its path."""

# ruff: noqa: E501  (an expression of many words reads best on one line)

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ingest.structure.rows import Row, body_size
from ingest.structure.terms import ARTICLE, is_formula
from ingest.types import Role
from search.language import dates

_HEAD_ROWS = 30
_FOOT_ROWS = 14
_LONGEST_LINE = 1_000  # characters of a paragraph in which facts are looked for
_MASTHEAD_LENGTH = 90
_GENERIC = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s*)?(?:aanwezig(?:en)?|inleiding|introductie|inhoud(?:sopgave|stafel)?|samenstelling|voorwoord|colofon|agenda(?:punten)?|(?:het college |de (?:gemeente)?raad )?(?:besluit|beslist|beslissing)|de (?:gemeente)?raad|het (?:schepen)?college|tussen(?: de ondergetekenden)?|en|(?:en )?(?:enerzijds|anderzijds)|(?:\w+ende )?partijen|overwegende|gelet op)\s*[,:]?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:(?:agenda)?punt\s+)?\d{1,3}\s*[.:)]\s+\S", re.IGNORECASE)
_LABELLED = re.compile(
    r"[A-Z][a-z]+(?: [a-z]+){0,2}\s?: |(?:ref|nr)\.?\s?:|Aan (?:de|het|alle|mevrouw|Vlaams)\b"
)  # "Van: ", "Onderwerp : ": a line of its own, not the title's
_NONSENSE = re.compile(
    r"microsoft word|untitled|naamloos|document\d*$|\.(?:docx?|pdf|html?|rtf|odt|txt)$|^(?:scan|doc|img|page)[\W\d_]*$|raadpleegomgeving|powerpoint|sjabloon|template|^sigel$",
    re.IGNORECASE,
)


_SPACED = re.compile(r"(?<![^\W_])(?:[A-ZÀ-Ý] ){3,}[A-ZÀ-Ý](?![^\W_])")


@dataclass(frozen=True, slots=True)
class Head:
    """What facts are taken from, most telling first: `title`, `lines`, `foot`, then the words of the path."""

    title: str
    lines: tuple[str, ...]  # above the first item or article, running heads included
    running: tuple[str, ...]  # what the format calls a header or footer, on the first page
    foot: tuple[str, ...]
    name: str  # the file's own, separators as spaces
    folders: tuple[str, ...]  # innermost first

    @property
    def text(self) -> str:
        """Title and lines, one a line."""
        return "\n".join((self.title, *self.running, *self.lines))

    @property
    def masthead(self) -> tuple[str, ...]:
        """Lines that name rather than tell: running heads, then the short lines without a full stop."""
        short = (line for line in self.lines[:12] if len(line) <= _MASTHEAD_LENGTH and line != self.title)
        return (*self.running, *(line for line in short if not re.search(r"[a-z]{3}\.$", line)))


def head_of(rows: Sequence[Row], declared: str, path: str) -> Head:
    """Read the head of a document; `declared` is the title that the file's own metadata give."""
    where = PurePosixPath(path)
    name = re.sub(r"[_+]|%20|(?<=\D)-|-(?=\D)", " ", where.stem)
    text = [row for row in rows if row.role is not Role.FURNITURE]
    running = [row for row in rows[:80] if row.role is Role.FURNITURE and row.page == 1 and len(row.text) <= 120]
    top = _head_rows(text)
    return Head(
        title=unspaced(_title(top, body_size(text), declared)),
        lines=tuple(
            unspaced(row.text[:_LONGEST_LINE]) for row in top if row.role is not Role.TABLE or row.text.count("|") < 2
        ),
        running=tuple(row.text for row in running if dates.find(row.text) or "overleg" in row.text.casefold()),
        foot=tuple(row.text[:_LONGEST_LINE] for row in text[-_FOOT_ROWS:]) if len(text) > 5 else (),
        name=" ".join(name.split()),
        folders=tuple(re.sub(r"[_+]|%20", " ", part) for part in reversed(where.parts[:-1])),
    )


def _head_rows(rows: Sequence[Row]) -> list[Row]:
    top: list[Row] = []
    for row in rows[:_HEAD_ROWS]:
        if row.page > 2 or (top and (_ITEM.match(row.text) or ARTICLE.match(row.text))):
            break
        top.append(row)
    return top


def _title(top: Sequence[Row], size: float, declared: str) -> str:
    heading = next((row for row in top[:10] if row.role is Role.HEADING and row.level <= 1), None)
    if heading is not None and not (_ITEM.match(heading.text) or _GENERIC.fullmatch(heading.text)):
        return " ".join(heading.text.split())
    printed = _largest(top, size)
    if printed:
        return printed
    declared = " ".join(declared.split())
    if opening := _opening(top):
        return opening
    if 8 <= len(declared) <= 200 and not _NONSENSE.search(declared):
        return declared
    first = next(
        (
            row.text
            for row in top[:4]
            if row.role is not Role.TABLE and not is_formula(row.text) and not re.fullmatch(r"[\W\d]*", row.text)
        ),
        "",
    )
    return " ".join(first.split()) if 8 <= len(first) <= 140 and not first.endswith((".", ";", ",")) else ""


def _opening(top: Sequence[Row]) -> str:
    """The short paragraphs above a table of versions or the first heading, in a format without a title of its own."""
    lines: list[str] = []
    for row in top[:5]:
        is_cell = row.role is Role.TABLE and "|" not in row.text and "\t" not in row.text
        is_date = len(dates.find(row.text)) == 1 and len(row.text) < 25
        if (
            row.is_printed
            or not (row.role is Role.TEXT or is_cell)
            or len(row.text) > 70
            or row.text[-1] in ".:;"
            or is_date
            or (lines and (_LABELLED.match(row.text) or _GENERIC.fullmatch(row.text)))
        ):
            break
        lines.append(row.text)
    title = " ".join(" ".join(lines).split())
    return title if 8 <= len(title) <= 160 and len(lines) < 5 else ""


def _largest(top: Sequence[Row], size: float) -> str:
    """The lines in the largest type, if it is larger than the text."""
    candidates = [row for row in top[:16] if row.is_printed and len(row.text) > 3]
    largest = max((row.size for row in candidates), default=0.0)
    if largest < size * 1.15 or not size:
        return ""
    lines: list[Row] = []
    for row in candidates:
        if row.size > largest - 0.4 and (
            not lines or (row.page == lines[-1].page and row.top - lines[-1].bottom < 0.03)
        ):
            lines.append(row)
        elif lines:
            break
    title = " ".join(row.text for row in lines)
    return " ".join(title.split()) if len(title) <= 250 else ""


def unspaced(text: str) -> str:
    """A line with the words that were written letter by letter in one piece: "C H A R T E R" is "CHARTER"."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text)


def is_nonsense(title: str) -> bool:
    """Whether a title tells a person nothing: a file name, a program's name, only a date."""
    without_date = title
    for _, start, end in reversed(dates.find(title)):
        without_date = without_date[:start] + without_date[end:]
    return len(re.sub(r"[\W\d_]", "", without_date)) < 4 or bool(_NONSENSE.search(title))
