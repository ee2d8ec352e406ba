"""The Dutch words of what people say of answers: the buttons, and the screen on which it is looked at."""

from collections.abc import Mapping
from typing import Final

from desk.kept.feedback import Verdict

PAGE: Final = "Terugkoppeling"

# Under a result
ANSWERS: Final = "Antwoordt op mijn vraag"
DOES_NOT: Final = "Antwoordt niet"
DOES_NOT_WHY: Final = "Dit antwoordt niet op mijn vraag"
SAID: Final[Mapping[Verdict, str]] = {
    Verdict.ANSWERS: "Genoteerd: dit antwoordt op uw vraag.",
    Verdict.DOES_NOT: "Genoteerd: dit antwoordt niet op uw vraag.",
    Verdict.MISSED: "Genoteerd: dit had gevonden moeten worden.",
    Verdict.UNANSWERED: "Genoteerd: hier had een antwoord moeten staan.",
}
UNDO: Final = "Ongedaan maken"
NO_COOKIES: Final = "Uw browser bewaart geen cookies. Daarom kunnen we niet onthouden wat u hiervan vindt."
CHANGES_NOTHING: Final = (
    "Het zoeken verandert er niet vanzelf door: wie beheert, bekijkt wat u zegt en meet er het zoeken mee."
)

# On a document
MISSED_HEADING: Final = "Had dit gevonden moeten worden?"
MISSED_INTRO: Final = "Zocht u iets en stond deze bladzijde niet, of te laag, in de resultaten? Zeg bij welke vraag."
MISSED_QUESTION: Final = "Uw vraag"
MISSED_PLACEHOLDER: Final = "De vraag die u stelde"
MISSED_EARLIER: Final = "Kies een vraag van u, of typ een andere"
MISSED_BUTTON: Final = "Dit had gevonden moeten worden"
MISSED_FOR: Final = "“{question}”: genoteerd dat bladzijde {page} gevonden had moeten worden."

# Nothing found
NOTHING_HEADING: Final = "Had hier een antwoord moeten staan?"
NOTHING_KNOWN: Final = "Weet u welk document het is? {link}, open het, en kies daar “Dit had gevonden moeten worden”."
NOTHING_LINK: Final = "Zoek het op in de lijst"
NOTHING_WORDS: Final = "Weet u het niet zeker? Zeg wat u verwachtte"
NOTHING_PLACEHOLDER: Final = "Bijvoorbeeld: de gemeenteraad besprak dit in het voorjaar van 2019"
NOTHING_BUTTON: Final = "Er had een antwoord moeten staan"

# The screen
HEADING: Final = "Terugkoppeling"
INTRO: Final = (
    "Wat mensen van de antwoorden zeggen. Het zoeken leest dit niet: er komt niets hoger of lager door te staan."
)
OF_EVERYONE: Final = "U ziet wat iedereen zei."
EXPORT: Final = "Meet het zoeken ermee: streekgeheugen feedback --export MAP, en daarna streekgeheugen evaluate MAP."
OF_YOU: Final = "U ziet alleen wat u zelf zei."
NOTHING_SAID: Final = "Er is nog niets gezegd. Stel een vraag, en kies onder een resultaat “Antwoordt op mijn vraag”."
NOTHING_OF: Final = "Dit is nog van geen enkel antwoord gezegd."
CHOOSE: Final = "Toon"
ALL: Final = "Alles ({n})"
NAMES: Final[Mapping[Verdict, str]] = {
    Verdict.ANSWERS: "Antwoordt",
    Verdict.DOES_NOT: "Antwoordt niet",
    Verdict.MISSED: "Had gevonden moeten worden",
    Verdict.UNANSWERED: "Niets gevonden",
}
CHOICE: Final = "{name} ({n})"
BY_QUESTION: Final = "Per vraag"
EACH: Final = "Een voor een"
QUESTION_TITLE: Final = "Stel deze vraag opnieuw"
COUNTS: Final[Mapping[Verdict, str]] = {
    Verdict.ANSWERS: "{n}× antwoordt",
    Verdict.DOES_NOT: "{n}× antwoordt niet",
    Verdict.MISSED: "{n}× niet gevonden",
    Verdict.UNANSWERED: "{n}× zonder antwoord",
}
TIMES: Final = "({n}×)"
AND_MORE: Final = "… en nog {n}"
WANTED: Final = "Verwacht: “{words}”"
FILTERED: Final = "Gevraagd met filters: {filters}"
ON_PAGE: Final = "{title}, p. {page}"
AT_RANK: Final = "stond op plaats {rank}"
CHANGED: Final = "Het document is sindsdien gewijzigd."
WITHHELD: Final = "Een document dat u niet mag lezen, of dat er niet meer is."
BY_YOU: Final = "u, {day}"
BY_OTHER: Final = "iemand anders, {day}"
MADE_WITH: Final = "Model {model}, stand {revision}"
OLDEST_LEFT_OUT: Final = "Alleen de nieuwste {n} oordelen staan hier."
MORE: Final = "Toon meer (nog {n})"
