import pytest

from desk.watches.why import Why, in_words, why


def test_the_words_of_the_question_that_stand_there_are_named_as_they_were_typed() -> None:
    said = why("Wat beslisten we over Zonnepanelen op daken?", "Notulen", ["zonnepaneel", "dak"])
    assert said == Why(("Zonnepanelen", "daken"), ())
    assert in_words(said) == "Uw woorden “Zonnepanelen” en “daken” staan erin."


def test_a_word_in_the_title_counts() -> None:
    assert why("zonnepanelen", "Zonnepanelen op de sporthal. Goedkeuring.", []).words == ("zonnepanelen",)


def test_other_words_for_the_same_are_named_where_none_of_the_question_stands_there() -> None:
    said = why("vuilnis", "Notulen", ["restafval", "Restafval"])
    assert said == Why((), ("restafval",))
    assert in_words(said) == "Er staan andere woorden in voor wat u volgt: “restafval”."


def test_without_any_word_it_says_that_it_is_near_in_meaning() -> None:
    assert "qua betekenis" in in_words(why("vuilnis", "Notulen van de gemeenteraad", []))


def test_one_word_is_one_and_a_word_that_comes_twice_is_named_once() -> None:
    assert in_words(why("zout en Zout", "Strooien", ["zout"])) == "Uw woord “zout” staat erin."


@pytest.mark.parametrize("question", ["", "?!", "de het een", "\ud800", "x" * 5_000])
def test_any_question_gets_a_sentence(question: str) -> None:
    assert in_words(why(question, "Titel", ["zout"]))
