"""Milliseconds of a search, embedding of the question included, against the same search without words or meaning.

    python -m benchmarks.asking DATA [--rounds 5]

`filtered` is a search among the documents of one municipality, the one that has most. Each question is new to the
knowledge base in each round: what it remembers of questions is cleared in between.
"""

import argparse
import json
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from access import reader_named
from search import KnowledgeBase, Mode, open_knowledge_base, postings
from search.answer import Query
from search.question import parse

QUESTIONS = (
    "wat hebben we beslist over hernieuwbare energie",
    "zonnepanelen op gemeentelijke daken",
    "welke subsidies zijn er voor verenigingen",
    "retributiereglement parkeren",
    "aanstelling nieuwe leverancier kopieertoestellen",
    "jaarrekening kerkfabriek advies",
    "verkeersveiligheid schoolomgeving",
    "wie heeft ervaring met deelmobiliteit",
    "qu'avons-nous décidé sur l'énergie renouvelable",
    "what did we decide about street lighting",
    "aankoopcentrale toetreding raamovereenkomst",
    "straatnamen fusie",
    "belasting op leegstand van woningen",
    "speeltuin aankoop toestellen",
    "waterlopen onderhoud overstroming",
    "personeel rechtspositieregeling wijziging",
)


def measure(data: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Return p50 and p95 in milliseconds of a whole search and of its parts."""
    kb, reader = open_knowledge_base(data), reader_named(None)
    kb.warm_up()  # as the app does
    kb.search(QUESTIONS[0], reader)
    municipalities = tuple(kb.overview(reader).municipalities)[:1]
    times: dict[str, list[float]] = {"search": [], "filtered": [], "embed": [], "lexical": [], "dense": []}
    for _ in range(rounds):
        for question in QUESTIONS:
            asked = parse(Query(question))
            actions: dict[str, Callable[[], object]] = {
                "embed": partial(kb.embedder.embed_query, asked.core),
                "lexical": partial(kb.rank, asked, reader, Mode.LEXICAL),
                "dense": partial(kb.rank, asked, reader, Mode.DENSE),
                "search": partial(kb.search, question, reader),
                "filtered": partial(kb.search, Query(question, municipalities=municipalities), reader),
            }
            for name, action in actions.items():
                _forget(kb)
                started = time.perf_counter()
                action()
                times[name].append((time.perf_counter() - started) * 1000)
    return {
        name: {"p50_ms": round(float(np.percentile(t, 50)), 1), "p95_ms": round(float(np.percentile(t, 95)), 1)}
        for name, t in times.items()
    }


def _forget(kb: KnowledgeBase) -> None:
    """Forget the vectors and the words of questions; what is kept for the whole content stays, as it would."""
    kb.vector.cache_clear()
    words = kb._vocabulary(kb.index.fingerprint.revision)
    words._kept, words._last = {}, {}
    postings._kept._places.clear()


def main() -> None:
    """Print the percentiles as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    print(json.dumps(measure(given.data, given.rounds), indent=1))


if __name__ == "__main__":
    main()
