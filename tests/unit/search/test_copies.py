from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

import pytest

from search.copies import Find, Paper, Told, gather, is_copy, tell
from search.items import item_of, named
from search.types import Document, Hit, Kind, Outcome, Snippet

SITTING = Document(
    1, "notulen.pdf", "sha", "Notulen", Kind.MINUTES, "Damme", "Gemeenteraad", date(2016, 5, 23), None, 3,
    "iedereen", Outcome.OK, "",
)  # fmt: skip
LONG = (
    "Een raadslid vraagt wanneer het fietspad langs de steenweg hersteld wordt en wie de werken betaalt nu de"
    " aannemer failliet ging en de winter nadert"
)


def paper(kind: Kind, *items: tuple[str, float], text: str = "Artikel 1. Goedgekeurd.", number: int = 1) -> Paper:
    """A paper of one sitting that was found by passages on these items, with these scores."""
    document = replace(SITTING, id=list(Kind).index(kind) * 10 + number, kind=kind, sha256=f"{kind}{number}")
    finds = []
    for at, (title, score) in enumerate(items):
        snippet = Snippet(
            document.id * 100 + at, document.id, text, (title,), f"Damme | Gemeenteraad | 23 mei 2016 | {title}"[:200]
        )
        finds.append(Find(Hit(snippet.id, score), snippet, item_of(document, snippet)))
    return Paper(document, max((score for _, score in items), default=0.0), tuple(finds))


def are_copies(one: str, other: str) -> bool:
    first, second = paper(Kind.MINUTES, (one, 1.0)), paper(Kind.AGENDA, (other, 1.0))
    return is_copy(first, first.best, second, second.best)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3. Zonnepanelen op de sporthal. Goedkeuring.", "3. Zonnepanelen op de sporthal. Goedkeuring."),
        ("12. Geschenkenreglement. Vaststellen.", "11. Geschenkenreglement. Vaststellen."),  # an item was added
        ("2. Arbeidsreglement. Goedkeuring.", "2. Arbeidsreglement. Vertrouwenspersonen. Goedkeuring."),
        ("2020_GR_00057 - Leefmilieu - zonnepanelen", "3. 2020_GR_00057 - Leefmilieu - zonnepanelen - goedkeuring"),
        ("9. Kerkfabriek St. Amandus. Advies.", "9. Kerkfabriek Sint-Amandus. Advies."),
    ],
)
def test_one_item_in_two_papers_is_one_decision(one: str, other: str):
    assert are_copies(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5. Zefier. Algemene vergadering op 8 juni. Agenda.", "6. Veneco. Algemene vergadering op 8 juni. Agenda."),
        ("4. Kerkfabriek Sint-Jan. Rekening. Advies.", "4. Kerkfabriek Sint-Pieter. Rekening. Advies."),
        ("10. Aankoop gronden. Principiële goedkeuring.", "10. Aankoop gronden. Onteigening. Goedkeuring."),
        ("2. 2020_GR_00057 - Zonnepanelen", "2. 2020_GR_00058 - Zonnepanelen"),
        ("3. Zonnepanelen", "4. Zonnepanelen en warmtepomp"),
        ("7. Mondelinge vragen van raadsleden.", "7. Mondelinge vragen van raadsleden."),  # one title, many subjects
    ],
)
def test_two_items_of_a_sitting_stay_two(one: str, other: str):
    assert not are_copies(one, other)


def test_a_title_that_stands_twice_tells_nothing_without_its_number():
    agenda = paper(Kind.AGENDA, ("22. Geluid. Afwijking.", 1.0), ("35. Geluid. Afwijking.", 0.9))
    other = paper(Kind.DECISION_LIST, ("35. Geluid. Afwijking.", 1.0))
    assert not is_copy(agenda, agenda.finds[0], other, other.best)
    assert is_copy(agenda, agenda.finds[1], other, other.best)


def test_an_exact_title_counts_for_more_than_a_number():
    agenda = paper(Kind.AGENDA, ("10. Aankoop gronden. Goedkeuring.", 1.0))
    shifted = paper(
        Kind.MINUTES,
        ("10. Aankoop gronden. Onteigening. Goedkeuring.", 1.0),
        ("9. Aankoop gronden. Goedkeuring.", 0.9),
    )
    assert not is_copy(agenda, agenda.best, shifted, shifted.finds[0])
    assert is_copy(agenda, agenda.best, shifted, shifted.finds[1])


def test_questions_under_one_title_are_one_only_with_the_same_text():
    one = paper(Kind.MINUTES, ("9. Mondelinge vragen.", 1.0), text=LONG)
    same = paper(Kind.DECISION_LIST, ("9. Mondelinge vragen.", 1.0), text=LONG)
    other = paper(Kind.DECISION_LIST, ("9. Mondelinge vragen.", 1.0), text=LONG[::-1], number=2)
    assert is_copy(one, one.best, same, same.best)
    assert not is_copy(one, one.best, other, other.best)


def only(papers: Sequence[Paper], further: Sequence[Paper] = (), fitting: Collection[Kind] = ()) -> Told:
    (group,) = gather(papers)
    return tell(group, [*papers, *further], fitting)


def test_copies_are_one_result_shown_by_the_richest_paper():
    title = "3. Zonnepanelen op de sporthal. Goedkeuring."
    papers = [
        paper(Kind.AGENDA, (title, 0.9)),
        paper(Kind.DECISION_LIST, (title, 0.8)),
        paper(Kind.MINUTES, (title, 0.7)),
    ]
    told = only(papers)
    assert told.paper.document.kind is Kind.MINUTES
    assert [source.document.kind for source, _ in told.sources] == [Kind.DECISION_LIST, Kind.AGENDA]
    assert told.score == 0.9


def test_of_copies_the_kind_that_is_asked_for_is_shown():
    title = "3. Zonnepanelen op de sporthal. Goedkeuring."
    papers = [paper(Kind.MINUTES, (title, 0.9)), paper(Kind.AGENDA, (title, 0.8))]
    told = only(papers, fitting={Kind.AGENDA})
    assert told.paper.document.kind is Kind.AGENDA


def test_a_rich_paper_that_hardly_matches_is_a_source():
    title = "3. Zonnepanelen op de sporthal. Goedkeuring."
    told = only([paper(Kind.AGENDA, (title, 0.9))], [paper(Kind.MINUTES, (title, 0.1))])
    assert told.paper.document.kind is Kind.AGENDA
    assert [source.document.kind for source, _ in told.sources] == [Kind.MINUTES]


def test_another_sitting_body_or_kind_is_another_result():
    title = "3. Zonnepanelen op de sporthal. Goedkeuring."
    minutes = paper(Kind.MINUTES, (title, 0.9))
    for change in ({"date": date(2016, 6, 27)}, {"body": "Vast Bureau"}, {"municipality": "Brugge"}, {"date": None}):
        other = paper(Kind.AGENDA, (title, 0.8))
        assert len(gather([minutes, replace(other, document=replace(other.document, **change))])) == 2
    assert len(gather([minutes, paper(Kind.NOTE, (title, 0.8))])) == 2


def test_the_head_of_a_paper_does_not_hide_its_item():
    title = "3. Zonnepanelen op de sporthal. Goedkeuring."
    head = Find(Hit(7, 0.5), Snippet(7, 1, "Uittreksel uit de notulen.", (), "Damme"), None)
    found = paper(Kind.EXTRACT, (title, 0.4))
    found = replace(found, finds=(head, *found.finds))
    assert found.best.item == named(title)


@pytest.mark.parametrize("title", ["", "7.", "2020_GR_00057", "?!", "de het een"])
def test_a_title_that_says_nothing_names_no_item(title: str):
    assert named(title) is None
