"""How well facts of contracts and positions are read: against labels written by a person who saw no code.

`python -m evaluation.agreements [--json]` reads the folder `corpus/` and reports each field, miss and false alarm.
"""

import argparse
import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingest.formats import extract
from ingest.structure import structure
from search.registers.agreements import Fact, Field
from search.types import Kind

LABELS = Path(__file__).with_name("agreements.tsv")
CORPUS = Path(__file__).parent.parent / "corpus"
_DEFENSIBLE = "#? "
_NAMES = frozenset({Field.SUBJECT, Field.AMENDS, Field.REPLACES, Field.SUPPLIER, Field.HOLDER})
_GROUPS = frozenset({Field.MAY_JOIN, Field.PARTY})
_FIRST_WORDS = 8  # of a statement, that its label holds
_ALIKE = 0.6  # share of words that two names of a contract must have in common
# Papers of a sitting are labelled with these alone; what they say besides is not counted for or against.
_OF_SITTINGS = frozenset({Field.JOINED, Field.AMENDS})
_SITTINGS = frozenset({Kind.MINUTES, Kind.EXTRACT, Kind.DECISION_LIST, Kind.AGENDA})
_SMALL = frozenset("de het een en van voor in op met aan der over tot bij".split())  # noqa: SIM905  (a list of words)
_WHICH = frozenset("alle andere elk elke ieder iedere hun haar ook overige".split())  # noqa: SIM905  (a list of words)
"""Before a group: some who label take them into its name, others leave them out."""


@dataclass(frozen=True, slots=True)
class Label:
    """A fact that a person read; `defensible` ones count neither when found nor when missed."""

    path: str
    field: Field
    value: str
    detail: str
    defensible: bool


@dataclass(slots=True)
class Score:
    """What was found of one field."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    detail_right: int = 0
    detail_asked: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        found = self.right + len(self.wrong)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of the labels that was found; 1 where there are none."""
        asked = self.right + len(self.missed)
        return self.right / asked if asked else 1.0


def read_labels(path: Path = LABELS) -> list[Label]:
    """Read the labels; lines that begin with "#" are remarks, with "#?" facts that may be read otherwise.

    Raises:
        FileNotFoundError: The file is not there.
        ValueError: A line names a field that does not exist.
    """
    labels = []
    with path.open(encoding="utf-8", newline="") as file:
        for cells in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            head = cells[0] if cells else ""
            defensible = head.startswith(_DEFENSIBLE)
            if len(cells) < 3 or head == "path" or (head.startswith("#") and not defensible):
                continue
            detail = cells[3] if len(cells) > 3 else ""
            labels.append(Label(head.removeprefix(_DEFENSIBLE), Field(cells[1]), cells[2], detail, defensible))
    return labels


def facts_in(path: Path, name: str) -> tuple[Kind, tuple[Fact, ...]]:
    """What one document says, as ingestion reads it."""
    found = structure(extract(path, path.read_bytes()), name)
    return found.facts.kind, found.said


def score(labels: Sequence[Label], found: dict[str, tuple[Kind, tuple[Fact, ...]]]) -> dict[Field, Score]:
    """Compare what was found in each document with its labels."""
    by_path: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        by_path[label.path].append(label)
    scores = {each: Score() for each in Field}
    for path in sorted(by_path.keys() | found.keys()):
        kind, facts = found.get(path, (Kind.OTHER, ()))
        for each in Field:
            if kind in _SITTINGS and each not in _OF_SITTINGS:
                continue
            asked = [label for label in by_path[path] if label.field is each]
            _compare(scores[each], path, asked, [fact for fact in facts if fact.field is each])
    return scores


def _compare(into: Score, path: str, labels: Sequence[Label], facts: Sequence[Fact]) -> None:
    left = list(facts)
    for label in sorted(labels, key=lambda each: each.defensible):
        match = next((fact for fact in left if is_same(label, fact)), None)
        if match is not None:
            left.remove(match)
        if label.defensible:
            continue
        if match is None:
            into.missed.append(f"{path}: {label.value}")
            continue
        into.right += 1
        if label.detail:
            into.detail_asked += 1
            into.detail_right += _same_detail(label.detail, match.detail)
    into.wrong += [f"{path}: {fact.value} | {fact.detail} | {fact.said[:100]}" for fact in left]


def is_same(label: Label, fact: Fact) -> bool:
    """Whether a fact is what the label says; names may be longer or shorter, statements go by first words."""
    if label.field is Field.STATEMENT:
        return " ".join(fact.value.split()[:_FIRST_WORDS]) == label.value
    if label.field in _NAMES:
        return any(_alike(part, fact.value) for part in (label.value, *label.value.split(", ")))
    if label.field in _GROUPS:
        return _telling(label.value) - _WHICH == _telling(fact.value) - _WHICH
    return label.value == fact.value


def _same_detail(asked: str, found: str) -> bool:
    return _telling(asked) <= _telling(found) or (bool(found) and _telling(found) <= _telling(asked))


def _alike(asked: str, found: str) -> bool:
    one, other = _telling(asked), _telling(found)
    if not one or not other:
        return False
    shared = len(one & other)
    return one == other or 2 * shared / (len(one) + len(other)) >= _ALIKE


def _telling(text: str) -> set[str]:
    return {word for word in _words(text.casefold()) if word not in _SMALL}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\s,.;:()\"“”]+", text)


def main(arguments: Iterable[str] | None = None) -> int:
    """Print the figures; 0 when all documents could be read."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.agreements", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    asked = parser.parse_args(None if arguments is None else list(arguments))
    files = sorted(path for path in CORPUS.rglob("*") if path.suffix in (".pdf", ".docx", ".html"))
    found = {str(path.relative_to(CORPUS).as_posix()): path for path in files}
    scores = score(read_labels(), {name: facts_in(path, name) for name, path in found.items()})
    if asked.json:
        sys.stdout.write(json.dumps(as_json(scores), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("\n".join(lines(scores)) + "\n")
    return 0


def as_json(scores: dict[Field, Score]) -> dict[str, dict[str, object]]:
    """The figures as a document: {field: {precision, recall, right, missed, wrong, detail}}."""
    return {
        str(each): {
            "precision": round(one.precision, 3),
            "recall": round(one.recall, 3),
            "right": one.right,
            "missed": one.missed,
            "wrong": one.wrong,
            "detail": f"{one.detail_right}/{one.detail_asked}",
        }
        for each, one in scores.items()
    }


def lines(scores: dict[Field, Score]) -> Iterator[str]:
    for each, one in scores.items():
        yield (
            f"{each:16} precision {one.precision:.2f}  recall {one.recall:.2f}  right {one.right:3}"
            f"  detail {one.detail_right}/{one.detail_asked}"
        )
        yield from (f"    missed: {line}" for line in one.missed)
        yield from (f"    wrong: {line}" for line in one.wrong)


if __name__ == "__main__":
    sys.exit(main())
