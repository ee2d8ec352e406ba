"""What every file format must do, over every module in ingest/formats."""

import io
import zipfile
from importlib import import_module
from pathlib import Path

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ingest.formats import EXTENSIONS, NAMES, extract
from ingest.parsing import parse
from ingest.sandbox_wire import decode, encode
from ingest.types import Extraction, Role
from search.types import Outcome

HEADING = "Goedkeuring van het reglement"
SENTENCE = "De gemeenteraad keurt het reglement op de dakkapellen goed voor één jaar, tegen € 1.250."
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def _pdf() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(72, 760, HEADING)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 730, SENTENCE)
    canvas.save()
    return target.getvalue()


def _docx() -> bytes:
    document, target = docx.Document(), io.BytesIO()
    document.add_heading(HEADING, 1)
    document.add_paragraph(SENTENCE)
    document.save(target)
    return target.getvalue()


SAMPLES = {
    "pdf": _pdf,
    "docx": _docx,
    "html": lambda: f"<title>t</title><h1>{HEADING}</h1><p>{SENTENCE}</p>".encode(),
    "markdown": lambda: f"# {HEADING}\n\n{SENTENCE}\n".encode(),
    "plain_text": lambda: f"{HEADING}\n=====\n\n{SENTENCE}\n".encode(),
}


def _name(format_name: str) -> Path:
    return Path("verslag" + import_module(f"ingest.formats.{format_name}").EXTENSIONS[0])


def check(extraction: Extraction) -> None:
    """Assert what ingest.types promises of any extraction, whatever became of the file."""
    for number, read in enumerate(extraction.pages, start=1):
        page, last = read.page, 0
        assert page.number == number
        assert page.width > 0
        assert page.height > 0
        page.text.encode("utf-8")
        assert "\r" not in page.text
        assert "\x02" not in page.text
        for line in read.lines:
            assert last <= line.start < line.end <= len(page.text)
            assert page.text[line.end : line.end + 1] in ("", "\n")
            assert "\n" not in page.text[line.start : line.end]
            last = line.end
        assert "\n".join(page.text[line.start : line.end] for line in read.lines) == page.text
        last = 0
        for word in page.words:
            assert last <= word.start < word.end <= len(page.text)
            assert not any(map(str.isspace, page.text[word.start : word.end]))
            assert 0 <= word.box.left <= word.box.right <= 1
            assert 0 <= word.box.top <= word.box.bottom <= 1
            last = word.end
    if extraction.outcome is not Outcome.OK:
        assert extraction.message


def test_every_format_has_a_sample():
    assert set(SAMPLES) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_reads_text_with_a_place_for_every_word(name):
    extraction = extract(_name(name), SAMPLES[name]())
    assert extraction.outcome is Outcome.OK
    check(extraction)
    page = extraction.pages[0].page
    assert page.text == f"{HEADING}\n{SENTENCE}"
    assert [page.text[word.start : word.end] for word in page.words] == f"{HEADING} {SENTENCE}".split()
    heading, sentence = extraction.pages[0].lines
    assert heading.size > sentence.size
    assert heading.bold
    assert not sentence.bold
    assert heading.top < heading.bottom <= sentence.top
    assert sentence.role is Role.TEXT
    if name != "pdf":
        assert (heading.role, heading.level) == (Role.HEADING, 1)


@pytest.mark.parametrize("name", NAMES)
def test_has_page_images_that_hold_the_same_words(name):
    data = SAMPLES[name]()
    extraction = extract(_name(name), data)
    drawn = extract(Path("leesversie.pdf"), extraction.rendition or data)
    page, image = extraction.pages[0].page, drawn.pages[0].page
    assert image.text.startswith(page.text)
    for word, shown in zip(page.words, image.words, strict=False):
        for edge in ("left", "top", "right", "bottom"):
            assert getattr(word.box, edge) == pytest.approx(getattr(shown.box, edge), abs=0.006)


@pytest.mark.parametrize("name", NAMES)
def test_same_bytes_same_extraction(name):
    data = SAMPLES[name]()
    assert extract(_name(name), data) == extract(_name(name), data)


@pytest.mark.parametrize("name", NAMES)
def test_content_counts_before_name(name):
    data = SAMPLES[name]()
    if name in ("pdf", "docx", "html"):
        for misleading in ("verslag.doc", "verslag.txt", "verslag.pdf", "verslag"):
            assert HEADING in extract(Path(misleading), data).pages[0].page.text


@pytest.mark.parametrize("name", NAMES)
def test_survives_the_wire(name):
    parsed = parse(_name(name), SAMPLES[name](), f"damme/{_name(name).name}")
    assert parsed.pieces
    assert decode(encode(parsed)) == parsed


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None)
@given(seed=st.randoms(use_true_random=False))
def test_damage_never_raises(name, seed):
    data = bytearray(SAMPLES[name]())
    for _ in range(seed.randint(1, 30)):
        data[seed.randrange(len(data))] = seed.randrange(256)
    check(extract(_name(name), bytes(data[: seed.randint(1, len(data))])))


@pytest.mark.parametrize("extension", sorted(EXTENSIONS))
@settings(max_examples=15, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_classified(extension, data):
    check(extract(Path(f"x{extension}"), data))


@pytest.mark.parametrize(
    ("file", "start", "hint"),
    [
        ("brief.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".docx"),
        ("brief.odt", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", ".docx"),
        ("bericht.eml", b"From: x@example.org\nSubject: y\n\nz", "PDF"),
        ("cijfers.xlsx", b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml", "PDF"),
        ("foto.txt", b"\xff\xd8\xff\xe0" + bytes(100), "OCR"),
        ("brief.rtf", b"{\\rtf1 hallo}", ".docx"),
        ("onbekend.xyz", b"\x01\x02\x03", "PDF"),
    ],
)
def test_what_is_not_read_says_what_to_do(file, start, hint):
    extraction = extract(Path(file), start)
    assert extraction.outcome is Outcome.UNSUPPORTED
    assert hint in extraction.message


def test_empty_file_is_empty():
    assert extract(Path("leeg.pdf"), b"").outcome is Outcome.EMPTY


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w>" + b"a" * 30_000_000)
    assert extract(Path("bom.docx"), target.getvalue()).outcome is Outcome.LIMIT


@pytest.mark.skipif(not (SHARED / "council").exists(), reason="needs ../shared/data/council")
def test_real_council_files_are_all_read():
    files = sorted((SHARED / "council").rglob("*.*"))
    seen = 0
    for file in [*files[:20], *(file for file in files if file.suffix == ".html")]:
        if file.is_file():
            extraction = extract(file, file.read_bytes())
            assert extraction.outcome is Outcome.OK, file
            check(extraction)
            seen += 1
    assert seen > 10


def test_renditions_are_real_pdfs():
    extraction = extract(Path("a.md"), SAMPLES["markdown"]())
    document = pypdfium2.PdfDocument(extraction.rendition)
    assert len(document) == len(extraction.pages)
    document.close()
