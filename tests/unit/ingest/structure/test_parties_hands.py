"""Who buys, buys for others, supplies, cooperates or states a position, in the words of many hands. All of it is invented."""

# ruff: noqa: E501  (a clause reads best as it stands)

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure import structure
from ingest.structure.contracts.parties.elsewhere import bodies_of
from ingest.structure.contracts.parties.parties import parties_of
from ingest.structure.contracts.parties.suppliers import suppliers_of
from ingest.structure.contracts.text.clauses import sentences_of
from ingest.structure.contracts.text.companies import company_in
from ingest.structure.rows import rows_of
from search.registers.agreements import Field
from search.types import Kind


def sentences(text):
    return sentences_of(rows_of(plain_text.extract(Path("stuk.txt"), text.encode())), ())


def parties(text, kind=Kind.CONTRACT):
    found = {}
    for fact in parties_of(sentences(text), kind):
        found.setdefault(fact.field, []).append(fact.value)
    return found


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("De gemeente koopt strooiwagens via het raamcontract van Leiekring dv.", "Leiekring dv"),
        ("Zuiderkempen Samenaankoop stelde op 3 mei 2021 een nieuwe raamovereenkomst open.", "Zuiderkempen Samenaankoop"),
        ("De raad keurt de aansluiting goed bij het contract 'Zaalvloeren' van de stad Diest.", "Diest"),
        ("Wij tekenen in op de groepsaankoop die wordt georganiseerd door Intercommunale Gouwland.", "Intercommunale Gouwland"),
        ("Mandaat wordt verleend aan Intercommunale Gouwland om de offertes na te kijken.", "Intercommunale Gouwland"),
        ("De formulieren worden teruggestuurd naar Getekoop.", "Getekoop"),
        ("In te gaan op het aanbod van Rondomlei en mee te doen met de samenaankoop van zout.", "Rondomlei"),
        ("De brandweer plaatst niets zelf: de hulpverleningszone treedt hier op als aankoopcentrale. Hulpverleningszone Leievallei stuurt de lijst.",
         "Hulpverleningszone Leievallei"),
    ],
)  # fmt: skip
def test_a_purchasing_body_is_told_by_the_words_beside_its_name(text, body):
    assert [each.value for each in bodies_of(sentences(text), "", (), None)] == [body]


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente Zemst sluit zich aan bij het raamcontract schoolmeubilair.",
        "Op de raamovereenkomst wordt ingetekend door de gemeente Zemst.",
        "De raamovereenkomst staat open voor alle besturen van de provincie Limburg.",
        "Bakkerij Zonneveld bv heeft een contract met de gemeente.",
    ],
)
def test_who_joins_may_join_or_supplies_is_no_purchasing_body(text):
    assert [each.value for each in bodies_of(sentences(text), "", (), None)] == []


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("Perceel 1 wordt uitgevoerd door Dakwerken Tessens bv, perceel 2 wordt uitgevoerd door Goten Lembeke nv.", ["Dakwerken Tessens bv", "Goten Lembeke nv"]),
        ("De overeenkomst werd gesloten met Zaaigoed Rimmel bv en Plantgoed Ossel cv.", ["Zaaigoed Rimmel bv", "Plantgoed Ossel cv"]),
        ("De keuze viel op Studio Wegwijs bv, na onderzoek van drie offertes. Dat contract loopt nu.", ["Studio Wegwijs bv"]),
        ("Overwegende dat het contract met Sneeuwruim Pollinck nv ten einde liep; de laagste bieder, Winterdienst Arkens bv, biedt 40 euro.", ["Winterdienst Arkens bv"]),
        ("Het vorige contract, met Ramenwas Tolle bv, voldeed niet. De opdracht werd gegund aan Helder Glas nv.", ["Helder Glas nv"]),
        ("De uitvoering is toevertrouwd aan P.V.B.A. Steenkapperij Vollaert, leverancier van arduin.", ["P.V.B.A. Steenkapperij Vollaert"]),
    ],
)  # fmt: skip
def test_a_supplier_is_told_by_the_words_beside_its_name(text, firms):
    assert [each.value for each in suppliers_of(sentences(text))] == firms


@pytest.mark.parametrize(
    "text",
    [
        "De lopende overeenkomst met Kopieerhuis Brakels bv verstrijkt op 3 mei 2024.",
        "De overeenkomst met Kopieerhuis Brakels bv wordt opgezegd.",
        "Bij de vorige leverancier, Kopieerhuis Brakels bv, kostte een toner meer.",
        "De gemeente neemt deel aan de raamovereenkomst van Leiekring ov.",
    ],
)
def test_who_supplied_before_or_buys_for_others_supplies_nothing(text):
    assert [each.value for each in suppliers_of(sentences(text))] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Poetshuis De Wiek cvba-so", "Poetshuis De Wiek cvba-so neemt de sporthal over."),
        ("Opvang 't Kwikje vzw", "Opvang 't Kwikje vzw zorgt voor de dieren."),
        ("Zaadhuis Nolf dv", "Raamovereenkomst ZN-2023-A van Zaadhuis Nolf dv werd gesloten."),
    ],
)
def test_a_firm_is_named_without_the_words_around_it(name, text):
    assert company_in(text) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tussen\n\n- de stad Diest,\n\n- het OCMW Bekkevoort,\n\n- politiezone Demerhagen,\n\nwordt overeengekomen wat volgt.", ["Diest", "OCMW Bekkevoort", "politiezone Demerhagen"]),
        ("Tussen de gemeente Zemst en de intercommunale Waterlinie wordt het volgende overeengekomen.", ["Zemst", "intercommunale Waterlinie"]),
        ("Opgemaakt in drie originelen.\n\nVoor de stad Diest          Voor de gemeente Lubbeek\nde algemeen directeur        de algemeen directeur", ["Diest", "Lubbeek"]),
        ("De kosten worden zo verdeeld: stad Diest 1.400 euro, gemeente Lubbeek 900 euro.", ["Diest", "Lubbeek"]),
        ("De stad Diest levert het zout, de gemeente Lubbeek stelt een wagen ter beschikking.", ["Diest", "Lubbeek"]),
        ("Gemeente A (Lubbeek) en stad B (Diest) delen een archivaris.", ["Lubbeek", "Diest"]),
        ("Deze dienst komt er dankzij OCMW Lubbeek, werkgever, en de Politiezone Demerhagen, gebruiker, die samen betalen.\n\nDe loonkost wordt te betalen door OCMW Lubbeek aan Politiezone Demerhagen gesteld.",
         ["OCMW Lubbeek", "Politiezone Demerhagen"]),
    ],
)  # fmt: skip
def test_parties_among_equals_are_found_with_bodies_that_are_no_towns(text, names):
    assert parties(text) == {Field.PARTY: names}


@pytest.mark.parametrize(
    "text",
    [
        "De stad Diest en de gemeente Lubbeek kregen een afschrift. De gemeente Zemst gaf advies.",
        "De gemeenten Diest en Lubbeek kunnen nog aansluiten bij de vereniging.",
        "Volgende besturen krijgen de mogelijkheid om in te stappen: de stad Diest en de gemeente Lubbeek.",
        "Gemeente Lubbeek verlaat de dienst en stad Diest besliste de uittreding.",
    ],
)
def test_towns_that_look_on_may_join_or_leave_are_no_parties(text):
    assert parties(text) == {}


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        ("De koper, zijnde de gemeente Zemst, betaalt binnen dertig dagen.", "Zemst"),
        ("De firma Parkeerzorg Ludo nv voert de concessie uit voor de stad Diest.", "Diest"),
        ("De gemeente Lubbeek vertrouwt aan Poetshuis Kadee bv het onderhoud toe.", "Lubbeek"),
        ("Voor stad Diest: de burgemeester\n\nVoor de firma: de zaakvoerder", "Diest"),
        ("Opdrachtgever: OCMW Lubbeek", "OCMW Lubbeek"),
    ],
)
def test_who_buys_is_told_by_its_role_or_the_firm_beside_it(text, buyer):
    assert parties(text)[Field.BUYER] == [buyer]


def test_a_public_body_beside_a_firm_buys_and_a_label_in_capitals_names_a_town():
    text = "Tussen:\n\nde Politiezone Demerhagen, vertegenwoordigd door haar korpschef,\n\nen\n\nGarage Wielens nv, hierna de opdrachtnemer,\n\nwordt overeengekomen wat volgt."
    assert parties(text) == {Field.BUYER: ["Politiezone Demerhagen"], Field.SUPPLIER: ["Garage Wielens nv"]}
    assert parties("Aankoopcentrale: STAD DIEST", Kind.ACCESSION)[Field.PURCHASING_BODY] == ["Diest"]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Standpunthouders: Polderbestuur Noordhoek, gemeente Zemst, stad Diest\n\nThema: droogte", ["Zemst", "Diest"]),
        ("Geachte mevrouw de minister,\n\nHet Burgemeestersplatform Zuidrand nam kennis van het plan. Wij vragen uitstel.", ["Burgemeestersplatform Zuidrand"]),
        ("Geachte mevrouw de minister,\n\nDe gemeenteraden van Zemst, Lubbeek en Diest vragen met aandrang een halte.", ["Zemst", "Lubbeek", "Diest"]),
        ("Deze open brief wordt gedragen door de lokale besturen Zemst en Lubbeek. Diest onthield zich.", ["Zemst", "Lubbeek"]),
    ],
)  # fmt: skip
def test_who_states_a_position_is_told_by_labels_subjects_and_signatures(text, holders):
    found = structure(plain_text.extract(Path("x.txt"), f"Standpunt\n\n{text}\n".encode()), "x.txt")
    assert [each.value for each in found.said if each.field is Field.HOLDER] == holders


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("MOTIE VOOR HET BEHOUD VAN DE DORPSSCHOOL\n\nDe gemeenteraad van Zemst, in zitting bijeen op 3 mei 2023,\n\nVraagt de Vlaamse Regering om middelen.\n\nVoor eensluidend afschrift", Kind.POSITION),
        ("BEZWAARSCHRIFT\n\nin het kader van het openbaar onderzoek naar de ringweg\n\nDe gemeente Zemst dient bezwaar in.", Kind.POSITION),
        ("Dossier ringweg\n\nTijdens het openbaar onderzoek dient de gemeente Zemst bezwaar in tegen het tracé.", Kind.POSITION),
        ("BRIEF VAN SLUITING\n\nVerzekeringen\n\n1) GUNNING\n\nDe raad gunde op 3 mei 2024 aan Polis Ardoz nv.\n\n2) LOOPTIJD\n\nDe raamovereenkomst loopt vier jaar. De zone is aankoopcentrale.\n\n3) OPZEGGING\n\nDe overeenkomst kan worden opgezegd.", Kind.FRAMEWORK_CONTRACT),
        ("Van: dienst aankoop\n\nBeste,\n\nHierbij bevestigen wij de deelname van de gemeente Zemst aan jullie raamcontract voor laptops.", Kind.ACCESSION),
        ("Onderwerp: raamcontract stoelen - bevestiging deelname\n\nGeachte,\n\nWij noteerden u.", Kind.ACCESSION),
    ],
)  # fmt: skip
def test_what_a_paper_is_shows_from_its_formula_where_its_title_does_not_tell(text, kind):
    assert structure(plain_text.extract(Path("x.txt"), text.encode()), "x.txt").facts.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Zitting van de gemeenteraad van 3 mei 2023\n\nDe raad besluit: Hierbij sluiten wij de overeenkomst voor stoelen.\n\nDe gemeenteraad beslist de deelname te bevestigen aan het raamcontract.",
        "Agendapunt 4\n\nDe gemeenteraad besluit in te stappen in het raamcontract. Met deze brief wordt het contract gesloten.",
    ],
)
def test_a_paper_of_a_sitting_does_not_become_a_contract(text):
    assert structure(plain_text.extract(Path("x.txt"), text.encode()), "x.txt").facts.kind not in (
        Kind.CONTRACT, Kind.FRAMEWORK_CONTRACT, Kind.POSITION,
    )  # fmt: skip
