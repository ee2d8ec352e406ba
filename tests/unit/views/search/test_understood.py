"""What was understood, on screen: what each link takes back, and what is said of what was left out."""

from datetime import date

import pytest

from search.answer import Answer, Aspect, Correction, Facets, Notion, Query, Searched
from views.address import Address, parse
from views.search import texts, understood

PLACE = Notion(Aspect.MUNICIPALITY, "Brugge", "Brugse")
PERIOD = Notion(Aspect.PERIOD, "", "sinds 2019", date(2019, 1, 1))


def shown(query=None, **answer):
    query = query or Query("Brugse windmolens sinds 2019", ("Damme",))
    given = {"results": (), "abstained": False, "facets": Facets(), "searched": Searched(0, 0, 0, None, None)}
    return understood.line(Address(query), Answer(query=query, understood={}, **(given | answer)))


def test_nothing_understood_shows_nothing():
    assert shown() == ""


def test_each_notion_is_a_link_that_takes_it_back_and_keeps_the_rest():
    html = shown(notions=(PLACE, PERIOD))
    assert "gemeente Brugge" in html
    assert "vanaf 2019" in html
    assert "vraag=Brugse+windmolens+sinds+2019&amp;gemeente=Damme&amp;letterlijk=sinds+2019" in html
    assert texts.NOT_SO.format(label="gemeente Brugge", said="Brugse") in html


@pytest.mark.parametrize("aspect", Aspect)
def test_every_aspect_has_its_words(aspect):
    notion = Notion(aspect, "decision" if aspect is Aspect.KIND else "iets", "<b>iets</b>", until=date(2020, 5, 31))
    html = shown(notions=(notion,), ignored=(notion,))
    assert html.count("<li>") == 2
    assert "<b>" not in html
    assert "{" not in html


def test_what_was_left_out_is_struck_and_explained():
    html = shown(ignored=(PERIOD,))
    assert "<s " in html
    assert texts.IGNORED[Aspect.PERIOD] in html
    assert texts.IGNORED[Aspect.PERIOD] not in shown(ignored=(PERIOD,), abstained=True)


def test_a_correction_offers_the_other_question():
    query = Query("windmolns")
    asked = shown(query, correction=Correction("windmolens", ("windmolns",), is_applied=False))
    assert 'href="/?vraag=windmolens"' in asked
    mended = shown(query, correction=Correction("windmolens", ("windmolns",), is_applied=True))
    assert "vraag=windmolns&amp;letterlijk=windmolns" in mended
    assert texts.CORRECTED.format(typed="windmolns", text="windmolens") in mended


def test_the_address_keeps_what_is_taken_literally():
    query = Query("wind sinds 2019", literal=("sinds 2019",))
    assert parse({"vraag": ["wind sinds 2019"], "letterlijk": ["sinds 2019", "", "\x00"]})[0].query == query
