"""The Dutch sentences of contracts, matrix and experience, as constants; the others stand in views.texts."""

from collections.abc import Mapping
from typing import Final

from desk.registers.board import What
from search.registers.agreements import Field

# Navigation
PAGE_CONTRACTS: Final = "Overeenkomsten"
PAGE_CONTRACT: Final = "Overeenkomst"
PAGE_MATRIX: Final = "Matrix"
PAGE_EXPERIENCE: Final = "Ervaring"

# Shared
SHOW: Final = "Tonen"
UNTIL: Final = "t.e.m. {day}"

# The board
CONTRACTS_HEADING: Final = "Overeenkomsten"
CONTRACTS_LINE: Final = "{all}. {open}, {ending}."
CONTRACTS_COUNTED: Final = ("1 overeenkomst", "{n} overeenkomsten")
OPEN_COUNTED: Final = ("Bij 1 kunt u nog instappen", "Bij {n} kunt u nog instappen")
ENDING_COUNTED: Final = ("1 loopt af binnen 180 dagen", "{n} lopen af binnen 180 dagen")
CHOICE_LABEL: Final = "Welke overeenkomsten"
CHOICE_ALL: Final = "Alle"
CHOICE_OPEN: Final = "Nog instappen"
CHOICE_ENDING: Final = "Loopt af binnen 180 dagen"
CHOOSE_MUNICIPALITY: Final = "Gemeente die koopt, deelneemt of mag instappen"
EVERY_MUNICIPALITY: Final = "Alle gemeenten"
COLUMN_CONTRACT: Final = "Overeenkomst"
COLUMN_BUYER: Final = "Aankoper"
COLUMN_MEMBERS: Final = "Wie doet mee"
COLUMN_JOIN: Final = "Instappen kan tot en met"
COLUMN_END: Final = "Eindigt"
COLUMN_NOTICE: Final = "Verlengen en opzeggen"
COLUMN_CEILING: Final = "Plafond"
PARTNERS: Final = "Partijen:"
JOINED: Final = "Ingestapt:"
WHO_LEFT: Final = "Uitgestapt, volgens een latere beslissing:"
OTHERS: Final = "en {n} andere"
NOT_SAID: Final = "niet vermeld"
NOTICE_BY: Final = "opzeggen t.e.m. {day}"
NOTICE_OF: Final = "opzegtermijn {duration}"
RENEWED: Final = "Misschien stilzwijgend verlengd: dat staat niet in deze stukken."
CLOSED: Final = "voorbij"
BOARD: Final = "Overeenkomsten, wat eerst afloopt eerst"
ENDED_HEADING: Final = ("1 afgelopen overeenkomst", "{n} afgelopen overeenkomsten")
NO_CONTRACTS_HEADING: Final = "Nog geen overeenkomsten"
NO_CONTRACTS: Final = (
    "In wat ingelezen is en u mag lezen, vonden we geen overeenkomst of raamovereenkomst. Zodra er een ingelezen is,"
    " staat ze hier met haar einddatum, wie mag instappen en tot wanneer."
)
NONE_CHOSEN: Final = "Geen enkele overeenkomst past bij deze keuze."
SHOW_ALL: Final = "Toon alle overeenkomsten"
CHART_HEADING: Final = "Op een tijdlijn"
CHART_ALT: Final = (
    "Tijdlijn van {n} overeenkomsten, van {first} tot {last}, met een lijn bij vandaag. Begin en einde van elke"
    " overeenkomst staan ook in de tabel."
)
CHART_LEGEND: Final = "De streep is vandaag; de ruit is de laatste dag om in te stappen."
CHART_WITHOUT: Final = (
    "Van 1 overeenkomst is geen einddatum bekend: ze staat niet in de tekening.",
    "Van {n} overeenkomsten is geen einddatum bekend: ze staan niet in de tekening.",
)
CHART_MORE: Final = "De tekening toont de eerste {most}."
CHART_NAME: Final = "Overeenkomst"
CHART_START: Final = "Begint"
CHART_END: Final = "Eindigt"
CHART_PHASE: Final = "Stand"
CHART_TODAY: Final = "vandaag"

# One contract
BACK: Final = "Naar alle overeenkomsten"
NONE_OPEN: Final = "Er is geen overeenkomst gekozen. Kies er een uit de lijst."
NOT_THERE_HEADING: Final = "Deze overeenkomst vinden we niet"
NOT_THERE: Final = "Ze bestaat niet (meer), of u mag ze niet lezen. Klopt de link? Vraag het na bij wie ze u gaf."
OPEN_PAPER: Final = "Lees de overeenkomst"
STILL: Final[Mapping[What, str]] = {
    What.JOIN: "instappen: {left}",
    What.NOTICE: "opzeggen: {left}",
    What.END: "einde: {left}",
}
DATES_HEADING: Final = "Data om te onthouden"
DATES_NONE: Final = "In de stukken staat geen einddatum en geen laatste dag om in te stappen of op te zeggen."
WHAT: Final[Mapping[What, str]] = {
    What.JOIN: "Laatste dag om in te stappen",
    What.NOTICE: "Laatste dag om op te zeggen",
    What.END: "Einddatum",
}
COUNTED_BACK: Final = "berekend: {duration} voor de einddatum"
FACTS_HEADING: Final = "Wat erin staat"
FACTS_INTRO: Final = "Elk gegeven is een link naar de bladzijde waarop het staat."
PAPERS_HEADING: Final = "De stukken"
MEMBERS_HEADING: Final = "Wie doet mee"
MEMBERS_NONE: Final = "In de stukken staat niet wie meedoet."
LOOK_HEADING: Final = "Kunt u dit nakijken?"
LOOK_INTRO: Final = "Dit is automatisch gelezen en niet zeker. Open de bladzijde, en bevestig of verbeter."
SAID: Final = "Er staat: “{said}”"
CONFIRM: Final = "Klopt"
CORRECT_HEADING: Final = "Iets verbeteren"
CORRECT_WHICH: Final = "Welk gegeven"
CORRECT_VALUE: Final = "Wat moet er staan"
CORRECT_HELP: Final = "bijvoorbeeld: 31 augustus 2028, 480.000 of 3 maanden"
CORRECT_SAVE: Final = "Bewaren"
CORRECTED: Final = "Bewaard. Het staat bij “Nagekeken”: daar kunt u het ongedaan maken."
CORRECT_DROP: Final = "Dit staat er niet: weglaten"
EDITS_HEADING: Final = "Nagekeken"
EDIT_CONFIRMED: Final = "{field}: {value} is bevestigd"
EDIT_CHANGED: Final = "{field}: {old} werd {value}"
EDIT_DROPPED: Final = "{field}: {old} is weggelaten"
EDIT_BY: Final = "op {day}"
EDIT_BY_NAME: Final = "door {name} op {day}"
UNDO: Final = "Ongedaan maken"
FIELDS: Final[Mapping[Field, str]] = {
    Field.SUBJECT: "Onderwerp",
    Field.REFERENCE: "Referentie",
    Field.PURCHASING_BODY: "Aankoopcentrale",
    Field.BUYER: "Opdrachtgever",
    Field.SUPPLIER: "Opdrachtnemer",
    Field.PARTY: "Partij",
    Field.SIGNED: "Ondertekend",
    Field.START: "Begint",
    Field.END: "Eindigt",
    Field.TERM: "Looptijd",
    Field.RENEWAL: "Verlenging",
    Field.NOTICE: "Opzegtermijn",
    Field.JOIN_UNTIL: "Instappen kan tot en met",
    Field.MAY_JOIN: "Mag instappen",
    Field.JOINED: "Ingestapt",
    Field.CEILING: "Plafond",
    Field.AMOUNT: "Bedrag",
    Field.AMENDS: "Wijzigt",
    Field.REPLACES: "Vervangt",
    Field.HOLDER: "Van",
    Field.STATEMENT: "Standpunt",
}
"""In the order in which they are shown."""

# The matrix
MATRIX_HEADING: Final = "Wat besliste elke gemeente?"
MATRIX_INTRO: Final = (
    "Per gemeente en onderwerp het laatste besluit dat we vonden, met de bladzijde. Waar niets staat, vonden we niets"
    " dat goed genoeg past."
)
SUBJECTS_LABEL: Final = "Onderwerpen, een per regel (hoogstens {most})"
SUBJECTS: Final = ("zonnepanelen", "deelmobiliteit", "digitaal buurtplatform", "laadpalen", "leegstand")
MATRIX_BUSY: Final = "We zoeken: {subject}…"
MATRIX_COLUMN: Final = "Gemeente"
NOT_FOUND: Final = "niets gevonden"
MORE_HERE: Final = ("nog 1 stuk", "nog {n} stukken")
MORE_LABEL: Final = "{more} van {municipality} over {subject}"
MATRIX_LINE: Final = "{found} van de {all} vakken gevuld."
MATRIX_UNREAD: Final = "Van {places} is nog niets ingelezen."
MATRIX_EMPTY_HEADING: Final = "Nog niets om te vergelijken"
MATRIX_EMPTY: Final = "Van geen enkele gemeente is iets ingelezen dat u mag lezen."
CHANGE_SUBJECTS: Final = "Andere onderwerpen"

# Experience
EXPERIENCE_HEADING: Final = "Wie heeft ervaring met …?"
EXPERIENCE_INTRO: Final = (
    "Typ een onderwerp. U krijgt de gemeenten en samenwerkingsverbanden die ermee bezig waren, met de stukken die dat"
    " tonen."
)
EXPERIENCE_LABEL: Final = "Onderwerp"
EXPERIENCE_PLACEHOLDER: Final = "bijvoorbeeld: deelmobiliteit"
EXPERIENCE_BUTTON: Final = "Zoeken"
EXPERIENCE_EXAMPLES: Final = ("deelmobiliteit", "digitaal buurtplatform", "zonnepanelen op daken")
EXPERIENCE_ORDER: Final = (
    "Eerst wie een overeenkomst trekt of voor anderen aankoopt, dan wie deelneemt, dan wie erover besliste of het"
    " besprak. Daarbinnen: wie het vaakst en het laatst besliste."
)
EXPERIENCE_FOUND: Final = (
    "1 bestuur of samenwerkingsverband heeft ervaring", "{n} besturen en samenwerkingsverbanden hebben ervaring",
)  # fmt: skip
EXPERIENCE_ONLY_MENTIONED: Final = "Niemand nam hierover zelf iets aan; deze namen worden in de stukken vermeld."
MENTIONED_HEADING: Final = "Alleen vermeld in een stuk van een ander"
PARTNERSHIP: Final = "samenwerkingsverband"
PROOFS_MORE: Final = ("Nog 1 stuk tonen", "Nog {n} stukken tonen")
NOTHING_HEADING: Final = "Niemand gevonden"
NOTHING: Final = "Over “{question}” vonden we niets dat goed genoeg past. We tonen liever niets dan een gok."
NOTHING_SEARCHED: Final = "Gezocht in {documents} van {municipalities}."
NOTHING_WIDER: Final = "Zoek dit in alle stukken"
ALL_PASSAGES: Final = "Alle gevonden passages lezen"
