"""An ingest that is killed at any moment leaves a whole knowledge base, and the next one finishes the work."""

import random
import signal
import subprocess
import sys
import time

import pytest

from ingest.pipeline import ingest
from search import open_knowledge_base
from search.check import check
from search.database import FILE, open_for_reading
from search.errors import NoKnowledgeBase

FILES = 60


@pytest.fixture
def many(tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for i in range(FILES):
        text = "\n\n".join(f"De raad beslist over onderwerp {i} onderdeel {j}. " + "Woorden. " * 60 for j in range(12))
        (folder / f"{i:03}.txt").write_text(text, encoding="utf-8")
    return folder


def test_nothing_half_stays_whenever_it_is_killed(many, data, embedder, everyone):
    moments = random.Random(7)
    killed = 0
    for _ in range(8):
        run = subprocess.Popen(
            [sys.executable, "-m", "cli", "ingest", str(many), "--data", str(data), "--model", "hashing"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moments.uniform(0.5, 2.5))
        killed += run.poll() is None
        run.send_signal(signal.SIGKILL)
        run.wait()
        if (data / FILE).exists():
            try:
                problems = check(data, read_data=True).problems
            except NoKnowledgeBase:
                continue
            assert {problem.kind for problem in problems} <= {"index"}  # made again at the next look or run
            assert open_knowledge_base(data, embedder).search("onderwerp", everyone) is not None
    assert killed
    report = ingest([many], data, embedder)
    assert report.added + report.unchanged == FILES
    assert check(data, read_data=True).problems == ()
    documents, passages = (
        open_for_reading(data).execute("SELECT count(DISTINCT document_id), count(*) FROM passages").fetchone()
    )
    assert documents == FILES
    assert passages >= FILES
