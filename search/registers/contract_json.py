"""Contracts as JSON: the contract that the command line and other programs rely on (design, section 5)."""

from datetime import date

from search.registers.agreements import Field
from search.registers.contracts import Contract, Evidence


def as_json(contract: Contract, today: date) -> dict[str, object]:
    """Return a contract as one JSON object, as it stands on a day; every fact with its page."""
    end, until = contract.day(Field.END), contract.day(Field.JOIN_UNTIL)
    return {
        "id": contract.key,
        "title": contract.document.title,
        "kind": str(contract.document.kind),
        "phase": str(contract.phase(today)),
        "may_join_today": contract.may_still_join(today),
        "end": end.isoformat() if end else None,
        "join_until": until.isoformat() if until else None,
        "days_left": contract.days_left(today),
        "document": contract.document.path,
        "papers": [paper.path for paper in contract.papers],
        "left": [_fact(each) for each in contract.left],
        "facts": {str(field): [_fact(each) for each in found] for field, found in contract.facts.items()},
    }


def _fact(evidence: Evidence) -> dict[str, object]:
    fact = evidence.fact
    return {
        "value": fact.value,
        "detail": fact.detail,
        "said": fact.said,
        "confidence": round(fact.confidence, 2),
        "document": evidence.document.path,
        "page": evidence.page,
    }
