"""The Dutch sentences that no room has for itself, as constants. No logic; `{name}` marks what a screen fills in."""

from collections.abc import Mapping
from typing import Final

from search.types import Kind, Outcome

APP: Final = "Streekgeheugen"

# Navigation
MENU_DESK: Final = "Bureau"
MENU_ABOUT: Final = "Over"
PAGE_SEARCH: Final = "Zoeken"
PAGE_DOCUMENT: Final = "Document"
PAGE_OVERVIEW: Final = "Wat zit erin"
PAGE_HELP: Final = "Zo zoekt u"

# Asking
SEARCH_HEADING: Final = "Zoeken in de dossiers van de streek"
SEARCH_INTRO: Final = "Stel uw vraag in gewone woorden. U krijgt de passages die antwoorden, met hun bladzijde."
QUESTION_LABEL: Final = "Uw vraag of onderwerp"
QUESTION_PLACEHOLDER: Final = "bijvoorbeeld: wat hebben we beslist over hernieuwbare energie?"
SEARCH_BUTTON: Final = "Zoeken"
EXAMPLES_HEADING: Final = "Probeer bijvoorbeeld"
EXAMPLES: Final = (
    "Wat hebben we beslist over hernieuwbare energie?",
    "Wie heeft ervaring met deelmobiliteit?",
    "Bij welke raamcontracten kunnen we nog instappen?",
    "Wat is het standpunt over windturbines?",
)
CONTENT_LINE: Final = "Nu doorzoekbaar: {documents}, samen {pages}."

# Results
FOUND: Final = "{documents} gevonden"
FOUND_IN: Final = "{results} gevonden, in {documents}"
ORDER_LABEL: Final = "Volgorde van de resultaten"
ORDER_BEST: Final = "Beste eerst"
ORDER_NEWEST: Final = "Nieuwste eerst"
SHOWN_OF: Final = "{found}, de eerste {shown} staan hieronder."
MORE: Final = "Meer tonen"
MORE_LEFT: Final = "nog {documents}"
MOST_REACHED: Final = "Meer dan {most} tonen we niet. Verfijn uw vraag of kies een filter."
PAGE_SHORT: Final = "p. {number}"
PAGE_LONG: Final = "bladzijde {number}"
OTHER_PAGES: Final = "Meer in dit document:"
NO_DATE: Final = "datum onbekend"
NO_MUNICIPALITY: Final = "samenwerkingsverband"
NO_TEXT_BADGE: Final = "scan zonder tekst"
PARTIAL_BADGE: Final = "deels leesbaar"
UNREAD_BADGE: Final = "niet gelezen"
NEWEST_FIRST: Final = "{documents}, de nieuwste eerst"

# Copies of one decision
SOURCES: Final = "Ook in:"
SOURCE: Final = "{kind} p. {number}"
SAME_ITEM: Final = "Hetzelfde punt staat ook in"

# Filters
FILTERS: Final = "Filters"
FILTERS_ON: Final = "Filters ({count} gekozen)"
CHOSEN: Final = "Gekozen filters"
REMOVE: Final = "verwijder filter {value}"
REMOVE_ALL: Final = "Alle filters wissen"
CHOSEN_MARK: Final = "gekozen"
MUNICIPALITY: Final = "Gemeente"
KIND: Final = "Soort document"
BODY: Final = "Orgaan"
PERIOD: Final = "Periode"
LEGISLATURES: Final = "Bestuursperiode"
PER_YEAR: Final = "Documenten per jaar"
YEAR_BAR: Final = "{year}: {documents}"
FROM_YEAR: Final = "Van jaar"
TO_YEAR: Final = "Tot en met jaar"
APPLY: Final = "Toepassen"
MORE_VALUES: Final = "Nog {count} tonen"
COUNT_EXPLAINED: Final = "Het getal zegt hoeveel documenten er dan overblijven."
PERIOD_FROM: Final = "vanaf {since}"
PERIOD_UNTIL: Final = "tot en met {until}"
PERIOD_BETWEEN: Final = "{since} tot en met {until}"

# Not found
NOTHING_HEADING: Final = "Niets gevonden"
NOTHING_FOR: Final = "Over “{question}” vonden we niets dat goed genoeg past. We tonen liever niets dan een gok."
NOTHING_FILTERED: Final = "Geen enkel document past bij deze filters."
SEARCHED_IN: Final = "Gezocht in {documents} ({passages})"
SEARCHED_MUNICIPALITIES: Final = "van {municipalities}"
SEARCHED_PERIOD: Final = "van {since} tot {until}"
SEARCHED_NOTHING: Final = "Met deze filters blijft er geen enkel document over om in te zoeken."
WITHOUT_TEXT: Final = "{documents} zijn scans zonder tekst: daarin kunnen we niet zoeken."
WITHOUT_TEXT_ONE: Final = "1 document is een scan zonder tekst: daarin kunnen we niet zoeken."
WITHOUT_TEXT_LINK: Final = "Bekijk welke"
NEAREST: Final = "Bedoelt u misschien"
WHAT_TO_DO: Final = "Wat kunt u doen?"
TRY_WITHOUT_FILTERS: Final = "Zoek opnieuw zonder filters"
TRY_BROADER: Final = "Gebruik minder of algemenere woorden, of een ander woord voor hetzelfde."
TRY_CONTENT: Final = "Kijk wat er in het Streekgeheugen zit"
TRY_ASK: Final = "Weet u zeker dat het document bestaat? Dan is het misschien nog niet ingelezen: vraag uw beheerder."

# What was typed
UNKNOWN_MUNICIPALITY: Final = "We kennen geen gemeente “{value}”. Deze filter is niet toegepast."
UNKNOWN_KIND: Final = "We kennen geen soort document “{value}”. Deze filter is niet toegepast."
UNKNOWN_DATE: Final = (
    "“{value}” is geen jaar of datum die we kennen (bij “{key}”). Schrijf 2019 of 2019-05-31. Niet toegepast."
)
UNKNOWN_ONLY: Final = "We kennen de keuze “{value}” niet. Ze is niet toegepast."
UNKNOWN_KEY: Final = "“{value}” is geen kenmerk (bij “{key}”). De link is misschien niet heel overgekomen."
UNKNOWN_NUMBER: Final = "“{value}” is geen geldig getal (bij “{key}”). Niet toegepast."
PERIOD_REVERSED: Final = "Het begin van de periode lag na het einde. We hebben ze omgewisseld."
QUESTION_CUT: Final = "Uw vraag is lang. We gebruiken de eerste {most} tekens."
NOT_APPLIED_HEADING: Final = "Let op"

# One document
BACK: Final = "Terug naar de resultaten"
BACK_TO_CONTENT: Final = "Naar alle documenten"
PREVIOUS_HIT: Final = "Vorig resultaat"
NEXT_HIT: Final = "Volgend resultaat"
HIT_OF: Final = "Resultaat {place} van {count}"
PREVIOUS_PAGE: Final = "Vorige bladzijde"
NEXT_PAGE: Final = "Volgende bladzijde"
PAGE_OF: Final = "Bladzijde {number} van {count}"
PAGE_IMAGE: Final = "Afbeelding van bladzijde {number} van {title}"
PAGE_IMAGE_MARKED: Final = "Afbeelding van bladzijde {number} van {title}; de gevonden passage is geel gemarkeerd"
PAGE_TEXT: Final = "Tekst van deze bladzijde"
NO_PAGE_TEXT: Final = "Op deze bladzijde staat geen leesbare tekst. Waarschijnlijk is het een scan."
CITED: Final = "De gevonden passage"
CITED_ELSEWHERE: Final = "De gevonden passage staat op {page}"
ALSO_HERE: Final = "Ook gevonden in dit document"
ALL_PAGES: Final = "Alle bladzijden"
FACTS: Final = "Gegevens"
DOWNLOAD: Final = "Origineel downloaden"
COPY_LINK: Final = "Link kopiëren"
COPIED: Final = "De link staat op het klembord"
COPY_FAILED: Final = "Kopiëren lukte niet: neem de link over uit de adresbalk"
FACT_DATE: Final = "Datum"
FACT_BODY: Final = "Orgaan"
FACT_DOSSIER: Final = "Dossier"
FACT_PAGES: Final = "Bladzijden"
FACT_FILE: Final = "Bestand"
FACT_STATE: Final = "Leesbaarheid"
NOT_THERE_HEADING: Final = "Dit document vinden we niet"
NOT_THERE: Final = "Het bestaat niet (meer), of u mag het niet lezen. Klopt de link? Vraag het na bij wie ze u gaf."
NO_SUCH_PAGE: Final = "Bladzijde {number} bestaat niet in dit document. We tonen bladzijde {shown}."
NONE_OPEN: Final = "Er is geen document gekozen. Zoek er een, of kies er een uit de lijst."
SHORTCUTS: Final = "Toetsenbord: pijl links en rechts voor het vorige en volgende resultaat; met Shift erbij bladeren."
LINKS_LABEL: Final = "Over dit document"

# What is in it
OVERVIEW_HEADING: Final = "Wat zit er in het Streekgeheugen?"
OVERVIEW_LINE: Final = "{documents}, {pages} en {passages} waarin u kunt zoeken."
LAST_INGEST: Final = "Laatst bijgewerkt op {moment} ({age})."
NEVER_INGESTED: Final = "Er is nog niets ingelezen."
CHART_MUNICIPALITY: Final = "Documenten per gemeente"
CHART_KIND: Final = "Documenten per soort"
CHART_YEAR: Final = "Documenten per jaar"
CHART_ALT: Final = "Staafdiagram: {title}. De cijfers staan in de tabel eronder."
AS_TABLE: Final = "Toon als tabel"
COLUMN_VALUE: Final = "Waarde"
COLUMN_COUNT: Final = "Documenten"
TROUBLED_HEADING: Final = "Wat niet of niet volledig doorzoekbaar is"
TROUBLED_NONE: Final = "Alle bestanden zijn volledig gelezen."
TROUBLED_INTRO: Final = "Deze bestanden zijn niet of maar deels doorzoekbaar. Ernaast staat waarom, en wat u kunt doen."
COLUMN_FILE: Final = "Bestand"
COLUMN_WHY: Final = "Wat is er aan de hand"
COLUMN_ACTION: Final = "Wat kunt u doen"
RUNS_HEADING: Final = "De laatste keren dat er werd ingelezen"
COLUMN_MOMENT: Final = "Wanneer"
COLUMN_ADDED: Final = "Nieuw"
COLUMN_CHANGED: Final = "Gewijzigd"
COLUMN_UNCHANGED: Final = "Ongewijzigd"
COLUMN_REMOVED: Final = "Verwijderd"
COLUMN_FAILED: Final = "Mislukt"
LIST_HEADING: Final = "Alle documenten"

# When something is wrong
NO_KNOWLEDGE_BASE_HEADING: Final = "Er is nog niets om in te zoeken"
NO_KNOWLEDGE_BASE: Final = (
    "Dit Streekgeheugen is nog leeg. Uw beheerder leest een map met documenten in met: streekgeheugen ingest MAP"
)
BROKEN_HEADING: Final = "Dit lukte niet"
BROKEN: Final = "Er ging iets mis aan onze kant. Probeer het opnieuw. Blijft het duren, meld het dan aan uw beheerder."

# Streamlit's own words
STREAMLIT: Final[Mapping[str, str]] = {
    "Skip to main content": "Naar de inhoud",
    "App pages": "Schermen",
    "Sidebar": "Menu",
    "Clear entry": "Wis de vraag",
    "Expand sidebar": "Toon het menu",
    "Collapse sidebar": "Verberg het menu",
    "Shortcut ←": "Sneltoets pijl links",
    "Shortcut →": "Sneltoets pijl rechts",
    "Shortcut Shift + ←": "Sneltoets Shift en pijl links",
    "Shortcut Shift + →": "Sneltoets Shift en pijl rechts",
    "Connection error": "Geen verbinding",
    "Upload": "Bestand kiezen",
    "Choose date": "Kies een dag",
    "Page not found": "Dit scherm bestaat niet",
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "Dit adres kennen we niet. U ziet het zoekscherm."
    ),
}

# Numbers and dates
DOCUMENTS: Final = ("1 document", "{n} documenten")
RESULTS: Final = ("1 resultaat", "{n} resultaten")
PAGES: Final = ("1 bladzijde", "{n} bladzijden")
PASSAGES: Final = ("1 passage", "{n} passages")
MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
TODAY: Final = "vandaag"
YESTERDAY: Final = "gisteren"
DAYS_AGO: Final = ("1 dag geleden", "{n} dagen geleden")
MONTHS_AGO: Final = ("1 maand geleden", "{n} maanden geleden")
YEARS_AGO: Final = ("1 jaar geleden", "{n} jaar geleden")
IN_DAYS: Final = ("over 1 dag", "over {n} dagen")
AND: Final = " en "

KINDS: Final[Mapping[Kind, str]] = {
    Kind.AGENDA: "Agenda",
    Kind.DECISION_LIST: "Besluitenlijst",
    Kind.MINUTES: "Notulen",
    Kind.EXTRACT: "Uittreksel uit de notulen",
    Kind.SESSION_REPORT: "Zittingsverslag",
    Kind.MEETING_REPORT: "Verslag van overleg",
    Kind.POSITION: "Standpunt",
    Kind.FRAMEWORK_CONTRACT: "Raamovereenkomst",
    Kind.ACCESSION: "Toetreding",
    Kind.ADDENDUM: "Addendum",
    Kind.CONTRACT: "Overeenkomst",
    Kind.REGULATION: "Reglement",
    Kind.NOTE: "Nota",
    Kind.OTHER: "Ander document",
}

OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.OK: "volledig gelezen",
    Outcome.PARTIAL: "sommige bladzijden konden niet gelezen worden",
    Outcome.NO_TEXT: "een scan zonder tekst",
    Outcome.EMPTY: "een leeg bestand",
    Outcome.PASSWORD: "met een wachtwoord beveiligd",
    Outcome.CORRUPT: "beschadigd",
    Outcome.UNSUPPORTED: "een soort bestand dat we niet lezen",
    Outcome.LIMIT: "te groot om te lezen",
    Outcome.TIMEOUT: "lezen duurde te lang",
    Outcome.MEMORY: "lezen vroeg te veel geheugen",
    Outcome.CRASH: "het leesprogramma liep vast",
}

ACTIONS: Final[Mapping[Outcome, str]] = {
    Outcome.OK: "Niets te doen.",
    Outcome.PARTIAL: "Open het origineel voor de bladzijden die ontbreken.",
    Outcome.NO_TEXT: "Bewaar een versie met tekstherkenning (OCR) in dezelfde map en lees opnieuw in.",
    Outcome.EMPTY: "Controleer of het juiste bestand in de map staat.",
    Outcome.PASSWORD: "Bewaar een versie zonder wachtwoord en lees opnieuw in.",
    Outcome.CORRUPT: "Vraag het bestand opnieuw op bij wie het gemaakt heeft.",
    Outcome.UNSUPPORTED: "Bewaar het als PDF of Word-document (.docx) en lees opnieuw in.",
    Outcome.LIMIT: "Splits het bestand in kleinere delen en lees opnieuw in.",
    Outcome.TIMEOUT: "Bewaar het opnieuw als PDF en lees opnieuw in.",
    Outcome.MEMORY: "Splits het bestand in kleinere delen en lees opnieuw in.",
    Outcome.CRASH: "Bewaar het opnieuw als PDF. Helpt dat niet, meld het dan aan uw beheerder.",
}
