from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.pipeline import ingest
from search import open_knowledge_base
from search.registers.decisions import Decision, Paper
from search.registers.sittings import sitting_of
from search.registers.tellings import Telling
from search.registers.treatments import Effect, Treatment, Vote
from search.types import EVERYONE, Document, Embedder, Kind, Outcome, Reader
from views.address import Address
from views.decisions import sitting
from views.decisions import texts as words

TODAY = date(2026, 11, 23)


def item(
    key: str = "a", day: date = date(2021, 10, 28), body: str = "Gemeenteraad", kind: Kind = Kind.MINUTES,
    **given: object,
) -> Decision:  # fmt: skip
    about = ("Stuk", kind, "Damme", body, day, None)
    document = Document(7, "damme/7.pdf", "0" * 64, *about, 9, EVERYONE, Outcome.OK, "")
    treatment = Treatment(0, "", "", "Windmolens", None, None, 0.0, (), (), (), (), ())
    papers = (Paper(document, Telling(1, 7, True, key * 16, key * 16, treatment)),)
    made = Decision(
        key=key * 16, municipality="Damme", body=body, date=day, number="3", code="", title="Windmolens",
        is_public=None, effect=Effect.APPROVED, confidence=0.9, is_confirmed=False, votes=(), articles=(),
        papers=papers,
    )  # fmt: skip
    return replace(made, **given)


def test_items_are_counted_by_outcome_the_most_first() -> None:
    every = [
        item(effect=Effect.POSTPONED), item(), item(is_public=False), item(effect=None, is_public=False),
    ]  # fmt: skip
    said = "4 punten: 2 goedgekeurd, 1 verdaagd, 1 zonder uitkomst. 2 punten in besloten zitting."
    assert sitting.counted(every) == said
    assert sitting.counted([item(effect=None)]) == "1 punt."  # an agenda: no outcome is missed yet
    assert sitting.counted([]) == ""


def test_the_sittings_around_are_of_the_same_body() -> None:
    here = item("a")
    near = [
        item("b", date(2021, 9, 30)), item("c", date(2021, 8, 26)), item("d", date(2021, 10, 29), "Vast Bureau"),
        item("e", date(2021, 11, 25)), item("f", date(2021, 12, 16)), here,
    ]  # fmt: skip
    named = sitting_of(here.document)
    assert named is not None
    before, after = sitting.around(named, near)
    assert (before, after) == (near[0], near[3])
    assert sitting.around(named, [here]) == (None, None)


def test_the_way_to_the_sittings_around() -> None:
    html = sitting.ways(Address(), item(), (item("b", date(2021, 9, 30)), None))
    assert '<a href="/zitting?besluit=bbbbbbbbbbbbbbbb" data-intern>Vorige: 30 september 2021</a>' in html
    assert "Volgende" not in html
    assert sitting.ways(Address(), item(), (None, None)) == ""


def test_items_show_outcome_vote_and_whether_they_were_closed() -> None:
    votes = (Vote("met 14 stemmen voor en 8 tegen", False, 14, 8, 0),)
    html = sitting.agenda(Address(), [item(votes=votes, is_public=False), item("b", votes=(Vote("eenparig", True),))])
    assert "14 voor, 8 tegen · besloten" in html
    assert html.count("Goedgekeurd") == 2
    assert html.index("besluit=aaaaaaaaaaaaaaaa") < html.index("besluit=bbbbbbbbbbbbbbbb")
    assert words.UNANIMOUS in html


def test_a_sitting_without_items_says_so() -> None:
    whole = item()
    first = whole.papers[0]
    bare = replace(whole, papers=(replace(first, telling=replace(first.telling, is_item=False)),))
    assert words.NO_ITEMS in sitting.agenda(Address(), [bare])
    assert "punt" not in sitting.head(bare, [bare], TODAY)


def test_papers_are_named_with_their_length() -> None:
    html = sitting.papers(Address(), [replace(item().document, title="<b>")])
    assert '<a href="/document?document=7" data-intern title="&lt;b&gt;">Notulen</a>' in html
    assert "9 bladzijden" in html


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    root: Path = tmp_path_factory.mktemp("zittingen")
    (root / "dossiers").mkdir()
    for day, iso in (("23 mei 2016", "2016-05-23"), ("27 juni 2016", "2016-06-27")):
        text = (
            f"# Stad Damme\n\nNotulen van de gemeenteraad. Zitting van {day}.\n\n"
            "## 1. Zonnepanelen op de sporthal. Goedkeuring.\n\nArtikel 1. De raad plaatst 240 zonnepanelen.\n\n"
            "Stemming: met eenparigheid van stemmen\n\n"
            "## 2. Reglement op de kermissen. Goedkeuring.\n\nArtikel 1. Het reglement wordt goedgekeurd.\n\n"
            "Stemming: met 14 stemmen voor, 8 tegen, 1 onthouding\n"
        )
        (root / "dossiers" / f"{iso}_notulen.md").write_text(text)
    ingest([root / "dossiers"], root / "data", embedder, workers=1)
    return root / "data"


@pytest.fixture
def screen(data: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    monkeypatch.setenv("STREEKGEHEUGEN_DATA", str(data))

    def run(**given: str) -> str:
        test = AppTest.from_string("from views.decisions import sitting\nsitting.show()", default_timeout=60)
        for key, value in given.items():
            test.query_params[key] = value
        test.run()
        assert not test.exception
        return "\n".join(str(element.proto.body) for element in test.get("html"))

    return run


def test_a_sitting_shows_its_items_papers_and_the_next_sitting(
    screen: Callable[..., str], data: Path, embedder: Embedder
) -> None:
    every = open_knowledge_base(data, embedder).registers.decisions(Reader("x", frozenset({EVERYONE})))
    html = screen(besluit=every[-1].key)
    assert "<h1" in html
    assert "Gemeenteraad, 23 mei 2016" in html
    assert "2 punten: 2 goedgekeurd." in html
    assert "14 voor, 8 tegen, 1 onthouding" in html
    assert "Volgende: 27 juni 2016" in html
    assert "Vorige" not in html


def test_without_a_key_it_says_what_to_do(screen: Callable[..., str]) -> None:
    assert words.NO_SITTING_CHOSEN in screen()
