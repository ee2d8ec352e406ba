"""The Dutch words of what is new: sorts, days of contracts, headings, columns. Constants, and sentences of them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from desk.news.contracts import Event, Happening
from desk.news.matters import Sort
from desk.news.news import News
from desk.news.themes import Rise
from desk.texts import counted
from search.language import dates
from search.registers.decisions import Decision, State

TITLE: Final = "Wat is er nieuw sinds {day}"
SORTS: Final[Mapping[Sort, str]] = {
    Sort.DECIDED: "Besluiten", Sort.STATED: "Standpunten", Sort.DISCUSSED: "Besproken",
    Sort.PLANNED: "Op de agenda", Sort.PAPER: "Nota’s en andere stukken",
}  # fmt: skip
LABELS: Final[Mapping[Sort, str]] = {
    Sort.DECIDED: "Besluit", Sort.STATED: "Standpunt", Sort.DISCUSSED: "Besproken", Sort.PLANNED: "Op de agenda",
    Sort.PAPER: "Nota of ander stuk",
}  # fmt: skip
COUNTED: Final[Mapping[Sort, tuple[str, str]]] = {
    Sort.DECIDED: ("1 besluit", "{n} besluiten"), Sort.STATED: ("1 standpunt", "{n} standpunten"),
    Sort.DISCUSSED: ("1 besproken punt", "{n} besproken punten"),
    Sort.PLANNED: ("1 punt op een agenda", "{n} punten op een agenda"),
    Sort.PAPER: ("1 nota of ander stuk", "{n} nota’s en andere stukken"),
}  # fmt: skip
ENDED: Final = "Gewijzigd of beëindigd"
ENDED_COUNTED: Final = ("1 eerder besluit gewijzigd of beëindigd", "{n} eerdere besluiten gewijzigd of beëindigd")
CONTRACTS: Final = "Overeenkomsten"
CONTRACTS_COUNTED: Final = ("1 datum van een overeenkomst", "{n} data van overeenkomsten")
LATE: Final = "Later binnengekomen"
LATE_COUNTED: Final = ("1 ouder stuk dat later binnenkwam", "{n} oudere stukken die later binnenkwamen")
HAPPENINGS: Final[Mapping[Happening, str]] = {
    Happening.SIGNED: "Nieuwe overeenkomst", Happening.CHANGED: "Gewijzigd door een addendum",
    Happening.JOINED: "Toegetreden", Happening.JOIN: "Laatste dag om toe te treden",
    Happening.NOTICE: "Laatste dag om op te zeggen", Happening.END: "Einddatum",
}  # fmt: skip
OVERVIEW: Final = "Overzicht"
RISES: Final = "Thema’s die vaker terugkomen"
RISE: Final = "{theme}: {times} keer, vroeger gemiddeld {before} per periode"
NO_RISE: Final = "Geen thema komt duidelijk vaker terug dan vroeger."
PERIOD: Final = "Van {since} tot en met {until}."
HORIZON_MEETING: Final = "Wat van overeenkomsten eindigt, staat er tot de volgende vergadering: {day}."
HORIZON_USUAL: Final = "Wat van overeenkomsten eindigt, staat er tot {day}: de volgende vergadering is niet bekend."
THEME: Final = "Alleen over het thema {theme}."
NEW: Final = "Nieuw: {counts}."
NOTHING: Final = "In deze periode is niets nieuws gevonden."
SILENT: Final = "Niets nieuws gevonden van: {places}."
UNREAD: Final = "Nog niets ingelezen van: {places}."
CONCERNS: Final = "voor: {who}"
OPEN_TO: Final = "open voor: {who}"
LOOK: Final = "automatisch gelezen, na te kijken"
BY: Final = "door: {title} ({lead})"
MORE: Final = "Verder nog {what}; alles staat in het Streekgeheugen."
LATE_OF: Final = "{what}, van vóór {day}."
NO_OUTCOME: Final = "geen uitkomst gevonden"
HEREBY: Final = "daardoor {state}: {title}"
WITHOUT_NAME: Final = "Zonder gemeente of overleg"
STATES: Final[Mapping[State, str]] = {state: str(state).capitalize() for state in State}
COLUMNS: Final = (
    "Gemeente of overleg", "Wat", "Datum", "Titel", "Uitkomst of uitleg", "Thema’s", "Document", "Bladzijde", "Link",
)  # fmt: skip
SHEET: Final = "Nieuw"
REGION: Final = "De hele streek"
NOTHING_CELL: Final = "niets nieuws gevonden"
UNREAD_CELL: Final = "nog niets ingelezen"


def name(place: str) -> str:
    """Return what a place is called."""
    return place or WITHOUT_NAME


def rise(found: Rise) -> str:
    """Return "Water: 3 keer, vroeger gemiddeld 0,6 per periode"."""
    return RISE.format(theme=found.theme, times=found.times, before=f"{found.before:.1f}".replace(".", ","))


def counts(news: News) -> list[str]:
    """Return how many of each there are, what there is none of left out."""
    told = [(sum(len(place.of(sort)) for place in news.places), COUNTED[sort]) for sort in Sort]
    told.append((sum(len(place.ended) for place in news.places), ENDED_COUNTED))
    told.append((len(news.contracts), CONTRACTS_COUNTED))
    told.append((sum(len(place.late) for place in news.places), LATE_COUNTED))
    return [counted(n, forms) for n, forms in told if n]


def horizon(news: News) -> str:
    """Return until when days of contracts are told, and why."""
    return (HORIZON_MEETING if news.next_meeting else HORIZON_USUAL).format(day=dates.in_words(news.horizon))


def outcome(decision: Decision) -> str:
    """Return what became of a matter, as far as papers tell."""
    return str(decision.effect) if decision.effect else ""


def concerns(event: Event) -> str:
    """Return whose an event is, for whom it is open, and whether it is sure."""
    return joined((whose(event), LOOK if event.needs_a_look else ""))


def whose(event: Event) -> str:
    """Return whose an event is, and for whom besides it is open."""
    others = [name for name in event.who if name not in event.of]
    told = ((CONCERNS, event.of), (OPEN_TO, others))
    return joined(form.format(who=", ".join(names)) for form, names in told if names)


def day(moment: date | None) -> str:
    """Return a day in words; empty where there is none."""
    return dates.in_words(moment) if moment else ""


def joined(parts: Iterable[str]) -> str:
    """Return what is not empty, separated by semicolons."""
    return "; ".join(filter(None, parts))
