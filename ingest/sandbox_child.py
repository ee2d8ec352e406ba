"""The process that parses: started once per Sandbox with all parsers loaded, it forks one child per file.

Started by path, never imported: it knows the nouns of `search` and `ingest` but must not run their packages'
__init__, which load SQLite and the models; forking with SQLite open corrupts (reliability programme, finding 6).
"""

import array
import gc
import json
import os
import select
import signal
import socket
import sys
from pathlib import Path
from types import ModuleType

_ROOT = Path(__file__).resolve().parents[1]
_OUT_OF_MEMORY = 77  # exit code; the parent knows it by the same number


def _nouns_only() -> None:
    """Make `search` and `ingest` importable without their __init__."""
    for name in ("search", "ingest"):
        package = ModuleType(name)
        package.__path__ = [str(_ROOT / name)]
        sys.modules[name] = package


def _warm_up() -> None:
    """Load what the parsers load on first use, so that the children share it and need no files."""
    from ingest.formats import extract
    from ingest.parsing import parse
    from ingest.sandbox_wire import decode, encode

    opening = "# Damme\n\nDe gemeenteraad, zitting van 2 mei 2016. De raad beslist.\n"
    decode(encode(parse(Path("a.md"), opening.encode(), "damme/a.md")))
    page = extract(Path("a.html"), "<title>t</title><h1>Opwarming</h1><p>één — €".encode())
    extract(Path("a.pdf"), page.rendition)
    extract(Path("a.pdf"), b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<</Root 1 0 R>>")  # pypdf, on its second chance
    extract(Path("a.md"), b"# a")
    extract(Path("a.txt"), "één kóp, niet in UTF-8".encode("cp1252"))
    extract(Path("a.docx"), b"PK\x03\x04")


def _serve(channel: socket.socket) -> None:
    """Take one file at a time until the other side closes."""
    while True:
        message, descriptors = _received(channel)
        if not message:
            return
        job = json.loads(message)
        if "stop" in job or len(descriptors) != 2:  # a stop for a child that had just ended
            continue
        child = os.fork()
        if child == 0:
            channel.close()
            _parse(job, *descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        channel.send(json.dumps(_watched(channel, child, job["wall"])).encode())


def _received(channel: socket.socket) -> tuple[bytes, list[int]]:
    descriptors = array.array("i")
    size = socket.CMSG_LEN(2 * descriptors.itemsize)
    message, ancillary, _, _ = channel.recvmsg(65_536, size)
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            descriptors.frombytes(data[: len(data) - len(data) % descriptors.itemsize])
    return message, list(descriptors)


def _watched(channel: socket.socket, child: int, wall: float) -> dict[str, object]:
    """Wait for a child, at most `wall` seconds; kill it then, or when the other side says so or is gone."""
    handle = os.pidfd_open(child)
    try:
        ready, _, _ = select.select([handle, channel.fileno()], [], [], wall)
        if handle not in ready:
            os.kill(child, signal.SIGKILL)
        _, status, usage = os.wait4(child, 0)
    finally:
        os.close(handle)
    return {"status": os.waitstatus_to_exitcode(status), "late": not ready, "memory": usage.ru_maxrss * 1024}


def _parse(job: dict[str, object], source: int, target: int) -> None:
    """Be the child: read the file from one descriptor, write what was found to the other, and end."""
    code = 1
    try:
        from ingest.parsing import parse
        from ingest.sandbox_limits import confine, die_with_parent
        from ingest.sandbox_wire import encode

        die_with_parent(int(str(job["parent"])))
        with os.fdopen(source, "rb") as stream:
            stream.seek(0)
            data = stream.read()
        confine(int(str(job["memory"])), int(str(job["seconds"])))
        result = memoryview(encode(parse(Path(str(job["name"])), data, str(job["place"]))))
        while result:
            result = result[os.write(target, result[: 1 << 20]) :]
        code = 0
    except MemoryError:
        code = _OUT_OF_MEMORY
    finally:
        os._exit(code)


def main() -> None:
    """Serve the socket whose number is the first argument."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to handle; it closes the socket
    _nouns_only()
    channel = socket.socket(fileno=int(sys.argv[1]))
    _warm_up()
    from ingest.sandbox_limits import isolate

    isolate()
    gc.collect()
    gc.freeze()  # else the first collection in a child copies every page of memory
    channel.send(b'{"ready": true}')
    _serve(channel)


if __name__ == "__main__":
    main()
