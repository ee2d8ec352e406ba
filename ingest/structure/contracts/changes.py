"""What a clause said before, taken out of a table of changes: "Einddatum | 31 december 2021 | 31 december 2023"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.structure.contracts.money import amounts
from ingest.structure.contracts.text.clauses import Sentence

_COLUMNS = re.compile(
    r"\b(?:was|oude?|huidige?|vroeger|voordien|voorheen|bestaande?|oorspronkelijke?)\b[^.;]{0,40}\b(?:wordt|nieuwe?|voortaan|gewijzigde?)\b",
    re.IGNORECASE,
)
_LONGEST_HEAD = 90  # characters of the row that names the columns


def without_former(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences, those below "was | wordt" with only the second of two days, lengths or amounts."""
    part = -1
    for sentence in sentences:
        if len(sentence.text) < _LONGEST_HEAD and _COLUMNS.search(sentence.text):
            part = sentence.part
        yield _latter(sentence) if sentence.part == part else sentence


def _latter(sentence: Sentence) -> Sentence:
    values = (
        [(start, end) for _, start, end in sentence.days],
        [(each.start, each.end) for each in sentence.lengths],
        [(each.start, each.end) for each in amounts.find(sentence.text)],
    )
    for found in values:
        if len(found) == 2 and len(sentence.text) < 2 * _LONGEST_HEAD:
            return replace(sentence, text=sentence.text[: found[0][0]] + sentence.text[found[1][0] :])
    return sentence
