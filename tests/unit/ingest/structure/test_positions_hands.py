"""Statements of positions whose points stand under no heading that announces them. All invented."""

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure import structure
from search.registers.agreements import Field

TOLD = """Standpunt over de trage wegen

Wat er is

De streek telt 140 km trage wegen. De telling van 2021 nam drie maanden in beslag.

Wat het kost

Een kilometer kost 9.000 euro per jaar.

{asked}
"""


def statements(asked: str) -> list[str]:
    text = TOLD.format(asked=asked)
    found = structure(plain_text.extract(Path("x.txt"), text.encode()), "streek/standpunt_trage-wegen.txt")
    return [each.value for each in found.said if each.field is Field.STATEMENT]


@pytest.mark.parametrize(
    ("asked", "stated"),
    [
        ("Hoe het anders kan\n\nHet gewest moet de helft betalen.", ["Het gewest moet de helft betalen."]),
        (
            "Hoe het anders kan\n\n- Het gewest moet de helft betalen.\n- Elke weg een naam.\n",
            ["Het gewest moet de helft betalen.", "Elke weg een naam."],
        ),
        ("Wie het leest\n\nDe nota ligt in de bibliotheek.", []),
    ],
)
def test_what_is_told_is_no_statement_and_what_is_asked_is(asked: str, stated: list[str]) -> None:
    assert statements(asked) == stated
