"""The screen of themes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.pipeline import ingest
from search.types import Embedder
from views.dossiers import texts


@pytest.fixture
def shown(tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Runs the screen for a theme, on one decision about a church council."""
    (tmp_path / "notulen.md").write_text(
        "# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van 23/05/2016.\n\n"
        "## 3. Kerkfabriek Sint-Jan. Jaarrekening 2015. Advies.\n\nDe raad geeft gunstig advies.\n"
    )
    ingest([tmp_path / "notulen.md"], tmp_path / "data", embedder, workers=1)
    monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(tmp_path / "data"))

    def run(theme: str) -> str:
        test = AppTest.from_string("from views.dossiers import themes\nthemes.show()", default_timeout=60)
        test.query_params["thema"] = theme
        test.run()
        assert not test.exception
        return "\n".join(str(element.proto.body) for element in test.get("html"))

    return run


def test_a_theme_that_nothing_is_about_is_said_to_be_so(shown: Callable[..., str]) -> None:
    html = shown("<b>IJsjes")
    assert "Bij het thema “&lt;b&gt;IJsjes” hoort geen enkel stuk." in html
    assert 'aria-current="true"' not in html
    assert texts.LATEST_HEADING not in html


def test_a_theme_is_shown_and_marked_in_the_list(shown: Callable[..., str]) -> None:
    html = shown("Erediensten")
    assert html.count('aria-current="true"') == 1
    assert texts.LATEST_HEADING in html
    assert "hoort geen enkel stuk" not in html
