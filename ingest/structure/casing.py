"""A title that shouts -> as its paper writes the same words below. Knows nothing of what they mean."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from search.language import municipalities

_LEAST = 12  # letters of a title that shouts: "BIJAKTE III" is a stamp
_ABBREVIATION = re.compile(r"\w{1,3}|(?=\w{4}$)\w{0,1}[^AEIOUY]{3}\w{0,1}")  # ICT, AGB, OCMW, VVSG; not STAD
_LONGEST_ACRONYM = 6  # in a line that does not shout; what is longer there is a word set in capitals
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ROMAN = re.compile(r"[IVX]{1,4}")
_SMALL = frozenset(
    """aan bij de den der dit door een en het in is met na naar nog of om op over te ten ter tot uit van via voor
    per""".split()  # noqa: SIM905  (a list of words)
)


def calmed(title: str, lines: Iterable[str]) -> str:
    """Return a title in capitals as a sentence; any other title as it is.

    A word is written as it stands in the lines; one that stands nowhere in small letters, unless it is the name of a
    municipality, a Roman number or so short that it may be an abbreviation.

    Args:
        title: Of a paper.
        lines: Of the paper.
    """
    if not title.isupper() or sum(each.isalpha() for each in title) < _LEAST:
        return title
    forms = _forms(lines, {each.casefold() for each in _WORD.findall(title)})
    text = _WORD.sub(lambda match: _written(match[0], forms), title)
    return text[0].upper() + text[1:]


def _forms(lines: Iterable[str], wanted: set[str]) -> Mapping[str, Counter[str]]:
    """How words are written where they are not in capitals alone."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        if line.isupper():
            continue
        for word in _WORD.findall(line):
            is_stamp = word.isupper() and len(word) > _LONGEST_ACRONYM
            if (folded := word.casefold()) in wanted and not is_stamp:
                found[folded][word] += 1
    return found


def _written(word: str, forms: Mapping[str, Counter[str]]) -> str:
    folded = word.casefold()
    if folded in _SMALL:
        return folded
    if seen := forms.get(folded):
        return folded if folded in seen else seen.most_common(1)[0][0]
    if municipalities.is_municipality(word.title()):
        return word.title()
    return word if _ROMAN.fullmatch(word) or _ABBREVIATION.fullmatch(word) else folded
