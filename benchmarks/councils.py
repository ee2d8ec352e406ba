"""A knowledge base of many sittings, to measure drafts on: `python -m benchmarks.councils DIR [--passages 100000]`.

Minutes of ten councils through twelve years, as text, read in as any file is. Titles of items are questions of the
Chamber's sets (CC0), what is said are their sentences drawn anew, and each item is decided; so that there are as many
decisions, links and themes as such a region would have, about 25 of them for each sitting.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.large import LENGTH, MUNICIPALITIES, SOURCES, known_sentences
from benchmarks.retrieval.questions import SETS
from evaluation.beir import read
from ingest.pipeline import ingest
from search.embedders import build
from search.language.dates import in_words

ITEMS = 25  # of a sitting
PARAGRAPHS = 2  # of an item, beside its decision: four passages, of which a short one
YEARS = 12
_OUTCOMES = (
    *("De raad keurt dit met eenparigheid van stemmen goed.",) * 6,
    "Met 17 stemmen voor en 8 stemmen tegen.",
    "De raad verdaagt dit punt naar een volgende zitting.",
    "De raad neemt kennis.",
)


def write(folder: Path, passages: int) -> None:
    """Write the minutes of as many sittings as hold about so many passages; the same ones each time."""
    said, titles, draw = known_sentences(), _titles(), random.Random(0)
    sittings = passages // (ITEMS * (PARAGRAPHS + 2))
    for number in range(sittings):
        place = MUNICIPALITIES[number % len(MUNICIPALITIES)]
        day = date(2013, 1, 7) + timedelta(days=number * YEARS * 365 // sittings)
        file = folder / place / f"{day.isoformat()}_notulen_{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(_minutes(draw, place, day, titles, said)))


def _minutes(draw: random.Random, place: str, day: date, titles: Sequence[str], said: Sequence[str]) -> Iterator[str]:
    yield f"Gemeente {place}\nNotulen van de gemeenteraad\nZitting van {in_words(day)}\n"
    for number in range(1, ITEMS + 1):
        yield f"{number}. {draw.choice(titles)}\n"
        for _ in range(PARAGRAPHS):
            paragraph: list[str] = []
            while sum(map(len, paragraph)) < LENGTH:
                paragraph.append(draw.choice(said))
            yield " ".join(paragraph) + "\n"
        yield f"BESLUIT:\n{draw.choice(_OUTCOMES)}\nArtikel 1. {draw.choice(said)}\nArtikel 2. {draw.choice(said)}\n"


def _titles() -> list[str]:
    asked = (query for name in SOURCES for query in read(SETS / name).questions.values())
    found = {" ".join(query.split()).strip(" .\"'") for query in asked}
    return sorted(title for title in found if 15 <= len(title) <= 150)


def main() -> None:
    """Write the minutes and read them in."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--passages", type=int, default=100_000)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        write(Path(folder), given.passages)
        report = ingest([Path(folder)], given.data, build())
    print(report)


if __name__ == "__main__":
    main()
