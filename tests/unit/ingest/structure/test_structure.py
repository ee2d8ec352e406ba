"""What a paper's structure yields: sections with headings and items, and nothing of furniture or people."""

import importlib.util
from pathlib import Path

import pytest

from ingest.types import Role

_spec = importlib.util.spec_from_file_location("papers", Path(__file__).with_name("papers.py"))
papers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(papers)
BOLD, HEADING, flowing, passages, printed = (
    papers.BOLD, papers.HEADING, papers.flowing, papers.passages, papers.printed
)  # fmt: skip

FULL = "Deze zin van het besluit loopt door tot aan de rechterkantlijn van het blad en dan verder"


def minutes():
    head = [
        ("1/2", {"top": 0.95, "bottom": 0.96}),
        ("ZITTING VAN DE GEMEENTERAAD VAN 29 januari 2024 om 20:00 uur.", BOLD),
        ("Inhoud", BOLD),
        "1. Zonnepanelen sporthal. Raming, bestek en",
        "gunningswijze. Goedkeuring. ......................................... 1",
        "2. Deelfietsen. Kennisname. ........................................... 2",
        ("Aanwezig: Jan Peeters, voorzitter", BOLD),
        "An Claes, Piet Van den Berg, schepenen",
        "Verontschuldigd: Els Maes, raadslid",
        "De gemeenteraad,",
        ("OPENBAAR", BOLD),
        ("Wonen en werken", BOLD),
        ("1. Zonnepanelen sporthal van de gemeente en van het zwembad. Raming, bestek en", BOLD),
        ("gunningswijze. Goedkeuring.", BOLD),
        ("Aanleiding", BOLD),
        FULL,
        "tot het einde.",
        ("Besluit: Met 12 stemmen voor (Jan Peeters, An Claes, Piet Van den", BOLD),
        "Berg, Els Maes), 3 onthoudingen (Tom Jans, Eva Nijs)",
        ("Artikel 1 - De raad keurt het bestek goed en stelt de raming vast op € 50.000,00 incl. btw voor", BOLD),
    ]
    tail = [
        ("2/2", {"top": 0.95, "bottom": 0.96}),
        "de plaatsing van de panelen.",
        ("2. Deelfietsen. Kennisname.", BOLD),
        "Namens de raad,",
        "Jan Peeters",
        "voorzitter",
    ]
    return printed(head, tail)


def test_minutes_have_items_and_facts():
    found, pieces = passages(minutes(), "nazareth/Gemeenteraad_20240129/20240129 GR verslag.pdf")
    facts = found.facts
    assert (facts.kind, facts.municipality, facts.body, str(facts.date)) == (
        "notulen", "Nazareth", "Gemeenteraad", "2024-01-29"
    )  # fmt: skip
    assert facts.title == "Notulen gemeenteraad 29 januari 2024 – Nazareth"
    items = list(dict.fromkeys(section.item for section in found.sections))
    assert items == [
        "1. Zonnepanelen sporthal van de gemeente en van het zwembad. Raming, bestek en gunningswijze. Goedkeuring.",
        "2. Deelfietsen. Kennisname.",
    ]
    assert pieces[0].context.startswith("Nazareth | Gemeenteraad | 29 januari 2024 | 1. Zonnepanelen")
    assert pieces[-1].text == "2. Deelfietsen. Kennisname."  # a title alone is found by its own text


def test_nothing_of_furniture_or_people_gets_into_a_passage():
    text = "\n".join(piece.text for piece in passages(minutes(), "nazareth/x.pdf")[1])
    for word in ("Peeters", "Claes", "Berg", "Maes", "Jans", "Inhoud", "....", "1/2", "OPENBAAR", "Namens"):
        assert word not in text
    assert "12 stemmen voor" in text
    assert "3 onthoudingen" in text


def test_a_paragraph_that_crosses_a_page_is_one_block_of_two_spans():
    found, pieces = passages(minutes(), "nazareth/x.pdf")
    crossing = [
        block for section in found.sections for block in section.blocks if {s.page for s in block.spans} == {1, 2}
    ]
    assert len(crossing) == 1
    assert "voor\nde plaatsing van de panelen." in "\n".join(piece.text for piece in pieces)


def test_soft_wrapped_lines_become_one_paragraph_with_spaces():
    pieces = passages(minutes(), "nazareth/x.pdf")[1]
    assert f"{FULL} tot het einde." in pieces[0].text


def test_a_numbered_list_inside_an_item_makes_no_items():
    paper = printed(
        [
            ("Notulen gemeenteraad 23 mei 2016", {"size": 16.0, "bold": True}),
            "Stad Damme",
            ("1. Algemene vergadering. Mandaat. Goedkeuring.", BOLD),
            "De agenda luidt:",
            "1. Verslag van de raad van bestuur.",
            "2. Verslag van de commissaris.",
            "3. Kwijting.",
            ("2. Notulen. Goedkeuring.", BOLD),
            "Goedgekeurd.",
        ]
    )
    found, _ = passages(paper)
    assert list(dict.fromkeys(s.item for s in found.sections)) == [
        "1. Algemene vergadering. Mandaat. Goedkeuring.", "2. Notulen. Goedkeuring."
    ]  # fmt: skip
    assert found.facts.municipality == "Damme"


def test_declared_headings_are_items_of_a_decision_list():
    paper = flowing(
        (
            "Besluitenlijst van Burgemeester Gemeente Knokke-Heist, zitting van 31 dec 2023, 00:00 uur.",
            {"role": Role.HEADING, "level": 1},
        ),
        ("1 Sloop schuur - Natiënlaan", HEADING),
        "Akkoord",
        ("2 Syndicaal statuut", HEADING),
        "Akkoord.",
    )
    found, pieces = passages(paper, "lijst.html")
    assert (found.facts.municipality, found.facts.body, str(found.facts.date)) == (
        "Knokke-Heist",
        "Burgemeester",
        "2023-12-31",
    )
    assert [piece.text for piece in pieces] == ["1 Sloop schuur - Natiënlaan\nAkkoord", "2 Syndicaal statuut\nAkkoord."]


def test_articles_are_headings_in_a_contract_and_text_in_a_decision():
    big = {"size": 12.0, "bold": True}
    paper = printed(
        [
            "Stad Brugge, college van burgemeester en schepenen d.d. 1 september 2016",
            ("Raamovereenkomst digitaal buurtnetwerk", {"size": 16.0, "bold": True}),
            "Gegund door het college in zitting van 22 augustus 2016.",
            ("Artikel 1. Voorwerp", big),
            "De opdrachtnemer stelt een besloten online buurtnetwerk ter beschikking van de besturen van de streek.",
            ("Artikel 2. Looptijd", big),
            "De raamovereenkomst wordt gesloten voor een periode van vier jaar, zonder stilzwijgende verlenging.",
            "Opgemaakt te Brugge op 1 september 2016 in twee exemplaren.",
        ]
    )
    found, pieces = passages(paper)
    facts = found.facts
    assert (facts.kind, facts.municipality, str(facts.date)) == ("raamovereenkomst", "Brugge", "2016-09-01")
    assert facts.title == "Raamovereenkomst digitaal buurtnetwerk"
    assert [piece.headings[-1] for piece in pieces if piece.headings] == ["Artikel 1. Voorwerp", "Artikel 2. Looptijd"]
    assert all(section.item == "" for section in found.sections)


@pytest.mark.parametrize(
    ("path", "first", "expected"),
    [
        (
            "burgemeestersoverleg/2012-03-16_verslag.pdf",
            "Verslag van het overleg van vrijdag 16 maart 2012",
            (None, "Burgemeestersoverleg Brugge", "2012-03-16"),
        ),
        ("exello/nota.pdf", "Exello.net - nota over wervingen - 18 april 2024", (None, "Exello.net", "2024-04-18")),
        ("damme/gr/x.pdf", "De raad van Damme, zitting van 23 mei 2016", ("Damme", "Gemeenteraad", "2016-05-23")),
        ("scan.pdf", "Overleg met Torhout en Oostkamp over de zone", (None, None, "None")),
    ],
)  # fmt: skip
def test_whose_and_when(path, first, expected):
    facts = passages(
        printed([first, "", "De deelnemers spreken over Brugge en Gent en besluiten tot een studie."]), path
    )[0].facts
    assert (facts.municipality, facts.body, str(facts.date)) == expected


def test_an_empty_document_has_no_sections():
    found, pieces = passages(printed([]), "leeg.pdf")
    assert found.sections == ()
    assert pieces == []
