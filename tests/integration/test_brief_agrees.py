"""A briefing note and the screens on the same theme say the same: no gap where one of them shows something."""

from datetime import date

import pytest

from access import reader_named
from desk.brief import hits
from desk.brief.doubts import DID
from desk.brief.note import compose
from desk.note import Part
from desk.registers import finding, matrix
from desk.registers.matrix import State
from search.types import Kind
from tests.briefs import TODAY, composed, section

THEMES = (
    "zonnepanelen", "hernieuwbare energie", "windturbines", "deelmobiliteit", "digitaal buurtnetwerk", "laadpalen",
    "UiTPAS", "regiovorming", "strooizout", "Duurzaamheid en energie",
)  # fmt: skip


@pytest.fixture(scope="module")
def notes(sample):
    return composed(sample, THEMES)


def gaps(note):
    """Return the municipalities of which a note shows nothing at all."""
    told = (each for each in section(note, Part.GAPS) if each.source is None)
    return {each.text.partition(":")[0] for each in told if not each.text.startswith("Nog niets")}


@pytest.mark.parametrize("theme", THEMES)
def test_a_note_names_everybody_whom_the_screen_of_experience_shows_to_have_done_something(sample, notes, theme):
    found, _ = hits.experienced(sample, reader_named(None), theme)
    did = {each.who for each in found if each.proofs[0].role in DID}
    told = [each for each in section(notes[theme], Part.EXPERIENCE) if each.source]
    named = {who for each in told for who in (*each.lead.split(", "), each.label)}
    assert did <= named
    for each in found:
        reason = next((t.remark for t in told if each.who in t.lead.split(", ")), "")
        if each.who in did and reason:
            assert each.reason.casefold() in reason.casefold()


@pytest.mark.parametrize("theme", THEMES)
def test_no_gap_is_claimed_where_a_screen_shows_a_recent_decision(sample, notes, theme):
    reader = reader_named(None)
    found, _ = hits.experienced(sample, reader, theme)
    recent = {
        each.who
        for each in found
        for proof in each.proofs
        if proof.role in DID and proof.day and proof.day >= date(2020, 11, 26)
    }
    read_in, decisions = sample.overview(reader).municipalities, sample.registers.decisions(reader)
    cells = matrix.cells(
        theme, hits.places(sample, reader), read_in, lambda query, k: sample.search(query, reader, k),
        finding.items(decisions), decisions,
    )  # fmt: skip
    shown = {
        each.municipality: each.document.date
        for each in cells
        if each.state is State.FOUND and each.decision and each.decision.is_decided
    }
    recent |= {place for place, day in shown.items() if day and day >= date(2020, 11, 26)}
    assert recent.isdisjoint(gaps(notes[theme]))
    nothing = {each.text.partition(":")[0] for each in section(notes[theme], Part.GAPS) if "sinds" not in each.text}
    assert set(shown).isdisjoint(nothing & gaps(notes[theme]))


def test_what_may_be_about_a_theme_stands_among_the_gaps_with_its_page(notes):
    told = next(e for e in section(notes["hernieuwbare energie"], Part.GAPS) if e.lead.startswith("Beernem"))
    assert told.lead == "Beernem: niets dat zeker over dit thema gaat; misschien wel"
    assert told.text.startswith("Burgercoöperatie Zonnekracht Beernem")
    assert told.source.date == date(2024, 4, 25)


def test_experience_that_is_not_surely_about_the_theme_says_so(notes):
    told = {each.lead: each.remark for each in section(notes["zonnepanelen"], Part.EXPERIENCE)}
    assert told["Beernem"] == "1 besluit in 2024; niet zeker over dit thema"
    assert told["Jabbeke"] == told["Torhout"] == "1 besluit in 2021; neemt deel aan 1 overeenkomst"


def test_a_point_that_rests_on_a_replaced_position_names_the_newer_one_which_is_quoted(notes):
    told = section(notes["hernieuwbare energie"], Part.POSITIONS)
    resting = next(each for each in told if "standpunt van 16 juni 2010 onverkort" in each.text)
    assert resting.remark == (
        "Steunt op het standpunt van 16 juni 2010, dat vervangen is op 15 juni 2022: Herzien standpunt windturbines"
    )
    newer = [each for each in told if each.source.kind is Kind.POSITION and each.source.date == date(2022, 6, 15)]
    assert newer
    assert newer[0].remark == "Vervangt het standpunt van 16 juni 2010"
    assert not any(each.source.date == date(2010, 6, 16) for each in told)


def test_within_a_period_before_its_successor_a_position_is_quoted_with_a_remark(sample):
    note = compose(sample, reader_named(None), "windturbines", until=date(2015, 12, 31), today=TODAY)
    told = [each for each in section(note, Part.POSITIONS) if each.source and each.source.kind is Kind.POSITION]
    assert {each.source.date for each in told} == {date(2010, 6, 16)}
    assert told[0].remark.startswith("Vervangen op 15 juni 2022: Herzien standpunt windturbines")


def test_what_somebody_at_the_table_is_to_do_stands_among_the_actions_and_not_among_the_positions(notes):
    note = notes["hernieuwbare energie"]
    actions = [(each.lead, each.text) for each in section(note, Part.ACTIONS)]
    assert [lead.partition(" (")[0] for lead, _ in actions] == ["Alle besturen, tegen 15 mei 2026", "De WVI"]
    said = {each.text for each in section(note, Part.POSITIONS)}
    assert said.isdisjoint(text for _, text in actions)


def test_a_section_without_anything_says_so(sample):
    note = compose(sample, reader_named(None), "strandcabines", today=TODAY)
    assert [each.text for each in section(note, Part.POSITIONS)] == ["Geen standpunten gevonden over dit thema."]
    (none,) = section(note, Part.ACTIONS)
    assert none.text.startswith("Geen openstaande acties gevonden: er zijn geen verslagen over dit thema")
