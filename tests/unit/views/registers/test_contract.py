"""The page of one contract: who takes part, who left, and the papers that say so."""

from datetime import date

from desk.registers import board
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract, assembled
from search.types import Document, Kind, Outcome, Span
from views.registers import contract as page
from views.registers import texts

TODAY = date(2026, 3, 2)


def document(number: int, kind: Kind, title: str, day: date) -> Document:
    return Document(
        number, f"{number}.pdf", str(number), title, kind, "Brugge", None, day, None, 3, "iedereen", Outcome.OK, ""
    )


def fact(field: Field, value: str, page: int, detail: str = "", said: str = "") -> Fact:
    return Fact(field, value, said or value, detail, (Span(page, 0, 4),), 0.9)


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
