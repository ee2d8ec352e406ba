"""Which decisions a note quotes, which it only names, and what of an article is quoted."""

from dataclasses import replace
from datetime import date, timedelta

from desk.brief import decisions, texts
from desk.brief.theme import Found, Matter
from desk.note import Entry
from search.answer import Query
from search.registers.decisions import Standing, State
from search.registers.dossiers import Dossier
from search.registers.treatments import Article, Effect
from search.types import Span

TODAY = date(2026, 11, 25)


def decided(decision, document, number, place="Damme", articles=(), state=State.HOLDS):
    """Return a decision of a day, the higher its number the later."""
    paper = document(number, of=place, day=date(2015, 1, 1) + timedelta(days=100 * number))
    made = decision(paper, key=f"k{number}", title=f"Zout {number}", effect=Effect.APPROVED)
    said = f"De raad keurt de aankoop van strooizout nummer {number} goed."
    own = articles or (Article("1", said, (Span(1, 0, len(said)),)),)
    return replace(made, articles=own, standing=Standing(state))


def told(answer, matters, *dossiers) -> tuple[Entry, ...]:
    """Return what the section tells of decisions by their share, the newest first."""
    ordered = sorted(matters, key=lambda each: each[0].date, reverse=True)
    found = tuple(Matter(each, (), True, share) for each, share in ordered)
    made = Found(Query("zout"), TODAY, answer(), (), found, dossiers)
    return decisions.section(made).entries


def keys(entries, *, named):
    return {each.source.document_id for each in entries if (each.lead == texts.MORE_DECISIONS) is named}


def test_of_one_matter_the_newer_decision_that_holds_goes_before_the_better_find(decision, document, answer):
    every = [decided(decision, document, n) for n in range(1, decisions.MOST + 2)]
    shares = [(each, 1.0 if each is every[0] else 0.6) for each in every]
    assert 1 in keys(told(answer, shares), named=False)
    one = Dossier("k1", "Zout", False, False, (every[0], every[-1]), ())
    assert keys(told(answer, shares, one), named=True) == {1}


def test_a_newer_decision_that_does_not_hold_or_is_of_another_place_takes_nothing_away(decision, document, answer):
    for other in ({"state": State.NEVER}, {"place": "Brugge"}):
        every = [decided(decision, document, n) for n in range(1, decisions.MOST + 1)]
        last = decided(decision, document, decisions.MOST + 1, **other)
        one = Dossier("k1", "Zout", False, False, (every[0], last), ())
        shares = [(every[0], 1.0), *((each, 0.6) for each in (*every[1:], last))]
        assert 1 in keys(told(answer, shares, one), named=False)


def test_what_is_not_named_is_counted(decision, document, answer):
    most = decisions.MOST + decisions.MOST_NAMED
    entries = told(answer, [(decided(decision, document, n), 0.6) for n in range(1, most + 4)])
    named = [each for each in entries if each.lead == texts.MORE_DECISIONS]
    assert len(named) == decisions.MOST_NAMED
    assert all(each.source for each in entries)
    assert named[-1].remark.endswith("er werden nog 3 besluiten gevonden die hier niet staan")


def test_a_long_title_is_not_cut(decision, document, answer):
    made = replace(decided(decision, document, 1), title="Zout strooien " * 40)
    (entry,) = told(answer, [(made, 1.0)])
    assert entry.lead.endswith(" ".join(["Zout strooien"] * 40))


def quoted(decision, document, answer, *texts_and_spans):
    articles = tuple(Article(str(n), text, spans) for n, (text, spans) in enumerate(texts_and_spans, 1))
    return told(answer, [(decided(decision, document, 1, articles=articles), 1.0)])


def test_a_heading_of_an_article_is_left_out_of_its_quotation(decision, document, answer):
    heading, said = "Toetreding", "De gemeente treedt toe tot de overeenkomst over strooizout."
    text = f"{heading}\n{said}"
    for spans in ((Span(1, 100, 100 + len(text)),), (Span(1, 100, 110), Span(1, 111, 111 + len(said)))):
        (entry,) = quoted(decision, document, answer, (text, spans))
        assert entry.text == said
        assert entry.source.spans == (Span(1, 111, 111 + len(said)),)


def test_a_line_that_runs_on_is_no_heading(decision, document, answer):
    text = "De raad keurt het bestek goed voor de levering van\nStrooizout aan de gemeente Damme."
    (entry,) = quoted(decision, document, answer, (text, (Span(1, 0, len(text)),)))
    assert entry.text == text.replace("\n", " ")


def test_each_article_says_its_number_and_of_which_decision_it_is(decision, document, answer):
    said = [f"De raad beslist dit als punt nummer {n} van het besluit." for n in (1, 2, 3)]
    entries = quoted(decision, document, answer, *((each, (Span(1, 0, len(each)),)) for each in said))
    assert [each.label for each in entries] == ["Artikel 1", "Artikel 2", "Artikel 3"]
    assert len({each.lead for each in entries}) == 1
    (alone,) = quoted(decision, document, answer, (said[0], (Span(1, 0, len(said[0])),)))
    assert alone.label == ""
