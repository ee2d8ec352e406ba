"""What a question wishes beside its subject: bodies, kinds of document, numbers, phrases, words to do without."""

import pytest

from search.language import wishes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("wat besliste het college over laadpalen", ["College van Burgemeester en Schepenen"]),
        ("in de GR van Damme", ["Gemeenteraad"]),
        ("raad voor maatschappelijk welzijn en vast bureau", ["Raad voor Maatschappelijk Welzijn", "Vast Bureau"]),
        ("Burgemeestersoverleg Brugge over windmolens", ["Burgemeestersoverleg"]),
        ("le collège communal", ["College van Burgemeester en Schepenen"]),
        ("the town council", ["Gemeenteraad"]),
        ("exello.net", ["Exello.net"]),
        ("gr en cbs als afkortingen klein geschreven", []),
        ("overleg met de burgemeester", []),
    ],
)
def test_bodies(text, names):
    assert [name for name, _ in wishes.bodies(text)] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("notulen gemeenteraad Damme", ("minutes", "notulen")),
        ("welke reglementen zijn er over honden", ("regulation", "reglementen")),
        ("staat dat in de notulen", ("minutes", "notulen")),
        ("toon mij de agenda van het college", ("agenda", "agenda")),
        ("goedkeuring van de notulen", None),
        ("agenda 2030", None),
        ("schoolreglement", None),
    ],
)
def test_a_kind_of_document_leads_the_question(text, found):
    assert wishes.kind(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2020_GR_00057", ["2020_GR_00057"]),
        ("dossier SB-2024-031 en 2020/LM/014", ["SB-2024-031", "2020/LM/014"]),
        ("COVID-19, RUP-2021, 2016/679, 1.06.01.01 en 2020-2025", []),
    ],
)
def test_reference_numbers(text, found):
    assert [match[0] for match in wishes.numbers(text)] == found


def test_phrases_stand_between_any_quotation_marks():
    text = '"digitaal buurtplatform" «deux mots» “drie woorden hier” "" "open'
    assert [match[1] for match in wishes.phrases(text)] == ["digitaal buurtplatform", "deux mots", "drie woorden hier"]


def test_a_minus_counts_before_a_word_only():
    assert [match[1] for match in wishes.unwanted("zonne-energie - nee -windmolens -2")] == ["windmolens"]


def test_plain_compares_whole_words():
    assert wishes.plain('Zonne-énergie, "Art. 5"') == " zonne energie art 5 "
    assert wishes.plain("energie") not in wishes.plain("energieplan")
