"""The Dutch words of what the desk makes: reasons, tables, calendars. Constants, and numbers and days as text."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from search.language import dates

# Durations
UNITS: Final = (
    ("1 jaar", "{n} jaar"), ("1 maand", "{n} maanden"), ("1 week", "{n} weken"), ("1 dag", "{n} dagen"),
)  # fmt: skip
AND: Final = " en "

# Contracts
RENEWALS: Final[Mapping[str, str]] = {
    "none": "geen verlenging",
    "tacit": "stilzwijgend verlengd",
    "explicit": "verlenging na een uitdrukkelijke beslissing",
}
JOIN_BY: Final = "Laatste dag om toe te treden"
NOTICE_BY: Final = "Laatste dag om op te zeggen"
ENDS: Final = "Einddatum"

# Corrections
TYPE_SOMETHING: Final = "Vul eerst in wat er moet staan."
TYPE_DAY: Final = "Dat is geen datum die we kennen. Schrijf bijvoorbeeld 31 augustus 2028 of 31/08/2028."
TYPE_AMOUNT: Final = "Dat is geen bedrag dat we kennen. Schrijf bijvoorbeeld 480.000 of 17.950,50."
TYPE_DURATION: Final = "Dat is geen termijn die we kennen. Schrijf bijvoorbeeld 3 maanden of 1 jaar."
TYPE_RENEWAL: Final = "Kies een van de mogelijkheden."

# Experience
DECISIONS: Final = ("1 besluit", "{n} besluiten")
PAPERS: Final = ("besproken in 1 stuk", "besproken in {n} stukken")
IN_CONTRACTS: Final = ("neemt deel aan 1 overeenkomst", "neemt deel aan {n} overeenkomsten")
JOINED_IN: Final = ("1 toetreding", "{n} toetredingen")
MENTIONED_IN: Final = ("alleen vermeld, in 1 stuk", "alleen vermeld, in {n} stukken")
LATEST: Final = ", laatste in {year}"
ONCE_IN: Final = " in {year}"
PURCHASING_BODY: Final = "aankoopcentrale"
BUYER: Final = "opdrachtgever"
PARTICIPANT: Final = "deelnemer"
JOINED: Final = "toegetreden"

# Calendar
CALENDAR: Final = "Overeenkomsten van de streek"
EVENT: Final = "{what}: {contract}"
ALARM: Final = "Over {days} dagen: {what}: {contract}"
EVENT_SAID: Final = "Zo staat het er: “{said}”"
EVENT_COMPUTED: Final = "Berekend: {notice} voor de einddatum."
EVENT_SOURCE: Final = "Bron: {title}, p. {page}"
EVENT_BUYER: Final = "Aankoper: {buyer}"
EVENT_LOOK: Final = "Let op: deze datum is automatisch gelezen en nog niet bevestigd."
EVENT_LINK: Final = "Meer in het Streekgeheugen: {link}"

# Tables
CONTRACTS: Final = "Overeenkomsten"
MATRIX: Final = "Matrix"
EXPERIENCE: Final = "Ervaring"
CONTRACT_COLUMNS: Final = (
    "Overeenkomst", "Stand", "Aankoper", "Partijen", "Mag toetreden", "Toegetreden", "Toetreden tot en met",
    "Begint", "Eindigt", "Dagen tot het einde", "Verlenging", "Opzegtermijn", "Opzeggen tot en met",
    "Plafond (euro)", "Btw", "Na te kijken", "Bronnen", "Link",
)  # fmt: skip
MATRIX_COLUMNS: Final = (
    "Gemeente", "Onderwerp", "Gevonden", "Datum", "Besluit of stuk", "Uitkomst", "Document", "Bladzijde", "Link",
)  # fmt: skip
EXPERIENCE_COLUMNS: Final = (
    "Plaats", "Wie", "Waarom", "Besluiten", "Stukken", "Laatste", "Rol", "Titel", "Datum", "Document", "Bladzijde",
    "Link",
)  # fmt: skip
FOUND: Final = "gevonden"
NOT_FOUND: Final = "niets gevonden"
NOT_READ: Final = "nog niets ingelezen"
SOURCE: Final = "{what}: {title}, p. {page}"
CUT: Final = "…"
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def counted(n: int, forms: tuple[str, str]) -> str:
    """Return "1 besluit" or "12 besluiten"."""
    return forms[0] if n == 1 else forms[1].format(n=n)


def moment(value: str) -> str:
    """Return an ISO day or month as Dutch text ("1 juni 2018", "juni 2018"); anything else as it is."""
    try:
        if len(value) == 7:
            return dates.in_words(date.fromisoformat(f"{value}-01")).partition(" ")[2]
        return dates.in_words(date.fromisoformat(value))
    except ValueError:
        return value


def amount(value: Decimal) -> str:
    """Return "€ 6.500.000" or "€ 17.950,50"."""
    whole = value == value.to_integral_value()
    text = f"{value:,.0f}" if whole else f"{value:,.2f}"
    return "€\N{NO-BREAK SPACE}" + text.translate(str.maketrans(",.", ".,"))


def euro(value: str) -> Decimal | None:
    """Return the amount that a fact names; None where it is none."""
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def printable(text: str) -> str:
    """Return text without control characters and halves of characters, which no calendar or spreadsheet can hold."""
    return _CONTROL.sub("", text.encode("utf-8", "ignore").decode("utf-8"))
