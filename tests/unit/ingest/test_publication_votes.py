"""Votes and outcomes of publications in OSLO Besluit: counted, told, and none where none is."""

import pytest

from search.registers.treatments import Effect
from search.spans import text_of
from tests.unit.ingest.publications import AGENDA, article, item, page, read, voters


def test_counts_that_are_given_are_taken_and_a_vote_without_opposition_is_unanimous():
    counts = "".join(
        f'<p>{name} <b property="besluit:aantal{name}" content="{count}" datatype="xsd:integer">x</b></p>'
        for name, count in (("Voorstanders", 21), ("Tegenstanders", 0), ("Onthouders", 0))
    )
    vote = (
        '<div property="besluit:heeftStemming" typeof="besluit:Stemming" resource="http://x/s">'
        f'<meta property="besluit:geheim" content="true"><meta property="besluit:onderwerp" '
        f'content="Wegen">{counts}</div>'
    )
    (told,) = read(page(item(1, "Wegen", vote)))[0][0].votes
    assert (told.in_favour, told.against, told.abstained) == (21, 0, 0)
    assert (told.is_unanimous, told.is_secret, told.subject) == (True, True, "Wegen")
    assert told.said == "21 stemmen voor, 0 tegen, 0 onthoudingen"


def test_voters_are_counted_where_no_counts_are_given_and_no_name_comes_out():
    people = voters("heeftAanwezige", *range(30)) + voters("heeftVoorstander", *range(12))
    people += voters("heeftTegenstander", 20, 21) + voters("heeftOnthouders", 22)
    vote = f'<div property="besluit:heeftStemming" typeof="besluit:Stemming" resource="http://x/s1">{people}</div>'
    treatments, texts = read(page(item(1, "Wegen", f"<p>De wegen zijn slecht.</p>{vote}", "goedgekeurd")))
    (told,) = treatments[0].votes
    assert (told.in_favour, told.against, told.abstained, told.is_unanimous) == (12, 2, 1, False)
    everything = f"{treatments[0]} {text_of(treatments[0].spans, texts)}"
    assert "De wegen zijn slecht." in everything
    assert "Stemmer" not in everything


def test_voters_without_names_of_their_own_are_counted_once_where_a_vote_is_told_twice():
    voter = '<i property="besluit:heeftVoorstander" typeof="mandaat:Mandataris">Naam</i>'
    vote = '<p property="besluit:heeftStemming" typeof="besluit:Stemming" resource="http://x/v">{}</p>'
    (told,) = read(page(item(1, "Wegen", vote.format(voter * 3) + vote.format(voter * 3))))[0][0].votes
    assert told.in_favour == 3


def test_a_vote_that_says_nothing_is_none():
    assert read(page(item(1, "Wegen")))[0][0].votes == ()


@pytest.mark.parametrize(
    ("outcome", "effect"),
    [
        ("Goedgekeurd", Effect.APPROVED), ("Akkoord.", Effect.APPROVED), ("niet goedgekeurd", Effect.REJECTED),
        ("Afgekeurd", Effect.REJECTED), ("Uitgesteld", Effect.POSTPONED), ("Ingetrokken", Effect.WITHDRAWN),
        ("Kennis genomen", Effect.NOTED), ("Aktename", Effect.NOTED), ("Ongunstig advies", Effect.UNFAVOURABLE),
        ("gunstig", Effect.FAVOURABLE), ("Gewijzigd goedgekeurd", Effect.AMENDED), ("Behandeld", None),
        ("Aanvaard tot de zitting als hoogdringend agendapunt", None),
    ],
)  # fmt: skip
def test_the_outcome_that_the_mark_up_tells_is_sure(outcome, effect):
    treatment = read(page(item(1, "Wegen", outcome=outcome)))[0][0]
    assert (treatment.effect, treatment.confidence) == (effect, 1.0 if effect else 0.0)


def test_an_outcome_is_taken_less_surely_from_the_title_or_the_articles():
    html = page(
        item(1, "Notulen - goedkeuring")
        + item(2, "Jaarverslag. Kennisname.")
        + item(3, "Politiereglement", article("1", "De raad keurt het reglement goed."))
        + item(4, "Vragen van raadsleden")
    )
    treatments, _ = read(html)
    assert [t.effect for t in treatments] == [Effect.APPROVED, Effect.NOTED, Effect.APPROVED, None]
    assert all(0 < t.confidence < 1 for t in treatments[:3])


def test_an_agenda_tells_no_outcome():
    treatments, _ = read(page(item(1, "Notulen - goedkeuring"), AGENDA))
    assert [t.effect for t in treatments] == [None]


def test_a_lost_vote_is_a_rejection_whatever_the_title_asked():
    counts = '<b property="besluit:aantalVoorstanders">5</b><b property="besluit:aantalTegenstanders">16</b>'
    vote = f'<div property="besluit:heeftStemming" typeof="besluit:Stemming" resource="http://x/s">{counts}</div>'
    assert read(page(item(1, "Motie - goedkeuring", vote)))[0][0].effect is Effect.REJECTED
