"""How well themes are given: the labelled items of the sample corpus, by words alone, by meaning alone and by both.

python -m evaluation.themes [--corpus FOLDER] [--json]
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from ingest.formats import extract
from ingest.structure import structure
from ingest.types import Extraction, Section
from search.embedders import build
from search.items import named
from search.language import themes as listed
from search.registers.themes import MOST, Themes, embedded, themes_of
from search.types import Vectors

LABELS = Path(__file__).with_suffix(".tsv")
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
NEAR = 1.75  # standard deviations above the other themes; meaning alone is best there on the items that were tuned on


@dataclass(frozen=True, slots=True)
class Labelled:
    """An item and the themes that a reader would file it under."""

    title: str
    text: str
    themes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """Over all pairs of an item and a theme; `exact` is the share of items of which all themes are right."""

    by: str
    precision: float
    recall: float
    f1: float
    exact: float


def read(labels: Path, corpus: Path) -> list[Labelled]:
    """Return the labelled items that the corpus has."""
    wanted: dict[str, dict[int, frozenset[str]]] = defaultdict(dict)
    for line in labels.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            path, place, themes = line.split("\t")
            wanted[path][int(place)] = frozenset(filter(None, themes.split(";")))
    return [item for path in wanted for item in _labelled(corpus / path, path, wanted[path])]


def _labelled(file: Path, path: str, wanted: dict[int, frozenset[str]]) -> Iterator[Labelled]:
    extraction = extract(file, file.read_bytes())
    structured = structure(extraction, path)
    texts: dict[str, list[str]] = defaultdict(list)
    for section in structured.sections:
        texts[section.item].append(_text(section, extraction))
    titles = [title for title in texts if title]
    for place, themes in wanted.items():
        title = titles[place - 1] if place else structured.facts.title
        yield Labelled(_subject(title), "\n".join(texts[title if place else ""]), themes)


def _text(section: Section, extraction: Extraction) -> str:
    pages = {read.page.number: read.page.text for read in extraction.pages}
    return "\n".join(
        " ".join(" ".join(pages[span.page][span.start : span.end].split()) for span in block.spans)
        for block in section.blocks
    )


def _subject(title: str) -> str:
    """Return a title without its number and code."""
    item = named(title)
    for mark in (item.number, item.code) if item else ():
        title = title.removeprefix(mark).lstrip(" .):-–") if mark else title
    return title


def grade(by: str, given: Sequence[frozenset[str]], items: Sequence[Labelled]) -> Score:
    """Compare the themes given to each item with its labels."""
    right = sum(len(each & item.themes) for each, item in zip(given, items, strict=True))
    precision = right / max(sum(map(len, given)), 1)
    recall = right / max(sum(len(item.themes) for item in items), 1)
    exact = sum(each == item.themes for each, item in zip(given, items, strict=True)) / max(len(items), 1)
    return Score(by, precision, recall, 2 * precision * recall / max(precision + recall, 1e-9), exact)


def scores(items: Sequence[Labelled], themes: Themes, vectors: Vectors) -> list[Score]:
    """Grade three ways: words alone, meaning alone, both."""

    def given(way: Callable[[Labelled, Vectors | None], frozenset[str]], use: Vectors | None) -> list[frozenset[str]]:
        return [way(item, use[i] if use is not None else None) for i, item in enumerate(items)]

    def by_rule(item: Labelled, vector: Vectors | None) -> frozenset[str]:
        return frozenset(each.theme for each in themes_of(item.title, item.text, vector, themes))

    def by_meaning(item: Labelled, vector: Vectors | None) -> frozenset[str]:
        assert vector is not None
        assert themes.vectors is not None
        cosines = themes.vectors @ vector
        near = (cosines - cosines.mean()) / cosines.std()
        return frozenset(themes.themes[i].name for i in np.argsort(-near)[:MOST] if near[i] >= NEAR)

    return [
        grade("words", given(by_rule, None), items),
        grade("meaning", given(by_meaning, vectors), items),
        grade("both", given(by_rule, vectors), items),
    ]


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    items = read(LABELS, options.corpus)
    embedder = build()
    themes = embedded(Themes(listed.load()), embedder)
    found = scores(items, themes, embedder.embed_passages([item.title for item in items]))
    if options.json:
        sys.stdout.write(json.dumps({"items": len(items), "scores": [asdict(each) for each in found]}, indent=2) + "\n")
        return 0
    lines = [f"{len(items)} items", f"{'':9}precision recall    F1 exact"]
    lines += [f"{s.by:9}{s.precision:9.3f} {s.recall:6.3f} {s.f1:5.3f} {s.exact:5.3f}" for s in found]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
