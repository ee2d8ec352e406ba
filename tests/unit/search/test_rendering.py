"""Page images: marks on the words, a bounded size, and one answer for all that cannot be shown."""

import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from search.errors import NotFound
from search.rendering import LONGEST_SIDE, boxes, render
from search.types import Box, Page, Span, Word


@pytest.fixture
def pdf(tmp_path):
    canvas = Canvas(str(tmp_path / "x.pdf"), pagesize=(200, 100))
    canvas.drawString(20, 50, "tekst")
    canvas.save()
    return tmp_path / "x.pdf"


def _image(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_marks_colour_the_paper_and_not_the_ink(pdf):
    plain = _image(render(pdf, 1, 2.0, [], []))
    assert plain.size == (400, 200)
    marked = _image(render(pdf, 1, 2.0, [Box(0.0, 0.0, 0.5, 1.0)], [Box(0.0, 0.0, 0.25, 1.0)]))
    paper = [marked.getpixel((x, 10)) for x in (40, 150, 300)]
    assert [min(pixel) for pixel in paper] == sorted(min(pixel) for pixel in paper)
    assert min(paper[0]) < 120
    assert 130 < min(paper[1]) < 200
    assert min(paper[2]) > 245
    assert marked.convert("L").getextrema()[0] < 60


def test_size_is_bounded(pdf):
    assert max(_image(render(pdf, 1, 1000.0, [], [])).size) <= LONGEST_SIDE + 1


@pytest.mark.parametrize("page", [0, 2, -1])
def test_no_such_page(pdf, page):
    with pytest.raises(NotFound):
        render(pdf, page, 1.0, [], [])


def test_no_such_file_and_broken_file_look_the_same(tmp_path):
    (tmp_path / "kapot.pdf").write_bytes(b"%PDF-1.4 niets")
    messages = set()
    for name in ("weg.pdf", "kapot.pdf"):
        with pytest.raises(NotFound) as caught:
            render(tmp_path / name, 1, 1.0, [], [])
        messages.add(str(caught.value))
    assert len(messages) == 1


def _page() -> Page:
    places = [(0.1, 0.1), (0.3, 0.1), (0.1, 0.2), (0.3, 0.2)]
    words = tuple(Word(4 * i, 4 * i + 3, Box(x, y, x + 0.1, y + 0.05)) for i, (x, y) in enumerate(places))
    return Page(3, "een twe dri vie", 595.0, 842.0, words)


def test_one_rectangle_for_each_line():
    assert boxes(_page(), [Span(3, 0, 15)]) == [Box(0.1, 0.1, 0.4, 0.15000000000000002), Box(0.1, 0.2, 0.4, 0.25)]


def test_words_in_part_and_other_pages():
    assert boxes(_page(), [Span(3, 5, 6), Span(4, 0, 15)]) == [Box(0.3, 0.1, 0.4, 0.15000000000000002)]
    assert boxes(_page(), []) == []
    assert boxes(Page(3, "tekst", 1.0, 1.0), [Span(3, 0, 5)]) == []
