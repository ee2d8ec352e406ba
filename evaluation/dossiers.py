"""Grade the dossiers that form by themselves: pairs of matters of the sample papers that belong together, or do not.

    python -m evaluation.dossiers [--json] [--show]

Reads the folder corpus/ of this project into a knowledge base, as a user would, and looks at its dossiers.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from access import reader_named
from ingest.pipeline import ingest
from search import embedders, open_knowledge_base
from search.registers.decisions import Decision
from search.registers.register import Register
from search.registers.tellings import Telling

ROOT = Path(__file__).parent.parent
LABELS = Path(__file__).with_suffix(".tsv")


@dataclass(frozen=True, slots=True)
class Figures:
    """How well pairs of matters are put together, each in [0, 1], and of how many."""

    matters: int
    dossiers: int
    pairs: int
    precision: float
    recall: float
    f1: float


def register() -> Register:
    """Read the sample papers in, and return what everyone may know of them."""
    with TemporaryDirectory() as folder:
        ingest([ROOT / "corpus"], Path(folder), embedders.build())
        return open_knowledge_base(Path(folder)).registers.register(reader_named(None))


def labels() -> Mapping[tuple[str, str], frozenset[str]]:
    """Return the dossiers that each item may belong to; "" stands for none."""
    rows = (line.split("\t") for line in LABELS.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {(path, number): frozenset(names.split("|")) for path, number, names in rows}


def grade(told: Mapping[str, frozenset[str]], formed: Mapping[str, str]) -> Figures:
    """Return the figures over the pairs of which the labels tell whether they belong together.

    Args:
        told: The dossiers that each matter may belong to, by its key.
        formed: The dossier that each matter was put in, where it was put in one.
    """
    right = wrong = missed = 0
    for one, other in combinations(sorted(told), 2):
        is_together = formed.get(one, one) == formed.get(other, other)
        belong = _belong(told[one], told[other])
        right += belong is True and is_together
        wrong += belong is False and is_together
        missed += belong is True and not is_together
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figures(len(told), len(set(formed.values())), right + missed, precision, recall, f1)


def _belong(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Whether two matters belong together; None where the labels leave it open."""
    if one == other and len(one) == 1:
        return one != {""}
    return None if (one & other) - {""} else False


def label_of(decision: Decision, told: Mapping[tuple[str, str], frozenset[str]]) -> frozenset[str]:
    """Return the label of a decision: that of any of the papers that tell of it."""
    places = [place for paper in decision.papers for place in _places(paper.document.path, paper.telling)]
    return next((told[place] for place in places if place in told), frozenset({""}))


def _places(path: str, telling: Telling) -> Iterator[tuple[str, str]]:
    """Yield how the labels may name an item: by its number, by its place, or as the whole paper."""
    if not telling.is_item:
        yield path, "-"
        return
    yield path, telling.treatment.number
    if not telling.treatment.number:
        yield path, str(telling.treatment.position + 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the sample papers, form dossiers, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.dossiers", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.add_argument("--show", action="store_true", help="also print each dossier")
    options = parser.parse_args(arguments)
    known, read = labels(), register()
    told = {key: label_of(decision, known) for key, decision in read.decisions.items()}
    figures = grade(told, {key: dossier.key for key, dossier in read.dossier_of.items()})
    if options.show:
        sys.stderr.writelines(_shown(read, told))
    shown = {name: round(getattr(figures, name), 4) for name in Figures.__slots__}
    lines = [json.dumps(shown)] if options.json else [f"{name:10} {value}" for name, value in shown.items()]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _shown(read: Register, told: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for dossier in read.dossiers:
        yield f"\n{dossier.title}: {len(dossier.decisions)} stukken\n"
        yield from (
            f"  {'|'.join(sorted(told[e.key])):25} {e.document.path} {e.title[:80]}\n" for e in dossier.decisions
        )


if __name__ == "__main__":
    sys.exit(main())
