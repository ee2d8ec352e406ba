from dataclasses import replace
from datetime import date

from search.answer import Facets, Highlight, Query, Result, Source
from search.types import EVERYONE, Document, Kind, Outcome, Passage, Span
from views.address import Address
from views.pieces import dutch, facets, widgets

TODAY = date(2026, 11, 23)


def document(title: str) -> Document:
    about = (title, Kind.MINUTES, "Damme", "Gemeenteraad", date(2021, 10, 28), None)
    return Document(7, "damme/n.pdf", "0" * 64, *about, 9, EVERYONE, Outcome.OK, "")


def passage(identifier: int, page: int, text: str = "De wind waait.") -> Passage:
    return Passage(identifier, 7, 0, (Span(page, 0, len(text)),), text, ("Punt 3", "Besluit"), "")


def result(title: str = "Notulen", text: str = "De wind waait.") -> Result:
    others = (passage(12, 5), passage(13, 5), passage(14, 3), passage(15, 1))
    return Result(2, 0.8, document(title), passage(11, 3, text), Highlight(0, 7), (Highlight(3, 7),), others)


def test_a_card_links_its_title_to_the_cited_page() -> None:
    card = widgets.card(Address(Query("wind", ("Damme",))), result(), TODAY)
    href = "/document?vraag=wind&amp;gemeente=Damme&amp;document=7&amp;pagina=3&amp;fragment=11&amp;plaats=2"
    assert f'<h3><a href="{href}" data-intern class="sg-title">Notulen</a></h3>' in card
    assert "<strong>De <mark>wind</mark></strong>" in card
    assert "28 oktober 2021 (5 jaar geleden)" in card
    assert "Punt 3" in card
    assert ">p. 3<" in card


def test_other_pages_are_named_once_and_in_order() -> None:
    card = widgets.card(Address(Query("wind")), result(), TODAY)
    assert card.index("fragment=15") < card.index("fragment=12")
    assert "fragment=13" not in card  # a second passage on page 5
    assert "fragment=14" not in card  # on the cited page itself


def test_other_papers_on_the_decision_are_links_to_their_own_page_and_passage() -> None:
    list_ = replace(document("Lijst <b>"), id=8, kind=Kind.DECISION_LIST)
    shown = replace(result(), sources=(Source(list_, replace(passage(21, 2), document_id=8)),))
    card = widgets.card(Address(Query("wind")), shown, TODAY)
    href = "/document?vraag=wind&amp;document=8&amp;pagina=2&amp;fragment=21&amp;plaats=2"
    assert f'Ook in: <a href="{href}" data-intern title="Lijst &lt;b&gt;">besluitenlijst p. 2</a>' in card
    assert "Ook in" not in widgets.card(Address(Query("wind")), result(), TODAY)


def test_a_hostile_title_stays_text() -> None:
    card = widgets.card(Address(Query("<b>")), result("<script>x</script>:red[y]", "<img src=x> De wind"), TODAY)
    assert "&lt;script&gt;x&lt;/script&gt;:red[y]" in card
    assert "<script" not in card
    assert "<img" not in card


def test_every_chosen_filter_can_be_taken_away() -> None:
    query = Query("wind", ("Damme", "Brugge"), (Kind.MINUTES,), ("Gemeenteraad",), date(2019, 1, 1), date(2024, 12, 31))
    chips = widgets.chips(Address(query))
    assert chips.count('class="sg-chip"') == 5
    assert "2019 tot en met 2024" in chips
    assert 'href="/?vraag=wind"' in chips
    assert widgets.chips(Address(Query("wind"))) == ""


def test_facets_show_counts_and_toggle() -> None:
    found = Facets({"Damme": 3, "Brugge": 1}, {"notulen": 4}, {}, {2019: 3, 2021: 1})
    block = facets.block(Address(Query("wind", ("Brugge",))), found)
    assert block.index("Brugge") < block.index("Damme")  # chosen first
    assert 'href="/?vraag=wind&amp;gemeente=Brugge&amp;gemeente=Damme"' in block
    assert 'href="/?vraag=wind" data-intern aria-current="true"' in block
    assert "2019-2024" in block
    assert "2007-2012" not in block
    assert block.count('class="sg-bar"') == 3  # 2020 too, empty


def test_the_form_for_a_period_keeps_the_rest() -> None:
    block = facets.block(Address(Query("wind", ("Brugge",), since=date(2019, 1, 1))), Facets())
    assert '<input type="hidden" name="vraag" value="wind">' in block
    assert '<input type="hidden" name="gemeente" value="Brugge">' in block
    assert 'name="van" min="1900" max="2100" step="1" value="2019"' in block


def test_ages_in_words() -> None:
    assert dutch.age(TODAY, TODAY) == "vandaag"
    assert dutch.age(date(2026, 11, 22), TODAY) == "gisteren"
    assert dutch.age(date(2026, 10, 24), TODAY) == "30 dagen geleden"
    assert dutch.age(date(2026, 10, 23), TODAY) == "1 maand geleden"
    assert dutch.age(date(2025, 11, 24), TODAY) == "11 maanden geleden"
    assert dutch.age(date(2025, 11, 23), TODAY) == "1 jaar geleden"
    assert dutch.age(date(2026, 11, 25), TODAY) == "over 2 dagen"


def test_numbers_and_periods() -> None:
    assert dutch.counted(1, ("1 document", "{n} documenten")) == "1 document"
    assert dutch.number(12345) == "12\N{NARROW NO-BREAK SPACE}345"
    assert dutch.period(Query("", since=date(2019, 1, 1), until=date(2019, 12, 31))) == "2019"
    assert dutch.period(Query("", until=date(2019, 5, 31))) == "tot en met 31 mei 2019"
    assert dutch.joined(["a", "b", "c"]) == "a, b en c"
