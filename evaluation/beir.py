"""A folder in BEIR layout: corpus.jsonl, queries.jsonl and qrels/test.tsv. Source: Thakur et al., "BEIR", 2021."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class NotBeir(ValueError):
    """The folder does not hold a set in BEIR layout."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the set."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Documents, questions by id, and for each question how well documents answer it (document id: grade)."""

    documents: tuple[Entry, ...]
    questions: dict[str, str]
    grades: dict[str, dict[str, int]]


def read(folder: Path) -> QuestionSet:
    """Read a set; questions without a single graded document are left out.

    Raises:
        NotBeir: A file is missing or is not what it should be.
    """
    try:
        documents = tuple(
            Entry(str(row["_id"]), str(row.get("title") or ""), str(row.get("text") or ""))
            for row in _rows(folder / "corpus.jsonl")
        )
        questions = {str(row["_id"]): str(row["text"]) for row in _rows(folder / "queries.jsonl")}
        grades = _grades(folder / "qrels" / "test.tsv")
    except (OSError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise NotBeir(f"{folder} is geen BEIR-map (corpus.jsonl, queries.jsonl, qrels/test.tsv): {error}") from error
    asked = {i: text for i, text in questions.items() if any(grade > 0 for grade in grades.get(i, {}).values())}
    if not documents or not asked:
        raise NotBeir(f"{folder} bevat geen documenten of geen beoordeelde vragen.")
    return QuestionSet(documents, asked, grades)


def _rows(file: Path) -> Iterator[dict[str, object]]:
    with file.open(encoding="utf-8") as stream:
        for line in stream:
            if line.strip():
                yield json.loads(line)


def _grades(file: Path) -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = {}
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.reader(stream, delimiter="\t"):
            if len(row) >= 3 and row[2].strip().lstrip("-").isdigit():  # the first line names the columns
                grades.setdefault(row[0], {})[row[1]] = int(row[2])
    return grades
