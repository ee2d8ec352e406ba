"""Everything that is measured, on the sample corpus or on a folder that is named: `python -m benchmarks [FOLDER]`.

Writes benchmarks/results/COMMIT.json and prints it.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks import asking, reading
from benchmarks.written import HERE, write
from ingest.pipeline import ingest
from search.embedders import build


def main() -> None:
    """Measure, print, and write down under the commit."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "corpus"
    with tempfile.TemporaryDirectory() as data:
        ingest([folder], Path(data), build())
        figures = {
            "folder": folder.name,
            "reading": reading.measure(folder, 3),
            "asking": asking.measure(Path(data), 5),
        }
    write(folder.name, figures)


if __name__ == "__main__":
    main()
