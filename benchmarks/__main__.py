"""Everything that is measured, on the sample corpus or on a folder that is named: `python -m benchmarks [FOLDER]`.

Writes benchmarks/results/COMMIT-FOLDER.json and prints it.
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks import asking, reading
from benchmarks.written import HERE, write
from ingest.pipeline import ingest
from search.embedders import build


def main() -> None:
    """Measure, print, and write down under the commit."""
    folder = _folder()
    with tempfile.TemporaryDirectory() as data:
        ingest([folder], Path(data), build())
        figures = {
            "folder": folder.name,
            "reading": reading.measure(folder, 3),
            "asking": asking.measure(Path(data), 5),
        }
    write(folder.name, figures)


def _folder() -> Path:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=HERE.parent / "corpus",
        help="files to read (default: the sample corpus)",
    )
    given = parser.parse_args()
    if not given.folder.is_dir():
        parser.error(f"{given.folder} is no folder")
    return Path(given.folder).resolve()  # "." has a name too


if __name__ == "__main__":
    main()
