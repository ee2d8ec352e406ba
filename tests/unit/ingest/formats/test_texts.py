"""Plain text, Markdown, encodings, and the words of a text as people type them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cleaning import clean, flat, junction
from ingest.encoding import decode, is_binary
from ingest.formats import markdown, plain_text
from search.types import Outcome


def _rows(extraction) -> list[tuple[str, int, str]]:
    return [
        (line.role.value, line.level, read.page.text[line.start : line.end])
        for read in extraction.pages
        for line in read.lines
    ]


def test_text_in_paragraphs_items_and_pages():
    text = (
        "VERSLAG\r\n\r\nDit is een alinea die met de hand is afgebroken op\r\nhet einde van de lijn.\r\n\r\n"
        "1. Punt een\r\n2. Punt twee\r\n\r\nBesluit\r\n-------\r\nKort.\fTweede bladzijde."
    )
    extraction = plain_text.extract(Path("x.txt"), text.encode())
    assert _rows(extraction) == [
        ("heading", 1, "VERSLAG"),
        ("text", 0, "Dit is een alinea die met de hand is afgebroken op het einde van de lijn."),
        ("list", 0, "1. Punt een"),
        ("list", 0, "2. Punt twee"),
        ("heading", 2, "Besluit"),
        ("text", 0, "Kort."),
        ("text", 0, "Tweede bladzijde."),
    ]
    assert len(extraction.pages) == 2


def test_binary_is_no_text():
    assert plain_text.extract(Path("x.txt"), bytes(range(256))).outcome is Outcome.UNSUPPORTED
    assert markdown.extract(Path("x.md"), bytes(range(256))).outcome is Outcome.UNSUPPORTED


def test_markdown():
    text = "---\ntitle: Nota\n---\n# Kop\n\n- een\n- twee [link](http://x)\n\n3. drie\n4. vier\n\n"
    text += "|a|b|\n|-|-|\n|1|2|\n\n<b>x</b>"
    extraction = markdown.extract(Path("x.md"), text.encode())
    assert extraction.title == "Nota"
    assert _rows(extraction) == [
        ("heading", 1, "Kop"),
        ("list", 0, "een"),
        ("list", 0, "twee link"),
        ("list", 0, "3. drie"),
        ("list", 0, "4. vier"),
        ("table", 0, "a | b"),
        ("table", 0, "1 | 2"),
        ("text", 0, "x"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_guesses_the_encoding(encoding):
    text = "De gemeenteraad keurt de bijdrage van € 12,50 voor cafés en crèches goed – ‘eenparig’."
    data = text.encode(encoding)
    assert not is_binary(data)
    assert decode(data) == text


@given(st.text())
def test_cleaning_is_idempotent_and_printable(text):
    once = clean(text)
    assert clean(once) == once
    assert flat(once) == flat(flat(once))
    once.encode("utf-8")


@given(st.binary(max_size=2000))
def test_any_bytes_become_text_that_can_be_stored(data):
    text = decode(data)
    assert text.encode("utf-8").decode("utf-8") == text  # without halves of characters
    assert is_binary(data) == is_binary(data[:4_096])


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        ("gemeente", "bestuur", ""),
        ("OCMW", "raad", "-"),
        ("Knokke", "Heist", "-"),
        ("2024", "2025", "-"),
        ("niet", "leden", "-"),
        ("in", "en", " "),
        ("gemeente", "of", " "),
        ("BESLUITEN", "LIJST", ""),
        ("e", "mail", "-"),
        ("www.brugge.be/hernieuwbare", "energie", "-"),
    ],
)
def test_junctions(left, right, how):
    assert junction(left, right, is_hyphenated=True) == how
    assert junction(left, right, is_hyphenated=False) == (how or "-")


def test_misread_and_private_signs():
    assert clean("ja\x92nee \uf0b7 x\u00ady\u200bz e\u0301") == "ja’nee • xyz é"
