"""HTML: visible text in blocks, and council publications (RDFa) without their repetitions."""

from pathlib import Path

import pytest

from ingest.formats.html import extract
from search.types import Outcome


def _rows(html: str | bytes) -> list[tuple[str, int, str]]:
    extraction = extract(Path("x.html"), html if isinstance(html, bytes) else html.encode())
    assert extraction.outcome is Outcome.OK
    return [
        (line.role.value, line.level, read.page.text[line.start : line.end])
        for read in extraction.pages
        for line in read.lines
    ]


def test_blocks_and_roles():
    html = """<html><head><title>T</title><style>p{}</style></head><body><nav>menu</nav>
    <h2>Kop</h2><p>Eerste <b>vette</b>
    alinea.<br>Tweede lijn.</p><ul><li>een<li>twee</ul><script>x()</script><p hidden>weg</p>
    <p style="display: none">weg</p><span class="sr-only">weg</span>
    <table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><p>2</p></td></tr></table>
    <a href="http://x">tekst van de link</a><!-- opmerking --> erna</body></html>"""
    assert _rows(html) == [
        ("heading", 2, "Kop"),
        ("text", 0, "Eerste vette alinea."),
        ("text", 0, "Tweede lijn."),
        ("list", 0, "een"),
        ("list", 0, "twee"),
        ("table", 0, "a | b"),
        ("table", 0, "1 | 2"),
        ("text", 0, "tekst van de link erna"),
    ]


def test_a_table_that_arranges_the_page_is_no_table():
    html = "<table><tr><td><h1>Besluit</h1><p>Een.</p><table><tr><td>x</td><td>y</td></tr></table></td></tr></table>"
    assert _rows(html) == [("heading", 1, "Besluit"), ("text", 0, "Een."), ("table", 0, "x | y")]


ITEM = """
<li typeof="besluit:Agendapunt" resource="#1"><span property="dc:title">1 Rekening 2023</span>
  <div property="dc:description">De rekening wordt vastgesteld.</div></li>
"""
TREATMENT = """
<div typeof="besluit:BehandelingVanAgendapunt"><span property="dc:subject" resource="#1"></span>
 <div typeof="besluit:Besluit"><h4 property="eli:title">Rekening 2023</h4>
  <p>De rekening wordt vastgesteld.</p><h5>Artikel 1</h5><p>De raad stelt de rekening vast.</p></div>
 <h3>Aanwezigen bij agendapunt</h3>
 <span typeof="mandaat:Mandataris" property="besluit:heeftAanwezige">Jan Peeters, </span>
 <span typeof="mandaat:Mandataris" property="besluit:heeftAanwezige">An Maes, </span></div>
"""


def test_an_item_told_three_times_is_told_once_at_its_fullest():
    rows = _rows(f"<body><h1>Notulen</h1><h3>Rekening 2023</h3><p>Goedgekeurd</p><ul>{ITEM}</ul>{TREATMENT}</body>")
    assert rows == [
        ("heading", 1, "Notulen"),
        ("heading", 2, "1 Rekening 2023"),
        ("text", 0, "Goedgekeurd"),
        ("text", 0, "De rekening wordt vastgesteld."),
        ("heading", 5, "Artikel 1"),
        ("text", 0, "De raad stelt de rekening vast."),
        ("furniture", 0, "Aanwezigen bij agendapunt"),
        ("furniture", 0, "Jan Peeters, An Maes,"),
    ]


def test_two_items_of_one_title_stay_two():
    def item(number: int) -> str:
        return (
            f'<div typeof="besluit:Agendapunt"><b property="dc:title">{number} Inname openbaar domein</b>'
            f"<p>Aanvraag {number} wordt ingewilligd.</p></div>"
        )

    assert [row[2] for row in _rows(item(1) + item(2))] == [
        "1 Inname openbaar domein",
        "Aanvraag 1 wordt ingewilligd.",
        "2 Inname openbaar domein",
        "Aanvraag 2 wordt ingewilligd.",
    ]


def test_hidden_rdfa_tells_which_visible_lines_are_titles():
    hidden = '<div style="display:none" typeof="besluit:Agendapunt"><i property="dct:title">Grondaankoop</i></div>'
    assert _rows(f"<p>Agenda</p><p>Grondaankoop</p><p>Dat kost geld.</p>{hidden}") == [
        ("text", 0, "Agenda"),
        ("heading", 2, "Grondaankoop"),
        ("text", 0, "Dat kost geld."),
    ]


@pytest.mark.parametrize(
    "data",
    [
        '<meta charset="windows-1252"><p>Financiën € “ja”</p>'.encode(),  # Word says one thing and writes another
        '<meta charset="windows-1252"><p>Financiën € “ja”</p>'.encode("cp1252"),
        "<p>Financiën € “ja”</p>".encode("utf-8-sig"),
        "<p>Financiën € “ja”</p>".encode("utf-16"),
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>Financiën € “ja”</p>'.encode(
            "cp1252"
        ),
    ],
)
def test_encodings(data):
    assert _rows(data) == [("text", 0, "Financiën € “ja”")]


def test_title_of_the_head():
    assert extract(Path("x.html"), b"<title> Notulen \n mei </title><p>x</p>").title == "Notulen mei"


def test_nothing_to_read():
    assert extract(Path("x.html"), b"<html><script>1</script></html>").outcome is Outcome.EMPTY
    assert extract(Path("x.html"), b"\x00\x01\x02" * 99).outcome is Outcome.CORRUPT


def test_deep_nesting_is_read_or_refused():
    assert extract(Path("x.html"), b"<div>" * 50_000 + b"diep").outcome in (Outcome.OK, Outcome.EMPTY)
