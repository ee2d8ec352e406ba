"""The derived files of a knowledge base and their manifest: what they were made from, and the checksum of their bytes.

FAISS itself notices none of 100 flipped bits; 7 of them changed the answers.
"""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

FOLDER = "index"
MANIFEST = "manifest.json"


def write(data: Path, made_from: Mapping[str, object], makers: Mapping[str, Callable[[Path], None]]) -> None:
    """Write the derived files, each by its maker, to temporary files that are synced and then renamed.

    A reader finds the old files, the new ones, or some that do not fit together and are then not used.
    """
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for leftover in folder.glob("*.new"):
        leftover.unlink(missing_ok=True)
    fresh = {}
    for name, make in makers.items():
        fresh[name] = folder / f"{name}.new"
        make(fresh[name])
    described = folder / f"{MANIFEST}.new"
    files = {name: {"sha256": _sha256(path), "size": path.stat().st_size} for name, path in fresh.items()}
    described.write_text(json.dumps({"made_from": dict(made_from), "files": files}, indent=1), encoding="utf-8")
    for name, path in {**fresh, MANIFEST: described}.items():
        _sync(path)
        path.replace(folder / name)
    for other in folder.iterdir():  # of an older version of this program
        if other.name not in {*fresh, MANIFEST}:
            other.unlink(missing_ok=True)
    _sync(folder)


def intact_file(data: Path, name: str, made_from: Mapping[str, object]) -> Path | None:
    """Return a derived file if it was made from this and not a bit of it has changed since."""
    try:
        manifest = json.loads((data / FOLDER / MANIFEST).read_text(encoding="utf-8"))
        file, noted = data / FOLDER / name, manifest["files"][name]
        if any(manifest["made_from"][key] != value for key, value in made_from.items()):
            return None
        is_whole = noted["size"] == file.stat().st_size and noted["sha256"] == _sha256(file)
        return file if is_whole else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def version(data: Path) -> int:
    """Return a number that changes when the derived files do; 0 where there are none."""
    try:
        return (data / FOLDER / MANIFEST).stat().st_mtime_ns
    except OSError:
        return 0


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
