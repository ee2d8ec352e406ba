"""One contract on the screen: told, confirmed, corrected, taken back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from search import open_knowledge_base
from search.errors import Locked
from search.registers.agreements import Field
from search.types import Reader
from tests.unit.views.registers.papers import button, known, shown
from views.pieces import widgets
from views.registers import texts


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
    (beside,) = test.expander[0].get("html")  # beside the field, in the box that stays open
    assert "Dat is geen bedrag dat we kennen." in beside.proto.body
    assert test.text_input[0].value == "heel veel"
    assert known(own).ceiling == 480_000
    test.text_input[0].set_value("€ 512.000,50").run()
    button(test, texts.CORRECT_SAVE).click().run()
    assert "€\N{NO-BREAK SPACE}512.000,50 excl. btw" in shown(test)
    assert str(known(own).ceiling) == "512000.50"
    assert [each.proto.body for each in test.expander[0].get("html")] == [widgets.done(texts.CORRECTED)]


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
