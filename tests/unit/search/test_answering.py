import pytest

from search.answer import Term
from search.answering import Sought, answering_sentence, kinds_asked
from search.present import matched_words, read, said

WEIGHTS = {"fiets": 2.0, "stad": 0.5}


def chosen(
    text: str, question: str = "", *, decision: bool = False, position: bool = False, headings: tuple[str, ...] = ()
) -> str:
    spots = read(text)
    terms = [Term((stem,), weight) for stem, weight in WEIGHTS.items()]
    sought = Sought(kinds_asked(question), decision, position, said(spots, terms), sum(WEIGHTS.values()))
    found = answering_sentence(text, spots, headings, sought)
    return text[found.start : found.end] if found else ""


def test_a_question_about_a_decision_gets_the_article_and_not_the_reason_with_more_words():
    text = (
        "De stad heeft 40 fietsen in de stad en wil meer fietsen.\n"
        "Besluit: Goedgekeurd met eenparigheid van stemmen.\n"
        "Artikel 1 - Keurt de overeenkomst goed.\nArtikel 2 - Een afschrift gaat naar de uitbater van de fietsen."
    )
    assert chosen(text, decision=True) == "Artikel 1 - Keurt de overeenkomst goed."
    assert chosen(text).startswith("De stad heeft 40 fietsen")


def test_taking_note_yields_to_what_was_decided_and_stands_where_nothing_was():
    note = "Artikel 1. Neemt kennis van het advies over de fietsen."
    assert chosen(f"{note}\nArtikel 2. Stelt het plan voor de fietsen vast.", decision=True).startswith("Artikel 2")
    assert chosen(f"Er kwam een advies.\n{note}", decision=True) == note


def test_a_question_about_a_position_gets_the_sentence_that_takes_one():
    text = "De stad telt ze sinds 2010.\nDe gemeenten staan positief tegenover meer ervan."
    assert chosen(text, position=True).startswith("De gemeenten")
    assert chosen(text).startswith("De stad")


def test_the_title_repeated_is_no_answer():
    text = "3. Fietsen van de stad.\nDe kosten van de fietsen dalen met een tiende."
    assert chosen(text, headings=("3. Fietsen van de stad. Goedkeuring.",)).startswith("De kosten")


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("hoeveel kosten de fietsen", "De fietsen kosten 40 euro"),
        ("hoe lang blijven de fietsen", "De fietsen blijven vier maanden"),
        ("wanneer komen de fietsen", "De fietsen komen op 1 mei 2024"),
        ("waarom verdwijnen de fietsen", "De fietsen verdwijnen omdat"),
    ],
)
def test_what_is_asked_for_stands_in_the_sentence(question: str, start: str):
    text = (
        "De fietsen zijn groen.\nDe fietsen kosten 40 euro.\nDe fietsen blijven vier maanden.\n"
        "De fietsen komen op 1 mei 2024.\nDe fietsen verdwijnen omdat niemand ze nam."
    )
    assert chosen(text, question).startswith(start)


def test_sentences_do_not_break_at_abbreviations():
    text = "De raad keurt op grond van art. 1, nr. 5, d.d. 1.2.2020 de fietsen goed. Daarna sluit de voorzitter."
    assert chosen(text, decision=True) == text.partition(" Daarna")[0]


@pytest.mark.parametrize("text", ["", "\n\n", "€ 5", "Niets hiervan."])
def test_nothing_tells_where_nothing_is_said(text: str):
    assert chosen(text) == ""


def test_a_long_text_without_stops_is_read_in_no_time():
    assert chosen("fietsen en keurt " * 2_000, decision=True)


def test_words_that_match_are_found_with_their_place():
    spots = read("De Fiéts stond er, de fietsen ook.")
    assert [(mark.start, mark.end) for mark in matched_words(spots, {"fiets": 1.0})] == [(3, 8), (22, 29)]
