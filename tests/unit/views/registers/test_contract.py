"""The page of one contract: who takes part, who left, and the papers that say so."""

import re
from datetime import date

from desk.registers import board
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract, assembled
from search.types import Document, Kind, Outcome, Span
from views.registers import contract as page
from views.registers import contracts as board_page
from views.registers import texts

TODAY = date(2026, 3, 2)


def document(number: int, kind: Kind, title: str, day: date) -> Document:
    return Document(
        number, f"{number}.pdf", str(number), title, kind, "Brugge", None, day, None, 3, "iedereen", Outcome.OK, ""
    )


def fact(field: Field, value: str, page: int, detail: str = "", said: str = "") -> Fact:
    return Fact(field, value, said or value, detail, (Span(page, 0, 4),), 0.9)


def joint(*parties: str) -> Contract:
    """A cooperation of equals: nobody buys, nobody joins."""
    paper = document(9, Kind.CONTRACT, "Overeenkomst wervingsreserve", date(2020, 1, 1))
    (found,) = assembled([(paper, "9", [fact(Field.PARTY, name, 2) for name in parties])], TODAY)
    return found


def contract() -> Contract:
    made = document(7, Kind.CONTRACT, "Samenwerkingsovereenkomst deelfietsen kustregio", date(2019, 6, 1))
    left = document(8, Kind.MINUTES, "Notulen", date(2024, 2, 27))
    said = "De deelname aan de samenwerkingsovereenkomst deelfietsen kustregio wordt stopgezet op 31 mei 2024."
    parties = [fact(Field.PARTY, name, 1) for name in ("Brugge", "Blankenberge")]
    leaving = [fact(Field.LEFT, "Blankenberge", 3, "2024-05-31", said)]
    (found,) = assembled([(made, "7", parties), (left, "8", leaving)], TODAY)
    return found


def test_who_left_is_named_with_the_day_and_the_page_that_says_so():
    shown = page.members(board.row(contract(), TODAY))
    assert texts.WHO_LEFT in shown
    assert "Blankenberge (sinds 31 mei 2024)" in shown
    assert "document=8&amp;pagina=3" in shown


def test_the_decision_to_leave_is_opened_where_it_says_so():
    assert "document=8&amp;pagina=3" in page.papers(contract(), TODAY)


def test_equals_take_part_and_buy_nothing():
    row = board.row(joint("Zedelgem", "Beernem"), TODAY)
    shown = page.members(row)
    assert texts.MEMBERS_NONE not in shown
    assert ">Zedelgem<" in shown
    assert ">Beernem<" in shown
    assert "document=9&amp;pagina=2" in shown


def test_of_a_long_list_the_board_says_how_many_more():
    names = ("Zedelgem", "Beernem", "Jabbeke", "Oostkamp", "Zuienkerke", "Damme")
    html = board_page.tables([board.row(joint(*names), TODAY)], TODAY)
    cells = dict(re.findall(r'<td data-label="([^"]*)"[^>]*>(.*?)</td>', html))
    assert cells[texts.COLUMN_BUYER].count("<a ") == 0
    assert cells[texts.COLUMN_MEMBERS].count("<a ") == 4
    assert cells[texts.COLUMN_MEMBERS].endswith(f"{texts.OTHERS.format(n=2)}</p>")


def test_the_top_says_of_each_day_what_it_is_the_last_day_of():
    paper = document(9, Kind.FRAMEWORK_CONTRACT, "Raamovereenkomst zout", date(2024, 1, 1))
    facts = [
        fact(Field.MAY_JOIN, "Damme", 1), fact(Field.JOIN_UNTIL, "2026-04-06", 1), fact(Field.END, "2028-03-02", 1),
    ]  # fmt: skip
    (made,) = assembled([(paper, "9", facts)], TODAY)
    row = board.row(made, TODAY)
    assert page.still(row, TODAY) == ["instappen: nog 35 dagen", "einde: nog 731 dagen"]
    assert "instappen: nog 35 dagen" in page.top(row, TODAY)
    assert page.still(row, date(2026, 4, 7)) == ["einde: nog 695 dagen"]
    assert page.still(row, date(2028, 3, 3)) == ["einde: 1 dag voorbij"]
