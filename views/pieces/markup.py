"""Text of documents as safe HTML: escaped first, marked after.

Everything that came from a file or an address passes through `escaped` before it reaches a screen. Knows no Streamlit.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Final

from search.answer import Highlight

_BEFORE: Final = 160
_LONGEST: Final = 520
_SLACK: Final = 40
_UNSHOWABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of reading and so can make a name look like another."""


def escaped(text: object) -> str:
    """Return `text` for use as content or quoted attribute; control and half characters become a replacement sign."""
    whole = str(text).encode("utf-8", "replace").decode("utf-8")
    return escape(_UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", whole))


def breakable(path: str) -> str:
    """Return a path as HTML that may break after each of its parts."""
    return re.sub(r"([/_])", r"\1<wbr>", escaped(path))


def element(name: str, content: str, attributes: Mapping[str, object] | None = None) -> str:
    """Return one element; `content` is HTML already, values of attributes are text and are escaped here."""
    return f"<{name}{attributes_text(attributes or {})}>{content}</{name}>"


def attributes_text(attributes: Mapping[str, object]) -> str:
    """Return attributes as they stand in a tag; None and False leave one out, True gives it without a value."""
    parts = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        parts.append(f" {key}" if value is True else f' {key}="{escaped(value)}"')
    return "".join(parts)


def anchor(href: str, content: str, attributes: Mapping[str, object] | None = None) -> str:
    """Return a link within this site; `data-intern` lets links.js follow it without loading the page again."""
    return element("a", content, {"href": href, "data-intern": True, **(attributes or {})})


def excerpt(text: str, sentence: Highlight | None) -> Highlight:
    """Return the part of a passage to show: the sentence with some text around it, cut between words."""
    if len(text) <= _LONGEST + _SLACK:
        return Highlight(0, len(text))
    start = max(0, sentence.start - _BEFORE) if sentence else 0
    end = min(len(text), max(start + _LONGEST, sentence.end if sentence else 0))
    if start > 0:
        space = text.find(" ", start, start + _SLACK)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", end - _SLACK, end)
        end = space if space > start and not (sentence and space < sentence.end) else end
    return Highlight(start, end)


def marked(
    text: str,
    sentence: Highlight | None,
    words: Sequence[Highlight],
    shown: Highlight | None = None,
) -> str:
    """Return `text` as HTML with the sentence in <strong> and the matched words in <mark>.

    Args:
        text: A passage's text.
        sentence: The sentence that answers, in characters of `text`.
        words: The matched words, in characters of `text`; they may overlap and reach outside.
        shown: The part to return; the rest is replaced by an ellipsis. None: all of it.
    """
    shown = shown or Highlight(0, len(text))
    cuts = _cuts(shown, [*words, *([sentence] if sentence else [])])
    parts: list[str] = []
    strong = ""
    for start, end in pairwise(cuts):
        piece = escaped(text[start:end])
        if _covers(words, start, end):
            piece = f"<mark>{piece}</mark>"
        if sentence and _covers((sentence,), start, end):
            strong += piece
            continue
        parts.append(_strong(strong) + piece)
        strong = ""
    parts.append(_strong(strong))
    before = "… " if shown.start > 0 else ""
    after = " …" if shown.end < len(text) else ""
    return before + "".join(parts) + after


def _strong(html: str) -> str:
    return f"<strong>{html}</strong>" if html else ""


def _cuts(shown: Highlight, marks: Iterable[Highlight]) -> list[int]:
    places = {shown.start, shown.end}
    for mark in marks:
        places.update(place for place in (mark.start, mark.end) if shown.start < place < shown.end)
    return sorted(places)


def _covers(marks: Iterable[Highlight], start: int, end: int) -> bool:
    return any(mark.start <= start and end <= mark.end for mark in marks)
