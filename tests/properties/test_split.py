"""Whatever the text: every character of a passage stands where its spans say, and no text is lost or doubled."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.split import split
from ingest.structure import structure
from ingest.types import Block, Extraction, Facts, Line, ReadPage, Section, Structured
from search.types import Kind, Outcome, Page, Span

FACTS = Facts("Titel", Kind.OTHER, None, None, None)
LINES = st.lists(st.text(alphabet="abcdé A.!?,;:\u00ad€1(", min_size=1, max_size=120), min_size=1, max_size=12)
NOTES = st.sampled_from(
    ["1. Titel. Goedkeuring.", "Artikel 1. Iets", "Aanwezig: A. Claes", "Besluit: goed", "1/3", "Inhoud"]
)


def pages_of(pages):
    found = []
    for number, lines in enumerate(pages, 1):
        text, kept = "", []
        for line in lines:
            kept.append(Line(len(text), len(text) + len(line), size=10.0, right=0.9))
            text += line + "\n"
        found.append(ReadPage(Page(number, text, 595, 842), tuple(kept)))
    return tuple(found)


def rebuilt(piece, pages):
    texts = {read.page.number: read.page.text for read in pages}
    return "\n".join(texts[span.page][span.start : span.end].replace("\n", " ") for span in piece.spans)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=3), st.integers(40, 900))
def test_offsets_map_back_and_nothing_is_lost(pages, size):
    read = pages_of(pages)
    blocks = tuple(
        Block((Span(each.page.number, line.start, line.end),))
        for each in read
        for line in each.lines
        if each.page.text[line.start : line.end].strip()
    )
    pieces = split(Structured(FACTS, (Section((), "", blocks),)), [each.page for each in read], size)
    for piece in pieces:
        assert piece.text == rebuilt(piece, read)
        assert piece.text.strip()
    whole = "".join("".join(line) for page in pages for line in page)
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(whole.split())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(NOTES, st.text(min_size=1, max_size=90)), min_size=1, max_size=14), min_size=1, max_size=3
    )
)
def test_any_document_at_all_can_be_read(pages):
    read = pages_of([[line.replace("\n", " ") for line in page] for page in pages])
    extraction = Extraction(Outcome.OK, read)
    pieces = split(structure(extraction, "map/bestand.pdf"), [each.page for each in read])
    spans = [span for piece in pieces for span in piece.spans]
    assert all(piece.text == rebuilt(piece, read) for piece in pieces)
    assert spans == sorted(spans, key=lambda span: (span.page, span.start))
    assert all(a.page < b.page or a.end <= b.start for a, b in pairwise(spans))
