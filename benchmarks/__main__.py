"""Everything that is measured, on the sample corpus or on a folder that is named: `python -m benchmarks [FOLDER]`.

Writes benchmarks/results/COMMIT.json and prints it.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import asking, reading
from ingest.pipeline import ingest
from search.embedders import build

HERE = Path(__file__).parent


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
    commit = subprocess.run(
        ["git", "rev-parse", "--short=12", "HEAD"], cwd=HERE, capture_output=True, text=True, check=False
    ).stdout.strip()
    results = HERE / "results" / f"{commit or 'uncommitted'}-{folder.name}.json"
    results.parent.mkdir(exist_ok=True)
    results.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
