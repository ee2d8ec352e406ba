"""What structure costs of reading files in: `python -m benchmarks.structure FOLDER`.

Structure is everything that makes items, decisions, contracts, dossiers and themes of text that is read in any case.
Processor seconds of a whole reading, children included, against those of its structure: reading with and without it in
one process, plus what is derived of it at the end: of all of it, and again when nothing has changed, which is what a
reading of one more file costs but for that file. Writes benchmarks/results/COMMIT-structure.json.
"""

import argparse
import resource
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from sqlite_utils import Database

from benchmarks.written import write
from ingest import structure
from ingest.formats import extract
from ingest.formats import html as html_format
from ingest.pipeline import ingest
from ingest.types import Extraction
from search.database import open_for_writing
from search.embedders import build
from search.registers import belonging
from search.types import Embedder


def measure(folder: Path) -> dict[str, float]:
    """Return processor seconds of the whole and of each part of structure, and the share of the latter."""
    files = [(path, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]
    embedder = build()
    with TemporaryDirectory() as kept:
        data = Path(kept)
        started = _processor()
        ingest([folder], data, embedder)
        whole = _processor() - started
        with open_for_writing(data) as db:
            belonging.forget(db)
            derived, again = (_derive(db, embedder, data) for _ in range(2))
    parsed = _parse(files) - _without(files)
    return {
        "whole_s": round(whole, 2),
        "items_and_facts_s": round(parsed, 2),
        "derived_s": round(derived, 2),
        "derived_again_s": round(again, 2),
        "share_of_the_rest": round((parsed + derived) / (whole - parsed - derived), 3),
    }


def _derive(db: Database, embedder: Embedder, data: Path) -> float:
    started = time.process_time()
    belonging.bring_up_to_date(db, embedder, data)
    return time.process_time() - started


def _processor() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _parse(files: Sequence[tuple[Path, bytes]]) -> float:
    started = time.process_time()
    for path, content in files:
        found: Extraction = extract(path, content)
        if not found.outcome.has_failed:
            structure.structure(found, path.name)
    return time.process_time() - started


def _without(files: Sequence[tuple[Path, bytes]]) -> float:
    with (
        patch.object(structure, "treatments_of", return_value=()),
        patch.object(structure, "said_of", return_value=()),
        patch.object(html_format, "publication_of", return_value=None),
    ):
        return _parse(files)


def main() -> None:
    """Measure, print, and write down under the commit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    write("structure", measure(parser.parse_args().folder))


if __name__ == "__main__":
    main()
