"""Notes as Word files: whole packages, real footnotes, in the looks of a template, whatever the texts are."""

import io
import posixpath
import re
import shutil
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from lxml import etree

from desk.note import Entry, Note, Part, Section
from desk.printing.docx import STYLES, made, write
from desk.printing.docx_package import OURS, TemplateUnusable
from desk.printing.templates.make import packed
from search.types import Span
from tests.unit.desk.sample_notes import address, hostile_notes, rich_note, source

DAY = date(2026, 11, 25)


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        assert len(set(package.namelist())) == len(package.namelist())
        return {name: package.read(name) for name in package.namelist()}


def trees_of(content: bytes) -> dict[str, etree._Element]:
    parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
    parts = parts_of(content).items()
    return {name: etree.fromstring(part, parser) for name, part in parts if name.endswith((".xml", ".rels"))}


def values(tree: etree._Element, tag: str, attribute: str = "w:val") -> list[str]:
    return [each.get(qn(attribute)) for each in tree.iter(qn(tag))]


def check_whole(content: bytes) -> dict[str, etree._Element]:
    """Everything that Word complains about, and that can be seen from outside."""
    trees = trees_of(content)
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = [each.get("Id") for each in tree]
        assert len(set(ids)) == len(ids)
        for each in tree:
            if each.get("TargetMode") == "External":
                assert re.fullmatch(r"https?://[!-~]+", each.get("Target"))
            else:
                assert posixpath.normpath(posixpath.join(folder, each.get("Target"))).lstrip("/") in trees
    check_types(trees)
    check_references(trees)
    return trees


def check_types(trees: dict[str, etree._Element]) -> None:
    types = trees["[Content_Types].xml"]
    named = {each.get("PartName") for each in types if "PartName" in each.attrib}
    assert {f"/{name}" for name in trees if name.startswith("word/") and not name.endswith(".rels")} <= named
    assert named <= {f"/{name}" for name in trees}


def check_references(trees: dict[str, etree._Element]) -> None:
    body, notes = trees["word/document.xml"], trees["word/footnotes.xml"]
    known = {each.get(qn("w:styleId")) for each in trees["word/styles.xml"].iter(qn("w:style"))}
    for tree in trees.values():
        assert {v for tag in ("w:pStyle", "w:rStyle") for v in values(tree, tag)} <= known
    ids = values(notes, "w:footnote", "w:id")
    referred = values(body, "w:footnoteReference", "w:id")
    special = values(trees["word/settings.xml"], "w:footnote", "w:id")
    assert sorted(ids) == sorted(referred + special)
    assert len(set(ids)) == len(ids)
    bookmarks, names = values(body, "w:bookmarkStart", "w:id"), values(body, "w:bookmarkStart", "w:name")
    assert Counter(bookmarks) == Counter(values(body, "w:bookmarkEnd", "w:id"))
    assert len(set(bookmarks)) == len(bookmarks) == len(set(names))
    assert {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))} <= {*names, None}
    assert set(re.findall(r"NOTEREF (\w+)", " ".join(body.itertext()))) <= set(names)
    marks = Counter(values(body, "w:fldChar", "w:fldCharType"))
    assert marks["begin"] == marks["separate"] == marks["end"]
    for part, rels in (("document", "document"), ("footnotes", "footnotes")):
        related = trees.get(f"word/_rels/{rels}.xml.rels", [])
        used = {each.get(qn("r:id")) for each in trees[f"word/{part}.xml"].iter() if each.get(qn("r:id"))}
        assert used <= {each.get("Id") for each in related}


def texts_of(content: bytes, style: str) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def a_note(*entries: Entry, part: Part = Part.DECISIONS, **changes: object) -> Note:
    return replace(Note("Deelfietsen", "fietsen", DAY, sections=(Section(part, "Besluiten", entries),)), **changes)


def footnotes_of(content: bytes) -> list[str]:
    notes = trees_of(content)["word/footnotes.xml"]
    return ["".join(each.itertext()).strip() for each in notes if each.get(qn("w:type")) is None]


@pytest.fixture(scope="module")
def rich() -> bytes:
    return made(rich_note(), address)


def test_a_rich_note_is_a_whole_package(rich):
    check_whole(rich)


def test_the_note_stands_in_the_styles_of_the_template(rich):
    assert texts_of(rich, "Title") == [rich_note().title]
    assert texts_of(rich, "Subtitle") == ["deelmobiliteit en deelfietsen"]
    assert texts_of(rich, "Heading 1") == [section.heading for section in rich_note().sections]
    assert len(texts_of(rich, "Quote")) == 32
    assert texts_of(rich, "List Bullet")[0] == "Jabbeke: niets gevonden in 14 stukken"
    assert texts_of(rich, "Gegevens")[0] == "Periode\t1 januari 2019 tot en met 31 oktober 2026"


def test_only_what_stands_in_a_document_is_quoted():
    content = made(a_note(Entry("De raad keurt goed.", source(1)), Entry("Zelf geschreven.")))
    assert texts_of(content, "Quote") == ["“De raad keurt goed.”"]
    assert texts_of(content, "Body Text") == ["Zelf geschreven."]


def test_every_source_has_one_footnote_in_the_order_of_its_number(rich):
    found = footnotes_of(rich)
    assert len(found) == 25
    assert found[0] == "Notulen 1: deelmobiliteit & fietsen. Blankenberge, gemeenteraad, 22 april 2019, p.\xa02."
    assert found[4].startswith("Verslag 5: deelmobiliteit & fietsen. Burgemeestersoverleg van de streek, 14 mei 2020")


def test_a_source_that_comes_back_refers_to_its_first_number():
    note = a_note(Entry("Eerst.", source(1)), Entry("Dan.", source(2)), Entry("Weer.", source(1)))
    trees = check_whole(made(note))
    assert values(trees["word/document.xml"], "w:footnoteReference", "w:id") == ["1", "2"]
    *_, last = trees["word/document.xml"].iter(qn("w:p"))
    assert "".join(each.text for each in last.iter(qn("w:t"))) == "“Weer.”1"
    assert "NOTEREF _Ref00000001" in "".join(last.itertext())


def test_a_footnote_opens_the_page_with_all_the_words_that_were_taken_from_it():
    first, second = (source(3, spans=(Span(4, start, start + 5),)) for start in (0, 50))
    content = made(a_note(Entry("Een.", first), Entry("Twee.", second)), address)
    related = trees_of(content)["word/_rels/footnotes.xml.rels"]
    assert [each.get("Target") for each in related] == [address(replace(first, spans=first.spans + second.spans))]


@pytest.mark.parametrize("bad", ["", "javascript:alert(1)", "/bladzijde/3", "http://", "http://[::1", "https://x:y/"])
def test_what_is_no_web_address_is_not_linked(bad):
    trees = check_whole(made(a_note(Entry("Een.", source(1))), lambda _: bad))
    assert "word/_rels/footnotes.xml.rels" not in trees


def test_spaces_and_letters_in_an_address_are_written_as_word_reads_them():
    content = made(a_note(Entry("Een.", source(1))), lambda _: "https://x.be/b?t=één zin\x00&d=1#p")
    target = trees_of(content)["word/_rels/footnotes.xml.rels"][0].get("Target")
    assert target == "https://x.be/b?t=%C3%A9%C3%A9n%20zin&d=1#p"


def test_the_contents_can_be_read_before_word_fills_them_and_lead_to_the_headings(rich):
    assert texts_of(rich, "TOC Heading") == []  # they stand in a control, which python-docx passes over
    body = check_whole(rich)["word/document.xml"]
    control = next(body.iter(qn("w:sdt")))
    lines = ["".join(each.itertext()) for each in control.iter(qn("w:hyperlink"))]
    assert lines == [section.heading for section in rich_note().sections]
    assert "TOC " in "".join(control.itertext())
    assert values(trees_of(rich)["word/settings.xml"], "w:updateFields") == ["true"]


def test_a_note_of_one_section_has_no_contents():
    assert not list(trees_of(made(a_note(Entry("Een."))))["word/document.xml"].iter(qn("w:sdt")))


def test_an_entry_keeps_together_and_its_number_stands_behind_the_text():
    content = made(a_note(Entry("Goed.", source(1), "Damme", "Geldt nog."), Entry("", source(2), "Brugge")))
    document = docx.Document(io.BytesIO(content))
    lead, quote, remark, bare = document.paragraphs[-4:]
    assert [each.paragraph_format.keep_with_next for each in (lead, quote, remark)] == [True, True, None]
    assert [bool(values(each._element, "w:footnoteReference", "w:id")) for each in (lead, quote, remark, bare)] == [
        False, True, False, True,
    ]  # fmt: skip


def test_a_quotation_that_fills_a_page_may_leave_its_remark_behind():
    content = made(a_note(Entry("zin " * 1_000, source(1), remark="Geldt nog.")))
    quote, _ = docx.Document(io.BytesIO(content)).paragraphs[-2:]
    assert quote.paragraph_format.keep_with_next is None  # it would not fit on any page with it


def test_the_pages_carry_the_title_and_their_number_and_the_file_says_what_it_is(rich):
    trees, document = trees_of(rich), docx.Document(io.BytesIO(rich))
    assert "".join(trees["word/header.xml"].itertext()).strip() == rich_note().title
    assert {" PAGE ", " NUMPAGES "} == set(values(trees["word/footer.xml"], "w:fldSimple", "w:instr"))
    about = document.core_properties
    assert (about.title, about.language, about.created.date()) == (rich_note().title, "nl-BE", DAY)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert values(trees["word/styles.xml"], "w:lang") == ["nl-BE"]


def test_the_same_note_gives_the_same_bytes_and_goes_where_it_is_asked(rich, tmp_path):
    write(rich_note(), tmp_path / "nota.docx", address)
    stream = io.BytesIO()
    write(rich_note(), stream, address)
    assert (tmp_path / "nota.docx").read_bytes() == stream.getvalue() == rich


def test_an_empty_note_and_an_empty_section_are_told():
    assert texts_of(made(Note("", "", DAY)), "Title") == ["Briefingnota"]
    assert texts_of(made(a_note()), "Toelichting") == ["Niets opgenomen."]


def test_a_title_that_says_the_theme_is_not_said_twice():
    assert texts_of(made(replace(a_note(), title="Briefingnota: Fietsen")), "Subtitle") == []


def test_a_hundred_thousand_characters_stay_whole():
    text = "woord & wederwoord <b> " * 4_400
    assert texts_of(made(a_note(Entry(text, source(1)))), "Quote") == [f"“{text}”"]


def test_a_document_whose_title_is_a_page_long_does_not_fill_the_page():
    content = made(a_note(Entry("Een.", replace(source(1), title="titel " * 9_000))))
    assert len(footnotes_of(content)[0]) < 400


@settings(max_examples=60, deadline=None)
@given(hostile_notes)
def test_no_text_breaks_the_file(note):
    check_whole(made(note, address))


# Templates


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
