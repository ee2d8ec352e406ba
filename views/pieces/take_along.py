"""Links to a list that stands on the screen as a file: search results, decisions, dossiers."""

from dataclasses import replace
from enum import StrEnum

from views import address as addresses
from views.address import FIRST_SHOWN, Address
from views.pieces import sources


class List(StrEnum):
    """Which list; the value is what its route is called."""

    RESULTS = "zoeken"
    DECISIONS = "besluiten"
    DOSSIERS = "dossiers"
    DOSSIER = "dossier"


def links(address: Address, kind: List) -> str:
    """Return the links to a list as Excel and CSV: all of it, not only what is shown of it."""
    whole = replace(address, shown=FIRST_SHOWN, document=None, page=None, passage=None, place=None)
    return sources.exports(f"/export/{kind}", addresses.parameters(whole), ("xlsx", "csv"))
