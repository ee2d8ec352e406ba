"""The entries of a section as rows, each with its looks: what Word and PDF have in common. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from desk.note import Entry, Part, Section, Source, unrepeated
from desk.printing import wording

KEPT: Final = 900
"""Characters that are kept on one page with what belongs to them: more would leave a third of a page empty."""


class Looks(Enum):
    """What a row is, and so how it looks."""

    LEAD = auto()
    NEXT_LEAD = auto()  # of the same document as the entry before it: closer to it
    LABEL = auto()  # which part of what the lead names: close to its quotation
    QUOTE = auto()
    TEXT = auto()
    ITEM = auto()  # of a list
    REMARK = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, with the number of a source behind it where it has one."""

    looks: Looks
    text: str
    source: Source | None = None


def rows(section: Section) -> list[list[Row]]:
    """Return the rows of each entry; where there are no entries, one that says so."""
    before: Source | None = None
    made = []
    for entry in unrepeated(section.entries):
        follows = bool(before and entry.source and before.document_id == entry.source.document_id)
        made.append(_numbered(list(_rows(entry, section.part, follows)), entry.source))
        before = entry.source
    return made or [[Row(Looks.REMARK, wording.EMPTY)]]


def _rows(entry: Entry, part: Part, follows: bool) -> Iterator[Row]:
    lead, said, remark = wording.line(entry.lead), wording.said(entry), wording.block(entry.remark)
    label = wording.line(entry.label)
    looks = Looks.QUOTE if entry.source else Looks.ITEM if part is Part.GAPS else Looks.TEXT
    if looks is Looks.ITEM and lead and said:
        lead, said = "", f"{lead}: {said}"
    if lead:
        yield Row(Looks.NEXT_LEAD if follows else Looks.LEAD, lead)
    if label:
        yield Row(Looks.LABEL if said else Looks.TEXT, label)
    if said or not (lead or label or remark):
        yield Row(looks, said)
    if remark:
        yield Row(Looks.REMARK, remark)


def _numbered(made: list[Row], source: Source | None) -> list[Row]:
    """Return rows with the number of the source behind the text or what stands for it, or else behind the first."""
    at = next((i for i, row in enumerate(made) if row.looks in (Looks.QUOTE, Looks.TEXT)), 0)
    return [Row(row.looks, row.text, source if i == at else None) for i, row in enumerate(made)]
