"""Bring a knowledge base up to date with folders of documents: discover, extract, structure, split, embed, store."""

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from ingest.discover import discover
from ingest.keeping import Keeper
from ingest.reading import Reading, read_all
from ingest.report import Report
from search.database import open_for_writing
from search.types import Embedder

BATCH = 256  # passages embedded and committed together; twice as many made it no faster


class Progress(Protocol):
    """Is told how far a run is."""

    def start(self, files: int, /) -> None:
        """Be told how many files there are."""

    def done(self, path: str, pages: int, /) -> None:
        """Be told that a file is dealt with, and how many pages were read of it."""


def ingest(
    paths: Sequence[Path],
    data: Path,
    embedder: Embedder,
    *,
    audience: str | None = None,
    workers: int = 2,
    progress: Progress | None = None,
) -> Report:
    """Add new files, replace changed ones, forget those that are gone. Twice gives the same as once.

    Args:
        paths: Files and folders.
        data: The folder of the knowledge base; made where there is none.
        embedder: Must be the one that made the knowledge base.
        audience: Who may read these files; None leaves that as it was, and new files are for everyone.
        workers: How many files are parsed at the same time.
        progress: Is told how far it is.

    Raises:
        search.errors.Locked: Another process is writing.
        search.errors.ModelMismatch: Another model made the knowledge base.
    """
    started = time.monotonic()
    with open_for_writing(data) as db:
        keeper = Keeper(db, data, embedder, audience)
        discovery = discover(paths, keeper.roots(), data)
        if progress:
            progress.start(len(discovery.files))
        for batch in _batches(read_all(discovery.files, keeper.checksums(), workers)):
            keeper.keep(batch)
            if progress:
                for reading in batch:
                    progress.done(reading.found.key, reading.pages)
        keeper.forget_missing(paths, discovery)
        keeper.finish(time.monotonic() - started)
    return keeper.report


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """Group files until their passages fill a batch: one commit, one call of the model."""
    batch: list[Reading] = []
    for reading in readings:
        batch.append(reading)
        if sum(len(one.pieces) for one in batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


__all__ = ["Progress", "Report", "ingest"]
