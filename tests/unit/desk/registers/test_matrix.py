from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk.exports import listing
from desk.registers import finding, matrix, region
from desk.registers.finding import Items
from desk.registers.matrix import MOST_SUBJECTS, State
from search.answer import Answer, Highlight, Query, Result
from search.language import themes
from search.registers.decisions import Decision
from search.registers.treatments import Effect
from search.types import Document, Kind, Span

Papers = Callable[..., Document]
Decide = Callable[..., Decision]
Find = Callable[..., Result]
Say = Callable[..., Answer]


def asked(by_place: dict[str, Answer], empty: Answer) -> Callable[[Query, int], Answer]:
    return lambda query, k: by_place.get(query.municipalities[0], empty)


def test_of_nearly_equal_finds_the_latest_decision_is_told(
    document: Papers, decision: Decide, result: Find, answer: Say
) -> None:
    old = document(1, kind=Kind.MINUTES, day=date(2016, 1, 1))
    new = document(2, kind=Kind.MINUTES, day=date(2024, 1, 1))
    note = document(3, kind=Kind.NOTE, day=date(2026, 1, 1))
    beside = document(4, kind=Kind.MINUTES, day=date(2026, 6, 1))
    made = [decision(paper) for paper in (old, new, beside)] + [decision(note, effect=None, is_item=False)]
    found = answer(result(note, 0.6), result(old, 0.55), result(new, 0.5), result(beside, 0.2), more=2)
    (cell,) = matrix.cells("zout", ["Brugge"], ["Brugge"], asked({"Brugge": found}, answer()), finding.items(made))
    assert cell.document == new  # the note decides nothing; the latest paper is beside the subject
    assert (cell.day, cell.effect, cell.page) == (date(2024, 1, 1), Effect.APPROVED, 1)
    assert cell.more == 5


def test_gaps_stay_and_tell_why(result: Find, answer: Say, document: Papers) -> None:
    ask = asked({"Brugge": answer(result(document(1), 0.6)), "Damme": answer(result(document(2), 0.25))}, answer())
    cells = matrix.cells(
        "zout", ["Brugge", "Damme", "Jabbeke", "Torhout"], ["Brugge", "Damme", "Jabbeke"], ask, Items()
    )
    assert [cell.state for cell in cells] == [State.FOUND, State.NOTHING, State.NOTHING, State.NOT_READ]


def test_a_theme_is_looked_up_and_not_searched(document: Papers, decision: Decide, answer: Say) -> None:
    def never(query: Query, k: int) -> Answer:
        raise AssertionError

    new, old = document(1, kind=Kind.MINUTES), document(2, kind=Kind.MINUTES, day=date(2011, 1, 1))
    made = [decision(new, themes=("Energie",)), decision(old, themes=("Energie",))]
    brugge, damme = matrix.cells("Energie", ["Brugge", "Damme"], ["Brugge", "Damme"], never, Items(), made)
    assert (brugge.document, brugge.more) == (new, 1)
    assert damme.state is State.NOTHING


def test_usual_subjects_are_the_themes_that_most_is_decided_on(document: Papers, decision: Decide) -> None:
    paper = document(1, kind=Kind.MINUTES)
    made = [decision(paper, start=i, themes=("Energie",)) for i in range(3)] + [
        decision(paper, start=9, themes=("Sport",))
    ]
    undecided = decision(document(2, kind=Kind.AGENDA), effect=None, themes=("Natuur",))
    assert matrix.usual_subjects([*made, undecided], ["zout"]) == ("Energie", "Sport")
    assert matrix.usual_subjects([decision(paper)], ["zout"]) == ("zout",)


def test_the_themes_of_the_region_come_first_in_their_own_order(document: Papers, decision: Decide) -> None:
    paper = document(1, kind=Kind.MINUTES)
    often = [decision(paper, start=i, themes=("Erediensten", "Wonen")) for i in range(9)]
    once = [decision(paper, start=20 + i, themes=(theme,)) for i, theme in enumerate(reversed(matrix.OF_THE_REGION))]
    assert matrix.usual_subjects([*often, *once], []) == matrix.OF_THE_REGION
    assert matrix.usual_subjects([*often, once[0], once[-1]], []) == (
        matrix.OF_THE_REGION[0], matrix.OF_THE_REGION[-1], "Erediensten", "Wonen",
    )  # fmt: skip
    assert set(matrix.OF_THE_REGION) <= {theme.name for theme in themes.load()}


@pytest.mark.parametrize(
    ("typed", "subjects"),
    [
        (["zout\n\n  zand  \nZout"], ("zout", "zand")),
        (["zout", "zand"], ("zout", "zand")),
        ([" \n"], ()),
        ([], ()),
        (["x" * 5_000], ("x" * 200,)),
    ],
)
def test_subjects_are_typed_one_a_line(typed: list[str], subjects: tuple[str, ...]) -> None:
    assert matrix.subjects_of(typed) == subjects
    assert len(matrix.subjects_of(["\n".join(map(str, range(99)))])) == MOST_SUBJECTS


def test_the_region_is_shown_whole_once_something_of_it_is_there() -> None:
    ours = region.members()
    assert len(ours) == 10
    assert region.places(ours, ["Brugge", "Gent"]) == (*ours, "Gent")
    assert region.places(ours, ["Gent", "Aalst"]) == ("Aalst", "Gent")


def test_a_knowledge_base_may_name_its_own_region(tmp_path: Path) -> None:
    assert region.members(tmp_path) == region.members()
    (tmp_path / region.FILE).write_bytes("# streek\ngent\nAtlantis\n\xff\n Aalst \nGent\n".encode("latin-1"))
    assert region.members(tmp_path) == ("Gent", "Aalst")


def test_the_sentence_that_answers_tells_which_item_of_an_agenda_it_is(
    document: Papers, decision: Decide, result: Find
) -> None:
    paper = document(1, kind=Kind.AGENDA)
    first, second = decision(paper, "Zout", start=0), decision(paper, "Zand", start=50)
    other_page = decision(paper, "Grind", page=2, start=0)
    at = finding.items([other_page, second, first])
    spans = (Span(1, 10, 80), Span(2, 5, 30))
    found = result(paper, text="x" * 96)
    found = replace(found, passage=replace(found.passage, spans=spans))
    assert at.of(found) == first
    assert at.of(replace(found, sentence=Highlight(45, 60))) == second
    assert at.of(replace(found, sentence=Highlight(72, 80))) == other_page
    assert at.of(result(document(2))) is None
    assert finding.items([decision(paper, start=90)]).of(found) is None  # before the first item


def test_the_table_keeps_gaps_and_links_every_find(
    result: Find, answer: Say, document: Papers, decision: Decide
) -> None:
    paper = document(1, kind=Kind.MINUTES)
    ask = asked({"Brugge": answer(result(paper, page=4))}, answer())
    cells = matrix.cells("zout", ["Brugge", "Damme"], ["Brugge", "Damme"], ask, finding.items([decision(paper)]))
    table = listing.matrix(cells, lambda number, page: f"http://x/{number}/{page}")
    brugge, damme = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    assert (brugge["Link"], brugge["Uitkomst"], brugge["Bladzijde"]) == ("http://x/1/4", "goedgekeurd", 4)
    assert damme["Gevonden"] == "niets gevonden"
