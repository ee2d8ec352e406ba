"""Decisions of a council that join a framework contract, told from those that do not. All of it is invented."""

import importlib.util
from pathlib import Path

from ingest.structure import outline, rows_of, structure
from ingest.structure.contracts.joining.accession import accessions_of
from ingest.structure.contracts.text.clauses import sentences_of
from ingest.types import Role
from search.registers.agreements import Field
from search.registers.treatments import Effect, Treatment
from search.types import Kind

_spec = importlib.util.spec_from_file_location("papers", Path(__file__).with_name("papers.py"))
papers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(papers)
ITEM = {"role": Role.HEADING, "level": 2}

MINUTES = (
    "Notulen gemeenteraad Jabbeke 1 februari 2021",
    ("1. Instap raamcontract poetsproducten van de stad Torhout - goedkeuring", ITEM),
    "Feiten en context",
    "Oostkamp en Damme overwegen toe te treden tot de raamovereenkomst van de stad Torhout.",
    "Besluit",
    "Artikel 1. De gemeente Jabbeke stapt met ingang van 1 maart 2021 in het raamcontract poetsproducten van de stad"
    " Torhout, die optreedt als aankoopcentrale.",
    "Artikel 2. De instap geldt tot en met 31 december 2023 en is beperkt tot maximaal € 12.000,00 incl. btw.",
    ("2. Samenaankoop zonnepanelen - kennisname", ITEM),
    "Besluit",
    "Artikel 1. De raad neemt kennis van de vraag om toe te treden tot de raamovereenkomst zonnepanelen.",
    ("3. Burgemeestersconvenant - toetreding", ITEM),
    "Besluit",
    "Artikel 1. De gemeente treedt toe tot het Burgemeestersconvenant.",
    ("4. Gezamenlijke opdracht brood - goedkeuring", ITEM),
    "Besluit",
    "Artikel 1. De gemeente neemt deel aan de gezamenlijke opdracht voor brood.",
)


def said(lines, path):
    return structure(papers.flowing(*lines), path).said


def test_an_item_of_minutes_tells_who_joined_what_from_when_until_when_and_for_how_much():
    found = {fact.field: fact for fact in said(MINUTES, "jabbeke/gemeenteraad/2021-02-01 notulen.docx")}
    assert (found[Field.JOINED].value, found[Field.JOINED].detail) == ("Jabbeke", "2021-03-01")
    assert found[Field.AMENDS].value == "raamcontract poetsproducten van de stad Torhout"
    assert (found[Field.END].value, found[Field.CEILING].value) == ("2023-12-31", "12000.00")


def test_noting_a_covenant_and_a_joint_order_are_not_joining_a_purchasing_body():
    joined = [
        fact for fact in said(MINUTES, "jabbeke/gemeenteraad/2021-02-01 notulen.docx") if fact.field is Field.JOINED
    ]
    assert len(joined) == 1


def test_an_item_that_was_postponed_joins_nothing():
    rows = rows_of(papers.flowing(*MINUTES[1:7]))
    sentences = sentences_of(rows, outline(rows, Kind.MINUTES))
    spans = tuple(row.span for row in rows)
    for effect, expected in ((Effect.POSTPONED, False), (Effect.REJECTED, False), (Effect.APPROVED, True)):
        item = Treatment(0, "1", "", "x", None, effect, 1.0, (), (), (), spans, ())
        assert bool(accessions_of(sentences, (item,), "Jabbeke")) is expected


def test_a_decision_list_without_articles_tells_it_in_the_text_of_the_item():
    lines = (
        "Besluitenlijst van de gemeenteraad van Zuienkerke van 22 maart 2018",
        ("1. Notulen. Goedkeuring.", ITEM),
        "De raad keurt de notulen goed.",
        ("2. Buurtnetwerk. Toetreding tot de opdrachtencentrale van de stad Brugge. Goedkeuring.", ITEM),
        "De gemeente treedt vanaf 1 juni 2018 toe tot het raamcontract digitaal buurtnetwerk.",
    )
    found = {fact.field: fact for fact in said(lines, "zuienkerke/gemeenteraad/2018-03-22_besluitenlijst.docx")}
    assert (found[Field.JOINED].value, found[Field.JOINED].detail) == ("Zuienkerke", "2018-06-01")
    assert found[Field.AMENDS].value == "raamcontract digitaal buurtnetwerk"


def test_a_paper_of_its_own_recites_the_days_of_the_contract_and_marks_them_so():
    lines = (
        "Gemeenteraad van Damme - zitting van 23 juni 2022",
        ("12. Toetreding tot de raamovereenkomst openbare verlichting van de gemeente Oostkamp - goedkeuring", ITEM),
        "Feiten en context",
        "De raamovereenkomst (bestek OK-2021-118) loopt van 1 mei 2022 tot en met 30 april 2026.",
        "Besturen kunnen intekenen tot 31 december 2022. Torhout en Zedelgem sloten al aan.",
        "Besluit",
        "Artikel 1. De stad Damme treedt toe tot de raamovereenkomst openbare verlichting van de gemeente Oostkamp,"
        " die optreedt als aankoopcentrale.",
    )
    found = said(lines, "damme/gemeenteraad/2022-06-23 toetreding verlichting.docx")
    end = next(fact for fact in found if fact.field is Field.END)
    assert (end.value, end.detail) == ("2026-04-30", "raamovereenkomst")
    assert [fact.value for fact in found if fact.field is Field.JOINED] == ["Torhout", "Zedelgem", "Damme"]
    assert [fact.value for fact in found if fact.field is Field.JOIN_UNTIL] == ["2022-12-31"]
    assert [fact.value for fact in found if fact.field is Field.PURCHASING_BODY] == ["Oostkamp"]
