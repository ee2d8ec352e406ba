"""What contracts, accessions and positions say, in drafting styles of several hands. All of it is invented."""

import importlib.util
from pathlib import Path

import pytest

from ingest.structure import outline, rows_of, structure
from ingest.structure.contracts.agreements import said_of
from ingest.types import Facts, Role
from search.registers.agreements import SURE, Field
from search.types import Kind
from tests.growth import is_in_proportion

_spec = importlib.util.spec_from_file_location("papers", Path(__file__).with_name("papers.py"))
papers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(papers)
BOLD, TITLE, ROW = papers.BOLD, {"role": Role.HEADING, "level": 1}, {"role": Role.TABLE}

NOTARIAL = (
    ("OVEREENKOMST VOOR HET ONDERHOUD VAN HET OPENBAAR GROEN", {"size": 14.0}),
    "TUSSEN DE ONDERGETEKENDEN",
    "ENERZIJDS,",
    'De gemeente Zedelgem, alhier vertegenwoordigd door haar college, hierna genoemd "de Opdrachtgever",',
    "EN ANDERZIJDS,",
    'De naamloze vennootschap GROENZORG VLAANDEREN, met zetel te Gent, hierna genoemd "de Opdrachtnemer",',
    "IS OVEREENGEKOMEN WAT VOLGT:",
    ("Artikel 1 - Voorwerp", BOLD),
    "De Opdrachtgever vertrouwt het groenonderhoud toe, overeenkomstig het bestek nr. ZED-2021-GR-07.",
    ("Artikel 2 - Looptijd", BOLD),
    "Deze overeenkomst wordt aangegaan voor een bepaalde duur van drie (3) jaar, die aanvangt op",
    "1 maart 2021 om te eindigen op 29 februari 2024.",
    "Behoudens opzegging door een der partijen, ten minste zes (6) maanden vóór het verstrijken van de",
    "termijn, wordt zij telkens stilzwijgend verlengd voor een periode van één jaar.",
    ("Artikel 3 - Prijs", BOLD),
    "De jaarlijkse vergoeding bedraagt 128.450,00 euro, exclusief btw.",
    "De totale waarde van de opdracht mag het bedrag van 450.000 euro (excl. btw) niet overschrijden.",
    ("Artikel 4 - Sancties", BOLD),
    "Bij niet-uitvoering is een boete van 250 EUR per dag verschuldigd, met een maximum van 9.000 EUR.",
    "Aldus opgemaakt te Zedelgem in twee originelen op 22 februari 2021, waarvan elke partij er één heeft.",
)
KEY_DATA = (
    ("Raamcontract verzekeringen lokale besturen", TITLE),
    ("Referentie | BB-2023/VERZ-2", ROW),
    ("Opdrachtencentrale | Gemeente Beernem", ROW),
    ("Toegewezen aan | Polisgroep Vlaanderen nv", ROW),
    ("Periode | 01.01.2024 - 31.12.2027", ROW),
    ("Stilzwijgende verlenging | neen", ROW),
    ("Maximale opdrachtwaarde | 1.850.000 EUR (vrij van btw)", ROW),
    ("Afnamegerechtigde besturen | Oostkamp, Zedelgem, hun OCMW's en de hulpverleningszone 1", ROW),
    ("Toetreden kan tot | 30 september 2025", ROW),
    ("Opzeg door een afnemer | jaarlijks, uiterlijk 3 maanden voor de vervaldag", ROW),
)
LETTER = (
    ("Stad Brugge", TITLE),
    "Brugge, 12 mei 2023",
    "Uw toetreding tot ons raamcontract winterdienst",
    "Wij bevestigen dat de gemeente Jabbeke met ingang van 1 juni 2023 toetreedt tot het raamcontract winterdienst"
    " en strooimiddelen (ref. BRU/2022/WD/3), waarvoor de stad Brugge optreedt als aankoopcentrale.",
    "Uw deelname loopt tot en met 31 mei 2026. U kunt ze te allen tijde stopzetten mits een schriftelijke opzeg"
    " van twee maanden.",
    "Uw afname is beperkt tot maximaal 48.000 euro (excl. btw). De leverancier is Zoutwerken Noord nv.",
)
SPECIFICATIONS = (
    ("BESTEK VAN DE OVERHEIDSOPDRACHT VOOR DIENSTEN", {"size": 14.0}),
    "RAAMOVEREENKOMST MAALTIJDBEDELING",
    "I.1 Identiteit van de aanbestedende overheid",
    "De gemeente Knokke-Heist treedt op als opdrachtencentrale voor zichzelf en voor de gemeente Damme.",
    "I.2 Duur van de opdracht",
    "De raamovereenkomst wordt gesloten voor een periode van twaalf maanden, te rekenen vanaf 1 januari",
    "2021, en is driemaal jaarlijks verlengbaar. De verlenging gebeurt stilzwijgend.",
    "I.3 Opzegmogelijkheid",
    "De aanbestedende overheid kan de opdracht jaarlijks opzeggen mits een vooropzeg van 90 kalenderdagen.",
    "I.4 Raming en maximale afname",
    "De opdracht wordt geraamd op 210.000 EUR exclusief btw. Het maximale bestelbedrag over de volledige",
    "looptijd, verlengingen inbegrepen, is vastgesteld op EUR 840.000,00 excl. BTW.",
    "I.5 Toetreding",
    "Andere openbare besturen in het arrondissement Brugge kunnen toetreden uiterlijk op 30 juni 2022.",
)
EQUALS = (
    ("Samenwerkingsovereenkomst interlokale vereniging Jeugdregio", TITLE),
    "Tussen",
    "1° de gemeente Beernem, vertegenwoordigd door haar college;",
    "2° de gemeente Oostkamp, vertegenwoordigd door haar college;",
    "3° de stad Torhout, als penvoerder, vertegenwoordigd door haar college;",
    "wordt het volgende afgesproken.",
    "1. Duur van de overeenkomst",
    "De samenwerking start op 1 september 2020 en geldt voor onbepaalde duur. Een deelnemende gemeente kan uittreden"
    " aan het einde van elk werkjaar, op voorwaarde dat zij dit minstens één jaar op voorhand meedeelt.",
    "Gedaan te Torhout, 28 augustus 2020",
)
AMENDMENT = (
    ("ADDENDUM NR. 2", {"size": 14.0}),
    'bij de overeenkomst "Software burgerzaken" met referentie SW-2019/08',
    "De stad Blankenberge, opdrachtgever, en Databurger bv, dienstverlener, komen het volgende overeen.",
    "1. De looptijd wordt met vierentwintig maanden verlengd en eindigt bijgevolg op 31 december 2025.",
    "2. Het maximumbedrag wordt verhoogd van € 150.000,00 tot € 195.000,00 (exclusief btw).",
    "3. In afwijking van artikel 9 bedraagt de opzegtermijn voortaan vier maanden voor beide partijen.",
)
POSITION = (
    ("Gemeenschappelijk standpunt inzake het openbaar vervoer in de regio", TITLE),
    "Goedgekeurd door het Burgemeestersoverleg Brugge op vrijdag 3 maart 2023",
    "Inleiding",
    "Vanaf 2024 verandert het vervoersplan grondig.",
    "Wij vragen",
    "- dat elke dorpskern minstens om het uur een bus behoudt;",
    "- dat het flexvervoer ook op zondag rijdt;",
    "Deze tekst komt in de plaats van het standpunt van 12 juni 2018 over de buslijnen.",
)


def read(lines, path, make=papers.flowing):
    found = structure(make(*lines) if make is papers.flowing else make(lines), path)
    values = {}
    for fact in found.said:
        values.setdefault(fact.field, []).append(fact.value)
    return values, found


def expect(values, **wanted):
    for name, value in wanted.items():
        assert values.get(Field(name), []) == (value if isinstance(value, list) else [value]), name


def test_a_notarial_deed_in_print_is_read_to_its_dates_parties_and_ceiling():
    values, found = read(NOTARIAL, "zedelgem/overeenkomsten/groen.pdf", papers.printed)
    expect(
        values, buyer="Zedelgem", supplier="GROENZORG VLAANDEREN", reference="ZED-2021-GR-07", start="2021-03-01",
        end="2024-02-29", term="P36M", renewal="tacit", notice="P6M", ceiling="450000.00", amount="128450.00",
        signed="2021-02-22", subject="onderhoud van het openbaar groen",
    )  # fmt: skip
    assert min(fact.confidence for fact in found.said if fact.field in (Field.START, Field.END, Field.TERM)) >= 0.9


def test_a_table_of_key_data_is_read_row_by_row():
    values, _ = read(KEY_DATA, "x/raamovereenkomsten/raamcontract verzekeringen.docx")
    expect(
        values, purchasing_body="Beernem", buyer="Beernem", supplier="Polisgroep Vlaanderen nv", renewal="none",
        reference="BB-2023/VERZ-2", start="2024-01-01", end="2027-12-31", ceiling="1850000.00", notice="P3M",
        may_join=["Oostkamp", "Zedelgem", "OCMW's", "hulpverleningszone 1"], join_until="2025-09-30",
    )  # fmt: skip


def test_a_letter_that_confirms_an_accession_names_who_joins_what_from_when():
    values, found = read(LETTER, "x/contracten/brief toetreding.docx")
    assert found.facts.kind is Kind.ACCESSION
    expect(
        values, joined="Jabbeke", purchasing_body="Brugge", supplier="Zoutwerken Noord nv", start="2023-06-01",
        end="2026-05-31", notice="P2M", ceiling="48000.00", reference="BRU/2022/WD/3",
        amends="raamcontract winterdienst en strooimiddelen (ref. BRU/2022/WD/3)",
    )  # fmt: skip


def test_clauses_of_specifications_give_a_first_term_and_an_end_that_is_marked_as_computed():
    values, found = read(SPECIFICATIONS, "x/bestekken/raamovereenkomst catering.pdf", papers.printed)
    expect(
        values, purchasing_body="Knokke-Heist", start="2021-01-01", end="2021-12-31", term="P12M", renewal="tacit",
        notice="P90D", ceiling="840000.00", amount="210000.00", join_until="2022-06-30", subject="MAALTIJDBEDELING",
    )  # fmt: skip
    end = next(fact for fact in found.said if fact.field is Field.END)
    assert (end.detail, end.confidence < SURE) == ("afgeleid", True)


def test_parties_among_equals_keep_their_role_and_a_contract_without_end_says_so():
    values, found = read(EQUALS, "x/overeenkomsten/jeugd.docx")
    expect(values, party=["Beernem", "Oostkamp", "Torhout"], start="2020-09-01", notice="P12M", term="")
    roles = {fact.value: fact.detail for fact in found.said if fact.field is Field.PARTY}
    assert roles["Torhout"] == "penvoerder"
    assert [fact.detail for fact in found.said if fact.field is Field.TERM] == ["onbepaalde duur"]
    assert Field.END not in values


def test_an_addendum_gives_what_holds_from_now_on_and_not_what_it_replaces():
    values, _ = read(AMENDMENT, "x/addenda/Addendum 2.pdf", papers.printed)
    expect(
        values, end="2025-12-31", ceiling="195000.00", notice="P4M", buyer="Blankenberge", supplier="Databurger bv",
        amends='overeenkomst "Software burgerzaken" met referentie SW-2019/08', subject="Software burgerzaken",
    )  # fmt: skip


def test_a_position_is_split_into_its_points_and_names_what_it_replaces():
    values, _ = read(POSITION, "x/standpunten/vervoer.docx")
    expect(
        values, holder="Burgemeestersoverleg Brugge", signed="2023-03-03", subject="openbaar vervoer in de regio",
        replaces="standpunt van 12 juni 2018 over de buslijnen",
    )  # fmt: skip
    assert [each.split()[1] for each in values[Field.STATEMENT]][:2] == ["elke", "het"]
    assert all("2024" not in each for each in values[Field.STATEMENT])


@pytest.mark.parametrize(
    ("clause", "field", "value"),
    [
        ("Deze overeenkomst is geldig van 1 mei 2020 t.e.m. 30 april 2022.", Field.END, "2022-04-30"),
        ("Dit contract neemt een aanvang op 01/04/2018 en heeft een looptijd van 2 jaar.", Field.START, "2018-04-01"),
        ("Het contract vangt aan de dag na de gunning, zijnde 3 mei 2021.", Field.START, "2021-05-03"),
        ("De overeenkomst eindigt van rechtswege op 31 maart 2020.", Field.RENEWAL, "none"),
        ("Een verlenging van de overeenkomst is enkel mogelijk na een nieuwe procedure.", Field.RENEWAL, "explicit"),
        ("De opzegtermijn wordt teruggebracht van drie naar twee maanden.", Field.NOTICE, "P2M"),
        ("Elke partij kan de overeenkomst opzeggen, ten minste vier maanden vooraf.", Field.NOTICE, "P4M"),
        ("Het totale bestelvolume is geplafonneerd op 3.000.000 euro exclusief btw.", Field.CEILING, "3000000.00"),
        ("Besturen kunnen toetreden tot eind 2024.", Field.JOIN_UNTIL, "2024-12-31"),
        ("Toetreding is uitgesloten na 28 februari 2025.", Field.JOIN_UNTIL, "2025-02-28"),
        ("Deze overeenkomst vervangt de overeenkomst van 2 mei 2018.", Field.REPLACES, "overeenkomst van 2 mei 2018"),
    ],
)  # fmt: skip
def test_one_clause_is_enough_for_a_fact(clause, field, value):
    values, _ = read((("Raamovereenkomst proef", TITLE), "Een eerste zin.", clause), "x/raamovereenkomsten/proef.docx")
    assert values.get(field) == [value]


def test_a_heading_that_asks_who_may_join_is_answered_by_the_text_below_it():
    lines = (
        ("Raamovereenkomst proef", TITLE),
        "Een eerste zin.",
        "2 Wie kan afnemen?",
        "De gemeente Damme voor al haar diensten.",
    )
    values, _ = read(lines, "x/raamovereenkomsten/proef.docx")
    expect(values, may_join="Damme")


@pytest.mark.parametrize(
    ("clause", "field"),
    [
        ("De garantie bedraagt vier jaar, met herstelling ter plaatse.", Field.TERM),
        ("De prijzen zijn vast gedurende twee jaar.", Field.TERM),
        ("Elke reserve geldt drie jaar, zonder verlenging.", Field.RENEWAL),
        ("De overeenkomst wordt stilzwijgend met één jaar verlengd, behoudens opzegging.", Field.NOTICE),
        ("Per dag vertraging geldt een straf van 500 euro, met een maximum van 10.000 euro.", Field.CEILING),
        ("Een schommel kost € 1.250,00 excl. btw per stuk.", Field.AMOUNT),
        ("Blankenberge en Torhout zijn niet in het bestek vermeld en kunnen niet afnemen.", Field.MAY_JOIN),
        ("Artikel 3 van de overeenkomst wordt vervangen.", Field.REPLACES),
    ],
)
def test_what_looks_like_a_fact_of_the_contract_and_is_none_is_left_out(clause, field):
    values, _ = read((("Raamovereenkomst proef", TITLE), "Een eerste zin.", clause), "x/raamovereenkomsten/proef.docx")
    assert field not in values


def test_a_fact_stands_in_the_sentence_that_it_points_to_also_over_a_page():
    first = [("Raamovereenkomst papier", {"size": 14.0}), ("Artikel 1. Duur", BOLD), "De overeenkomst begint op"]
    second = ["1 juli 2017 en zij eindigt op 30 juni 2021. Het papier is wit."]
    extraction = papers.printed(first, second)
    end = next(fact for fact in structure(extraction, "x/y.pdf").said if fact.field is Field.END)
    assert [span.page for span in end.spans] == [1, 2]
    pages = {read.page.number: read.page.text for read in extraction.pages}
    marked = " ".join(pages[span.page][span.start : span.end] for span in end.spans)
    assert marked == "De overeenkomst begint op 1 juli 2017 en zij eindigt op 30 juni 2021."


def test_the_line_above_the_signatures_and_the_title_are_found_where_all_rows_are_given():
    lines = (
        ("Raamovereenkomst papier", TITLE), ("Artikel 1. Duur", BOLD),
        "De overeenkomst duurt vier jaar.", "Torhout, 3 mei 2019",
    )  # fmt: skip
    whole = rows_of(papers.flowing(*lines))
    facts = Facts("Raamovereenkomst papier", Kind.FRAMEWORK_CONTRACT, "Torhout", None, None)
    rows = whole[1:3]
    found = {fact.field: fact for fact in said_of(rows, outline(rows, facts.kind), (), facts, whole)}
    assert found[Field.SIGNED].value == "2019-05-03"
    assert found[Field.SUBJECT].spans == (whole[0].span,)


@pytest.mark.parametrize("kind", [Kind.AGENDA, Kind.NOTE, Kind.REGULATION, Kind.OTHER])
def test_papers_of_other_kinds_say_nothing_of_contracts(kind):
    rows = rows_of(papers.flowing("De raamovereenkomst eindigt op 30 juni 2021."))
    assert said_of(rows, [], (), Facts("x", kind, None, None, None)) == ()
    assert said_of([], [], (), Facts("x", Kind.CONTRACT, None, None, None)) == ()


@pytest.mark.parametrize(
    "text", ["van ", "Aa ", "de stad Brugge en ", "raamovereenkomst ", "toetreden kan ", "€ 1.000", "(", "verleng "]
)
def test_hostile_text_takes_time_in_proportion_to_its_length(text):
    facts = Facts("Raamovereenkomst", Kind.FRAMEWORK_CONTRACT, None, None, None)

    def read(size):
        bad = (text * size)[:size]
        rows = rows_of(papers.flowing("Overeenkomst", *(bad[at : at + 90] for at in range(0, size, 90))))
        said_of(rows, [], (), facts)

    assert is_in_proportion(read, 40_000)
