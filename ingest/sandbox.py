"""Reads files in a process of their own, so that no file can crash, hang or fill the one that keeps the data.

Knows nothing of formats: the child does (ingest.sandbox_child). Linux only.
"""

import array
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from ingest.sandbox_wire import decode
from ingest.types import Parsed
from search.types import Outcome

WALL_SECONDS = 45.0
CPU_SECONDS = 30
MEMORY = 1536 * 2**20  # bytes of address space, of which the loaded parsers take some 250 MB
LARGEST_RESULT = 64_000_000

_CHILD = Path(__file__).with_name("sandbox_child.py")
_OUT_OF_MEMORY = 77  # the child's exit code for MemoryError
_GRACE = 10.0  # seconds that the child's keeper gets beyond the wall limit before it is replaced
_START_SECONDS = 60.0

_MESSAGES = {
    Outcome.TIMEOUT: "Het lezen duurde te lang en is gestopt. Bewaar het bestand als nieuwe PDF, of splits het.",
    Outcome.MEMORY: "Het bestand vraagt meer geheugen dan toegelaten. Splits het, of bewaar het als nieuwe PDF.",
    Outcome.CRASH: "De lezer is op dit bestand vastgelopen. Bewaar het als nieuwe PDF en meld het bij de beheerder.",
}
_TOO_MUCH = "Het bestand levert uitzonderlijk veel tekst op. Splits het en lees de delen in."


class Sandbox:
    """One reader of files; use one per thread.

    with Sandbox() as sandbox:
        extraction = sandbox.read(path, data)

    A second thread waits for the first. The process behind it starts at the first file, is replaced when it dies,
    and dies with this one.
    """

    def __init__(
        self,
        wall: float = WALL_SECONDS,
        seconds: int = CPU_SECONDS,
        memory: int = MEMORY,
        largest_result: int = LARGEST_RESULT,
    ) -> None:
        self._limits = {"wall": wall, "seconds": seconds, "memory": memory}
        self._wall, self._largest_result, self._memory = wall, largest_result, memory
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: socket.socket | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process behind it."""
        with self._lock:
            self._stop()

    def read(self, path: Path, data: bytes, place: str = "") -> Parsed:
        """Parse the bytes of one file. Never raises for what is wrong with them: that is in the outcome.

        Args:
            path: Of the file; only its name goes to the parser.
            data: Its bytes, of which the caller has the checksum: the file itself is not looked at again.
            place: Where it lay, from the name of the folder that was read, with forward slashes.
        """
        if not data:
            return Parsed(Outcome.EMPTY, message="Het bestand is leeg (0 bytes). Vraag het opnieuw op.")
        with self._lock:
            try:
                return self._read(path.name, data, place or path.name)
            except (OSError, EOFError):  # the keeper died: the file is to blame, or the machine
                self._stop()
                return _failed(Outcome.CRASH)

    def _read(self, name: str, data: bytes, place: str) -> Parsed:
        channel = self._started()
        source = os.memfd_create("file", os.MFD_CLOEXEC)
        result, target = os.pipe2(os.O_CLOEXEC)
        try:
            _write(source, data)
            job = json.dumps({"name": name, "place": place, "parent": self._pid(), **self._limits})
            descriptors = array.array("i", [source, target])
            channel.sendmsg([job.encode()], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, descriptors)])
            os.close(target)
            target = -1
            found = self._collected(result)
            if found is None:
                channel.send(b'{"stop": true}')
            report = _received(channel, self._wall + _GRACE)
        finally:
            for descriptor in (source, result, target):
                if descriptor >= 0:
                    os.close(descriptor)
        if found is None:
            return Parsed(Outcome.LIMIT, message=_TOO_MUCH)
        return self._judged(found, report)

    def _collected(self, result: int) -> bytes | None:
        """Return what the child wrote until it ended; None when it was more than allowed."""
        parts: list[bytes] = []
        size, end = 0, time.monotonic() + self._wall + _GRACE
        while True:
            if not _is_ready(result, end - time.monotonic()):
                raise EOFError("the child's keeper does not answer")
            part = os.read(result, 1 << 20)
            if not part:
                return b"".join(parts)
            parts.append(part)
            size += len(part)
            if size > self._largest_result:
                return None

    def _judged(self, found: bytes, report: dict[str, object]) -> Parsed:
        """Turn how the child ended into an outcome."""
        status, memory = report.get("status"), report.get("memory")
        if report.get("late") or status == -signal.SIGXCPU:
            return _failed(Outcome.TIMEOUT)
        if status == 0:
            try:
                return decode(found)
            except ValueError:
                return _failed(Outcome.CRASH)
        # Libraries in C abort when they get no memory: then the child had come near its limit.
        is_full = isinstance(memory, int) and 2 * memory > self._memory
        return _failed(Outcome.MEMORY if status == _OUT_OF_MEMORY or is_full else Outcome.CRASH)

    def _pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def _started(self) -> socket.socket:
        """Return the line to a living process, starting it where there is none."""
        if self._channel and self._process and self._process.poll() is None:
            return self._channel
        self._stop()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._folder = tempfile.TemporaryDirectory(prefix="streekgeheugen-")
        with theirs, open(os.path.join(self._folder.name, "errors"), "wb") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-s", str(_CHILD), str(theirs.fileno())],
                env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "1"},
                cwd=self._folder.name,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                pass_fds=[theirs.fileno()],
            )
        self._channel = ours
        try:
            _received(ours, _START_SECONDS)
        except EOFError as error:
            told = Path(self._folder.name, "errors").read_text(errors="replace")[-2000:]
            self._stop()
            raise RuntimeError(f"the reader of files does not start: {told}") from error
        return ours

    def _stop(self) -> None:
        if self._channel:
            self._channel.close()  # the process reads this as the end, and kills its child
            self._channel = None
        if self._process:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(2.0)
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._folder:
            self._folder.cleanup()
            self._folder = None


def _failed(outcome: Outcome) -> Parsed:
    return Parsed(outcome, message=_MESSAGES[outcome])


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _is_ready(descriptor: int, seconds: float) -> bool:
    waiter = select.poll()  # select.select refuses descriptors above 1023
    waiter.register(descriptor, select.POLLIN)
    return bool(waiter.poll(max(0, int(1000 * seconds))))


def _received(channel: socket.socket, seconds: float) -> dict[str, object]:
    """Return the next message.

    Raises:
        EOFError: None came in time, or the other side is gone.
    """
    message = channel.recv(65_536) if _is_ready(channel.fileno(), seconds) else b""
    if not message:
        raise EOFError("no answer")
    found = json.loads(message)
    if not isinstance(found, dict):
        raise EOFError("no sense")
    return found
