"""Municipalities named in a clause, also where a list of them opens the sentence. Knows nothing of what they do."""

import re

from search.language import municipalities

_OPENING = re.compile(r"\W*(?P<name>[A-Z][\w-]+)(?=(?:,\s|\sen\s)[A-Z])")


def towns_in(text: str) -> list[tuple[str, int, int]]:
    """Municipalities in order, as `municipalities.find` gives them, with the first of "Essen, Kapellen en Schoten".

    A name that is a word or surname as well counts at the head of a sentence where others follow in one list.
    """
    found = municipalities.find(text)
    match = _OPENING.match(text) if found else None
    if match and municipalities.is_municipality(match["name"]) and found[0][1] > match.start("name"):
        near = found[0][1] - match.end() <= 6
        found = [(match["name"], match.start("name"), match.end()), *found] if near else found
    return found
