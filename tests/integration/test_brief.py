"""Briefing notes on the sample corpus: word for word, for this reader only, and honest where nothing was found."""

from datetime import date

import pytest

from access import reader_named
from desk.brief.note import compose
from desk.note import Part
from desk.printing.markdown import as_markdown
from ingest.pipeline import ingest
from search import open_knowledge_base
from search.spans import text_of
from search.types import EVERYONE, Reader
from tests.briefs import TODAY, composed, section

THEMES = (
    "hernieuwbare energie", "deelmobiliteit", "digitaal buurtnetwerk", "regiovorming", "strooizout", "bibliotheken",
    "functionaris voor gegevensbescherming", "laadpalen", "UiTPAS", "doven van straatverlichting",
)  # fmt: skip


@pytest.fixture(scope="module")
def notes(sample):
    return composed(sample, THEMES)


def flat(text):
    return " ".join(text.split())


def words(note):
    return " ".join(f"{e.lead} {e.text} {e.remark}" for each in note.sections for e in each.entries)


@pytest.mark.parametrize("theme", THEMES)
def test_every_quotation_stands_word_for_word_on_the_page_it_cites(sample, notes, theme):
    quoted = [each for part in notes[theme].sections for each in part.entries if each.source]
    assert len([each for each in quoted if each.text]) >= 8
    for each in quoted:
        page = sample.page(each.source.document_id, each.source.page, reader_named(None)).text
        assert each.text or each.label  # what is named and not quoted
        assert flat(each.text) in flat(page)
        if each.source.spans:
            assert {span.page for span in each.source.spans} == {each.source.page}
            assert flat(text_of(each.source.spans, {each.source.page: page})) == flat(each.text)


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_is_quoted_twice_and_the_sections_come_in_order(notes, theme):
    places = [e.source for part in notes[theme].sections for e in part.entries if e.source and e.source.spans]
    assert len({(each.document_id, each.spans) for each in places}) == len(places)
    order = [part for part in Part]
    at = [order.index(each.part) for each in notes[theme].sections]
    assert at == sorted(at)
    assert order[at[0]] is Part.CONTEXT


def test_a_position_that_was_replaced_is_only_mentioned(sample, everyone):
    note = compose(sample, everyone, "windturbines", today=TODAY)
    papers = [each for each in section(note, Part.POSITIONS) if "standpunt" in each.lead.casefold()]
    assert {each.source.date for each in papers} == {date(2022, 6, 15)}
    assert "standpunt van 16 juni 2010" in papers[0].remark
    assert not any(e.source.date == date(2010, 6, 16) for e in section(note, Part.POSITIONS))


def test_decisions_name_body_day_outcome_and_vote(notes):
    told = next(e for e in section(notes["digitaal buurtnetwerk"], Part.DECISIONS) if e.lead.startswith("Oostkamp"))
    assert told.lead.startswith("Oostkamp, gemeenteraad, 20 februari 2025")
    assert told.text.startswith("De gemeenteraad beslist toe te treden")
    assert told.remark == "Goedgekeurd; 21 voor, 5 tegen, 1 onthouding; geldig"


def test_a_running_contract_tells_its_last_days_and_who_may_join_and_what_is_over_is_only_named(notes):
    told = section(notes["digitaal buurtnetwerk"], Part.CONTRACTS)
    labels = [each.label for each in told]
    assert "Toetreden kan tot en met 31 december 2026" in labels
    assert "Einde: 31 augustus 2028" in labels
    joins, ends = (date(2026, 12, 31) - TODAY).days, (date(2028, 8, 31) - TODAY).days
    assert f"nog {joins} dagen om in te stappen, nog {ends} dagen tot het einde" in told[0].remark.replace(";", ",")
    assert any(label.startswith("Mag nog toetreden: Blankenberge, Damme, Jabbeke") for label in labels)
    assert not any("2020" in each.text for each in told)
    assert "Raamovereenkomst digitaal buurtnetwerk" in told[-1].label
    assert (told[-1].text, told[-1].remark) == ("", "Einde: 31 augustus 2020")


@pytest.mark.parametrize("theme", THEMES)
def test_whatever_is_named_has_its_page_and_each_quotation_says_of_what_it_is(notes, theme):
    named = (Part.DECISIONS, Part.CONTRACTS)
    told = [each for part in named for each in section(notes[theme], part)]
    told += [each for each in section(notes[theme], Part.CONTEXT) if "Dossier" in each.lead + each.text]
    assert all(each.source and each.lead for each in told)
    every = [each for part in notes[theme].sections for each in part.entries]
    assert all(each.lead for each in every if each.source)
    assert not any("…" in each.lead + each.label for each in told)


def test_all_articles_of_a_decision_are_numbered_alike(notes):
    told = [e for e in section(notes["digitaal buurtnetwerk"], Part.DECISIONS) if e.lead.startswith("Oostkamp")]
    assert [each.label for each in told] == ["Artikel 1", "Artikel 2", "Artikel 3"]
    assert len({each.lead for each in told}) == 1


def test_the_newer_decision_of_a_municipality_on_a_matter_is_quoted_and_the_older_one_named(notes):
    told = section(notes["hernieuwbare energie"], Part.DECISIONS)
    quoted = {(each.source.municipality, each.source.date.year) for each in told if each.text}
    named = {(each.source.municipality, each.source.date.year) for each in told if not each.text}
    assert ("Damme", 2021) in quoted
    assert ("Damme", 2016) in named


def test_a_heading_of_an_article_is_no_part_of_its_quotation(sample, everyone):
    note = compose(sample, everyone, "zonnepanelen", today=TODAY)
    assert any(each.text.startswith("De afnemer treedt toe") for each in section(note, Part.DECISIONS))


def test_an_item_of_a_recent_agenda_is_there_with_no_outcome(notes):
    told = next(e for e in section(notes["UiTPAS"], Part.DECISIONS) if e.source.date == date(2026, 10, 5))
    assert told.remark == "Op de agenda; geen uitkomst gevonden"


def test_experience_names_who_did_it_and_quotes_evaluations(notes):
    told = section(notes["deelmobiliteit"], Part.EXPERIENCE)
    assert any("Torhout" in each.lead and "besluiten" in each.remark for each in told)
    assert any(each.text.startswith("Vermijd een minimumgarantie per voertuig") for each in told)


def test_an_action_without_an_answer_is_open_and_one_that_was_done_is_not_there(notes, sample, everyone):
    (told,) = section(notes["strooizout"], Part.ACTIONS)
    assert told.lead.startswith("Torhout en Zedelgem, tegen 15 februari 2026")
    assert told.remark == "Termijn verstreken; niet teruggevonden of dit gebeurde"
    # The note was made, and the position of 2010 was replaced.
    since = "over dit thema sinds 25 november 2020."
    (none,) = section(notes["deelmobiliteit"], Part.ACTIONS)
    assert (none.text, none.source) == (f"Geen openstaande acties gevonden, in 3 verslagen {since}", None)
    (none,) = section(compose(sample, everyone, "windturbines", today=TODAY), Part.ACTIONS)
    assert none.text == f"Geen openstaande acties gevonden, in 1 verslag {since}"


def test_gaps_name_who_has_nothing_and_since_when(notes, sample, everyone):
    gaps = section(notes["digitaal buurtnetwerk"], Part.GAPS)
    told = next(each for each in gaps if "Zuienkerke" in each.lead)
    assert told.lead == "Zuienkerke: geen eigen stukken gevonden sinds 22 maart 2018; neemt wel deel"
    assert (told.source.municipality, told.source.date) == ("Brugge", date(2024, 9, 1))
    assert not any((each.lead + each.text).startswith(("Brugge", "Oostkamp", "Jabbeke")) for each in gaps)
    libraries = [each.text for each in section(notes["bibliotheken"], Part.GAPS)]
    assert "Damme: niets gevonden sinds 26 februari 2015." in libraries
    only = compose(sample, everyone, "strandcabines", today=TODAY)
    assert "Torhout: niets gevonden." in [each.text for each in section(only, Part.GAPS)]
    late = compose(sample, everyone, "digitaal buurtnetwerk", since=date(2024, 1, 1), today=TODAY)
    assert any("Zuienkerke" in e.lead and "22 maart 2018" in e.lead for e in section(late, Part.GAPS))


def test_a_contract_that_runs_is_told_though_it_was_signed_before_the_period(sample, everyone):
    note = compose(sample, everyone, "digitaal buurtnetwerk", since=date(2025, 1, 1), today=TODAY)
    assert "Einde: 31 augustus 2028" in [each.label for each in section(note, Part.CONTRACTS)]
    assert {each.source.date.year for each in section(note, Part.DECISIONS) if each.source} <= {2025, 2026}


def test_a_period_and_municipalities_restrict_what_is_quoted(sample, everyone):
    note = compose(sample, everyone, "deelmobiliteit", date(2017, 1, 1), date(2019, 12, 31), ("Torhout",), today=TODAY)
    quoted = [each.source for part in note.sections for each in part.entries if each.source]
    decided = section(note, Part.DECISIONS)
    assert decided
    assert {each.source.municipality for each in decided} == {"Torhout"}
    assert all(date(2017, 1, 1) <= each.date <= date(2019, 12, 31) for each in quoted)


@pytest.mark.parametrize("theme", ["", "   ", "\x00", "asdfqwer", "!!!", "x" * 5000])
def test_a_theme_without_an_answer_gives_a_note_that_says_so(sample, everyone, theme):
    note = compose(sample, everyone, theme, today=TODAY)
    assert [each.part for each in note.sections] == [Part.CONTEXT]
    assert note.sources() == []
    assert "niets gevonden" in words(note) or "geen thema opgegeven" in words(note)
    assert "Doorzocht: 97 documenten" in words(note)


def test_a_reader_gets_nothing_of_a_paper_that_is_not_for_him(tmp_path, embedder):
    papers = {
        "open/2024-03-25_notulen.md": "# Stad Damme\n\nNotulen van de gemeenteraad. Zitting van 25 maart 2024.\n\n"
        "## 1. Strooizout. Aankoop. Goedkeuring.\n\nBesluit\n\nArtikel 1. De aankoop van strooizout wordt"
        " goedgekeurd.\n",
        "dicht/2025-01-10_verslag.md": "# Burgemeestersoverleg Brugge\n\nVerslag burgemeestersoverleg 10 januari 2025"
        "\n\n## 1. Strooizout\n\nTorhout wil de geheime loods sluiten. De WVI bezorgt een nota over strooizout tegen"
        " 1 maart 2026.\n",
    }
    for name, text in papers.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    data = tmp_path / "kb"
    ingest([tmp_path / "open"], data, embedder, workers=1)
    ingest([tmp_path / "dicht"], data, embedder, audience="intern", workers=1)
    kb = open_knowledge_base(data, embedder)
    outside = compose(kb, reader_named(None), "strooizout", today=TODAY)
    inside = compose(kb, Reader("insider", frozenset({EVERYONE, "intern"})), "strooizout", today=TODAY)
    nobody = compose(kb, Reader("", frozenset()), "strooizout", today=TODAY)
    assert "geheime loods" in words(inside)
    assert any(each.text.startswith("De WVI bezorgt een nota") for each in section(inside, Part.ACTIONS))
    for note in (outside, nobody):
        assert "loods" not in as_markdown(note)
        assert "Burgemeestersoverleg" not in as_markdown(note)
        assert "10 januari 2025" not in as_markdown(note)
    assert "De aankoop van strooizout wordt goedgekeurd." in words(outside)
    assert nobody.sources() == []
