"""When the search answers: fit what the signals weigh on labelled questions, and report how often that is right.

    python -m benchmarks.abstention [--model NAME ...] [--write] [--grow SET ...] [--data DIR]

Asks the questions of evaluation/questions of the sample corpus and, where they lie beside the project, of the council
files. `--write` writes search/confidence.tsv, the curve and the figures; a model that was not measured gets the
weights of all those together. `--grow` puts the documents of sets in BEIR layout beside both and asks again as the base
grows, with the weights as they stand: give those of the CC0 sets. `--data` keeps the knowledge bases for a next time.
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.abstention import growing, report
from benchmarks.abstention.asking import Asked, ask, bases, opened
from benchmarks.abstention.fitting import fit
from benchmarks.retrieval.remembered import Remembering
from benchmarks.written import keep
from evaluation.questions import LabelledQuestion, labelled, stories
from search.confidence import ANY_MODEL
from search.embedders import DEFAULT, build


def main() -> None:
    """Print the figures; with --write, keep them and the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", action="append", default=[])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--grow", nargs="+", type=Path, default=[])
    parser.add_argument("--data", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        data = given.data or Path(temporary)
        run = _grow if given.grow else _fit
        run(given, data)


def _fit(given: argparse.Namespace, data: Path) -> None:
    by_name: dict[str, list[Asked]] = {}
    found = {}
    for model in given.model or [DEFAULT]:
        embedder = Remembering(build(model))
        name = embedder.name.partition("@")[0]
        asked, told = [], []
        for base in bases():
            kb = opened(data / f"{name}-{base}", [base], embedder)
            asked += ask(kb, _of(base, labelled()))
            told += ask(kb, _of(base, stories()))
        by_name[name] = asked
        found[name] = report.figures(asked, told)
        print(name, json.dumps(found[name], indent=1), flush=True)
    if given.write:
        weights = {name: fit(asked) for name, asked in by_name.items()}
        together = [each for asked in by_name.values() for each in asked]
        report.write_weights(weights | {ANY_MODEL: fit(together)})
        report.plot(by_name)
        keep("abstention", found)


def _grow(given: argparse.Namespace, data: Path) -> None:
    embedder = Remembering(build(*given.model[:1]))
    steps = growing.measure(data / "grown", embedder, given.grow)
    print(json.dumps(steps, indent=1))
    if given.write:
        keep("abstention-grown", {"embedder": embedder.name, "steps": steps})


def _of(base: str, questions: Sequence[LabelledQuestion]) -> list[LabelledQuestion]:
    return [question for question in questions if question.base == base]


if __name__ == "__main__":
    main()
