"""The Dutch words of what is new, and of the calendar of meetings."""

from typing import Final

PAGE: Final = "Nieuw"
HEADING: Final = "Wat is er nieuw"
INTRO: Final = (
    "Wat besturen beslisten en overlegden tussen twee vergaderingen, wat van overeenkomsten afloopt, en welke thema’s"
    " vaker terugkomen. Alles met de bladzijde waarop het staat."
)
SINCE: Final = "Sinds"
UNTIL: Final = "Tot en met"
TODAY: Final = "vandaag"
SHOW: Final = "Tonen"
OTHER_DAYS: Final = "Andere dagen kiezen"
TO_CALENDAR: Final = "Vergadering toevoegen of kalender bekijken"
FIRST_DAY: Final = "Vanaf dag"
LAST_DAY: Final = "Tot en met dag"
MEETING: Final = "{day} · {name}"
BETWEEN: Final = "Van {since} tot en met {until}."
NOTHING_HEADING: Final = "Niets nieuws gevonden"
NOTHING: Final = "Kies een langere periode, een ander thema, of lees nieuwe stukken in."
NO_MEETINGS_HEADING: Final = "Er is nog geen vergadering bekend"
NEWEST: Final = "Het jongste stuk is van {day}. Wat er nieuw was in:"
SPANS: Final = {"de maand ervoor": 30, "drie maanden": 91, "een jaar": 365}
NO_MEETINGS: Final = (
    "Voeg hieronder een vergadering toe, of kies zelf een periode. Vergaderingen waarvan een verslag is ingelezen,"
    " staan vanzelf in de kalender."
)

# Overview
TABLE: Final = "Hoeveel er nieuw is"
PLACE: Final = "Gemeente of overleg"
COLUMNS: Final = (
    "Besluiten", "Standpunten", "Besproken", "Agenda", "Stukken", "Gewijzigd", "Contracten", "Later binnen",
)  # fmt: skip
ALL: Final = "Samen"
NONE: Final = "geen"
RISES: Final = "Thema’s die vaker terugkomen"
RISES_WHY: Final = (
    "Geteld zijn zittingen, vergaderingen en losse stukken. Een thema staat hier alleen als het verschil met vroeger"
    " geen toeval kan zijn."
)
BY_THEME: Final = "Over welk thema"
EVERY_THEME: Final = "Alle thema’s"

# Places
CONTRACTS: Final = "Overeenkomsten"
FOLDED: Final = ("Nog 1", "Nog {n}")
BY: Final = "door {title}"
LATE_WHY: Final = "Van vóór deze periode, en pas daarna ingelezen."
ON_PAGE: Final = "p. {number}"
REPLACED: Final = "{state} sinds {day}"

# The calendar
CALENDAR: Final = "Vergaderkalender"
CALENDAR_INTRO: Final = (
    "Vergaderingen uit de ingelezen verslagen en agenda’s, en die mensen hier toevoegden. De kalender is van iedereen:"
    " wat u toevoegt, zien de anderen ook."
)
COMING: Final = "Komende vergaderingen"
PAST: Final = "Voorbije vergaderingen"
NONE_COMING: Final = "Er is nog geen volgende vergadering bekend."
REPORT: Final = "verslag"
ADDED_BY_YOU: Final = "toegevoegd door u op {day}"
ADDED_ON: Final = "toegevoegd op {day}"
ADD: Final = "Vergadering toevoegen"
DAY: Final = "Dag"
PARTNERSHIP: Final = "Overleg"
NAME: Final = "Naam (mag leeg blijven)"
SAVE: Final = "Toevoegen"
SAVED: Final = "Toegevoegd."
EDIT: Final = "Wijzigen of verwijderen"
WHICH: Final = "Welke vergadering"
CHANGE: Final = "Wijziging bewaren"
CHANGED: Final = "Gewijzigd."
REMOVE: Final = "Verwijderen"
REMOVED: Final = "Verwijderd. Hieronder kunt u dat ongedaan maken."
IMPORT: Final = "Kalenderbestand inlezen"
FILE: Final = "Bestand (.ics)"
FILE_HELP: Final = "Bewaar uw agenda in Outlook of een ander programma als iCalendar, en kies dat bestand hier."
TAKE_IN: Final = "Inlezen"
CHOOSE_FILE: Final = "Kies eerst een bestand."
CHOOSE_DAY: Final = "Kies eerst een dag."
TAKEN: Final = ("1 vergadering toegevoegd", "{n} vergaderingen toegevoegd")
MOVED: Final = ("1 bijgewerkt", "{n} bijgewerkt")
KNOWN: Final = ("1 stond er al", "{n} stonden er al")
SKIPPED: Final = ("1 overgeslagen die hier verwijderd werd", "{n} overgeslagen die hier verwijderd werden")
REPEATING: Final = (
    "van 1 afspraak die zich herhaalt, is alleen de eerste dag genomen",
    "van {n} afspraken die zich herhalen, is alleen de eerste dag genomen",
)
CANCELLED: Final = ("1 afgelaste overgeslagen", "{n} afgelaste overgeslagen")
UNREAD: Final = ("van 1 afspraak is de dag niet te lezen", "van {n} afspraken is de dag niet te lezen")
EXPORT_CALENDAR: Final = "Kalender meenemen (ICS)"
CHANGES: Final = "Laatste wijzigingen"
CHANGE_LINE: Final = "{what}: {meetings}, {who}"
MEETINGS: Final = ("{meeting}", "{meeting} en {n} andere")
YOU: Final = "door u op {day}"
SOMEBODY: Final = "op {day}"
UNDO: Final = "Ongedaan maken"
UNDONE: Final = "Ongedaan gemaakt."
NO_COOKIES: Final = (
    "Uw browser bewaart geen cookies van deze site. Zonder zo’n cookie weten we niet wie een vergadering toevoegt. Sta"
    " ze toe en laad de bladzijde opnieuw om de kalender te wijzigen."
)
