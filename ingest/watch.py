"""Wait until something changes in a folder, and until it is done changing. Looks, and never touches."""

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from ingest.discover import discover

State = Mapping[str, tuple[int, int]]
"""Size and time of change of every file."""

PAUSE = 5.0  # seconds between two looks; also works on network drives, which tell nobody of their changes
QUIET = 2.0  # seconds that nothing may change before files count as copied completely


def look(paths: Sequence[Path], data: Path) -> State:
    """Return the state of the files in these folders, those of the knowledge base itself left out."""
    state = {}
    for found in discover(paths, (), data).files:
        try:
            about = os.stat(found.path, follow_symlinks=False)
        except OSError:
            continue  # gone between the walk and this look: the next look sees that
        state[str(found.path)] = (about.st_size, about.st_mtime_ns)
    return state


def wait(paths: Sequence[Path], data: Path, before: State, pause: float = PAUSE, quiet: float = QUIET) -> None:
    """Return as soon as the state is another than `before` and has been the same for `quiet` seconds.

    `before` is looked at before files are read in, so that what changes while they are is not missed.
    """
    while (now := look(paths, data)) == before:
        time.sleep(pause)
    while True:
        time.sleep(quiet)
        later = look(paths, data)
        if later == now:
            return
        now = later
