"""Where the originals and their reading versions stand: named after their content, below the data folder."""

import os
import re
from pathlib import Path

from search.types import Document

ORIGINALS = "originals"
RENDITIONS = "renditions"


def original(data: Path, sha256: str) -> Path:
    """Return where the bytes of a file with this checksum stand."""
    return data / ORIGINALS / sha256[:2] / sha256


def rendition(data: Path, sha256: str) -> Path:
    """Return where the reading version (PDF) of a file with this checksum stands."""
    return data / RENDITIONS / sha256[:2] / f"{sha256}.pdf"


def keep(path: Path, content: bytes) -> None:
    """Write a file under its final name, whole or not at all. What stands there already is left alone."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    with fresh.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)


def offered_name(document: Document) -> str:
    """Return the name under which a file is offered for download: its own, without anything that could do harm."""
    name = document.path.rsplit("/", 1)[-1]
    return re.sub(r"[\x00-\x1f\x7f<>:\"/\\|?*\u202a-\u202e\u2066-\u2069]", "_", name)[:150] or "document"


def sweep(data: Path, wanted: set[str]) -> None:
    """Delete the kept files that no document speaks of any more, and what an interrupted write left."""
    for folder in (ORIGINALS, RENDITIONS):
        for path in (data / folder).glob("*/*"):
            if path.name.split(".")[0] not in wanted or path.name.endswith(".new"):
                path.unlink(missing_ok=True)
