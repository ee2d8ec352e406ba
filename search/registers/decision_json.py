"""Decisions as JSON: the contract that the command line and other programs rely on (design, section 5)."""

from collections.abc import Sequence

from search.registers.decisions import Decision, Standing, State
from search.registers.treatments import Vote

HELD = {State.HOLDS: True, State.AMENDED: True}


def as_json(decision: Decision, dossier: str | None = None) -> dict[str, object]:
    """Return a decision as one JSON object; `valid` is null where nothing can be said."""
    return {
        "id": decision.key,
        "title": decision.title,
        "number": decision.number,
        "code": decision.code,
        "municipality": decision.municipality,
        "body": decision.body,
        "date": decision.date.isoformat() if decision.date else None,
        "outcome": str(decision.effect) if decision.effect else None,
        "confidence": round(decision.confidence, 2),
        "confirmed": decision.is_confirmed,
        "valid": HELD.get(decision.standing.state, False) if decision.standing else None,
        "standing": _standing(decision.standing) if decision.standing else None,
        "votes": [_vote(vote) for vote in decision.votes],
        "articles": [
            {"number": article.number, "text": article.text, "page": article.spans[0].page if article.spans else None}
            for article in decision.articles
        ],
        "themes": list(decision.themes),
        "document": decision.document.path,
        "kind": str(decision.document.kind),
        "page": decision.page,
        "sources": _sources(decision),
        "dossier": dossier,
    }


def _standing(standing: Standing) -> dict[str, object]:
    since = standing.since.isoformat() if standing.since else None
    return {"state": str(standing.state), "since": since, "by": standing.by, "said": standing.said}


def _vote(vote: Vote) -> dict[str, object]:
    return {
        "said": vote.said,
        "unanimous": vote.is_unanimous,
        "in_favour": vote.in_favour,
        "against": vote.against,
        "abstained": vote.abstained,
        "secret": vote.is_secret,
        "subject": vote.subject,
    }


def _sources(decision: Decision) -> Sequence[dict[str, object]]:
    return [
        {"document": paper.document.path, "kind": str(paper.document.kind), "page": paper.page}
        for paper in decision.papers[1:]
    ]
