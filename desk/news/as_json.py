"""What is new as JSON: the contract of `streekgeheugen news --json`, described in `cli.news`. Pure."""

from datetime import date

from desk.news.contracts import Event, fields
from desk.news.matters import Ended, Sort
from desk.news.news import News, Place
from search.registers.contracts import Evidence
from search.registers.decisions import Decision

_NAMES = {
    Sort.DECIDED: "decisions", Sort.STATED: "positions", Sort.DISCUSSED: "discussed", Sort.PLANNED: "planned",
    Sort.PAPER: "papers",
}  # fmt: skip


def as_json(news: News) -> dict[str, object]:
    """Return the news as one JSON object."""
    return {
        "from": news.period.since.isoformat(),
        "to": news.period.until.isoformat(),
        "deadlines_until": news.horizon.isoformat(),
        "next_meeting": _day(news.next_meeting),
        "municipalities": list(news.municipalities),
        "theme": news.theme or None,
        "rising_themes": [
            {"theme": each.theme, "times": each.times, "before": round(each.before, 2), "chance": each.chance}
            for each in news.rises
        ],
        "contracts": [_event(each) for each in news.contracts],
        "places": [_place(each) for each in news.places],
        "nothing_new": list(news.silent),
        "not_read": list(news.unread),
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "name": place.name,
        "is_municipality": place.is_municipality,
        **{_NAMES[sort]: [_decision(each) for each in place.of(sort)] for sort in Sort},
        "ended": [_ended(each) for each in place.ended],
        "contracts": [_event(each) for each in place.contracts],
        "late": [_decision(each) for each in place.late],
    }


def _decision(decision: Decision) -> dict[str, object]:
    return {
        "id": decision.key,
        "title": decision.title,
        "municipality": decision.municipality,
        "body": decision.body,
        "date": _day(decision.date),
        "outcome": str(decision.effect) if decision.effect else None,
        "themes": list(decision.themes),
        "document": decision.document.path,
        "kind": str(decision.document.kind),
        "page": decision.page,
    }


def _ended(ended: Ended) -> dict[str, object]:
    return {
        "decision": _decision(ended.decision),
        "state": str(ended.state),
        "since": ended.since.isoformat(),
        "by": _decision(ended.by) if ended.by else None,
        "said": ended.said,
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "what": str(event.happening),
        "day": event.day.isoformat(),
        "contract": event.contract.key,
        "title": event.contract.document.title,
        "who": list(event.who),
        "document": event.document.path,
        "page": event.page,
        "uncertain": event.needs_a_look,
        "facts": [_fact(each) for each in fields(event)],
    }


def _fact(evidence: Evidence) -> dict[str, object]:
    return {
        "field": str(evidence.fact.field),
        "value": evidence.fact.value,
        "said": evidence.fact.said,
        "document": evidence.document.path,
        "page": evidence.page,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
