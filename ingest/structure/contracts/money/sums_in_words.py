"""Sums written out in Dutch: "tweehonderdduizend euro". Knows nothing of what they are for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from text_to_num import text2num  # type: ignore[import-untyped]

_NUMBER = (
    r"(?:een|één|eén|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|der|veer|tig|twin|dertig|veertig|tachtig|honderd|duizend|miljoen"
    r"|ën|en)"
)
_WORD = re.compile(rf"{_NUMBER}{{1,12}}", re.IGNORECASE)
_BEFORE_SIGN = re.compile(r"(?P<words>(?:[^\W\d_]{2,60}\s+){1,5})(?:euro|EUR)\b", re.IGNORECASE)
_LEAST = 100  # euro: what is written out below that is mostly "twee euro per stuk"


@dataclass(frozen=True, slots=True)
class WrittenSum:
    """A sum at [start, end) of a text, its "euro" included."""

    euro: int
    start: int
    end: int


def sums_in(text: str) -> Iterator[WrittenSum]:
    """The sums in words before "euro", in order; a sum below a hundred is none."""
    for match in _BEFORE_SIGN.finditer(text):
        words = [(each[0], match.start() + each.start()) for each in re.finditer(r"\S+", match["words"])]
        while words and not _WORD.fullmatch(words[0][0]):
            words = words[1:]
        if words and text[: words[0][1]].rstrip()[-1:].isdigit():
            continue  # "1,2 miljoen euro"
        for at in range(len(words)):
            value = _read(" ".join(word for word, _ in words[at:]))
            if value >= _LEAST:
                yield WrittenSum(value, words[at][1], match.end())
                break


def _read(words: str) -> int:
    """The number that words say; 0 where they say none."""
    try:
        return int(text2num(words.casefold(), "nl"))
    except ValueError:
        return 0
