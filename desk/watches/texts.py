"""The Dutch words of what watch lists tell: why something is told, mails, feeds, and the pages behind their links."""

from typing import Final

APP: Final = "Streekgeheugen"

# Why
WORD: Final = "Uw woord “{words}” staat erin."
WORDS: Final = "Uw woorden {words} staan erin."
OTHERWISE: Final = "Er staan andere woorden in voor wat u volgt: {words}."
BY_MEANING: Final = "Geen van uw woorden staat erin: het ligt er qua betekenis dichtbij."
QUOTED: Final = "“{word}”"
AND: Final = " en "
CHANGED: Final = "Gewijzigd stuk."

# Dates of contracts
REMINDER: Final = "{what}: {day} ({left})"
TODAY: Final = "vandaag"
LEFT: Final = ("nog 1 dag", "nog {n} dagen")
OVER: Final = ("1 dag voorbij", "{n} dagen voorbij")
REMINDED: Final = "U krijgt dit bericht omdat er nog hoogstens {days} dagen zijn."

# One line on a paper
PAGE: Final = "p. {page}"
NO_DATE: Final = "zonder datum"

# Mail
SUBJECT: Final = "{app}: {count} voor “{name}”"
NEW: Final = ("1 nieuw stuk", "{n} nieuwe stukken")
NEAR: Final = ("1 datum komt dichterbij", "{n} data komen dichterbij")
HELLO: Final = "U volgt “{name}”. Dit is nieuw sinds het vorige bericht:"
MORE: Final = ("Nog 1 staat in het Streekgeheugen.", "Nog {n} staan in het Streekgeheugen.")
OPEN_LIST: Final = "Al uw volglijsten"
SOURCE: Final = "Lees het op de bladzijde"
STOP: Final = "Geen mail meer over deze volglijst"
CONFIRM_SUBJECT: Final = "{app}: bevestig uw mailadres"
CONFIRM_BODY: Final = (
    "Iemand vroeg om op dit adres bericht te krijgen van het Streekgeheugen, over wat nieuw is in de dossiers van de"
    " streek. Was u dat, open dan deze link en bevestig:"
)
CONFIRM_IGNORE: Final = "Was u dat niet, doe dan niets: u krijgt geen verdere berichten. De link werkt 7 dagen."

# Pages behind the links of a mail
CONFIRM_HEADING: Final = "Mailadres bevestigen"
CONFIRM_QUESTION: Final = "Mag het Streekgeheugen berichten sturen naar {address}?"
CONFIRM_BUTTON: Final = "Ja, stuur berichten"
CONFIRMED: Final = "Uw adres {address} is bevestigd. Berichten komen vanaf nu per mail."
STOP_HEADING: Final = "Geen mail meer"
STOP_QUESTION: Final = "Wilt u geen mail meer over “{name}”? De volglijst zelf blijft bestaan."
STOP_BUTTON: Final = "Stop de mail"
STOPPED: Final = "U krijgt geen mail meer over “{name}”. De volglijst zelf blijft bestaan."
TO_APP: Final = "Naar het Streekgeheugen"

# Trouble with mail
NOT_SET_UP: Final = "Er is geen mailserver ingesteld: uw beheerder kan dat doen."
AWAY: Final = "De mailserver antwoordt niet zoals het moet: {why}"
REFUSED: Final = "De mailserver weigert het bericht: {why}"
LOCKED: Final = "Er loopt al een ronde langs de volglijsten. Wacht tot ze klaar is."
BROKEN: Final = "Dit lukte niet; de bijzonderheden staan in het log."
BUSY: Final = "Er worden nu documenten ingelezen: deze volglijst wordt bij de volgende ronde bekeken."
