"""Renders a source as a Word document with real heading styles, running heads, tables and text boxes."""

import datetime as dt
import io
import zipfile
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from corpus_sources.furniture import attendance, opening, signatures
from corpus_sources.looks import Look, item_prefix, look_of, running_head
from corpus_sources.source import FICTITIOUS, Block, Runs, Source, plain, starts_bold

_WORD_FONTS = ("Arial", "Times New Roman", "Verdana", "Arial Narrow", "Georgia")
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def render(source: Source) -> bytes:
    """The DOCX of a source; the same source always gives the same bytes."""
    document = docx.Document()
    look = look_of(source)
    _properties(document, source)
    _fonts(document, look, _WORD_FONTS[(source.look - 1) % len(_WORD_FONTS)])
    _running(document, source, look)
    document.add_paragraph(source.owner, style="Subtitle")
    document.add_heading(source.heading, 0)
    for label, functions in attendance(source):
        paragraph = document.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(f" {functions}")
    _blocks(document, source.preamble)
    if opening(source):
        document.add_paragraph(opening(source))
    for item in source.items:
        document.add_heading(f"{item_prefix(source, item)}{item.title}", 1)
        _blocks(document, item.blocks)
    _signed(document, source)
    target = io.BytesIO()
    document.save(target)
    return _same_times(target.getvalue())


def _properties(document: Document, source: Source) -> None:
    properties = document.core_properties
    moment = dt.datetime.combine(source.date, dt.time(12))
    properties.title, properties.author, properties.subject = source.title, source.owner, FICTITIOUS
    properties.comments, properties.language = FICTITIOUS, "nl-BE"
    properties.created = properties.modified = moment
    properties.last_modified_by = source.owner


def _fonts(document: Document, look: Look, font: str) -> None:
    colour = RGBColor.from_string(look.colour.lstrip("#"))
    for name in ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"):
        style: Any = document.styles[name]
        style.font.name = font
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
        if name != "Normal":
            style.font.color.rgb = colour
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    title: Any = document.styles["Title"]
    title.font.size = Pt(18)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)


def _running(document: Document, source: Source, look: Look) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.text = running_head(source)
    mark = section.header.add_paragraph()
    mark.add_run(FICTITIOUS).bold = True
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT if source.look % 2 else WD_ALIGN_PARAGRAPH.CENTER
    before, rest = look.page_number.split("{page}")
    between, after = rest.split("{total}")
    footer.add_run(before)
    _field(footer, "PAGE")
    footer.add_run(between)
    _field(footer, "NUMPAGES")
    footer.add_run(after)


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _blocks(document: Document, blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        if block.kind == "heading":
            document.add_heading(block.text, 2 if block.level <= 3 else 3)
        elif block.kind == "paragraph":
            paragraph = document.add_paragraph()
            _runs(paragraph, block.runs)
            if starts_bold(block):
                paragraph.paragraph_format.left_indent = Cm(0.5)
        elif block.kind == "bullets":
            for row in block.rows:
                _runs(document.add_paragraph(style="List Bullet"), row[0])
        elif block.kind == "numbers":
            for number, row in enumerate(block.rows, 1):
                paragraph = document.add_paragraph(f"{number}. ")
                paragraph.paragraph_format.left_indent = Cm(0.8)
                _runs(paragraph, row[0])
        elif block.kind == "table":
            _table(document, block)
        else:
            _box(document, [plain(row[0]) for row in block.rows])


def _runs(paragraph: Paragraph, runs: Runs) -> None:
    for run in runs:
        added = paragraph.add_run(run.text)
        added.bold, added.italic = run.bold or None, run.italic or None


def _table(document: Document, block: Block) -> None:
    table = document.add_table(rows=len(block.rows), cols=max(len(row) for row in block.rows))
    table.style = "Table Grid"
    for number, row in enumerate(block.rows):
        for column, cell in enumerate(row):
            paragraph = table.cell(number, column).paragraphs[0]
            _runs(paragraph, cell)
            if number == 0:
                for run in paragraph.runs:
                    run.bold = True
    document.add_paragraph()


def _box(document: Document, lines: list[str]) -> None:
    """A floating text box, as people draw them in Word around what matters most."""
    height = 24 + 30 * sum(1 + len(line) // 85 for line in lines)
    shape = (
        f'<w:pict {_NAMESPACES}><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
        'path="m,l,21600r21600,l21600,xe"/><v:shape id="Kader" type="#_x0000_t202" '
        f'style="width:440pt;height:{height}pt" strokecolor="#666666"><v:textbox><w:txbxContent/>'
        "</v:textbox></v:shape></w:pict>"
    )
    picture = parse_xml(shape)
    content = picture.find(f".//{qn('w:txbxContent')}")
    assert content is not None
    for line in lines:
        paragraph, run, text = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
        text.text = line
        run.append(text)
        paragraph.append(run)
        content.append(paragraph)
    document.add_paragraph().add_run()._r.append(picture)


def _signed(document: Document, source: Source) -> None:
    signed = signatures(source)
    if signed:
        table = document.add_table(rows=1, cols=2)
        for cell, function in zip(table.rows[0].cells, signed, strict=True):
            cell.text = f"{function},"


def _same_times(data: bytes) -> bytes:
    """The same ZIP with every entry at one fixed moment, so that two builds are equal byte for byte."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return target.getvalue()
