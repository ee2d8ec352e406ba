"""Laws cited in a text: decrees, acts, decisions of a government, circulars and codes, with the articles named.

Tells which law is meant, not what it says. Names of laws cited most stand in `laws.tsv`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise

from search.language import dates

_KINDS = {
    "decreet": "decreet",
    "wet": "wet",
    "koninklijk besluit": "koninklijk besluit",
    "kb": "koninklijk besluit",
    "k.b.": "koninklijk besluit",
    "ministerieel besluit": "ministerieel besluit",
    "mb": "ministerieel besluit",
    "m.b.": "ministerieel besluit",
    "besluit van de vlaamse regering": "besluit van de Vlaamse Regering",
    "bvr": "besluit van de Vlaamse Regering",
    "omzendbrief": "omzendbrief",
    "ordonnantie": "ordonnantie",
}
_KIND = re.compile(
    r"(?<![\w-])(?:(?:bijzonder\s|speciaal\s)?decreet|(?:bijzondere\s)?wet|koninklijk\sbesluit|ministerieel\sbesluit"
    r"|besluit\svan\sde\svlaamse\sregering|KB|K\.B\.|MB|M\.B\.|BVR|(?:ministeriële\s)?omzendbrief|ordonnantie)(?![\w-])",
    re.IGNORECASE,
)
_AHEAD = 160  # characters after the kind in which its date stands: "decreet betreffende ... van 7 mei 2004"
# What may stand between the kind of a law and its date: nothing, a code, or a subject that is no sentence.
_BETWEEN = re.compile(r"\s(?:[^,;:.\n()]{1,140}\s)?(?:van|d\.d\.|dd\.?)\s")
_SENTENCE = re.compile(
    r"\b(?:is|zijn|wordt|worden|werd|werden|dat|die|dient|bepaalt|stelt|geldt|kan|moet|heeft|hebben|zal|zoals|sinds"
    r"|goedgekeurd|zitting|raad|college|besluit|decreet|wet)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+")
_CODE = re.compile(r"\s((?=[A-Z/0-9-]*\d)[A-Z]{2,6}[/-][A-Z0-9/-]{2,20})")  # "omzendbrief KB/ABB 2019/2" is rare
_NUMBER = r"(?:[IVX]{1,5}\.)?(?:[IVX]{1,5}\.)?\d{1,4}(?:[./]\d{1,4}){0,4}(?:bis|ter|quater)?"
_NTH = r"(?:eerste|tweede|derde|vierde|vijfde|laatste)"
_DETAIL = (
    r"(?:(?:,?|\sen)\s?§{1,2}\s?\d{1,2}(?:bis)?|,?\s(?:lid|alinea)\s\d{1,2}"
    rf"|,?\s{_NTH}\s(?:lid|alinea)|(?:,?\s?|\sen\s)\d{{1,2}}°){{0,5}}"
)
_ITEM = rf"{_NUMBER}(?!\d){_DETAIL}"
_TO = r"\s?[-–]\s?|\stot\sen\smet\s|\stot\s|\st\.?e\.?m\.?\s"
_ARTICLES = (
    re.compile(  # "(?<!\w\w\w\w)" behind three letters: none before them, and a search that starts at the letter A
        rf"[Aa](?:rt|RT)(?<!\w\w\w\w)(?:ikel(?:en|s)?|IKEL(?:EN|S)?|n)?\.?\s"
        rf"{_ITEM}(?:(?:{_TO}|,\s|\sen\s|,\sen\s|\s&\s){_ITEM}){{0,30}}"
    )
)
_RANGE = re.compile(rf"({_NUMBER})(?!\d){_DETAIL}(?:(?:{_TO})({_NUMBER})(?!\d))?", re.IGNORECASE)
_HEAD = re.compile(r"(?:artikel(?:en|s)?|artn?\.?)\s", re.IGNORECASE)
# "artikel 41 van de wet", "art. 135 NGW"; not a list on lines of their own, where the articles are of the law above.
_LINK = re.compile(r",?(?: e\.v\.,?)?(?:\s(?:van|uit|in)\s(?:(?:het|de)\s)?| )", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"[\s,;(:-]{1,4}(?:(?:en\s)?(?:meer\s(?:bepaald|specifiek)|inzonderheid|in\shet\sbijzonder|met\sname|m\.b\.|namelijk)"
    r"[\s,:]{1,2})?(?:op\s|de\s)?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(  # between a dated law and its articles: ", en latere wijzigingen", "inzake overheidsopdrachten"
    r"(?:\s(?:over|inzake|betreffende|houdende|tot|met)\s[^,;:.\n()]{1,160})?"
    r"(?:,?\s(?:en|zijn|met|zoals)?\s?latere\swijzigingen(?:\sen\s(?:zijn\s)?uitvoeringsbesluiten)?"
    r"(?:\sinzake\s[^,;:.\n()]{1,80})?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A law that is cited at [start, end)."""

    name: str
    start: int
    end: int
    articles: tuple[str, ...] = ()  # "41", "2.2.21", "172-175"


@dataclass(frozen=True, slots=True)
class _Law:
    name: str
    kind: str
    day: date | None
    others: tuple[str, ...]
    word: str  # of its subject, where another law has the same date


@cache
def _laws() -> tuple[_Law, ...]:
    lines = files(__package__).joinpath("laws.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return tuple(
        _Law(name, kind, date.fromisoformat(day) if day else None, tuple(filter(None, others.split(";"))), word)
        for name, kind, day, others, word in rows
    )


@cache
def _by_name() -> dict[str, _Law]:
    return {_folded(other): law for law in _laws() for other in law.others}


@cache
def _firsts() -> frozenset[str]:
    """First words of names and kinds."""
    others = {match[0].casefold() for law in _laws() for other in law.others if (match := _WORD.match(other))}
    return frozenset(others | {"decreet", "wet", "bijzonder", "bijzondere", "speciaal", "ministeriële", "besluit"}) | {
        *("koninklijk", "ministerieel", "kb", "k", "mb", "m", "bvr", "omzendbrief", "ordonnantie")
    }


@cache
def _names() -> re.Pattern[str]:
    """Names in use; abbreviations and one-word names that are ordinary words elsewhere keep their capitals."""
    others = sorted((other for law in _laws() for other in law.others), key=len, reverse=True)
    patterns = [r"\s".join(map(re.escape, other.split())) for other in others]
    exact = [pattern for pattern, other in zip(patterns, others, strict=True) if other.isupper() or other == "Grondwet"]
    free = [pattern for pattern in patterns if pattern not in exact]
    return re.compile(rf"(?<![\w-])(?:(?i:{'|'.join(free)})|{'|'.join(exact)})(?![\w-])")


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def find(text: str) -> list[Citation]:
    """Return the laws that a text cites, in order, with the articles named right before or after each.

    A law without a date is told where it has a name of its own ("het decreet lokaal bestuur", "DLB").
    """
    articles = list(_ARTICLES.finditer(text))
    ends = [match.end() for match in articles]
    starts = {match.start(): match for match in articles}
    found = []
    for name, start, end in _mentions(text):
        at = bisect_right(ends, start) - 1
        before = articles[at] if at >= 0 and _LINK.fullmatch(text, ends[at], start) else None
        after = starts.get(_where_articles(text, end))
        numbers = [number for match in (before, after) if match for number in _numbers(match[0])]
        found.append(Citation(name, start, end, tuple(dict.fromkeys(numbers))))
    return found


def _mentions(text: str) -> Iterator[tuple[str, int, int]]:
    # Where a name can begin is found word by word: an expression of all names takes four times as long.
    places = [match.start() for match in _WORD.finditer(text) if match[0].casefold() in _firsts()]
    named = [match for at in places if (match := _names().match(text, at))]
    laws = [(_by_name()[_folded(match[0])], match) for match in named]
    found = [(law.name, match.start(), _with_date(text, match.end(), law)) for law, match in laws]
    taken = {match.start() for match in named}
    kinds = [match for at in places if (match := _KIND.match(text, at))]
    for match, following in pairwise((*kinds, None)):
        assert match is not None
        limit = following.start() if following else len(text)
        if match.start() not in taken and (dated := _dated(text, match, limit)):
            found.append((dated[0], match.start(), dated[1]))
    after = 0
    for name, start, end in sorted(found, key=lambda each: (each[1], -each[2])):
        if start >= after:
            after = end
            yield name, start, end


def _with_date(text: str, end: int, law: _Law) -> int:
    """Return where the mention of a law by its name ends: behind its date, where that follows."""
    if not text.startswith((" van ", " (", " d.d."), end):
        return end
    day = next(iter(dates.find(text[end : end + 30])), None)
    return end + day[2] if day and day[0] == law.day else end


def _dated(text: str, match: re.Match[str], limit: int) -> tuple[str, int] | None:
    """Return the name of a law told by its date, and where its mention ends; a circular may have a number only."""
    kind = next((_KINDS[word] for word in _spellings(match[0]) if word in _KINDS), "")
    window = text[match.end() : min(limit, match.end() + _AHEAD)]
    code = _CODE.match(window) if kind == "omzendbrief" else None
    for day, start, end in dates.find(window)[:1]:
        between = window[:start]
        if _BETWEEN.fullmatch(between) and not _SENTENCE.search(between):
            around = between + window[end : end + 80]
            name = f"Omzendbrief {code[1]}" if code else _named(kind, day, around)
            return name, match.end() + end
    return (f"Omzendbrief {code[1]}", match.end() + code.end()) if code else None


def _spellings(written: str) -> tuple[str, str]:
    folded = _folded(written)
    return folded, folded.rpartition(" ")[2]


def _named(kind: str, day: date, around: str) -> str:
    """Return the name of a law: the known one of that kind and day, else kind and day."""
    same = [law for law in _laws() if law.day == day and law.kind == kind]
    told = [law for law in same if law.word and law.word in around.casefold()] or [law for law in same if not law.word]
    if told:
        return told[0].name
    return f"{kind[0].upper()}{kind[1:]} van {dates.in_words(day)}"


def _where_articles(text: str, end: int) -> int:
    """Return where the articles of a law would begin that was cited up to `end`."""
    subject = _SUBJECT.match(text, end, min(len(text), end + 260))
    for stop in (subject.end() if subject else end, end):
        follows = _FOLLOWS.match(text, stop)
        if follows and text[follows.end() : follows.end() + 3].casefold() == "art":
            return follows.end()
    return -1


def _numbers(articles: str) -> Iterator[str]:
    """Yield the numbers of the articles, without paragraphs: "41" for "artikel 41, §1, 2°"; "172-175" for a range."""
    head = _HEAD.match(articles)
    for match in _RANGE.finditer(articles, head.end() if head else 0):
        yield f"{match[1]}-{match[2]}" if match[2] else match[1]
