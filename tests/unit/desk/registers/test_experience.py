from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desk.exports import listing
from desk.registers import experience, finding
from desk.registers.experience import Experience, Role
from search.answer import Highlight, Result
from search.registers.agreements import Fact, Field
from search.registers.contracts import Contract, Evidence
from search.registers.decisions import Decision
from search.registers.treatments import Effect
from search.types import Document, Kind

Papers = Callable[..., Document]
Decide = Callable[..., Decision]
Find = Callable[..., Result]


def by_name(found: list[Experience]) -> dict[str, Experience]:
    return {each.who: each for each in found}


def test_who_leads_comes_before_who_takes_part_before_who_decided_before_who_is_mentioned(
    document: Papers, decision: Decide, result: Find, contract: Callable[..., Contract], fact: Callable[..., Fact]
) -> None:
    base = document(1)
    many = [document(n, kind=Kind.MINUTES, of="Torhout", day=date(2010 + n, 1, 1)) for n in range(2, 7)]
    found = experience.ranked(
        [result(base, text="Damme en Jabbeke kunnen toetreden."), *(result(paper) for paper in many)],
        finding.items(decision(paper) for paper in many),
        [contract(fact(Field.PURCHASING_BODY, "Brugge", page=7), fact(Field.JOINED, "Damme"), document=base)],
    )
    assert [(each.who, each.rank) for each in found] == [("Brugge", 0), ("Damme", 1), ("Torhout", 2), ("Jabbeke", 3)]
    brugge, damme, torhout, jabbeke = found
    assert brugge.reason == "aankoopcentrale"
    assert (brugge.proofs[0].document, brugge.proofs[0].page) == (base, 7)
    assert damme.reason == "neemt deel aan 1 overeenkomst"
    assert torhout.reason == "5 besluiten, laatste in 2016"
    assert jabbeke.reason == "alleen vermeld, in 1 stuk in 2024"


def test_among_equals_the_most_decisions_and_then_the_latest_come_first(
    document: Papers, decision: Decide, result: Find
) -> None:
    papers = [
        document(1, kind=Kind.MINUTES, of="Damme", day=date(2012, 1, 1)),
        document(2, kind=Kind.MINUTES, of="Jabbeke", day=date(2020, 1, 1)),
        document(3, kind=Kind.MINUTES, of="Oostkamp", day=date(2011, 1, 1)),
        document(4, kind=Kind.EXTRACT, of="Oostkamp", day=date(2009, 1, 1)),
    ]
    found = experience.ranked([result(p) for p in papers], finding.items(decision(p) for p in papers), [])
    assert [each.who for each in found] == ["Oostkamp", "Jabbeke", "Damme"]


def test_a_party_that_leads_leads_and_others_take_part(
    document: Papers, result: Find, contract: Callable[..., Contract], fact: Callable[..., Fact]
) -> None:
    base = document(1, kind=Kind.CONTRACT, of=None, body="Burgemeestersoverleg Brugge")
    parties = (
        fact(Field.PARTY, "Zedelgem", "Penvoerder", confidence=0.5),
        fact(Field.PARTY, "Oostkamp", "deelnemer"),
        fact(Field.PARTY, "Zoutvast bv", "leverancier"),
    )
    found = by_name(experience.ranked([result(base)], finding.items([]), [contract(*parties, document=base)]))
    assert found["Zedelgem"].reason == "Penvoerder"
    assert found["Zedelgem"].proofs[0].needs_a_look
    assert found["Oostkamp"].rank == 1
    assert "Zoutvast bv" not in found  # a company
    assert not found["Burgemeestersoverleg Brugge"].is_municipality


def test_an_accession_takes_part_unless_it_was_postponed(document: Papers, decision: Decide, result: Find) -> None:
    joined, postponed = document(1, kind=Kind.ACCESSION, of="Damme"), document(2, kind=Kind.ACCESSION, of="Jabbeke")
    made = [decision(joined), decision(postponed, effect=Effect.POSTPONED)]
    found = by_name(experience.ranked([result(joined), result(postponed)], finding.items(made), []))
    assert found["Damme"].reason == "1 besluit in 2024; 1 toetreding"
    assert found["Jabbeke"].rank == 2


def test_a_paper_beside_the_subject_counts_for_nobody(
    document: Papers, decision: Decide, result: Find, contract: Callable[..., Contract], fact: Callable[..., Fact]
) -> None:
    about, beside = document(1, kind=Kind.MINUTES, of="Damme"), document(2)
    other = contract(fact(Field.PURCHASING_BODY, "Brugge"), document=beside)
    found = experience.ranked([result(about, 0.8), result(beside, 0.3)], finding.items([decision(about)]), [other])
    assert [each.who for each in found] == ["Damme"]


def test_a_contract_that_was_not_found_counts_for_nobody(
    document: Papers, result: Find, contract: Callable[..., Contract], fact: Callable[..., Fact]
) -> None:
    minutes = document(1, kind=Kind.MINUTES, of="Damme")
    other = contract(fact(Field.PURCHASING_BODY, "Brugge"), document=document(2), papers=(minutes,))
    found = experience.ranked([result(minutes)], finding.items([]), [other])
    assert [each.who for each in found] == ["Damme"]  # its minutes also hold the accession to something else


def test_one_decision_in_two_papers_is_one_decision(document: Papers, decision: Decide, result: Find) -> None:
    minutes, list_ = document(1, kind=Kind.MINUTES), document(2, kind=Kind.DECISION_LIST)
    one = decision(minutes)
    both = replace(one, papers=(*one.papers, *decision(list_).papers))
    (brugge,) = experience.ranked([result(minutes), result(list_)], finding.items([both]), [])
    assert brugge.reason == "1 besluit in 2024"
    assert [proof.role for proof in brugge.proofs] == [Role.DECIDED]


def test_a_meeting_discussed_and_did_not_decide(document: Papers, decision: Decide, result: Find) -> None:
    paper = document(1, kind=Kind.MEETING_REPORT, of=None, body="Exello.net")
    (found,) = experience.ranked([result(paper)], finding.items([decision(paper)]), [])
    assert (found.who, found.reason) == ("Exello.net", "besproken in 1 stuk in 2024")


def test_nothing_found_is_nobody_and_a_paper_of_nobody_breaks_nothing(document: Papers, result: Find) -> None:
    assert experience.ranked([], finding.items([]), []) == []
    assert experience.ranked([result(document(1, of=None, day=None))], finding.items([]), []) == []


def test_every_line_of_the_table_has_its_page(document: Papers, decision: Decide, result: Find) -> None:
    paper = document(1, kind=Kind.MINUTES)
    found = experience.ranked([result(paper, page=3)], finding.items([decision(paper)]), [])
    table = listing.experience(found, lambda number, page: f"http://x/{number}/{page}")
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert (row["Wie"], row["Rol"], row["Bladzijde"], row["Link"]) == ("Brugge", "besliste", 3, "http://x/1/3")


def test_a_place_on_the_agenda_for_many_subjects_is_no_decision_and_comes_last(
    document: Papers, decision: Decide, result: Find
) -> None:
    older, newer = document(1, kind=Kind.MINUTES), document(2, kind=Kind.MINUTES, day=date(2025, 9, 1))
    slots = [
        decision(newer, "Mondelinge vragen raadsleden.", page=3),
        decision(newer, "Varia", page=4, effect=Effect.NOTED),
        decision(newer, "Mededelingen. Kennisname.", page=5, effect=Effect.NOTED),
    ]
    at = finding.items([decision(older), *slots])
    found = experience.ranked([*(result(newer, page=each.page) for each in slots), result(older)], at, [])
    (brugge,) = found
    assert brugge.reason == "1 besluit in 2024"
    assert [proof.document for proof in brugge.proofs] == [older, newer, newer, newer]
    assert experience.ranked([result(newer, page=4)], at, [])[0].reason == "besproken in 1 stuk in 2025"


def test_a_question_on_one_subject_is_no_place_for_many(document: Papers, decision: Decide) -> None:
    assert not experience.is_slot("Mondelinge vraag van een raadslid over strooizout")
    assert experience.is_slot("Mondelinge vragen")
    assert experience.is_slot("Rondvraag")


def test_a_decision_that_names_the_subject_comes_before_a_later_one_that_does_not(
    document: Papers, decision: Decide, result: Find
) -> None:
    named, other = document(1, kind=Kind.MINUTES), document(2, kind=Kind.MINUTES, day=date(2025, 9, 1))
    at = finding.items([decision(named), decision(other, "Meerjarenplan. Wijziging.")])
    words = (Highlight(9, 19),)
    text = "Vier ton strooizout voor de winter."
    found = [replace(result(each, text=text), words=words) for each in (other, named)]
    assert [proof.document for proof in experience.ranked(found, at, [])[0].proofs] == [named, other]


def test_who_joined_by_a_decision_of_his_own_has_decided(
    document: Papers, decision: Decide, result: Find, contract: Callable[..., Contract], fact: Callable[..., Fact]
) -> None:
    base, list_ = document(1), document(2, kind=Kind.DECISION_LIST, of="Jabbeke", day=date(2024, 10, 1))
    made = contract(fact(Field.JOINED, "Jabbeke"), document=base, papers=(list_,))
    own = Evidence(list_, fact(Field.JOINED, "Jabbeke", page=4))
    made = replace(made, facts={Field.JOINED: (*made.facts[Field.JOINED], own)})
    at = finding.items([decision(list_, "Toetreding. Goedkeuring.", page=4)])
    jabbeke = by_name(experience.ranked([result(base)], at, [made]))["Jabbeke"]
    assert jabbeke.reason == "1 besluit in 2024; neemt deel aan 1 overeenkomst"
    (proof,) = jabbeke.proofs
    assert (proof.role, proof.document, proof.page, proof.title) == (
        Role.PARTICIPATES, list_, 4, "Toetreding. Goedkeuring.",
    )  # fmt: skip


def test_an_accession_that_was_hardly_found_counts_where_the_contract_says_that_its_municipality_joined(
    document: Papers, decision: Decide, result: Find, contract: Callable[..., Contract], fact: Callable[..., Fact]
) -> None:
    base = document(1)
    torhout, damme, other = (
        document(n, kind=Kind.ACCESSION, of=of) for n, of in ((2, "Torhout"), (3, "Damme"), (4, "Torhout"))
    )
    on_it = contract(fact(Field.JOINED, "Torhout"), document=base)
    elsewhere = contract(document=document(9), papers=(other,))
    at = finding.items(decision(each) for each in (torhout, damme, other))
    found = experience.ranked(
        [result(base, 0.8), *(result(each, 0.3) for each in (torhout, damme, other))], at, [on_it, elsewhere]
    )
    assert "Damme" not in by_name(found)  # nothing says that it joined this contract
    assert by_name(found)["Torhout"].reason == "1 besluit in 2024; neemt deel aan 1 overeenkomst"
    assert [proof.document for proof in by_name(found)["Torhout"].proofs] == [torhout]


def test_what_a_dossier_adds_counts_once(document: Papers, decision: Decide, result: Find) -> None:
    found, more = document(1, kind=Kind.MINUTES), document(2, kind=Kind.MINUTES, day=date(2020, 1, 1))
    decisions = [decision(found), decision(more)]
    (brugge,) = experience.ranked([result(found)], finding.items(decisions), [], added=decisions)
    assert brugge.reason == "2 besluiten, laatste in 2024"
