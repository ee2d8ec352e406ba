"""Builders that the tests share: a folder of small documents, and a knowledge base made of it by the real ingest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from access import reader_named
from ingest.pipeline import ingest
from search import KnowledgeBase, open_knowledge_base
from search.embedders import build
from search.types import Embedder, Reader

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
SHARED = ROOT.parent / "shared" / "data"

DOCUMENTS = {
    "damme/2016-05-23_notulen.md": (
        "# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van 23 mei 2016.\n\n"
        "## 3. Zonnepanelen op de sporthal. Goedkeuring.\n\n"
        "De raad beslist om op het dak van de sporthal 240 zonnepanelen te plaatsen. De raming is 85.000 euro.\n\n"
        "## 4. Rekening kerkfabriek. Advies.\n\nDe raad geeft gunstig advies over de jaarrekening van de kerkfabriek.\n"
    ),
    "overleg/2012-03-16_verslag.txt": (
        "Burgemeestersoverleg Brugge\nVerslag van het overleg van vrijdag 16 maart 2012\n\n"
        "De burgemeesters bespreken het gezamenlijk aankopen van strooizout. Torhout treedt op als trekker.\n"
    ),
    "brugge/besluitenlijst.html": (
        "<html><head><title>Besluitenlijst</title></head><body><h1>Stad Brugge - Besluitenlijst gemeenteraad</h1>"
        "<p>Zitting van 24 februari 2020</p><h2>7. Warmtenet. Verdaagd.</h2>"
        "<p>Het punt over het warmtenet van de verbrandingsinstallatie wordt verdaagd.</p></body></html>"
    ),
}


def write(root: Path) -> Path:
    """Write the three small documents below a folder."""
    for name, text in DOCUMENTS.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The deterministic model for tests: quick to load, and it knows only words."""
    return build("hashing")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three small documents."""
    return write(tmp_path / "dossiers")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a knowledge base that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def make(folder: Path, data: Path, embedder: Embedder) -> Callable[[], KnowledgeBase]:
    """Read the folder in and open the knowledge base."""

    def made() -> KnowledgeBase:
        ingest([folder], data, embedder, workers=1)
        return open_knowledge_base(data, embedder)

    return made


@pytest.fixture
def everyone() -> Reader:
    """A reader of what is for everyone."""
    return reader_named(None)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """A knowledge base of the sample corpus, made by the default model."""
    data = tmp_path_factory.mktemp("sample")
    ingest([CORPUS], data, build())
    return open_knowledge_base(data)
