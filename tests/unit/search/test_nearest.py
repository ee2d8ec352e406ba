from dataclasses import replace
from datetime import date

import pytest

from search.answer import Term
from search.copies import Find, Paper
from search.items import named
from search.nearest import LONGEST, MOST, readable, subjects
from search.types import Document, Hit, Kind, Outcome, Snippet

DAMME = Document(
    1, "notulen.pdf", "sha", "Notulen", Kind.MINUTES, "Damme", "Gemeenteraad", date(2016, 5, 23), None, 3,
    "iedereen", Outcome.OK, "",
)  # fmt: skip
TERMS = (Term(("fiets",), 2.0), Term(("zeppelin",), 9.0))


def paper(heading: str, **about: object) -> Paper:
    item = named(heading) if about.get("kind", Kind.MINUTES) is Kind.MINUTES else None
    snippet = Snippet(1, 1, f"Over fietsen: {heading}", (heading,), "")
    return Paper(replace(DAMME, **about), 1.0, (Find(Hit(1, 1.0), snippet, item),))


def near(*papers: Paper) -> tuple[str, ...]:
    return subjects(papers, ("fiets", "zeppelin"), ("fiets",), TERMS)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("3. Gedeelde fietsen. Uitstap. Stopzetting. Goedkeuring.", "Gedeelde fietsen. Uitstap"),
        ("5. 2020_GR_00062 - Wegen - rooilijnplan - voorlopige vaststelling", "Wegen - rooilijnplan"),
        ("Uittreksel: 2020_GR_00057 - Zonnepanelen", "Zonnepanelen"),
        ("2023 in cijfers", "2023 in cijfers"),
        ("", ""),
        ("Goedkeuring.", "Goedkeuring"),
    ],
)
def test_a_subject_is_a_title_without_its_number_and_outcome(title: str, shown: str):
    assert readable(title) == shown


@pytest.mark.parametrize("title", ["woord " * 60, "x" * 500, "Eerste zin die lang genoeg is om te blijven. " * 5])
def test_a_subject_is_short(title: str):
    assert 0 < len(readable(title)) <= LONGEST


def test_a_title_that_is_cut_within_a_sentence_says_so():
    cut = readable("Aanvullend politiereglement betreffende het parkeren in de straten rond het station en de markt")
    assert cut == "Aanvullend politiereglement betreffende het parkeren in de straten rond het…"
    assert readable("Eerste zin die lang genoeg is om te blijven. " * 3)[-1] != "…"


def test_subjects_share_a_word_with_the_question_and_are_named_once():
    found = near(
        paper("3. Fietsen. Goedkeuring."), paper("4. Fietsen."), paper("5. Kerkfabriek."), paper("6. Fietspomp fiets")
    )
    assert found == ("Fietsen",)


def test_formalities_and_questions_are_no_subjects():
    assert (
        near(paper("1. Notulen over de fietsen van mei. Goedkeuring."), paper("9. Vragen van raadsleden over fietsen"))
        == ()
    )


def test_a_paper_without_items_is_named_by_its_title():
    assert near(paper("Artikel 3. Tarief", kind=Kind.CONTRACT, title="Overeenkomst fietsen")) == (
        "Overeenkomst fietsen",
    )


def test_there_are_never_many():
    assert len(near(*(paper(f"{n}. Fietsen soort{'abcdefghij'[n]}") for n in range(10)))) == MOST
    assert near() == ()
