"""What was said of answers as labelled questions: a folder in BEIR layout that `streekgeheugen evaluate` measures.

The documents are all that one reader may read, not only those that were judged: one of ten is found too easily.
"""

import csv
import hashlib
import io
import json
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desk.kept.feedback import Judgement, Verdict
from desk.kept.judgements import Asked, Placed, State, by_question, name_of, placed
from search import KnowledgeBase
from search.language.dates import in_words
from search.types import Document, DocumentId, Passage, Reader

_GRADES: Final[Mapping[Verdict, int]] = {Verdict.ANSWERS: 1, Verdict.MISSED: 1, Verdict.DOES_NOT: 0}


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the folder."""

    documents: int
    questions: int
    labels: int
    unmeasured: int  # questions of which no document is known that answers: `evaluate` leaves these out

    def as_json(self) -> dict[str, int]:
        """Return the numbers as the command line prints them."""
        return {
            "documents": self.documents,
            "questions": self.questions,
            "labels": self.labels,
            "unmeasured": self.unmeasured,
        }


def written(folder: Path, kb: KnowledgeBase, reader: Reader, judgements: Sequence[Judgement]) -> Written | None:
    """Write what may be read and what was said of it; None, and nothing written, where nothing was said of it.

    Written for the eyes of who exports: the folder holds the text of documents.
    """
    of = labels(placed(kb, reader, judgements))
    if not of:
        return None
    asked = {name_of(each.query): each for each in by_question(judgements)}
    documents = kb.documents(reader)
    names = named(documents)
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    entries = (_line(_entry(names[each.id], each, kb.passages(each.id, reader))) for each in documents)
    _write(folder / "corpus.jsonl", entries)
    _write(folder / "queries.jsonl", (_line(_question(asked[question])) for question in of))
    _write(folder / "qrels" / "test.tsv", _table(of, names))
    counts = [len(grades) for grades in of.values()]
    unmeasured = sum(not any(grades.values()) for grades in of.values())
    return Written(len(documents), len(of), sum(counts), unmeasured)


def labels(every: Iterable[Placed]) -> dict[str, dict[DocumentId, int]]:
    """Return for each question how each document answers it, 1 or 0: what most people say of it.

    Of one person a yes to any passage counts before a no to another. Where as many say yes as no, nobody knows, and
    the document is left out; so is what was said of another version of its text.
    """
    said: dict[tuple[str, DocumentId], dict[str, int]] = defaultdict(dict)
    for each in every:
        grade = _GRADES.get(each.judgement.verdict)
        if grade is not None and each.document and each.state is State.STANDS:
            people = said[name_of(each.judgement.query), each.document.id]
            people[each.judgement.owner] = max(grade, people.get(each.judgement.owner, 0))
    of: dict[str, dict[DocumentId, int]] = defaultdict(dict)
    for (question, document), people in said.items():
        yes = sum(people.values())
        if yes * 2 != len(people):
            of[question][document] = int(yes * 2 > len(people))
    return dict(of)


def named(documents: Iterable[Document]) -> dict[DocumentId, str]:
    """Return the name of each document in the set: its path, with a number where two folders hold that path."""
    names: dict[DocumentId, str] = {}
    taken: set[str] = set()
    for document in documents:
        name = document.path if document.path not in taken else f"{document.path}#{document.id}"
        taken.add(name)
        names[document.id] = name
    return names


def _entry(name: str, document: Document, passages: Sequence[Passage]) -> dict[str, object]:
    """Return a document as `evaluate` reads it: what its passages have above them stands in the title and on lines."""
    day = in_words(document.date) if document.date else None
    about = filter(None, (document.municipality, document.body, day, document.title))
    lines: list[str] = []
    above: tuple[str, ...] = ()
    for passage in passages:
        lines += [heading for heading in passage.headings if heading not in above]
        lines.append(passage.text)
        above = passage.headings
    return {"_id": name, "title": " | ".join(about), "text": "\n".join(lines)}


def _question(asked: Asked) -> dict[str, object]:
    return {"_id": _id(name_of(asked.query)), "text": asked.query.text}


def _id(name: str) -> str:
    """Return the name of a question in the set: the same at each export."""
    return "v" + hashlib.sha256(name.encode()).hexdigest()[:12]


def _line(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _table(of: Mapping[str, Mapping[DocumentId, int]], names: Mapping[DocumentId, str]) -> Iterator[str]:
    yield _row("query-id", "corpus-id", "score")
    for question, grades in of.items():
        for document, grade in grades.items():
            yield _row(_id(question), names[document], grade)


def _row(*cells: str | int) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n").writerow(cells)
    return text.getvalue()


def _write(file: Path, lines: Iterable[str]) -> None:
    """Put the lines in a file that only its owner may read, in place of what it held: all of them or none."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
            stream.writelines(lines)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
