from datetime import date

import pytest

from search.registers.claims import claims
from search.registers.decisions import State
from search.registers.treatments import Effect
from search.registers.validity import Said, changes, standing

TODAY = date(2026, 3, 1)


def said(key: str, day: str, title: str, *texts: str, effect: Effect | None = Effect.APPROVED, **about: object) -> Said:
    given = {"municipality": "Damme", "body": "Gemeenteraad", "code": ""} | about
    return Said(
        key, 1, given["municipality"], given["body"], date.fromisoformat(day), given["code"], title, effect,
        claims("\n".join(texts)),
    )  # fmt: skip


OLD = said("old", "2019-03-25", "Retributiereglement parkeren. Goedkeuring.", "Het reglement wordt goedgekeurd.")


def state(new: Said, of: str = "old", today: date = TODAY, old: Said = OLD):
    found = standing(old.effect, [change for change in changes([old, new]) if change.of == of], today)
    return (found.state, found.by) if found else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Het retributiereglement parkeren van 25 maart 2019 wordt opgeheven.", State.REPEALED),
        ("De raad heft het besluit van de gemeenteraad van 25 maart 2019 over parkeren op.", State.REPEALED),
        ("Dit reglement vervangt het retributiereglement parkeren van 25 maart 2019.", State.REPLACED),
        ("Artikel 3 van het retributiereglement parkeren van 25 maart 2019 wordt gewijzigd als volgt.", State.AMENDED),
    ],
)
def test_a_later_decision_says_that_an_earlier_one_holds_no_more(sentence: str, expected: State):
    assert state(said("new", "2023-06-26", "Retributiereglement parkeren. Goedkeuring.", sentence)) == (expected, "new")


@pytest.mark.parametrize(
    "new",
    [
        said("new", "2023-06-26", "Reglement markten", "Het reglement parkeren van 25 maart 2019 blijft gelden."),
        said("new", "2023-06-26", "Markten", "Het besluit over de markten van 25 maart 2019 wordt opgeheven."),
        said("new", "2023-06-26", "Parkeren", "Het reglement parkeren van 26 maart 2019 wordt opgeheven."),
        said(
            "new", "2023-06-26", "Retributiereglement parkeren", effect=Effect.POSTPONED,
        ),
        said(
            "new", "2023-06-26", "Parkeren", "Het retributiereglement parkeren van 25 maart 2019 wordt opgeheven.",
            effect=Effect.REJECTED,
        ),
        said(
            "new", "2023-06-26", "Parkeren", "Het retributiereglement parkeren van 25 maart 2019 wordt opgeheven.",
            municipality="Torhout",
        ),
    ],
)  # fmt: skip
def test_what_is_about_something_else_or_was_not_decided_changes_nothing(new: Said):
    assert state(new) == (State.HOLDS, None)


def test_a_reference_number_names_the_earlier_decision():
    old = said("old", "2020-02-24", "Zonnepanelen", "Goedgekeurd.", code="2020_GR_00057", municipality="Brugge")
    new = said("new", "2021-05-31", "Daken", "Het besluit 2020_GR_00057 wordt ingetrokken.", municipality="Brugge")
    assert state(new, old=old) == (State.REPEALED, "new")


def test_it_holds_until_the_day_from_which_it_is_repealed():
    new = said(
        "new", "2023-06-26", "Parkeren",
        "Het retributiereglement parkeren van 25 maart 2019 wordt opgeheven met ingang van 1 januari 2027.",
    )  # fmt: skip
    assert state(new) == (State.HOLDS, None)
    assert state(new, today=date(2027, 1, 1)) == (State.REPEALED, "new")


def test_a_number_is_one_of_its_own_municipality():
    old = said("old", "2020-02-24", "Zonnepanelen", "Goedgekeurd.", code="2020_GR_00057", municipality="Torhout")
    new = said("new", "2021-05-31", "Daken", "Het besluit 2020_GR_00057 wordt ingetrokken.", municipality="Damme")
    assert state(new, old=old) == (State.HOLDS, None)


@pytest.mark.parametrize(
    ("title", "sentence", "is_meant"),
    [
        ("Weekmarkt. Aanpassen subsidie.", "Het subsidiereglement weekmarkt van 25 maart 2019 wordt opgeheven.", True),
        ("Aanpassen prijssubsidie.", "Het prijssubsidiereglement van 25 maart 2019 wordt opgeheven.", True),
        (
            "Algemeen retributiereglement. Goedkeuring.",
            "Heft het algemeen retributiereglement van 25 maart 2019 op.",
            True,
        ),
        ("Algemeen retributiereglement. Goedkeuring.", "Heft het subsidiereglement van 25 maart 2019 op.", False),
        ("Mededelingen.", "Heft het algemeen retributiereglement van 25 maart 2019 op.", False),
    ],
)
def test_the_title_must_be_told_in_its_own_words_or_in_a_compound_of_them(title: str, sentence: str, is_meant: bool):
    old = said("old", "2019-03-25", title, "Goedgekeurd.")
    new = said("new", "2023-06-26", "Nieuw reglement", sentence)
    assert state(new, old=old) == ((State.REPEALED, "new") if is_meant else (State.HOLDS, None))


def test_of_a_list_only_the_entry_tells_which_of_a_day_is_meant():
    markets, fairs = said("markets", "2019-03-25", "Weekmarkt Sijsele"), said("fairs", "2019-03-25", "Kermis Moerkerke")
    new = said(
        "new", "2023-06-26", "Feesten",
        "Volgende besluiten worden opgeheven: • besluit van 25 maart 2019 over de weekmarkt te Sijsele"
        " • besluit van 26 maart 2019 over de kermis te Moerkerke",
    )  # fmt: skip
    assert [(change.of, change.state) for change in changes([markets, fairs, new])] == [("markets", State.REPEALED)]


def test_what_is_later_is_not_ended_by_what_is_earlier():
    new = said("new", "2018-06-26", "Parkeren", "Het retributiereglement parkeren van 25 maart 2019 wordt opgeheven.")
    assert state(new) == (State.HOLDS, None)


def test_a_decision_may_name_its_own_last_day():
    old = said("old", "2019-03-25", "Belasting", "Dit reglement geldt van 1 januari 2020 tot en met 31 december 2025.")
    found = standing(old.effect, changes([old]), TODAY)
    assert found
    assert (found.state, found.since, found.by) == (State.EXPIRED, date(2025, 12, 31), None)
    assert standing(old.effect, changes([old]), date(2025, 12, 30)).state is State.HOLDS


@pytest.mark.parametrize("effect", [Effect.REJECTED, Effect.POSTPONED, Effect.WITHDRAWN])
def test_what_was_not_taken_never_held(effect: Effect):
    assert standing(effect, [], TODAY).state is State.NEVER


@pytest.mark.parametrize("effect", [None, Effect.NOTED, Effect.FAVOURABLE])
def test_of_what_decides_nothing_nothing_is_said(effect: Effect | None):
    assert standing(effect, [], TODAY) is None
