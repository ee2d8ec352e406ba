"""Seconds that a draft of a briefing note takes, on ten themes.

    python -m benchmarks.briefing [--data DATA] [--rounds 3] [--theme THEME]...

Without DATA a knowledge base is made of the sample corpus. `first` is the first draft after opening, with the model
loaded: it makes the registers, which are kept until something is written. Other papers need other themes: in those of
`benchmarks.councils` much is said of "pensioenen" and "energiearmoede".
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from access import reader_named
from benchmarks.written import HERE
from desk.brief.note import compose
from ingest.pipeline import ingest
from search import open_knowledge_base
from search.embedders import build

THEMES = (
    "hernieuwbare energie",
    "deelmobiliteit",
    "digitaal buurtnetwerk",
    "regiovorming",
    "functionaris voor gegevensbescherming",
    "strooizout",
    "bibliotheken",
    "laadpalen",
    "UiTPAS",
    "doven van straatverlichting",
)


def measure(data: Path, rounds: int, themes: Sequence[str]) -> dict[str, object]:
    """Return seconds of the first draft, and the median and the longest of those after it; and how long notes are."""
    kb, reader, today = open_knowledge_base(data), reader_named(None), date.today()
    kb.warm_up()
    started = time.perf_counter()
    compose(kb, reader, themes[0], today=today)
    first = time.perf_counter() - started
    seconds, entries = [], []
    for _ in range(rounds):
        for theme in themes:
            started = time.perf_counter()
            note = compose(kb, reader, theme, today=today)
            seconds.append(time.perf_counter() - started)
            entries.append(sum(len(section.entries) for section in note.sections))
    return {
        "passages": kb.overview(reader).passages,
        "first_s": round(first, 2),
        "median_s": round(statistics.median(seconds), 2),
        "longest_s": round(max(seconds), 2),
        "entries": [min(entries), round(statistics.median(entries)), max(entries)],
    }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--theme", action="append")
    given = parser.parse_args()
    themes = given.theme or THEMES
    if given.data:
        print(json.dumps(measure(given.data, given.rounds, themes), indent=1))
        return
    with tempfile.TemporaryDirectory() as data:
        ingest([HERE.parent / "corpus"], Path(data), build())
        print(json.dumps(measure(Path(data), given.rounds, themes), indent=1))


if __name__ == "__main__":
    main()
