from datetime import date

import pytest

from desk.brief import tasks
from tests import growth


@pytest.mark.parametrize(
    ("sentence", "who", "deadline"),
    [
        ("De besturen vragen de WVI een gezamenlijke brief op te stellen.", "de WVI", None),
        (
            "Damme vraagt alle besturen om vóór 15 mei 2026 hun behoefte door te geven.", "alle besturen",
            date(2026, 5, 15),
        ),
        ("Het overleg belast de coördinator met een nota over strooizout.", "de coördinator", None),
        ("Afspraak: de burgemeesters verzoeken Torhout het bestek te bezorgen.", "Torhout", None),
    ],
)  # fmt: skip
def test_who_is_asked_at_the_table_has_a_task(sentence, who, deadline):
    (found,) = tasks.of(f"Het zout is op. {sentence}")
    assert (found.who, found.deadline, found.text) == (who, deadline, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De besturen vragen de Vlaamse Regering de middelen te verhogen.",  # is not at the table
        "Damme vraagt uitstel.",
        "Torhout vraagt of de loods open blijft.",
        "De besturen vragen de WVI.",
        "",
    ],
)
def test_a_request_to_somebody_else_or_for_nothing_is_no_task(sentence):
    assert tasks.of(sentence) == []


def test_a_promise_is_a_task_and_one_sentence_is_one():
    text = "De WVI bezorgt een nota tegen 1 maart 2026. Torhout vraagt de WVI om tegen 1 mei 2026 te rekenen."
    assert [(each.who, each.due) for each in tasks.of(text)] == [("De WVI", "1 maart 2026"), ("de WVI", "1 mei 2026")]


def test_a_hostile_text_takes_no_longer_than_its_length():
    assert growth.is_in_proportion(lambda n: tasks.of("a vraagt " * n), 4000)
