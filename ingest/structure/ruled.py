"""Tables drawn with dashes and bars in plain text: a line for each row. Knows nothing of what they say."""

import re

_BORDER = re.compile(
    r"\+[-=+]{3,}\+|\|(?:\s?:?-{3,}:?\s?\|)+|(?<!\S)[-=_]{12,}(?!\S)(?:\s*(?:blz|pag|p)\.\s?\d{1,3}(?:\s(?:van|/)\s\d{1,3})?(?!\S))?"
)
_GOES_ON = re.compile(r"\|\s\|(?:\s\|)+")  # a line of the table whose first cells are empty: the row goes on
_NEXT_ROW = re.compile(r"\|\s\|")
_FRAME = re.compile(r"(?:^|(?<=\n))\s*\|\s|\s\|\s*(?=\n|$)")
_BARS = 4  # in a text that is taken for a table


def unruled(text: str) -> str:
    """A text of the same length in which each row of a drawn table is a line, its cells with bars between them."""
    is_framed = text[:1] == text[-1:] == "|"  # one short row of a table
    if not is_framed and "--" not in text and "==" not in text and "__" not in text and text.count("|") < _BARS:
        return text
    text = _BORDER.sub(_line, text)
    if not is_framed and text.count("|") < _BARS:
        return text
    return _FRAME.sub(_blank, _NEXT_ROW.sub(_line, _GOES_ON.sub(_blank, text)))


def _line(match: re.Match[str]) -> str:
    return "\n" + " " * (len(match[0]) - 1)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
