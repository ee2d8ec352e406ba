"""What holds for all screens of registers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.pipeline import ingest
from search.types import Embedder
from tests.unit.views.registers.papers import shown
from views.registers import texts


def test_what_may_not_be_read_is_on_no_screen(screen: Callable[..., AppTest]) -> None:
    html = shown(screen("contracts")) + shown(screen("matrix", onderwerp=["strooizout", "zwembad"]))
    html += shown(screen("experience", vraag="strooizout")) + shown(screen("experience", vraag="zwembad"))
    assert "geheim" not in html
    assert "Jabbeke: " not in html
    assert "1 overeenkomst." in html


def test_without_contracts_the_board_says_what_will_stand_there(
    tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "brief.txt").write_text("Een brief over niets.")
    ingest([tmp_path / "map"], tmp_path / "leeg", embedder, workers=1)
    monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(tmp_path / "leeg"))
    test = AppTest.from_string("from views.registers import contracts, matrix\ncontracts.show()\nmatrix.show()").run(
        timeout=60
    )
    assert texts.NO_CONTRACTS in shown(test)
    assert texts.MATRIX_EMPTY in shown(test)


@pytest.mark.parametrize("name", ["contracts", "contract", "matrix", "experience"])
def test_an_unknown_choice_is_told_and_breaks_nothing(screen: Callable[..., AppTest], name: str) -> None:
    html = shown(screen(name, enkel="<b>alles</b>", gemeente="Gent", onderwerp="zout", overeenkomst="zz"))
    assert "We kennen de keuze" in html or name == "contract"
    assert "<b>alles" not in html
