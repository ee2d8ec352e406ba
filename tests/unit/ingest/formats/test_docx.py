"""Word: what a reader sees, once, on the page where Word puts it."""

import io
import zipfile
from pathlib import Path

from ingest.formats.docx import extract
from ingest.types import Role
from search.types import Outcome

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

STYLES = """
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="MijnKop"><w:name w:val="Mijn kop"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Artikel %1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
"""


def _part(name: str, inner: str) -> str:
    return f'<w:{name} xmlns:w="{W}" xmlns:mc="{MC}" xmlns:r="{RELATION}">{inner}</w:{name}>'


def _package(body: str, header: str = "", footnotes: str = "") -> bytes:
    target = io.BytesIO()
    parts = {"styles": STYLES, "numbering": NUMBERING}
    if header:
        parts["header"] = header
    if footnotes:
        parts["footnotes"] = footnotes
    names = {"header": "hdr"}
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
        relations = ""
        for number, (kind, inner) in enumerate(parts.items()):
            package.writestr(f"word/{kind}.xml", _part(names.get(kind, kind), inner))
            relations += f'<Relationship Id="r{number}" Type="{RELATION}/{kind}" Target="{kind}.xml"/>'
        package.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
        )
    return target.getvalue()


def _p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def _style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def _rows(data: bytes) -> list[tuple[int, Role, int, str]]:
    extraction = extract(Path("x.docx"), data)
    assert extraction.outcome is Outcome.OK, extraction.message
    return [
        (read.page.number, line.role, line.level, read.page.text[line.start : line.end])
        for read in extraction.pages
        for line in read.lines
    ]


def _texts(body: str) -> list[str]:
    return [row[3] for row in _rows(_package(body))]


def test_headings_by_style_also_inherited_and_by_outline_level():
    body = _p("Verslag", _style("Titel")) + _p("Inleiding", _style("Kop1")) + _p("Vervolg", _style("MijnKop"))
    body += _p("Diep", '<w:outlineLvl w:val="2"/>') + _p("Gewone tekst")
    assert [(role, level) for _, role, level, _ in _rows(_package(body))] == [
        (Role.HEADING, 1),
        (Role.HEADING, 1),
        (Role.HEADING, 1),
        (Role.HEADING, 3),
        (Role.TEXT, 0),
    ]


def test_automatic_numbers_are_text():
    first = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    second = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    body = _p("Doel", first) + _p("deel", second) + _p("deel", second) + _p("Duur", first) + _p("deel", second)
    assert _texts(body) == ["Artikel 1. Doel", "1.a) deel", "1.b) deel", "Artikel 2. Duur", "2.a) deel"]


def test_page_breaks_are_words_own_and_count_once():
    laid = "<w:lastRenderedPageBreak/>"
    body = (
        _p("een")
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + f"<w:p><w:r>{laid}<w:t>twee</w:t></w:r></w:p>"
        + f"<w:p><w:r><w:t>nog twee</w:t></w:r><w:r>{laid}<w:t>drie</w:t></w:r></w:p>"
        + f"<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r>{laid}<w:t>vier</w:t></w:r></w:p>"
    )
    assert [(row[0], row[3]) for row in _rows(_package(body))] == [
        (1, "een"),
        (2, "twee"),
        (2, "nog twee"),
        (3, "drie"),
        (4, "vier"),
    ]


def test_a_section_begins_on_a_new_page_unless_it_is_continuous():
    def end(kind: str) -> str:
        return f'<w:p><w:pPr><w:sectPr><w:type w:val="{kind}"/></w:sectPr></w:pPr></w:p>'

    body = _p("een") + end("continuous") + _p("nog een") + end("nextPage") + _p("twee")
    assert [row[0] for row in _rows(_package(body))] == [1, 1, 2]


def test_deletions_go_and_insertions_stay():
    body = (
        "<w:p><w:r><w:t>De raad </w:t></w:r><w:del><w:r><w:delText>weigert</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>beslist</w:t></w:r></w:ins><w:hyperlink><w:r><w:t> hier</w:t></w:r></w:hyperlink>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        "<w:r><w:t> op 5 mei</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> verborgen</w:t></w:r></w:p>"
    )
    assert _texts(body) == ["De raad beslist hier op 5 mei"]


def test_a_text_box_is_told_once():
    box = f"<w:txbxContent>{_p('In het kader')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Ervoor</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert _texts(body) == ["Ervoor", "In het kader"]


def test_tables_in_body_order_a_row_a_line():
    def cell(text: str) -> str:
        return f"<w:tc>{_p(text)}</w:tc>"

    table = f"<w:tbl><w:tr>{cell('Punt')}{cell('Bedrag')}</w:tr><w:tr>{cell('1')}{cell('€ 5')}</w:tr></w:tbl>"
    rows = _rows(_package(_p("Ervoor") + table + _p("Erna")))
    assert [(role, text) for _, role, _, text in rows] == [
        (Role.TEXT, "Ervoor"),
        (Role.TABLE, "Punt | Bedrag"),
        (Role.TABLE, "1 | € 5"),
        (Role.TEXT, "Erna"),
    ]


def test_contents_headers_and_controls():
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{_p('Inhoud')}</w:sdtContent></w:sdt>"
    )
    body = control + _p("Inleiding 3", _style("Inhopg1")) + f"<w:sdt><w:sdtContent>{_p('Tekst')}</w:sdtContent></w:sdt>"
    notes = f'<w:footnote w:type="separator">{_p("x")}</w:footnote><w:footnote>{_p("Zie bijlage")}</w:footnote>'
    rows = _rows(_package(body, header=_p("Gemeente Damme"), footnotes=notes))
    assert [(role, text) for _, role, _, text in rows] == [
        (Role.FURNITURE, "Gemeente Damme"),
        (Role.FURNITURE, "Inhoud"),
        (Role.FURNITURE, "Inleiding 3"),
        (Role.TEXT, "Tekst"),
        (Role.TEXT, "Zie bijlage"),
    ]


def test_a_whole_paragraph_in_a_heading_style_is_no_heading():
    assert [role for _, role, _, _ in _rows(_package(_p("woord " * 60, _style("Kop1"))))] == [Role.TEXT]


def test_outside_entities_are_not_read(tmp_path):
    secret = tmp_path / "geheim.txt"
    secret.write_text("GEHEIM")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>'
            f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>a&x;b</w:t></w:r></w:p></w:body></w:document>',
        )
    extraction = extract(Path("x.docx"), target.getvalue())
    assert "GEHEIM" not in "".join(read.page.text for read in extraction.pages)


def test_nesting_without_end_is_bounded():
    from ingest.formats import extract as extract_any

    body = "<w:tbl><w:tr><w:tc>" * 80 + _p("diep") + "</w:tc></w:tr></w:tbl>" * 80
    assert extract_any(Path("x.docx"), _package(body)).outcome in (Outcome.OK, Outcome.LIMIT, Outcome.CORRUPT)


def test_locked_and_empty():
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert extract(Path("x.docx"), locked).outcome is Outcome.PASSWORD
    assert extract(Path("x.docx"), _package("<w:p/>")).outcome is Outcome.EMPTY
    assert extract(Path("x.docx"), b"PK\x03\x04 kapot").outcome is Outcome.CORRUPT
