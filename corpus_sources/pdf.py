"""Renders a source as PDF with running heads, page numbers, tables and hyphens at line ends."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors  # type: ignore[import-untyped, unused-ignore]
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT  # type: ignore[import-untyped, unused-ignore]
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped, unused-ignore]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped, unused-ignore]
from reportlab.lib.units import mm  # type: ignore[import-untyped, unused-ignore]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped, unused-ignore]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped, unused-ignore]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped, unused-ignore]
from reportlab.platypus import (  # type: ignore[import-untyped, unused-ignore]
    BalancedColumns,
    BaseDocTemplate,
    Frame,
    HRFlowable,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from corpus_sources.furniture import attendance, opening, signatures
from corpus_sources.looks import Look, hyphenate, item_prefix, look_of, running_head
from corpus_sources.source import FICTITIOUS, Block, Item, Runs, Source, plain, starts_bold

_FONTS = Path("/usr/share/fonts/truetype")
_FACES = {
    "LiberationSans": ("liberation/LiberationSans", "-Regular", "-Bold", "-Italic", "-BoldItalic"),
    "LiberationSerif": ("liberation/LiberationSerif", "-Regular", "-Bold", "-Italic", "-BoldItalic"),
    "LiberationSansNarrow": (
        "liberation/LiberationSansNarrow",
        "-Regular",
        "-Bold",
        "-Italic",
        "-BoldItalic",
    ),
    "DejaVuSansCondensed": ("dejavu/DejaVuSansCondensed", "", "-Bold", "-Oblique", "-BoldOblique"),
    "DejaVuSerif": ("dejavu/DejaVuSerif", "", "-Bold", "-Italic", "-BoldItalic"),
}
_MARGIN, _TOP, _BOTTOM = 22 * mm, 27 * mm, 24 * mm
_WIDTH = A4[0] - 2 * _MARGIN
_GAP = 8 * mm


def render(source: Source) -> bytes:
    """The PDF of a source; the same source always gives the same bytes."""
    total = 0
    for _ in range(2):  # the first pass counts the pages
        target = io.BytesIO()
        document = _document(source, target, total)
        document.build(list(_Story(source).flowables()))
        total = document.page
    return target.getvalue()


def _document(source: Source, target: io.BytesIO, total: int) -> BaseDocTemplate:
    document = BaseDocTemplate(
        target, pagesize=A4, title=source.title, author=source.owner, subject=FICTITIOUS,
        creator="Voorbeeldcorpus", lang="nl", invariant=1, pageCompression=1,
    )  # fmt: skip
    furniture = _furniture(source, total)
    height = A4[1] - _TOP - _BOTTOM
    whole = Frame(_MARGIN, _BOTTOM, _WIDTH, height, 0, 0, 0, 0, id="page")
    document.addPageTemplates([PageTemplate("page", [whole], onPage=furniture)])
    return document


def in_columns(source: Source) -> bool:
    """Whether the text runs in two columns: decision lists and agendas in a look that has them."""
    return look_of(source).two_columns and source.style in {"besluitenlijst", "agenda"}


def _furniture(source: Source, total: int) -> Callable[[Any, Any], None]:
    """What stands on every page: running head, the words that it is fictitious, the page number."""
    look = look_of(source)
    font, bold, colour = family(look.family)[0], family(look.family)[1], colors.HexColor(look.colour)

    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        top, bottom = A4[1] - 17 * mm, 13 * mm
        canvas.setFont(font, 8)
        canvas.setFillColor(colors.HexColor("#444444"))
        canvas.drawString(_MARGIN, top, running_head(source))
        number = look.page_number.format(page=document.page, total=total)
        if source.look % 2:
            canvas.drawRightString(A4[0] - _MARGIN, bottom, number)
        else:
            canvas.drawCentredString(A4[0] / 2, bottom, number)
        canvas.setFont(bold, 8)
        canvas.drawString(_MARGIN, bottom + 10, FICTITIOUS)
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(0.6)
        canvas.line(_MARGIN, top - 4, A4[0] - _MARGIN, top - 4)
        if source.look % 3 == 1:
            canvas.line(_MARGIN, bottom + 20, A4[0] - _MARGIN, bottom + 20)
        canvas.restoreState()

    return draw


def family(name: str) -> tuple[str, str]:
    """Register the four faces of a family; gives the names of the regular and the bold face."""
    stem, *endings = _FACES[name]
    if not all((_FONTS / f"{stem}{ending}.ttf").exists() for ending in endings):
        return "Helvetica", "Helvetica-Bold"
    faces = [name, f"{name}-B", f"{name}-I", f"{name}-BI"]
    if name not in pdfmetrics.getRegisteredFontNames():
        for face, ending in zip(faces, endings, strict=True):
            pdfmetrics.registerFont(TTFont(face, str(_FONTS / f"{stem}{ending}.ttf")))
        pdfmetrics.registerFontFamily(name, *faces)
    return faces[0], faces[1]


class _Story:
    """The flowing content of one document."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.look = look_of(source)
        self.width = (_WIDTH - _GAP) / 2 if in_columns(source) else _WIDTH
        self.styles = _styles(self.look)

    def flowables(self) -> Iterator[Any]:
        yield from self.opening()
        yield from self.blocks(self.source.preamble)
        if opening(self.source):
            yield self.paragraph(opening(self.source), "body")
        items = [part for item in self.source.items for part in self.item(item)]
        if items and in_columns(self.source):
            yield BalancedColumns(items, nCols=2, innerPadding=_GAP)
        else:
            yield from items
        signed = signatures(self.source)
        if signed:
            row = [[self.paragraph(f"{word},", "body") for word in signed]]
            yield KeepTogether([Spacer(1, 16), Table(row, [_WIDTH / 2] * 2), Spacer(1, 26)])

    def opening(self) -> Iterator[Any]:
        yield self.paragraph(self.source.owner, "owner")
        yield self.paragraph(self.source.heading, "title")
        if self.look.two_columns:
            yield HRFlowable(width="100%", color=colors.HexColor(self.look.colour), spaceAfter=6)
        for label, functions in attendance(self.source):
            yield Paragraph(f"<b>{label}</b> {escape(functions)}", self.styles["small"])

    def item(self, item: Item) -> Iterator[Any]:
        style = "loose" if in_columns(self.source) else "item"
        title = self.paragraph(f"{item_prefix(self.source, item)}{item.title}", style)
        flowables = list(self.blocks(item.blocks))
        if self.look.ruled_items:
            yield HRFlowable(width="100%", thickness=0.4, color=colors.grey, spaceBefore=8, spaceAfter=0)
        if in_columns(self.source):  # balanced columns cannot take what must stay together
            yield title
            yield from flowables
        elif flowables and isinstance(flowables[0], Paragraph):
            yield KeepTogether([title, flowables[0]])
            yield from flowables[1:]
        else:
            yield title
            yield from flowables

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Any]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[Any]:
        if block.kind == "heading":
            text = block.text.upper() if self.look.upper_headings and block.level == 3 else block.text
            yield self.paragraph(text, "h3" if block.level <= 3 else "h4")
        elif block.kind == "paragraph":
            yield Paragraph(self.markup(block.runs), self.styles["article" if starts_bold(block) else "body"])
        elif block.kind in {"bullets", "numbers"}:
            yield from self.list(block)
        elif block.kind == "table":
            yield self.table(block)
        else:
            cells = [[Paragraph(self.markup(row[0]), self.styles["small"])] for row in block.rows]
            yield Table(cells, [self.width * 0.94], style=[("BOX", (0, 0), (-1, -1), 0.8, colors.grey),
                        ("BACKGROUND", (0, 0), (-1, -1), colors.HexColor("#f3f3f3"))])  # fmt: skip
            yield Spacer(1, 6)

    def list(self, block: Block) -> Iterator[Any]:
        for number, row in enumerate(block.rows, 1):
            bullet = ("-" if self.look.justified else "•") if block.kind == "bullets" else f"{number}."
            yield Paragraph(self.markup(row[0]), self.styles["list"], bulletText=bullet)
        yield Spacer(1, 3)

    def table(self, block: Block) -> Table:
        style = self.styles["cell"]
        widths = _column_widths(block, self.width, family(self.look.family)[1], style.fontSize)
        cells = [[Paragraph(self.markup(cell, n == 0), style) for cell in row] for n, row in enumerate(block.rows)]
        lines: list[Any] = [
            ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#ececec")),
        ]
        return Table(cells, widths, repeatRows=1, style=TableStyle(lines), spaceBefore=4, spaceAfter=8)

    def paragraph(self, text: str, style: str) -> Paragraph:
        return Paragraph(escape(text), self.styles[style])

    def markup(self, runs: Runs, bold: bool = False) -> str:
        parts = []
        for run in runs:
            text = escape(hyphenate(run.text) if self.look.hyphenated else run.text)
            text = f"<i>{text}</i>" if run.italic else text
            parts.append(f"<b>{text}</b>" if run.bold or bold else text)
        return "".join(parts)


def _styles(look: Look) -> dict[str, Any]:
    font, bold = family(look.family)
    colour = colors.HexColor(look.colour)
    leading = look.size * 1.32
    body = ParagraphStyle(
        "body", fontName=font, fontSize=look.size, leading=leading, spaceAfter=5,
        alignment=TA_JUSTIFY if look.justified else TA_LEFT, embeddedHyphenation=1,
    )  # fmt: skip
    head = ParagraphStyle("head", body, fontName=bold, alignment=TA_LEFT, keepWithNext=1)
    item = ParagraphStyle(
        "item", head, fontSize=look.size + 1.4, leading=leading + 2, textColor=colour,
        spaceBefore=10, spaceAfter=4,
    )  # fmt: skip
    return {
        "body": body,
        "article": ParagraphStyle("article", body, leftIndent=10, spaceAfter=4),
        "list": ParagraphStyle("list", body, leftIndent=16, bulletIndent=4, spaceAfter=2),
        "cell": ParagraphStyle("cell", body, fontSize=look.size - 0.8, alignment=TA_LEFT, spaceAfter=0),
        "small": ParagraphStyle("small", body, fontSize=look.size - 0.6, alignment=TA_LEFT, spaceAfter=3),
        "owner": ParagraphStyle("owner", head, fontSize=look.size + 1, textColor=colour, spaceAfter=2),
        "title": ParagraphStyle("title", head, fontSize=look.size + 5, leading=look.size + 8, spaceAfter=9),
        "item": item,
        "loose": ParagraphStyle("loose", item, keepWithNext=0),
        "h3": ParagraphStyle("h3", head, spaceBefore=5, spaceAfter=2),
        "h4": ParagraphStyle("h4", head, spaceBefore=3, spaceAfter=2, fontSize=look.size - 0.4),
    }


def _column_widths(block: Block, width: float, font: str, size: float) -> list[float]:
    """Share the width after the longest cell of each column, but give every column room for its longest word."""
    columns = list(zip(*[[plain(cell) for cell in row] for row in block.rows], strict=True))
    least = [
        max(pdfmetrics.stringWidth(word, font, size) for cell in column for word in (*cell.split(), "")) + 13
        for column in columns
    ]
    weights = [min(max(len(cell) for cell in column) + 2, 40) for column in columns]
    spare = max(0.0, width - sum(least))
    return [low + spare * weight / sum(weights) for low, weight in zip(least, weights, strict=True)]
