"""A question with its filters as one line of text, and back: the same question is always the same line. Pure."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from desk import texts
from search.answer import Query
from search.question import LONGEST
from search.types import Kind

_LONGEST_VALUE: Final = 200  # of the name of a municipality or body
_MOST: Final = 50  # values of one filter; as many as an address holds


def cleaned(query: Query) -> Query:
    """Return a question of bounded length, without what no keyboard types: whatever was typed can be kept."""
    return Query(
        _clean(query.text, LONGEST),
        _distinct(query.municipalities),
        tuple(sorted(set(query.kinds))),
        _distinct(query.bodies),
        query.since,
        query.until,
        _distinct(query.literal),
    )


def as_text(query: Query) -> str:
    """Return a question as one line of JSON, without the filters that are not set."""
    values = {
        "text": query.text,
        "municipalities": sorted(query.municipalities),
        "kinds": [str(kind) for kind in query.kinds],
        "bodies": sorted(query.bodies),
        "since": query.since.isoformat() if query.since else None,
        "until": query.until.isoformat() if query.until else None,
        "literal": sorted(query.literal),
    }
    kept = {key: value for key, value in values.items() if value}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> Query:
    """Return the question that `as_text` wrote; what an older or newer program wrote otherwise is left out."""
    try:
        values = json.loads(text)
    except ValueError:
        return Query("")
    if not isinstance(values, dict):
        return Query("")
    kinds = [kind for kind in _strings(values, "kinds") if kind in Kind.__members__.values()]
    return Query(
        str(values.get("text") or ""),
        _strings(values, "municipalities"),
        tuple(map(Kind, kinds)),
        _strings(values, "bodies"),
        _day(values.get("since")),
        _day(values.get("until")),
        _strings(values, "literal"),
    )


def _clean(text: str, longest: int) -> str:
    return " ".join(texts.printable(text[: longest * 4]).split())[:longest].rstrip()


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({each for value in values if (each := _clean(value, _LONGEST_VALUE))}))[:_MOST]


def _strings(values: Mapping[str, Any], key: str) -> tuple[str, ...]:
    found = values.get(key)
    return tuple(value for value in found if isinstance(value, str)) if isinstance(found, list) else ()


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
