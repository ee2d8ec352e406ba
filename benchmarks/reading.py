"""Pages per second of a whole ingest, against the floor: extraction plus embedding alone, in the same run.

    python -m benchmarks.reading FOLDER [--rounds 3]

The floor parses each file in this very process, without a sandbox, and embeds the passages in one go, sorted as the
model likes them. What ingest does besides (processes, structure, splitting, words, storing, index) must fit in what
two workers save; the target is a ratio of at least 0.8.
"""

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path

from ingest import formats
from ingest.discover import discover
from ingest.pipeline import ingest
from search import store
from search.database import open_for_reading
from search.embedders import build
from search.embedding import embedded_text
from search.types import Embedder


def floor(folder: Path, texts: list[str], embedder: Embedder) -> float:
    """Return the seconds that extraction and embedding take by themselves."""
    started = time.perf_counter()
    for found in discover([folder], ()).files:
        formats.extract(found.path, found.path.read_bytes())
    embedder.embed_passages(texts)
    return time.perf_counter() - started


def whole(folder: Path, data: Path, embedder: Embedder) -> tuple[float, float, int]:
    """Return the seconds of a first and of a second ingest, and the number of pages."""
    started = time.perf_counter()
    report = ingest([folder], data, embedder)
    first = time.perf_counter() - started
    started = time.perf_counter()
    ingest([folder], data, embedder)
    return first, time.perf_counter() - started, report.pages


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """Return the medians over some rounds."""
    embedder = build()
    embedder.embed_passages(["warm"])
    firsts, seconds, floors = [], [], []
    pages = passages = 0
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as data:
            first, second, pages = whole(folder, Path(data), embedder)
            db = open_for_reading(Path(data))
            texts = [embedded_text(passage) for passage in store.every_passage(db)]
            db.close()
        passages = len(texts)
        firsts.append(first)
        seconds.append(second)
        floors.append(floor(folder, texts, embedder))
    return {
        "pages": pages,
        "passages": passages,
        "pages_per_second": round(pages / statistics.median(firsts), 1),
        "floor_pages_per_second": round(pages / statistics.median(floors), 1),
        "ratio_to_floor": round(statistics.median(a / b for a, b in zip(floors, firsts, strict=True)), 3),
        "second_run_share": round(statistics.median(seconds) / statistics.median(firsts), 4),
    }


def main() -> None:
    """Print the medians as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    print(json.dumps(measure(given.folder, given.rounds), indent=1))


if __name__ == "__main__":
    main()
