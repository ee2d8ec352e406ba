"""What a request asks for: question and filters as they stand in its address, under the keys of the screens."""

from datetime import date
from typing import Final

from starlette.datastructures import QueryParams

from desk import texts
from search.answer import Order, Query
from search.errors import QueryError
from search.question import LONGEST
from search.types import Kind

FIRST_DAY: Final = "-01-01"
LAST_DAY: Final = "-12-31"
NO_DAY: Final = "“{value}” is geen jaar of datum. Schrijf 2019 of 2019-05-31."
NO_DATE: Final = "“{value}” is geen datum. Schrijf JJJJ-MM-DD of JJJJ."
_MOST: Final = 50  # values of one filter


def query_of(given: QueryParams) -> Query:
    """Return what is asked.

    Raises:
        QueryError: A filter makes no sense.
    """
    return Query(
        text=" ".join(texts.printable(given.get("vraag", "")[:LONGEST]).split()),
        municipalities=_several(given, "gemeente"),
        kinds=tuple(kind(value) for value in _several(given, "soort")),
        bodies=_several(given, "orgaan"),
        since=day(given.get("van", "")),
        until=day(given.get("tot", ""), LAST_DAY),
        literal=_several(given, "letterlijk"),
    )


def order_of(given: QueryParams) -> Order:
    """Return in which order results are asked.

    Raises:
        QueryError: There is no such order.
    """
    value = given.get("volgorde", "")
    try:
        return Order(value)
    except ValueError:
        raise QueryError(f"We kennen geen volgorde “{value[:80]}”.") from None


def _several(given: QueryParams, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, given.getlist(key))))[:_MOST]


def kind(value: str) -> Kind:
    """Return the kind of document of that name.

    Raises:
        QueryError: There is none.
    """
    try:
        return Kind(value)
    except ValueError:
        raise QueryError(f"We kennen geen soort document “{value[:80]}”.") from None


def day(value: str, rest_of_year: str = FIRST_DAY, refusal: str = NO_DAY) -> date | None:
    """Return a day, or that of a year; None where nothing is asked.

    Args:
        value: JJJJ-MM-DD or JJJJ.
        rest_of_year: FIRST_DAY or LAST_DAY.
        refusal: What is said of anything else.

    Raises:
        QueryError: It is anything else.
    """
    try:
        return date.fromisoformat(value + rest_of_year if len(value) == 4 else value) if value else None
    except ValueError:
        raise QueryError(refusal.format(value=value[:80])) from None
