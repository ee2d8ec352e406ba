"""Notes as Word files: whole packages, real footnotes, in the looks of a template, whatever the texts are."""

import io
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from desk.note import Entry, Note
from desk.printing.docx import made, write
from search.types import Span
from tests.unit.desk.printing.packages import (
    DAY,
    a_note,
    check_whole,
    footnotes_of,
    texts_of,
    trees_of,
    values,
)
from tests.unit.desk.sample_notes import address, hostile_notes, rich_note, source


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
