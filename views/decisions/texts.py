"""The Dutch words of the decision and sitting screens; the others stand in views.texts."""

from collections.abc import Mapping
from typing import Final

from search.registers.decisions import State
from search.registers.entities import EntityKind

PAGE_DECISION: Final = "Besluit"
PAGE_SITTING: Final = "Zitting"

# Ways there
GO_TO_DECISION: Final = "Naar het besluit"
GO_TO_ITEM: Final = "Naar het agendapunt"
BACK_TO_DECISION: Final = "Terug naar het besluit"
BACK_TO_ITEM: Final = "Terug naar het agendapunt"
OF_SITTING: Final = "Uit de zitting:"
OF_MEETING: Final = "Uit de vergadering:"
MARKED: Final = "Gemarkeerd"
MARKED_ELSEWHERE: Final = "Dit staat op {page}"
PAGE_IMAGE_MARKED: Final = "Afbeelding van bladzijde {number} van {title}; wat het besluit zegt is geel gemarkeerd"
ITEMS_HERE: Final = "Punten in dit document ({count})"

# Not there
NONE_CHOSEN: Final = "Er is geen besluit gekozen. Zoek er een, of open een document en kies daar een punt."
NOT_THERE_HEADING: Final = "Dit besluit vinden we niet"
NO_SITTING_CHOSEN: Final = "Er is geen zitting gekozen. Open een besluit en ga vandaar naar de zitting."
SITTING_NOT_THERE_HEADING: Final = "Deze zitting vinden we niet"
NO_SITTING: Final = "Van dit document kennen we het orgaan of de datum niet. Daarom hoort het hier bij geen zitting."

# One decision
ITEM_NUMBER: Final = "Punt {number}"
PUBLIC: Final = "openbare zitting"
CLOSED: Final = "besloten zitting"
CLOSED_BADGE: Final = "besloten"
NO_OUTCOME: Final = "De stukken die we hebben, geven geen uitkomst."
ONLY_AGENDA: Final = "We hebben alleen de agenda van deze zitting. De uitkomst kennen we niet."
DISCUSSED: Final = "Besproken op een overleg. Dit is geen besluit van een bestuursorgaan."
UNANIMOUS: Final = "eenparig"
BY_BALLOT: Final = "geheime stemming"
IN_FAVOUR: Final = ("1 voor", "{n} voor")
AGAINST: Final = ("1 tegen", "{n} tegen")
ABSTAINED: Final = ("1 onthouding", "{n} onthoudingen")
TEXT_HEADING: Final = "Wat er beslist is"
TOLD_HEADING: Final = "Wat er staat"
ARTICLE: Final = "Artikel {number}"
ARTICLE_UNNUMBERED: Final = "Artikel"
DECISION_TEXT: Final = "Besluit"
SEE_PAGE: Final = "{what}: toon op bladzijde {number}"
READ_ON: Final = "Lees verder op bladzijde {number}"
NO_TEXT: Final = "De stukken geven alleen de titel, niet de tekst."
SOURCES_HEADING: Final = "Bronnen"
SOURCE: Final = "{kind}, p. {number}"
THEMES_HEADING: Final = "Thema’s"
AGENDA_HEADING: Final = "Agenda van deze zitting"
AGENDA_HEADING_MEETING: Final = "Op deze vergadering"
ONLY_ON_AGENDA: Final = "alleen op de agenda"
EARLIER_ITEMS: Final = ("1 punt ervoor", "{n} punten ervoor")
LATER_ITEMS: Final = ("1 punt erna", "{n} punten erna")

# Whether it holds
STANDINGS: Final[Mapping[State, str]] = {
    State.HOLDS: "Voor zover we weten nog geldig: in deze kennisbank komt geen later besluit erop terug.",
    State.AMENDED: "Gewijzigd",
    State.REPLACED: "Vervangen",
    State.REPEALED: "Opgeheven",
    State.EXPIRED: "Verlopen",
    State.NEVER: "",  # the outcome says it
}
SINCE: Final = "{state} sinds {day}"
BY: Final = "door:"

# The outcome, as a person confirms or corrects it
DOUBT: Final = "Uitkomst niet zeker gelezen. Klopt ze?"
WRONG: Final = "Klopt er iets niet?"
OUTCOME_LABEL: Final = "Uitkomst volgens u"
WITHOUT_OUTCOME: Final = "Geen uitkomst"
CONFIRM: Final = "Bevestigen"
SAVE: Final = "Bewaren"
CONFIRMED: Final = "Uitkomst nagekeken op {day}."
CONFIRMED_BY: Final = "Uitkomst nagekeken door {name} op {day}."
UNDO: Final = "Ongedaan maken"

# One sitting
SITTING_TITLE: Final = "{body}, {day}"
COUNTED: Final = ("1 punt", "{n} punten")
COUNTED_OUTCOME: Final = "{n} {outcome}"
COUNTED_WITHOUT: Final = "{n} zonder uitkomst"
COUNTED_CLOSED: Final = ("1 punt in besloten zitting.", "{n} punten in besloten zitting.")
NO_ITEMS: Final = "In de stukken van deze zitting lazen we geen afzonderlijke punten."
ITEMS_HEADING: Final = "Agenda"
ITEMS_HEADING_MEETING: Final = "Besproken"
PAPERS_HEADING: Final = "Stukken"
OTHERS_HEADING: Final = "Andere zittingen van dit orgaan"
OTHERS_HEADING_MEETING: Final = "Andere vergaderingen"
PREVIOUS_SITTING: Final = "Vorige: {day}"
NEXT_SITTING: Final = "Volgende: {day}"

MENTIONED_HEADING: Final = "Wat erin genoemd wordt"
MENTIONED: Final = {
    EntityKind.LAW: "Regelgeving",
    EntityKind.COMPANY: "Bedrijven en verenigingen",
    EntityKind.MUNICIPALITY: "Andere gemeenten",
    EntityKind.PLACE: "Plaatsen",
}
ARTICLES: Final = " (art. {numbers})"
