"""Dossiers as JSON: the contract that the command line and other programs rely on (design, section 5)."""

from search.registers.decisions import Decision
from search.registers.dossiers import Dossier


def as_json(dossier: Dossier) -> dict[str, object]:
    """Return a dossier as one JSON object, oldest matter first, each with why it is in it."""
    return {
        "id": dossier.key,
        "title": dossier.title,
        "named": dossier.is_named,
        "pinned": dossier.is_pinned,
        "first": dossier.first.isoformat() if dossier.first else None,
        "last": dossier.last.isoformat() if dossier.last else None,
        "municipalities": list(dossier.municipalities),
        "bodies": list(dossier.bodies),
        "themes": list(dossier.themes),
        "decisions": [_member(dossier, each) for each in dossier.decisions],
    }


def _member(dossier: Dossier, decision: Decision) -> dict[str, object]:
    return {
        "id": decision.key,
        "title": decision.title,
        "municipality": decision.municipality,
        "body": decision.body,
        "date": decision.date.isoformat() if decision.date else None,
        "outcome": str(decision.effect) if decision.effect else None,
        "kind": str(decision.document.kind),
        "document": decision.document.path,
        "page": decision.page,
        "because": [
            {
                "reason": str(link.reason),
                "said": link.said,
                "with": link.other if link.one == decision.key else link.one,
                "strength": round(link.strength, 2),
            }
            for link in dossier.reasons(decision.key)
        ],
    }
