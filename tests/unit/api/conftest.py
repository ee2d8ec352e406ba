from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import api
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base
from search.types import Embedder, Reader

PUBLIC = {
    "damme/2016-05-23_notulen.md": (
        "# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van 23 mei 2016.\n\n"
        "## 3. Zonnepanelen op de sporthal. Goedkeuring.\n\n"
        "De raad beslist om op het dak van de sporthal 240 zonnepanelen te plaatsen. De raming bedraagt 85.000 euro.\n"
    ),
    "naam; filename=x.exe é€.txt": "Een tekst over fietspaden en lantaarns, voor iedereen te lezen.\n",
}
SECRET = "De burgemeester stelt een geheim zwembad voor."


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> KnowledgeBase:
    """Two documents for everyone, one of them with a hostile name, and one for the group 'kabinet'."""
    root: Path = tmp_path_factory.mktemp("routes")
    for name, text in PUBLIC.items():
        (root / "open" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "open" / name).write_text(text)
    (root / "kabinet").mkdir()
    (root / "kabinet" / "geheim.txt").write_text(SECRET)
    ingest([root / "open"], root / "data", embedder, workers=1)
    ingest([root / "kabinet"], root / "data", embedder, audience="kabinet", workers=1)
    return open_knowledge_base(root / "data", embedder)


@pytest.fixture(scope="module")
def client(kb: KnowledgeBase) -> Iterator[TestClient]:
    routes = api.routes(lambda: kb, screens=("/",), title="Streekgeheugen")
    with TestClient(Starlette(routes=routes, middleware=api.middleware())) as client:
        yield client


@pytest.fixture
def secret(kb: KnowledgeBase) -> int:
    """The id of the document that everyone may not read."""
    return next(d.id for d in kb.documents(Reader("k", frozenset({"kabinet"}))))


@pytest.fixture
def public(kb: KnowledgeBase, everyone: Reader) -> int:
    """The id of a document that everyone may read."""
    return next(d.id for d in kb.documents(everyone) if d.path.startswith("damme/"))
