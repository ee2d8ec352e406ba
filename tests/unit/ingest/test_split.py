"""Passages: their borders, their headings, their context."""

from datetime import date

from ingest.split import split
from ingest.types import Block, Facts, Section, Structured
from search.types import Kind, Page, Span

FACTS = Facts("Notulen", Kind.MINUTES, "Damme", "Gemeenteraad", date(2016, 5, 23))


def document(*sections):
    """Sections given as (headings, item, paragraphs), all on one page."""
    text, found = "", []
    for headings, item, paragraphs in sections:
        blocks = []
        for paragraph in paragraphs:
            blocks.append(Block((Span(1, len(text), len(text) + len(paragraph)),)))
            text += paragraph + "\n"
        found.append(Section(headings, item, tuple(blocks)))
    return Structured(FACTS, tuple(found)), [Page(1, text, 595, 842)]


def test_short_parts_of_one_item_share_a_passage():
    pieces = split(*document((("1. A", "Aanleiding"), "1. A", ["x" * 90]), (("1. A", "Besluit"), "1. A", ["y" * 90])))
    assert [piece.text for piece in pieces] == ["x" * 90 + "\n" + "y" * 90]
    assert pieces[0].headings == ("1. A",)


def test_two_items_never_share_a_passage():
    pieces = split(*document((("1. A",), "1. A", ["Akkoord"]), (("2. B",), "2. B", ["Akkoord"])))
    assert [piece.context for piece in pieces] == [
        "Damme | Gemeenteraad | 23 mei 2016 | 1. A",
        "Damme | Gemeenteraad | 23 mei 2016 | 2. B",
    ]


def test_articles_of_a_contract_stay_apart_unless_tiny():
    apart = split(*document((("K", "Artikel 1"), "", ["x" * 90]), (("K", "Artikel 2"), "", ["y" * 90])))
    assert len(apart) == 2
    tiny = split(*document((("K", "Artikel 1"), "", ["x" * 20]), (("K", "Artikel 2"), "", ["y" * 90])))
    assert len(tiny) == 1


def test_a_long_section_is_cut_between_blocks_and_a_long_block_between_sentences():
    blocks = split(*document((("A",), "", ["x" * 400, "y" * 400])))
    assert [len(piece.text) for piece in blocks] == [400, 400]
    sentence = "Dit is een zin van ongeveer veertig tekens. "
    pieces = split(*document((("A",), "", [(sentence * 40).strip()])))
    assert all(len(piece.text) <= 700 and piece.text.endswith("tekens.") for piece in pieces)


def test_a_line_break_inside_a_block_becomes_a_space():
    page = Page(1, "eerste regel\ntweede regel", 595, 842)
    pieces = split(Structured(FACTS, (Section((), "", (Block((Span(1, 0, 25),)),)),)), [page])
    assert pieces[0].text == "eerste regel tweede regel"
    assert pieces[0].spans == (Span(1, 0, 25),)
