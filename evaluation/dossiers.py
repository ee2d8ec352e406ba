"""Grade the dossiers that form by themselves: pairs of matters of the sample papers that belong together, or do not.

    python -m evaluation.dossiers [--json] [--show]

Needs the folder corpus/ of this project. Knows nothing of the knowledge base: papers are read as `ingest` reads them.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from ingest.formats import extract
from ingest.structure import structure
from ingest.types import Section
from search import citations, embedders, naming
from search.copies import RICHEST
from search.items import named
from search.matters import telling
from search.threads import Matter, Thread, links, threads
from search.types import Embedder, Page

ROOT = Path(__file__).parent.parent
LABELS = Path(__file__).with_suffix(".tsv")
FIRST = 400  # characters of the text that go into the vector, after the title
COPIES = 0.6  # least share of the words of the shorter title that a copy of the same number has too


@dataclass(frozen=True, slots=True)
class Piece:
    """An item of one paper, or a paper without items, before copies are put together."""

    path: str
    number: str
    title: str
    text: str
    matter: Matter


@dataclass(frozen=True, slots=True)
class Figures:
    """How well pairs of matters are put together, each in [0, 1], and of how many."""

    matters: int
    threads: int
    pairs: int
    precision: float
    recall: float
    f1: float


def pieces(folder: Path) -> Iterator[Piece]:
    """Read the papers in a folder and its folders; what cannot be read is passed over."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        read = extract(file, file.read_bytes())
        if read.outcome.has_failed:
            continue
        path = file.relative_to(folder).as_posix()
        found = structure(read, f"{folder.name}/{path}")
        pages = {each.page.number: each.page for each in read.pages}
        items: dict[str, list[Section]] = defaultdict(list)
        for section in found.sections:
            items[section.item].append(section)
        facts = found.facts
        blank = Matter("", facts.municipality, facts.body, facts.date, "", "", facts.kind, None, (), (), None)
        if not any(items):
            text = _text((section for part in items.values() for section in part), pages)
            yield _piece(path, "-", facts.title, text, blank)
        effects = {treatment.title: treatment.effect for treatment in found.treatments}
        for place, (title, part) in enumerate((pair for pair in items.items() if pair[0]), start=1):
            item = named(title)
            number = (item.number if item else "") or str(place)
            effect = next((each for known, each in effects.items() if known and known in title), None)
            yield _piece(path, number, title, _text(part, pages), replace(blank, effect=effect))


def _piece(path: str, number: str, title: str, text: str, blank: Matter) -> Piece:
    item = named(title)
    whole = f"{title}\n{text}"
    matter = replace(
        blank,
        key=f"{path}#{number}",
        title=title,
        code=item.code if item else "",
        cites=citations.find(whole),
        names=naming.find(whole),
        told=telling(whole),
    )
    return Piece(path, number, title, text, matter)


def _text(sections: Iterable[Section], pages: Mapping[int, Page]) -> str:
    return "\n".join(
        " ".join(pages[span.page].text[span.start : span.end].replace("\n", " ") for span in block.spans)
        for section in sections
        for block in section.blocks
    )


def decisions(found: Iterable[Piece], embedder: Embedder) -> list[tuple[Matter, list[Piece]]]:
    """Put the copies of each decision together, and give it a vector."""
    groups: list[list[Piece]] = []
    of_sitting: dict[tuple[object, ...], list[list[Piece]]] = defaultdict(list)
    for piece in found:
        sitting = (piece.matter.municipality, piece.matter.body, piece.matter.date)
        may = piece.matter.kind in RICHEST and piece.number != "-" and piece.matter.date is not None
        alike = of_sitting[sitting] if may else []
        group = next((g for g in alike if all(m.path != piece.path and _is_copy(m, piece) for m in g)), None)
        if group is None:
            group = []
            groups.append(group)
            alike.append(group)
        group.append(piece)
    richest = [min(group, key=lambda piece: (RICHEST.get(piece.matter.kind, 0), piece.path)) for group in groups]
    vectors = embedder.embed_passages([f"{piece.title}\n{piece.text[:FIRST]}" for piece in richest])
    return [
        (replace(_whole(piece, group), vector=vector), group)
        for piece, group, vector in zip(richest, groups, vectors, strict=True)
    ]


def _whole(richest: Piece, group: Sequence[Piece]) -> Matter:
    matters = [piece.matter for piece in group]
    return replace(
        richest.matter,
        code=next((each.code for each in matters if each.code), ""),
        effect=next((each.effect for each in matters if each.effect), None),
        cites=tuple(dict.fromkeys(cited for each in matters for cited in each.cites)),
        names=tuple(dict.fromkeys(name for each in matters for name in each.names)),
    )


def _is_copy(one: Piece, other: Piece) -> bool:
    a, b = named(one.title), named(other.title)
    if a is None or b is None:
        return False
    if a.code and b.code:
        return a.code == b.code
    share = len(a.words & b.words) / min(len(a.words), len(b.words))
    return a.words == b.words or (one.number == other.number and share >= COPIES)


def labels() -> Mapping[tuple[str, str], frozenset[str]]:
    """Return the dossiers that each item may belong to; "" stands for none."""
    rows = (line.split("\t") for line in LABELS.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {(path, number): frozenset(names.split("|")) for path, number, names in rows}


def grade(told: Mapping[str, frozenset[str]], found: Sequence[Thread]) -> Figures:
    """Return the figures over the pairs of which the labels tell whether they belong together."""
    thread_of = {key: at for at, thread in enumerate(found) for key in thread.keys}
    right = wrong = missed = 0
    for one, other in combinations(sorted(told), 2):
        is_together = thread_of.get(one, one) == thread_of.get(other, other)
        belong = _belong(told[one], told[other])
        right += belong is True and is_together
        wrong += belong is False and is_together
        missed += belong is True and not is_together
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figures(len(told), len(found), right + missed, precision, recall, f1)


def _belong(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Whether two matters belong together; None where the labels leave it open."""
    if one == other and len(one) == 1:
        return one != {""}
    return None if (one & other) - {""} else False


def label_of(group: Iterable[Piece], told: Mapping[tuple[str, str], frozenset[str]]) -> frozenset[str]:
    """Return the label of the decision that these pieces are copies of."""
    return next((told[p.path, p.number] for p in group if (p.path, p.number) in told), frozenset({""}))


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the sample papers, form dossiers, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.dossiers", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    parser.add_argument("--show", action="store_true", help="also print each dossier")
    options = parser.parse_args(arguments)
    formed = decisions(pieces(ROOT / "corpus"), embedders.build())
    known = labels()
    told = {matter.key: label_of(group, known) for matter, group in formed}
    matters = [matter for matter, _ in formed]
    found = threads([matter.key for matter in matters], links(matters))
    figures = grade(told, found)
    if options.show:
        sys.stderr.writelines(_shown(found, {matter.key: matter.title for matter in matters}, told))
    shown = {name: round(getattr(figures, name), 4) for name in Figures.__slots__}
    lines = [json.dumps(shown)] if options.json else [f"{name:10} {value}" for name, value in shown.items()]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _shown(found: Iterable[Thread], titles: Mapping[str, str], told: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for thread in found:
        if len(thread.keys) > 1:
            yield f"\n{len(thread.keys)} stukken\n"
            yield from (f"  {'|'.join(sorted(told[key])):25} {key} {titles[key][:80]}\n" for key in thread.keys)


if __name__ == "__main__":
    sys.exit(main())
