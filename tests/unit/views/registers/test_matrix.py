"""The matrix on the screen."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.unit.views.registers.papers import facts, say, shown
from views.registers import texts


def test_the_matrix_keeps_its_gaps(screen: Callable[..., AppTest]) -> None:
    html = shown(screen("matrix", onderwerp=["deelfietsen overeenkomst", "zwembad"]))
    row = html[html.index(">Damme<") :]
    assert "Deelfietsen. Overeenkomst. Goedkeuring." in row
    assert re.search(r'href="/document\?document=\d+&amp;pagina=1&amp;fragment=\d+"', row)
    assert texts.NOT_FOUND in html
    assert "1 van de 4 vakken gevuld." in html
    (line,) = re.findall(r'<p role="status">[^<]*</p>', html)
    assert "Torhout" in line  # of which nothing was read in: told once, and no row of gaps
    assert "is nog niets ingelezen" in line
    assert html.count("Torhout") == 1


def test_the_matrix_takes_its_subjects_from_the_address_or_has_its_own(screen: Callable[..., AppTest]) -> None:
    html = shown(screen("matrix", onderwerp="strooizout\n<b>zand</b>\n\nstrooizout"))
    assert html.count('scope="col"') == 3
    assert "&lt;b&gt;zand&lt;/b&gt;" in html
    assert shown(screen("matrix")).count('scope="col"') > 1


def test_the_matrix_is_made_once_for_a_state_of_the_data(
    screen: Callable[..., AppTest], own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desk.registers import matrix

    asked: list[str] = []
    cells = matrix.cells
    monkeypatch.setattr(
        "desk.registers.matrix.cells", lambda subject, *rest: asked.append(subject) or cells(subject, *rest)
    )
    screen("matrix", own, onderwerp="strooizout")
    screen("matrix", own, onderwerp=["strooizout", "zand"])
    assert asked == ["strooizout", "zand"]
    say(own, "strooizout.md", [replace(each, confidence=0.9) for each in facts()])
    screen("matrix", own, onderwerp="strooizout")
    assert asked == ["strooizout", "zand", "strooizout"]
