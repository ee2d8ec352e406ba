"""The sentences of a contract, each with its heading and place. Knows nothing of their matter."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from ingest.structure.blocks import blocks_of
from ingest.structure.contracts.text import durations
from ingest.structure.contracts.text.contract_terms import AGREED, RECITAL_TOPIC, RECITES
from ingest.structure.contracts.text.headings import VERB, is_heading, stands_alone, without_number
from ingest.structure.contracts.text.labels import (
    begins_line,
    end_of_form,
    is_keyed,
    is_value,
    key_alone,
    key_apart,
    key_in_form,
    keys_apart,
    label_of,
)
from ingest.structure.contracts.text.written_days import days_in
from ingest.structure.outline import Head
from ingest.structure.rows import Row, right_margin
from ingest.structure.ruled import unruled
from ingest.types import Role
from search.language.sentences import sentences
from search.types import Span

_LONGEST_TOPIC = 3  # words of a label that says what a whole paragraph is about
_MOST_VALUES = 3  # lines below one label
_LONGEST = 4_000  # characters of a block that are read: a clause of the longest contract seen has 2,300
_LEADERS = re.compile(r"\.{3,}")
_LONGEST_FORMULA = 220  # characters: "hebben de partijen, na beraadslaging in hun raden, besloten wat volgt:"
_CLAUSE_GAP = re.compile(
    r";\s|,?\sen\s(?:dat|kan|kunnen|mag|mogen|staat|is)\s|,\s(?:waarna|maar|terwijl|doch|nadien|en)\s"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a contract; `label` is what stands before a colon or in the first cell, "" without."""

    text: str
    heading: str  # nearest above it, without its number
    label: str
    spans: tuple[Span, ...]
    block: int  # sentences of one paragraph, list item or table row share it
    is_row: bool  # of a table, as far as the format says
    part: int  # sentences under one heading share it
    item: str = ""  # title of the agenda item it belongs to

    @cached_property
    def topic(self) -> str:
        """Label and heading in small letters: what the sentence is about."""
        return f"{self.label} / {self.heading}".casefold()

    @cached_property
    def folded(self) -> str:
        """The text in small letters, of the same length: places in one are places in the other."""
        return fold(self.text)

    def names(self, words: tuple[str, ...]) -> bool:
        """Whether a word in small letters, or a part of one, stands in it or in its label or heading.

        Ten such looks cost less than one expression, and most sentences of a long contract have none of the words.
        """
        return any(word in self.folded for word in words) or any(word in self.topic for word in words)

    @cached_property
    def recites(self) -> bool:
        """Whether it tells what went before: its facts are those of other papers."""
        return bool(RECITAL_TOPIC.search(self.topic) or RECITES.match(self.text))

    @property
    def value(self) -> str:
        """What stands beside the label: "4 jaar" of "Looptijd: 4 jaar"; without a label in it the whole text."""
        at = self.text.find(self.label) if self.label else -1
        return self.text if at < 0 else self.text[at + len(self.label) :].strip(" :|\t.")

    @cached_property
    def clauses(self) -> list["Sentence"]:
        """Its clauses that could be sentences: "het contract eindigt op ... en dat besturen kunnen aansluiten"."""
        ends = [*(gap.start() for gap in _CLAUSE_GAP.finditer(self.text)), len(self.text)]
        starts = [0, *ends[:-1]]
        return [replace(self, text=self.text[at:end].strip(" ,;")) for at, end in zip(starts, ends, strict=True)]

    @cached_property
    def days(self) -> list[tuple[date, int, int]]:
        """The dates in it, as `days_in` gives them: several readers ask."""
        return days_in(self.text)

    @cached_property
    def lengths(self) -> list[durations.Duration]:
        """The durations in it, as `durations.find` gives them."""
        return durations.find(self.text)


def fold(text: str) -> str:
    """A text in small letters, of the same length: places in one are places in the other."""
    folded = text.casefold()
    return folded if len(folded) == len(text) else text.lower()[: len(text)]


@dataclass
class _Reader:
    heading: str = ""
    part: int = 0
    block: int = 0
    item: str = ""
    found: list[Sentence] = field(default_factory=list)


def sentences_of(rows: Sequence[Row], heads: Sequence[Head]) -> list[Sentence]:
    """The sentences of a paper in order, those of headings left out."""
    reader = _Reader()
    margin = right_margin(rows)
    heads = [head for head in heads if not _is_text(rows, head)]
    first = heads[0].first if heads else len(rows)
    _read(reader, rows[:first], margin)
    for at, head in enumerate(heads):
        end = heads[at + 1].first if at + 1 < len(heads) else len(rows)
        reader.heading = without_number(head.text)
        reader.item = head.text if head.is_item else reader.item
        reader.part += 1
        is_last = at + 1 == len(heads) or heads[at + 1].is_item
        is_all_title = head.is_item and is_last and head.end == end  # "2. Toetreding. De raad treedt toe tot ..."
        _read(reader, rows[head.first if is_all_title else head.end : end], margin)
    return reader.found


def _is_text(rows: Sequence[Row], head: Head) -> bool:
    """Whether a heading is the first line of a clause in bold, "Artikel 1. De stad treedt", or a label with a value."""
    if not head.is_item and head.end == head.first + 1 and is_keyed(head.text):
        return True
    if head.is_item or head.end >= len(rows) or head.first == head.end:
        return False
    return bool(VERB.search(head.text) and rows[head.end].text[0].islower())


def _read(reader: _Reader, rows: Sequence[Row], margin: float) -> None:
    """The sentences of a stretch of rows; a label with its value on the line below is one of its own."""
    first = at = 0
    while at < len(rows):
        if values := _values_below(rows, at):
            _read_text(reader, rows[first:at], margin)
            for each in values:
                _append_below(reader, rows[at], each)
            first = at = at + 1 + len(values)
        elif end := end_of_form(rows, at):
            _read_text(reader, rows[first:at], margin)
            for each in rows[at:end]:
                _append(reader, [each], each.text, key_in_form(each.text))
            first = at = end
        else:
            at += 1
    _read_text(reader, rows[first:], margin)


def _values_below(rows: Sequence[Row], at: int) -> Sequence[Row]:
    """The lines that are the value of a label which stands alone above them; none where it is a heading over text."""
    if rows[at].role is Role.TABLE or not key_alone(rows[at].text):
        return ()
    end = at + 1
    while end < len(rows) and end - at <= _MOST_VALUES and _may_be_value(rows, end):
        end += 1
    is_last = end == len(rows) or bool(key_alone(rows[end].text)) or _is_head(rows[end].text)
    if is_heading(rows[at].text) and not (end == at + 2 and is_last):
        return ()
    return rows[at + 1 : end]


def _may_be_value(rows: Sequence[Row], at: int) -> bool:
    is_whole = at + 1 == len(rows) or not rows[at + 1].text[0].islower()
    text = rows[at].text
    return rows[at].role is not Role.TABLE and is_whole and is_value(text) and not _is_head(text)


def _append_below(reader: _Reader, key: Row, value: Row) -> None:
    label = key_alone(key.text)
    reader.block += 1
    spans = tuple(_spans((key, value), [0, len(key.text) + 1], 0, 1, 0, len(key.text) + 1 + len(value.text)))
    said = f"{label}: {value.text}"
    reader.found.append(Sentence(said, reader.heading, label, spans, reader.block, False, reader.part, reader.item))


def _is_head(text: str) -> bool:
    """Whether a line looks like a heading, and not like a label in capitals with its value."""
    return is_heading(text) and not is_keyed(text)


def _read_text(reader: _Reader, rows: Sequence[Row], margin: float) -> None:
    for part, is_head in _cut_at_headings(rows):
        for group in _groups(part, margin):
            text = _LEADERS.sub(_blank, "\n".join(row.text for row in group)[:_LONGEST].replace("\n", " "))
            if group[0].role is not Role.TABLE:
                text = keys_apart(unruled(text))
            if is_head or (group[0].role is not Role.TABLE and _is_head(text)):
                reader.heading = without_number(text)
                reader.part += 1
                continue
            if len(text) < _LONGEST_FORMULA and _recites(reader.heading) and AGREED.search(text):
                reader.heading = ""
                reader.part += 1
            _append(reader, group, text)


def _blank(match: re.Match[str]) -> str:
    """White space as long as the dots that lead the eye from a name to its value: they end no sentence."""
    return " " * len(match[0])


def _recites(heading: str) -> bool:
    return bool(RECITAL_TOPIC.search(heading.casefold()) or RECITES.match(heading))


def _append(reader: _Reader, group: Sequence[Row], text: str, key: str = "") -> None:
    starts = [0]
    for row in group[:-1]:
        starts.append(starts[-1] + len(row.text) + 1)
    since = 0
    for line in text.split("\n"):  # one, but for a drawn table: there each row has a label of its own
        reader.block += 1
        written = " ".join(line.split())
        if len(written) < len(text) and written and _is_head(written):
            reader.heading = without_number(written)
            reader.part += 1
            since += len(line) + 1
            continue
        apart = key or key_apart(line)
        label = own = apart or label_of(written)
        for start, end in sentences(line):
            if start and len(label.split()) > _LONGEST_TOPIC:
                own = ""  # "Prijs per inwoner en per jaar: 0,74 euro. Het geheel kost": of that sentence alone
            said, start, end = line[start:end], since + start, since + end
            said = " ".join(said.split()) if "  " in said else said
            said = said.replace(apart, f"{apart}:", 1) if apart else said
            first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
            spans = tuple(_spans(group, starts, first, last, start, end))
            is_row = group[0].role is Role.TABLE
            reader.found.append(
                Sentence(said, reader.heading, own, spans, reader.block, is_row, reader.part, reader.item)
            )  # fmt: skip
        since += len(line) + 1


def _spans(group: Sequence[Row], starts: list[int], first: int, last: int, start: int, end: int) -> Iterator[Span]:
    """Where [start, end) of a block stands: one span a page, lines side by side in one."""
    merged: list[Span] = []
    for at in range(first, last + 1):
        row = group[at]
        since = row.start + max(0, start - starts[at])
        until = row.start + min(len(row.text), end - starts[at])
        if merged and merged[-1].page == row.page and 0 <= since - merged[-1].end <= 4:
            merged[-1] = Span(row.page, merged[-1].start, until)
        else:
            merged.append(Span(row.page, since, until))
    yield from merged


def _cut_at_headings(rows: Sequence[Row]) -> Iterator[tuple[Sequence[Row], bool]]:
    """The rows cut before and after each line that is a heading, so that none runs on into the text below it."""
    first = 0
    for at, row in enumerate(rows):
        above = rows[at - 1].text[-1] if at else "."
        follows = at + 1 >= len(rows) or not rows[at + 1].text[0].islower()
        is_open = row.role is not Role.TABLE and follows and (above in ".:;?" or at == first)
        if is_open and (_is_head(row.text) or stands_alone(rows, at)):
            yield rows[first:at], False
            yield rows[at : at + 1], True
            first = at + 1
    yield rows[first:], False


def _groups(rows: Sequence[Row], margin: float) -> Iterator[list[Row]]:
    """The rows of each block of a section; a line that begins with a label goes on with no line above it."""
    at = 0
    for block in blocks_of(rows, margin):
        first = end = at
        last = block.spans[-1]
        while end < len(rows) and (rows[end].page, rows[end].end) != (last.page, last.end):
            end += 1
            if end < len(rows) and begins_line(rows[end - 1].text, rows[end].text):
                yield list(rows[first:end])
                first = end
        yield list(rows[first : end + 1])
        at = end + 1
