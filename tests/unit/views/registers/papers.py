"""Papers with one framework contract, what is invented of it, and what a screen shows."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from streamlit.testing.v1 import AppTest

from access import reader_named
from search import open_knowledge_base, store
from search.database import open_for_writing
from search.registers import tellings
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract
from search.types import Reader, Span

SOON = date.today() + timedelta(days=40)
LATER = date.today() + timedelta(days=900)
DOSSIERS = {
    "brugge/2024-09-01_raamovereenkomst_strooizout.md": (
        "# Stad Brugge\n\nRaamovereenkomst strooizout 2024-2028\n\n"
        "De stad Brugge koopt strooizout als aankoopcentrale.\n"
    ),
    "damme/2023-05-22_notulen.md": (
        "# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van 22 mei 2023.\n\n"
        "## 3. Strooizout. Aankoop van strooizout voor de winter. Goedkeuring.\n\n"
        "De raad keurt de aankoop van strooizout voor de winter goed.\n\n"
        "## 4. Deelfietsen. Overeenkomst. Goedkeuring.\n\nDe raad keurt de overeenkomst over deelfietsen goed.\n"
    ),
}
SECRET = {
    "kabinet/2024-01-01_raamovereenkomst_zwembad.md": (
        "# Gemeente Jabbeke\n\nRaamovereenkomst geheim zwembad\n\nHet zwembad gebruikt strooizout en deelfietsen.\n"
    )
}


def fact(field: Field, value: str, detail: str = "", confidence: float = 0.95, said: str = "") -> Fact:
    return Fact(field, value, said or value, detail, (Span(1, 0, 5),), confidence)


def facts() -> list[Fact]:
    return [
        fact(Field.PURCHASING_BODY, "Brugge"),
        fact(Field.MAY_JOIN, "Torhout"),
        fact(Field.JOINED, "Damme", "2025-04-01"),
        fact(Field.JOIN_UNTIL, SOON.isoformat()),
        fact(Field.END, LATER.isoformat(), confidence=0.4, said="tot <b>half</b> 2028"),
        fact(Field.CEILING, "480000.00", "excl. btw"),
        fact(Field.SUPPLIER, "<script>alert(1)</script>"),
    ]


def say(data: Path, ending: str, said: Sequence[Fact]) -> None:
    """Store invented facts of a paper, as a reading would."""
    both = Reader("test", frozenset({"iedereen", "kabinet"}))
    about = next(d for d in open_knowledge_base(data).documents(both) if d.path.endswith(ending))
    with open_for_writing(data) as db, db.atomic():
        tellings.put(db, about.id, about, [], said)
        store.grow(db)


def known(data: Path) -> Contract:
    (found,) = open_knowledge_base(data).registers.register(reader_named(None)).contracts
    return found


def shown(test: AppTest) -> str:
    assert not test.exception
    return "\n".join(str(element.proto.body) for element in test.get("html"))


def button(test: AppTest, label: str) -> object:
    return next(each for each in test.button if each.label == label)
