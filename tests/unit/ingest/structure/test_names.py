"""What a contract is called where its own title says nothing."""

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure import structure

CLAUSES = """
Opdracht: onderhoud van sierverlichting
Opdrachtgever: stad Blankenberge
Aannemer: Lichtpunt Kust bv

Overeenkomstig het lastenboek komen opdrachtgever en aannemer overeen:

§ 1 De lopende overeenkomst, die op 30 april 2021 verstrijkt, wordt met 1 jaar verlengd.

Getekend te Blankenberge op 6 april 2021
"""


def titled(first: str) -> str:
    text = f"{first}\n{CLAUSES}"
    return structure(plain_text.extract(Path("x.txt"), text.encode()), "damme/2021-04-06_bijakte.txt").facts.title


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("BIJAKTE III", "Bijakte III: onderhoud van sierverlichting"),
        ("Bijakte nr. 2", "Bijakte nr. 2: onderhoud van sierverlichting"),
        ("Stad Blankenberge", "Addendum: onderhoud van sierverlichting"),
    ],
)
def test_a_paper_that_is_called_after_its_kind_or_its_letterhead_is_named_after_its_subject(first: str, title: str):
    assert titled(first) == title


def test_a_title_that_says_what_it_is_about_stays():
    title = "Bijakte bij de overeenkomst openbare verlichting"
    assert titled(title) == title
