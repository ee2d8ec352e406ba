"""PDF: words where they are drawn, one word where a line end divided it, and honest outcomes."""

import io
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from pypdf.generic import RectangleObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.formats.pdf import extract
from ingest.types import Role
from search.rendering import render
from search.types import Outcome

FILE = Path("x.pdf")


def _canvas(draw, pagesize=(595, 842)) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=pagesize, invariant=1)
    draw(canvas)
    canvas.save()
    return target.getvalue()


def _lines(*rows: str, size: float = 11) -> bytes:
    def draw(canvas):
        text = canvas.beginText(72, 700)
        text.setFont("Helvetica", size)
        for row in rows:
            text.textLine(row)
        canvas.drawText(text)

    return _canvas(draw)


def _changed(data: bytes, change) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    change(writer)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _text(data: bytes) -> str:
    return extract(FILE, data).pages[0].page.text


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("het gemeente-", "bestuur van Brugge beslist", "het gemeentebestuur\nvan Brugge beslist"),
        ("de leden van de OCMW-", "raad van Damme beslissen", "de leden van de OCMW-raad\nvan Damme beslissen"),
        ("het bestuur van Knokke-", "Heist keurt het goed", "het bestuur van Knokke-Heist\nkeurt het goed"),
        ("in de periode 2024-", "2025 is dat anders", "in de periode 2024-2025\nis dat anders"),
        ("de gemeente-", "en provinciebelasting stijgt", "de gemeente-\nen provinciebelasting stijgt"),
    ],
)
def test_words_divided_at_a_line_end(first, second, text):
    page = extract(FILE, _lines(first, second)).pages[0].page
    assert page.text == text
    words = [page.text[word.start : word.end] for word in page.words]
    assert "".join(words).replace("-", "") == (first + second).replace(" ", "").replace("-", "")


def test_a_rare_hyphen_at_a_line_end_was_typed():
    rows = ["Een lijn zonder afbreking in deze nota."] * 120
    text = _text(_lines(*rows[:60], "de lijst van de kandidaat-", "huurders is gesloten", *rows[:60], size=4))
    assert "kandidaat-huurders\nis gesloten" in text


def test_both_halves_keep_their_place():
    page = extract(FILE, _lines("het gemeente-", "bestuur van Brugge beslist")).pages[0].page
    halves = [word for word in page.words if page.text[word.start : word.end] in ("gemeente", "bestuur")]
    assert len(halves) == 2
    assert halves[0].end == halves[1].start
    assert halves[0].box.bottom < halves[1].box.bottom
    assert halves[1].box.left == pytest.approx(72 / 595, abs=0.01)


def test_ligatures_and_odd_spaces_become_what_people_type():
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("TestVera", "Vera.ttf"))

    def draw(canvas):
        canvas.setFont("TestVera", 11)
        canvas.drawString(72, 700, "\ufb02exibel\u00a0pro\ufb01el")

    page = extract(FILE, _canvas(draw)).pages[0].page
    assert page.text == "flexibel profiel"
    assert [(word.start, word.end) for word in page.words] == [(0, 8), (9, 16)]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [(0, 0, 595, 842), (50, 100, 450, 800), (-20, -30, 595, 842)])
def test_boxes_are_where_the_ink_is(turn, crop, tmp_path):
    def draw(canvas):
        canvas.setFont("Helvetica", 24)
        canvas.drawString(120, 600, "Raadsbesluit")
        canvas.drawString(250, 300, "Hernieuwbare energie")

    def change(writer):
        page = writer.pages[0]
        page.mediabox = RectangleObject((min(0, crop[0]), min(0, crop[1]), 595, 842))
        page.cropbox = RectangleObject(crop)
        page.rotate(turn)

    data = _changed(_canvas(draw), change)
    page = extract(FILE, data).pages[0].page
    (tmp_path / "x.pdf").write_bytes(data)
    image = Image.open(io.BytesIO(render(tmp_path / "x.pdf", 1, 1.0, [], []))).convert("L")
    wide, high = image.size
    assert (page.width > page.height) == (wide > high)
    assert len(page.words) == 3
    outside = image.copy()
    for word in page.words:
        edges = [
            int(word.box.left * wide),
            int(word.box.top * high),
            int(word.box.right * wide),
            int(word.box.bottom * high),
        ]
        inside = image.crop((edges[0], edges[1], edges[2] + 1, edges[3] + 1))
        assert inside.getextrema()[0] < 100, "no ink in the box"
        outside.paste(255, (edges[0] - 2, edges[1] - 2, edges[2] + 3, edges[3] + 3))
    assert outside.getextrema()[0] > 150, "ink beside the boxes"


def test_words_beside_the_page_are_left_out():
    def draw(canvas):
        canvas.drawString(72, 700, "zichtbaar")
        canvas.drawString(2000, 700, "onzichtbaar")

    assert _text(_canvas(draw)) == "zichtbaar"


def test_size_and_weight_of_type():
    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 10)
        canvas.scale(1.5, 1.5)
        canvas.drawString(50, 500, "Titel")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(50, 450, "tekst")

    title, text = extract(FILE, _canvas(draw)).pages[0].lines
    assert (title.size, title.bold) == (15.0, True)
    assert (text.size, text.bold) == (9.0, False)


def test_bookmarks_mark_headings():
    def draw(canvas):
        canvas.bookmarkPage("a")
        canvas.addOutlineEntry("Financiën", "a", 0)
        canvas.bookmarkPage("b")
        canvas.addOutlineEntry("Jaarrekening", "b", 1)
        canvas.drawString(72, 700, "Financiën")
        canvas.drawString(72, 650, "De raad stelt vast.")
        canvas.drawString(72, 600, "Jaarrekening")

    found = [(line.role, line.level) for line in extract(FILE, _canvas(draw)).pages[0].lines]
    assert found == [(Role.HEADING, 1), (Role.TEXT, 0), (Role.HEADING, 2)]


def test_title_of_the_metadata():
    assert extract(FILE, _changed(_lines("a b"), lambda w: w.add_metadata({"/Title": "Notulen"}))).title == "Notulen"


def test_a_password_is_asked_for():
    locked = _changed(_lines("geheim"), lambda writer: writer.encrypt("u", "o", algorithm="RC4-128"))
    extraction = extract(FILE, locked)
    assert extraction.outcome is Outcome.PASSWORD
    assert "zonder wachtwoord" in extraction.message


def test_an_empty_user_password_opens():
    locked = _changed(_lines("leesbaar"), lambda writer: writer.encrypt("", "o", algorithm="RC4-128"))
    assert _text(locked) == "leesbaar"


def _scan(canvas):
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)


def test_a_scan_is_no_success():
    extraction = extract(FILE, _canvas(_scan))
    assert extraction.outcome is Outcome.NO_TEXT
    assert "OCR" in extraction.message


def test_a_stamp_on_a_scan_is_no_text():
    def draw(canvas):
        _scan(canvas)
        canvas.drawString(72, 30, "Pagina 1 van 1")

    assert extract(FILE, _canvas(draw)).outcome is Outcome.NO_TEXT


def test_one_scanned_page_is_named():
    def draw(canvas):
        canvas.drawString(72, 700, "De gemeenteraad keurt het reglement goed.")
        canvas.showPage()
        _scan(canvas)

    extraction = extract(FILE, _canvas(draw))
    assert extraction.outcome is Outcome.OK
    assert "1 bladzijde (2) zonder tekstlaag" in extraction.message


def test_a_blank_document_is_empty():
    assert extract(FILE, _canvas(lambda canvas: canvas.showPage())).outcome is Outcome.EMPTY


def test_an_impossible_page_size_becomes_a_possible_one():
    data = _changed(_lines("tekst"), lambda w: setattr(w.pages[0], "mediabox", RectangleObject((0, 0, 0, 0))))
    page = extract(FILE, data).pages[0].page
    assert page.width > 0
    assert page.height > 0


def test_damage_is_told():
    extraction = extract(FILE, b"%PDF-1.7\nniets")
    assert extraction.outcome is Outcome.CORRUPT
    assert extraction.message
