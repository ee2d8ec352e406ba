import os
from pathlib import Path

import pytest

from ingest.discover import Found
from ingest.reading import read
from ingest.sandbox import Sandbox
from search.types import Outcome


def outcome(path: Path) -> Outcome:
    with Sandbox() as sandbox:
        reading = read(Found(path, path.parent, path.name), None, sandbox)
    assert reading.parsed is not None
    assert reading.parsed.message
    return reading.parsed.outcome


def test_what_is_no_regular_file_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "folder.pdf").mkdir()
    os.symlink("/etc/hostname", tmp_path / "link.txt")
    assert outcome(tmp_path / "pipe.pdf") is Outcome.UNSUPPORTED
    assert outcome(tmp_path / "folder.pdf") is Outcome.UNSUPPORTED
    assert outcome(tmp_path / "link.txt") is Outcome.CORRUPT
    assert outcome(tmp_path / "gone.txt") is Outcome.CORRUPT


def test_a_file_over_the_limit_is_refused_without_reading_it(tmp_path):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as stream:
        stream.truncate(200 * 2**20)
    assert outcome(huge) is Outcome.LIMIT


@pytest.mark.parametrize("content", [b"", b"   \n\n  ", b"\x00" * 5000])
def test_nothing_to_read_is_said(tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    assert outcome(tmp_path / "a.txt").has_failed
