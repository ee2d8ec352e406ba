"""Reading copies: every block a line, pages as the source has them, and the same bytes every time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.types import Role
from ingest.typeset import MOST_CHARACTERS, Paragraph, TooLong, typeset


def test_pages_of_the_source_stay_its_pages_whatever_their_height():
    blocks = [
        Paragraph("kort"),
        *[Paragraph(f"alinea {n}", starts_page=n == 0) for n in range(80)],
        Paragraph("", starts_page=True),
    ]
    pages, _ = typeset([*blocks, Paragraph("laatste", starts_page=True)], "x.docx")
    assert [read.page.text.split("\n")[0] for read in pages] == ["kort", "alinea 0", "", "laatste"]
    assert pages[1].page.height > pages[0].page.height


def test_a_source_that_recorded_no_breaks_fills_a4_pages():
    blocks = [Paragraph("voorblad"), *[Paragraph(f"alinea {n}", starts_page=n == 0) for n in range(600)]]
    pages, _ = typeset(blocks, "x.docx")
    assert len(pages) > 4
    assert {read.page.height for read in pages} == {pages[0].page.height}


def test_without_page_breaks_a4_pages_are_filled_and_a_block_stays_whole():
    block = Paragraph("Een zin van gewone lengte in een alinea. " * 12)
    pages, _ = typeset([block] * 40, "x.html")
    assert 3 < len(pages) < 12
    assert sum(len(read.lines) for read in pages) == 40


def test_signs_that_the_letters_lack_stay_in_the_text():
    pages, _ = typeset([Paragraph("ĳs → 漢字 ő")], "x.txt")
    assert pages[0].page.text == "ĳs → 漢字 ő"


def test_a_row_has_its_cells_side_by_side():
    pages, _ = typeset([Paragraph("links | rechts", Role.TABLE)], "x.html")
    left, bar, right = (
        pages[0].page.words
        if len(pages[0].page.words) == 3
        else (pages[0].page.words[0], None, pages[0].page.words[-1])
    )
    assert bar is None
    assert left.box.top == right.box.top
    assert right.box.left > 0.45


def test_too_long_is_refused():
    with pytest.raises(TooLong):
        typeset([Paragraph("x" * (MOST_CHARACTERS + 1))], "x.txt")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.builds(Paragraph, st.text(alphabet="ab é|\u6f22", max_size=400).map(str.strip), st.sampled_from(Role)))
)
def test_all_text_is_kept_in_order_and_bytes_repeat(blocks):
    blocks = [Paragraph(" ".join(block.text.split()), block.role) for block in blocks]
    pages, rendition = typeset(blocks, "x.txt")
    joined = " ".join(read.page.text.replace("\n", " ") for read in pages).split()
    assert joined == " ".join(block.text for block in blocks).split()
    for read in pages:
        for word in read.page.words:
            assert 0 <= word.box.left <= word.box.right <= 1
            assert 0 <= word.box.top <= word.box.bottom <= 1
    assert typeset(blocks, "x.txt")[1] == rendition
