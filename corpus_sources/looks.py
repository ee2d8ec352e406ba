"""Five visual styles, so that documents look as if they came from different towns and systems."""

import re
from dataclasses import dataclass

from corpus_sources.furniture import COUNCIL
from corpus_sources.source import Item, Source

_VOWELS = "aeiouyáéèëêïíóöôúüAEIOUY"
_SYLLABLE = re.compile(rf"(?<=[{_VOWELS}])([bcdfghjklmnpqrstvwxz])(?=[{_VOWELS}])", re.IGNORECASE)
_CLUSTER = re.compile(
    rf"(?<=[{_VOWELS}])(?!st)([bcdfghklmnprstvwxz])((?!h)[bdfghjklmnpqrstvwz][rl]?)(?=[{_VOWELS}])",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"[^\W\d_]{9,}")
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Look:
    """Fonts, colour and furniture of one visual style."""

    family: str
    size: float
    colour: str
    page_number: str
    item_prefix: str
    justified: bool = False
    hyphenated: bool = False
    two_columns: bool = False
    upper_headings: bool = False
    ruled_items: bool = False


_LOOKS = (
    Look("LiberationSans", 9.6, "#1f4e79", "Pagina {page} van {total}", "{number}. "),
    Look("LiberationSerif", 10.8, "#000000", "{page}/{total}", "{number}. ", justified=True, hyphenated=True),
    Look("DejaVuSansCondensed", 8.8, "#2e6b3a", "p. {page}/{total}", "{number}  ", two_columns=True),
    Look("LiberationSansNarrow", 10.6, "#8a1f2d", "{page} / {total}", "Punt {number}: ", upper_headings=True),
    Look("DejaVuSerif", 8.8, "#33415c", "blz. {page} van {total}", "{number}. ", True, True, ruled_items=True),
)


def look_of(source: Source) -> Look:
    """The look that a source asks for."""
    return _LOOKS[(source.look - 1) % len(_LOOKS)]


def item_prefix(source: Source, item: Item) -> str:
    """What stands before the title of an item: its number, in the notation of the look."""
    if not item.number:
        return ""
    meeting = source.style in COUNCIL | {"verslag"}
    return (look_of(source).item_prefix if meeting else "{number}. ").format(number=item.number)


def running_head(source: Source) -> str:
    """The line above every page: who, which body, when; each look in its own notation."""
    day = source.date
    notations = (
        f"{source.owner} - {source.body} - zitting van {source.long_date()}",
        f"{source.owner}, {source.body.lower()} d.d. {source.long_date()}",
        f"{source.municipality or source.body} | {source.body} | {day:%d/%m/%Y}",
        f"{source.owner.upper()}    {source.body} {day.day}.{day.month}.{day.year}",
        f"{source.body} - {source.long_date(weekday=True)}",
    )
    line = notations[(source.look - 1) % len(notations)]
    if source.municipality:
        return line
    loose = ("Burgemeestersoverleg Brugge - ", "")[source.body.startswith("Burgemeestersoverleg")]
    return f"{loose}{source.body} - {source.long_date()}"


def hyphenate(text: str) -> str:
    """Put soft hyphens between the syllables of long words, so that lines can break there."""
    return _LONG_WORD.sub(lambda match: _hyphenate_word(match[0]), text)


def _hyphenate_word(word: str) -> str:
    if word.isupper():
        return word
    cut = _CLUSTER.sub(rf"\1{_SOFT_HYPHEN}\2", _SYLLABLE.sub(rf"{_SOFT_HYPHEN}\1", word))
    pieces = cut.split(_SOFT_HYPHEN)
    while len(pieces) > 1 and len(pieces[0]) < 3:
        pieces[:2] = [pieces[0] + pieces[1]]
    while len(pieces) > 1 and len(pieces[-1]) < 4:
        pieces[-2:] = [pieces[-2] + pieces[-1]]
    return _SOFT_HYPHEN.join(pieces)
