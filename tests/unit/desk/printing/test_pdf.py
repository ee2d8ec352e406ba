"""Notes as PDF: readable in order, numbers that lead to sources and sources to pages, whatever the texts are."""

import io
import re
from dataclasses import replace
from datetime import date

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings

from desk.note import Entry, Note, Part, Section
from desk.printing.pdf import made, write
from desk.printing.pdf_letters import drawable, markup
from tests.unit.desk.sample_notes import address, hostile_notes, rich_note, source

DAY = date(2026, 11, 25)


def a_note(*entries: Entry, **changes: object) -> Note:
    return replace(
        Note("Deelfietsen", "fietsen", DAY, sections=(Section(Part.DECISIONS, "Besluiten", entries),)), **changes
    )


def pages_of(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as file:
        return [page.get_textpage().get_text_range() for page in file]


def text_of(content: bytes) -> str:
    return " ".join("\n".join(pages_of(content)).split())


def links_of(content: bytes) -> list[dict]:
    reader = pypdf.PdfReader(io.BytesIO(content))
    return [each.get_object() for page in reader.pages for each in page.get("/Annots", [])]


@pytest.fixture(scope="module")
def rich() -> bytes:
    return made(rich_note(), address)


def test_the_text_reads_from_top_to_bottom(rich):
    text = text_of(rich)
    found = [text.index(said) for said in (
        "Deelmobiliteit in de streek", "Periode", "1 januari 2019 tot en met 31 oktober 2026", "Inhoud",
        "Wat besliste de streek", "Blankenberge, gemeenteraad, 22/04/2019", "“De raad gaat akkoord", "[1]",
        "Goedgekeurd; het geldt nog.", "Jabbeke: niets gevonden in 14 stukken", "Notulen 1: deelmobiliteit & fietsen.",
    )]  # fmt: skip
    assert found == sorted(found)


def test_the_outline_and_the_contents_name_every_section_and_the_page_where_it_begins(rich):
    reader = pypdf.PdfReader(io.BytesIO(rich))
    pages = pages_of(rich)
    headings = [section.heading for section in rich_note().sections] + ["Bronnen"]
    assert [each.title for each in reader.outline] == headings
    for each in reader.outline:
        number = reader.get_destination_page_number(each)
        assert each.title in pages[number]
        assert re.search(rf"{re.escape(each.title)}[ .]*{number + 1}\b", " ".join(pages[0].split()))


def test_every_number_leads_to_its_source(rich):
    reader, drawn = pypdf.PdfReader(io.BytesIO(rich)), pypdfium2.PdfDocument(rich)
    numbers = set()
    for page, shown in zip(reader.pages, drawn, strict=True):
        for link in (each.get_object() for each in page["/Annots"]):
            said = shown.get_textpage().get_text_bounded(*map(float, link["/Rect"])).strip()
            if "/Dest" in link and re.fullmatch(r"\[\d+\]", said):
                target = drawn[reader.get_page_number(link["/Dest"][0].get_object())]
                top = float(link["/Dest"][3])
                there = target.get_textpage().get_text_bounded(70, top - 14, 560, top + 2)
                assert there.startswith(said)
                numbers.add(said)
    assert len(numbers) == 25


def test_every_source_leads_to_its_page_with_all_the_words_that_were_taken_from_it(rich):
    outer = {each["/A"]["/URI"] for each in links_of(rich) if "/A" in each}
    twice = {n for n in range(1, 26) if n <= 7}  # 32 quotations of 25 pages
    assert outer == {address(source(n)).replace("=0", "=2" if n in twice else "=1") for n in range(1, 26)}


def test_pages_say_their_number_and_the_title_but_the_first_not_its_title(rich):
    pages = pages_of(rich)
    for number, page in enumerate(pages, start=1):
        assert f"Bladzijde {number} van {len(pages)}" in page
        assert page.startswith("Deelmobiliteit in de streek: wat er beslist is en wat er nog loopt") == (number > 1)


def test_the_file_says_its_title_and_its_language(rich):
    reader = pypdf.PdfReader(io.BytesIO(rich))
    assert (reader.metadata.title, reader.metadata.author) == (rich_note().title, "Streekgeheugen")
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl-BE"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_all_letters_are_in_the_file(rich):
    fonts = [font for page in pypdf.PdfReader(io.BytesIO(rich)).pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font.get_object().get("/FontDescriptor", {}) for font in fonts)


def test_only_what_stands_in_a_document_is_quoted_and_numbered():
    text = text_of(made(a_note(Entry("De raad keurt goed.", source(1)), Entry("Zelf geschreven."))))
    assert "“De raad keurt goed.” [1]" in text
    assert "“Zelf" not in text


def test_without_addresses_there_are_no_links_to_the_outside():
    assert [each for each in links_of(made(rich_note())) if "/A" in each] == []
    assert [each for each in links_of(made(rich_note(), lambda _: "javascript:alert(1)")) if "/A" in each] == []


def test_an_empty_note_and_an_empty_section_are_told():
    assert "Briefingnota" in text_of(made(Note("", "", DAY)))
    assert "Niets opgenomen." in text_of(made(a_note()))


def test_a_short_entry_stays_on_one_page():
    entries = [Entry("Zin van het besluit. " * 20, source(n), f"Vindplaats {n}", f"Slot {n}") for n in range(30)]
    pages = pages_of(made(a_note(*entries)))
    for number in range(30):
        page = next(page for page in pages if re.search(rf"Vindplaats {number}\b", page))
        assert re.search(rf"Slot {number}\b", page)


def test_a_heading_never_stands_alone_at_the_foot_of_a_page():
    sections = tuple(Section(Part.OWN, f"Kop {n}", (Entry("Regel.\n" * (n % 9 + 1)), Entry("Nog."))) for n in range(60))
    for page in pages_of(made(Note("Titel", "thema", DAY, sections=sections)))[2:]:
        *_, last, foot = page.strip().splitlines()
        assert foot.startswith("Bladzijde")
        assert not last.startswith("Kop")


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text",
    ["woord & wederwoord <b> " * 4_400, "x" * 100_000, "a\n" * 10_000, "😀" * 100_000],
    ids=["words", "one", "lines", "emoji"],
)
def test_a_hundred_thousand_characters_are_set(text):
    content = made(a_note(Entry(text, source(1), lead="Damme")))
    letters = "".join("".join(re.sub(r"Bladzijde \d+ van \d+", "", page) for page in pages_of(content)).split())
    assert letters.count(drawable(text[0])) >= 4_400


def test_the_same_note_gives_the_same_bytes_and_goes_where_it_is_asked(rich, tmp_path):
    write(rich_note(), tmp_path / "nota.pdf", address)
    stream = io.BytesIO()
    write(rich_note(), stream, address)
    assert (tmp_path / "nota.pdf").read_bytes() == stream.getvalue() == rich


@settings(max_examples=40, deadline=None)
@given(hostile_notes)
def test_no_text_breaks_the_file(note):
    content = made(note, address)
    assert len(pypdf.PdfReader(io.BytesIO(content), strict=True).pages) == len(pages_of(content)) > 0


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("één “citaat” – € 5", "één “citaat” – € 5"),
        ("e\u0301e\u0301n", "één"),  # composed
        ("Győr", "Gyor"),
        ("ﬁets", "ﬁets"),
        ("漢", "?"),
        ("links\u200frechts\u00ad", "linksrechts"),
        ("a\u202fb", "a b"),
    ],
)
def test_letters_that_the_font_lacks_are_drawn_as_near_as_can_be(text, drawn):
    assert drawable(text) == drawn


def test_nothing_in_a_text_is_an_instruction():
    assert markup('<a href="x">&amp;</a>\nb') == '&lt;a href="x"&gt;&amp;amp;&lt;/a&gt;<br/>b'
