"""The first part of a title, where it names a regulation or a project and the rest says what is done to it. Pure.

"Algemeen retributiereglement. Wijziging": not "Retributiereglement. Kampvervoer", nor a name of an organisation alone.
"""

import re
from functools import lru_cache

from search.language.dutch import analyse
from search.registers.formal import TITLES_KEPT, is_done, organs
from search.registers.matters import LONGEST_TITLE, read_title

LEAST = 2  # words of such a part: "Belastingreglement" alone begins titles about many taxes

_BEFORE = re.compile(r"\s*(?:\d{1,3}\s?[.)]\s+)?(?:(?:19|20)\d\d[_/-][A-Z]{2,5}[_/-]\d{2,6}[\s:–-]+)?")
_BETWEEN = re.compile(r"[.:;]\s+|\s+[–-]\s+")


def first_part(title: str) -> str:
    """Return the first part of a title that goes on; empty where it is one part, or goes on with a subject."""
    title = title[:LONGEST_TITLE]
    begin = _BEFORE.match(title)
    start = begin.end() if begin else 0
    between = _BETWEEN.search(title, start)
    if not between:
        return ""
    first, rest = title[start : between.start()].strip(), title[between.end() :].split(maxsplit=1)
    return first if rest and is_done(rest[0]) and not first.isupper() else ""


@lru_cache(maxsize=TITLES_KEPT)
def subject(first: str) -> frozenset[str]:
    """Return the words of a first part by which it names a subject; none where it names a body, or says too little."""
    found = read_title(first)
    told = (found.stems - found.names) | (found.own - organs())
    return told if len({stem for stem in analyse(first) if stem.isalpha()}) >= LEAST else frozenset()
