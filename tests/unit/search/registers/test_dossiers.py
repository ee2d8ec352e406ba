from datetime import date

from search.registers.decisions import Decision, Paper
from search.registers.dossiers import assembled
from search.registers.linking import Link, Reason
from search.registers.tellings import Telling
from search.registers.treatments import Effect, Treatment
from search.types import EVERYONE, Document, Kind, Outcome


def decided(key: str, document: int, place: int, day: date | None = date(2024, 3, 25)) -> Decision:
    about = Document(
        document, f"{document}.pdf", "0", "Notulen", Kind.MINUTES, "Damme", "Gemeenteraad", day, None, 2, EVERYONE,
        Outcome.OK, "",
    )  # fmt: skip
    treatment = Treatment(place, str(place), "", f"Markt {key}", None, Effect.APPROVED, 0.9, (), (), (), (), ())
    return Decision(
        key, "Damme", "Gemeenteraad", day, str(place), "", f"Markt {key}", None, Effect.APPROVED, 0.9, False, (), (),
        (Paper(about, Telling(document * 10 + place, document, True, key, key, treatment)),),
    )  # fmt: skip


def test_items_of_a_day_stand_in_the_order_of_their_sittings():
    members = [
        decided("a", 2, 0), decided("b", 1, 12), decided("c", 1, 9), decided("d", 1, 10),
        decided("e", 9, 0, date(2020, 1, 1)), decided("f", 1, 1, None),
    ]  # fmt: skip
    links = [Link("a", each.key, Reason.REFERENCE, "", 1.0) for each in members[1:]]
    (dossier,) = assembled({each.key: each for each in members}, links, [])
    assert [each.key for each in dossier.decisions] == ["e", "c", "d", "b", "a", "f"]
    assert dossier.key == "e"
