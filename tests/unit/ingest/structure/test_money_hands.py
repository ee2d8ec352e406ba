"""Ceilings and costs in the words of many offices, and sums that are neither. All invented."""

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure.contracts.money.money import money_of
from ingest.structure.contracts.text.clauses import sentences_of
from ingest.structure.rows import rows_of
from search.registers.agreements import SURE, Field


def read(text):
    sentences = sentences_of(rows_of(plain_text.extract(Path("x.txt"), text.encode())), ())
    return {(str(fact.field), fact.value) for fact in money_of(sentences)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Het totaal van de aankopen overschrijdt nooit 640.000 euro.", "640000.00"),
        ("De uitgaven van alle leden samen blijven onder € 210.000.", "210000.00"),
        ("Het college bestelt, binnen de grens van 38.500 euro.", "38500.00"),
        ("De gemeente Damme mag afnemen: EUR 44.000.", "44000.00"),
        ("Aansluiten kan zolang 2,5 miljoen euro niet is opgebruikt.", "2500000.00"),
        ("De overeenkomst stopt van zodra er voor € 730.000 besteld is.", "730000.00"),
        (
            "De werken mogen in geen enkel jaar meer dan € 90.000 kosten en over de duur niet boven 4 miljoen euro.",
            "4000000.00",
        ),
        ("Het plafond van € 118.000 wordt gewijzigd in € 127.500.", "127500.00"),
    ],
)
def test_a_ceiling_is_told_by_verbs_as_well(text, value):
    assert {each for each in read(text) if each[0] == "ceiling"} == {("ceiling", value)}


@pytest.mark.parametrize(
    "text",
    [
        "Een bestelbon van maximaal € 2.500 volstaat daarvoor.",
        "Bestellingen boven de 7.000 euro vragen een beslissing van het college.",
        "Per perceel geldt een plafond van 80.000 euro.",
        "De raming van € 560.000 is een richtsnoer en geen maximum.",
        "De deskundige wordt vergoed; zijn vergoeding bedraagt hoogstens 2.200 euro.",
    ],
)
def test_a_limit_of_one_order_or_lot_is_no_ceiling(text):
    assert not {each for each in read(text) if each[0] == "ceiling"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Vast onderdeel: 3.100 euro per seizoen.", {"3100.00"}),
        ("Per lid betaalt het bestuur € 4,20, samen € 1.680.", {"1680.00"}),
        ("De bijdrage is 24 euro per gewerkt uur, begroot op 9.600 euro per jaar.", {"9600.00"}),
        (
            'Oud: "De huurprijs bedraagt 880 euro per maand."\nNieuw: "De huurprijs bedraagt 915 euro per maand."',
            {"915.00"},
        ),
        ("Het aandeel van de gemeente, 95.000 euro, wordt herrekend tot 88.250 euro.", {"88250.00"}),
        ("De instapbijdrage is 2.750 euro. Wie in 2014 startte, betaalde toen 1.500 euro.", {"2750.00"}),
        ("Stad Damme vraagt daarvoor € 5.150 aan Jabbeke en € 7.300 aan Zedelgem.", {"5150.00", "7300.00"}),
        ("Artikel | Was | Wordt\n7 (vergoeding) | € 3.300/jaar | € 3.650/jaar\n", {"3650.00"}),
    ],
)
def test_a_cost_is_what_holds_from_now_on_by_the_word_nearest_to_it(text, values):
    assert {value for field, value in read(text) if field == "amount"} == values


@pytest.mark.parametrize(
    "text",
    [
        "De huurwaarborg bedraagt € 3.900.",
        "Bij laattijdige betaling is een forfaitaire vergoeding van € 60 verschuldigd.",
        "De uitgave past binnen het beschikbare krediet van € 31.000.",
        "De subsidie van Sport Vlaanderen, 8.450 euro, komt toe aan de vereniging.",
        "Vorig jaar bedroeg de uitgave 41.212,50 euro.",
        "De kosten van energie, in 2018 goed voor 9.733 euro, worden apart afgerekend.",
        "De offerte van de tweede firma (€ 71.820) werd geweerd.",
        "De resterende vergoeding van 5.300 euro wordt kwijtgescholden.",
        "De bankgarantie bedraagt 12.000 euro.",
        "Krediet voor deze uitgave | € 26.000",
    ],
)
def test_a_guarantee_a_grant_of_others_and_what_was_paid_before_are_no_cost(text):
    assert not read(text)


def test_a_sum_that_no_word_calls_a_cost_is_left_to_a_person():
    sentences = sentences_of(rows_of(plain_text.extract(Path("x.txt"), b"Wij doen mee voor 6.400 euro.")), ())
    (fact,) = money_of(sentences)
    assert (fact.field, fact.value) == (Field.AMOUNT, "6400.00")
    assert fact.confidence < SURE
