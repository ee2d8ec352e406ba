"""Whether a quotation supports a sentence: 219 sentences on quotations of the sample dossiers, judged by hand."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.note import Entry
from desk.summary.checking import problem
from desk.summary.statement import Quotation, Reason
from tests.growth import is_in_proportion

SENTENCES = Path(__file__).with_name("sentences.tsv")
ADVICE = (
    "De raad verlengt de overeenkomst met Rijwijs bv tot 30 juni 2027. De bijdrage van de stad bedraagt € 10.440,00"
    " per jaar; Damme en Brugge betalen niet mee."
)


def quotation(text, municipality="Torhout", body="Gemeenteraad", day=date(2025, 3, 28)):
    return Quotation(text, municipality, body, day, Entry(text))


def judged():
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            day = date.fromisoformat(row["date"])
            where = quotation(row["quotation"], row["municipality"] or None, row["body"], day)
            yield row, problem(row["sentence"], where)


def test_no_sentence_that_says_something_else_is_supported():
    wrong = [row for row, _ in judged() if row["supported"] == "nee"]
    assert len(wrong) == 125
    assert [row["sentence"] for row, found in judged() if found is None and row["supported"] == "nee"] == []


def test_two_of_three_true_sentences_in_other_words_are_supported():
    kept = Counter(found is None for row, found in judged() if row["supported"] == "ja")
    assert kept.total() == 94
    assert kept[True] >= 62


@pytest.mark.parametrize(
    "sentence",
    [
        "De raad verlengt de overeenkomst met Rijwijs bv tot 30 juni 2027.",
        "De overeenkomst met Rijwijs bv wordt verlengd tot 30/06/2027.",
        "Torhout verlengt de overeenkomst met Rijwijs bv.",
        "De gemeenteraad van Torhout verlengt de overeenkomst tot juni 2027.",
        "De raad verlengt op 28 maart 2025 de overeenkomst met Rijwijs bv tot 30 juni 2027.",
        "De bijdrage van de stad bedraagt 10.440 euro per jaar.",
        "De bijdrage van Torhout bedraagt € 10.440 per jaar.",
        "Brugge en Damme betalen niet mee.",
    ],
)
def test_other_forms_of_words_numbers_and_days_are_the_same(sentence):
    assert problem(sentence, quotation(ADVICE)) is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("De raad verlengt de overeenkomst met Rijwijs bv tot 30 juni 2028.", Reason.NUMBER),
        ("De raad verlengt de overeenkomst met Rijwijs bv tot 28 maart 2025.", Reason.NUMBER),
        ("De raad verlengt de overeenkomst met Rijwijs bv vanaf 30 juni 2027.", Reason.TURNED),
        ("De raad verlengt de overeenkomst met Cambio bv tot 30 juni 2027.", Reason.NAME),
        ("Jabbeke verlengt de overeenkomst met Rijwijs bv tot 30 juni 2027.", Reason.NAME),
        ("De bijdrage van de stad bedraagt € 10.404,00 per jaar.", Reason.NUMBER),
        ("De bijdrage van de stad bedraagt 10.440 dagen per jaar.", Reason.NUMBER),
        ("De bijdrage van de stad bedraagt 10.440 per jaar.", Reason.NUMBER),
        ("De bijdrage van de stad bedraagt hoogstens € 10.440,00 per jaar.", Reason.TURNED),
        ("Damme en Brugge betalen mee.", Reason.TURNED),
        ("Damme en Brugge kunnen niet mee betalen.", Reason.MOOD),
        ("De raad kan de overeenkomst verlengen tot 30 juni 2027.", Reason.MOOD),
        ("De raad verlengt de overeenkomst tot 30 juni 2027, tenzij de bijdrage ontbreekt.", Reason.WORDS),
        ("De raad keurt de overeenkomst met Rijwijs bv goed.", Reason.WORDS),
        ("De raad verwerpt de overeenkomst met Rijwijs bv.", Reason.WORDS),
        ("De bijdrage met Rijwijs bv bedraagt € 10.440,00 per jaar.", Reason.NAME),
    ],
)
def test_what_is_said_otherwise_is_not_supported_and_it_is_told_why(sentence, reason):
    assert problem(sentence, quotation(ADVICE)) is reason


def test_halves_of_two_sentences_of_one_quotation_are_no_sentence_of_it():
    text = "De raad keurt het bestek goed. De raad verwerpt de raming."
    assert problem("De raad keurt het bestek goed.", quotation(text)) is None
    assert problem("De raad keurt de raming goed.", quotation(text)) is not None


def test_what_somebody_says_or_one_of_two_possibilities_is_no_fact():
    text = "Torhout meldt dat de loods te klein is. De loods wordt vergroot of verkocht."
    assert problem("Torhout meldt dat de loods te klein is.", quotation(text)) is None
    assert problem("De loods is te klein.", quotation(text)) is Reason.MOOD
    assert problem("De loods wordt verkocht.", quotation(text)) is Reason.MOOD


def test_a_title_that_asks_for_approval_does_not_say_that_it_was_given():
    title = quotation("Deelfietsen. Samenwerkingsovereenkomst met Rijwijs bv. Goedkeuring.")
    assert problem("De samenwerkingsovereenkomst met Rijwijs bv is goedgekeurd.", title) is not None


def test_whose_page_it_is_counts_only_where_the_quotation_does_not_say_who():
    said = quotation("Beernem treedt toe tot de overeenkomst.", municipality="Oostkamp")
    assert problem("Beernem treedt toe tot de overeenkomst.", said) is None
    assert problem("Oostkamp treedt toe tot de overeenkomst.", said) is Reason.NAME
    other = quotation("De coördinator bezorgt het register aan de leden.", municipality="Oostkamp")
    assert problem("Oostkamp bezorgt het register aan de leden.", other) is Reason.NAME


def test_a_word_with_a_point_inside_must_stand_there_so():
    text = "De website van Exello is voorbeeld en be is het land. Zie exello.net daarvoor."
    assert problem("Zie voorbeeld.be daarvoor.", quotation(text)) is Reason.MARKUP
    assert problem("Zie exello.net daarvoor.", quotation(text)) is None


@given(st.text(max_size=300), st.text(max_size=500))
def test_any_two_texts_give_an_answer(sentence, text):
    assert problem(sentence, quotation(text)) is None or isinstance(problem(sentence, quotation(text)), Reason)


def test_the_longest_sentence_and_quotation_are_looked_at_in_proportion_to_their_length():
    long = " ".join(["Torhout betaalt 3 euro tot 1 mei 2024, niet"] * 12)
    assert is_in_proportion(lambda length: problem(long[: length * 3 // 5], quotation(long[:length])), 500)
