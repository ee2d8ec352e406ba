import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.answer import Highlight
from views.pieces.markup import anchor, breakable, escaped, excerpt, marked

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[klik](javascript:alert(1))",
    "![](http://elders.example/x.png)",
    ":red[rood] :material/home: :smile:",
    "</mark></strong><h1>titel",
    "&lt;script&gt;",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_text_of_a_document_is_never_markup(attack: str) -> None:
    shown = marked(f"voor {attack} na", Highlight(0, 8), (Highlight(3, 12),))
    assert html.unescape(re.sub(r"</?(mark|strong)>", "", shown)) == f"voor {attack} na"
    assert not re.search(r"<(?!/?(mark|strong)>)", shown)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60), st.lists(st.integers(0, 70), max_size=8))
def test_marks_change_no_character(text: str, ends: list[int]) -> None:
    spots = [Highlight(*sorted(pair)) for pair in zip(ends[::2], ends[1::2], strict=False)]
    shown = marked(text, spots[0] if spots else None, spots[1:])
    assert re.sub(r"</?(mark|strong)>", "", shown) == escaped(text)


def test_words_are_marked_within_the_sentence() -> None:
    text = "Eerst dit. De wind waait. Dan dat."
    shown = marked(text, Highlight(11, 25), (Highlight(14, 18),))
    assert shown == "Eerst dit. <strong>De <mark>wind</mark> waait.</strong> Dan dat."


def test_an_excerpt_holds_the_whole_sentence() -> None:
    text = "woord " * 300 + "Dit is de zin. " + "woord " * 300
    start = text.index("Dit")
    shown = excerpt(text, Highlight(start, start + 14))
    assert shown.start < start
    assert shown.end > start + 14
    assert shown.end - shown.start <= 560
    assert text[shown.start - 1] == text[shown.end] == " "


def test_a_short_passage_is_shown_whole() -> None:
    assert excerpt("kort", None) == Highlight(0, 4)


def test_nul_half_characters_and_turned_text_are_shown_as_such() -> None:
    assert escaped("a\x00b\u202etxt") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}txt"
    assert escaped("a\ud83db") == "a?b"
    assert escaped("na\u00efef\u00a0ok\n") == "na\u00efef\u00a0ok\n"


def test_attributes_are_quoted() -> None:
    link = anchor("/?vraag=a&b", "x", {"title": '" onclick="alert(1)'})
    assert link == '<a href="/?vraag=a&amp;b" data-intern title="&quot; onclick=&quot;alert(1)">x</a>'


def test_a_path_breaks_but_stays_text() -> None:
    assert breakable("a/<b>_c") == "a/<wbr>&lt;b&gt;_<wbr>c"
