"""The same things said in the ways of other offices: what a paper is, and its facts. All of it is invented."""

# ruff: noqa: E501  (a paper of a few lines reads best as it stands)

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure import structure
from ingest.structure.contracts.joining.groups import groups_in
from ingest.structure.contracts.parties.names import names_in
from ingest.structure.head import unspaced
from ingest.structure.ruled import unruled
from search.registers.agreements import Field
from search.types import Kind


def read(text, name="stuk.txt"):
    found = structure(plain_text.extract(Path(name), text.encode()), name)
    values = {}
    for fact in found.said:
        values.setdefault(fact.field, []).append(fact.value)
    return values, found


def contract(clause, title="Raamovereenkomst proef"):
    return read(f"{title}\n\nEen eerste zin.\n\n{clause}\n\nEen laatste zin.\n")[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("C O N V E N A N T\n\nTussen de stad Diest en de gemeente Bekkevoort.", Kind.CONTRACT),
        ("Charter van de burgemeesters over stilte\n\nWij verbinden ons tot wat volgt:", Kind.POSITION),
        ("RESOLUTIE\n\nbetreffende het veer\n\nvraagt de minister:\n\n1° het veer te behouden.", Kind.POSITION),
        ("Memorandum van overeenstemming\nDepot Zuid\n\nDit memorandum wordt aangegaan.", Kind.CONTRACT),
        ("Per drager\n\nBetreft: verlenging van onze raamovereenkomst voor het ruimen van grachten in alle deelgemeenten "
         "en gehuchten\n\nGeachte heer,\n\nWij delen u mee.", Kind.ADDENDUM),
        ("INTEKENLIJST\n\nGroepsaankoop rioolkolken", Kind.ACCESSION),
        ("Kadercontract schoolboeken", Kind.FRAMEWORK_CONTRACT),
        ("DIENSTENCONTRACT\n\nhet onderhoud van fonteinen", Kind.CONTRACT),
        ("OVEREENKOMST\n\nDe onderhavige raamovereenkomst loopt twee jaar.", Kind.FRAMEWORK_CONTRACT),
        ("Tuinaanleg voor de kerkhoven\n\nTussen de ondergetekenden:\n\nis het volgende overeengekomen.\n\n1. Voorwerp\n"
         "Het aanleggen van graspaden.\n\n2. Duur\nTwee jaar.\n\n3. Prijs\n100 euro.", Kind.CONTRACT),
        ("BESLUITENLIJST\n\nVerlenging van de raamovereenkomst strooizout", Kind.DECISION_LIST),
        ("Uittreksel uit het notulenboek\n\nVerlenging van de raamovereenkomst strooizout", Kind.EXTRACT),
    ],
)  # fmt: skip
def test_a_paper_is_known_by_its_title_its_subject_line_or_its_clauses(text, kind):
    assert read(text)[1].facts.kind is kind


def test_a_paper_of_a_sitting_is_no_contract_whatever_its_clauses_speak_of():
    text = "Vergadering\n\nHet college besluit\n\nde raamovereenkomst te gunnen aan de opdrachtnemer.\n\nDuur\n\nPrijs\n\nOpzegging\n"
    assert read(text)[1].facts.kind not in (Kind.CONTRACT, Kind.FRAMEWORK_CONTRACT)


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("Intercommunale De Nete\n\nOVEREENKOMST\n\nbetreffende het ruimen van slib\n\nTussen de partijen.", "ruimen van slib"),
        ("Agentschap Proef\n\nHerstel van kaaimuren (raamovereenkomst met aankoopcentrale)\n", "Herstel van kaaimuren"),
        ("CONVENANT\n\nDit convenant heeft tot voorwerp het beheer van bermen, ook langs kanalen.", "beheer van bermen"),
        ("Addendum\n\nOnderwerp:  RE: verlenging raamovereenkomst \"Rietmaaien\" (dossier RM-3)\nDatum:  2 mei\n", "Rietmaaien"),
        ("CONCESSIE VAN OPENBARE DIENST\nUitbating van een veerhuis\n\nEen zin.", "Uitbating van een veerhuis"),
        ("Intentieverklaring van de besturen van het Hageland over hagen\n\nEen zin.", "hagen"),
    ],
)  # fmt: skip
def test_the_subject_stands_beside_the_kind_of_paper_or_in_its_clause_on_the_object(head, subject):
    assert read(head)[0].get(Field.SUBJECT) == [subject]


def test_parties_are_those_whose_representatives_and_names_hereafter_are_told():
    text = (
        'CONSORTIUMOVEREENKOMST\n\nte weten:\n\n1. STAD DIEST, vertegenwoordigd door haar burgemeester, hierna "de Trekker";\n'
        '2. GEMEENTE BEKKEVOORT, vertegenwoordigd door haar burgemeester, hierna een "Partner";\n\n'
        "Artikel 1. Nieuwe partijen\nDe stad Aarschot kan tot het consortium toetreden.\n"
    )
    values, found = read(text)
    parties = [(fact.value, fact.detail) for fact in found.said if fact.field is Field.PARTY]
    assert parties == [("Diest", "Trekker"), ("Bekkevoort", "Partner")]
    assert values[Field.MAY_JOIN] == ["Aarschot"]


def test_a_role_on_a_line_of_its_own_goes_with_the_name_above_it_and_an_address_names_nobody():
    text = (
        "RAAMCONTRACT\n\nIGEMO-ZUID, dienstverlenende vereniging, met zetel te 3290 Diest, optredend als aankoopcentrale,\n\n"
        "en\n\nSLUISWERK NV, Kaai 6, 3270 Scherpenheuvel, ondernemingsnummer 0123,\n\nhierna de dienstverlener,\n\n"
        "sluiten het volgende raamcontract.\n"
    )
    values, _ = read(text)
    assert values[Field.PURCHASING_BODY] == ["IGEMO-ZUID"]
    assert values[Field.SUPPLIER] == ["SLUISWERK NV"]


def test_a_table_of_key_data_gives_the_partners_of_a_cooperation_with_their_label_as_role():
    text = "SAMENWERKINGSOVEREENKOMST VEERDIENST\n\nBeherende gemeente:  Diest\nDeelnemende gemeenten:  Bekkevoort en Aarschot\n"
    _, found = read(text)
    parties = [(fact.value, fact.detail) for fact in found.said if fact.field is Field.PARTY]
    assert parties == [
        ("Diest", "beherende gemeente"), ("Bekkevoort", "deelnemende gemeente"), ("Aarschot", "deelnemende gemeente"),
    ]  # fmt: skip


def test_a_letter_of_an_association_names_itself_by_its_signature_and_the_firm_by_its_address():
    text = (
        "NETEWATER ov\nOpdrachthoudende vereniging\n\nPompwerk Kempen nv\nt.a.v. de directie\n\n"
        "Betreft: verlenging raamovereenkomst \"Pompen\" (dossier NW-2020-1)\n\nGeachte heer,\n\n"
        "Onze vereniging, die optreedt als aankoopcentrale, verlengt de overeenkomst een laatste maal tot en met 4 mei 2025.\n\n"
        "Hoogachtend,\n\nnamens Netewater ov\n\nde voorzitter\n"
    )  # fmt: skip
    values, found = read(text)
    assert found.facts.kind is Kind.ADDENDUM
    assert values[Field.PURCHASING_BODY] == values[Field.BUYER] == ["Netewater ov"]
    assert values[Field.SUPPLIER] == ["Pompwerk Kempen nv"]
    assert values[Field.RENEWAL] == ["none"]
    assert values[Field.AMENDS] == ['raamovereenkomst "Pompen"']


@pytest.mark.parametrize(
    ("clause", "field", "value"),
    [
        ("Aanmelden kan tot en met 3 mei 2024.", Field.JOIN_UNTIL, "2024-05-03"),
        ("Besturen treden toe mits melding aan de aankoopcentrale vóór 1 oktober 2024.", Field.JOIN_UNTIL, "2024-09-30"),
        ("Nieuwe deelnemers worden niet aanvaard: de aanmeldingstermijn verstreek op 4 mei 2024.", Field.JOIN_UNTIL, "2024-05-04"),
        ("Alle bestellingen samen: er wordt nooit voor meer dan 5.000 euro besteld.", Field.CEILING, "5000.00"),
        ("Voor deze periode ramen wij de prestaties op 700 euro.", Field.AMOUNT, "700.00"),
        ("Zij kan telkens met één jaar worden verlengd na een uitdrukkelijke beslissing.", Field.RENEWAL, "explicit"),
        ("De overeenkomst wordt van jaar tot jaar voortgezet, behoudens opzegging.", Field.RENEWAL, "tacit"),
        ("Als een bestuur er weer uit wil: twee maanden op voorhand een brief volstaat.", Field.NOTICE, "P2M"),
        ("De opzeg van de overeenkomst gaat in na 3 maanden.", Field.NOTICE, "P3M"),
        ("Dit protocolakkoord vervangt dat van 6 juni 2017.", Field.REPLACES, "protocolakkoord van 6 juni 2017"),
        ("Een eerdere regeling (convenant van 2 mei 2004) wordt door deze overeenkomst vervangen.",
         Field.REPLACES, "convenant van 2 mei 2004"),
        ("Het convenant gaat in op 1 mei 2024. Vervaldag: 3 mei 2026.", Field.START, "2024-05-01"),
        ('In artikel 3 (duur) worden de woorden "3 mei 2023" vervangen door "3 mei 2024".', Field.END, "2024-05-03"),
    ],
)  # fmt: skip
def test_a_clause_of_another_office_is_read_as_well(clause, field, value):
    assert contract(clause).get(field) == [value]


@pytest.mark.parametrize(
    ("clause", "field"),
    [
        ("De overeenkomst loopt nu verder (voordien: tot 4 mei 2021).", Field.END),
        ("Tijdens de verlenging kan elke partij de overeenkomst herzien.", Field.RENEWAL),
        ("De gemeente Diest kan toetreden met het akkoord van de deelnemende gemeenten.", Field.JOINED),
        ("Artikel 5 wordt door deze overeenkomst vervangen, zoals het contract van 2 mei 2004.", Field.REPLACES),
    ],
)
def test_what_held_before_or_only_sets_the_scene_is_no_fact(clause, field):
    assert field not in contract(clause)


def test_who_may_join_stands_in_the_points_below_the_sentence_that_announces_them():
    text = (
        "RAAMCONTRACT\n\nHet Agentschap Kaaien treedt op als aankoopcentrale voor de volgende klanten:\n"
        "a) de entiteiten van de Vlaamse overheid;\nb) de provincies;\nc) de stad Diest.\n\nEen zin over iets anders.\n"
    )
    values, _ = read(text)
    assert values[Field.MAY_JOIN] == ["entiteiten van de Vlaamse overheid", "provincies", "Diest"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("de kerkfabrieken op het grondgebied van Diest", ["kerkfabrieken"]),
        ("het openbaar centrum voor maatschappelijk welzijn van Diest en de gemeentelijke basisscholen",
         ["openbaar centrum voor maatschappelijk welzijn van Diest", "gemeentelijke basisscholen"]),
        ("alle Vlaamse hogescholen en universiteiten, de hulpverleningszones", ["Vlaamse hogescholen en universiteiten", "hulpverleningszones"]),
        ("de deelnemende besturen", []),
        ("de heer burgemeester", []),
    ],
)  # fmt: skip
def test_a_group_is_named_as_it_is_written(text, names):
    assert [name for name in groups_in(text) if name not in ("besturen",)] == names


def test_the_welfare_centre_of_a_town_is_not_the_town():
    assert [each.name for each in names_in("het OCMW van Diest en de gemeente Aarschot")] == [
        "OCMW van Diest",
        "Aarschot",
    ]


def test_points_with_roman_numbers_below_an_announcing_line_are_statements_and_who_is_united_holds_them():
    text = (
        "CHARTER\nOVER DE STILLE WEGEN\n\nWij, burgemeesters van Diest en Aarschot, verenigd in het Streekoverleg Hageland,\n\n"
        "verbinden ons tot wat volgt:\n\nI.    Elke gemeente kiest drie stille wegen.\n\nII.   Er komt geen verlichting bij.\n\n"
        "Gedaan te Diest op 3 mei 2022.\n"
    )
    values, _ = read(text)
    assert values[Field.STATEMENT] == ["Elke gemeente kiest drie stille wegen.", "Er komt geen verlichting bij."]
    assert values[Field.HOLDER] == ["Streekoverleg Hageland"]
    assert values[Field.SUBJECT] == ["stille wegen"]


def test_of_a_table_with_what_was_and_what_comes_only_the_latter_counts():
    text = (
        "ADDENDUM BIJ DE OVEREENKOMST RIETMAAIEN\n\n+-------------+-----------------+-----------------+\n"
        "| Punt        | Was             | Wordt           |\n+-------------+-----------------+-----------------+\n"
        "| Einddatum   | 3 mei 2021      | 3 mei 2023      |\n| Maximum     | € 5.000         | € 7.000         |\n"
        "+-------------+-----------------+-----------------+\n"
    )
    values, _ = read(text)
    assert values[Field.END] == ["2023-05-03"]
    assert values[Field.CEILING] == ["7000.00"]


def test_a_drawn_table_becomes_a_line_a_row_of_the_same_length():
    text = "+----+----+ | 2 | een tekst | | | die verder gaat | +----+----+ | 3 | andere | +----+----+"
    lines = unruled(text)
    assert len(lines) == len(text)
    rows = [" ".join(line.split()) for line in lines.split("\n") if line.strip()]
    assert rows == ["2 | een tekst die verder gaat", "3 | andere"]
    assert unruled("een gewone zin | met een streep") == "een gewone zin | met een streep"


def test_words_written_letter_by_letter_are_read_as_words():
    assert unspaced("C H A R T E R van A B en C") == "CHARTER van A B en C"


def test_a_table_of_who_is_what_gives_the_parties_with_their_roles():
    text = "CONVENANT VEERDIENST\n\n| Partij | Rol |\n|---|---|\n| Stad Diest | trekker |\n| Gemeente Bekkevoort | deelnemer |\n"
    _, found = read(text)
    parties = [(fact.value, fact.detail) for fact in found.said if fact.field is Field.PARTY]
    assert parties == [("Diest", "trekker"), ("Bekkevoort", "deelnemer")]


def test_the_supplier_of_a_decision_to_join_is_not_the_body_that_it_joins():
    text = (
        "Vast bureau OCMW Diest\nVergadering van 5 mei 2020\nOnderwerp: instappen in raamovereenkomst bedlinnen (aankoopcentrale Zorgkring vzw)\n\n"
        "Motivering\nZorgkring vzw sloot op 10 januari 2020 een raamovereenkomst met Linnenhuis nv.\n\n"
        "Besluit\nHet vast bureau beslist om vanaf 1 juni 2020 in te stappen in de raamovereenkomst bedlinnen van Zorgkring vzw.\n"
    )
    values, _ = read(text)
    assert values[Field.PURCHASING_BODY] == ["Zorgkring vzw"]
    assert values[Field.SUPPLIER] == ["Linnenhuis nv"]
    assert values[Field.SUBJECT] == ["bedlinnen"]
