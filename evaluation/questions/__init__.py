"""Questions on the sample corpus and on council files, with what answers them.

The tables `labelled.tsv` and `stories.tsv` say at their top what their columns mean.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from zlib import crc32


class Base(StrEnum):
    """What a question is asked of."""

    SAMPLE = "sample"  # corpus/
    COUNCIL = "council"  # shared/data/council, beside the project


class Part(StrEnum):
    """What a question is for."""

    FIT = "fit"
    REPORT = "report"
    A = "A"  # of the stories: reported
    B = "B"  # of the stories: never looked at while something is tuned
    C = "C"  # likewise, and by another hand


class Answerable(StrEnum):
    """Whether anything in the base answers a question."""

    YES = "yes"
    NEAR = "near"  # nothing does, though the question uses the base's own words and subjects
    JUNK = "junk"  # nothing does, and the question has nothing to do with the base


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a document that answers a question."""

    path: str  # below the folder that is read in
    page: int  # from 1


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question that somebody of a user story would ask of one of the bases."""

    base: Base
    story: str  # staff, directors, coordinator
    text: str
    answerable: Answerable
    where: tuple[Place, ...]  # every place that answers it; empty where none does
    part: Part


def labelled() -> tuple[LabelledQuestion, ...]:
    """Return the questions that tell answering from abstaining; a checksum of the text divides them into two parts."""
    return tuple(
        LabelledQuestion(
            Base(row["base"]),
            row["story"],
            row["question"],
            Answerable(row["answer"]),
            _where(row["where"]),
            Part.REPORT if crc32(row["question"].encode()) % 2 else Part.FIT,
        )
        for row in _rows("labelled.tsv")
    )


def stories() -> tuple[LabelledQuestion, ...]:
    """Return the questions that share no word with what answers them."""
    return tuple(
        LabelledQuestion(
            Base(row["base"]),
            row["story"],
            row["question"],
            Answerable.YES,
            _where(row["where"]),
            Part(row["set"]),
        )
        for row in _rows("stories.tsv")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    table = (line for line in lines if line and not line.startswith("#"))
    return csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")


def _where(places: str) -> tuple[Place, ...]:
    parts = (place.rpartition(" p. ") for place in places.split(" | ") if place)
    return tuple(Place(path, int(page)) for path, _, page in parts)
