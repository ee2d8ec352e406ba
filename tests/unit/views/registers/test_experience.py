"""Who has experience, on the screen."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.unit.views.registers.papers import shown
from views.registers import texts


def test_who_has_experience_comes_with_reason_and_page(screen: Callable[..., AppTest]) -> None:
    html = shown(screen("experience", vraag="strooizout aankoop"))
    assert html.index(">Brugge <") < html.index(">Damme <")
    assert "aankoopcentrale" in html
    assert re.search(r'href="/document\?document=\d+&amp;pagina=1', html)
    assert 'href="/export/ervaring.xlsx?vraag=strooizout+aankoop"' in html


@pytest.mark.parametrize("question", ["ijsjes met slagroom", "x" * 5_000, "<script>alert(1)</script>", "🍦", '"*(OR'])
def test_nobody_found_is_said_and_nothing_breaks(screen: Callable[..., AppTest], question: str) -> None:
    html = shown(screen("experience", vraag=question))
    assert texts.NOTHING_HEADING in html
    assert "<script" not in html
