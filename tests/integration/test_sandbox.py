"""The sandbox: nothing that a file does reaches the process that reads it."""

import io
import os
import signal
import struct
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.sandbox import Sandbox
from ingest.sandbox_wire import decode, encode
from ingest.types import Extraction, Line, ReadPage
from search.types import Box, Outcome, Page, Word

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = Path("/work/shared/data/hostile")
LONG = b"# Kop\n\n" + b"Een zin die lang genoeg is om tijd te kosten.\n\n" * 40_000


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as shared:
        yield shared


def _pdf() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.drawString(72, 700, "De raad beslist.")
    canvas.save()
    return target.getvalue()


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def _wait(condition, seconds=10.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def test_reads_a_file(sandbox, tmp_path):
    file = tmp_path / "verslag.pdf"
    file.write_bytes(_pdf())
    extraction = sandbox.read(file)
    assert extraction.outcome is Outcome.OK
    assert extraction.pages[0].page.text == "De raad beslist."
    assert len(extraction.pages[0].page.words) == 3


def test_names_are_only_names(sandbox):
    for name in ("../../x.txt", "-rf.txt", "a\nb.txt", "<img onerror>.txt", "x" * 300 + ".txt", "\u202egnp.txt"):
        assert sandbox.read(Path(name), b"tekst").outcome is Outcome.OK


def test_what_is_no_file_is_not_opened(sandbox, tmp_path):
    (tmp_path / "echt.txt").write_text("tekst")
    (tmp_path / "link.txt").symlink_to(tmp_path / "echt.txt")
    os.mkfifo(tmp_path / "pijp.txt")
    assert sandbox.read(tmp_path / "link.txt").outcome is Outcome.UNSUPPORTED
    assert sandbox.read(tmp_path / "pijp.txt").outcome is Outcome.UNSUPPORTED
    assert sandbox.read(tmp_path).outcome is Outcome.UNSUPPORTED
    assert sandbox.read(Path("/dev/zero")).outcome is Outcome.UNSUPPORTED
    assert sandbox.read(tmp_path / "weg.txt").outcome is Outcome.CORRUPT


def test_too_large_is_not_read(sandbox, tmp_path):
    with open(tmp_path / "groot.pdf", "wb") as file:
        file.truncate(100_000_001)
    assert sandbox.read(tmp_path / "groot.pdf").outcome is Outcome.LIMIT


@pytest.mark.parametrize(
    ("limits", "outcome"),
    [
        ({"wall": 0.1}, Outcome.TIMEOUT),
        ({"memory": 230_000_000}, Outcome.MEMORY),
        ({"largest_result": 100_000}, Outcome.LIMIT),
    ],
)
def test_limits_hold_and_the_next_file_is_read(limits, outcome):
    with Sandbox(**limits) as sandbox:
        extraction = sandbox.read(Path("lang.md"), LONG)
        assert extraction.outcome is outcome
        assert extraction.message
        assert sandbox.read(Path("kort.txt"), b"tekst").outcome is Outcome.OK


def test_how_a_child_ended_is_judged(sandbox):
    for status in (-signal.SIGSEGV, -signal.SIGABRT, 1):
        assert sandbox._judged(b"", {"status": status, "memory": 1}).outcome is Outcome.CRASH
    assert sandbox._judged(b"", {"status": -signal.SIGXCPU}).outcome is Outcome.TIMEOUT
    assert sandbox._judged(b"", {"status": 77}).outcome is Outcome.MEMORY
    assert sandbox._judged(b"rommel", {"status": 0}).outcome is Outcome.CRASH


def test_a_dead_keeper_is_replaced():
    with Sandbox() as sandbox:
        assert sandbox.read(Path("a.txt"), b"a").outcome is Outcome.OK
        os.kill(sandbox._process.pid, signal.SIGKILL)
        sandbox._process.wait()
        assert sandbox.read(Path("a.txt"), b"a").outcome is Outcome.OK


def test_nothing_is_left_over_after_many_files():
    with Sandbox() as sandbox:
        sandbox.read(Path("a.txt"), b"a")
        keeper = sandbox._process.pid
        ours, theirs = len(os.listdir("/proc/self/fd")), Path(f"/proc/{keeper}/task/{keeper}/children")
        for number in range(200):
            assert sandbox.read(Path("a.txt"), f"tekst {number}".encode()).outcome is Outcome.OK
        assert len(os.listdir("/proc/self/fd")) == ours
        assert theirs.read_text() == ""
        folder = Path(sandbox._folder.name)
    assert not _is_alive(keeper)
    assert not folder.exists()


def test_several_at_once():
    def work(number: int) -> str:
        with Sandbox() as sandbox:
            return "".join(
                sandbox.read(Path("a.txt"), f"tekst{number}-{i}".encode()).pages[0].page.text for i in range(5)
            )

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(work, range(4)))
    assert found == ["".join(f"tekst{number}-{i}" for i in range(5)) for number in range(4)]


def test_the_child_dies_with_its_parent():
    code = (
        "from pathlib import Path\nfrom ingest.sandbox import Sandbox\nimport time\n"
        "s = Sandbox()\ns.read(Path('a.txt'), b'a')\nprint(s._process.pid, flush=True)\ntime.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    keeper = int(parent.stdout.readline())
    assert _is_alive(keeper)
    parent.kill()
    parent.wait()
    assert _wait(lambda: not _is_alive(keeper))
    parent.stdout.close()


def test_the_keeper_has_no_database():
    with Sandbox() as sandbox:
        sandbox.read(Path("a.txt"), b"a")
        maps = Path(f"/proc/{sandbox._process.pid}/maps")
        try:
            loaded = maps.read_text()
        except PermissionError:
            pytest.skip("the keeper hides its memory, as it should, and we are not root")
    assert "sqlite" not in loaded
    assert "torch" not in loaded


def test_isolated_processes_reach_no_network_and_no_files(tmp_path):
    (tmp_path / "geheim").write_text("x")
    code = f"""
import socket, sys
sys.path.insert(0, {str(ROOT)!r})
import importlib.util
spec = importlib.util.spec_from_file_location("limits", {str(ROOT / "ingest/sandbox_limits.py")!r})
limits = importlib.util.module_from_spec(spec); spec.loader.exec_module(limits)
listener = socket.create_server(("127.0.0.1", 0))
limits.isolate()
for name, attempt in (
    ("net", lambda: socket.create_connection(listener.getsockname(), 1)),
    ("read", lambda: open({str(tmp_path / "geheim")!r}).read()),
    ("write", lambda: open({str(tmp_path / "nieuw")!r}, "w")),
):
    try:
        attempt()
        print(name, "open")
    except OSError:
        print(name, "shut")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    if "open" in done.stdout:
        pytest.skip(f"this kernel or container does not allow it: {done.stdout.split()}")
    assert not (tmp_path / "nieuw").exists()


def _extraction() -> Extraction:
    page = Page(1, "een twee", 595.0, 842.0, (Word(0, 3, Box(0.1, 0.1, 0.2, 0.2)), Word(4, 8, Box(0.3, 0.1, 0.4, 0.2))))
    return Extraction(Outcome.OK, (ReadPage(page, (Line(0, 8),)),), "titel", rendition=b"%PDF")


def _forged(**changes) -> bytes:
    from dataclasses import replace

    extraction = _extraction()
    page = replace(extraction.pages[0].page, **{k: v for k, v in changes.items() if k != "lines"})
    lines = changes.get("lines", extraction.pages[0].lines)
    return encode(replace(extraction, pages=(ReadPage(page, lines),)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"SGX1" + struct.pack("<I", 2**31) + b"{}",
        encode(_extraction())[:-1],
        encode(_extraction()) + b"x",
        _forged(words=(Word(0, 9, Box(0, 0, 1, 1)),)),
        _forged(words=(Word(4, 2, Box(0, 0, 1, 1)),)),
        _forged(words=(Word(0, 1, Box(float("nan"), 0, 1, 1)),)),
        _forged(words=(Word(0, 1, Box(0, 0, 7, 1)),)),
        _forged(width=float("inf")),
        _forged(number=-1),
        _forged(text="nul\x00 twee"),
        _forged(lines=(Line(0, 99),)),
        encode(_extraction()).replace(b'"ok"', b'"zz"'),
        encode(_extraction()).replace(b'"titel"', b"[[[[[]]"),
    ],
)
def test_forged_answers_are_refused(data):
    with pytest.raises(ValueError, match=r"\w"):
        decode(data)


@pytest.mark.skipif(not HOSTILE.exists(), reason="needs /work/shared/data/hostile")
def test_hostile_files_are_all_classified_and_leave_no_trace(sandbox):
    def memory() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

    files = sorted(file for file in HOSTILE.rglob("*") if file.is_file())[::6]
    sandbox.read(Path("a.txt"), b"a")
    before = memory()
    for file in files:
        extraction = sandbox.read(file)
        assert extraction.outcome not in (Outcome.CRASH, Outcome.TIMEOUT, Outcome.MEMORY), file
        assert extraction.message or extraction.outcome is Outcome.OK
    assert memory() - before < 20_000_000
