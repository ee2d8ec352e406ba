"""A folder -> the files in it, each with the name that it has in the knowledge base. Opens none of them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
IGNORED_PREFIXES = (".", "~$")  # hidden files, and the lock files that Word and LibreOffice leave


Identity: TypeAlias = tuple[str, str]
"""The folder that files were read from, and the name of a file below it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file: where it stands, and its name `key` below the folder `root`, with forward slashes."""

    path: Path
    root: Path
    key: str

    @property
    def identity(self) -> Identity:
        """By which the knowledge base knows the file again."""
        return str(self.root), self.key


@dataclass(slots=True)
class Discovery:
    """What a walk met: the files, what was passed over, and the folders that could not be looked into."""

    files: list[Found] = field(default_factory=list)
    ignored: int = 0
    closed: list[tuple[Path, str]] = field(default_factory=list)  # folder, reason


def discover(paths: Sequence[Path], roots: Iterable[Path], data: Path | None = None) -> Discovery:
    """Walk files and folders in the order of their names, following no links.

    A file below one of `roots` (folders that were read before) keeps the name that it has there, whichever folder
    is named now; so that reading a subfolder, or the folder above, makes no second copy of anything. The folder
    `data` of the knowledge base itself is passed over.
    """
    discovery = Discovery()
    seen: set[Path] = set()
    own = Path(os.path.abspath(data)) if data else None
    known = sorted(roots, key=lambda root: len(root.parts), reverse=True)
    for given in paths:
        start = Path(os.path.abspath(given))
        default = start if start.is_dir() else start.parent
        for path in _walk(start, discovery, own):
            if path not in seen:
                seen.add(path)
                root = next((root for root in known if path.is_relative_to(root)), default)
                discovery.files.append(Found(path, root, printable(path.relative_to(root).as_posix())))
    return discovery


def printable(name: str) -> str:
    r"""Return a file name as text: bytes that are no UTF-8 are written as \xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _walk(start: Path, discovery: Discovery, own: Path | None) -> Iterator[Path]:
    if not start.is_dir():
        yield start
        return
    try:
        entries = sorted(os.scandir(start), key=lambda entry: entry.name)
    except OSError as error:
        discovery.closed.append((start, error.strerror or str(error)))
        return
    for entry in entries:
        if entry.name.lower() in IGNORED_NAMES or entry.name.startswith(IGNORED_PREFIXES):
            discovery.ignored += 1
        elif entry.is_symlink():
            discovery.ignored += 1  # a link may lead anywhere, also to what the reader may not have
        elif entry.is_dir() and Path(entry.path) == own:
            discovery.ignored += 1
        elif entry.is_dir():
            yield from _walk(Path(entry.path), discovery, own)
        else:
            yield Path(entry.path)
