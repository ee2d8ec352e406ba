"""Quality of the search on question sets, against baselines in the same run.

    python -m benchmarks.retrieval [SET ...] [--most 300] [--ablate] [--write]

SET is a folder in BEIR layout; without any, every set that lies beside the project. The systems: `bm25s` with a Dutch
Snowball stemmer over whole documents; `vectors`, the base model alone over passages, as vector-only systems do; our
own words (`lexical`), our own meaning (`dense`), both (`hybrid`), and `rrf`, reciprocal rank fusion of the two.
Embeddings are kept in build/vectors, so that a second run takes seconds.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.retrieval import ablations, report
from benchmarks.retrieval.measure import PAIRS, Pair, measure
from benchmarks.retrieval.questions import every_set
from benchmarks.retrieval.remembered import Remembering
from benchmarks.retrieval.systems import SYSTEMS
from benchmarks.written import keep
from search.embedders import DEFAULT, build
from search.rerankers import build as build_reranker
from search.types import Embedder

BASE = "use-multilingual-3"
"""The model that ours was made of."""


def main() -> None:
    """Measure the sets that were asked for, and print tables; with --write, keep them under the commit."""
    given = _arguments()
    folders = given.folders or every_set()
    if not folders:
        sys.exit("There are no sets beside the project (../shared/data/eval); name a folder in BEIR layout.")
    embedder, base = Remembering(build(given.model)), Remembering(build(BASE))
    (_ablate if given.ablate else _compare)(given, folders, embedder, base)


def _compare(given: argparse.Namespace, folders: list[Path], embedder: Embedder, base: Embedder) -> None:
    reranker = build_reranker(given.reranker) if given.reranker else None
    rows = []
    for folder in folders:
        rows += measure(folder, embedder, base, reranker, given.most, [*PAIRS, *given.compare])
        print(folder.name, file=sys.stderr, flush=True)
    tables = report.tables(rows)
    print(tables)
    if given.write:
        figures = {"embedder": embedder.name, "most": given.most, "sets": [row.as_json() for row in rows]}
        keep("retrieval", figures)
        report.replace_between("figures", tables)
        report.plot(rows)


def _ablate(given: argparse.Namespace, folders: list[Path], embedder: Embedder, base: Embedder) -> None:
    by_set = {folder.name: ablations.without_each(folder, embedder, base, given.most) for folder in folders}
    table = report.ablation_table(by_set)
    print(table)
    if given.write:
        figures = {name: {part: found.as_json() for part, found in parts.items()} for name, parts in by_set.items()}
        keep("ablations", {"embedder": embedder.name, "most": given.most, "sets": figures})
        report.replace_between("ablations", table)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="SET")
    parser.add_argument("--most", type=int, metavar="N", help="questions of each set, drawn at random; default all")
    parser.add_argument("--model", default=DEFAULT, metavar="NAME", help="the model of our search")
    parser.add_argument("--reranker", metavar="NAME", help="measure our search with this reranker too")
    parser.add_argument("--compare", action="append", default=[], type=_pair, metavar="OURS:THEIRS")
    parser.add_argument("--ablate", action="store_true", help="hybrid without each of its parts, on unseen questions")
    parser.add_argument("--write", action="store_true", help="keep the figures under the commit and in the README")
    return parser.parse_args()


def _pair(text: str) -> Pair:
    ours, _, theirs = text.partition(":")
    if unknown := {ours, theirs} - {*SYSTEMS}:
        raise argparse.ArgumentTypeError(f"no system {', '.join(sorted(unknown))}; choose from {', '.join(SYSTEMS)}")
    return ours, theirs


if __name__ == "__main__":
    main()
