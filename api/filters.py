"""What a request asks for: question and filters as they stand in its address, under the keys of the screens."""

from datetime import date
from typing import Final

from starlette.datastructures import QueryParams

from desk import texts
from search.answer import Query
from search.errors import QueryError
from search.types import Kind

LONGEST: Final = 500  # characters of a question
_MOST: Final = 50  # values of one filter


def query_of(given: QueryParams) -> Query:
    """Return what is asked.

    Raises:
        QueryError: A filter makes no sense.
    """
    return Query(
        text=" ".join(texts.printable(given.get("vraag", "")[:LONGEST]).split()),
        municipalities=_several(given, "gemeente"),
        kinds=tuple(_kind(value) for value in _several(given, "soort")),
        bodies=_several(given, "orgaan"),
        since=_day(given.get("van", ""), "-01-01"),
        until=_day(given.get("tot", ""), "-12-31"),
        literal=_several(given, "letterlijk"),
    )


def _several(given: QueryParams, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, given.getlist(key))))[:_MOST]


def _kind(value: str) -> Kind:
    try:
        return Kind(value)
    except ValueError:
        raise QueryError(f"We kennen geen soort document “{value[:80]}”.") from None


def _day(value: str, rest_of_year: str) -> date | None:
    try:
        return date.fromisoformat(value + rest_of_year if len(value) == 4 else value) if value else None
    except ValueError:
        raise QueryError(f"“{value[:80]}” is geen jaar of datum. Schrijf 2019 of 2019-05-31.") from None
