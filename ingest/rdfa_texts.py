"""What an element of a publication says to its reader: its text, without names of those present and of voters.

Knows which properties name people; knows no graph.
"""

import re
from typing import Any, TypeAlias

from lxml import etree

from ingest.cleaning import flat

Element: TypeAlias = Any
"""An lxml element; lxml has no types of its own."""

_DROPPED = frozenset(["script", "style", "template", "noscript", "svg", "head"])
_INLINE = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small"),
        *("span", "strong", "sub", "sup", "time", "u", "var", "wbr", "tt", "big", "acronym", "data", "label"),
    ]
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:[:#/]|^)(?:heeft(?:Aanwezige|Afwezige|Stemmer|Voorstander|Tegenstander|Onthouder|Voorzitter|Secretaris"
    r"|Mandataris|Notulist|Verontschuldigde)\w*|Mandataris|Functionaris|Person|Persoon|familyName|givenName"
    r"|gebruikteVoornaam|isBestuurlijkeAliasVan)$"
)
_MOST = 400_000  # elements; minutes of 109 pages need 17,000; a second reads 300,000
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Texts:
    """Reads the texts of one page, and stops where elements in elements would make it read too much."""

    def __init__(self, most: int = _MOST) -> None:
        """Start with all of the budget: so many elements, each as often as it is read."""
        self._left = most

    def of(self, element: Element) -> str:
        """Return the text of an element on one line; what is hidden in it and names of voters are left out."""
        parts: list[str] = []
        walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
        for event, inner in walker:
            if event == "start":
                self._left -= 1
                if self._left < 0:
                    break
                if inner is not element and _is_left_out(inner):
                    walker.skip_subtree()
                    continue
                parts.append(" " if inner.tag not in _INLINE else "")
                parts.append(inner.text or "")
                continue
            if event == "end" and inner.tag not in _INLINE:
                parts.append(" ")
            if inner is not element:
                parts.append(inner.tail or "")
        return flat("".join(parts))

    def heading_in(self, element: Element) -> str:
        """Return the first heading in an element; empty where there is none."""
        found = next(element.iter(*_HEADINGS), None)
        return "" if found is None else self.of(found)


def _is_left_out(element: Element) -> bool:
    if element.tag in _DROPPED:
        return True
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style", "")):
        return True
    named = f"{attributes.get('property', '')} {attributes.get('rel', '')} {attributes.get('typeof', '')}"
    return not named.isspace() and any(_PEOPLE.search(name) for name in named.split())
