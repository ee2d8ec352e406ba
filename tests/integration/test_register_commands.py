"""The subcommands that list what is known, and the note: one JSON document each, in the shape that is agreed."""

import json

import pytest
from docx import Document

from cli.__main__ import main
from ingest.pipeline import ingest
from search.embedders import build
from tests.conftest import CORPUS


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("registers")
    ingest([CORPUS], folder, build())
    return folder


@pytest.fixture
def run(data, capsys):
    def called(*arguments):
        code = main([*arguments, "--data", str(data), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return called


def test_decisions_come_newest_first_with_articles_page_and_dossier(run):
    code, found = run("decisions", "--municipality", "Damme")
    assert code == 0
    assert found
    dates = [each["date"] for each in found]
    assert dates == sorted(dates, reverse=True)
    assert {each["municipality"] for each in found} == {"Damme"}
    assert all(each["outcome"] and each["page"] >= 1 and each["document"].startswith("damme/") for each in found)
    joined = next(each for each in found if "Toetreding tot de aankoopcentrale" in each["title"])
    assert [article["number"] for article in joined["articles"]] == ["1", "2", "3"]
    assert joined["valid"] is True
    assert joined["dossier"]


def test_decisions_are_narrowed_by_period_outcome_and_number(run):
    _, found = run("decisions", "--from", "2018", "--to", "2018", "--outcome", "verdaagd")
    assert {each["outcome"] for each in found} == {"verdaagd"}
    assert all(each["date"].startswith("2018") for each in found)
    assert len(run("decisions", "--k", "2")[1]) == 2
    assert len(run("decisions", "--all")[1]) > len(run("decisions")[1])


def test_dossiers_tell_of_each_matter_why_it_is_there(run):
    code, found = run("dossiers", "--theme", "Gezamenlijke aankopen")
    assert code == 0
    assert found
    dossier = next(each for each in found if "brugge" in str(each["decisions"]) and len(each["municipalities"]) > 1)
    assert all(each["because"] for each in dossier["decisions"])
    assert dossier["first"] <= dossier["last"]


def test_contracts_stand_as_they_were_on_a_day(run):
    code, found = run("contracts", "--on", "2021-06-01", "--open")
    assert code == 0
    (contract,) = [each for each in found if "fotovolta" in each["title"]]
    assert contract["phase"] == "open voor toetreding"
    assert "Damme" in [fact["value"] for fact in contract["facts"]["joined"]]
    later = next(each for each in run("contracts", "--on", "2030-01-01", "--all")[1] if each["id"] == contract["id"])
    assert later["phase"] == "verlopen"
    assert all(fact["page"] >= 1 for facts in contract["facts"].values() for fact in facts)


def test_a_note_is_written_as_word_with_its_sources(data, run, tmp_path):
    code, note = run("brief", "zonnepanelen", "--output", str(tmp_path / "nota.docx"))
    assert code == 0
    assert note["sources"]
    assert any("zonnepanelen" in paragraph.text for paragraph in Document(str(tmp_path / "nota.docx")).paragraphs)


def test_a_note_in_a_form_that_is_not_there_is_a_wrong_call(data, tmp_path, capsys):
    assert main(["brief", "zonnepanelen", "--data", str(data), "--output", str(tmp_path / "nota.odt")]) == 2
    assert ".docx" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["decisions", "dossiers", "contracts"])
def test_finding_nothing_is_an_answer(run, command):
    assert run(command, "--municipality", "Kortrijk") == (0, [])
