"""Milliseconds of a search, embedding of the question included, against the same search without words or meaning.

    python -m benchmarks.asking DATA [--rounds 5]

Each question is new to the knowledge base in each round: what it remembers of questions is cleared in between.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np

from access import reader_named
from search import Mode, open_knowledge_base
from search.question import parse
from search.types import Query

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


def main() -> None:
    """Print the percentiles as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    kb, reader = open_knowledge_base(given.data), reader_named(None)
    kb.search(QUESTIONS[0], reader)
    times: dict[str, list[float]] = {"search": [], "embed": [], "lexical": [], "dense": []}
    for _ in range(given.rounds):
        for question in QUESTIONS:
            asked = parse(Query(question))
            for name, action in (
                ("embed", lambda asked=asked: kb.embedder.embed_query(asked.core)),
                ("lexical", lambda asked=asked: kb.rank(asked, reader, Mode.LEXICAL)),
                ("dense", lambda asked=asked: kb.rank(asked, reader, Mode.DENSE)),
                ("search", lambda question=question: kb.search(question, reader)),
            ):
                kb.vector.cache_clear()
                started = time.perf_counter()
                action()
                times[name].append((time.perf_counter() - started) * 1000)
    print(
        json.dumps(
            {
                name: {"p50_ms": round(float(np.percentile(t, 50)), 1), "p95_ms": round(float(np.percentile(t, 95)), 1)}
                for name, t in times.items()
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
