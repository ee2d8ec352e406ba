"""Files -> their bytes, checksums and what was parsed of them, several at a time. Opens them; parses none itself."""

import hashlib
import os
import stat
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from ingest.discover import Found, Identity
from ingest.sandbox import Sandbox
from ingest.types import Parsed, Piece
from search.types import Outcome

LARGEST = 100 * 2**20  # bytes; a longer file is not read
AHEAD = 16  # files read ahead of the embedding: with 4, the workers stood still while a batch was embedded
AHEAD_BYTES = 200 * 2**20  # their sizes together, which bounds the memory


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read. `parsed` is None where the stored version is still right."""

    found: Found
    content: bytes
    sha256: str
    parsed: Parsed | None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its passages, as far as they are to be embedded now."""
        return self.parsed.pieces if self.parsed else ()

    @property
    def pages(self) -> int:
        """How many pages were read of it now."""
        return len(self.parsed.pages) if self.parsed else 0


def read_all(files: Iterable[Found], known: Mapping[Identity, str], workers: int) -> Iterator[Reading]:
    """Read files in their order, `workers` at a time, each in a process of its own with limits.

    Args:
        files: What to read.
        known: The checksum that each file had when it was stored, where that is still to be trusted.
        workers: How many files are parsed at the same time.
    """
    sandboxes: SimpleQueue[Sandbox] = SimpleQueue()
    with ExitStack() as stack:
        for _ in range(workers):
            sandboxes.put(stack.enter_context(Sandbox()))
        pool = stack.enter_context(ThreadPoolExecutor(workers, thread_name_prefix="read"))

        def task(found: Found) -> Reading:
            sandbox = sandboxes.get()
            try:
                return read(found, known.get(found.identity), sandbox)
            finally:
                sandboxes.put(sandbox)

        waiting: deque[tuple[Future[Reading], int]] = deque()
        ahead = 0
        try:
            for found in files:
                size = _size(found.path)
                while waiting and (len(waiting) >= AHEAD or ahead + size > AHEAD_BYTES):
                    future, done = waiting.popleft()
                    ahead -= done
                    yield future.result()
                waiting.append((pool.submit(task, found), size))
                ahead += size
            while waiting:
                yield waiting.popleft()[0].result()
        finally:
            for future, _ in waiting:
                future.cancel()


def read(found: Found, stored: str | None, sandbox: Sandbox) -> Reading:
    """Read one file. Never raises for what is wrong with the file: that is in the outcome."""
    try:
        content = _bytes(found.path)
    except _Refused as refusal:
        return Reading(found, b"", "", refusal.parsed)
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 == stored:
        return Reading(found, b"", sha256, None)
    return Reading(found, content, sha256, sandbox.read(found.path, content, f"{found.root.name}/{found.key}"))


class _Refused(Exception):
    def __init__(self, outcome: Outcome, message: str) -> None:
        self.parsed = Parsed(outcome, message=message)


def _size(path: Path) -> int:
    """Return the bytes that reading a file may take; 0 where it cannot be looked at, which reading then says."""
    try:
        return min(os.stat(path, follow_symlinks=False).st_size, LARGEST)
    except OSError:
        return 0


def _bytes(path: Path) -> bytes:
    """Return the content of a regular file; never follows a link, never waits on a pipe or a device."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _Refused(Outcome.CORRUPT, f"Het bestand kan niet worden geopend ({reason}).") from error
    about = os.fstat(descriptor)
    if not stat.S_ISREG(about.st_mode):
        os.close(descriptor)
        raise _Refused(Outcome.UNSUPPORTED, "Dit is geen gewoon bestand.")
    with os.fdopen(descriptor, "rb") as stream:
        if about.st_size > LARGEST:
            size = about.st_size // 2**20
            raise _Refused(Outcome.LIMIT, f"Het bestand is {size} MB groot; de grens is 100 MB. Splits het op.")
        try:
            return stream.read(LARGEST + 1)[:LARGEST]
        except OSError as error:
            reason = error.strerror or str(error)
            raise _Refused(Outcome.CORRUPT, f"Het bestand kan niet worden gelezen ({reason}).") from error
