"""What an item became where the word printed above it, its title and its articles do not say the same."""

import importlib.util
from pathlib import Path

import pytest

from ingest.structure import structure
from search.registers.decisions import SURE
from tests.growth import is_in_proportion

_spec = importlib.util.spec_from_file_location("papers", Path(__file__).with_name("papers.py"))
papers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(papers)
BOLD, printed = papers.BOLD, papers.printed

PRINTED = "Besluit: Goedgekeurd met eenparigheid van stemmen."
NOTES = "Neemt kennis van het jaarverslag."


def item(*below, title="Jaarverslag van de dienst. Kennisname.", kind="notulen"):
    """The one item of a paper with these lines below its title; its articles are numbered here."""
    head = [("Gemeenteraad van Beernem", BOLD), "Zitting van 25 april 2024"]
    lines = [*head, (f"1. {title}", BOLD), *below, ("2. Mondelinge vragen.", BOLD)]
    return structure(printed(lines), f"beernem/gemeenteraad/2024-04-25_{kind}.pdf").treatments[0]


def approved(*articles, title="Jaarverslag van de dienst. Kennisname."):
    """The same with these articles below a printed "Goedgekeurd"."""
    return item(PRINTED, *(f"Artikel {n} - {text}" for n, text in enumerate(articles, 1)), title=title)


@pytest.mark.parametrize(
    "articles",
    [
        [NOTES],
        ["Kennis te nemen van het jaarverslag."],
        ["Er wordt kennis genomen van het jaarverslag."],
        ["Akteneming van het jaarverslag."],
        [NOTES, "Neemt kennis van de toelichting."],
        [NOTES, "Een afschrift van dit besluit wordt bezorgd aan de dienst."],
        [NOTES, "Dit besluit wordt ter kennis gebracht van de dienst."],
    ],
)
@pytest.mark.parametrize("title", ["Jaarverslag van de dienst. Kennisname.", "Jaarverslag van de dienst"])
def test_what_is_only_noted_is_noted_though_goedgekeurd_is_printed_above_it(articles, title):
    found = approved(*articles, title=title)
    assert found.effect == "kennisgenomen"
    assert SURE < found.confidence < 0.9  # no person needs to look, and a paper that says so itself counts before it


@pytest.mark.parametrize(
    "articles",
    [
        [NOTES, "De begroting van de dienst goed te keuren."],
        ["Keurt de rekening goed.", NOTES],
        ["Neemt kennis van het ontslag en duidt een opvolger aan."],
        ["Kennis te nemen van het ontslag en een opvolger aan te duiden."],
        [NOTES, "De dienst wordt aangesteld."],
    ],
)
@pytest.mark.parametrize("title", ["Jaarverslag van de dienst. Kennisname.", "Jaarverslag van de dienst"])
def test_an_item_that_notes_one_thing_and_does_another_stays_approved(articles, title):
    found = approved(*articles, title=title)
    assert (found.effect, found.confidence > SURE) == ("goedgekeurd", True)


@pytest.mark.parametrize(
    ("title", "effect"), [("Reglement. Kennisname.", "kennisgenomen"), ("Reglement. Wijziging.", "goedgekeurd")]
)
def test_the_title_tells_whether_an_article_in_other_words_does_something(title, effect):
    assert approved(NOTES, "Het bedrag in artikel 4 wordt voortaan 500 euro.", title=title).effect == effect


def test_a_person_is_asked_where_a_title_asks_approval_and_the_articles_only_note():
    found = approved(NOTES, title="Jaarverslag van de dienst. Goedkeuring.")
    assert (found.effect, found.confidence < SURE) == ("kennisgenomen", True)


@pytest.mark.parametrize("said", ["Goedgekeurd.", "De raad keurt het jaarverslag eenparig goed."])
@pytest.mark.parametrize(("asked", "is_sure"), [("Kennisname", False), ("Goedkeuring", True)])
def test_a_person_is_asked_where_a_title_asks_notice_and_nothing_but_approval_is_told(said, asked, is_sure):
    found = item(said, title=f"Jaarverslag van de dienst. {asked}.", kind="besluitenlijst")
    assert (found.effect, found.confidence >= SURE) == ("goedgekeurd", is_sure)


def test_a_sentence_that_takes_note_counts_as_an_article_does_and_the_vote_on_it_does_not():
    told = "Goedgekeurd.", "De raad neemt kennis van het jaarverslag.", ("Stemming", BOLD), "Stemming: unaniem"
    assert item(*told, title="Jaarverslag van de dienst").effect == "kennisgenomen"


def test_a_sentence_that_takes_note_among_others_does_not_make_an_approval_a_notice():
    told = ("Besluit", BOLD), "De raad neemt kennis van het advies.", ("Besluit", BOLD), "De raad koopt het pand."
    assert item("Goedgekeurd.", *told, title="Aankoop van een pand.").effect == "goedgekeurd"


@pytest.mark.parametrize("title", ["Vergunning windturbine. Advies. Voorwaardelijk gunstig.", "Vergunning windturbine"])
@pytest.mark.parametrize(
    ("words", "effect"),
    [("voorwaardelijk gunstig", "gunstig advies"), ("gunstig", "gunstig advies"), ("ongunstig", "ongunstig advies")],
)
def test_an_advice_with_its_conditions_is_an_advice_though_goedgekeurd_is_printed_above_it(title, words, effect):
    given = f"Het college verleent {words} advies.", "Als voorwaarde wordt een afstand van 700 meter voorgesteld."
    assert approved(*given, title=title).effect == effect


@pytest.mark.parametrize(
    "articles",
    [
        ["Het reglement wordt vastgesteld.", "De dienst verleent vooraf gunstig advies."],
        ["Een premie is er voor wie hier woont.", "De dienst verleent vooraf gunstig advies."],
        ["Het college verleent gunstig advies.", "De overeenkomst wordt goedgekeurd."],
    ],
)
def test_an_advice_among_other_things_does_not_make_an_approval_an_advice(articles):
    assert approved(*articles, title="Kermis. Reglement en overeenkomst.").effect == "goedgekeurd"


def test_hostile_notices_take_time_in_proportion_to_their_length():
    def read(times):
        assert approved("Neemt kennis van alles " + "en nog en toe te en " * times).effect == "kennisgenomen"

    assert is_in_proportion(read, 800)


def test_a_report_of_a_meeting_tells_outcomes_in_words_of_its_own_only():
    found = structure(
        printed(["Verslag burgemeestersoverleg Brugge 18 maart 2026", ("1. Verslag van 14 januari 2026", BOLD),
                 "Goedgekeurd, met een verbetering in punt 5.", ("2. Autodelen", BOLD),
                 "De gemeenteraad van Torhout keurt de overeenkomst goed.", ("3. Rondvraag", BOLD), "Geen."]),
        "burgemeestersoverleg/2026-03-18_verslag.pdf",
    ).treatments  # fmt: skip
    assert [each.effect for each in found] == ["goedgekeurd", None, None]


def test_an_outcome_in_capitals_above_the_next_item_is_that_of_the_item_above_it():
    assert item("GOEDGEKEURD", title="Jaarverslag.").effect == "goedgekeurd"
