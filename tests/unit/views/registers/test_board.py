"""The board of contracts."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.unit.views.registers.papers import known, shown
from views.pieces.texts import TO_LOOK_AT
from views.registers import texts


def test_the_board_tells_each_fact_with_a_link_to_its_page(screen: Callable[..., AppTest], data: Path) -> None:
    html = shown(screen("contracts"))
    contract = known(data)
    assert f'href="/overeenkomst?overeenkomst={contract.key}"' in html
    place = f'href="/document?document={contract.document.id}&amp;pagina=1"'
    assert re.search(re.escape(place) + r"[^>]*>€\N{NO-BREAK SPACE}480.000 excl. btw<", html)
    assert re.search(re.escape(place) + r"[^>]*>Damme \(sinds 1 april 2025\)<", html)
    assert "nog 40 dagen" in html
    assert TO_LOOK_AT in html  # the end was read with doubt
    assert "Bij 1 kunt u nog instappen" in html


@pytest.mark.parametrize(
    ("address", "is_there"),
    [
        ({"enkel": "open"}, True),
        ({"enkel": "eindigt"}, False),
        ({"gemeente": "Damme"}, True),
        ({"gemeente": "Brugge", "enkel": "eindigt"}, False),
    ],
)
def test_the_choices_narrow_the_board(screen: Callable[..., AppTest], address: dict[str, str], is_there: bool) -> None:
    html = shown(screen("contracts", **address))
    assert ("sg-board" in html) is is_there
    assert (texts.NONE_CHOSEN in html) is not is_there
    if is_there:
        query = "&amp;".join(f"{key}={value}" for key, value in address.items())
        assert f'href="/export/overeenkomsten.ics?{query}"' in html  # what is taken along is what is shown
