"""Templates of notes as Word files: the looks of a municipality stay, and what cannot be used is refused."""

import io
import re
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from desk.note import Entry
from desk.printing.docx import STYLES, made
from desk.printing.docx_package import OURS, TemplateUnusable
from desk.printing.templates.make import packed
from tests.unit.desk.printing.packages import (
    a_note,
    check_whole,
    footnotes_of,
    parts_of,
    values,
)
from tests.unit.desk.sample_notes import address, rich_note, source


def changed(folder: Path, changes: dict[str, bytes | None], name: str = "eigen.docx") -> Path:
    """Return a template that is ours with other parts."""
    path = folder / name
    with zipfile.ZipFile(OURS) as ours, zipfile.ZipFile(path, "w") as own:
        for part in ours.namelist():
            content = changes.get(part, ours.read(part))
            if content is not None:
                own.writestr(part, content)
    return path


def part_of_ours(name: str) -> bytes:
    with zipfile.ZipFile(OURS) as ours:
        return ours.read(name)


def test_the_template_that_is_shipped_is_made_of_the_parts_beside_it():
    assert parts_of(OURS.read_bytes()) == parts_of(packed())


def test_the_template_itself_is_whole_and_shows_every_style_that_a_note_uses():
    check_whole(OURS.read_bytes())
    shown = {paragraph.style.name for paragraph in docx.Document(str(OURS)).paragraphs}
    assert set(STYLES) - {"Bron", "footnote reference", "Hyperlink"} <= shown | {"toc 1"}


def test_the_looks_of_a_municipality_stay_and_its_example_text_goes(tmp_path):
    styles = part_of_ours("word/styles.xml").replace(b'w:val="48"', b'w:val="60"')
    header = part_of_ours("word/header-first.xml").replace(
        b"</w:p>", b"<w:r><w:t>Gemeente Voorbeeldegem</w:t></w:r></w:p>"
    )
    template = changed(tmp_path, {"word/styles.xml": styles, "word/header-first.xml": header})
    content = made(rich_note(), address, template)
    trees = check_whole(content)
    assert "Gemeente Voorbeeldegem" in "".join(trees["word/header-first.xml"].itertext())
    assert docx.Document(io.BytesIO(content)).styles["Title"].font.size.pt == 30
    assert "Dit sjabloon" not in "".join(trees["word/document.xml"].itertext())
    assert "Bron: de titel" not in "".join(trees["word/footnotes.xml"].itertext())


def test_styles_are_found_by_name_whatever_their_id(tmp_path):
    styles = (
        part_of_ours("word/styles.xml").replace(b'"Quote"', b'"Citaat"').replace(b'val="Citaat"/>', b'val="Quote"/>', 1)
    )
    styles = styles.replace(b'<w:next w:val="Quote"/>', b'<w:next w:val="Citaat"/>')
    styles = styles.replace(b'<w:name w:val="Citaat"/>', b'<w:name w:val="Quote"/>')
    template = changed(tmp_path, {"word/styles.xml": styles})
    trees = check_whole(made(a_note(Entry("Een.", source(1))), None, template))
    assert "Citaat" in values(trees["word/document.xml"], "w:pStyle")


def test_a_title_field_as_word_writes_it_shows_the_title_in_its_own_letters(tmp_path):
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TITLE  \\* MERGEFORMAT </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Titel van</w:t></w:r>'
        '<w:r><w:t> de nota</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> – 2026</w:t></w:r>'
    )
    header = re.sub(rb"<w:fldSimple.*</w:fldSimple>", lambda _: field.encode(), part_of_ours("word/header.xml"))
    content = made(a_note(), None, changed(tmp_path, {"word/header.xml": header}))
    shown = check_whole(content)["word/header.xml"]
    assert "".join(each.text or "" for each in shown.iter(qn("w:t"))) == "Deelfietsen – 2026"
    assert len(list(shown.iter(qn("w:b")))) == 1


def test_a_template_without_footnotes_gets_them(tmp_path):
    relations = re.sub(rb"<Relationship [^>]*footnotes[^>]*>", b"", part_of_ours("word/_rels/document.xml.rels"))
    types = re.sub(rb"<Override [^>]*footnotes[^>]*>", b"", part_of_ours("[Content_Types].xml"))
    setting = re.sub(rb"<w:footnotePr>.*</w:footnotePr>", b"", part_of_ours("word/settings.xml"), flags=re.DOTALL)
    without = {
        "word/_rels/document.xml.rels": relations, "[Content_Types].xml": types, "word/settings.xml": setting,
        "word/footnotes.xml": None,
    }  # fmt: skip
    content = made(rich_note(), address, changed(tmp_path, without))
    check_whole(content)
    assert len(footnotes_of(content)) == 25


def test_footnotes_of_a_template_that_numbers_its_lines_from_nought_do_not_collide(tmp_path):
    notes = part_of_ours("word/footnotes.xml")
    notes = notes.replace(b'w:id="1"', b'w:id="2"').replace(b'w:id="0"', b'w:id="1"').replace(b'w:id="-1"', b'w:id="0"')
    check_whole(made(rich_note(), address, changed(tmp_path, {"word/footnotes.xml": notes})))


def test_missing_styles_are_all_named_in_dutch(tmp_path):
    styles = part_of_ours("word/styles.xml").replace(b'"Quote"', b'"Iets"').replace(b'"Bron"', b'"Anders"')
    with pytest.raises(TemplateUnusable, match=r"eigen\.docx ontbreken deze stijlen: Citaat, Bron\."):
        made(rich_note(), template=changed(tmp_path, {"word/styles.xml": styles}))


def test_a_template_with_macros_is_refused(tmp_path):
    with_macros = changed(tmp_path, {})
    with zipfile.ZipFile(with_macros, "a") as package:
        package.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    renamed = tmp_path / "eigen.docm"
    shutil.copy(OURS, renamed)
    for each in (with_macros, renamed):
        with pytest.raises(TemplateUnusable, match="bevat macro’s"):
            made(rich_note(), template=each)


@pytest.mark.parametrize("content", [b"", b"geen zip", b"PK\x03\x04stuk", b"%PDF-1.7"])
def test_what_is_no_word_document_is_refused(tmp_path, content):
    path = tmp_path / "sjabloon.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateUnusable, match=r"sjabloon\.docx is geen Word-document"):
        made(rich_note(), template=path)


@pytest.mark.parametrize(
    "changes",
    [
        {"word/document.xml": b"<w:document"},
        {"word/document.xml": b"<x/>"},
        {"word/footnotes.xml": b"geen xml"},
        {"word/styles.xml": None},
        {"[Content_Types].xml": None},
        {"_rels/.rels": None},
        {"[Content_Types].xml": part_of_ours("[Content_Types].xml").replace(b"document.main", b"template.main")},
    ],
)
def test_a_damaged_template_is_refused(tmp_path, changes):
    with pytest.raises(TemplateUnusable):
        made(rich_note(), template=changed(tmp_path, changes))


def test_a_template_that_is_not_there_or_unpacks_to_too_much_is_refused(tmp_path):
    with pytest.raises(TemplateUnusable, match="is er niet"):
        made(rich_note(), template=tmp_path / "weg.docx")
    bomb = tmp_path / "bom.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * (101 * 2**20))
    with pytest.raises(TemplateUnusable, match="te groot"):
        made(rich_note(), template=bomb)
