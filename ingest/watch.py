"""Wait until something changes in a folder, and until it is done changing. Looks, and never touches."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

from ingest.discover import discover

PAUSE = 5.0  # seconds between two looks; also works on network drives, which tell nobody of their changes
QUIET = 2.0  # seconds that nothing may change before files count as copied completely


def changes(paths: Sequence[Path]) -> None:
    """Return as soon as a file was added, changed or removed and all has been quiet for a while."""
    before = _state(paths)
    while (now := _state(paths)) == before:
        time.sleep(PAUSE)
    while True:
        time.sleep(QUIET)
        later = _state(paths)
        if later == now:
            return
        now = later


def _state(paths: Sequence[Path]) -> dict[str, tuple[int, int]]:
    state = {}
    for found in discover(paths, ()).files:
        try:
            about = os.stat(found.path, follow_symlinks=False)
        except OSError:
            continue  # gone between the walk and this look: the next look sees that
        state[str(found.path)] = (about.st_size, about.st_mtime_ns)
    return state
