"""What people call what is written: texts in the words of a council, and how one asks for them in other words.

The tables lie in `training/paraphrases/`, one a domain, a line a text: the text, then a question in each of the columns
below. They were written for this project: see `training/README.md`. A fifth of the texts is never trained on.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from search.language import thesaurus
from training.pairs import Source, Text, split_sentences
from training.split import SHARE

FOLDER = Path(__file__).parent / "paraphrases"
SYNONYM = "synonym"
"""The kind of pair that the thesaurus gives: another name, and the name."""
COLUMNS = ("everyday", "question", "terms", "written_fr", "written_en")
"""How a text is asked for: in keywords, in a sentence, in other terms of the trade, in French, in English."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text, and what asks for it: a question for each of COLUMNS."""

    key: str
    text: str
    questions: tuple[str, ...]


def read(folder: Path = FOLDER) -> list[Written]:
    """Return every text of the tables in a folder; a line that has not one question a column is an error."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
                if len(row) != 1 + len(COLUMNS) or not all(cell.strip() for cell in row):
                    raise ValueError(f"{path.name}, line {number}: {len(row)} columns, or an empty one")
                found.append(Written(f"{path.stem}:{number}", row[0], tuple(row[1:])))
    return found


def is_held_out(written: Written) -> bool:
    """Whether a text is never trained on."""
    return crc32(written.text.encode()) % SHARE == 0


def paraphrase_sources(folder: Path = FOLDER) -> list[Source]:
    """Return a kind of pair for each column, of the texts that are trained on."""
    kept = [written for written in read(folder) if not is_held_out(written)]
    texts = [Text(written.key, split_sentences(written.text)) for written in kept]
    sources = []
    for column, name in enumerate(COLUMNS):
        pairs = tuple((written.questions[column], text) for written, text in zip(kept, texts, strict=True))
        answers: dict[str, frozenset[str]] = {}
        for question, text in pairs:
            answers[question] = answers.get(question, frozenset()) | {text.key}
        sources.append(Source(name, pairs, answers))
    return sources


def synonym_source() -> Source:
    """Return each name of a subject in the thesaurus with the first one, either way round."""
    pairs: list[tuple[str, Text]] = []
    answers: dict[str, frozenset[str]] = {}
    for number, line in enumerate(thesaurus.lines(), start=1):
        names = [name.strip() for name in line.replace("=", ",", 1).split(",")]
        key = f"{SYNONYM}:{number}"
        for name in names[1:]:
            for question, text in ((name, names[0]), (names[0], name)):
                pairs.append((question, Text(key, (text,))))
                answers[question] = answers.get(question, frozenset()) | {key}
    return Source(SYNONYM, tuple(pairs), answers)
