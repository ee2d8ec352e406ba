"""Papers that give their data as labels with values rather than in sentences: forms, fiches, tables. All invented."""

from pathlib import Path

import pytest

from ingest.formats import plain_text
from ingest.structure import structure
from ingest.structure.contracts.text.clauses import Sentence, sentences_of
from ingest.structure.contracts.text.headings import is_heading
from ingest.structure.rows import rows_of
from search.registers.agreements import Field
from tests.growth import is_in_proportion
from tests.unit.ingest.structure import papers


def facts(text: str, name: str = "x/overeenkomsten/fiche.txt") -> dict[Field, list[str]]:
    found = structure(plain_text.extract(Path("x.txt"), text.encode()), name)
    told: dict[Field, list[str]] = {}
    for each in found.said:
        told.setdefault(each.field, []).append(each.value)
    return told


def sentences(text: str) -> list[Sentence]:
    return sentences_of(rows_of(plain_text.extract(Path("x.txt"), text.encode())), ())


def test_a_label_alone_on_its_line_has_its_value_on_the_line_below() -> None:
    told = facts(
        "Raamovereenkomst strooizout\n\nI. IDENTIFICATIE\n\nAankoopcentrale\n\nIntercommunale Iveka dv\n\n"
        "II. LOOPTIJD\n\nStart\n\n15/10/2021\n\nEinde\n\n14/10/2025\n\nVerlengbaar\n\nneen\n\n"
        "III. FINANCIEEL\n\nMaximumbedrag\n\n600.000 euro (excl. btw)\n\nOpzegtermijn\n\nzes maanden\n"
    )
    assert told[Field.PURCHASING_BODY] == ["Intercommunale Iveka dv"]
    assert (told[Field.START], told[Field.END]) == (["2021-10-15"], ["2025-10-14"])
    assert (told[Field.CEILING], told[Field.NOTICE], told[Field.RENEWAL]) == (["600000.00"], ["P6M"], ["none"])


def test_a_heading_with_sentences_below_it_is_no_label() -> None:
    found = sentences("Looptijd\n\nDe overeenkomst loopt vier jaar.\n\nZij begint op 1 mei 2021.\n")
    assert [(each.heading, each.label) for each in found] == [("Looptijd", ""), ("Looptijd", "")]


def test_a_label_in_capitals_with_its_value_is_no_heading() -> None:
    told = facts(
        "CONTRACTFICHE\n\nAANKOOPCENTRALE: STAD GEEL\n\nOPDRACHTNEMER: KANTOORWERELD NV\n\n"
        "Einddatum: 28 februari 2026\n"
    )
    assert told[Field.PURCHASING_BODY] == ["Geel"]
    assert told[Field.SUPPLIER] == ["Kantoorwereld NV"]


def test_who_buys_in_capitals_does_so_not_those_in_whose_name_it_does() -> None:
    assert facts("Contractfiche\n\nOPDRACHTGEVER: STAD RONSE, MEDE NAMENS OCMW RONSE\n\nEINDE: 1 mei 2024\n")[
        Field.BUYER
    ] == ["Ronse"]


def test_the_lines_of_a_numbered_form_have_labels_without_a_colon() -> None:
    found = sentences("1 Gemeente Olen\n2 Raamovereenkomst groene stroom\n3 Ingangsdatum aansluiting 1 april 2023\n")
    assert [each.label for each in found] == ["Gemeente", "Raamovereenkomst", "Ingangsdatum aansluiting"]
    assert [each.heading for each in found] == ["", "", ""]


@pytest.mark.parametrize(
    "text",
    [
        "1 Gemeente Olen", "3. AGB Scheldeboord, zelfde adres als 1", "C. De hulpverleningszone Krekenland, Veld 5",
        "2. Lichtwacht bv, Nijverheidslaan 3", "4 jaar", "Intercommunale Maasdijk dv",
    ],
)  # fmt: skip
def test_a_number_or_letter_before_a_name_or_a_length_makes_no_heading(text: str) -> None:
    assert not is_heading(text)


@pytest.mark.parametrize("text", ["4. Looptijd", "II Opzegging van de overeenkomst", "B. Prijs en betaling", "V. Slot"])
def test_a_numbered_topic_stays_a_heading(text: str) -> None:
    assert is_heading(text)


def test_printed_lines_that_each_begin_with_a_label_are_no_paragraph() -> None:
    paper = papers.printed(
        [
            "Contractfiche onderhoud sneeuwruimers", "",
            "Opdrachtnemer: Sneeuwservice bv, Industrieweg 4, 2275 Lille, ondernemingsnummer 0123.456.789",
            "Ingangsdatum: 1 november 2021",
            "Opzegtermijn: drie maanden, per aangetekende brief aan het college van burgemeester en schepenen",
            "Maximumbedrag: 60.000 euro excl. btw",
        ]
    )  # fmt: skip
    told = {each.field: each.value for each in structure(paper, "x/overeenkomsten/fiche.pdf").said}
    assert (told[Field.START], told[Field.CEILING], told[Field.NOTICE]) == ("2021-11-01", "60000.00", "P3M")


def test_small_labels_that_ran_together_on_one_line_are_parted() -> None:
    found = sentences("aannemer : Schilderbedrijf Duinzicht bv instappers : stad Oostende kan instappen : elk bestuur")
    assert [each.label for each in found] == ["aannemer", "instappers", ""]


def test_lines_with_a_label_that_became_a_part_of_the_title_are_read_as_well() -> None:
    told = facts(
        "Samenwerkingsovereenkomst gedeelde preventieadviseur\nPartij 1: Gemeente Retie\nPartij 2: Gemeente Dessel\n\n"
        "Aanvang: 1 juni 2020\n\nDuur: onbepaalde duur\n"
    )
    assert told[Field.PARTY] == ["Retie", "Dessel"]
    assert told[Field.SUBJECT] == ["gedeelde preventieadviseur"]


def test_a_form_of_one_who_joins_says_from_when_he_does_beside_when_the_contract_begins() -> None:
    told = facts(
        "Toetredingsformulier\n\nRaamovereenkomst: dienstfietsen\n\nBegin: 1 juni 2023\n\n"
        "Bestuur: gemeente Zuienkerke\n\nGewenste ingangsdatum: 1 november 2024\n",
        "x/toetredingen/formulier.txt",
    )
    assert told[Field.START] == ["2024-11-01"]


def test_costs_in_a_list_below_the_sentence_that_announces_them_are_all_read() -> None:
    told = facts(
        "Samenwerkingsovereenkomst jeugddienst\n\nDe jaarlijkse forfaits zijn:\n\n"
        "Beernem: 3.720 euro\n\nDamme: 2.705 euro\n"
    )
    assert told[Field.AMOUNT] == ["3720.00", "2705.00"]


@pytest.mark.parametrize("part", ["Looptijd: ", "opzeg van de ", "tweehonderd ", "Plafond | ", "1 Gemeente Olen\n"])
def test_a_hostile_form_takes_no_longer_than_its_length(part: str) -> None:
    assert is_in_proportion(lambda count: facts(f"Overeenkomst\n\n{part * count}euro"), 3_200)
