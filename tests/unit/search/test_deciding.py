from dataclasses import replace
from datetime import date

import pytest

from search.copies import Find, Paper
from search.deciding import decision_among, position_among, weighed
from search.items import decided, named
from search.types import Document, Hit, Kind, Outcome, Snippet

DAMME = Document(
    1, "notulen.pdf", "sha", "Notulen", Kind.MINUTES, "Damme", "Gemeenteraad", date(2016, 5, 23), None, 3,
    "iedereen", Outcome.OK, "",
)  # fmt: skip
UNFIT = 0.5


def find(text: str, *headings: str, score: float = 1.0) -> Find:
    return Find(
        Hit(len(text), score), Snippet(len(text), 1, text, headings, ""), named(headings[0]) if headings else None
    )


def paper(number: int, found: Find, score: float = 1.0, **about: object) -> Paper:
    return Paper(replace(DAMME, id=number, **about), score, (found,))


def order(*papers: Paper, intent: str = "decision") -> list[int]:
    return [each.document.id for each in weighed(papers, intent, UNFIT)]


@pytest.mark.parametrize(
    ("text", "headings", "holds"),
    [
        ("De lastvoorwaarden worden goedgekeurd.", ("3. Zonnepanelen", "BESLUIT"), 2),
        ("Artikel 1. De lastvoorwaarden worden goedgekeurd.", ("3. Zonnepanelen",), 3),
        ("Beslissing: de burgemeesters bevelen de toetreding aan.", ("2. Convenant",), 3),
        ("De raad keurt de agenda van de vergadering eenparig goed.", ("3. Zonnepanelen",), 1),
        ("Het plan werd door de raad in maart besproken; het wordt nu goedgekeurd.", ("3. Plan", "Aanleiding"), 0),
        ("Een raadslid vraagt of het plan wordt goedgekeurd.", ("7. Mondelinge vragen",), 0),
        ("De zon schijnt.", ("3. Zonnepanelen",), 0),
        ("", (), 0),
    ],
)
def test_what_holds_a_decision(text: str, headings: tuple[str, ...], holds: int):
    assert decided(find(text, *headings).snippet) == holds


def test_the_articles_come_before_the_reasons_unless_they_hardly_match():
    reasons = find("De daken zijn geschikt.", "3. Zonnepanelen", "Motivering", score=0.8)
    articles = find("Artikel 1. De opdracht wordt geplaatst.", "3. Zonnepanelen", "Besluit", score=0.5)
    assert decision_among([reasons, articles]) is articles
    far = replace(articles, hit=Hit(9, 0.1))
    assert decision_among([reasons, far]) is None


def test_the_position_itself_comes_before_why_it_was_taken():
    why = find("De klimaatplannen zijn niet haalbaar.", "1. Waarom een nieuw standpunt", score=0.8)
    position = find("De gemeenten staan positief.", "2. Standpunt", score=0.6)
    assert position_among([why, position]) is position


def test_decisions_outrank_what_was_asked_and_agreed_in_a_meeting_counts_as_decided():
    talk = paper(1, find("Een raadslid vraagt naar de laadpalen.", "7. Mondelinge vragen"), 0.8)
    decision = paper(2, find("Artikel 1. De laadpalen komen er.", "3. Laadpalen"), 0.5)
    report = paper(
        3, find("Beslissing: geen laadpalen.", "4. Laadpalen"), 0.35, kind=Kind.MEETING_REPORT, body="Overleg"
    )
    assert order(talk, decision, report) == [3, 2, 1]
    assert order(talk, decision, report, intent="position")[-1] == 3


def test_of_two_that_are_as_good_the_newest_comes_first_but_a_better_one_stays():
    old = paper(1, find("Artikel 1. Goed.", "3. Laadpalen"), 0.60, date=date(2010, 1, 1))
    new = paper(2, find("Artikel 1. Goed.", "3. Laadpalen"), 0.59, date=date(2024, 1, 1))
    undated = paper(3, find("Artikel 1. Goed.", "3. Laadpalen"), 0.60, date=None)
    assert order(old, new, undated)[0] == 2
    assert order(replace(old, score=0.7), new)[0] == 1
    assert order(undated, paper(4, find("Goed."), 0.5, date=None)) == [3, 4]


def test_what_was_replaced_comes_after_what_replaced_it():
    old = paper(1, find("Artikel 1. Molens.", "2. Standpunt windturbines"), 0.6, date=date(2010, 6, 16))
    other = paper(2, find("Artikel 1. Bos.", "3. Standpunt bebossing"), 0.58, date=date(2010, 6, 16))
    text = "Dit standpunt vervangt het standpunt van 16 juni 2010 over windturbines."
    new = paper(3, find(text, "1. Herzien standpunt windturbines"), 0.5, date=date(2022, 6, 15))
    elsewhere = replace(new, document=replace(new.document, municipality="Brugge"))
    assert order(old, other, new) == [2, 3, 1]
    assert order(old, other, elsewhere) == [1, 2, 3]
