"""A title as a publication writes it -> its number, its code and what is left. Knows no mark-up."""

import re
from collections.abc import Sequence

_CODE = re.compile(r"\d{4}_[A-Za-z]{1,10}_\d{2,8}(?!\d)")
# "3.", "A.2c", "1.06.2)" are numbers whatever follows; "3" or "A2" are where the other titles begin with one too.
_NUMBER = re.compile(r"(?P<number>(?:[A-Z]{1,3}\.?)?\d{1,3}[a-z]?(?:\.\d{1,3}[a-z]?){0,4})(?P<stop>[.):°]?)(?:\s+|$)")
_BETWEEN = " -–—:|.\t"
_MOST_OF = 0.8


def split_title(title: str, *, with_bare: bool = False) -> tuple[str, str, str]:
    """Return number, code and title.

    Args:
        title: As written, on one line.
        with_bare: Whether a number counts that nothing marks as one: "3 Kerkfabriek", but also "3 dagen gratis".
    """
    number, code, rest = "", "", title.strip()
    found = _NUMBER.match(rest)
    if found and (with_bare or _is_marked(found) or _CODE.match(rest[found.end() :])):
        number, rest = found["number"], rest[found.end() :].lstrip(_BETWEEN)
    if coded := _CODE.match(rest):
        code, rest = coded.group(), rest[coded.end() :].lstrip(_BETWEEN)
    return (number, code, rest) if rest else ("", code, title.strip())


def heads_of(titles: Sequence[Sequence[str]]) -> list[tuple[str, str, str]]:
    """Return number, code and title of each item, given its titles as written, the best first."""
    bare = [any((m := _NUMBER.match(title)) and not _is_marked(m) for title in each) for each in titles]
    with_bare = len(titles) > 1 and sum(bare) >= _MOST_OF * len(titles)
    found = []
    for each in titles:
        parts = [split_title(title, with_bare=with_bare) for title in each] or [("", "", "")]
        number = next((number for number, _, _ in parts if number), "")
        code = next((code for _, code, _ in parts if code), "")
        found.append((number, code, parts[0][2]))
    return found


def _is_marked(found: re.Match[str]) -> bool:
    return bool(found["stop"]) or "." in found["number"]
