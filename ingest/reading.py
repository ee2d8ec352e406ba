"""One file -> all that is known of it before it is embedded: its bytes, text, structure and passages."""

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
from ingest.split import Piece, split
from ingest.structure import structure
from ingest.types import Extraction, Facts
from search.types import Kind, Outcome

LARGEST = 100 * 2**20  # bytes; a longer file is not read
AHEAD = 2  # files read ahead of the embedding, per worker: bounds the memory


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read. `extraction` is None where the stored version is still right."""

    found: Found
    content: bytes
    sha256: str
    extraction: Extraction | None
    facts: Facts | None = None
    pieces: tuple[Piece, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages were read of it now."""
        return len(self.extraction.pages) if self.extraction else 0


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

        waiting: deque[Future[Reading]] = deque()
        try:
            for found in files:
                waiting.append(pool.submit(task, found))
                if len(waiting) > AHEAD * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def read(found: Found, stored: str | None, sandbox: Sandbox) -> Reading:
    """Read one file. Never raises for what is wrong with the file: that is in the outcome."""
    try:
        content = _bytes(found.path)
    except _Refused as refusal:
        return Reading(found, b"", "", refusal.extraction, _nameless(found))
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 == stored:
        return Reading(found, b"", sha256, None)
    extraction = sandbox.read(found.path, content)
    if extraction.outcome.has_failed:
        return Reading(found, content, sha256, extraction, _nameless(found))
    structured = structure(extraction, f"{found.root.name}/{found.key}")
    pieces = split(structured, [page.page for page in extraction.pages])
    return Reading(found, content, sha256, extraction, structured.facts, tuple(pieces))


class _Refused(Exception):
    def __init__(self, outcome: Outcome, message: str) -> None:
        self.extraction = Extraction(outcome, message=message)


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


def _nameless(found: Found) -> Facts:
    return Facts(found.key.rsplit("/", 1)[-1], Kind.OTHER, None, None, None)
