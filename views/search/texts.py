"""The Dutch sentences on what was understood of a question, as constants; the others stand in views.texts."""

from collections.abc import Mapping
from typing import Final

from search.answer import Aspect

UNDERSTOOD: Final = "Begrepen:"
NOTIONS: Final[Mapping[Aspect, str]] = {
    Aspect.MUNICIPALITY: "gemeente {value}",
    Aspect.BODY: "orgaan {value}",
    Aspect.KIND: "{value} eerst",
    Aspect.PERIOD: "{value}",
    Aspect.NUMBER: "nummer {value}",
    Aspect.PHRASE: "woordelijk “{value}”",
    Aspect.WITHOUT: "zonder “{value}”",
}
ASKED_KINDS: Final[Mapping[str, str]] = {
    "decision": "besluiten",
    "position": "standpunten",
    "contract": "overeenkomsten",
    "minutes": "notulen",
    "agenda": "agenda’s",
    "decision list": "besluitenlijsten",
    "extract": "uittreksels",
    "session report": "zittingsverslagen",
    "report": "verslagen",
    "addendum": "addenda",
    "accession": "toetredingen",
    "regulation": "reglementen",
    "note": "nota’s",
}
IGNORED: Final[Mapping[Aspect, str]] = {
    Aspect.MUNICIPALITY: "Van {value} is hier niets ingelezen.",
    Aspect.BODY: "Van dat orgaan is hier niets ingelezen.",
    Aspect.KIND: "Zulke documenten zijn hier niet ingelezen.",
    Aspect.PERIOD: "Uit die tijd past hier niets: u ziet alle jaren.",
    Aspect.NUMBER: "Dat nummer staat hier nergens: we zochten op de andere woorden.",
    Aspect.PHRASE: "Woord voor woord past hier niets: we zochten op de losse woorden.",
    Aspect.WITHOUT: "Zonder “{value}” past hier niets: we zochten met.",
}
NOT_SO: Final = "niet zo begrijpen: {label} (u schreef {said})"
DROPPED: Final = "zonder gezocht: {label}"
DID_YOU_MEAN: Final = "Bedoelde u"
CORRECTED: Final = "Met “{typed}” vonden we niets. Dit zijn de resultaten voor “{text}”."
AS_TYPED: Final = "Toch zoeken zoals getypt"
