"""The parts of a briefing note that need no knowledge base: quotations, stances, what is about a theme."""

from dataclasses import replace
from datetime import date

import pytest

from desk.brief import about, quotes
from desk.brief.positions import STANDS, places_before
from desk.note import Entry, Part, Section, Source
from search.registers.decisions import Decision, Paper
from search.registers.dossiers import Dossier
from search.registers.tellings import Telling
from search.registers.treatments import Treatment
from search.types import Document, Kind, Outcome, Span


def span(start, end, page=1):
    return Span(page, start, end)


def test_a_quotation_is_cut_at_the_end_of_a_sentence():
    text = "De raad keurt het bestek goed. De raming is 85.000 euro. Het college gunt."
    found = quotes.beginning(text, (span(10, 10 + len(text)),), longest=60)
    assert found.text == "De raad keurt het bestek goed. De raming is 85.000 euro."
    assert found.spans == (span(10, 66),)
    assert not found.is_all


def test_a_first_sentence_that_is_too_long_is_quoted_whole():
    text = "De raad keurt het bestek goed voor de levering van strooizout. Punt."
    assert quotes.beginning(text, (span(0, len(text)),), longest=10).text.endswith("van strooizout.")


def test_a_sentence_that_goes_on_on_the_next_page_is_not_quoted():
    text = "Eerste zin. De stad treedt\ntoe tot de overeenkomst. Derde zin."
    spans = (span(100, 126), span(0, 36, page=2))
    assert quotes.beginning(text, spans).text == "Eerste zin."
    broken = "De stad treedt\ntoe tot de overeenkomst."
    assert quotes.beginning(broken, (span(0, 14), span(0, 24, page=2))) is None


def test_words_with_something_else_between_them_are_no_quotation():
    text = "De stad treedt\nToe te lichten."
    assert quotes.quote(text, (span(0, 14), span(40, 55)), 0, len(text)) is None
    assert quotes.quote(text, (span(0, 14), span(15, 30)), 0, len(text)).text == "De stad treedt Toe te lichten."


def test_the_number_or_bullet_of_a_list_is_no_part_of_a_quotation():
    found = quotes.quote("3. Torhout trekt.", (span(5, 22),), 0, 17)
    assert (found.text, found.spans) == ("Torhout trekt.", (span(8, 22),))


def entry(document, text, *spans):
    at = Source(document, "Titel", Kind.MINUTES, "Damme", None, None, "a.pdf", spans[0].page, spans)
    return Entry(text, at)


def test_nothing_is_quoted_twice_and_an_empty_section_is_left_out():
    first = entry(1, "De stad treedt toe tot de overeenkomst.", span(0, 39))
    again = entry(1, "De stad treedt toe", span(0, 18))
    copy = entry(2, "De stad treedt toe tot de overeenkomst.", span(7, 46))
    other = entry(1, "De uitgave is 5 euro.", span(40, 61))
    told = quotes.once(
        [
            Section(Part.POSITIONS, "Standpunten", (first, again)),
            Section(Part.DECISIONS, "Besluiten", (copy, other, Entry("Ons eigen woord."))),
            Section(Part.ACTIONS, "Acties", (again,)),
        ]
    )
    assert [(section.part, [each.text for each in section.entries]) for section in told] == [
        (Part.POSITIONS, [first.text]),
        (Part.DECISIONS, [other.text, "Ons eigen woord."]),
    ]


def test_what_follows_a_quotation_that_is_left_out_still_says_whose_words_it_has():
    said = entry(1, "De stad treedt toe tot de overeenkomst.", span(0, 39))
    first = replace(said, lead="Damme, gemeenteraad")
    (_, told) = quotes.once(
        [
            Section(Part.POSITIONS, "Standpunten", (said,)),
            Section(Part.DECISIONS, "Besluiten", (first, entry(1, "De uitgave is 5 euro.", span(40, 61)))),
        ]
    )
    assert [(each.text, each.lead) for each in told.entries] == [("De uitgave is 5 euro.", "Damme, gemeenteraad")]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Damme en Zuienkerke aanvaarden een versoepeling.", ("Damme", "Zuienkerke")),
        ("- Jabbeke, Oostkamp en Beernem willen de afstand loslaten.", ("Jabbeke", "Oostkamp", "Beernem")),
        ("De burgemeester van Torhout vraagt uitstel.", ("Torhout",)),
        ("Damme afwachtend, onvoldoende personeel", ("Damme",)),
        ("Brugge trad al in 2011 toe.", ()),  # a fact
        ("De gemeenten langs de kust willen meer.", ()),
        ("In Damme willen inwoners meer.", ()),  # not the municipality
        ("Damme, Torhout en de andere gemeenten zijn aanwezig.", ()),
        ("", ()),
    ],
)
def test_a_municipality_says_where_it_stands_when_a_sentence_begins_with_it(sentence, places):
    assert places_before(sentence, STANDS) == places


def decision(key, title, kind=Kind.MINUTES):
    document = Document(
        int(key[1:]), f"{key}.pdf", key, title, kind, "Damme", "Gemeenteraad", date(2024, 1, 1), None, 1, "iedereen",
        Outcome.OK, "",
    )  # fmt: skip
    treatment = Treatment(0, "", "", title, None, None, 0.0, (), (), (), (), ())
    paper = Paper(document, Telling(1, document.id, True, key, key, treatment))
    return Decision(
        key, "Damme", "Gemeenteraad", document.date, "", "", title, None, None, 0.0, False, (), (), (paper,)
    )


def told(found, *dossiers, asked=("zout",), titles=None):
    every = {each.key: each for dossier in dossiers for each in dossier.decisions} | (titles or {})
    of = {each.key: dossier for dossier in dossiers for each in dossier.decisions}
    return about.about(found, every, of, asked, asked)


def dossier(*decisions):
    return Dossier(decisions[0].key, "Dossier", False, False, decisions, ())


def test_a_dossier_of_which_much_was_found_comes_along_whole():
    salt = dossier(decision("k1", "Zout"), decision("k2", "Loods"), decision("k3", "Rooster"))
    assert set(told({"k1": 1.0, "k2": 0.6}, salt).shares) == {"k1", "k2", "k3"}


def test_a_dossier_that_only_touches_the_theme_does_not_come_along():
    libraries = dossier(*(decision(f"k{i}", "Bibliotheek") for i in range(1, 8)))
    found = told({"k1": 0.6, "k9": 1.0}, libraries, titles={"k9": decision("k9", "Zout")})
    assert set(found.shares) == {"k9"}
    assert found.dossiers == ()


def test_in_a_dossier_on_something_else_only_what_names_the_theme_counts():
    repairs = dossier(decision("k1", "Zout op de weg"), *(decision(f"k{i}", "Wegen") for i in range(2, 9)))
    assert set(told({"k1": 0.6, "k2": 0.8, "k9": 1.0}, repairs, titles={"k9": decision("k9", "Zout")}).shares) == {
        "k1", "k9",
    }  # fmt: skip


def test_outside_dossiers_a_weak_find_needs_a_word_for_the_theme_but_a_meeting_report_does_not():
    titles = {
        "k1": decision("k1", "Zout"), "k2": decision("k2", "Markt"), "k3": decision("k3", "Kermis"),
        "k4": decision("k4", "Rondvraag", Kind.MEETING_REPORT),
    }  # fmt: skip
    assert set(told({"k1": 1.0, "k2": 0.8, "k3": 0.6, "k4": 0.6}, titles=titles).shares) == {"k1", "k2", "k4"}
