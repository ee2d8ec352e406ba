"""What is new on the sample corpus, by the command as by the screens: word for word, with its page, by its day."""

import json
from datetime import date

import pytest
from docx import Document

from access import reader_named
from cli.__main__ import main
from desk.news.news import news
from desk.news.note import compose
from desk.note import Part
from ingest.pipeline import ingest
from search.embedders import build
from search.spans import text_of
from tests.conftest import CORPUS

TODAY = date(2026, 11, 25)
PERIODS = (
    (date(2026, 3, 18), TODAY), (date(2022, 1, 1), date(2023, 6, 30)), (date(2008, 1, 1), date(2026, 12, 31)),
)  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nieuw")
    ingest([CORPUS], folder, build())
    return folder


@pytest.fixture
def run(data, capsys):
    def called(*arguments):
        code = main(["news", *arguments, "--data", str(data)])
        return code, capsys.readouterr().out

    return called


def flat(text):
    return " ".join(text.split())


@pytest.mark.parametrize(("since", "until"), PERIODS)
def test_every_quotation_stands_word_for_word_on_the_page_it_cites(sample, since, until):
    reader = reader_named(None)
    note = compose(sample, reader, news(sample, reader, since, until, today=TODAY))
    quoted = [entry for section in note.sections for entry in section.entries if entry.source and entry.text]
    assert len(quoted) >= 8
    for entry in quoted:
        page = sample.page(entry.source.document_id, entry.source.page, reader).text
        assert flat(entry.text) in flat(page)
        if entry.source.spans:
            assert flat(text_of(entry.source.spans, {entry.source.page: page})) in flat(page)


@pytest.mark.parametrize(("since", "until"), PERIODS)
def test_every_day_falls_in_the_period_and_every_municipality_is_accounted_for(sample, since, until):
    found = news(sample, reader_named(None), since, until, today=TODAY)
    for place in found.places:
        assert all(since <= each.date <= until for own in place.matters.values() for each in own)
        assert all(since <= each.since <= until for each in place.ended)
        assert all(since <= each.day <= found.horizon for each in place.contracts)
        assert not place.late  # it was all read in at once
    told = {place.name for place in found.places if place.is_municipality}
    assert told | {*found.silent, *found.unread} == set(sample.overview(reader_named(None)).municipalities)


def test_a_new_position_ends_the_old_one_and_a_contract_can_be_left(sample):
    found = news(sample, reader_named(None), date(2022, 1, 1), date(2023, 6, 30), today=TODAY)
    partners = next(place for place in found.places if place.name == "Burgemeestersoverleg Brugge")
    assert [(each.decision.date, each.by.date) for each in partners.ended] == [
        (date(2019, 10, 4), date(2023, 6, 16)), (date(2010, 6, 16), date(2022, 6, 15)),
    ]  # fmt: skip
    days = {(str(each.happening), each.day) for each in found.contracts}
    assert ("opzeggen", date(2022, 11, 30)) in days
    assert ("toegetreden", date(2022, 9, 1)) in days


def test_a_framework_contract_is_told_once_and_not_again_of_each_who_may_join_it(sample):
    found = news(sample, reader_named(None), date(2024, 6, 1), date(2024, 12, 31), today=TODAY)
    (signed,) = [each for each in found.contracts if str(each.happening) == "nieuw"]
    own = {place.name for place in found.places if signed in place.contracts}
    assert own == {"Brugge", "Beernem", "Zuienkerke"}  # who buys, and who was there from the beginning
    assert {"Blankenberge", "Damme", "Torhout"} <= set(signed.who)
    assert "Blankenberge" in found.silent
    asked = news(
        sample, reader_named(None), date(2024, 6, 1), date(2024, 12, 31), today=TODAY, municipalities=("Blankenberge",)
    )
    assert signed in asked.contracts  # who asks for it alone is told that it is open


def test_nothing_rises_in_eighteen_years_of_one_region_that_a_reader_would_not_call_a_rise(sample):
    """Periods of a fifth of a year: of 85 none has a theme that came up more often than chance explains."""
    decisions = sample.registers.register(reader_named(None)).decisions.values()
    from desk.news.themes import rises

    days = sorted({each.date for each in decisions if each.date})
    periods = [date.fromordinal(n) for n in range(days[0].toordinal() + 365, days[-1].toordinal(), 73)]
    fired = sum(bool(rises(decisions, day, date.fromordinal(day.toordinal() + 73))) for day in periods)
    assert fired <= len(periods) * 0.05


def test_one_document_of_json_in_the_shape_that_is_agreed(run):
    code, out = run("--json", "--from", "2022", "--to", "2023-06-30")
    found = json.loads(out)
    assert code == 0
    assert (found["from"], found["to"], found["next_meeting"]) == ("2022-01-01", "2023-06-30", "2024-10-09")
    assert set(found) == {
        "from", "to", "deadlines_until", "next_meeting", "municipalities", "theme", "rising_themes", "contracts",
        "places", "nothing_new", "not_read",
    }  # fmt: skip
    matters = [each for place in found["places"] for each in (*place["decisions"], *place["positions"])]
    assert matters
    assert all(each["page"] >= 1 and each["document"] and each["id"] for each in matters)
    only = json.loads(run("--json", "--from", "2022", "--to", "2023-06-30", "--municipality", "Beernem")[1])
    assert [place["name"] for place in only["places"]] == ["Beernem"]


def test_the_last_meeting_is_where_it_begins_and_today_or_the_next_where_it_ends(run):
    found = json.loads(run("--json")[1])
    assert found["from"] == "2026-03-18"
    assert found["to"] >= date.today().isoformat()


@pytest.mark.parametrize("ending", ["docx", "pdf", "md", "xlsx", "csv"])
def test_it_is_written_in_the_form_that_the_name_asks(run, tmp_path, ending):
    file = tmp_path / f"nieuw.{ending}"
    code, out = run("--from", "2022", "--to", "2023-06-30", "--output", str(file))
    assert (code, out) == (0, "")
    assert file.stat().st_size > 1_000
    if ending == "docx":
        said = [paragraph.text for paragraph in Document(file).paragraphs]
        assert "Wat is er nieuw sinds 1 januari 2022" in said
        assert "Blankenberge" in said


def test_a_wrong_call_says_so_and_no_knowledge_base_is_ten(run, tmp_path, capsys):
    assert run("--output", "nieuw.exe")[0] == 2
    assert run("--from", "2023", "--to", "2022")[0] == 2
    assert run("--from", "9999")[0] == 2
    assert main(["news", "--data", str(tmp_path / "nergens")]) == 10
    with pytest.raises(SystemExit) as stopped:
        run("--from", "gisteren")
    assert stopped.value.code == 2


def test_the_note_comes_in_the_order_of_the_region_and_ends_with_partnerships(sample):
    reader = reader_named(None)
    note = compose(sample, reader, news(sample, reader, date(2022, 1, 1), date(2023, 6, 30), today=TODAY))
    assert [section.part for section in note.sections][:2] == [Part.CONTEXT, Part.CONTRACTS]
    assert {section.part for section in note.sections[2:]} == {Part.NEWS}
    assert [section.heading for section in note.sections][-2:] == ["Burgemeestersoverleg Brugge", "Exello.net"]
