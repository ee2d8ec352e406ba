"""What a model wrote, read strictly: sentences with numbers, plain text, and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.summary import claims
from desk.summary.claims import Claim
from desk.summary.statement import Dropped, Reason
from tests.growth import is_in_proportion


def kept(answer):
    return [(each.text, each.numbers) for each in claims.read(answer) if isinstance(each, Claim)]


def reasons(answer):
    return [each.reason for each in claims.read(answer) if isinstance(each, Dropped)]


@pytest.mark.parametrize(
    "answer",
    [
        "De raad koopt een bus. [1] Damme wacht nog even af. [2]",
        "De raad koopt een bus [1]. Damme wacht nog even af [2].",
        "De raad koopt een bus [1].\nDamme wacht nog even af [2].",
        "- De raad koopt een bus. [1]\n- **Damme** wacht nog even af. [2]",
        "1. De raad koopt een bus [1]\n2. Damme wacht nog even af [ 2 ]",
        "<think>Dat de raad niets koopt. [3]</think>De raad koopt een bus. [1]\n\nDamme wacht nog even af[2]",
    ],
)
def test_sentences_are_read_however_their_numbers_are_set(answer):
    assert kept(answer) == [("De raad koopt een bus.", (1,)), ("Damme wacht nog even af.", (2,))]


def test_a_sentence_may_name_several_quotations_and_a_number_within_it_belongs_to_it():
    assert kept("De raad [2] koopt een bus voor de school [1, 4][5].") == [
        ("De raad koopt een bus voor de school.", (2, 1, 4, 5))
    ]


def test_a_number_is_that_of_the_sentence_before_it_alone():
    answer = "De raad koopt een bus. Damme wacht nog even af. [2]"
    assert kept(answer) == [("Damme wacht nog even af.", (2,))]
    assert reasons(answer) == [Reason.UNCITED]


@pytest.mark.parametrize(
    "said",
    [
        "Meer op https://kwaad.example/x?d=geheim over de bus [1]",
        "Zie www.kwaad.example voor de nieuwe bus [1]",
        "Klik [hier](http://kwaad.example) voor de nieuwe bus [1]",
        "De raad koopt ![bus](//kwaad.example/p.png) een bus [1]",
        "De raad koopt <img src=x onerror=alert(1)> een bus [1]",
        "De raad koopt &lt;script&gt; een nieuwe bus [1]",
        "Mail naar kwaad@kwaad.example voor de bus [1]",
        "De raad koopt `rm -rf` een nieuwe bus vandaag [1]",
        "javascript:alert(1) zegt de raad over de bus [1]",
        "| De raad | koopt een bus | voor de school | [1]",
    ],
)
def test_a_sentence_with_a_link_a_picture_or_markup_is_dropped(said):
    assert kept(said) == []
    assert Reason.MARKUP in reasons(said)


def test_hidden_characters_are_taken_out():
    answer = "De ra\u200bad \u202ekoopt\u202c een\x00bus\u2066 van\ufeff \x1b[31mgeel\ud800. [1]"
    text = " ".join(each.text for each in claims.read(answer))
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") for c in text)


@pytest.mark.parametrize("said", ["Ja [1].", "koopt de raad een nieuwe bus [1].", f"De {'bus ' * 90}rijdt [1]."])
def test_what_is_no_sentence_or_too_long_a_one_is_dropped(said):
    assert (kept(said), reasons(said)) == ([], [Reason.NO_SENTENCE])


@given(st.text(st.sampled_from("[]1,23 .ab\nA;<!*-\u202e\ud800\x00"), max_size=200) | st.text(max_size=200))
def test_any_answer_gives_plain_sentences_with_numbers(answer):
    for each in claims.read(answer):
        if isinstance(each, Claim):
            assert each.numbers
            assert len(each.text) <= claims.LONGEST + 1
            assert not set(each.text) & set("<>[]{}|`\n\x00\u202e")


@pytest.mark.parametrize("part", ["[", "[1 ", " ", "[1]", "*", "a.", "1,", "_ ", "](", "&#", "A [1], a"])
def test_a_long_answer_is_read_in_proportion_to_its_length(part):
    assert is_in_proportion(lambda count: list(claims.read(part * count)), 100_000)
