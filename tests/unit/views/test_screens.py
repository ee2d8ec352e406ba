import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.pipeline import ingest
from search.types import Embedder
from views import texts

TEXTS = {
    "damme/2016-05-23_notulen.md": (
        "# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van 23 mei 2016.\n\n"
        "## 3. Zonnepanelen op de sporthal. Goedkeuring.\n\n"
        "De raad beslist om op het dak van de sporthal 240 zonnepanelen te plaatsen.\n"
    ),
    "brugge/2020-02-24_vreemd.txt": (
        "Stad Brugge\nNotulen van de gemeenteraad\nZitting van 24 februari 2020\n\n"
        "De [link](javascript:alert(1)) bij de lantaarns en het <script>alert(1)</script> :red[x] en"
        " ![beeld](http://elders.example/x.png) erbij.\n"
    ),
}

HOSTILE = ["", " ", "x" * 5_000, "<script>alert(1)</script>", "a\x00b", "🍦🍦", '"*(OR', "'; DROP TABLE x", "%s{0}"]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    root: Path = tmp_path_factory.mktemp("screens")
    for name, text in TEXTS.items():
        (root / "dossiers" / name).parent.mkdir(parents=True)
        (root / "dossiers" / name).write_text(text)
    (root / "kabinet").mkdir()
    (root / "kabinet" / "geheim.txt").write_text("De burgemeester stelt een geheim zwembad voor.")
    ingest([root / "dossiers"], root / "data", embedder, workers=1)
    ingest([root / "kabinet"], root / "data", embedder, audience="kabinet", workers=1)
    return root / "data"


@pytest.fixture
def screen(data: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Runs one screen at an address."""
    monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(data))

    def run(name: str, **address: str | list[str]) -> AppTest:
        test = AppTest.from_string(f"from views.{name} import show\nshow()", default_timeout=60)
        for key, value in address.items():
            test.query_params[key] = value
        return test.run()

    return run


def shown(test: AppTest) -> str:
    assert not test.exception
    return "\n".join(str(element.proto.body) for element in test.get("html"))


def test_the_first_screen_offers_the_questions_that_find_something(screen: Callable[..., AppTest]) -> None:
    html = shown(screen("search.search"))
    assert "Wat hebben we beslist over hernieuwbare energie?" in texts.EXAMPLES
    assert "hernieuwbare energie?" in html  # the sports hall's solar panels
    assert "windturbines?" not in html  # nothing on them here
    assert texts.EXAMPLES_HEADING in html
    assert "2 documenten" in html


def test_a_question_puts_itself_in_the_address(screen: Callable[..., AppTest]) -> None:
    test = screen("search.search", gemeente="Damme")
    test.text_input[0].set_value("zonnepanelen op de sporthal").run()
    assert dict(test.query_params) == {"vraag": "zonnepanelen op de sporthal", "gemeente": "Damme"}
    assert "<mark>zonnepanelen</mark>" in shown(test)


def test_the_address_fills_the_question_field(screen: Callable[..., AppTest]) -> None:
    assert screen("search.search", vraag="zonnepanelen").text_input[0].value == "zonnepanelen"


def test_text_of_documents_shows_literally(screen: Callable[..., AppTest]) -> None:
    html = re.sub(r"</?mark>", "", shown(screen("search.search", vraag="link lantaarns script alert beeld")))
    assert "[link](javascript:alert(1))" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; :red[x] en ![beeld](http://elders.example/x.png)" in html
    assert "<script" not in html
    assert "<img" not in html


def test_nothing_found_says_what_was_searched(screen: Callable[..., AppTest]) -> None:
    html = shown(screen("search.search", vraag="welke smaken ijsjes zijn er"))
    assert texts.NOTHING_HEADING in html
    assert "Gezocht in 2 documenten" in html
    assert "van Brugge en Damme" in html


def test_what_is_unknown_is_said(screen: Callable[..., AppTest]) -> None:
    html = shown(screen("search.search", vraag="zonnepanelen", gemeente="Gent", soort="x", van="ooit", toon="veel"))
    assert html.count("<li>", html.index("sg-notice"), html.index("</ul>", html.index("sg-notice"))) == 4


@pytest.mark.parametrize("name", ["search.search", "search.document"])
@pytest.mark.parametrize("question", HOSTILE)
def test_no_question_breaks_a_screen(screen: Callable[..., AppTest], name: str, question: str) -> None:
    html = shown(screen(name, vraag=question, document="1", pagina="7", fragment="99", plaats="3"))
    assert "<script" not in html


def test_every_document_opens(screen: Callable[..., AppTest]) -> None:
    assert texts.NOT_THERE not in shown(screen("search.document", document="1"))


@pytest.mark.parametrize("document", ["3", "999", "9007199254740991"])
def test_not_yours_and_not_there_look_the_same(screen: Callable[..., AppTest], document: str) -> None:
    html = shown(screen("search.document", document=document, vraag="zwembad"))
    assert html == shown(screen("search.document", document="888", vraag="zwembad"))
    assert texts.NOT_THERE in html


def test_the_overview_counts_only_what_may_be_read(screen: Callable[..., AppTest]) -> None:
    html = shown(screen("about.overview"))
    assert "2 documenten, 2 bladzijden" in html
    assert "geheim" not in html


def test_filters_narrow_the_list(screen: Callable[..., AppTest]) -> None:
    html = shown(screen("about.overview", gemeente="Brugge"))
    assert "1 document, de nieuwste eerst" in html
    assert html.count('class="sg-title"') == 1
