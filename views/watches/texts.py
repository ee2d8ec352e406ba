"""The Dutch sentences of watch lists: the screen, and the button on the search screen."""

from typing import Final

PAGE: Final = "Volglijsten"
HEADING: Final = "Volglijsten"
INTRO: Final = (
    "Wat u volgt, wordt opnieuw gezocht telkens als er documenten bijkomen. Nieuw is een stuk dat er nog niet was toen"
    " u begon te volgen, en dat past bij uw vraag."
)
EMPTY_HEADING: Final = "U volgt nog niets"
EMPTY: Final = (
    "Zoek iets, en klik boven de resultaten op “Volg deze zoekopdracht”. Wat er daarna bijkomt, ziet u hier, met de"
    " woorden waardoor het gevonden werd. U kunt het ook als feed in uw nieuwslezer of per mail krijgen. Hieronder kunt"
    " u de data van overeenkomsten volgen."
)
TO_SEARCH: Final = "Naar het zoeken"
NO_COOKIES: Final = (
    "Uw browser bewaart geen cookies van deze site. Zonder zo’n cookie weten we niet welke volglijsten van u zijn. Sta"
    " ze toe en laad de bladzijde opnieuw."
)
BUSY: Final = "Er worden nu documenten ingelezen. Wat nieuw is, staat hier zodra dat klaar is."

# The button on the search screen
FOLLOW: Final = "Volg deze zoekopdracht"
FOLLOW_WHY: Final = "U ziet bij Volglijsten wat er later bijkomt; ook als feed of per mail."
FOLLOWED: Final = "U volgt deze zoekopdracht"
FOLLOWING: Final = "Bewaard. Wat er bijkomt, vindt u bij Volglijsten."

# One watch
NEW: Final = ("1 nieuw", "{n} nieuw")
NOTHING_NEW: Final = "niets nieuws"
SINCE: Final = "sinds {day}"
SEARCH_AGAIN: Final = "Toon alle resultaten"
CONTRACTS: Final = "Data van overeenkomsten: laatste dag om in te stappen, om op te zeggen, en einddatum"
OF: Final = "van {municipalities}"
TO_CONTRACTS: Final = "Toon de overeenkomsten"
SEEN: Final = "Alles gezien"
EARLIER: Final = ("Eerder gevonden: 1", "Eerder gevonden: {n}")
NOT_SHOWN: Final = ("Nog 1 staat hier niet.", "Nog {n} staan hier niet.")
FOUND_ON: Final = "gevonden op {day}"
CHANGED: Final = "gewijzigd stuk"
REARRANGED: Final = "Het stuk is anders ingedeeld dan toen het gevonden werd: zoek de plaats in het document."

# Settings of a watch
SETTINGS: Final = "Instellingen, feed en mail"
NAME: Final = "Naam"
QUESTION: Final = "Wat u volgt"
SAVE: Final = "Bewaren"
SAVED: Final = "Bewaard."
ASKED_ANEW: Final = "Bewaard. Vanaf nu telt wat erbij komt voor deze vraag."
FEED: Final = "Adres van de feed, voor een nieuwslezer"
CALENDAR: Final = "Adres van de agenda, voor Outlook en andere agenda’s"
FEED_PRIVATE: Final = "Wie dit adres heeft, kan meelezen. Geef het niet door; maak een nieuw als het toch gebeurde."
RENEW: Final = "Nieuw adres maken"
RENEWED: Final = "Het oude adres werkt niet meer."
MAIL: Final = "Mail wat nieuw is naar"
MAIL_EXAMPLE: Final = "naam@gemeente.be"
MAIL_SAVE: Final = "Mail instellen"
MAIL_STOP: Final = "Geen mail meer"
MAIL_STOPPED: Final = "U krijgt geen mail meer over deze volglijst."
MAIL_ASKED: Final = "We stuurden een link naar {address}. Klik daarop en bevestig; pas daarna vertrekt er mail."
MAIL_WAITS: Final = "Wacht op bevestiging: klik op de link in de mail aan {address}."
MAIL_ON: Final = "Wat nieuw is, gaat naar {address}."
MAIL_TROUBLE: Final = "De laatste mail vertrok niet. {why} We proberen het bij de volgende ronde opnieuw."
MAIL_NOT_HERE: Final = "Mail is op deze server niet ingesteld. De feed werkt wel."
DELETE: Final = "Verwijderen"
DELETED: Final = "Verwijderd: “{name}”"
UNDO: Final = "Ongedaan maken"
UNDONE: Final = "U volgt “{name}” weer."

# Following contracts
CONTRACTS_HEADING: Final = "Data van overeenkomsten volgen"
CONTRACTS_INTRO: Final = (
    "Bericht 180, 90 en 30 dagen voor de laatste dag om in te stappen of op te zeggen, en voor de einddatum."
)
CONTRACTS_OF: Final = "Van welke gemeenten (leeg: alle)"
CONTRACTS_FOLLOW: Final = "Volg deze data"
CONTRACTS_NAME: Final = "Overeenkomsten"
CONTRACTS_NAME_OF: Final = "Overeenkomsten van {municipalities}"
COMING: Final = "Komende data"
NO_DATES: Final = "Er zijn nu geen komende data in wat u mag lezen."
