from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.news import contracts as news_contracts
from desk.news import listing as news_listing
from desk.news import matters as news_matters
from desk.news import sections
from desk.news import texts as news_texts
from desk.news import themes as news_themes
from desk.news.matters import Sort
from desk.news.meetings import Period
from desk.news.news import News, Place
from desk.news.sections import Quoted
from desk.note import Part
from search.registers.agreements import Field
from search.registers.decisions import Standing, State
from search.registers.treatments import Effect
from search.registers.validity import Change
from search.types import Kind

SINCE, UNTIL, HORIZON = date(2026, 3, 18), date(2026, 11, 25), date(2027, 2, 6)
Make = Callable[..., object]


def council(document: Make, number: int, day: date | None = date(2026, 5, 4), kind: Kind = Kind.MINUTES, of="Damme"):
    body = "Gemeenteraad" if of else "Burgemeestersoverleg"
    return document(number, kind=kind, title=f"Stuk {number}", of=of, body=body, day=day)


def test_each_matter_is_told_under_what_was_done_with_it(document: Make, decision: Make) -> None:
    def sort(
        kind: Kind, effect: Effect | None = None, of: str | None = "Damme", *, is_item: bool = True
    ) -> Sort | None:
        made = decision(council(document, 1, kind=kind, of=of), effect=effect, is_item=is_item)
        return news_matters.sort_of(made, {1})

    assert sort(Kind.MINUTES, Effect.APPROVED) is Sort.DECIDED
    assert sort(Kind.MINUTES) is Sort.DISCUSSED
    assert sort(Kind.AGENDA) is Sort.PLANNED
    assert sort(Kind.MEETING_REPORT, Effect.APPROVED, None) is Sort.DISCUSSED
    assert sort(Kind.POSITION, None, None, is_item=False) is Sort.STATED
    assert sort(Kind.NOTE, is_item=False) is Sort.PAPER
    assert sort(Kind.ACCESSION, is_item=False) is Sort.DECIDED
    assert sort(Kind.CONTRACT, is_item=False) is None  # a contract that is known is told as such
    unknown = decision(council(document, 2, kind=Kind.CONTRACT), effect=None, is_item=False)
    assert news_matters.sort_of(unknown, {1}) is Sort.PAPER


def test_the_first_and_last_day_count_but_not_the_meeting_of_the_first_day(document: Make, decision: Make) -> None:
    def is_within(day: date | None, kind: Kind = Kind.MINUTES, of: str | None = "Damme") -> bool:
        return news_matters.within(decision(council(document, 1, day, kind, of)), SINCE, UNTIL)

    assert is_within(SINCE)
    assert is_within(UNTIL)
    assert not is_within(SINCE - timedelta(days=1))
    assert not is_within(UNTIL + timedelta(days=1))
    assert not is_within(None)
    assert not is_within(SINCE, Kind.MEETING_REPORT, None)
    assert is_within(SINCE + timedelta(days=1), Kind.MEETING_REPORT, None)


def test_minutes_and_questions_say_nothing_of_a_subject_and_a_theme_does(document: Make, decision: Make) -> None:
    paper = council(document, 1)
    assert news_matters.is_routine(decision(paper, "Notulen van de vorige zitting. Goedkeuring."))
    assert news_matters.is_routine(decision(paper, "Mondelinge vragen van raadsleden."))
    assert not news_matters.is_routine(decision(paper, "Zonnepanelen op de sporthal. Goedkeuring."))


def test_a_place_on_an_agenda_without_a_subject_is_no_news_unless_its_text_has_a_theme(
    document: Make, decision: Make
) -> None:
    paper = council(document, 1, SINCE - timedelta(days=1))
    slots = [
        decision(paper, title, key=title, effect=effect)
        for title, effect in (
            ("Mondelinge vragen raadsleden.", None),
            ("Mededelingen van de voorzitter.", None),
            ("Notulen van de vorige zitting. Goedkeuring.", Effect.APPROVED),
        )
    ]
    assert all(news_matters.is_slot(each) for each in slots)
    assert news_matters.late(slots, {1}, SINCE) == ()
    assert not news_matters.is_slot(replace(slots[0], themes=("Mobiliteit en verkeer",)))
    assert not news_matters.is_slot(decision(paper, "Zonnepanelen op de sporthal. Goedkeuring."))
    note = decision(council(document, 2, kind=Kind.NOTE), "Nota ervaringen in de regio", is_item=False)
    assert not news_matters.is_slot(note)  # a paper of its own is news, whatever it is called


def test_earlier_decisions_that_were_ended_in_the_period_are_told_with_what_ended_them(
    document: Make, decision: Make
) -> None:
    holds = Standing(State.REPLACED)
    old = replace(decision(council(document, 1, date(2020, 1, 1)), key="oud"), standing=holds)
    never = replace(decision(council(document, 2, date(2020, 1, 1)), key="nooit"), standing=Standing(State.NEVER))
    young = replace(decision(council(document, 3, SINCE), key="jong"), standing=holds)
    by = decision(council(document, 4, date(2026, 5, 4)), key="nieuw")
    known = {each.key: each for each in (old, never, young, by)}

    def told(of: str, since: date | None, other: str = "nieuw") -> list[tuple[date, str | None]]:
        said = {of: [Change(of, other, State.REPLACED, since, "Vervangt het reglement.", 4)]}
        return [(e.since, e.by.key if e.by else None) for e in news_matters.ended(known, said, SINCE, UNTIL)]

    assert told("oud", None) == [(date(2026, 5, 4), "nieuw")]
    assert told("oud", date(2026, 7, 1)) == [(date(2026, 7, 1), "nieuw")]
    assert told("oud", date(2026, 7, 1), "oud") == [(date(2026, 7, 1), None)]  # its own last day
    assert told("oud", date(2027, 1, 1)) == told("nooit", None) == told("jong", None) == told("onbekend", None) == []


def test_what_came_in_later_is_told_unless_another_paper_told_it_before(document: Make, decision: Make) -> None:
    def late(*kinds_and_ids: tuple[Kind, int], day: date | None = date(2026, 3, 1)) -> int:
        made = decision(council(document, kinds_and_ids[0][1], day, kinds_and_ids[0][0]))
        papers = [
            replace(made.papers[0], document=council(document, number, day, kind)) for kind, number in kinds_and_ids
        ]
        return len(news_matters.late([replace(made, papers=tuple(papers))], {7, 8}, SINCE))

    assert late((Kind.MINUTES, 7)) == 1
    assert late((Kind.MINUTES, 7), (Kind.AGENDA, 1)) == 1  # the agenda did not say what became of it
    assert late((Kind.MINUTES, 7), (Kind.DECISION_LIST, 1)) == 0
    assert late((Kind.MINUTES, 1)) == 0
    assert late((Kind.MINUTES, 7), day=None) == 1
    assert late((Kind.MINUTES, 7), day=SINCE) == 0  # it is in the period itself


def test_the_chance_is_that_of_fishers_exact_test() -> None:
    # The lady tasting tea: 3 or more of 4 right, of 8 cups: 17 of 70 ways.
    assert news_themes.chance(3, 4, 1, 4) == pytest.approx(17 / 70)
    assert news_themes.chance(0, 5, 3, 9) == pytest.approx(1.0)
    assert news_themes.chance(20, 20, 0, 2_000) < 1e-30
    assert 0 < news_themes.chance(900, 10_000, 40_000, 500_000) < 1


def history(decision: Make, document: Make, now: list[str], before: list[str]) -> list[object]:
    """A sitting for each theme: those of the period, and those of the years before, one a week."""
    found = []
    for i, theme in enumerate([*now, *before]):
        day = SINCE + timedelta(days=i) if i < len(now) else SINCE - timedelta(days=7 * (i - len(now) + 1))
        found.append(decision(council(document, i + 1, day), key=f"{i:016x}", themes=(theme,)))
    return found


def test_a_theme_that_comes_up_far_more_often_than_before_rises(document: Make, decision: Make) -> None:
    made = history(decision, document, ["Water"] * 6 + ["Zorg"] * 6, ["Water"] * 2 + ["Zorg"] * 100)
    (rise,) = news_themes.rises(made, SINCE, SINCE + timedelta(days=72))
    assert (rise.theme, rise.times) == ("Water", 6)
    assert rise.before == pytest.approx(2 / ((102 * 7) / 73))
    assert news_texts.rise(rise) == "Water: 6 keer, vroeger gemiddeld 0,2 per periode"


def test_noise_and_a_busier_period_make_nothing_rise(document: Make, decision: Make) -> None:
    until = SINCE + timedelta(days=72)
    for now, before in (
        (["Water"] * 2 + ["Zorg"] * 8, ["Water"] * 6 + ["Zorg"] * 94),  # twice is nothing yet
        (["Water", "Zorg"] * 30, ["Water", "Zorg"] * 20),  # six times as much was read in
        (["Water"] * 9, []),  # nothing to compare with
        ([], ["Water"] * 9),
    ):
        assert news_themes.rises(history(decision, document, now, before), SINCE, until) == ()


def test_ten_items_of_one_sitting_are_one_time(document: Make, decision: Make) -> None:
    before = history(decision, document, [], ["Zorg"] * 100)
    one = [
        decision(council(document, 900, SINCE), key=f"k{i:015}", start=i * 20, themes=("Erediensten",))
        for i in range(10)
    ]
    assert news_themes.rises([*before, *one], SINCE, UNTIL) == ()


def test_what_is_older_than_six_years_is_not_compared_with(document: Make, decision: Make) -> None:
    made = history(decision, document, ["Water"] * 6 + ["Zorg"] * 6, ["Zorg"] * 100)
    old = [
        decision(council(document, 500 + i, date(2015, 1, 1) + timedelta(days=i)), key=f"o{i:015}", themes=("Water",))
        for i in range(300)
    ]
    assert [each.theme for each in news_themes.rises([*made, *old], SINCE, SINCE + timedelta(days=72))] == ["Water"]


def told(**changed: object) -> News:
    plain = {
        "period": Period(SINCE, UNTIL), "today": UNTIL, "next_meeting": None,
        "municipalities": (), "theme": "", "places": (), "silent": (), "unread": (), "contracts": (), "rises": (),
        "themes": {},
    }  # fmt: skip
    return News(**(plain | changed))


def place(name: str = "Damme", **changed: object) -> Place:
    plain = {"name": name, "is_municipality": True, "matters": {}, "ended": (), "contracts": (), "late": ()}
    return Place(**(plain | changed))


def test_a_note_says_what_there_is_nothing_of(document: Make, decision: Make) -> None:
    (overview,) = sections.sections(told(silent=("Damme",), unread=("Torhout",)), Quoted())
    said = " ".join(entry.text for entry in overview.entries)
    assert overview.part is Part.CONTEXT
    assert "niets nieuws gevonden" in said
    assert "Niets nieuws gevonden van: Damme." in said
    assert "Nog niets ingelezen van: Torhout." in said
    assert "6 februari 2027: de volgende vergadering is niet bekend" in said


def test_a_note_quotes_the_titles_of_each_place_with_their_page_and_counts_the_rest(
    document: Make, decision: Make
) -> None:
    paper = council(document, 1)
    many = tuple(
        decision(paper, f"Zonnepanelen op gebouw {chr(65 + i)}. Goedkeuring.", page=3, start=i * 100) for i in range(15)
    )
    routine = decision(paper, "Notulen van de vorige zitting. Goedkeuring.", page=1)
    damme = place(matters={Sort.DECIDED: (routine, *many)})
    section = sections.place(told(places=(damme,)), damme, Quoted())
    assert (section.part, section.heading) == (Part.NEWS, "Damme")
    quoted = [entry for entry in section.entries if entry.source]
    assert [entry.text for entry in quoted] == [each.title for each in many[: sections.MOST]]
    assert {entry.source.page for entry in quoted} == {3}
    assert quoted[0].lead == "Damme, gemeenteraad, 4 mei 2026"
    assert quoted[0].remark == "Goedgekeurd"
    assert section.entries[-1].text.startswith("Verder nog 4 besluiten")


def test_the_table_has_a_row_for_each_thing_and_for_who_has_nothing(
    document: Make, decision: Make, contract: Make, fact: Make
) -> None:
    events = news_contracts.events(
        [contract(fact(Field.END, "2026-12-31"), fact(Field.PARTY, "Damme"))], SINCE, UNTIL, HORIZON
    )
    hostile = decision(council(document, 1), "=cmd|' /C calc'!A0")
    damme = place(matters={Sort.DECIDED: (hostile,)}, contracts=events)
    news = told(places=(damme,), contracts=events, silent=("Brugge",), unread=("Torhout",))
    table = news_listing.table(news, lambda document, page: f"/document?document={document}&pagina={page}")
    assert [row[:3] for row in table.rows] == [
        ("Damme", "Besluiten", date(2026, 5, 4)),
        ("Damme", "Einddatum", date(2026, 12, 31)),
        ("Brugge", "niets nieuws gevonden", None),
        ("Torhout", "nog niets ingelezen", None),
    ]
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert table.rows[1][-1] == "/document?document=1&pagina=2"
