"""The subcommand that counts what was said of answers, and writes it as labelled questions for `evaluate`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cli import options
from cli.output import print_json, print_text, warn

if TYPE_CHECKING:
    from desk.kept.judgements import Placed


def arguments(part: argparse.ArgumentParser) -> None:
    """Add the arguments of the subcommand."""
    part.add_argument(
        "--export", type=Path, metavar="MAP", help="schrijf er een BEIR-map van, voor: streekgeheugen evaluate MAP"
    )
    options.reader(part)


def feedback(given: argparse.Namespace) -> int:
    """Count or export what everyone said of what this reader may read; 1 where there is nothing to export."""
    from access import reader_named
    from desk.exports.judgements import written
    from desk.kept.feedback import listed
    from desk.kept.judgements import placed
    from search import open_knowledge_base

    kb, reader = open_knowledge_base(given.data), reader_named(given.reader)
    judgements = listed(given.data, None)
    counts = _counts(placed(kb, reader, judgements))
    if given.export is None:
        _print(given, counts)
        return 0
    done = written(given.export, kb, reader, judgements)
    if done is None:
        warn("Er is nog niets gezegd van een document dat deze lezer mag lezen: er is niets geschreven.")
        return 1
    if done.unmeasured == done.questions:
        warn("Van geen enkele vraag is al een document bekend dat ze beantwoordt: evaluate kan er nog niets mee.")
    _print(given, {"folder": str(given.export), **done.as_json()})
    return 0


def _counts(every: "list[Placed]") -> dict[str, object]:
    """Return how often what was said, of what this reader may read, and on how many questions."""
    from desk.kept.feedback import Verdict
    from desk.kept.judgements import State, by_question

    seen = [each.judgement for each in every if each.state is not State.WITHHELD]
    counts = {str(verdict): sum(each.verdict is verdict for each in seen) for verdict in Verdict}
    return {"judgements": len(seen), "questions": len(by_question(seen)), **counts}


_NAMES = {
    "judgements": "oordelen", "questions": "vragen", "answers": "antwoordt", "does_not": "antwoordt niet",
    "missed": "had gevonden moeten worden", "unanswered": "niets gevonden, had moeten staan", "folder": "map",
    "documents": "documenten", "labels": "labels", "unmeasured": "vragen zonder bekend antwoord",
}  # fmt: skip


def _print(given: argparse.Namespace, numbers: dict[str, object]) -> None:
    if given.json:
        print_json(numbers)
    else:
        print_text("\n".join(f"{_NAMES[name]:>34}  {value}" for name, value in numbers.items()))
