"""The screen of a decision on papers that were read in: what it shows, corrects and leads to."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.pipeline import ingest
from search import open_knowledge_base
from search.database import write_lock
from search.registers.treatments import Effect
from search.types import EVERYONE, Embedder, Reader
from views import texts
from views.decisions import texts as words

MINUTES = (
    "# Stad Damme\n\nNotulen van de gemeenteraad. Zitting van 23 mei 2016.\n\n"
    "## 1. Zonnepanelen op de sporthal. Goedkeuring.\n\n"
    "Artikel 1. De raad plaatst 240 zonnepanelen op het dak van de sporthal.\n\n"
    "Artikel 2. Het college van burgemeester en schepenen voert dit besluit uit.\n\n"
    "Stemming: met 14 stemmen voor, 8 tegen, 1 onthouding\n\n"
    "## 2. Reglement op de kermissen. Verdaging.\n\n"
    "Artikel 1. Het punt wordt verdaagd naar een volgende zitting.\n\n"
    "Stemming: met eenparigheid van stemmen\n"
)
SECRET = MINUTES.replace("23 mei 2016", "7 juni 2016").replace("Zonnepanelen", "Zwembad")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    root: Path = tmp_path_factory.mktemp("besluiten")
    for folder, text in (("dossiers", MINUTES), ("kabinet", SECRET)):
        (root / folder).mkdir()
        (root / folder / "notulen.md").write_text(text)
    ingest([root / "dossiers"], root / "data", embedder, workers=1)
    ingest([root / "kabinet"], root / "data", embedder, audience="kabinet", workers=1)
    return root / "data"


@pytest.fixture
def data(read: Path, tmp_path: Path) -> Path:
    """A knowledge base of its own for a test that writes."""
    return Path(shutil.copytree(read, tmp_path / "data"))


@pytest.fixture
def screen(data: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(data))

    def run(name: str, **given: str) -> AppTest:
        test = AppTest.from_string(f"from views.{name} import show\nshow()", default_timeout=60)
        for key, value in given.items():
            test.query_params[key] = value
        return test.run()

    return run


def key_of(data: Path, embedder: Embedder, title: str, *audiences: str) -> str:
    found = open_knowledge_base(data, embedder).registers.decisions(Reader("x", frozenset(audiences or {EVERYONE})))
    return next(each.key for each in found if title in each.title)


def shown(test: AppTest) -> str:
    assert not test.exception
    return "\n".join(str(element.proto.body) for element in test.get("html"))


def test_a_decision_shows_with_its_agenda(screen: Callable[..., AppTest], data: Path, embedder: Embedder) -> None:
    html = shown(screen("decisions.decision", besluit=key_of(data, embedder, "Zonnepanelen")))
    assert "De raad plaatst 240 zonnepanelen" in html
    assert "14 voor" in html
    assert "Reglement op de kermissen" in html


def test_somebody_elses_decision_looks_like_one_that_never_was(
    screen: Callable[..., AppTest], data: Path, embedder: Embedder
) -> None:
    secret = key_of(data, embedder, "Zwembad", "kabinet")
    for name in ("decisions.decision", "decisions.sitting"):
        not_yours, not_there = (shown(screen(name, besluit=key)) for key in (secret, "0" * 16))
        assert not_yours == not_there
        assert texts.NOT_THERE in not_yours
    document = shown(screen("search.document", document="1"))
    assert shown(screen("search.document", document="1", besluit=secret)) == shown(
        screen("search.document", document="1", besluit="0" * 16)
    )
    assert "Zwembad" not in document


@pytest.mark.parametrize("name", ["decisions.decision", "decisions.sitting", "search.document"])
@pytest.mark.parametrize("key", ["", "x", "<script>", "A" * 16, "a" * 16, "9" * 5_000])
def test_no_key_breaks_a_screen(screen: Callable[..., AppTest], name: str, key: str) -> None:
    assert "<script" not in shown(screen(name, besluit=key, artikel="99", document="1", pagina="1"))


def test_an_outcome_is_corrected_and_that_is_taken_back(
    screen: Callable[..., AppTest], data: Path, embedder: Embedder
) -> None:
    test = screen("decisions.decision", besluit=key_of(data, embedder, "Zonnepanelen"))
    assert "sg-outcome-approved" in shown(test).split("</section>")[0]
    test.selectbox[0].set_value(str(Effect.REJECTED))
    test.button[0].click().run()
    assert "sg-outcome-rejected" in shown(test).split("</section>")[0]
    assert "Uitkomst nagekeken op" in shown(test)
    assert not test.selectbox
    assert test.button[0].label == words.UNDO
    test.button[0].click().run()
    assert "sg-outcome-approved" in shown(test).split("</section>")[0]
    assert test.selectbox


def test_no_outcome_can_be_the_right_one(screen: Callable[..., AppTest], data: Path, embedder: Embedder) -> None:
    test = screen("decisions.decision", besluit=key_of(data, embedder, "Zonnepanelen"))
    test.selectbox[0].set_value("")
    test.button[0].click().run()
    assert words.NO_OUTCOME in shown(test)
    assert test.button[0].label == words.UNDO


def test_while_files_are_read_in_it_says_so_and_changes_nothing(
    screen: Callable[..., AppTest], data: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.database.LOCK_PATIENCE", 0.1)
    test = screen("decisions.decision", besluit=key_of(data, embedder, "Zonnepanelen"))
    test.selectbox[0].set_value(str(Effect.REJECTED))
    with write_lock(data):
        test.button[0].click().run()
    (beside,) = test.expander[0].get("html")  # in the box that it was chosen in, which stays open
    assert "Een ander proces schrijft nu" in beside.proto.body
    assert test.selectbox[0].value == str(Effect.REJECTED)
    assert "sg-outcome-approved" in shown(test).split("</section>")[0]


def test_an_article_is_marked_on_its_page_and_nothing_without_it(
    screen: Callable[..., AppTest], data: Path, embedder: Embedder
) -> None:
    key = key_of(data, embedder, "Zonnepanelen")
    second = shown(screen("search.document", document="1", pagina="1", besluit=key, artikel="2"))
    assert second.count("sg-page-mark") >= 1
    assert "<h2>Artikel 2</h2>" in second
    assert "Het college van burgemeester en schepenen voert dit besluit uit." in second
    assert words.BACK_TO_DECISION in second
    beyond = shown(screen("search.document", document="1", pagina="1", besluit=key, artikel="99"))
    assert f"<h2>{words.MARKED}</h2>" in beyond  # the item itself
    assert "sg-page-mark" in beyond
    assert "sg-page-mark" not in shown(screen("search.document", document="1", pagina="1"))


def test_a_document_lists_its_items_and_names_its_sitting(
    screen: Callable[..., AppTest], data: Path, embedder: Embedder
) -> None:
    html = shown(screen("search.document", document="1", vraag="zonnepanelen"))
    key = key_of(data, embedder, "Zonnepanelen")
    assert words.ITEMS_HERE.format(count=2) in html
    assert f'href="/besluit?vraag=zonnepanelen&amp;besluit={key}"' in html
    assert f'href="/zitting?vraag=zonnepanelen&amp;besluit={key}"' in html


def test_a_result_leads_to_its_decision(screen: Callable[..., AppTest], data: Path, embedder: Embedder) -> None:
    html = shown(screen("search.search", vraag="zonnepanelen op de sporthal"))
    key = key_of(data, embedder, "Zonnepanelen")
    assert f'<a href="/besluit?vraag=zonnepanelen+op+de+sporthal&amp;besluit={key}"' in html
    assert words.GO_TO_DECISION in html
