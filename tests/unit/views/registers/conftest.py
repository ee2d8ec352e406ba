"""The papers read in, to look at or to change, and the screens on them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.pipeline import ingest
from search.registers.agreements import Field
from search.types import Embedder
from tests.unit.views.registers.papers import DOSSIERS, LATER, SECRET, fact, facts, say


@pytest.fixture(scope="session")
def read_in(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    root: Path = tmp_path_factory.mktemp("bureau")
    for name, text in (DOSSIERS | SECRET).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    for names, audience in ((("brugge", "damme"), "iedereen"), (("kabinet",), "kabinet")):
        ingest([root / name for name in names], root / "data", embedder, audience=audience, workers=1)
    say(root / "data", "strooizout.md", facts())
    say(root / "data", "zwembad.md", [fact(Field.END, LATER.isoformat()), fact(Field.MAY_JOIN, "Damme")])
    return root / "data"


@pytest.fixture
def data(read_in: Path) -> Path:
    """What was read in, to look at."""
    return read_in


@pytest.fixture
def own(read_in: Path, tmp_path: Path) -> Path:
    """A copy of it, to change."""
    return Path(shutil.copytree(read_in, tmp_path / "data"))


@pytest.fixture
def screen(data: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Runs one screen at an address, on what was read in or on the folder that is given."""

    def run(name: str, folder: Path = data, **address: str | list[str]) -> AppTest:
        monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(folder))
        test = AppTest.from_string(f"from views.registers import {name}\n{name}.show()", default_timeout=60)
        for key, value in address.items():
            test.query_params[key] = value
        return test.run()

    return run
