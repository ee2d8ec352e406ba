"""Writes measured figures down, under the commit that they were measured on."""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def write(name: str, figures: object) -> None:
    """Print the figures and keep them as results/COMMIT-name.json."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short=12", "HEAD"], cwd=HERE, capture_output=True, text=True, check=False
    ).stdout.strip()
    file = HERE / "results" / f"{commit or 'uncommitted'}-{name}.json"
    file.parent.mkdir(exist_ok=True)
    text = json.dumps(figures, indent=1)
    file.write_text(text + "\n", encoding="utf-8")
    print(text)
