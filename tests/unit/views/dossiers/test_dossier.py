from datetime import date

import pytest

from desk.exports.texts import REASONS
from search.registers.decisions import Decision, Paper
from search.registers.dossiers import Dossier
from search.registers.linking import Link, Reason
from search.registers.tellings import Telling
from search.registers.treatments import Effect, Treatment
from search.types import EVERYONE, Document, Kind, Outcome
from views.address import Address
from views.dossiers import dossiers, matters
from views.dossiers.texts import OUTCOMES, REFUSED
from views.pieces import widgets
from views.pieces.markup import escaped


def decided(number: int, title: str, *, kind: Kind = Kind.MINUTES, place: str = "Damme") -> Decision:
    about = (title, kind, place, "Gemeenteraad", date(2010 + number, 3, 1), None)
    document = Document(number, f"{number}.pdf", "0" * 64, *about, 2, EVERYONE, Outcome.OK, "")
    treatment = Treatment(0, "1", "", title, None, Effect.APPROVED, 0.9, (), (), (), (), ())
    telling = Telling(number, number, kind is not Kind.CONTRACT, f"{number:016x}", f"{number:016x}", treatment)
    return Decision(
        f"{number:016x}", place, "Gemeenteraad", document.date, "1", "", title, None, Effect.APPROVED, 0.9, False, (),
        (), (Paper(document, telling),), themes=("Wonen",),
    )  # fmt: skip


@pytest.fixture
def dossier() -> Dossier:
    members = (
        decided(1, "Leegstand <b>. Goedkeuring."),
        decided(2, "Leegstandsregister", place="Torhout"),
        decided(3, "Overeenkomst leegstand", kind=Kind.CONTRACT),
    )
    links = (Link(members[0].key, members[1].key, Reason.CITATION, "besluit van 1 maart 2011", 0.9),)
    return Dossier(members[0].key, "Leegstand", False, False, members, links)


def test_a_timeline_tells_year_place_outcome_and_why(dossier):
    html = matters.timeline(dossier)
    assert [html.index(year) for year in ("2011", "2012", "2013")] == sorted(
        html.index(year) for year in ("2011", "2012", "2013")
    )
    assert OUTCOMES[Effect.APPROVED] in html
    assert escaped(REASONS[Reason.CITATION].format(said="besluit van 1 maart 2011")) in html
    assert "<b>" not in html


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Inname openbare weg - Zeedijk 12 - Weigering", REFUSED),
        ("Inname openbare weg - Zeedijk 12 - Goedkeuring", OUTCOMES[Effect.APPROVED]),
        ("Weigering van een vergunning. Beroep. Goedkeuring", OUTCOMES[Effect.APPROVED]),
    ],
)
def test_what_approves_a_refusal_does_not_look_like_a_permit(title, label):
    assert f">{label}<" in matters.outcome(decided(1, title))


def test_a_matter_opens_as_a_decision_and_a_paper_without_items_as_a_document(dossier):
    assert matters.way(dossier.decisions[0]) == f"/besluit?besluit={dossier.decisions[0].key}"
    assert matters.way(dossier.decisions[2]) == "/document?document=3"


def test_what_came_before_and_after_a_decision_leads_to_its_dossier(dossier):
    html = matters.around(dossier, dossier.decisions[1].key)
    assert f"/dossier?dossier={dossier.key}" in html
    assert html.index("Leegstand &lt;b&gt;") < html.index("Dit besluit") < html.index("Overeenkomst leegstand")


def test_a_dossier_passes_by_municipality_and_by_theme(dossier):
    query = Address().query
    assert dossiers._passes(dossier, Address(theme="Wonen"))
    assert not dossiers._passes(dossier, Address(theme="Mobiliteit"))
    assert dossiers._passes(dossier, Address(type(query)("", municipalities=("Torhout",))))
    assert not dossiers._passes(dossier, Address(type(query)("", municipalities=("Brugge",))))


def test_nothing_to_show_is_no_error(monkeypatch):
    shown: list[str] = []
    monkeypatch.setattr(widgets.st, "html", shown.append)
    widgets.show("", "")
    widgets.show("", "<p>iets</p>")
    assert shown == ["<p>iets</p>"]
