import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from access import reader_named
from ingest.pipeline import ingest
from search import open_knowledge_base, store
from search.database import open_for_writing
from search.errors import Locked
from search.registers import tellings
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract
from search.types import Embedder, Reader, Span
from views.pieces.texts import TO_LOOK_AT
from views.registers import texts

SOON = date.today() + timedelta(days=40)
LATER = date.today() + timedelta(days=900)
DOSSIERS = {
    "brugge/2024-09-01_raamovereenkomst_strooizout.md": (
        "# Stad Brugge\n\nRaamovereenkomst strooizout 2024-2028\n\n"
        "De stad Brugge koopt strooizout als aankoopcentrale.\n"
    ),
    "damme/2023-05-22_notulen.md": (
        "# Gemeente Damme\n\nNotulen van de gemeenteraad. Zitting van 22 mei 2023.\n\n"
        "## 3. Strooizout. Aankoop van strooizout voor de winter. Goedkeuring.\n\n"
        "De raad keurt de aankoop van strooizout voor de winter goed.\n\n"
        "## 4. Deelfietsen. Overeenkomst. Goedkeuring.\n\nDe raad keurt de overeenkomst over deelfietsen goed.\n"
    ),
}
SECRET = {
    "kabinet/2024-01-01_raamovereenkomst_zwembad.md": (
        "# Gemeente Jabbeke\n\nRaamovereenkomst geheim zwembad\n\nHet zwembad gebruikt strooizout en deelfietsen.\n"
    )
}


@pytest.fixture(scope="module")
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


def fact(field: Field, value: str, detail: str = "", confidence: float = 0.95, said: str = "") -> Fact:
    return Fact(field, value, said or value, detail, (Span(1, 0, 5),), confidence)


def facts() -> list[Fact]:
    return [
        fact(Field.PURCHASING_BODY, "Brugge"),
        fact(Field.MAY_JOIN, "Torhout"),
        fact(Field.JOINED, "Damme", "2025-04-01"),
        fact(Field.JOIN_UNTIL, SOON.isoformat()),
        fact(Field.END, LATER.isoformat(), confidence=0.4, said="tot <b>half</b> 2028"),
        fact(Field.CEILING, "480000.00", "excl. btw"),
        fact(Field.SUPPLIER, "<script>alert(1)</script>"),
    ]


def say(data: Path, ending: str, said: Sequence[Fact]) -> None:
    """Store invented facts of a paper, as a reading would."""
    both = Reader("test", frozenset({"iedereen", "kabinet"}))
    about = next(d for d in open_knowledge_base(data).documents(both) if d.path.endswith(ending))
    with open_for_writing(data) as db, db.atomic():
        tellings.put(db, about.id, about, [], said)
        store.grow(db)


def known(data: Path) -> Contract:
    (found,) = open_knowledge_base(data).registers.register(reader_named(None)).contracts
    return found


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


def shown(test: AppTest) -> str:
    assert not test.exception
    return "\n".join(str(element.proto.body) for element in test.get("html"))


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


def test_what_may_not_be_read_is_on_no_screen(screen: Callable[..., AppTest]) -> None:
    html = shown(screen("contracts")) + shown(screen("matrix", onderwerp=["strooizout", "zwembad"]))
    html += shown(screen("experience", vraag="strooizout")) + shown(screen("experience", vraag="zwembad"))
    assert "geheim" not in html
    assert "Jabbeke: " not in html
    assert "1 overeenkomst." in html


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


def test_one_contract_tells_its_facts_its_papers_and_who_joined(screen: Callable[..., AppTest], data: Path) -> None:
    html = shown(screen("contract", overeenkomst=known(data).key))
    for heading in (texts.FACTS_HEADING, texts.PAPERS_HEADING, texts.MEMBERS_HEADING, texts.LOOK_HEADING):
        assert heading in html
    assert "Damme (sinds 1 april 2025)" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script" not in html
    assert "tot &lt;b&gt;half&lt;/b&gt; 2028" in html


@pytest.mark.parametrize("key", ["0" * 16, "x", "", "<script>"])
def test_a_contract_that_is_not_there_says_so(screen: Callable[..., AppTest], key: str) -> None:
    html = shown(screen("contract", overeenkomst=key))
    assert texts.NOT_THERE in html or texts.NONE_OPEN in html
    assert "<script" not in html


def test_a_contract_of_others_looks_like_none(screen: Callable[..., AppTest], data: Path) -> None:
    both = Reader("k", frozenset({"iedereen", "kabinet"}))
    every = open_knowledge_base(data).registers.register(both).contracts
    (secret,) = [each for each in every if each.document.audience == "kabinet"]
    assert shown(screen("contract", overeenkomst=secret.key)) == shown(screen("contract", overeenkomst="0" * 16))


def button(test: AppTest, label: str) -> object:
    return next(each for each in test.button if each.label == label)


def test_confirming_takes_the_doubt_away_and_can_be_undone(screen: Callable[..., AppTest], own: Path) -> None:
    test = screen("contract", own, overeenkomst=known(own).key)
    button(test, texts.CONFIRM).click().run()
    html = shown(test)
    assert texts.LOOK_HEADING not in html
    assert "is bevestigd" in html
    assert "door iedereen" not in html
    assert not known(own).first(Field.END).needs_a_look
    button(test, texts.UNDO).click().run()
    assert texts.LOOK_HEADING in shown(test)
    assert known(own).first(Field.END).needs_a_look


def test_a_correction_counts_at_once_and_nonsense_is_refused(screen: Callable[..., AppTest], own: Path) -> None:
    test = screen("contract", own, overeenkomst=known(own).key)
    which = test.selectbox[0]
    ceiling = next(option for option in which.options if option.startswith(texts.FIELDS[Field.CEILING]))
    which.select(ceiling).run()
    test.text_input[0].set_value("heel veel").run()
    button(test, texts.CORRECT_SAVE).click().run()
    assert "Dat is geen bedrag dat we kennen." in shown(test)
    assert known(own).ceiling == 480_000
    test.text_input[0].set_value("€ 512.000,50").run()
    button(test, texts.CORRECT_SAVE).click().run()
    assert "€\N{NO-BREAK SPACE}512.000,50 excl. btw" in shown(test)
    assert str(known(own).ceiling) == "512000.50"


def test_what_is_not_there_is_left_out_and_comes_back(screen: Callable[..., AppTest], own: Path) -> None:
    test = screen("contract", own, overeenkomst=known(own).key)
    which = test.selectbox[0]
    which.select(next(option for option in which.options if "script" in option)).run()
    button(test, texts.CORRECT_DROP).click().run()
    assert known(own).first(Field.SUPPLIER) is None
    assert "is weggelaten" in shown(test)
    button(test, texts.UNDO).click().run()
    assert known(own).first(Field.SUPPLIER) is not None


def test_while_files_are_read_in_a_correction_is_refused_in_dutch(
    screen: Callable[..., AppTest], own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    test = screen("contract", own, overeenkomst=known(own).key)

    @contextmanager
    def locked(folder: Path) -> Iterator[None]:
        raise Locked("Er wordt nu ingelezen. Probeer het straks opnieuw.")
        yield

    monkeypatch.setattr("search.registers.edits.open_for_writing", locked)
    button(test, texts.CONFIRM).click().run()
    assert "Er wordt nu ingelezen." in shown(test)
    assert known(own).first(Field.END).needs_a_look


def test_the_matrix_keeps_its_gaps(screen: Callable[..., AppTest]) -> None:
    html = shown(screen("matrix", onderwerp=["deelfietsen overeenkomst", "zwembad"]))
    row = html[html.index(">Damme<") :]
    assert "Deelfietsen. Overeenkomst. Goedkeuring." in row
    assert re.search(r'href="/document\?document=\d+&amp;pagina=1&amp;fragment=\d+"', row)
    assert texts.NOT_FOUND in html
    assert texts.NOT_READ in html  # Torhout
    assert "1 van de 20 vakken gevuld." in html


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


@pytest.mark.parametrize("name", ["contracts", "contract", "matrix", "experience"])
def test_an_unknown_choice_is_told_and_breaks_nothing(screen: Callable[..., AppTest], name: str) -> None:
    html = shown(screen(name, enkel="<b>alles</b>", gemeente="Gent", onderwerp="zout", overeenkomst="zz"))
    assert "We kennen de keuze" in html or name == "contract"
    assert "<b>alles" not in html
