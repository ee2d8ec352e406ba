from datetime import date

import pytest

from search.registers.claims import Claim, claims, of_title
from search.registers.decisions import State
from tests.growth import is_in_proportion

MARKETS, FAIRS = "2021-05-03", "2022-06-04"


def told(found: tuple[Claim, ...]) -> list[tuple[State | None, str]]:
    return [(each.state, cited.number or cited.day.isoformat()) for each in found for cited in each.cites]


def body(text: str) -> str:
    (claim,) = claims(text)
    return claim.cites[0].body


@pytest.mark.parametrize(
    "sentence",
    [
        "Het marktreglement, goedgekeurd in zitting van 3 mei 2021, wordt opgeheven.",
        "Met ingang van 1 juli 2024 wordt het marktreglement, vastgesteld door de raad op 3 mei 2021, opgeheven.",
        "Het gemeenteraadsbesluit van 3 mei 2021 houdende het marktreglement wordt ingetrokken.",
        "De raad beslist om het besluit van 3 mei 2021 betreffende de markt in te trekken.",
        "Het marktreglement van 3 mei 2021 op te heffen.",
        "Heft, vanaf 1 juli 2024, het marktreglement zoals goedgekeurd in zitting van 3 mei 2021 op en stelt vast.",
        "Trekt zijn besluit van 3 mei 2021 in.",
        "Schaft het belastingreglement van 3 mei 2021 af.",
        "Keurt de opheffing van het marktreglement van 3 mei 2021 goed.",
        "Het besluit van 3 mei 2021 over de markt wordt buiten werking gesteld.",
        "Het marktreglement van 3 mei 2021 komt te vervallen.",
        "Op die dag vervalt het marktreglement van 3 mei 2021.",
        "Het marktreglement van 3 mei 2021 is niet langer van toepassing.",
        "Alle vorige reglementen worden opgeheven, inzonderheid het marktreglement van 3 mei 2021.",
        "Overeenkomstig artikel 41 van het decreet lokaal bestuur wordt het marktreglement van 3 mei 2021 opgeheven.",
        "Het reglement op de tarieven, goedgekeurd bij gemeenteraadsbesluit van 3 mei 2021, wordt opgeheven.",
        "Het marktreglement, goedgekeurd op 3 mei 2021 en gewijzigd op 8 juli 2022, wordt opgeheven en vervangen.",
    ],
)
def test_a_decision_is_repealed_in_many_ways(sentence: str):
    assert told(claims(sentence)) == [(State.REPEALED, MARKETS)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Het marktreglement van 3 mei 2021 wordt vervangen door het marktreglement van 4 juni 2022.",
        "Vervangt het marktreglement van 3 mei 2021 door het marktreglement van 4 juni 2022.",
        "Dit reglement komt in de plaats van het marktreglement van 3 mei 2021.",
        "Het marktreglement van 3 mei 2021 te vervangen door het reglement in bijlage.",
    ],
)
def test_what_takes_the_place_of_a_decision_is_not_itself_replaced(sentence: str):
    assert told(claims(sentence)) == [(State.REPLACED, MARKETS)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Artikel 5 van het marktreglement van 3 mei 2021 wordt opgeheven.",
        "In het marktreglement van 3 mei 2021 wordt artikel 5 vervangen door wat volgt.",
        "Beslist tot vervanging van artikel 5 van het gemeenteraadsbesluit van 3 mei 2021 door het volgende.",
        "Om in artikel 2 van het marktreglement van 3 mei 2021 het woord zaterdag te vervangen door zondag.",
        "Aan het marktreglement van 3 mei 2021 wordt een artikel 5bis toegevoegd.",
        "Het marktreglement van 3 mei 2021 aan te passen zoals in bijlage.",
        "Het marktreglement van 3 mei 2021 wordt opgeheven, met uitzondering van artikel 3.",
        "De lastvoorwaarden, goedgekeurd in zitting van 3 mei 2021, worden gewijzigd.",
    ],
)
def test_who_changes_a_part_amends_the_whole(sentence: str):
    assert told(claims(sentence)) == [(State.AMENDED, MARKETS)]


@pytest.mark.parametrize(
    "sentence",
    [
        "De gemeente heft een belasting op leegstand, zoals bepaald in het reglement van 3 mei 2021.",
        "De raad trekt 5.000 euro uit voor de uitvoering van het besluit van 3 mei 2021 in Sijsele.",
        "Het besluit van 3 mei 2021 wordt niet ingetrokken.",
        "Het besluit van 3 mei 2021 kan worden ingetrokken.",
        "Gelet op het besluit van 3 mei 2021 wordt het parkeerverbod opgeheven.",
        "Keurt het marktreglement goed, zoals gewijzigd bij besluit van 3 mei 2021.",
        "Buurtweg 81, voorlopig vastgesteld bij besluit van 3 mei 2021, wordt opgeheven.",
        "De opheffing van buurtweg 81, beslist in zitting van 3 mei 2021, wordt goedgekeurd.",
        "De heer Peeters, aangesteld bij besluit van 3 mei 2021, wordt vervangen door mevrouw Claes.",
        "Het marktreglement wordt vervangen door het reglement van 3 mei 2021.",
        "Het koninklijk besluit van 3 mei 2021 wordt opgeheven.",
        "Het besluit van de Vlaamse Regering van 3 mei 2021 wordt opgeheven.",
        "Het marktreglement van 3 mei 2021 blijft van kracht en het kermisreglement wordt opgeheven.",
        "De bedragen uit het marktreglement van 3 mei 2021 worden jaarlijks aangepast.",
        "Artikel 2 wordt vervangen als volgt: 'Het besluit van 3 mei 2021 is van toepassing.'",
        "Het reglement wordt vervangen door de volgende besluiten: • besluit van 3 mei 2021",
        "Het zittingsverslag van 3 mei 2021 wordt goedgekeurd, mits aanpassing.",
    ],
)
def test_what_is_denied_or_rests_on_a_decision_or_is_no_decision_ends_nothing(sentence: str):
    assert not told(claims(sentence))


@pytest.mark.parametrize(
    "text",
    [
        "Volgende besluiten op te heffen: • besluit van 3 mei 2021 m.b.t. de markt, laatst gewijzigd 24 juni 2023. "
        "• besluit van 4 juni 2022 m.b.t. de kermis.",
        "Volgende reglementen vervallen: 1. Marktreglement van 3 mei 2021 2. Kermisreglement van 4 juni 2022",
        "Heft volgende reglementen op: - het marktreglement van 3 mei 2021 - het kermisreglement van 4 juni 2022",
        "Opgeheven worden: a) het marktreglement van 3 mei 2021; b) het kermisreglement van 4 juni 2022.",
        "De raad heft op: het marktreglement van 3 mei 2021; het kermisreglement van 4 juni 2022.",
        "Worden opgeheven:\n1° het marktreglement van 3 mei 2021;\n2° het kermisreglement van 4 juni 2022.",
        "De volgende reglementen worden opgeheven:\nMarktreglement van 3 mei 2021\nKermisreglement van 4 juni 2022",
        "De besluiten van 3 mei 2021 over de markt en van 4 juni 2022 over de kermis, worden opgeheven.",
    ],
)
def test_each_entry_of_a_list_stands_under_the_word_before_it(text: str):
    assert told(claims(text)) == [(State.REPEALED, MARKETS), (State.REPEALED, FAIRS)]


def test_an_entry_is_told_with_the_words_before_its_list_and_not_with_its_neighbours():
    text = "Volgende besluiten worden opgeheven: • besluit van 3 mei 2021 (markt) • besluit van 4 juni 2022 (kermis)"
    assert claims(text)[1].said == "Volgende besluiten worden opgeheven: … besluit van 4 juni 2022 (kermis)"


def test_a_list_ends_where_another_article_begins():
    text = "Volgende besluiten worden opgeheven: • besluit van 3 mei 2021\nHet besluit van 4 juni 2022 blijft gelden."
    assert told(claims(text)) == [(State.REPEALED, MARKETS)]


@pytest.mark.parametrize(
    "text",
    [
        "Het marktreglement van 3 mei 2021 wordt opgeheven met ingang van 1 juli 2024.",
        "Het marktreglement van 3 mei 2021 wordt per 1 juli 2024 opgeheven.",
        "Het marktreglement van 3 mei 2021 wordt op 1 juli 2024 opgeheven.",
        "Het marktreglement van 3 mei 2021, van toepassing vanaf 1 juni 2021, vervalt op 1 juli 2024.",
        "Heft het besluit van 3 mei 2021 en alle latere wijzigingen op, op per 1 juli 2024.",
        "Volgende besluiten op te heffen vanaf 1 juli 2024: • besluit van 3 mei 2021",
        "Het marktreglement van 3 mei 2021 wordt opgeheven.\nDit besluit treedt in werking op 1 juli 2024.",
    ],
)
def test_it_ends_on_the_day_that_is_named_or_on_which_the_text_takes_effect(text: str):
    (claim,) = claims(text)
    assert told((claim,)) == [(State.REPEALED, MARKETS)]
    assert claim.since == date(2024, 7, 1)


def test_a_tax_ends_with_the_year_from_which_it_is_no_longer_levied():
    (claim,) = claims("Het belastingreglement van 3 mei 2021 wordt opgeheven vanaf het aanslagjaar 2025.")
    assert claim.since == date(2025, 1, 1)


def test_the_body_is_the_one_named_with_the_decision():
    assert body("De raad trekt de beslissing van het college van 3 mei 2021 in.") == "college"
    assert body("Na advies van de raad van bestuur wordt het marktreglement van 3 mei 2021 opgeheven.") == ""


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Opheffing van het marktreglement van 3 mei 2021. Goedkeuring.", [(State.REPEALED, MARKETS)]),
        ("Opheffing gemeenteraadsbesluit dd. 03/05/2021 m.b.t. de markt", [(State.REPEALED, MARKETS)]),
        ("Marktreglement van 3 mei 2021 - opheffing - goedkeuring", [(State.REPEALED, MARKETS)]),
        ("Intrekking besluit 2021_GR_00057", [(State.REPEALED, "2021_GR_00057")]),
        ("Wijziging van het marktreglement van 3 mei 2021. Goedkeuring.", [(State.AMENDED, MARKETS)]),
        ("Besluit van 3 mei 2021 tot opheffing van buurtweg 81. Bekrachtiging.", []),
        ("Algemene vergadering op 3 mei 2021. Statutenwijziging.", []),
        ("Opheffing van het marktreglement. Goedkeuring.", []),
    ],
)
def test_a_title_may_say_it(title: str, expected: list[tuple[State, str]]):
    assert told(of_title(title)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "het besluit van 3 mei 2021 wordt opgeheven en ",
        "volgende besluiten opgeheven: • besluit van 3 mei 2021 ",
        "bij het artikel van 2021 ",
        "gewijzigd op 3 mei 2021 ",
        ": a) 2021 wordt ",
        "Volgende besluiten worden opgeheven:\n",
    ],
)
def test_hostile_texts_take_no_more_than_their_size(words: str):
    assert is_in_proportion(lambda times: claims(words * times), 3_000)
    assert is_in_proportion(lambda times: of_title(words * times), 1_000)
