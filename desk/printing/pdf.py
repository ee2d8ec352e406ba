"""A briefing note as PDF: what the Word file says, with its sources in a list at the end."""

import io
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final
from xml.sax.saxutils import quoteattr

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph
from reportlab.platypus.tableofcontents import TableOfContents

from desk.note import Note, Source
from desk.printing import pdf_styles as styles
from desk.printing import printed, wording
from desk.printing.pdf_letters import markup
from desk.printing.pdf_pages import Heading, Pages
from desk.printing.printed import Looks, Row
from desk.printing.wording import Link

_SOURCES: Final = "bronnen"
_SECTION: Final = "deel-{number}"
_SOURCE: Final = "bron-{number}"
_NUMBER: Final = '\N{NO-BREAK SPACE}<a href="#{anchor}" color="#0B5A78">[{number}]</a>'
_BULLET: Final = "•"
_STYLES: Final = {
    Looks.LEAD: styles.LEAD, Looks.NEXT_LEAD: styles.NEXT_LEAD, Looks.QUOTE: styles.QUOTE, Looks.TEXT: styles.TEXT,
    Looks.ITEM: styles.ITEM, Looks.REMARK: styles.REMARK, Looks.LABEL: styles.LABEL,
}  # fmt: skip
_LONGEST: Final = 2_000
"""Characters in one paragraph. reportlab lays out the rest of a paragraph anew on every page that it fills: 100,000
characters without a space took 26 s, 50,000 lines of one letter over 7 minutes."""
_MOST_LINES: Final = 40  # in one paragraph, for the same reason
_ROOM: Final = 5 * cm  # for a heading, a lead and three lines


class _Quote(Paragraph):
    """A paragraph with a line at its left."""

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(styles.PALE)
        self.canv.setLineWidth(2)
        self.canv.line(2, 0, 2, self.height)
        self.canv.restoreState()
        super().draw()


def write(note: Note, file: Path | BinaryIO, link: Link | None = None) -> None:
    """Write a note as PDF.

    Args:
        note: What is written.
        file: Where to.
        link: Gives the address of the page that a source stands on; without it sources are not linked.
    """
    content = made(note, link)
    if isinstance(file, Path):
        file.write_bytes(content)
    else:
        file.write(content)


def made(note: Note, link: Link | None = None) -> bytes:
    """Return a note as the bytes of a PDF: the same ones for the same note; else as `write`."""
    file = io.BytesIO()
    pages = Pages(file, wording.short(note.title) or wording.UNTITLED, wording.short(note.theme))
    pages.multiBuild([*_front(note), *_sections(note), *_sources(note, link), pages.total])
    return file.getvalue()


def _front(note: Note) -> Iterator[Flowable]:
    yield from _paragraphs(wording.title(note), styles.TITLE)
    yield from _paragraphs(wording.subtitle(note), styles.SUBTITLE)
    for name, value in wording.facts(note):
        yield from _paragraphs(value, styles.FACT, bullet=name)
    if len(note.sections) > 1:
        yield Paragraph(wording.CONTENTS, styles.CONTENTS)
        yield TableOfContents(levelStyles=[styles.CONTENTS_LINE], tableStyle=styles.CONTENTS_TABLE, dotsMinLevel=0)


def _sections(note: Note) -> Iterator[Flowable]:
    numbers = {source: number for number, source in enumerate(note.sources(), start=1)}
    for position, section in enumerate(note.sections, start=1):
        heading = _heading(wording.heading(section), _SECTION.format(number=position))
        first, *others = (_entry(rows, numbers) for rows in printed.rows(section))
        yield from _together([heading, *first])
        for entry in others:
            yield from _together(entry)


def _entry(rows: list[Row], numbers: dict[Source, int]) -> list[Paragraph]:
    made: list[Paragraph] = []
    for row in rows:
        number = _number(numbers[row.source.page_alone()]) if row.source else ""
        bullet = _BULLET if row.looks is Looks.ITEM else None
        made += _paragraphs(row.text, _STYLES[row.looks], number, bullet)
    return made


def _sources(note: Note, link: Link | None) -> Iterator[Flowable]:
    heading: list[Paragraph] = [_heading(wording.SOURCES, _SOURCES)]
    for number, source in enumerate(wording.cited(note), start=1):
        named, address = markup(wording.name(source)), wording.address(source, link)
        if address:
            named = f'<a href={quoteattr(address)} color="#0B5A78"><u>{named}</u></a>'
        anchor = f'<a name="{_SOURCE.format(number=number)}"/>'
        text = f"{anchor}{named}{markup(wording.where(source))}"
        yield from _together([*heading, Paragraph(text, styles.SOURCE, bulletText=f"[{number}]")])
        heading = []


def _heading(text: str, anchor: str) -> Heading:
    made = Heading(markup(text), styles.HEADING)
    made.anchor, made.plain = anchor, text
    return made


def _number(number: int) -> str:
    return _NUMBER.format(anchor=_SOURCE.format(number=number), number=number)


def _paragraphs(text: str, style: ParagraphStyle, ending: str = "", bullet: str | None = None) -> list[Paragraph]:
    """Return the paragraphs of a text, without room between them; with marked-up text behind the last one."""
    kind = _Quote if style is styles.QUOTE else Paragraph
    pieces = list(_pieces(text)) or ([""] if ending else [])
    made: list[Paragraph] = []
    for i, piece in enumerate(pieces, start=1):
        is_first, is_last = i == 1, i == len(pieces)
        before, after = style.spaceBefore if is_first else 0, style.spaceAfter if is_last else 0
        looks = style if is_first and is_last else ParagraphStyle("part", style, spaceBefore=before, spaceAfter=after)
        shown = markup(piece) + (ending if is_last else "")
        made.append(kind(shown, looks, bulletText=bullet if is_first else None))
    return made


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces: as many of its lines as may stand in one paragraph."""
    held: list[str] = []
    for line in chain.from_iterable(map(_cut, text.splitlines())):
        if len(held) == _MOST_LINES or sum(map(len, held)) + len(line) > _LONGEST:
            yield "\n".join(held)
            held = []
        held.append(line)
    if held:
        yield "\n".join(held)


def _cut(line: str) -> Iterator[str]:
    """Yield a line that is too long for one paragraph in parts that end with a word, where they can."""
    start = 0
    while len(line) - start > _LONGEST:
        end = line.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
        yield line[start:end]
        start = end
    yield line[start:]


def _together(made: Sequence[Paragraph]) -> Iterator[Flowable]:
    """Yield what belongs together: on one page where it is short, else with enough room to begin."""
    if sum(len(each.getPlainText()) for each in made) <= printed.KEPT:
        yield KeepTogether(list(made))
    else:
        yield CondPageBreak(_ROOM)
        yield from made
