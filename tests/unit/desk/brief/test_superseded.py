from datetime import date

import pytest

from desk.brief.superseded import superseded
from search.registers.agreements import Field
from search.types import Kind

OLD, NEW, LAST = date(2010, 6, 16), date(2022, 6, 15), date(2025, 1, 10)
SENTENCE = "Over loodsen geldt het standpunt van 16 juni 2010."


@pytest.fixture
def position(document):
    return lambda n, day, of=None, body="Burgemeestersoverleg": document(
        n, kind=Kind.POSITION, of=of, day=day, body=body, title=f"Standpunt {n}"
    )


def replaces(fact, day):
    return [fact(Field.REPLACES, day)]


def test_a_sentence_that_rests_on_a_replaced_position_tells_which_and_the_last_that_replaced_it(position, fact):
    old, new, last = position(1, OLD), position(2, NEW), position(3, LAST)
    said = {2: replaces(fact, "standpunt van 16 juni 2010"), 3: replaces(fact, "standpunt van 15 juni 2022")}
    found = superseded([last, old, new], said)
    assert found.heirs == {1: last, 2: last}
    assert found.rested_on(SENTENCE, position(4, date(2015, 2, 25))) == (old, last)


def test_only_a_sentence_on_a_position_of_the_same_body_before_its_successor_rests_on_it(position, fact):
    found = superseded([position(1, OLD), position(2, NEW)], {2: replaces(fact, "standpunt van 16 juni 2010")})
    earlier = position(4, date(2015, 2, 25))
    assert found.rested_on("De loods ging open op 16 juni 2010.", earlier) is None
    assert found.rested_on("Over loodsen geldt het standpunt van 17 juni 2010.", earlier) is None
    assert found.rested_on(SENTENCE, position(5, date(2023, 1, 1))) is None  # knows of it
    assert found.rested_on(SENTENCE, position(6, date(2015, 2, 25), body="Werkgroep wegen")) is None


def test_a_position_of_another_body_or_of_the_future_is_not_replaced(position, fact):
    other = position(1, OLD, body="Werkgroep wegen")
    later = position(3, LAST)
    said = {2: [*replaces(fact, "standpunt van 16 juni 2010"), *replaces(fact, "standpunt van 10 januari 2025")]}
    assert superseded([other, position(2, NEW), later], said).heirs == {}
    assert superseded([position(4, None)], {4: replaces(fact, "standpunt van 16 juni 2010")}).heirs == {}
