"""Checks of what comes from the process that parsed a hostile file: counts, clean texts, places on pages."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from search.types import Span

LONGEST_REMARK = 2_000  # characters of a title, message, heading, context or fact
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def clean_text(value: object, longest: int = LONGEST_REMARK) -> str:
    """Return a text without control characters.

    Raises:
        ValueError: It is none.
    """
    if not isinstance(value, str) or len(value) > longest or _FORBIDDEN.search(value):
        raise ValueError("not a clean text")
    return value


def count(value: object) -> int:
    """Return a number from 0.

    Raises:
        ValueError: It is none.
    """
    if type(value) is not int or value < 0:
        raise ValueError("not a count")
    return value


def packed_spans(found: Sequence[Span]) -> list[list[int]]:
    """Return places as `spans` reads them."""
    return [[span.page, span.start, span.end] for span in found]


def spans(packed: list[Any], texts: Mapping[int, str]) -> tuple[Span, ...]:
    """Return places, each of them on a page that is there.

    Raises:
        ValueError: One lies off the page.
        KeyError: Its page is not there.
    """
    found = tuple(Span(*map(count, span)) for span in packed)
    if any(not span.start <= span.end <= len(texts[span.page]) for span in found):
        raise ValueError("off the page")
    return found
