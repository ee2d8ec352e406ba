"""The Dutch words of the dossier and theme screens."""

from typing import Final

from search.registers.treatments import Effect

PAGE_DOSSIERS: Final = "Dossiers"
PAGE_DOSSIER: Final = "Dossier"
PAGE_THEMES: Final = "Thema's"

DOSSIERS_HEADING: Final = "Dossiers"
DOSSIERS_INTRO: Final = (
    "Wat over jaren en besturen heen bij elkaar hoort: verslagen, besluiten, overeenkomsten en nota's over één"
    " onderwerp. Dossiers vormen zich vanzelf; u kunt ze een naam geven, samenvoegen en splitsen."
)
NONE_OPEN: Final = "Er is geen dossier geopend. Kies er een in de lijst van dossiers."
NO_DOSSIERS: Final = "Er is nog geen dossier. Dossiers ontstaan zodra twee of meer stukken over hetzelfde gaan."
NO_DOSSIERS_HERE: Final = "Geen dossier past bij deze keuze."
CHOOSE_MUNICIPALITY: Final = "Gemeente"
CHOOSE_THEME: Final = "Thema"
ALL_MUNICIPALITIES: Final = "Alle gemeenten"
ALL_THEMES: Final = "Alle thema's"
DOSSIER_COUNT: Final = ("1 dossier", "{n} dossiers")
MATTERS: Final = ("1 stuk", "{n} stukken")
YEARS: Final = "{first} – {last}"
PINNED: Final = "Vastgepind"

TIMELINE_HEADING: Final = "Wat er gebeurde"
TIMELINE_ALT: Final = (
    "Tijdlijn, een punt per stuk, per bestuur, van {first} tot {last}. Dezelfde stukken staan hieronder."
)
ROLES_HEADING: Final = "Wie trekt, wie doet mee"
ROLE_PURCHASING: Final = "Aankoopcentrale"
ROLE_LEAD: Final = "Trekker"
ROLE_JOINED: Final = "Deelnemer"
ROLE_DECIDED: Final = "Besliste of besprak"
SIMILAR_HEADING: Final = "Lijkt hierop"
BECAUSE: Final = "Hoort hierbij: "
WITHOUT_DATE: Final = "Zonder datum"
OUTCOMES: Final = {
    Effect.APPROVED: "Goedgekeurd",
    Effect.AMENDED: "Gewijzigd goedgekeurd",
    Effect.REJECTED: "Verworpen",
    Effect.POSTPONED: "Verdaagd",
    Effect.WITHDRAWN: "Ingetrokken",
    Effect.NOTED: "Kennisgenomen",
    Effect.FAVOURABLE: "Gunstig advies",
    Effect.UNFAVOURABLE: "Ongunstig advies",
}
REFUSED: Final = "Weigering goedgekeurd"

AROUND_HEADING: Final = "Wat eraan voorafging en wat volgde"
IN_DOSSIER: Final = "Uit het dossier"
THIS_ONE: Final = "Dit besluit"

EDIT_HEADING: Final = "Dossier aanpassen"
NAME_LABEL: Final = "Naam van het dossier"
NAME_SAVE: Final = "Naam bewaren"
PIN: Final = "Vastpinnen bovenaan de lijst"
PIN_SAVE: Final = "Vastpinnen"
TAKE_OUT_LABEL: Final = "Hoort hier niet bij"
TAKE_OUT: Final = "Uit dit dossier halen"
MERGE_LABEL: Final = "Samenvoegen met een ander dossier"
MERGE: Final = "Samenvoegen"
CHOOSE: Final = "Kies…"
DONE: Final = "Aangepast."
UNDONE: Final = "Ongedaan gemaakt."
MADE_HEADING: Final = "Wat mensen aanpasten"
UNDO: Final = "Ongedaan maken"
MADE: Final = {
    "rename": "Naam gegeven: {value}",
    "pin": "Vastgepind",
    "split": "Uit het dossier gehaald: {subject}",
    "merge": "Samengevoegd met: {value}",
}

THEMES_HEADING: Final = "Thema's door de jaren"
THEMES_INTRO: Final = "Waarover de stukken gaan, en wanneer. Kies een thema voor zijn dossiers en jongste stukken."
NO_SUCH_THEME: Final = "Bij het thema “{theme}” hoort geen enkel stuk. Kies er hieronder een."
NO_THEMES: Final = "Er is nog niets ingelezen dat bij een thema past."
CHART_TITLE: Final = "Stukken per jaar: {theme}"
CHART_ALL: Final = "Stukken per thema"
COLUMN_YEAR: Final = "Jaar"
COLUMN_BODY: Final = "Bestuur"
COLUMN_TITLE: Final = "Stuk"
LATEST_HEADING: Final = "Jongste stukken"
DOSSIERS_OF_THEME: Final = "Dossiers"
