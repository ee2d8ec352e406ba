"""Numbers of contracts, what a paper changes or joins, and what it takes the place of, in words of many offices."""

# ruff: noqa: E501  (a sentence and what is read of it stand on one line)

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure.contracts.names.mentions import mentions
from ingest.structure.contracts.names.references import amended, contract_named, reference_of
from ingest.structure.contracts.names.replacing import replaced
from ingest.structure.contracts.text.clauses import sentences_of
from ingest.structure.rows import rows_of
from search.registers.agreements import SURE


def sentences(text):
    return sentences_of(rows_of(plain_text.extract(Path("x.txt"), text.encode())), ())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Wij wensen af te nemen van het raamcontract ZW-2021-ICT-04 van de centrale.", "ZW-2021-ICT-04"),
        ("De concessie W-12/2006 loopt verder.", "W-12/2006"),
        ("Hierbij verlengen wij uw contract (2020-GR-011) met een jaar.", "2020-GR-011"),
        ("Volgnummer: BLK-2022/OV1", "BLK-2022/OV1"),
        ("Lastv.: BUS/EL-2019", "BUS/EL-2019"),
        ("Dossier: D-2024-331\nBesteknummer centrale: WVK-23.11-GRAS", "WVK-23.11-GRAS"),
    ],
)
def test_a_number_directly_behind_or_in_brackets_beside_a_contract_is_its_reference(text, number):
    assert reference_of(sentences(text)).value == number


@pytest.mark.parametrize(
    "text",
    [
        "Hierdoor vervalt de overeenkomst met kenmerk POL/17/088 tussen dezelfde partijen.",
        "Ons kenmerk: TD/2021/7741\n\nBetreft: uw aanvraag\n\nGeachte mevrouw,",
    ],
)
def test_the_number_of_a_letter_or_of_a_contract_that_is_over_is_no_reference(text):
    assert reference_of(sentences(text)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vanaf de ondertekening vervalt de samenwerkingsovereenkomst jeugddienst van 4 maart 2010.", "samenwerkingsovereenkomst jeugddienst van 4 maart 2010"),
        ("De motie van 9.10.2016 inzake zwerfvuil vervalt.", "motie van 9.10.2016 inzake zwerfvuil"),
        ("De raad herroept zijn motie van 3 mei 2015 omtrent windmolens, die overbodig wordt.", "motie van 3 mei 2015 omtrent windmolens"),
        ("Vervangt: nota kinderopvang d.d. 11.04.2014", "nota kinderopvang d.d. 11.04.2014"),
        ("vorige versie: standpunt overwegen van 2.12.2019", "standpunt overwegen van 2.12.2019"),
        ("Deze nota doet het protocolakkoord \"Museum\" van 7 juni 2012 teniet.", "protocolakkoord \"Museum\" van 7 juni 2012"),
        ("Damme treedt toe in vervanging van het onderhoudscontract liften 2015-2020.", "onderhoudscontract liften 2015-2020"),
        ("Dit memorandum trekt het memorandum van 2017 over de polders in.", "memorandum van 2017 over de polders"),
        ("Tot nu gold het convenant bosbeheer 2013-2018. Dat convenant houdt op te bestaan zodra allen tekenden.", "convenant bosbeheer 2013-2018"),
        ("Worden opgeheven:\n1° het huurcontract nr. 2014/ZAAL/02;\n", "huurcontract nr. 2014/ZAAL/02"),
    ],
)  # fmt: skip
def test_an_earlier_paper_is_over_in_whatever_order_that_is_said(text, name):
    assert [fact.value for fact in replaced(sentences(text))] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Indien de borg ontbreekt, vervalt de overeenkomst van 2 mei 2019.",
        "In het convenant van 5 juni 2011 worden de woorden \"stad Damme\" vervangen door \"gemeente Damme\".",
        "Deze overeenkomst vervalt van rechtswege op 31 december 2025.",
    ],
)  # fmt: skip
def test_what_may_end_and_words_that_are_replaced_within_a_contract_replace_none(text):
    assert not list(replaced(sentences(text)))


def test_an_ending_that_is_told_without_a_successor_is_left_to_a_person():
    (fact,) = replaced(sentences("De licentieovereenkomst Bomenplan van 6 mei 2014 wordt stopgezet."))
    assert fact.value == "licentieovereenkomst Bomenplan van 6 mei 2014"
    assert fact.confidence < SURE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dit addendum strekt ertoe de overeenkomst \"Plaatsen van zitbanken\" aan te passen.", "overeenkomst \"Plaatsen van zitbanken\""),
        ("tot wijziging van de Raamovereenkomst voor vertaalwerk gesloten op 3 mei 2017 tussen de stad en de firma.", "Raamovereenkomst voor vertaalwerk"),
        ("De partijen komen overeen het licentie- en onderhoudscontract Kerkhof+ op enkele punten te herzien.", "licentie- en onderhoudscontract Kerkhof+"),
    ],
)  # fmt: skip
def test_an_addendum_names_what_it_changes_in_the_middle_of_a_sentence(text, name):
    assert amended(sentences(text), "", ()).value == name


@pytest.mark.parametrize(
    "text",
    [
        "Conform artikel 9 van de overeenkomst nemen wij een termijn van drie maanden in acht.",
        "Betreft: opzegging onderhoudscontract daken van de school",
        "Dit stuk wordt aan het convenant gehecht en bekendgemaakt.",
    ],
)
def test_a_contract_without_a_name_or_that_is_given_notice_is_not_amended(text):
    assert amended(sentences(text), "", ()) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jabbeke neemt deel aan raamovereenkomst \"Vlaggen en wimpels\" van de streek.", "raamovereenkomst \"Vlaggen en wimpels\""),
        ("De stad stapt in contract 'onderhoud van fonteinen'.", "contract \"onderhoud van fonteinen\""),
        ("Wij treden toe tot de raamovereenkomst \"Bureaustoelen\" afgesloten door de centrale.", "raamovereenkomst \"Bureaustoelen\""),
        ("Bevestigt de deelname aan de raamovereenkomst: Keuring van speeltuigen", "Keuring van speeltuigen"),
    ],
)  # fmt: skip
def test_a_contract_that_is_joined_is_named_by_its_title(text, name):
    assert contract_named(text) == name


def test_a_line_of_nothing_but_kinds_gives_names_of_bounded_length():
    found = list(mentions("overeenkomst " * 4_000 + "licentie- en " * 4_000))
    assert found
    assert max(len(each.name) for each in found) < 250
