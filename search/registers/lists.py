"""Lists in a text: each entry with the words that stand before the list and count for all of it. Pure.

A PDF has a list on one line ("... op te heffen: • besluit van ... • besluit van ..."), others on lines of their own.
"""

import re
from collections.abc import Callable, Iterator

from search.language.sentences import sentences
from search.registers import citations

LONGEST_LEAD = 600  # characters

_NUMBER, _LETTER = r"\(?\d{1,2}[.)°]", r"\(?[a-z][.)]"
_MARK = rf"[•·▪◦‣*–-]|o(?=\s)|{_NUMBER}|{_LETTER}"
_OPENS = re.compile(rf":\s*(?P<mark>{_MARK})?(?=\s*\S)")
_MARKED = re.compile(rf"(?:{_MARK})\s+")


def statements(text: str, leads: Callable[[str], bool], is_entry: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a text, and the entries of its lists, each with what stands before its list.

    Args:
        text: A line for each paragraph, article or entry.
        leads: Whether words up to a colon count for the list behind them; other lists are sentences like any other.
        is_entry: Whether a line below such words is an entry though it has no mark.
    """
    lead = ""
    for line in (" ".join(line.split()) for line in text.split("\n")):
        mark = _MARKED.match(line)
        if lead and (mark or is_entry(line)):
            yield from _entry(lead, line[mark.end() :] if mark else line)
        elif line:
            lead, found = _read(line, leads)
            yield from found


def _read(line: str, leads: Callable[[str], bool]) -> tuple[str, list[tuple[str, str]]]:
    """Return what leads a list in a line or on the next ones, and the sentences and entries of this line."""
    found: list[tuple[str, str]] = []
    for start, end in sentences(line):
        for opens in _OPENS.finditer(line, start, start + LONGEST_LEAD):
            lead = line[start : opens.start() + 1]
            if opens.start() < end and leads(lead):
                entries = _split(line[opens.end() :], opens["mark"] or "")
                return lead, [*found, *(each for entry in entries for each in _entry(lead, entry))]
        found.append(("", line[start:end]))
    last = found[-1][1]
    return last if last.endswith(":") and leads(last[-LONGEST_LEAD:]) else "", found


def _split(text: str, mark: str) -> list[str]:
    """Return the entries of a list on one line, by its first mark; what names no day or number goes with the last."""
    if not mark:
        between = r";"
    elif re.fullmatch(_NUMBER, mark):
        between = rf"(?:^|(?<=[;.,\s])){_NUMBER}\s+"
    elif re.fullmatch(_LETTER, mark):
        between = rf"(?:^|(?<=[;.,\s])){_LETTER}\s+"
    else:
        between = rf"(?:^|(?<=\s)){re.escape(mark)}\s+"
    entries: list[str] = []
    for part in re.split(between, text):
        if entries and not citations.may_hold_a_day(part):
            entries[-1] += f" {part}"
        elif part.strip():
            entries.append(part)
    return entries


def _entry(lead: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the first sentence of an entry as what it is, and the others as sentences of their own."""
    for at, (start, end) in enumerate(sentences(text)):
        yield (lead if at == 0 else ""), text[start:end]
