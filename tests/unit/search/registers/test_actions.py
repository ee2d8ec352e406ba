"""Promises in the reports of meetings: who, what, by when; and whether a later paper says that they were kept."""

from datetime import date

import pytest

from search.registers import action_lists, actions
from tests.growth import is_in_proportion


@pytest.mark.parametrize(
    ("sentence", "who", "due", "deadline"),
    [
        (
            "De WVI bezorgt tegen het volgend overleg een model.",
            "De WVI", "het volgend overleg", None,
        ),
        (
            "Actie: de WVI vraagt de cijfers op tegen het overleg van mei.",
            "de WVI", "het overleg van mei", None,
        ),
        (
            "Damme en Jabbeke leggen het besluit voor aan hun raad vóór 30 september 2019.",
            "Damme en Jabbeke", "30 september 2019", date(2019, 9, 30),
        ),
        ("De gedeputeerde bezorgt de planning.", "De gedeputeerde", "", None),
        ("Het dossier wordt opgevolgd door de coördinator.", "de coördinator", "", None),
        (
            "Brugge stelt een trekker aan uiterlijk tegen eind 2027.",
            "Brugge", "eind 2027", None,
        ),
    ],
)  # fmt: skip
def test_a_sentence_with_somebody_a_task_and_a_term_is_a_promise(sentence, who, due, deadline):
    found = actions.said(f"Er was veel volk. {sentence} Geen opmerkingen.")
    assert [(each.text, each.who, each.due, each.deadline) for each in found] == [(sentence, who, due, deadline)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Torhout meldt dat de loods te klein is.",  # no task
        "De WVI bezorgde de lijst vorig jaar.",  # past
        "De werkgroep stelt een gezamenlijke kalender voor.",  # a proposal, without a term
        "Wie nog wil instappen, moet dat vóór 31 december 2022 doen.",  # nobody in particular
        "De vaste afstand vervalt tegen 2030.",
        "",
    ],
)
def test_talk_is_no_promise(sentence):
    assert actions.said(sentence) == []


def test_a_promise_stands_where_it_says_it_does():
    text = "Kort overleg. De coördinator maakt een ontwerp tegen 15 mei 2023. Akkoord."
    (found,) = actions.said(text)
    assert text[found.start : found.end] == found.text


def test_a_list_of_actions_is_read_with_its_wrapped_lines_and_goes_on_on_the_next_page():
    pages = {
        1: "6. Varia\nGeen.\nActiepunten\n1. De coördinator bezorgt alle besturen een model van\n"
        "besluit tegen 30 maart 2025.",
        2: "Overleg - 1 maart 2025\nPagina 2 van 2\n2. WVI: kaart camera's tegen het overleg van 18 mei 2025.\n"
        "3. Damme informeert over de proef (geen datum).\nVolgend overleg: 18 mei 2025.",
    }
    found = action_lists.listed(pages)
    assert [(each.page, each.who, each.deadline) for each in found] == [
        (1, "De coördinator", date(2025, 3, 30)),
        (2, "WVI", date(2025, 5, 18)),
        (2, "Damme", None),
    ]
    assert all(pages[each.page][each.start : each.end] == each.text for each in found)


def test_a_table_of_actions_is_read_row_by_row_whichever_column_comes_first():
    who_first = "Acties\nWie Wat Wanneer\nDe coördinator ontwerp reglement 15 september 2021\nDamme dossier 1 juni 2021"
    who_last = (
        "Actielijst\nActie Trekker Datum\nBrief aan de minister Brugge 31 maart 2017\nPrijsvraag WVI 15 juni 2017"
    )
    assert [each.who for each in action_lists.listed({1: who_first})] == ["De coördinator", "Damme"]
    found = action_lists.listed({1: who_last})
    assert [(each.who, each.deadline) for each in found] == [
        ("Brugge", date(2017, 3, 31)),
        ("WVI", date(2017, 6, 15)),
    ]


def test_a_report_without_a_list_has_no_listed_actions():
    assert action_lists.listed({}) == []
    assert action_lists.listed({1: "1. Opening\n2. Budget 2024. Goedgekeurd op 3 maart 2024."}) == []


def test_a_later_sentence_with_the_same_matter_says_that_it_was_done():
    (promise,) = actions.said("De WVI bezorgt een kaart van de camera's tegen 30 juni 2025.")
    assert actions.is_done(promise, "De kaart van de camera's is bezorgd aan alle besturen.")
    assert not actions.is_done(promise, "De lijst van de daken is bezorgd aan alle besturen.")
    assert not actions.is_done(promise, "De kaart van de camera's blijft nodig.")


def test_a_later_note_of_that_name_is_what_was_promised():
    (promise,) = actions.said("De WVI maakt tegen november een evaluatienota.")
    assert actions.is_kept_by(promise, ["Evaluatienota deelmobiliteit 2017-2022"])
    assert not actions.is_kept_by(promise, ["Standpunt over de windturbines"])


def test_a_promise_in_the_text_and_in_the_list_is_one():
    (said,) = actions.said("De coördinator maakt een ontwerp van huishoudelijk reglement.")
    (listed,) = action_lists.listed(
        {1: "Acties\nWie Wat Wanneer\nDe coördinator ontwerp huishoudelijk reglement 15 september 2021"}
    )
    (other,) = actions.said("De coördinator bezorgt de handleiding tegen 1 mei 2022.")
    assert actions.is_same(said, listed)
    assert not actions.is_same(other, listed)


@pytest.mark.parametrize(
    "piece", ["1. ", "De WVI ", "tegen ", "wordt ", "Acties\nWie Wat\n", "is bezorgd ", "\n", "1 mei 2020\n"]
)
def test_a_hostile_text_takes_no_more_than_its_length(piece):
    def read(length):
        text = "Actiepunten\n" + piece * (length // len(piece))
        actions.said(text)
        action_lists.listed({1: text})
        actions.is_done(actions.Action("WVI", "WVI bezorgt een evaluatienota", 0, 29), text)

    assert is_in_proportion(read, 200_000)
