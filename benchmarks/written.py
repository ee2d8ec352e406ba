"""Writes measured figures down, under the commit that they were measured on."""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def write(name: str, figures: object) -> None:
    """Print the figures, and keep them."""
    print(keep(name, figures).read_text("utf-8"), end="")


def keep(name: str, figures: object) -> Path:
    """Keep the figures as results/COMMIT-name.json, COMMIT-dirty-name.json where files differ from that commit."""
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    file = HERE / "results" / f"{commit or 'uncommitted'}-{name}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return file
