"""Decisions that end by what a decision list tells, without articles: by a list in it, and by a title."""

from datetime import date

import pytest

from ingest.pipeline import ingest
from search import open_knowledge_base
from search.registers.decisions import State

PAPERS = {
    "2024-01-29_besluitenlijst.md": (
        "# Stad Damme\n\nBesluitenlijst van de gemeenteraad. Zitting van 29 januari 2024.\n\n"
        "## 1. Retributiereglement standplaatsen weekmarkt. Goedkeuring.\n\nHet reglement is eenparig goedgekeurd.\n\n"
        "## 2. Kermisreglement Sijsele. Goedkeuring.\n\nHet reglement is eenparig goedgekeurd.\n\n"
        "## 3. Laadpalen op het plein. Goedkeuring.\n\nDe plaatsing is eenparig goedgekeurd.\n"
    ),
    "2024-12-16_besluitenlijst.md": (
        "# Stad Damme\n\nBesluitenlijst van de gemeenteraad. Zitting van 16 december 2024.\n\n"
        "## 1. Algemeen retributiereglement. Vaststelling.\n\nHet algemeen reglement is eenparig goedgekeurd. "
        "Volgende besluiten worden opgeheven vanaf 1 januari 2025:\n\n"
        "- gemeenteraadsbesluit van 25 maart 2019 m.b.t. afgifte van stukken\n"
        "- gemeenteraadsbesluit van 29 januari 2024 m.b.t. retributiereglement standplaatsen weekmarkt\n\n"
        "## 2. Opheffing van het kermisreglement van 29 januari 2024 te Sijsele. Goedkeuring.\n\nGoedgekeurd.\n"
    ),
}


@pytest.fixture
def standings(tmp_path, embedder, everyone):
    for name, text in PAPERS.items():
        file = tmp_path / "raad" / "damme" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    ingest([tmp_path / "raad"], tmp_path / "kb", embedder, workers=1)
    found = open_knowledge_base(tmp_path / "kb", embedder).registers.decisions(everyone)
    return {each.title.split()[0]: each.standing for each in found if each.date == date(2024, 1, 29)}


def test_an_entry_of_a_list_in_a_decision_list_is_repealed(standings):
    assert (standings["Retributiereglement"].state, standings["Retributiereglement"].since) == (
        State.REPEALED,
        date(2025, 1, 1),
    )


def test_a_title_that_names_a_decision_and_its_day_repeals_it(standings):
    assert (standings["Kermisreglement"].state, standings["Kermisreglement"].since) == (
        State.REPEALED,
        date(2024, 12, 16),
    )


def test_what_nobody_names_holds(standings):
    assert standings["Laadpalen"].state is State.HOLDS
