"""The Dutch words of a briefing note: headings, leads, remarks. Constants, and forms of them."""

from typing import Final

from desk.note import Part

TITLE: Final = "Briefingnota: {theme}"
TITLE_EMPTY: Final = "Briefingnota"
HEADINGS: Final = {
    Part.CONTEXT: "Vraag en zoekopdracht",
    Part.POSITIONS: "Standpunten",
    Part.DECISIONS: "Eerdere besluiten",
    Part.CONTRACTS: "Lopende overeenkomsten",
    Part.EXPERIENCE: "Ervaring",
    Part.ACTIONS: "Openstaande acties",
    Part.GAPS: "Leemten",
}

# Context
ASKED: Final = "Thema: {theme}."
SEARCHED_AS: Final = "Gezocht op: {text}."
PERIOD: Final = "Periode: {since} tot en met {until}."
SINCE: Final = "Periode: vanaf {since}."
UNTIL: Final = "Periode: tot en met {until}."
PLACES: Final = "Gemeenten: {places}; stukken van samenwerkingsverbanden tellen altijd mee."
SEARCHED: Final = "Doorzocht: {documents}{period}{scans}."
SEARCHED_PERIOD: Final = ", van {since} tot {until}"
SEARCHED_SCANS: Final = "; {scans} niet doorzoekbaar (geen tekst)"
DOCUMENTS: Final = ("1 document", "{n} documenten")
FOUND: Final = "Gevonden over dit thema: {matters}, uit {documents}."
MATTERS: Final = ("1 besluit of besproken punt", "{n} besluiten en besproken punten")
DOSSIER: Final = "Dossier {title}"
DOSSIER_HAS: Final = "{matters}{years}, waaronder {one}"
DOSSIER_MATTERS: Final = ("1 stuk", "{n} stukken")
DOSSIER_YEARS: Final = ", {first}-{last}"
DOSSIER_YEAR: Final = ", {first}"
NO_THEME: Final = "Er is geen thema opgegeven."
NOTHING: Final = "Over dit thema is niets gevonden dat goed genoeg past."
NEAREST: Final = "Wel gevonden onderwerpen die er het dichtst bij komen: {subjects}."
WITHOUT: Final = "Gezocht zonder: {said}."

# Leads
LEAD_DAY: Final = "{who}, {day}"
UNDATED: Final = "zonder datum"
SAID_IN: Final = "{who} ({where})"
TITLED: Final = "{lead}: {title}"
ARTICLE: Final = "Artikel {number}"

# Positions
REPLACES: Final = "vervangt het standpunt van {day}"
SHORTENED: Final = "ingekort: de volledige tekst staat in de bron"
REPLACED_BY: Final = "vervangen op {day}: {title}"
RESTS_ON: Final = "steunt op het standpunt van {day}, dat vervangen is op {since}: {title}"
NO_POSITIONS: Final = "Geen standpunten gevonden over dit thema."
DECIDED_SINCE: Final = "besliste sindsdien zelf: {places}"

# Decisions
VOTE: Final = "{in_favour} voor, {against} tegen"
ABSTAINED: Final = ("1 onthouding", "{n} onthoudingen")
UNANIMOUS: Final = "eenparig"
MORE_ARTICLES: Final = ("nog 1 artikel", "nog {n} artikels")
OVER_PAGES: Final = "de tekst loopt over twee bladzijden en is hier niet overgenomen"
SINCE_DAY: Final = "{state} sinds {day}"
ON_AGENDA: Final = "op de agenda; geen uitkomst gevonden"
SPOKEN_OF: Final = "besproken; geen besluit gevonden"
LOOK: Final = "uitkomst automatisch gelezen, na te kijken"
MORE_DECISIONS: Final = "Verder nog gevonden"
MORE_YET: Final = (
    "er werd nog 1 besluit gevonden dat hier niet staat",
    "er werden nog {n} besluiten gevonden die hier niet staan",
)

# Contracts
DAYS_LEFT: Final = ("nog 1 dag", "nog {n} dagen")
TO_JOIN: Final = "{days} om in te stappen"
TO_END: Final = "{days} tot het einde"
RENEWED: Final = "mogelijk stilzwijgend verlengd: na te kijken"
JOIN_UNTIL: Final = "Toetreden kan tot en met {day}"
JOIN_OVER: Final = "Toetreden kon tot en met {day}"
END: Final = "Einde: {day}"
NOTICE_BY: Final = "Uiterlijk opzeggen: {day} (berekend)"
NOTICE: Final = "Opzegtermijn: {term}"
RENEWAL: Final = "Verlenging: {how}"
MAY_JOIN: Final = "Mag nog toetreden: {who}"
JOINED: Final = "Toegetreden: {who}"
CEILING: Final = "Plafond: {amount}"
BUYER: Final = "Aankoper: {who}"
PARTIES: Final = "Partijen: {who}"
TO_CONFIRM: Final = "automatisch gelezen, na te kijken"
ENDED_CONTRACTS: Final = "Verlopen en hier niet overgenomen"

# Experience and actions
NO_EXPERIENCE: Final = "Niemand gevonden die hier al iets mee deed, en geen evaluaties."
UNSURE: Final = "niet zeker over dit thema"
MORE_PEOPLE: Final = "Verder nog"
NO_ACTIONS: Final = "Geen openstaande acties gevonden, in {reports} over dit thema sinds {day}."
NO_REPORTS: Final = "Geen openstaande acties gevonden: er zijn geen verslagen over dit thema sinds {day}."
REPORTS: Final = ("1 verslag", "{n} verslagen")
UNKNOWN_DONE: Final = "niet teruggevonden of dit gebeurde"
PASSED: Final = "termijn verstreken"
BY: Final = "{who}, tegen {due}"
BY_WHEN: Final = "{who}, {due}"  # "in april 2023", "onmiddellijk"

# Gaps
NOTHING_SURE: Final = "{place}: niets dat zeker over dit thema gaat"
MAYBE: Final = "{lead}; misschien wel"
UNDER: Final = "staat onder {theme}"
NOT_READ: Final = "Nog niets ingelezen van: {places}."
NOTHING_OF: Final = "{place}: niets gevonden."
NOTHING_SINCE: Final = "{place}: niets gevonden sinds {day}"
NO_OWN_SINCE: Final = "{place}: geen eigen stukken gevonden sinds {day}"
NO_OWN: Final = "{place}: geen eigen stukken gevonden"
TAKES_PART: Final = "{lead}; neemt wel deel"
NOTHING_IN_PERIOD: Final = "{place}: niets gevonden in deze periode; het laatste is van {day}."
NOTHING_WITHIN: Final = "{place}: niets gevonden in deze periode."
SAID_THERE: Final = "wel een standpunt ({where})"
ONLY_SAID: Final = "{place}: geen eigen stukken gevonden, {said}."
ONLY_NAMED: Final = "{place}: geen eigen stukken gevonden, wel genoemd in stukken van anderen."
