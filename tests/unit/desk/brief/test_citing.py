from desk.brief import citing, quotes
from desk.note import Entry, Part, Section
from desk.registers.experience import Proof, Role
from search.types import Kind, Span


def proof(paper, page, decision=None, **more):
    return Proof(Role.DECIDED, paper, page, decision.title if decision else paper.title, decision=decision, **more)


def test_a_decision_is_cited_by_its_title_on_the_page_where_it_begins_and_not_where_it_was_found(document, decision):
    paper = document(1, kind=Kind.MINUTES)
    found = proof(paper, 5, decision(paper, "Strooizout. Aankoop.", page=4))
    pages = {1: {4: "3. Strooizout.\nAankoop.", 5: "Het zout ligt klaar."}}
    assert {(1, 4), (1, 5)} <= citing.wanted(found)
    text, at = citing.cited(found, pages)
    assert (text, at.page) == ("Strooizout. Aankoop.", 4)


def test_a_paper_whose_title_stands_nowhere_is_cited_by_what_stands_on_its_page(document):
    paper = document(1, title="Naam van een bestand")
    text, at = citing.cited(proof(paper, 2), {1: {2: "De stad Damme koopt samen zout aan."}})
    assert (text, at.page) == ("De stad Damme koopt samen zout aan.", 2)


def test_what_a_contract_says_is_cited_by_its_sentence_where_its_title_stands_nowhere(document):
    paper = document(1, title="Naam van een bestand")
    page = "Kop.\nDamme trad toe op 1 mei 2024."
    text, at = citing.cited(proof(paper, 2, spans=(Span(2, 5, len(page)),)), {1: {2: page}})
    assert (text, at.page) == ("Damme trad toe op 1 mei 2024.", 2)


def test_nobody_is_left_out_where_the_page_has_no_text(document):
    text, at = citing.cited(proof(document(1, title="Scan"), 2), {1: {2: ""}})
    assert (text, at.page, at.document_id) == ("", 2, 1)


def test_two_councils_with_the_same_title_are_both_named(document):
    told = [
        Entry("Klimaatpact. Ondertekening. Goedkeuring.", quotes.at_page(document(n, of=of), 1), of)
        for n, of in ((1, "Damme"), (2, "Torhout"))
    ]
    (kept,) = quotes.once([Section(Part.EXPERIENCE, "Ervaring", tuple(told))])
    assert [each.lead for each in kept.entries] == ["Damme", "Torhout"]
