"""A real server on a knowledge base of the sample corpus, and a real browser that may speak to nobody else."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base
from search.embedders import build

sync_api = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
HOSTILE = (
    "Gemeente Damme\nNotulen van de gemeenteraad\nZitting van 4 april 2016\n\n"
    "De raad keurt de plaatsing van 12 kwispelbakken goed voor <script>window.broken = 1</script> het"
    " <img src=x onerror='window.broken = 2'> park, met [een link](javascript:alert(1)) en"
    " ![een beeld](http://elders.example/x.png) en :red[rood] en :material/home: erbij.\n"
)
SECRET = "Het kabinet bespreekt het vertrouwelijke dossier van de kwakzalverij in de molenwiek.\n"


@dataclass(frozen=True)
class Site:
    """A running server and what it serves."""

    url: str
    kb: KnowledgeBase
    log: Path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    if CHROMIUM is None:
        pytest.skip("Debian's package chromium is not installed")
    if not any((ROOT / "corpus").rglob("*.pdf")):
        pytest.skip("the sample corpus is not there")
    folder: Path = tmp_path_factory.mktemp("site")
    kb = _knowledge_base(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "server.log"
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    environment = os.environ | {"STREEKGEHEUGEN_DATA": str(folder / "data")}
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
    try:
        site = Site(f"http://127.0.0.1:{port}", kb, log)
        _wait(site, server)
        yield site
    finally:
        server.terminate()
        server.wait(20)


def _knowledge_base(folder: Path) -> KnowledgeBase:
    embedder = build()
    for name, text in (("vreemd", HOSTILE), ("kabinet", SECRET)):
        (folder / name).mkdir()
        (folder / name / f"2016-04-04_{name}.txt").write_text(text)
    ingest([ROOT / "corpus", folder / "vreemd"], folder / "data", embedder)
    ingest([folder / "kabinet"], folder / "data", embedder, audience="kabinet")
    return open_knowledge_base(folder / "data", embedder)


def _wait(site: Site, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        try:
            if urllib.request.urlopen(f"{site.url}/api/gezond", timeout=5).status == 200:
                return
        except (urllib.error.URLError, OSError):
            if server.poll() is not None:
                break
            time.sleep(0.25)
    pytest.fail(f"the server did not start:\n{site.log.read_text()}")


@pytest.fixture(scope="session")
def browser(site: Site) -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def page(site: Site, browser: "sync_api.Browser") -> Iterator["sync_api.Page"]:
    """A page at 1280 by 800; afterwards nothing went elsewhere, no script failed, and the server logged no error."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=site.url, locale="nl-BE")
    context.set_default_timeout(15_000)
    sync_api.expect.set_options(timeout=15_000)  # as long for what must come into sight: a busy machine needs it
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    opened = context.new_page()
    elsewhere: list[str] = []
    errors: list[str] = []
    opened.on("request", lambda r: None if r.url.startswith((site.url, "data:", "blob:")) else elsewhere.append(r.url))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda m: errors.append(m.text) if "Content Security Policy" in m.text else None)
    yield opened
    context.close()
    assert elsewhere == []
    assert errors == []
    log = site.log.read_text()
    assert "Traceback" not in log, log
