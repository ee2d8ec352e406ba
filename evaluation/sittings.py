"""Compare the minutes of sittings with their decision lists: two papers that tell the same, read apart.

    python -m evaluation.sittings FOLDER [--json]

Counts an item as the same where number and outcome agree, and lists every difference.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from ingest.formats import extract
from ingest.structure import structure
from ingest.types import Structured
from search.registers.treatments import Treatment
from search.types import Kind

_ALIKE = 0.6  # of 1: titles of one item differ in a chapter's name or an outcome; those of two items share less
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """An item that the two papers of a sitting tell otherwise."""

    sitting: str
    what: str  # "missing in minutes", "missing in list", "number", "outcome"
    title: str
    minutes: str
    decision_list: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two papers of one sitting share."""

    sitting: str
    in_minutes: int
    in_list: int
    paired: int  # items found in both
    same_number: int
    same_outcome: int
    same: int  # of those: number and outcome
    differences: tuple[Difference, ...]


def compare(sitting: str, minutes: Sequence[Treatment], decided: Sequence[Treatment]) -> Comparison:
    """Match the items of minutes to those of a decision list by title, and say where they differ."""
    pairs, only_minutes, only_list = pair(minutes, decided)
    differences = [Difference(sitting, "missing in list", item.title, item.number, "") for item in only_minutes]
    differences += [Difference(sitting, "missing in minutes", item.title, "", item.number) for item in only_list]
    numbers = outcomes = both = 0
    for one, other in pairs:
        has_number, has_outcome = one.number == other.number, one.effect is other.effect
        numbers, outcomes, both = numbers + has_number, outcomes + has_outcome, both + (has_number and has_outcome)
        if not has_number:
            differences.append(Difference(sitting, "number", one.title, one.number, other.number))
        if not has_outcome:
            differences.append(Difference(sitting, "outcome", one.title, str(one.effect), str(other.effect)))
    return Comparison(
        sitting, len(minutes), len(decided), len(pairs), numbers, outcomes, both, tuple(differences)
    )  # fmt: skip


def pair(
    minutes: Sequence[Treatment], decided: Sequence[Treatment]
) -> tuple[list[tuple[Treatment, Treatment]], list[Treatment], list[Treatment]]:
    """Items of the same title in both papers, the most alike first; then those only in one and only in the other."""
    scored = sorted(
        (
            (likeness(one.title, other.title), one.number == other.number, -abs(at - to), at, to)
            for at, one in enumerate(minutes)
            for to, other in enumerate(decided)
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for score, _, _, at, to in scored:
        if score >= _ALIKE and at not in taken and to not in used:
            taken[at] = to
            used.add(to)
    pairs = [(minutes[at], decided[to]) for at, to in sorted(taken.items())]
    left = [item for at, item in enumerate(minutes) if at not in taken]
    return pairs, left, [item for to, item in enumerate(decided) if to not in used]


def likeness(title: str, other: str) -> float:
    """How alike two titles are, in [0, 1]; one that holds the whole other title is that title."""
    one, two = _bare(title), _bare(other)
    shorter, longer = sorted((one, two), key=len)
    if shorter and shorter in longer and len(shorter.split()) >= _FEWEST_WORDS:
        return 1.0
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _bare(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def sittings(papers: Iterable[tuple[str, Structured]]) -> list[Comparison]:
    """Compare every sitting of which both papers are there. A paper is a path and what was read from it."""
    found: dict[tuple[str, str, str], dict[Kind, Structured]] = defaultdict(dict)
    for path, paper in papers:
        facts = paper.facts
        if facts.kind in (Kind.MINUTES, Kind.DECISION_LIST) and facts.date:
            # Minutes that do not name their municipality lie in the folder of the list that does.
            place = str(Path(path).parent) if facts.municipality is None else facts.municipality
            found[(place, facts.body or "", facts.date.isoformat())].setdefault(facts.kind, paper)
    return [
        compare(" ".join(key), each[Kind.MINUTES].treatments, each[Kind.DECISION_LIST].treatments)
        for key, each in sorted(found.items())
        if len(each) == 2
    ]


def as_json(comparisons: Sequence[Comparison]) -> dict[str, Any]:
    """The figures of all sittings together, and every difference."""
    paired = sum(each.paired for each in comparisons)
    return {
        "sittings": len(comparisons),
        "items_in_minutes": sum(each.in_minutes for each in comparisons),
        "items_in_list": sum(each.in_list for each in comparisons),
        "items_in_both": paired,
        "same_number": _share(sum(each.same_number for each in comparisons), paired),
        "same_outcome": _share(sum(each.same_outcome for each in comparisons), paired),
        "same_both": _share(sum(each.same for each in comparisons), paired),
        "differences": [asdict(difference) for each in comparisons for difference in each.differences],
    }


def as_text(figures: Mapping[str, Any]) -> str:
    """The figures for people: a line for each, and one for each difference."""
    lines = [f"{name:18} {value}" for name, value in figures.items() if name != "differences"]
    lines += [
        f"  {each['sitting']}: {each['what']}: {each['title'][:90]} [{each['minutes']} | {each['decision_list']}]"
        for each in figures["differences"]
    ]
    return "\n".join(lines)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _read(folder: Path) -> Iterable[tuple[str, Structured]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            relative = path.relative_to(folder)
            read = extract(relative, path.read_bytes())
            if read.pages:
                yield str(relative), structure(read, f"{folder.name}/{relative}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.sittings", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    if not given.folder.is_dir():
        parser.error(f"no such folder: {given.folder}")
    figures = as_json(sittings(_read(given.folder)))
    shown = json.dumps(figures, ensure_ascii=False, indent=1) if given.json else as_text(figures)
    sys.stdout.write(shown + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
