"""The text of places on pages. Pure."""

from collections.abc import Mapping, Sequence

from search.types import Span


def text_of(spans: Sequence[Span], texts: Mapping[int, str]) -> str:
    """Return the text of a passage, given that of its pages by number: of the same length as its spans, and joins."""
    return "\n".join(flat(texts[span.page][span.start : span.end]) for span in spans)


def flat(text: str) -> str:
    """Return a text on one line, of the same length."""
    return text.replace("\n", " ")
