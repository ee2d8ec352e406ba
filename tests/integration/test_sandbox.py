"""The sandbox: nothing that a file does reaches the process that reads it."""

import io
import os
import signal
import struct
import subprocess
import sys
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.sandbox import Sandbox
from ingest.sandbox_wire import decode, encode
from ingest.types import Facts, Parsed, Piece
from search.rows import pack_words, unpack_words
from search.types import Box, Kind, Outcome, PageRow, Span, Word

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "hostile"
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


def test_reads_a_file(sandbox):
    parsed = sandbox.read(Path("2016-05-23_verslag.pdf"), _pdf(), "damme/2016-05-23_verslag.pdf")
    assert parsed.outcome is Outcome.OK
    assert parsed.pages[0].text == "De raad beslist."
    assert len(unpack_words(parsed.pages[0].words)) == 3
    assert [piece.text for piece in parsed.pieces] == ["De raad beslist."]
    assert (parsed.facts.municipality, str(parsed.facts.date)) == ("Damme", "2016-05-23")


def test_names_are_only_names(sandbox):
    for name in ("../../x.txt", "-rf.txt", "a\nb.txt", "<img onerror>.txt", "x" * 300 + ".txt", "\u202egnp.txt"):
        assert sandbox.read(Path(name), b"tekst").outcome is Outcome.OK


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
            return "".join(sandbox.read(Path("a.txt"), f"tekst{number}-{i}".encode()).pages[0].text for i in range(5))

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


def _parsed() -> Parsed:
    words = pack_words((Word(0, 3, Box(0.1, 0.1, 0.2, 0.2)), Word(4, 8, Box(0.3, 0.1, 0.4, 0.2))))
    return Parsed(
        Outcome.OK,
        (PageRow(1, "een twee", 595.0, 842.0, words),),
        Facts("titel", Kind.NOTE, "Damme", None, None),
        (Piece((Span(1, 0, 8),), "een twee", ("kop",), "Damme"),),
        rendition=b"%PDF",
    )


def _forged(**changes) -> bytes:
    parsed = _parsed()
    if "words" in changes:
        changes["words"] = pack_words(changes["words"])
    return encode(replace(parsed, pages=(replace(parsed.pages[0], **changes),)))


def _bomb() -> bytes:
    return zlib.compress(b"\0" * 100_000_000)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"SGX2" + struct.pack("<I", 2**31) + b"{}",
        encode(_parsed())[:-1],
        encode(_parsed()) + b"x",
        _forged(words=(Word(0, 9, Box(0, 0, 1, 1)),)),
        _forged(words=(Word(4, 2, Box(0, 0, 1, 1)),)),
        _forged(words=(Word(0, 1, Box(0, 0, 7, 1)),)),
        _forged(words=(Word(0, 1, Box(-0.5, 0, 1, 1)),)),
        encode(replace(_parsed(), pages=(replace(_parsed().pages[0], words=_bomb()),))),
        encode(replace(_parsed(), pages=(replace(_parsed().pages[0], words=b"no zlib"),))),
        _forged(width=float("inf")),
        _forged(number=-1),
        _forged(text="nul\x00 twee"),
        encode(replace(_parsed(), facts=None)),
        encode(replace(_parsed(), pieces=(Piece((Span(1, 0, 99),), "", (), ""),))),
        encode(replace(_parsed(), pieces=(Piece((Span(2, 0, 1),), "", (), ""),))),
        encode(replace(_parsed(), pieces=(Piece((), "", (), ""),))),
        encode(_parsed()).replace(b'"ok"', b'"zz"'),
        encode(_parsed()).replace(b'"titel"', b"[[[[[]]"),
        encode(_parsed()).replace(b'"nota"', b'"naam"'),
    ],
)
def test_forged_answers_are_refused(data):
    with pytest.raises(ValueError, match=r"\w"):
        decode(data)


def test_an_honest_answer_survives_and_its_passages_are_the_text_of_its_pages():
    assert decode(encode(_parsed())) == _parsed()
    lied = replace(_parsed(), pieces=(Piece((Span(1, 4, 8),), "iets anders", (), ""),))
    assert [piece.text for piece in decode(encode(lied)).pieces] == ["twee"]


@pytest.mark.skipif(not HOSTILE.exists(), reason="needs ../shared/data/hostile")
def test_hostile_files_are_all_classified_and_leave_no_trace(sandbox):
    def memory() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

    files = sorted(file for file in HOSTILE.rglob("*") if file.is_file())[::6]
    sandbox.read(Path("a.txt"), b"a")
    before = memory()
    for file in files:
        extraction = sandbox.read(file, file.read_bytes())
        assert extraction.outcome not in (Outcome.CRASH, Outcome.TIMEOUT, Outcome.MEMORY), file
        assert extraction.message or extraction.outcome is Outcome.OK
    assert memory() - before < 20_000_000
