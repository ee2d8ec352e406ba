import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from desk.exports import results as listing_results
from desk.exports import tables, texts
from search.answer import Answer, Highlight, Result
from search.registers.decisions import Decision, Standing, State
from search.registers.dossiers import Dossier
from search.registers.linking import Link, Reason
from search.registers.treatments import Article, Vote
from search.types import Document

LINK = "http://hier/document?document=1"


def sheet(table: tables.Table) -> list[dict[str, object]]:
    book = load_workbook(io.BytesIO(tables.as_xlsx(table)))
    assert book.active is not None
    head, *rows = book.active.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def lines(table: tables.Table) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(tables.as_csv(table).decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_result_has_its_sentence_its_page_and_a_real_date(
    document: Callable[..., Document], result: Callable[..., Result], answer: Callable[..., Answer]
) -> None:
    found = replace(result(document(day=date(2024, 9, 1)), page=3, text="Er is zout. Het ligt klaar."))
    found = replace(found, sentence=Highlight(12, 27))
    table = listing_results.results(answer(found), lambda each: f"{LINK}&pagina={each.passage.page}")
    (row,) = sheet(table)
    assert row["Datum"] == datetime(2024, 9, 1)
    assert (row["Zin"], row["Passage"], row["Bladzijde"]) == ("Het ligt klaar.", "Er is zout. Het ligt klaar.", 3)
    assert row["Link"] == f"{LINK}&pagina=3"
    (line,) = lines(table)
    assert (line["Datum"], line["Plaats"], line["Link"]) == ("2024-09-01", "1", f"{LINK}&pagina=3")


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_what_a_document_says_is_never_computed(
    document: Callable[..., Document], result: Callable[..., Result], answer: Callable[..., Answer], text: str
) -> None:
    table = listing_results.results(answer(result(document(title=text, body=text), text=text)), lambda _: LINK)
    book = load_workbook(io.BytesIO(tables.as_xlsx(table)))
    assert book.active is not None
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n", "d"}
    (line,) = lines(table)
    assert [line[name][0] for name in ("Titel", "Orgaan", "Passage")] == ["'"] * 3


def test_a_list_that_is_cut_says_so_in_its_last_row(
    document: Callable[..., Document], result: Callable[..., Result], answer: Callable[..., Answer]
) -> None:
    one = result(document())
    whole = listing_results.results(answer(*[one] * 1_000), lambda _: LINK)
    assert len(whole.rows) == 1_000
    for cut in (answer(*[one] * 1_001), answer(*[one] * 1_000, more=4)):
        rows = sheet(listing_results.results(cut, lambda _: LINK))
        assert len(rows) == 1_001
        assert rows[-1]["Titel"] == texts.CUT.format(n=1_000)
        assert rows[-1]["Link"] is None


def test_a_decision_tells_its_outcome_its_vote_and_its_articles(
    document: Callable[..., Document], decision: Callable[..., Decision]
) -> None:
    made = decision(document(), page=4, themes=("Energie", "Wegen"))
    told = replace(
        made,
        votes=(Vote("met 21 stemmen voor, 2 tegen", False, 21, 2),),
        articles=(Article("1", "Het zout wordt gekocht.", ()), Article("", "Zo besloten.", ())),
        standing=Standing(State.REPEALED, date(2025, 2, 3)),
        confidence=0.4,
    )
    dossier = Dossier(told.key, "Strooizout", False, False, (told,), ())
    (row,) = sheet(listing_results.decisions([told], 1, {told.key: dossier}, lambda each: f"{LINK}{each.key}"))
    assert row["Tekst"] == "Artikel 1. Het zout wordt gekocht.\nZo besloten."
    assert (row["Uitkomst"], row["Stemming"]) == ("goedgekeurd (niet zeker gelezen)", "met 21 stemmen voor, 2 tegen")
    assert (row["Geldt"], row["Sinds"]) == ("opgeheven", datetime(2025, 2, 3))
    assert (row["Thema’s"], row["Dossier"], row["Bladzijde"]) == ("Energie, Wegen", "Strooizout", 4)
    assert row["Link"] == f"{LINK}{told.key}"


def test_a_dossier_tells_why_each_matter_is_in_it(
    document: Callable[..., Document], decision: Callable[..., Decision]
) -> None:
    one, other = (
        decision(document(1), "Zout. Aankoop."),
        decision(document(2, day=date(2025, 1, 1)), "Zout. Verlenging."),
    )
    why = Link(*sorted((one.key, other.key)), Reason.REFERENCE, "2020_GR_7", 1.0)
    dossier = Dossier(one.key, "=Zout", True, True, (one, other), (why,))
    rows = sheet(listing_results.matters(dossier, lambda _: LINK))
    assert [row["Waarom hierbij"] for row in rows] == ["zelfde referentienummer (2020_GR_7)"] * 2
    assert [row["Datum"] for row in rows] == [datetime(2024, 9, 1), datetime(2025, 1, 1)]
    (row,) = sheet(listing_results.dossiers([dossier], lambda each: f"{LINK}{each.key}"))
    assert (row["Dossier"], row["Vastgezet"], row["Stukken"]) == ("=Zout", "ja", 2)
    assert (row["Eerste"], row["Laatste"]) == (datetime(2024, 9, 1), datetime(2025, 1, 1))
    assert row["Link"] == f"{LINK}{one.key}"
