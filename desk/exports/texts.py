"""The Dutch words of lists to take along: search results, decisions, dossiers."""

from collections.abc import Mapping
from typing import Final

from search.registers.linking import Reason

RESULTS: Final = "Zoekresultaten"
DECISIONS: Final = "Besluiten"
DOSSIERS: Final = "Dossiers"
DOSSIER: Final = "Dossier"
TITLE: Final = "Titel"
RESULT_COLUMNS: Final = (
    "Plaats", TITLE, "Gemeente", "Orgaan", "Datum", "Soort", "Bladzijde", "Zin", "Passage", "Onder", "Dossier",
    "Andere bladzijden", "Ook in", "Bestand", "Link",
)  # fmt: skip
DECISION_COLUMNS: Final = (
    TITLE, "Gemeente", "Orgaan", "Datum", "Nummer", "Code", "Uitkomst", "Stemming", "Geldt", "Sinds", "Tekst",
    "Thema’s", "Dossier", "Soort", "Bladzijde", "Bestand", "Link",
)  # fmt: skip
DOSSIER_COLUMNS: Final = (
    "Dossier", "Vastgezet", "Stukken", "Eerste", "Laatste", "Gemeenten", "Organen", "Thema’s", "Link",
)  # fmt: skip
MATTER_COLUMNS: Final = (
    TITLE, "Datum", "Gemeente", "Orgaan", "Soort", "Uitkomst", "Geldt", "Waarom hierbij", "Bladzijde", "Bestand",
    "Link",
)  # fmt: skip
YES: Final = "ja"
ARTICLE: Final = "Artikel {number}. {text}"
NOT_CERTAIN: Final = "{outcome} (niet zeker gelezen)"
CUT: Final = "Afgekapt na {n} rijen: er zijn er meer. Kies filters om de rest te zien."
REASONS: Final[Mapping[Reason, str]] = {
    Reason.REFERENCE: "zelfde referentienummer ({said})",
    Reason.CITATION: "verwijzing naar “{said}”",
    Reason.RETURNS: "een verdaagd punt dat terugkwam",
    Reason.SAME_TITLE: "zelfde onderwerp in de titel",
    Reason.ADDRESS: "zelfde adres ({said})",
    Reason.CONTRACT: "zelfde overeenkomst ({said})",
    Reason.MEANING: "zelfde onderwerp ({said})",
}
