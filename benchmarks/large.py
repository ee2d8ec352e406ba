"""Milliseconds of a search among many passages: `python -m benchmarks.large [--passages 100000] [--data DIR]`.

The knowledge base is made of sentences of the Chamber's sets (CC0), drawn anew for each passage, so that words are
as frequent and passages as long as real ones; their vectors are the mean of those of their sentences. Documents of
twenty passages belong to ten municipalities in turn. With --data it is kept, and used again; about a second for each
thousand passages otherwise. Writes benchmarks/results/COMMIT-large.json.
"""

import argparse
import random
import sys
from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.asking import measure
from benchmarks.retrieval.questions import SETS
from benchmarks.written import write
from evaluation.beir import read
from search import derived, store
from search.database import FILE, open_for_writing
from search.embedders import build
from search.language.sentences import sentences
from search.store import Received
from search.types import EVERYONE, Document, Embedder, Kind, Outcome, Passage, Span, Vectors

SOURCES = ("dekamer_title2answer", "chamber_title2section")
SENTENCES = 20_000  # different ones
LENGTH = 650  # characters of a passage, at least
TOGETHER = 20  # passages of a document
MUNICIPALITIES = (
    *("Beernem", "Blankenberge", "Brugge", "Damme", "Jabbeke"),
    *("Knokke-Heist", "Oostkamp", "Torhout", "Zedelgem", "Zuienkerke"),
)
BODY = "gemeenteraad"
BATCH = 100  # documents stored together


def fill(data: Path, passages: int, embedder: Embedder) -> None:
    """Make a knowledge base with so many passages; the same one each time."""
    known = known_sentences()
    vectors = embedder.embed_passages(known)
    lengths = [len(sentence) for sentence in known]
    draw = random.Random(0)
    with open_for_writing(data) as db:
        store.claim(db, embedder)
        source = store.source(db, "large")
        for first in range(0, passages // TOGETHER, BATCH):
            with db.atomic():
                for number in range(first, min(first + BATCH, passages // TOGETHER)):
                    drawn = [_drawn(draw, lengths) for _ in range(TOGETHER)]
                    texts = [" ".join(known[i] for i in chosen) for chosen in drawn]
                    store.put(
                        db, source, _document(number, texts, _unit(np.array([vectors[i].mean(0) for i in drawn])))
                    )
        store.touch(db)
        derived.make(db, data, embedder)


def known_sentences() -> list[str]:
    """Return the sentences that passages are made of, in an order that is always the same."""
    folders = [SETS / name for name in SOURCES if (SETS / name).is_dir()]
    if not folders:
        sys.exit("The sets that this is made of do not lie beside the project (../shared/data/eval).")
    found = [
        " ".join(text[start:end].split())
        for folder in folders
        for text in (entry.text for entry in read(folder).documents)
        for start, end in sentences(text)
    ]
    every = sorted({sentence for sentence in found if 40 <= len(sentence) <= 400})
    return random.Random(0).sample(every, min(SENTENCES, len(every)))


def _drawn(draw: random.Random, lengths: list[int]) -> list[int]:
    chosen: list[int] = []
    while sum(lengths[i] for i in chosen) < LENGTH:
        chosen.append(draw.randrange(len(lengths)))
    return chosen


def _document(number: int, texts: list[str], vectors: Vectors) -> Received:
    municipality = MUNICIPALITIES[number % len(MUNICIPALITIES)]
    day = date(2013, 1, 1) + timedelta(days=number % 4_700)
    context = f"{municipality}, {BODY}, {day.isoformat()}"
    passages = [
        Passage(0, 0, i, (Span(1 + i // 3, 0, len(text)),), text, (f"{i + 1}. {text[:60]}",), context)
        for i, text in enumerate(texts)
    ]
    title = f"Notulen {BODY} {municipality}"
    path, sha256 = f"{number}.pdf", f"{number:064x}"
    pages = TOGETHER // 3 + 1
    about = Document(
        0, path, sha256, title, Kind.MINUTES, municipality, BODY, day, None, pages, EVERYONE, Outcome.OK, ""
    )
    return Received(about, 0, None, False, 0, (), passages, vectors)


def _unit(vectors: Vectors) -> Vectors:
    unit: Vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return unit


def main() -> None:
    """Make the knowledge base where it is not there yet, measure, print, and write down under the commit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with nullcontext(given.data) if given.data else TemporaryDirectory() as folder:
        data = Path(folder)
        if not (data / FILE).is_file():
            fill(data, given.passages, build())
        write("large", {"passages": given.passages, "times": measure(data, given.rounds)})


if __name__ == "__main__":
    main()
