"""Contracts and positions in styles of several hands, as plain text. All of it is invented."""

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure import structure
from ingest.structure.contracts.parties.elsewhere import bodies_of
from ingest.structure.contracts.text.towns import towns_in
from ingest.structure.contracts.text.written_days import days_in
from search.registers.agreements import SURE, Field
from search.types import Kind

CONCESSION = """CONCESSIEOVEREENKOMST VOOR DE UITBATING VAN HET STRANDPAVILJOEN

TUSSEN

De stad BLANKENBERGE, vertegenwoordigd door haar college, hierna genoemd "de concessiegever", ENERZIJDS,

EN

ZEEZICHT HORECA BV, met zetel te Brugge, hierna genoemd "de concessiehouder", ANDERZIJDS,

WORDT OVEREENGEKOMEN HETGEEN VOLGT :

Artikel 2 : Duur en aanvang
De concessie wordt toegestaan voor een termijn van negen jaar, ingaand op vier oktober tweeduizend
eenentwintig en eindigend van rechtswege op drie oktober tweeduizend dertig. Verlenging is uitgesloten.

Artikel 3 : Vergoeding
De jaarlijkse concessievergoeding bedraagt 18.500,00 EUR, exclusief btw.

Artikel 4 : Opzeg
Elk van de partijen kan de overeenkomst opzeggen mits een vooropzeg van 6 (zes) maanden.

Aldus opgemaakt in tweevoud te Blankenberge op 20 september 2021
"""
KEY_DATA = """Raamovereenkomst "Strooizout"

Aankoopcentrale ....... Stad Kortrijk
Leverancier ........... Zoutimport Gent nv
Dossiernummer ......... 2021/TD/0098
Begindatum ............ 1 oktober 2021
Einddatum ............. 30 september 2025
Verlenging ............ niet mogelijk
Maximum ............... 2,4 miljoen euro excl. btw
Toetreders ............ Harelbeke, Kuurne en Deerlijk
Uiterste instapdatum .. 31 maart 2024
Opzeg ................. 6 maanden, door elke toetreder

De overeenkomst is ondertekend op 13 september 2021 te Kortrijk.
Harelbeke en Kuurne stapten in op 1 oktober 2021.
"""
CHANGE = """WIJZIGINGSOVEREENKOMST NR. 1 BIJ DE RAAMOVEREENKOMST VOOR DE LEVERING VAN STRAATMEUBILAIR

Tussen:
de stad Roeselare, hierna genoemd de aankoopcentrale,
en:
Banken & Co NV, hierna genoemd de opdrachtnemer,

Gelet op de raamovereenkomst van 3 mei 2019 (bestek ROE-2019/33), die een einde neemt op 2 mei 2023;

wordt overeengekomen wat volgt:

§1 De einddatum wordt verschoven naar 2 mei 2025.
§2 Het bestelplafond wordt opgetrokken van 800.000 euro naar 1,1 miljoen euro, exclusief btw.
§3 De gemeenten Ardooie en Lichtervelde, die nog niet afnemen, kunnen intekenen uiterlijk op 1 maart 2024.
§4 De gemeenten Izegem en Staden blijven afnemer, en Ingelmunster haakte in 2022 af.

Getekend op 17 april 2023.
"""
FORM = """TOETREDINGSFORMULIER

Raamovereenkomst .......... : Dienstfietsen personeel
Besteknummer .............. : HAG/2021-02

1. Naam van het bestuur ... : gemeente Holsbeek
2. Gewenste toetreding .... : 1 juli 2022

Het bestuur verklaart

[x] te weten dat de raamovereenkomst loopt van 1 januari 2022 tot en met 31 december 2025;
[x] te weten dat toetreden enkel kan ten laatste op 1 januari 2025;
"""
LETTER = """Stad Ninove
Dienst Aankoop

                                             Aan Zakkenfabriek Dender bv
                                             9320 Erembodegem

Ninove, 11 juni 2021

Ons kenmerk: AANK/2021/0673
Betreft: raamovereenkomst huisvuilzakken 2018/HVZ/02 - tweede verlenging (bijakte 2)

Mevrouw,

Wij sloten met uw onderneming een raamovereenkomst. De stad treedt daarbij op als opdrachtencentrale voor
Denderleeuw en Haaltert. De overeenkomst werd vorig jaar een eerste keer met één jaar verlengd.

Het college besliste om de raamovereenkomst een laatste maal te verlengen, met ingang van 1 juli 2021
tot en met 30 juni 2022. Een rol kost voortaan 0,91 euro in plaats van 0,84 euro.
"""
POSITION = """Burgemeesters van de Westhoek

Ieper, 5 oktober 2021

Betreft: behoud van de treinstations

Waarom deze brief
De loketten in drie stations sluiten en dat treft vooral oudere inwoners van onze streek.

Wij vragen:

1) dat elk station met meer dan 500 reizigers per dag een bemand loket behoudt;
2) dat de gemeenten vooraf gehoord worden.

Hoe verder
We nodigen de minister uit op ons volgende overleg en bezorgen haar tegen dan de cijfers van onze gemeenten.

Namens de burgemeesters, vastgesteld in hun overleg van 1 oktober 2021
"""


def read(text, name="stuk.txt"):
    found = structure(plain_text.extract(Path(name), text.encode()), name)
    values = {}
    for fact in found.said:
        values.setdefault(fact.field, []).append(fact.value)
    return values, found


def expect(values, **wanted):
    for name, value in wanted.items():
        assert values.get(Field(name), []) == (value if isinstance(value, list) else [value]), name


def test_a_deed_in_capitals_gives_its_parties_and_its_days_in_words():
    values, _ = read(CONCESSION)
    expect(
        values, buyer="Blankenberge", supplier="ZEEZICHT HORECA BV", start="2021-10-04", end="2030-10-03",
        term="P108M", renewal="none", notice="P6M", amount="18500.00", signed="2021-09-20",
    )  # fmt: skip


def test_names_with_dot_leaders_before_their_values_are_a_table_of_key_data():
    values, _ = read(KEY_DATA)
    expect(
        values, purchasing_body="Kortrijk", supplier="Zoutimport Gent nv", reference="2021/TD/0098", start="2021-10-01",
        end="2025-09-30", renewal="none", ceiling="2400000.00", may_join=["Harelbeke", "Kuurne", "Deerlijk"],
        join_until="2024-03-31", notice="P6M", signed="2021-09-13", joined=["Harelbeke", "Kuurne"],
    )  # fmt: skip


def test_a_change_of_a_contract_gives_what_holds_from_now_on_and_leaves_out_who_left():
    values, found = read(CHANGE)
    assert found.facts.kind is Kind.ADDENDUM
    expect(
        values, buyer="Roeselare", supplier="Banken & Co NV", end="2025-05-02", ceiling="1100000.00",
        may_join=["Ardooie", "Lichtervelde"], join_until="2024-03-01", joined=["Izegem", "Staden"],
        reference="ROE-2019/33", subject="levering van straatmeubilair",
    )  # fmt: skip


def test_a_form_tells_who_joins_what_from_when_and_marks_the_days_of_the_framework_contract():
    values, found = read(FORM)
    assert found.facts.kind is Kind.ACCESSION
    expect(
        values, joined="Holsbeek", start="2022-07-01", end="2025-12-31", join_until="2025-01-01",
        amends="raamovereenkomst Dienstfietsen personeel (HAG/2021-02)", subject="Dienstfietsen personeel",
    )  # fmt: skip
    assert [fact.detail for fact in found.said if fact.field is Field.END] == ["raamovereenkomst"]


def test_a_letter_on_a_renewal_is_an_addendum_of_which_the_sender_is_the_purchasing_body():
    values, found = read(LETTER)
    assert found.facts.kind is Kind.ADDENDUM
    expect(
        values, subject="huisvuilzakken", reference="2018/HVZ/02", purchasing_body="Ninove", renewal="none",
        supplier="Zakkenfabriek Dender bv", start="2021-07-01", end="2022-06-30", amount=[],
        amends="raamovereenkomst huisvuilzakken 2018/HVZ/02",
    )  # fmt: skip
    unsure = [fact for fact in found.said if fact.field in (Field.SUPPLIER, Field.PURCHASING_BODY)]
    assert all(fact.confidence < SURE for fact in unsure)


def test_a_letter_states_a_position_by_its_heading_and_speaks_for_whom_its_head_names():
    values, found = read(POSITION)
    assert found.facts.kind is Kind.POSITION
    expect(
        values, holder="Burgemeesters van de Westhoek", subject="behoud van de treinstations", signed="2021-10-01",
        statement=[
            "dat elk station met meer dan 500 reizigers per dag een bemand loket behoudt;",
            "dat de gemeenten vooraf gehoord worden.",
        ],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "field", "value"),
    [
        ("De overeenkomst geldt van 1 juli tot en met 31 december 2022.", Field.START, "2022-07-01"),
        ("Het contract vangt aan op 1 mei 2019 en eindigt op de laatste dag van juni 2022.", Field.END, "2022-06-30"),
        ("De overeenkomst start op 1 mei 2020. Zij heeft een duur van zes schooljaren.", Field.TERM, "P72M"),
        ("Er komt geen verdere verlenging van de overeenkomst.", Field.RENEWAL, "none"),
        ("Behoudens opzeg wordt het contract geacht telkens voor één jaar te zijn hernieuwd.", Field.RENEWAL, "tacit"),
        ("De overeenkomst wordt stilzwijgend voortgezet voor een nieuwe periode van zes jaar.", Field.RENEWAL, "tacit"),
        ("Wie eruit wil, laat dat de andere gemeenten zes maanden vooraf weten.", Field.NOTICE, "P6M"),
        ("Een gemeente kan uit het akkoord stappen door dit vier maanden op voorhand te melden.", Field.NOTICE, "P4M"),
        ("Elke partij mag opzeggen met 2 maanden opzeg.", Field.NOTICE, "P2M"),
        ("Boven 2.100.000 euro mag niet meer worden besteld.", Field.CEILING, "2100000.00"),
        ("Het maximumbedrag wordt verhoogd met 300.000 euro en bedraagt 1.100.000 euro.", Field.CEILING, "1100000.00"),
        ("De overeenkomst van 8 februari 2017 vervalt bij de inwerkingtreding van deze overeenkomst.",
         Field.REPLACES, "overeenkomst van 8 februari 2017"),
        ("De conventie van 2 mei 2003 wordt door dit contract vervangen.", Field.REPLACES, "conventie van 2 mei 2003"),
        ("3° Deze overeenkomst vervangt de overeenkomst van 2 mei 2018, waarin Damme geen partij was.",
         Field.REPLACES, "overeenkomst van 2 mei 2018"),
        ("De overeenkomst werd ondertekend door de firma op 5 oktober 2023 en door de stad op 9 oktober 2023.",
         Field.SIGNED, "2023-10-09"),
        ("Gemeenten van de politiezones Noord en Grens mogen op elk ogenblik aansluiten.",
         Field.MAY_JOIN, "gemeenten van de politiezones Noord en Grens"),
    ],
)  # fmt: skip
def test_one_clause_in_other_words_is_enough_for_a_fact(clause, field, value):
    values, _ = read(f"Raamovereenkomst proef\n\nEen eerste zin.\n\n{clause}\n\nEen laatste zin.\n")
    assert values.get(field) == [value]


@pytest.mark.parametrize(
    ("clause", "field"),
    [
        ("De overeenkomst zou zonder dit addendum eindigen op 30 september 2023.", Field.END),
        ("Zij werd een eerste keer met één jaar verlengd.", Field.RENEWAL),
        ("Een rol kost voortaan 0,91 euro in plaats van 0,84 euro.", Field.AMOUNT),
        ("Een scan wordt vergoed aan 245 euro.", Field.AMOUNT),
        ("De eenmalige kost ligt tussen 9.500 en 28.000 euro.", Field.AMOUNT),
        ("Een afnemend bestuur kan opzeggen met een termijn van negen maanden.", Field.MAY_JOIN),
        ("Een bestuur sluit aan uiterlijk na de start van de raamovereenkomst (30 april 2025).", Field.START),
        ("De overeenkomst van 8 februari 2017 vervalt bij wanbetaling.", Field.REPLACES),
    ],
)
def test_what_was_before_or_is_a_price_for_one_is_no_fact_of_the_contract(clause, field):
    values, _ = read(f"Raamovereenkomst proef\n\nEen eerste zin.\n\n{clause}\n\nEen laatste zin.\n")
    assert field not in values


def test_a_list_of_decisions_does_not_join_what_it_refuses_or_hears_of():
    text = (
        "BESLUITENLIJST COLLEGE VAN 9 MEI 2022 - GEMEENTE LANAKEN\n\n"
        "1. Raamovereenkomst schoolmaaltijden: aansluiting vanaf 1 september 2022\n"
        "   Het college sluit aan bij de raamovereenkomst schoolmaaltijden van de stad Tongeren.\n\n"
        "2. Raamovereenkomst laadpalen: weigering\n"
        "   Het college sluit niet aan bij de raamovereenkomst laadpalen.\n\n"
        "3. Vraag over kantoormateriaal\n"
        "   De burgemeester antwoordt dat de gemeente bestelt via de raamovereenkomst van de stad Genk.\n"
    )
    _, found = read(text)
    joined = [(fact.value, fact.detail) for fact in found.said if fact.field is Field.JOINED]
    assert joined == [("Lanaken", "2022-09-01")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("de tiende maart tweeduizend zestien", ["2016-03-10"]),
        ("achttien januari tweeduizend tweeëntwintig", ["2022-01-18"]),
        ("1 september tot en met 30 juni 2022", ["2021-09-01", "2022-06-30"]),
        ("1 februari tot en met 31 januari 2026", ["2026-01-31"]),  # one year or several: only the last is certain
        ("eenendertig februari tweeduizend twintig", []),
        ("drie mannen in mei", []),
    ],
)
def test_days_are_read_in_words_and_in_ranges_that_leave_out_the_first_year(text, days):
    assert [day.isoformat() for day, _, _ in days_in(text)] == days


def test_a_town_whose_name_is_a_word_counts_at_the_head_of_a_list_of_towns():
    named = [name for name, _, _ in towns_in("Essen, Kapellen en Schoten namen deel.")]
    assert named == ["Essen", "Kapellen", "Schoten"]
    assert towns_in("Essen en drinken zijn inbegrepen.") == []


def test_who_a_purchasing_body_buys_for_is_not_the_purchasing_body():
    assert list(bodies_of((), "opdrachtencentrale voor Damme en Jabbeke", (), None)) == []
    found = list(bodies_of((), "Intercommunale Noorderheide, als aankoopcentrale voor Damme", (), None))
    assert [fact.value for fact in found] == ["Intercommunale Noorderheide"]


def test_lines_of_a_text_that_name_values_stand_alone_and_columns_of_signatures_do_not():
    text = "Looptijd     vier jaar\nLeverancier     Wijwagen cv\n\n"
    text += "Voor Diest          Voor Bekkevoort\nVoor Tienen     Voor Lier"
    read_rows = [
        line.strip()
        for page in plain_text.extract(Path("x.txt"), text.encode()).pages
        for line in page.page.text.split("\n")
    ]
    assert read_rows[:2] == ["Looptijd: vier jaar", "Leverancier: Wijwagen cv"]
    assert not any("Diest:" in row for row in read_rows)
