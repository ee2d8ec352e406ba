"""The Dutch words of the briefing note screen."""

from typing import Final

PAGE: Final = "Nota"
HEADING: Final = "Briefingnota"
INTRO: Final = (
    "Typ het thema van de vergadering. U krijgt een nota met standpunten, eerdere besluiten woord voor woord, lopende"
    " overeenkomsten, ervaring, open acties en leemten, elk met de bladzijde waarop het staat."
)
THEME: Final = "Thema"
PLACEHOLDER: Final = "bijvoorbeeld: digitaal buurtplatform"
SINCE: Final = "Van jaar"
UNTIL: Final = "Tot en met jaar"
MUNICIPALITIES: Final = "Gemeenten (leeg: alle)"
BUTTON: Final = "Nota maken"
WORKING: Final = "De nota wordt gemaakt…"
SOURCES: Final = "Bronnen"
TAKE: Final = "Meenemen als:"
ON_PAGE: Final = "{title}, p. {page}"
SUMMARISE: Final = "Samenvatten met het taalmodel"
SUMMARISE_WHY: Final = "Een taalmodel op deze computer schrijft enkele zinnen. Elke zin wordt aan zijn citaat getoetst."
SUMMARISING: Final = "Het taalmodel schrijft. Dat kan tot drie minuten duren."
