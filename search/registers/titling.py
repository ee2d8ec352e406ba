"""The name of a dossier: what the titles of its matters share, in the words of one of them. Pure.

Knows nothing of links, nor which titles tell most of it.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from search.language import dates, municipalities
from search.language.dutch import analyse, tokens
from search.nearest import readable
from search.registers import addresses
from search.registers.formal import is_done, is_field, organs
from search.registers.matters import LONGEST_TITLE, read_title

SHARED = 0.75  # part of the titles in which a word stands, for it to be of the dossier and not of one matter
AT_LEAST = 0.5  # and where that leaves nothing but what recurs: half of them bear the old name of a body, half the new
MOST_OF = 0.5  # part of the words of a phrase that is shared, for the phrase to be
LONGEST = 80  # characters from which a name is told shorter, where names in it say what it is about
LONGEST_OF_ALL = 120  # and at which it is cut
SHORTEST_HEAD = 20  # characters
HEADING = 12  # letters in capitals from which a phrase is a heading of the agenda and no abbreviation
MOST_TELLERS = 8  # titles that are tried, the shortest: each takes 0.2 ms
TITLES_KEPT = 20_000

_BETWEEN = re.compile(r"(?<!\.\w)(?<!\b[A-Za-z])[.;:]\s+(?:[–-]\s+)?|\s+[–-]\s+")  # not behind "n.a.v." or "J."
_SMALL = "de|het|een|van|voor|vanaf|op|in|te|ter|ten|tot|en|of|met|bij|aan|door|om|naar|uit|d\\.?d\\.?"
_BEFORE_DAY = re.compile(rf"(?:\s(?:{_SMALL}|(?:dienst|werkings|aanslag|boek)?jaar|periode))*\s*$", re.IGNORECASE)
_FLAT = re.compile(r",?\s+bus\s?-?[\w.]{1,6}\b", re.IGNORECASE)
_POSTAL = re.compile(r",?\s*\b[1-9]\d{3}\s+(?=[A-Z])")
_LEFT_OVER = re.compile(rf"[\s,;:(/–-]+(?:(?:{_SMALL}|fase|lot|nr|nummer|versie|ronde)\.?)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"\s(?:binnen|voor|van|door|ter|tijdens|houdende|via|met|op|om|aan|tot|naar)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:De|Het) $")
_NAME = re.compile(r"[A-Z][\w'’.&-]*(?:\s(?:(?:de|der|den|van|het|du|en)\s)?(?:d['’])?(?:[A-Z][\w'’.&-]*|\d{1,4}\b))*")


def name(central: Sequence[str], every: Sequence[str]) -> str:
    """Return the name of a dossier: the shortest that says what it is about; empty where no title says anything.

    Args:
        central: The titles that may tell it.
        every: Those of all its matters.
    """
    tellers = sorted(set(central), key=lambda title: (len(title), title))[:MOST_TELLERS]
    whole = [text for title in tellers if (text := _whole(title[:LONGEST_TITLE]))]
    common, built = _shared(whole, every, SHARED)
    if not any(map(_tells, built)) and all(map(_tells, every)):
        common, built = _shared(whole, every, AT_LEAST)
    told = (_shorter(text, common) for text in [_with_house(each, every) for each in built] or whole)
    found = min(told, key=lambda text: (text.endswith("…"), len(text), text), default="")
    return found[:1].upper() + found[1:]


def _shared(whole: Sequence[str], every: Sequence[str], part: float) -> tuple[frozenset[str], list[str]]:
    """Return the words that this part of all titles have, and what that leaves of those that may tell the name."""
    least = max(min(2, len(every)), math.ceil(part * len(every)))
    counts = Counter(stem for title in every for stem in _stems(title))
    common = frozenset(stem for stem, count in counts.items() if count >= least)
    return common, [text for title in whole if (text := _built(title, common))]


def _tells(title: str) -> bool:
    """Whether a title says what it is about, not only what recurs."""
    return bool(read_title(title).stems)


def _with_house(text: str, every: Sequence[str]) -> str:
    """Add the house that all titles name, where their spelling of its street differs."""
    houses = addresses.find(every[0])
    same = (
        house
        for house in houses
        if all(any(addresses.is_same(house, other) for other in addresses.find(title)) for title in every)
    )
    house = next(same, None)
    return text if house is None or addresses.find(text) else f"{text} - {house.said}"


@lru_cache(maxsize=TITLES_KEPT)
def _stems(title: str) -> frozenset[str]:
    return frozenset(analyse(title))


def _whole(title: str) -> str:
    """Return a title without number, outcome and heading of the agenda."""
    text = readable(title, len(title) + 1)
    kept = [(between, phrase) for between, phrase in _phrases(text) if not _is_heading(phrase)]
    return _joined(kept) if kept else text


def _is_heading(phrase: str) -> bool:
    return phrase.isupper() and sum(letter.isalpha() for letter in phrase) >= HEADING


def _phrases(text: str) -> Iterator[tuple[str, str]]:
    """Yield the phrases of a title, each with what stands before it."""
    start, between = 0, ""
    for match in _BETWEEN.finditer(text):
        yield between, text[start : match.start()].strip()
        start, between = match.end(), ". " if match[0][0] in ".;:" else " - "
    yield between, text[start:].strip()


def _joined(phrases: Sequence[tuple[str, str]]) -> str:
    shown = [phrase[:1].upper() + phrase[1:] if between == ". " else phrase for between, phrase in phrases]
    return "".join((phrases[at][0] if at else "") + phrase for at, phrase in enumerate(shown))


def _built(title: str, common: Collection[str]) -> str:
    """Return what a title shares with the others; empty where that says nothing."""
    kept: list[tuple[str, str]] = []
    said: frozenset[str] = frozenset()  # what recurs, of the phrases that are kept
    telling: frozenset[str] = frozenset()
    for between, phrase in _phrases(_without_details(title, common)):
        part = _trimmed(phrase, common)
        read = read_title(part)
        sorts = read.own - organs()
        is_more = read.stems or (sorts and not said) or (read.own and not sorts)
        if part and (is_more or (not sorts and _says_more(part, telling))):
            kept.append((between, part))
            said, telling = said | sorts, telling | read.stems
    return _joined(kept) if telling or said else ""


def _says_more(phrase: str, telling: Collection[str]) -> bool:
    """Whether a phrase without a subject of its own says more than what is done, or behind what recurs which part."""
    if telling or is_field(phrase):
        return any(not is_done(word) and not is_field(word) for word, _, _ in tokens(phrase) if _stems(word))
    return len(_stems(phrase)) > 1 or not is_done(phrase)


def _without_details(text: str, common: Collection[str]) -> str:
    """Leave out the days and flats that not all have, and the town behind a postal code."""
    for _, _, start, end in sorted(dates.periods(text), key=lambda period: -period[2]):
        if not _stems(text[start:end]).issubset(common):
            text = f"{_BEFORE_DAY.sub('', text[:start])} {text[end:].lstrip()}"
    text = _FLAT.sub(lambda flat: flat[0] if _stems(flat[0]).issubset(common) else "", text)
    for postal in reversed(list(_POSTAL.finditer(text))):
        town = [end for _, start, end in municipalities.find(text[postal.end() :]) if start == 0]
        if town:
            text = text[: postal.start()] + text[postal.end() + max(town) :]
    return text.strip()


def _trimmed(phrase: str, common: Collection[str]) -> str:
    """Return a phrase from the first to the last of its shared words; empty where most of its words are not shared."""
    telling = [(start, end, stems) for word, start, end in tokens(phrase) if (stems := _stems(word))]
    shared = [(start, end) for start, end, stems in telling if stems.issubset(common)]
    # What is done with it need not be shared: "Wegenhulp cv" and "Wegenhulp cvba" are one.
    counted = sum(stems.issubset(common) or not is_done(phrase[start:end]) for start, end, stems in telling)
    if not shared or len(shared) <= MOST_OF * counted:
        return ""
    first = 0 if shared[0][0] == telling[0][0] else _with_article(phrase, shared[0][0])
    last = len(phrase) if shared[-1][1] == telling[-1][1] else shared[-1][1]
    return _tidy(phrase[first:last])


def _with_article(phrase: str, start: int) -> int:
    """Return where a name begins: "De Pinte", not "Pinte"."""
    article = _ARTICLE.search(phrase, 0, start)
    return article.start() if article and phrase[start].isupper() else start


def _tidy(text: str) -> str:
    while (shorter := _LEFT_OVER.sub("", text)) != text:
        text = shorter
    text = text.strip(" ,;:.–-")
    return text if text.count("'") % 2 == 0 else text.strip("'")


def _shorter(text: str, common: Collection[str]) -> str:
    """Return a long name as what it is and whom or where it concerns; cut where it does not say that."""
    if len(text) <= LONGEST:
        return text
    clause = _CLAUSE.search(text, SHORTEST_HEAD)
    if clause:
        named = [found for found in _NAME.findall(text[clause.start() :]) if not _stems(found).isdisjoint(common)]
        short = f"{text[: clause.start()]} - {', '.join(dict.fromkeys(named))}"
        if named and len(short) <= LONGEST_OF_ALL:
            return short
    clauses = [each.start() for each in _CLAUSE.finditer(text, SHORTEST_HEAD) if each.start() <= LONGEST_OF_ALL]
    if len(text) > LONGEST_OF_ALL and clauses:
        return text[: clauses[-1]]
    return readable(text, LONGEST_OF_ALL)
